"""Why something stands in a database: the reasons of a join, a count or a disagreement, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tawatur.model import (
    Anchor,
    Chain,
    CopyGroup,
    Difference,
    Disagreement,
    Happening,
    Story,
    StoryLine,
    Utterance,
    WorldEntity,
)
from tawatur.store import Store
from tawatur.stories.reasons import reason
from tawatur.views.building import Builder
from tawatur.views.reasons import explain
from tawatur.views.rows import rows
from tawatur.views.values import EvidenceView

WhyKind = Literal["happening", "utterance", "disagreement", "copies", "story", "line", "entity"]
PartKind = Literal[
    "joined", "counted", "disagreement", "answers", "plan", "called_off", "grouped", "copies", "spellings"
]

_PREFIX_OF_COPIES = "copy-"
# Spellings of an entity, and happenings that hold a story together, that are shown with their words.
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One reason in the words of both languages."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class WhyItem:
    """One piece of evidence: what it shows (an outlet, a chain, a value), why it belongs here, the exact words."""

    label: str
    reasons: tuple[Told, ...]
    evidence: EvidenceView | None = None


@dataclass(frozen=True, slots=True)
class WhyPart:
    """One thing that is explained: how it was joined, counted, set against something else."""

    kind: PartKind
    reasons: tuple[Told, ...]
    items: tuple[WhyItem, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyView:
    """Why something stands in a database: its kind, its label, and what is explained of it, part by part."""

    id: str
    kind: WhyKind
    label: str
    parts: tuple[WhyPart, ...]


def why(store: Store, ident: str) -> WhyView | None:
    """Explain a happening, utterance, disagreement, group of copies, story, story line or entity.

    Returns None for an id that is none of these. A disagreement's id begins with that of its happening.
    """
    builder = Builder(store)
    if (happening := store.happening(ident)) is not None:
        return _happening(happening, builder)
    if (utterance := store.utterance(ident)) is not None:
        return _utterance(utterance, builder)
    if (story := store.story(ident)) is not None:
        return _story(story, builder)
    if (entity := store.entity(ident)) is not None:
        return _entity(entity, builder)
    if (line := next((line for line in store.list_lines() if line.id == ident), None)) is not None:
        return _line(line, builder)
    if ident.startswith(_PREFIX_OF_COPIES):
        return _copies_view(ident, builder)
    return _disagreement_view(ident, builder)


def told(stored: Iterable[str]) -> tuple[Told, ...]:
    """Return stored reasons in the words of both languages."""
    return tuple(Told(explain(one, "en"), explain(one, "ar")) for one in stored)


def _happening(happening: Happening, builder: Builder) -> WhyView:
    reports = tuple(
        _joined(builder, report.anchor, report.reasons, is_first=not report.reasons) for report in happening.reports
    )
    parts = [WhyPart("joined", told(happening.reasons), reports)]
    chains = (report.chain for report in happening.reports)
    parts.append(_count(builder, happening.count.reasons, chains))
    parts.extend(_disagreement(d, happening, builder) for d in happening.disagreements)
    if happening.fulfils is not None and (plan := builder.store.happening(happening.fulfils)) is not None:
        stored = (reason("fulfils-plan", plan.label),)
        items = tuple(WhyItem(plan.label, (), builder.evidence(report.anchor)) for report in plan.reports[:1])
        parts.append(WhyPart("plan", told(stored), items))
    parts.extend(_called_off(happening, builder))
    return WhyView(happening.id, "happening", happening.label, tuple(parts))


def _called_off(happening: Happening, builder: Builder) -> Iterator[WhyPart]:
    """Yield the plan that a happening calls off, and what calls off a plan, with the words that tell it."""
    if happening.cancels is not None and (plan := builder.store.happening(happening.cancels)) is not None:
        stored = [one for one in happening.reasons if one.startswith(("cancels-plan", "postpones-plan"))]
        items = tuple(WhyItem(plan.label, (), builder.evidence(report.anchor)) for report in plan.reports[:1])
        yield WhyPart("called_off", told(stored), items)
    for other in map(builder.store.happening, builder.store.cancelled_by(happening.id)):
        if other is not None:
            stored = [one for one in other.reasons if one.startswith(("cancels-plan", "postpones-plan"))]
            yield WhyPart(
                "called_off",
                told(stored),
                tuple(WhyItem(other.label, (), builder.evidence(report.anchor)) for report in other.reports[:1]),
            )


def _utterance(utterance: Utterance, builder: Builder) -> WhyView:
    sayings = tuple(_joined(builder, s.anchor, s.reasons, is_first=not s.reasons) for s in utterance.sayings)
    answers = [stored for stored in utterance.reasons if stored.startswith("denies")]
    joined = [stored for stored in utterance.reasons if stored not in answers]
    parts = [WhyPart("joined", told(joined), sayings)]
    parts.append(_count(builder, utterance.count.reasons, (saying.chain for saying in utterance.sayings)))
    if answers:
        parts.append(WhyPart("answers", told(answers), tuple(_answered(utterance.answers, builder))))
    return WhyView(utterance.id, "utterance", utterance.speaker_label, tuple(parts))


def _answered(idents: Iterable[str], builder: Builder) -> Iterator[WhyItem]:
    for ident in idents:
        if (happening := builder.store.happening(ident)) is not None:
            yield WhyItem(ident, (), builder.evidence(happening.reports[0].anchor))
        elif (utterance := builder.store.utterance(ident)) is not None:
            yield WhyItem(ident, (), builder.evidence(utterance.sayings[0].anchor))


def _joined(builder: Builder, anchor: Anchor, reasons: Iterable[str], *, is_first: bool) -> WhyItem:
    evidence = builder.evidence(anchor)
    return WhyItem(evidence.outlet or "", told((reason("first-report"),) if is_first else reasons), evidence)


def _count(builder: Builder, reasons: Iterable[str], chains: Iterable[Chain]) -> WhyPart:
    """Explain a count by its chains, each once, with the words that show their origin."""
    found: dict[str, WhyItem] = {}
    for chain in chains:
        label = " → ".join(link.label or "?" for link in chain.links)
        shown = next((link.anchor for link in chain.links if link.anchor is not None), None)
        found.setdefault(label, WhyItem(label, (), builder.evidence(shown) if shown else None))
    return WhyPart("counted", told(reasons), tuple(found.values()))


def _disagreement(value: Disagreement, happening: Happening, builder: Builder) -> WhyPart:
    items = [
        WhyItem(side, (), builder.evidence(happening.reports[number].anchor))
        for side, numbers in value.sides
        for number in numbers
        if number < len(happening.reports)
    ]
    return WhyPart("disagreement", told(value.reasons), tuple(items))


def _difference(value: Difference, builder: Builder) -> WhyPart:
    sides = ((side, given) for side, every in value.sides for given in every)
    items = tuple(WhyItem(side, (), builder.evidence(given.anchor)) for side, given in sides)
    return WhyPart("disagreement", told(value.reasons), items)


def _disagreement_view(ident: str, builder: Builder) -> WhyView | None:
    prefix = ident.split("-", 1)[0]
    story = builder.store.story(prefix)
    wider = next((d for d in story.differences if d.id == ident), None) if story else None
    if story is not None and wider is not None:
        return WhyView(ident, "disagreement", story.label, (_difference(wider, builder),))
    happening = builder.store.happening(prefix)
    found = next((d for d in happening.disagreements if d.id == ident), None) if happening else None
    if happening is None or found is None:
        return None
    return WhyView(ident, "disagreement", happening.label, (_disagreement(found, happening, builder),))


def _story(story: Story, builder: Builder) -> WhyView:
    """Explain a story by its copies and by the happenings that several of its articles tell."""
    own = set(story.articles)
    found: list[tuple[int, Happening]] = []
    for happening in map(builder.store.happening, story.happenings):
        if happening is not None and (n := len({r.article for r in happening.reports} & own)) > 1:
            found.append((n, happening))
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    stored = [*story.reasons, *(reason("tells-same", h.label, n) for n, h in found[:_MOST_SHOWN])]
    items = [
        WhyItem(happening.label, (), builder.evidence(report.anchor))
        for _, happening in found[:_MOST_SHOWN]
        for report in {r.article: r for r in reversed(happening.reports) if r.article in own}.values()
    ]
    groups = {group.id: group for article in story.articles for group in builder.store.copies_of(article)}
    parts = [WhyPart("grouped", told(stored), tuple(items))]
    parts.extend(_difference(found, builder) for found in story.differences)
    parts.extend(_copies(group, builder) for group in sorted(groups.values(), key=lambda group: group.id))
    return WhyView(story.id, "story", story.label, tuple(parts))


def _line(line: StoryLine, builder: Builder) -> WhyView:
    stories = [story for story in map(builder.store.story, line.stories) if story is not None]
    stored = (reason("of-line", len(stories), line.label),)
    items = tuple(WhyItem(story.label, told(story.reasons)) for story in stories)
    return WhyView(line.id, "line", line.label, (WhyPart("grouped", told(stored), items),))


def _copies(group: CopyGroup, builder: Builder) -> WhyPart:
    credits = tuple(WhyItem(group.origin or "", (), builder.evidence(anchor)) for anchor in group.evidence)
    listed = tuple(WhyItem(row.title or row.lead, ()) for row in rows(group.articles, builder))
    return WhyPart(
        "copies", told((reason("copies-in-story", len(group.articles)), *group.reasons)), (*listed, *credits)
    )


def _copies_view(ident: str, builder: Builder) -> WhyView | None:
    for article in builder.store.articles():
        for group in builder.store.copies_of(article):
            if group.id == ident:
                return WhyView(ident, "copies", group.origin or "", (_copies(group, builder),))
    return None


def _entity(entity: WorldEntity, builder: Builder) -> WhyView:
    """Explain an entity by the reasons of its join and the first words for each spelling."""
    items: dict[str, WhyItem] = {}
    for article, local in entity.members:
        reading = builder.reading(article)
        for name in reading.names if reading is not None else ():
            if reading is None or name.entity != local or len(items) >= _MOST_SHOWN:
                continue
            anchor = Anchor.of(article, reading.article.text, name.span)
            if anchor.exact not in items:
                items[anchor.exact] = WhyItem(anchor.exact, (), builder.evidence(anchor))
    part = WhyPart("spellings", told(entity.reasons), tuple(items.values()))
    return WhyView(entity.id, "entity", entity.canonical, (part,))
