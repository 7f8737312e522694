"""Build the view of a story: happenings in the order of time, who says what, what differs, who denies, articles."""

from __future__ import annotations

from tawatur.model import Count, Difference, Happening, Status, Story, Utterance
from tawatur.views.building import Builder, count, days
from tawatur.views.denial import denials
from tawatur.views.happening import happening_view
from tawatur.views.rows import rows, story_row
from tawatur.views.utterance import utterance_view
from tawatur.views.values import DaysView, DisagreementView, HappeningView, ReportView, SideView, StoryRow, StoryView

# Other stories of the same line shown beside a story.
_MOST_RELATED = 20
# How what one side tells is told, where sides differ on whether it happened.
_STATUS: dict[str, Status] = {"actual": "actual", "denied": "denied"}


def story_view(story: Story, builder: Builder) -> StoryView:
    """Return a story: its happenings in the order of time, who says what, what disagrees, its articles."""
    store = builder.store
    happenings = [h for h in map(builder.find_happening, story.happenings) if h is not None]
    utterances = [u for u in map(builder.find_utterance, story.utterances) if u is not None]
    shown = tuple(happening_view(h, builder) for h in sorted(happenings, key=_happened))
    differences = tuple(_difference(found, story, builder) for found in story.differences)
    related: list[StoryRow] = []
    line = next((line for line in store.list_lines() if line.id == story.line), None) if story.line else None
    for other in line.stories[: _MOST_RELATED + 1] if line else ():
        found = store.story(other) if other != story.id else None
        if found is not None:
            related.append(story_row(found, builder))
    return StoryView(
        story.id,
        story.label,
        rows(story.articles, builder),
        shown,
        tuple(utterance_view(u, builder) for u in sorted(utterances, key=_said)),
        (
            *(d for view in shown for d in view.disagreements if not _told_by(d, differences)),
            *differences,
        ),
        count(_main_count(happenings, len(story.articles))),
        tuple(related),
        denials(_denials(happenings, utterances), builder),
        story.compared + sum(len(h.reports) for h in happenings if len(h.reports) > 1),
    )


def _difference(value: Difference, story: Story, builder: Builder) -> DisagreementView:
    """Return values of a story that cannot all hold, as a disagreement of no one happening unless one is known."""
    sides = tuple(
        SideView(
            side,
            tuple(
                ReportView(
                    builder.evidence(given.anchor),
                    _STATUS.get(side, "actual"),
                    builder.chain(given.chain),
                    DaysView(),
                    None,
                    (given.value,),
                    published=days(given.published),
                )
                for given in every
            ),
        )
        for side, every in value.sides
    )
    what = value.what if value.attribute == "figure" else ""
    happening = value.happening or ""
    return DisagreementView(value.id, value.kind, value.attribute, what, happening, story.label, sides, value.reasons)


def _told_by(found: DisagreementView, differences: tuple[DisagreementView, ...]) -> bool:
    """Tell whether a comparison of a whole story holds all articles and values of one happening's disagreement."""
    if found.attribute != "figure":
        return False
    own = {(side.value, report.evidence.article) for side in found.sides for report in side.reports}
    return any(
        wider.what == found.what
        and own <= {(side.value, report.evidence.article) for side in wider.sides for report in side.reports}
        for wider in differences
    )


def _denials(happenings: list[Happening], utterances: list[Utterance]) -> list[str]:
    """Return the denials of a story, its own first, then those in other stories of what it tells."""
    own = [u.id for u in sorted(utterances, key=_said) if u.stance == "deny"]
    of_happenings = (ident for happening in happenings for ident in happening.denied_by)
    return [*own, *of_happenings, *(ident for utterance in utterances for ident in utterance.denied_by)]


def main_happening(view: StoryView) -> HappeningView | None:
    """Return the happening that most chains tell of: what a story is about; None where it tells of none."""
    return max(view.happenings, key=lambda h: (h.count.known, h.count.unknown, len(h.reports)), default=None)


def timeline(view: StoryView) -> tuple[HappeningView, ...]:
    """Return a story's happenings with a known day, in order."""
    return tuple(h for h in view.happenings if h.when.first or h.when.last)


def _happened(happening: Happening) -> tuple[bool, str, str, str]:
    first = happening.when.first or happening.when.last
    last = happening.when.last or happening.when.first
    return first is None, str(first), str(last), happening.id


def _said(utterance: Utterance) -> tuple[bool, str, str, str]:
    # «on or before 14 September» stands at that day: most statements have no first day.
    first = utterance.when.first or utterance.when.last
    last = utterance.when.last or utterance.when.first
    return first is None, str(first), str(last), utterance.id


def _main_count(happenings: list[Happening], articles: int) -> Count:
    """The count of the best reported happening: chains of different happenings are not added up."""
    best = max((h.count for h in happenings), key=lambda c: (c.known, c.unknown, c.articles), default=None)
    return Count(best.known, best.unknown, articles, best.reasons) if best else Count(0, 0, articles)
