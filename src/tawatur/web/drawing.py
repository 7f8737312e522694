"""What the pages of a story, a happening and an entity draw: their charts as the templates take them."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.views.story import main_happening
from tawatur.views.values import HappeningView, StoryView, UtteranceView
from tawatur.views.wording import Language
from tawatur.web.charts import chain_graph, figure_panels, timeline_chart
from tawatur.web.wordings import say


def charts(
    happenings: Sequence[HappeningView], utterances: Sequence[UtteranceView], language: Language
) -> dict[str, object]:
    """Return the timeline, the panels of figures and the graph of chains; what has nothing to show is None or empty."""
    chains = [(r.evidence.article, r.chain) for h in happenings for r in h.reports]
    chains += [(s.evidence.article, s.chain) for u in utterances for s in u.sayings]
    return {
        "lanes": timeline_chart(happenings, language),
        "panels": figure_panels(happenings, language, say("origin_unknown", language)),
        "graph": chain_graph(chains, language == "ar"),
    }


def story_charts(story: StoryView, language: Language) -> dict[str, object]:
    """Return the charts of a story, and its main happening."""
    return {**charts(story.happenings, story.utterances, language), "main": main_happening(story)}
