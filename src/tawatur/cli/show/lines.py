"""Lines of the terminal: short, Arabic on lines of its own, so that every terminal can order them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rich.text import Text

from tawatur.cli.terminal import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, arabic, clean, console
from tawatur.text.counting import counted
from tawatur.views.reasons import explain
from tawatur.views.values import CountView, DaysView, EvidenceView, LinkView
from tawatur.views.wording import Language, Titled, chains, days, title_in

LABELS = {
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
MOST = 40

Item = TypeVar("Item")


def alike(items: Sequence[Item], key: Callable[[Item], object]) -> list[list[Item]]:
    """Return the items in groups of the same key, in the order in which each key comes first."""
    found: dict[object, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.values())


def marked(text: str, marks: Sequence[tuple[int, int]]) -> Text:
    shown = Text(RIGHT_TO_LEFT_MARK)
    at = 0
    for start, end in marks:
        shown.append(clean(text[at:start], edges=True))
        shown.append(clean(text[start:end], edges=True), "bold reverse")
        at = end
    shown.append(clean(text[at:], edges=True))
    return shown


class Lines:
    """Prints lines on standard output, labels and reasons in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._out = console()

    def _say(self, key: str) -> str:
        english, in_arabic = LABELS[key]
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

    def _rest(self, number: int) -> None:
        if number > MOST:
            self._line(0, Text(f"… +{number - MOST} (--json)", "dim"))

    def _count(self, count: CountView) -> Text:
        return Text(chains(count.known, count.unknown, self._language), "green")

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

    def _chains(self, chains_: Sequence[tuple[str, Sequence[LinkView]]]) -> None:
        """Print each way that words came, once, with the number of articles where it is more than one."""
        found: dict[str, tuple[Text, set[str]]] = {}
        for article, links in chains_:
            line = self._chain(links)
            found.setdefault(line.plain, (line, set()))[1].add(article)
        for line, articles in found.values():
            times = f"  ({self._number('articles', len(articles))})" if len(articles) > 1 else ""
            self._line(6, line, Text(times, "dim"))
