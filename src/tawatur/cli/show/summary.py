"""A story in six lines: what, who says so, who denies it through whom, chains, differences, where to go on."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from tawatur.cli.messages import called
from tawatur.cli.terminal import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, clean, console
from tawatur.views.story import main_happening
from tawatur.views.values import DisagreementView, HappeningView, LinkView, StoryView
from tawatur.views.wording import Language, chains, days, side_in, title_in, word

_LABELS = {
    "what": ("What", "ماذا"),
    "says": ("Who says so", "من يقول"),
    "denies": ("Who denies", "من ينفي"),
    "chains": ("Chains", "السلاسل"),
    "differ": ("Differences", "الاختلافات"),
    "on": ("Go on", "للمتابعة"),
    "nobody": ("nobody in these articles", "لا أحد في هذه المقالات"),
    "none": ("none found", "لم يُعثر على شيء"),
    "more": ("more", "غيرها"),
}
# Names and values of one line before the rest is counted.
_MOST = 3


def show_summary(view: StoryView, db: Path, language: Language) -> None:
    """Print a story in six lines on standard output; `db` is the file that the last line points to."""
    program = called()
    at = 1 if language == "ar" else 0
    main = main_happening(view)
    told = {
        "what": f"{clean(title_in(main, language))} ({_days(main, language)})" if main else clean(view.label),
        "says": _several(_origins(main), at) or _LABELS["none"][at],
        "denies": _several([_through(denial.sayings[0].chain) for denial in view.denials], at) or _LABELS["nobody"][at],
        "chains": chains(view.count.known, view.count.unknown, language),
        "differ": _several([_differing(d, language) for d in view.disagreements], at) or _LABELS["none"][at],
        "on": f"{program} why {main.id if main else view.id} --db {db} · {program} timeline {view.id} --db {db}",
    }  # fmt: skip
    out = console()
    mark = RIGHT_TO_LEFT_MARK if language == "ar" else LEFT_TO_RIGHT_MARK
    out.print()
    for key, words in told.items():
        out.print(Text(mark).append(f"{_LABELS[key][at]}: ", "bold").append(words))


def _differing(view: DisagreementView, language: Language) -> str:
    what = word("measure", view.what, language) or word("attribute", view.attribute, language)
    values = " / ".join(clean(side_in(view.attribute, side.value, language)) for side in view.sides)
    return f"{what}: {values} ({word('kind', view.kind, language)})"


def _origins(main: HappeningView | None) -> list[str]:
    found = (report.chain[0] for report in main.reports if report.chain) if main else ()
    return [clean(link.label) for link in found if link.known]


def _through(chain: tuple[LinkView, ...]) -> str:
    return f"{LEFT_TO_RIGHT_MARK} → {LEFT_TO_RIGHT_MARK}".join(clean(link.label) or "?" for link in chain)


def _several(items: list[str], at: int) -> str:
    once = list(dict.fromkeys(items))
    shown = "؛ ".join(once[:_MOST]) if at else "; ".join(once[:_MOST])
    return f"{shown} (+{len(once) - _MOST} {_LABELS['more'][at]})" if len(once) > _MOST else shown


def _days(main: HappeningView, language: Language) -> str:
    return days(main.when.first, main.when.last, language)
