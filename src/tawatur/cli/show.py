"""What the terminal shows of views: short lines, Arabic on lines of its own, so that every terminal can order them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rich.text import Text

from tawatur.cli.terminal import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, arabic, clean, console
from tawatur.text.counting import counted
from tawatur.views.places import country_name
from tawatur.views.reasons import explain
from tawatur.views.values import (
    ArticleRow,
    ArticleView,
    CountView,
    DaysView,
    DenialView,
    DeniedView,
    DisagreementView,
    EntityView,
    EvidenceView,
    HappeningView,
    LinkView,
    ReportView,
    SayingView,
    SearchHit,
    StatementFound,
    StoryRow,
    StoryView,
    UtteranceView,
)
from tawatur.views.wording import Language, Titled, chains, days, title_in, word

_LABELS = {
    "timeline": ("What happened when", "ما حدث ومتى"),
    "voices": ("Who says what", "من يقول ماذا"),
    "disagreements": ("Disagreements, side by side", "الاختلافات جنبًا إلى جنب"),
    "cancelled": ("planned, then called off", "كان مقررًا ثم أُلغي"),
    "postponed": ("planned, then put off", "كان مقررًا ثم أُجّل"),
    "denials": ("Who denies what, through whom", "من ينفي ماذا، وعبر من"),
    "own": ("its own reporting", "خبره الخاص"),
    "denied": ("denies", "ينفي"),
    "articles": ("articles", "المقالات"),
    "related": ("Other stories of this line", "قصص أخرى في السياق نفسه"),
    "no_difference": (
        "no difference was found in what was compared, which does not mean that the sources agree; reports and figures"
        " compared:",
        "لم يجد البرنامج اختلافا في ما قارنه؛ ولا يعني ذلك أن المصادر متفقة. تقارير وأرقام قورنت:",
    ),
    "none": ("none", "لا شيء"),
    "unknown": ("unknown", "غير معروف"),
    "copy": ("copy", "نسخة"),
    "stories": ("stories", "قصص"),
    "said": ("Statements by", "الأقوال المنسوبة"),
    "about": ("Statements about", "أقوال عن هذا الاسم"),
    "part": ("Had a part in", "أحداث ورد فيها"),
    "spellings": ("spellings", "صيغ الاسم"),
    "roles": ("roles", "المناصب والصفات"),
    "published": ("published", "نُشر"),
    "why": ("why", "السبب"),
    "marks": ("Read in this article", "ما قُرئ في هذا المقال"),
    "by": ("by", "بحسب"),
}
# Statements and happenings printed of one entity or story before the rest is only counted.
_MOST = 40
# Layers of an article's marks and how the terminal shows them.
_STYLES = {"cue": "bold cyan", "holder": "cyan", "event": "bold magenta", "figure": "green", "time": "blue",
           "name": "yellow", "statement": "dim"}  # fmt: skip


Item = TypeVar("Item")


def _alike(items: Sequence[Item], key: Callable[[Item], object]) -> list[list[Item]]:
    """Return the items in groups of the same key, in the order in which each key comes first."""
    found: dict[object, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.values())


class Show:
    """Prints views on standard output, labels and reasons in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._out = console()

    def _say(self, key: str) -> str:
        english, in_arabic = _LABELS[key]
        return in_arabic if self._language == "ar" else english

    @property
    def _comma(self) -> str:
        return "، " if self._language == "ar" else ", "

    def _number(self, noun: str, number: int) -> str:
        return counted(noun, number, self._language)

    def _line(self, indent: int, *parts: str | Text) -> None:
        line = Text(" " * indent)
        for part in parts:
            line.append_text(part if isinstance(part, Text) else Text(part))
        self._out.print(line)

    def _heading(self, key: str, number: int | None = None) -> None:
        self._out.print()
        self._out.print(
            Text(self._say(key).capitalize() + ("" if number is None else f" ({number})"), "bold underline")
        )

    def _days(self, when: DaysView) -> str:
        return days(when.first, when.last, self._language)

    def _title(self, item: Titled) -> Text:
        title = title_in(item, self._language)
        return Text(clean(title)) if title.isascii() or title != item.label else arabic(title)

    def _reasons(self, indent: int, reasons: Iterable[str]) -> None:
        for reason in reasons:
            self._line(indent, Text(f"{self._say('why')}: {clean(explain(reason, self._language))}", "dim"))

    def stories(self, rows: Sequence[StoryRow]) -> None:
        """Print a list of stories."""
        for row in rows:
            self._line(0, Text(row.id, "bold"), f"  {self._number('articles', row.articles)}  ",
                       days(row.first, row.last, self._language))  # fmt: skip
            self._line(2, arabic(row.label))
            self._line(2, Text(chains(row.known, row.unknown, self._language), "dim"))

    def story(self, view: StoryView) -> None:
        """Print a whole story."""
        self._out.print(arabic(view.label, "bold"))
        self._line(
            0, Text(f"{view.id} · {self._number('articles', len(view.articles))} · ", "dim"), self._count(view.count)
        )
        self._heading("timeline", len(view.happenings))
        self.timeline(view.happenings)
        self._heading("voices", len(view.utterances))
        self.utterances(view.utterances)
        if view.denials:
            self._heading("denials", len(view.denials))
            self.denials(view.denials)
        self._heading("disagreements", len(view.disagreements))
        for disagreement in view.disagreements:
            self.disagreement(disagreement)
        if not view.disagreements:
            self._line(0, f"{self._say('no_difference')} {view.compared}")
        self._heading("articles", len(view.articles))
        for row in view.articles:
            self.row(row)
        if view.related:
            self._heading("related")
            self.stories(view.related)

    def timeline(self, happenings: Sequence[HappeningView]) -> None:
        """Print happenings with their reports."""
        for happening in happenings[:_MOST]:
            kind = self._comma.join(
                word(g, c, self._language) for g, c in (("type", happening.type), ("status", happening.status))
            )
            self._line(0, Text(self._days(happening.when), "bold"), f"  {kind}  ", Text(happening.id, "dim"))
            self._line(2, self._title(happening))
            for change in (*((happening.cancels,) if happening.cancels else ()), *happening.cancelled_by):
                self._line(2, f"{self._say(change.change)}: ", arabic(change.label), "  ", Text(change.id, "dim"))
            self._line(2, self._count(happening.count))
            self._reasons(4, happening.count.reasons)
            self.reports(happening.reports)
        self._rest(len(happenings))

    def _rest(self, number: int) -> None:
        if number > _MOST:
            self._line(0, Text(f"… +{number - _MOST} (--json)", "dim"))

    def _count(self, count: CountView) -> Text:
        return Text(chains(count.known, count.unknown, self._language), "green")

    def reports(self, reports: Sequence[ReportView]) -> None:
        """Print reports: their words, status, and chain; the same words in several articles once."""
        for same in _alike(reports, lambda r: (r.evidence.before, r.evidence.exact, r.evidence.after, r.status)):
            first = same[0]
            status = word("status", first.status, self._language)
            who = "، ".join(clean(party.label) for party in first.by)
            told = f"{status} ({self._say('by')} {who})" if who else status
            figures = "".join(f" · {clean(figure)}" for figure in first.figures)
            self._line(4, Text(f"- {told}{figures}", "dim"))
            self._line(6, self._words(first.evidence))
            self._chains([(report.evidence.article, report.chain) for report in same])

    def _chains(self, chains_: Sequence[tuple[str, Sequence[LinkView]]]) -> None:
        """Print each way that words came, once, with the number of articles where it is more than one."""
        found: dict[str, tuple[Text, set[str]]] = {}
        for article, links in chains_:
            line = self._chain(links)
            found.setdefault(line.plain, (line, set()))[1].add(article)
        for line, articles in found.values():
            times = f"  ({self._number('articles', len(articles))})" if len(articles) > 1 else ""
            self._line(6, line, Text(times, "dim"))

    def _words(self, evidence: EvidenceView) -> Text:
        """The words with their sentence around them, the words themselves strong."""
        line = Text(RIGHT_TO_LEFT_MARK)
        line.append(clean(evidence.before, edges=True))
        line.append(clean(evidence.exact, edges=True), "bold")
        line.append(clean(evidence.after, edges=True))
        return line

    def _chain(self, links: Sequence[LinkView]) -> Text:
        """Origin to outlet from left to right; marks keep Arabic names from turning the arrows' order around."""
        line = Text(LEFT_TO_RIGHT_MARK)
        for number, link in enumerate(links):
            line.append(f"{LEFT_TO_RIGHT_MARK} → {LEFT_TO_RIGHT_MARK}" if number else "")
            label = clean(link.label)
            if link.known:
                line.append(label)
            else:
                line.append(f"{label} ({self._say('unknown')})" if label else self._say("unknown"), "dim italic")
            if link.kind == "outlet" and link.evidence is not None:
                line.append(f" ({self._say('own')})", "dim")
        return line

    def utterances(self, utterances: Sequence[UtteranceView]) -> None:
        """Print who says what, in every wording."""
        for utterance in utterances[:_MOST]:
            stance = word("stance_noun", utterance.stance, self._language)
            label = clean(utterance.speaker.label) or self._say("unknown")
            self._line(0, Text(label, "bold"), f"  {stance}  {self._days(utterance.when)}  ", Text(utterance.id, "dim"))
            self.sayings(utterance.sayings)
            if len(utterance.sayings) > 1:
                self._line(2, self._count(utterance.count))
                self._reasons(4, utterance.reasons)
        self._rest(len(utterances))

    def sayings(self, sayings: Sequence[SayingView]) -> None:
        """Print wordings with their chains; the same wording in several articles once."""
        for same in _alike(sayings, lambda s: (s.evidence.exact, s.kind, s.basis)):
            first = same[0]
            basis = f"{self._comma}{word('basis', first.basis, self._language)}" if first.basis else ""
            self._line(4, Text(f"- {word('kind', first.kind, self._language)}{basis}", "dim"))
            self._line(6, self._words(first.evidence))
            self._chains([(saying.evidence.article, saying.chain) for saying in same if saying.chain])

    def disagreement(self, view: DisagreementView) -> None:
        """Print the sides of a disagreement, each with its reports."""
        kind = word("kind", view.kind, self._language)
        what = word("measure", view.what, self._language)
        self._line(0, Text(f"{word('attribute', view.attribute, self._language)}: {clean(what)}", "bold"),
                   f"  {kind}")  # fmt: skip
        self._line(2, self._title(view))
        for side in view.sides:
            self._line(4, Text(clean(side.value), "bold red"))
            for same in _alike(side.reports, lambda r: (r.evidence.before, r.evidence.exact)):
                self._line(6, self._words(same[0].evidence))
                self._chains([(report.evidence.article, report.chain) for report in same])
        self._reasons(4, view.reasons)

    def row(self, row: ArticleRow) -> None:
        """Print an article of a list."""
        basis = f" ({word('basis', row.basis, self._language)})" if row.basis else ""
        copy = f" · {self._say('copy')}" if row.copy_of else ""
        self._line(0, Text(row.id, "bold"), f"  {clean(row.outlet or self._say('unknown'))}  "
                   f"{self._days(row.published)}{basis}{copy}")  # fmt: skip
        self._line(2, arabic(row.title or row.lead))

    def article(self, view: ArticleView) -> None:
        """Print an article, what was read in it in colours."""
        self.row(view.row)
        self._reasons(2, view.date_reasons)
        for words in view.date_evidence:
            self._line(2, arabic(f"«{words}»", "dim"))
        text = Text()
        for segment in view.segments:
            layers = {mark.layer for mark in segment.marks}
            style = next((style for layer, style in _STYLES.items() if layer in layers), "")
            text.append(clean(segment.text, edges=True, lines=True), style)
        self._out.print()
        for line in text.split("\n"):
            self._line(0, RIGHT_TO_LEFT_MARK, line)
        self._out.print()
        key = Text("  ").join(Text(layer, style) for layer, style in _STYLES.items())
        self._line(0, key)

    def entity(self, view: EntityView) -> None:
        """Print a person, body or place."""
        known = f"{word('name', view.type, self._language)} {_latin(view)} {self._country(view)}".strip()
        self._out.print(arabic(view.label, "bold"))
        self._line(0, Text(f"{view.id} · {known} · {self._number('articles', len(view.articles))}", "dim"))
        self._line(2, f"{self._say('spellings')}: ", clean("، ".join(view.spellings)))
        for role, _ in view.roles:
            self._line(2, f"{self._say('roles')}: ", clean(role))
        self._reasons(2, view.reasons)
        self._heading("said", len(view.utterances))
        self.utterances(view.utterances)
        self._heading("about", len(view.about))
        for about in view.about[:_MOST]:
            stance = word("stance_noun", about.stance, self._language)
            self._line(0, Text(clean(about.speaker.label) or self._say("unknown"), "bold"), f"  {stance}")
            self.sayings([about.saying])
        self._rest(len(view.about))
        self._heading("part", len(view.happenings))
        self.timeline(view.happenings)

    def _country(self, view: EntityView) -> str:
        return country_name(view.country, self._language) if view.country else ""

    def hits(self, hits: Sequence[SearchHit]) -> None:
        """Print what a search found, the found words marked."""
        for hit in hits:
            self.row(hit.article)
            self._line(4, _marked(hit.snippet, hit.marks))

    def found(self, hits: Sequence[StatementFound]) -> None:
        """Print the statements that a search found: who says it, in which article, the found words marked."""
        for hit in hits:
            stance = word("stance_noun", hit.about.stance, self._language)
            speaker = clean(hit.about.speaker.label) or self._say("unknown")
            evidence = hit.about.saying.evidence
            self._line(0, Text(speaker, "bold"), f"  {stance}  {self._days(hit.article.published)}  ",
                       Text(hit.about.utterance or hit.article.id, "dim"))  # fmt: skip
            line = Text(RIGHT_TO_LEFT_MARK)
            line.append(clean(evidence.before, edges=True), "dim")
            line.append_text(_marked(evidence.exact, hit.marks))
            line.append(clean(evidence.after, edges=True), "dim")
            self._line(4, line)
            if hit.about.saying.chain:
                self._line(4, self._chain(hit.about.saying.chain))

    def denials(self, denials: Sequence[DenialView]) -> None:
        """Print who denies, what, through whom, and whose claim it is."""
        for denial in denials:
            speaker = clean(denial.speaker.label) or self._say("unknown")
            self._line(0, Text(speaker, "bold"), f"  {word('stance', 'deny', self._language)}  "
                       f"{self._days(denial.when)}  ", Text(denial.utterance, "dim"))  # fmt: skip
            self.sayings(denial.sayings)
            for denied in denial.denies:
                self._denied(denied)

    def _denied(self, denied: DeniedView) -> None:
        label = f"{self._say('denied')}: "
        if denied.speaker is not None:
            who = clean(denied.speaker.label) or self._say("unknown")
            self._line(4, Text(label, "dim"), Text(who, "cyan"), ": ", self._title(denied), "  ",
                       Text(denied.id, "dim"))  # fmt: skip
            self._line(6, self._chain(denied.chain))
        else:
            self._line(4, Text(label, "dim"), self._title(denied), "  ", Text(denied.id, "dim"))


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> Text:
    shown = Text(RIGHT_TO_LEFT_MARK)
    at = 0
    for start, end in marks:
        shown.append(clean(text[at:start], edges=True))
        shown.append(clean(text[start:end], edges=True), "bold reverse")
        at = end
    shown.append(clean(text[at:], edges=True))
    return shown


def _latin(view: EntityView) -> str:
    """The Latin form; one made by rule is marked, so that nobody takes it for the name's own."""
    return view.latin or (f"≈ {view.transliteration}" if view.transliteration else "")
