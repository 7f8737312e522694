"""A story as it is looked at, in a list and whole."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.views.values.evidence import CountView
from tawatur.views.values.happening import DisagreementView, HappeningView
from tawatur.views.values.rows import ArticleRow, StoryRow
from tawatur.views.values.saying import DenialView, UtteranceView


@dataclass(frozen=True, slots=True)
class StoryView:
    """A whole story. `happenings` are in timeline order: by day, then those of unknown day.

    `denials` are those in its articles, and those in other stories of what its articles tell. `compared` counts the
    reports and tolls that were set beside one another: none found to differ is not that all agree.
    """

    id: str
    label: str
    articles: tuple[ArticleRow, ...]
    happenings: tuple[HappeningView, ...]
    utterances: tuple[UtteranceView, ...]
    disagreements: tuple[DisagreementView, ...]
    count: CountView
    related: tuple[StoryRow, ...] = ()
    denials: tuple[DenialView, ...] = ()
    compared: int = 0
