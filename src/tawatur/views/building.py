"""Build views of parts: evidence, chains, reports, happenings, sayings, disagreements, rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal

from tawatur.model import (
    Anchor,
    Article,
    Chain,
    Comparator,
    CopyGroup,
    Count,
    DayRange,
    Difference,
    Disagreement,
    Happening,
    Measure,
    Published,
    Report,
    Saying,
    Span,
    Story,
    Utterance,
    WorldEntity,
)
from tawatur.store import Store, holding
from tawatur.views.contract import number
from tawatur.views.segments import whole_words
from tawatur.views.standing import Standing
from tawatur.views.values import (
    ArticleRow,
    CountView,
    DaysView,
    DenialView,
    DeniedView,
    DisagreementView,
    EntityRow,
    EvidenceView,
    HappeningView,
    LinkView,
    MeasureView,
    PartyView,
    PlanChangeView,
    ReportView,
    SayingView,
    SideView,
    StoryRow,
    UtteranceView,
)
from tawatur.views.wording import Language, title_in, with_status

# Letters of the sentence shown before and after the words that say it.
_CONTEXT = 120
# Letters of an article's beginning, shown where it has no title.
_LEAD = 160
# Readings kept at hand while one view is built: those of a large story's articles.
_AT_HAND = 512
_SIGNS: dict[Comparator, str] = {"=": "", ">": "> ", "<": "< ", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}


def change_of(happening: Happening) -> Literal["cancelled", "postponed"]:
    """Tell whether what calls off a plan only puts it off."""
    return "postponed" if any(r.startswith("postpones-plan") for r in happening.reasons) else "cancelled"


def told_once(reports: tuple[ReportView, ...]) -> tuple[ReportView, ...]:
    """Return the reports with those of one sentence and status folded: an attack and its dead are told once.

    Figures of all of them are kept, in order.
    """
    folded: dict[tuple[str, int, int, str], ReportView] = {}
    for report in reports:
        key = (report.evidence.article, report.evidence.start, report.evidence.end, report.status)
        first = folded.get(key)
        if first is None:
            folded[key] = report
        else:
            figures = tuple(dict.fromkeys((*first.figures, *report.figures)))
            measures = tuple(dict.fromkeys((*first.measures, *report.measures)))
            when = first.when if first.when.wording else report.when
            judged = first.review or report.review
            folded[key] = replace(first, figures=figures, measures=measures, when=when, review=judged)
    return tuple(folded.values())


class Builder:
    """Builds views from one store, looking each article and entity up once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.reading = lru_cache(maxsize=_AT_HAND)(store.reading)
        self.standing = Standing(self.reading, lru_cache(maxsize=_AT_HAND)(lambda a: holding(store.reviews.of(a))))
        self._entity_label = lru_cache(maxsize=4096)(self._find_label)
        self._text = lru_cache(maxsize=_AT_HAND)(self._find_text)

    def find_happening(self, id: str) -> Happening | None:
        """Return a happening without what people rejected of it."""
        return self.standing.happening(self.store.happening(id))

    def find_utterance(self, id: str) -> Utterance | None:
        """Return an act of speaking without what people rejected of it."""
        return self.standing.utterance(self.store.utterance(id))

    def _find_label(self, entity: str) -> str | None:
        found = self.store.entity(entity)
        return found.canonical if found else None

    def _find_text(self, source: str) -> tuple[str, Article | None]:
        reading = self.reading(source)
        if reading is not None:
            return reading.article.text, reading.article
        return self.store.text_of(source) or "", None

    def party(self, who: str) -> PartyView:
        """Return a participant: by its entity's name where it is one, else by the words themselves."""
        label = self._entity_label(who)
        return PartyView(who) if label is None else PartyView(label, who)

    def evidence(self, anchor: Anchor) -> EvidenceView:
        """Return an anchor's words with the rest of their sentence around them."""
        text, article = self._text(anchor.source)
        start, end = max(0, anchor.start - _CONTEXT), min(len(text), anchor.end + _CONTEXT)
        reading = self.reading(anchor.source)
        for sentence in reading.sentences if reading else ():
            if sentence.span.start <= anchor.start < sentence.span.end:
                start = max(start, sentence.span.start)
                end = min(end, max(sentence.span.end, anchor.end))
        edges = whole_words(text, [Span(start, start), Span(end, end)])
        before = text[edges[0].start : anchor.start] if text else ""
        after = text[anchor.end : edges[1].end] if text else ""
        title = article.title if article else None
        outlet = article.outlet if article else None
        at, page = anchor.span, article.page if article else anchor.source
        place = article.page_span(at) if article else at
        on_page = (page, place.start, place.end) if place else (page, None, None)
        return EvidenceView(anchor.source, title, outlet, *at, anchor.exact, before, after, *on_page)

    def chain(self, chain: Chain) -> tuple[LinkView, ...]:
        """Return the links of a chain; those that nothing shows are marked unknown."""
        return tuple(
            LinkView(
                link.kind,
                link.label,
                link.key is not None,
                link.entity,
                self.evidence(link.anchor) if link.anchor else None,
            )
            for link in chain.links
        )

    def report(self, report: Report) -> ReportView:
        """Return one article's report of a happening."""
        return ReportView(
            self.evidence(report.anchor),
            report.status,
            self.chain(report.chain),
            self._report_days(report),
            self.party(report.place).label if report.place else None,
            tuple(figure_words(measure) for measure in report.measures),
            tuple(self._by(report.article, local) for local in report.by),
            days(report.published),
            tuple(map(measure_view, report.measures)),
            self.standing.shown(report.article, "event", report.event),
        )

    def _report_days(self, report: Report) -> DaysView:
        reading = self.reading(report.article)
        wording = None
        if reading is not None and report.event < len(reading.events):
            place = reading.events[report.event].time
            wording = place.of(reading.article.text) if place else None
        return DaysView(report.when.first, report.when.last, wording)

    def _by(self, article: str, local: str) -> PartyView:
        """Return who alleges or denies: an entity across articles, or else of the article alone, or else the words."""
        if self._entity_label(local) is not None:
            return self.party(local)
        world = self.store.entity_of(article, local)
        if world is not None:
            return self.party(world)
        reading = self.reading(article)
        own = next((e.canonical for e in reading.entities if e.id == local), local) if reading else local
        return PartyView(own)

    def happening(self, happening: Happening) -> HappeningView:
        """Return a happening with its reports and disagreements."""
        reports = tuple(self.report(report) for report in happening.reports)
        return HappeningView(
            happening.id,
            happening.type,
            happening.mode,
            happening.label,
            happening.status,
            days(happening.when, _common_wording(reports)),
            self.party(happening.place) if happening.place else None,
            tuple(map(self.party, happening.actors)),
            tuple(map(self.party, happening.recipients)),
            count(happening.count),
            told_once(reports),
            tuple(disagreement(d, happening, reports) for d in happening.disagreements),
            happening.fulfils,
            happening.reasons,
            self.denials(happening.denied_by),
            happening.label_en,
            self._cancels(happening),
            self._cancelled_by(happening),
        )

    def _cancels(self, happening: Happening) -> PlanChangeView | None:
        plan = self.store.happening(happening.cancels) if happening.cancels else None
        return PlanChangeView(plan.id, plan.label, change_of(happening)) if plan else None

    def _cancelled_by(self, plan: Happening) -> tuple[PlanChangeView, ...]:
        found = map(self.store.happening, self.store.cancelled_by(plan.id))
        return tuple(PlanChangeView(h.id, h.label, change_of(h)) for h in found if h is not None)

    def denials(self, utterances: Iterable[str]) -> tuple[DenialView, ...]:
        """Return the denials among utterances, by their ids, each once: who denies what, through whom."""
        found = (self.store.utterance(ident) for ident in dict.fromkeys(utterances))
        return tuple(
            DenialView(
                u.id,
                PartyView(u.speaker_label, u.speaker),
                days(u.when),
                tuple(map(self.saying, u.sayings)),
                tuple(denied for answer in u.answers if (denied := self._denied(answer)) is not None),
            )
            for u in found
            if u is not None and u.stance == "deny"
        )

    def _denied(self, ident: str) -> DeniedView | None:
        if (said := self.store.utterance(ident)) is not None:
            first = said.sayings[0]
            evidence = self.evidence(first.anchor)
            who = PartyView(said.speaker_label, said.speaker)
            return DeniedView(ident, evidence.exact, evidence, who, self.chain(first.chain))
        if (happening := self.store.happening(ident)) is not None:
            evidence = self.evidence(happening.reports[0].anchor)
            return DeniedView(ident, titled(happening, "ar"), evidence, label_en=titled(happening, "en"))
        return None

    def utterance(self, utterance: Utterance) -> UtteranceView:
        """Return who says what, in every wording."""
        speaker = PartyView(utterance.speaker_label, utterance.speaker)
        return UtteranceView(
            utterance.id,
            speaker,
            utterance.stance,
            days(utterance.when),
            tuple(map(self.saying, utterance.sayings)),
            count(utterance.count),
            utterance.answers,
            utterance.reasons,
        )

    def saying(self, saying: Saying) -> SayingView:
        """Return one wording of an utterance."""
        return self.statement(saying.article, saying.statement, saying.anchor, self.chain(saying.chain))

    def statement(self, article: str, index: int, anchor: Anchor, chain: tuple[LinkView, ...] = ()) -> SayingView:
        """Return a statement of an article as a saying; `anchor` holds its content."""
        reading = self.reading(article)
        if reading is None or index >= len(reading.statements):
            return SayingView(self.evidence(anchor), None, "indirect", chain)
        stated = reading.statements[index]
        cue = stated.cue.of(reading.article.text) if stated.cue else None
        when = published_days(reading.article.published)
        review = self.standing.shown(article, "statement", index)
        kind = dict(review.changes).get("kind", stated.kind) if review else stated.kind
        return SayingView(self.evidence(anchor), cue, kind, chain, stated.basis, when, review)

    def article_row(self, article: Article) -> ArticleRow:
        """Return an article for a list; copies name their group and its origin."""
        copies = self.store.copies_of(article.id)
        copy_of = next((g.id for g in copies if self._first_of(g) != article.id), None)
        origin = next((g.origin for g in copies if g.origin), None)
        basis = article.published.basis if article.published else None
        when = published_days(article.published)
        return ArticleRow(article.id, article.title, article.outlet, when, basis, copy_of, origin, lead(article.text))

    def _first_of(self, group: CopyGroup) -> str:
        """Return the article that the others of a group may be copied from: the earliest, of equals one with a credit.

        One that credits the agency comes before one that gives its text as its own.
        """
        found = [article for article in map(self.store.article, group.articles) if article is not None]
        known = [(a.published.first or date.max if a.published else date.max, not a.credits, a.id) for a in found]
        return min(known, default=(date.max, True, group.articles[0]))[2]

    def rows(self, articles: tuple[str, ...]) -> tuple[ArticleRow, ...]:
        """Return rows of the articles that are stored, earliest first, undated ones last."""
        found = [self.article_row(a) for a in map(self.store.article, articles) if a is not None]
        return tuple(sorted(found, key=lambda row: (row.published.first is None, row.published.first, row.id)))

    def story_row(self, story: Story) -> StoryRow:
        """Return a story for a list."""
        found = [a for a in map(self.store.article, story.articles) if a is not None]
        first = [a.published.first for a in found if a.published and a.published.first]
        last = [a.published.last for a in found if a.published and a.published.last]
        happenings = [h for h in map(self.find_happening, story.happenings) if h is not None]
        best = max((h.count for h in happenings), key=lambda c: (c.known, c.unknown), default=Count(0, 0, 0))
        return StoryRow(
            story.id,
            story.label,
            min(first, default=None),
            max(last, default=None),
            len(found),
            len({a.outlet for a in found if a.outlet}),
            len(happenings),
            best.known,
            best.unknown,
            sum(len(h.disagreements) for h in happenings) + len(story.differences),
            story.line,
        )


