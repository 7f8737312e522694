"""What the terminal shows of an explanation: each part with its reasons and the words that show it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from tawatur.cli.terminal import RIGHT_TO_LEFT_MARK, arabic, clean, console
from tawatur.views.values import EvidenceView
from tawatur.views.why import PartKind, Told, WhyItem, WhyKind, WhyView
from tawatur.views.wording import Language, word

# Reasons and pieces of evidence of one part that the terminal shows; all are in --json.
_MOST_REASONS, _MOST_ITEMS = 6, 8

_PARTS: dict[PartKind, tuple[str, str]] = {
    "joined": ("Why these reports are one", "لماذا عُدّت هذه الأخبار عن حدث واحد؟"),
    "counted": ("Why so many chains are counted", "كيف عُدّت السلاسل؟"),
    "disagreement": ("Why these values are set against each other", "لماذا وُضعت هذه القيم متقابلة؟"),
    "answers": ("What it denies", "ما الذي ينفيه؟"),
    "called_off": ("Planned, then called off or put off", "كان مقررًا ثم أُلغي أو أُجّل"),
    "plan": ("Which plan it carries out", "أي خطة ينفذها؟"),
    "grouped": ("Why these articles stand together", "لماذا جُمعت هذه المقالات؟"),
    "copies": ("Why these texts are copies", "لماذا عُدّت هذه النصوص نسخًا؟"),
    "spellings": ("Why these names are one", "لماذا عُدّت هذه الأسماء لواحد؟"),
}
_KINDS: dict[WhyKind, tuple[str, str]] = {
    "happening": ("happening", "حدث"),
    "utterance": ("utterance", "قول"),
    "disagreement": ("disagreement", "اختلاف"),
    "copies": ("copies", "نسخ"),
    "story": ("story", "قصة"),
    "line": ("story line", "سياق"),
    "entity": ("entity", "كيان"),
}


def show_why(view: WhyView, language: Language) -> None:
    """Print an explanation on standard output, labels and reasons in one language."""
    out = console()
    at = 1 if language == "ar" else 0
    out.print(arabic(view.label, "bold"))
    out.print(Text(f"{_KINDS[view.kind][at]} {view.id}", "dim"))
    # What is counted and what differs before the joins, of which there are as many as reports.
    for part in sorted(view.parts, key=lambda part: part.kind == "joined"):
        out.print()
        out.print(Text(f"{_PARTS[part.kind][at]} ({len(part.items)})", "bold underline"))
        for reason in part.reasons[:_MOST_REASONS]:
            out.print(Text("  ") + _reason(reason, language))
        _rest(out, len(part.reasons) - _MOST_REASONS)
        items = _once(part.items)
        for item in items[:_MOST_ITEMS]:
            if item.label:
                # A side of a disagreement about the status is its code.
                label = word("status", item.label, language) if part.kind == "disagreement" else item.label
                out.print(Text("  - ").append(clean(label), "cyan"))
            for reason in item.reasons:
                out.print(Text("      ") + _reason(reason, language))
            if item.evidence is not None:
                out.print(Text("      ") + _words(item.evidence))
                out.print(Text(f"      {item.evidence.article} [{item.evidence.start}, {item.evidence.end})", "dim"))
        _rest(out, len(items) - _MOST_ITEMS)


def _rest(out: Console, number: int) -> None:
    if number > 0:
        out.print(Text(f"  … +{number} (--json)", "dim"))


def _once(items: tuple[WhyItem, ...]) -> list[WhyItem]:
    """Return the items with those of one label and sentence once: copies tell it in the same words."""
    found: dict[tuple[str, str], WhyItem] = {}
    for item in items:
        words = item.evidence.before + item.evidence.exact + item.evidence.after if item.evidence else str(len(found))
        found.setdefault((item.label, words), item)
    return list(found.values())


def _reason(reason: Told, language: Language) -> Text:
    return Text(clean(reason.ar if language == "ar" else reason.en))


def _words(evidence: EvidenceView) -> Text:
    line = Text(RIGHT_TO_LEFT_MARK)
    line.append(clean(evidence.before, edges=True), "dim")
    line.append(clean(evidence.exact, edges=True), "bold")
    line.append(clean(evidence.after, edges=True), "dim")
    return line
