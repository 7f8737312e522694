"""What stands after people's judgements: what was rejected is left out, what was corrected is shown as corrected.

Stories take judgements in when they are built; this puts them to what is shown at once, before that build and after it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tawatur.model import Count, Disagreement, Happening, Reading, Report, Review, ReviewLayer, Span, Utterance
from tawatur.store import place_of
from tawatur.views.values import ReviewView

Held = Mapping[tuple[ReviewLayer, Span], Review]


class Standing:
    """Tells what people judged of things that articles were read to say, by the numbers they have in their readings."""

    def __init__(self, reading: Callable[[str], Reading | None], held: Callable[[str], Held]) -> None:
        self._reading = reading
        self._held = held

    def review(self, article: str, layer: ReviewLayer, number: int) -> Review | None:
        """Return the review that holds for an event or statement of an article."""
        held = self._held(article)
        reading = self._reading(article) if held else None
        items: Sequence[Any] = () if reading is None else reading.events if layer == "event" else reading.statements
        return held.get((layer, place_of(items[number]))) if number < len(items) else None

    def shown(self, article: str, layer: ReviewLayer, number: int) -> ReviewView | None:
        """Return the review as shown, with what the program had read; None where no one judged."""
        review = self.review(article, layer, number)
        reading = self._reading(article)
        if review is None or reading is None:
            return None
        return review_view(review, (reading.events if layer == "event" else reading.statements)[number])

    def stands(self, article: str, layer: ReviewLayer, number: int) -> bool:
        """Tell whether no one rejected it."""
        review = self.review(article, layer, number)
        return review is None or review.judgement != "reject"

    def happening(self, happening: Happening | None) -> Happening | None:
        """Return a happening without the reports that were rejected; None where none is left."""
        if happening is None:
            return None
        kept = [ix for ix, r in enumerate(happening.reports) if self.stands(r.article, "event", r.event)]
        reports = tuple(self._corrected(happening.reports[ix]) for ix in kept)
        if reports == happening.reports:
            return happening
        number = {old: new for new, old in enumerate(kept)}
        told = (_among(disagreement, number) for disagreement in happening.disagreements)
        left = tuple(disagreement for disagreement in told if disagreement is not None)
        count = _at_most(happening.count, reports)
        return replace(happening, reports=reports, disagreements=left, count=count) if reports else None

    def _corrected(self, report: Report) -> Report:
        review = self.review(report.article, "event", report.event)
        changes: dict[str, Any] = dict(review.changes) if review else {}
        return (
            replace(report, status=changes["status"])
            if changes.get("status", report.status) != report.status
            else report
        )

    def utterance(self, utterance: Utterance | None) -> Utterance | None:
        """Return an act of speaking without the wordings that were rejected; None where none is left."""
        if utterance is None:
            return None
        sayings = tuple(s for s in utterance.sayings if self.stands(s.article, "statement", s.statement))
        if len(sayings) == len(utterance.sayings):
            return utterance
        return replace(utterance, sayings=sayings, count=_at_most(utterance.count, sayings)) if sayings else None


def review_view(review: Review, item: Any) -> ReviewView:
    """Return a review as shown beside an item as it was read: of what was changed, the codes that were read."""
    read = tuple((field, str(getattr(item, field))) for field, code in review.changes if getattr(item, field) != code)
    return ReviewView(review.judgement, read, review.changes, review.who, review.at)


def _among(disagreement: Disagreement, number: Mapping[int, int]) -> Disagreement | None:
    """Return a disagreement with the numbers that its reports have now; None where fewer than two sides are left."""
    sides = tuple((value, tuple(number[ix] for ix in reports if ix in number)) for value, reports in disagreement.sides)
    left = tuple(side for side in sides if side[1])
    return replace(disagreement, sides=left) if len(left) > 1 else None


def _at_most(count: Count, told: Sequence[Any]) -> Count:
    """Return a count that what is left can bear: no more origins than it names. The next build counts it anew."""
    origins = [item.chain.links[0] if item.chain.links else None for item in told]
    known = {origin.entity or origin.label for origin in origins if origin is not None and origin.key is not None}
    unknown = sum(origin is None or origin.key is None for origin in origins)
    articles = len({item.article for item in told})
    return replace(
        count,
        known=min(count.known, len(known)),
        unknown=min(count.unknown, unknown),
        articles=min(count.articles, articles),
    )
