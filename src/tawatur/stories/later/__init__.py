"""Later arrivals: what new articles change in stories that stand, step by step, each over what it touches alone.

First the copies and groups around the new articles are made again (regrouping.py), then the entities of these articles
are joined with those that stand (stories/entities/standing.py), then the happenings and utterances that a new report
may belong to (touched.py) are taken apart and joined again with it (rejoining.py), and the stories are told with what
they report now (telling.py). All by the rules by which everything is built at once; what is not touched stays as it
stands, and ids stay with what they named.
"""

from __future__ import annotations

from tawatur.stories.later.regrouping import Regrouping, lineage, regroup
from tawatur.stories.later.rejoining import Apart, Rebuilt, rebuilt
from tawatur.stories.later.telling import story_values, with_standing_lines
from tawatur.stories.later.touched import (
    Place,
    asked_mentions,
    numbers_by_article,
    shares_words,
    touched_happenings,
    touched_utterances,
)

__all__ = [
    "Apart",
    "Place",
    "Rebuilt",
    "Regrouping",
    "asked_mentions",
    "lineage",
    "numbers_by_article",
    "rebuilt",
    "regroup",
    "shares_words",
    "story_values",
    "touched_happenings",
    "touched_utterances",
    "with_standing_lines",
]