def entity_row(entity: WorldEntity) -> EntityRow:
    """Return an entity for a list."""
    articles = len({article for article, _ in entity.members})
    known = (entity.type, entity.latin, entity.country, entity.spellings)
    return EntityRow(entity.id, entity.canonical, *known, articles)


def lead(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= _LEAD:
        return text
    end = whole_words(text, [Span(_LEAD, _LEAD)])[0].end
    return text[:end].rstrip() + "…"


def days(when: DayRange, wording: str | None = None) -> DaysView:
    """Return days as shown."""
    return DaysView(when.first, when.last, wording)


def published_days(published: Published | None) -> DaysView:
    """Return the days of publication as shown."""
    return DaysView(published.first, published.last) if published else DaysView()


def count(value: Count) -> CountView:
    """Return the pair of counts as shown."""
    return CountView(value.known, value.unknown, value.articles, value.reasons)


def figure_words(measure: Measure) -> str:
    """Return a figure as shown: sign, number or range, unit."""
    value = measure.value
    told = f"{number(value[0])}–{number(value[1])}" if isinstance(value, tuple) else f"{number(value)}"
    return f"{_SIGNS[measure.comparator]}{told} {measure.unit or measure.what}".strip()


def measure_view(measure: Measure) -> MeasureView:
    """Return a figure as numbers."""
    low, high = measure.value if isinstance(measure.value, tuple) else (measure.value, measure.value)
    return MeasureView(measure.what, low, high, measure.comparator, figure_words(measure))


def disagreement(value: Disagreement, happening: Happening, reports: tuple[ReportView, ...]) -> DisagreementView:
    """Return a disagreement with the reports of each side."""
    sides = tuple(
        SideView(side, told_once(tuple(reports[ix] for ix in numbers if ix < len(reports))))
        for side, numbers in value.sides
    )
    return DisagreementView(
        value.id,
        value.kind,
        value.attribute,
        value.what,
        happening.id,
        titled(happening, "ar"),
        sides,
        value.reasons,
        titled(happening, "en"),
    )


def titled(happening: Happening, language: Language) -> str:
    """Return the title of a happening with its status, for places that do not show the status beside it."""
    return with_status(title_in(happening, language), happening.status, language)


def difference(value: Difference, story: Story, builder: Builder) -> DisagreementView:
    """Return the tolls of a story that cannot all hold, as a disagreement of no one happening."""
    sides = tuple(
        SideView(
            side,
            tuple(
                ReportView(
                    builder.evidence(given.anchor),
                    "actual",
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
    return DisagreementView(value.id, value.kind, "figure", value.what, "", story.label, sides, value.reasons)


def _common_wording(reports: tuple[ReportView, ...]) -> str | None:
    """The wording of the day when all reports that word it word it alike."""
    wordings = {report.when.wording for report in reports if report.when.wording}
    return wordings.pop() if len(wordings) == 1 else None
