"""Years that a text ties to its own: «العام الجاري 2015», «العام الماضي 2014», «لهذا العام 1436هـ»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hijridate import Hijri

from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import TOLD, WEAK, Bound
from tawatur.text.fold import fold
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts, without_article

_YEAR_WORDS = frozenset(fold("عام سنة").split())
_SEASON_WORDS = frozenset(fold("موسم بطولة دوري كأس").split())
# Kinds of years, between the word for year and what ties it: «العام الدراسي الحالي 1436هـ».
_KINDS = frozenset(fold("دراسي جامعي مالي تدريبي هجري ميلادي أكاديمي رياضي كروي دراسية مالية هجرية ميلادية").split())
_NOW = frozenset(fold("جاري جارية حالي حالية").split())
_THIS = frozenset(fold("هذا هذه لهذا بهذا لهذه").split())
_LAST = frozenset(fold("ماضي ماضية منصرم منصرمة فائت فائتة").split())
_NEXT = frozenset(fold("مقبل مقبلة قادم قادمة").split())
# «العام الدراسي الجديد 1436» is about to begin or has begun.
_NEW = frozenset(fold("جديد جديدة").split())
_NEW_OF = _YEAR_WORDS | {fold("موسم")}
_TIES = {"last": _LAST, "next": _NEXT, "new": _NEW}
# School and financial years reach into two calendar years; a year is spoken of as the last or next one for as long.
_SPREAD = frozenset(fold("دراسي جامعي أكاديمي تدريبي رياضي كروي دراسية").split())
_HALF, _YEAR = timedelta(days=183), timedelta(days=365)
# A school year named by its first number runs on into the second, and is the present one until the next begins: of the
# Islamic calendar up to some three hundred days.
_RUNS_ON = timedelta(days=300)
# A school year is planned for so long before it begins.
_SOON = timedelta(days=2 * 365)
_GREGORIAN, _HIJRI = (1990, 2100), (1410, 1500)


def year_bounds(source: str, prepared: Prepared) -> Iterator[Bound]:
    """Yield the bounds of the years that a text ties to its own; `source` is the id that the anchors name."""
    words = [word for word in prepared.words if word.kind != "mark"]
    for at, word in enumerate(words):
        if word.kind != "number" or at == 0:
            continue
        days = _days_of(word)
        if days is None:
            continue
        found = _tied(words, at)
        if found is None:
            continue
        tie, start, spread = found
        if spread:
            # «1435/1436»: the year begins in the first and ends in the second.
            second = _days_of(words[at + 1]) if at + 1 < len(words) and tie != "next" else None
            days = days[0], (second or days)[1]
        anchor = Anchor.of(source, prepared.text, Span(words[start].span.start, word.span.end))
        yield from _bounds(tie, days, spread, anchor)


def _bounds(tie: str, days: tuple[date, date], spread: bool, anchor: Anchor) -> Iterator[Bound]:
    words, (first, last) = f"«{anchor.exact}»", days
    length = last - first + timedelta(days=1)
    strength = WEAK if spread else TOLD
    margin = _HALF if spread else timedelta()
    if tie == "now":
        yield Bound(
            f"{words} is the year of writing",
            anchor,
            first=first - margin,
            last=last + (_RUNS_ON if spread and length <= _YEAR + timedelta(days=1) else margin),
            strength=strength,
        )
    elif tie == "":
        yield Bound(f"{words} is spoken of, past or soon to come", anchor, first=first - _SOON, strength=WEAK)
    elif tie == "last":
        first, last = (last - margin, last + length + margin) if spread else (last + timedelta(days=1), last + length)
        yield Bound(f"{words} is the year before that of writing", anchor, first=first, last=last, strength=strength)
    elif tie == "new":
        reason = f"{words} is about to begin or has begun"
        yield Bound(reason, anchor, first=first - min(length, _YEAR) - margin, last=last, strength=strength)
    else:
        # A school year of the Islamic calendar begins near the end of its first year.
        first, last = first - min(length, _YEAR) - margin, (last if spread else first - timedelta(days=1))
        yield Bound(f"{words} is the year after that of writing", anchor, first=first, last=last, strength=strength)


def _tied(words: Sequence[Word], at: int) -> tuple[str, int, bool] | None:
    """Return how the year at a place is tied to that of writing, where the words start, and whether it is spread."""
    bare = [_bare(word.norm) for word in words[max(0, at - 4) : at]]
    offset = at - len(bare)
    if not bare:
        return None
    if bare[-1] in _NOW:
        return "now", offset + max(0, len(bare) - 3), bool(set(bare[-3:]) & _SPREAD)
    tie = next((name for name, words_of in _TIES.items() if bare[-1] in words_of), "")
    rest = bare[:-1] if tie else bare
    spread = False
    while rest and rest[-1] in _KINDS:
        spread = spread or rest[-1] in _SPREAD
        rest = rest[:-1]
    if not rest or rest[-1] not in _YEAR_WORDS | _SEASON_WORDS:
        return None
    if tie == "new" and rest[-1] not in _NEW_OF:
        return None
    season = rest[-1] in _SEASON_WORDS
    spread = spread or season or tie == "new"
    if tie:
        return tie, offset + len(rest) - 1, spread
    if len(rest) > 1 and words[offset + len(rest) - 2].norm in _THIS:
        return "now", offset + len(rest) - 2, spread
    # A year of study or play alone: years alone are told apart by their tense elsewhere.
    return ("", offset + len(rest) - 1, spread) if spread and not season else None


def _bare(norm: str) -> str:
    """Return a word without clitics and article («للعام» as «عام», «الجاري» as «جاري»)."""
    known = _YEAR_WORDS | _SEASON_WORDS | _KINDS | _NOW | _LAST | _NEXT | _NEW
    for cut in cuts(norm):
        form = without_article(cut.form)
        if form in known or cut.form.removeprefix("ال") in known:
            return form if form in known else cut.form.removeprefix("ال")
    return norm


def _days_of(word: Word) -> tuple[date, date] | None:
    """Return the first and last day of the year that a number names, Islamic years by their number, or None."""
    text = word.norm
    if not text.isdigit() or len(text) != 4:
        return None
    year = int(text)
    if _GREGORIAN[0] <= year <= _GREGORIAN[1]:
        return date(year, 1, 1), date(year, 12, 31)
    if _HIJRI[0] <= year < _HIJRI[1]:
        first, following = Hijri(year, 1, 1).to_gregorian(), Hijri(year + 1, 1, 1).to_gregorian()
        return (
            date(first.year, first.month, first.day) - timedelta(days=1),
            date(following.year, following.month, following.day),
        )
    return None
