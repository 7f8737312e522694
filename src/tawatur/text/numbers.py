"""Numbers in Arabic text: digits of every kind, number words and their compounds, mixtures of both, ordinals.

Method: a left-to-right composition over places (unit, teen, tens, hundred, scale). A word joins the number so far when
the grammar of Arabic numerals lets it stand there: tens after «و» and a unit, hundreds after a unit, a scale smaller
than the last one, anything smaller after «و». Each word is looked at a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.model import Span
from tawatur.text.digits import digits_value
from tawatur.text.number_sum import Sum, takes
from tawatur.text.number_words import NumberTerm, is_ten, number_terms, ordinal_value
from tawatur.text.words import Word

NumberKind = Literal["count", "vague", "few", "part", "ordinal"]


# «مئات آلاف المليارات» and the like end here; what is larger is no number that news writes.
LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value, its words [first, last) in the sequence read, its span without clitics.

    `kind`: "count" an exact number; "vague" «عشرات», «آلاف» (value 10, 1000: more than that); "few" «بضعة», «عدة»
    (value 1); "part" «نصف», «ثلث»; "ordinal" «الثالث». `digits`: written with digits alone. `clitics`: the clitics
    written onto its first word.
    """

    value: float
    first: int
    last: int
    span: Span
    kind: NumberKind = "count"
    digits: bool = False
    definite: bool = False
    clitics: str = ""


def read_number(words: Sequence[Word], at: int) -> Number | None:
    """Return the cardinal that starts at `words[at]`, the longest one, or None."""
    word = words[at]
    if word.kind == "number":
        return _from_digits(words, at)
    if word.kind != "word":
        return None
    term = _first_term(words, at)
    if term is None:
        return None
    parts = _parts(words, at, term)
    if parts or (term.place == "half" and term.dual):
        return parts
    if term.place in ("vague", "few", "half") or (term.place == "scale" and term.definite and not term.dual):
        return _from_loose(words, at, term)
    total = Sum()
    if not _start(total, term):
        return None
    last = _go_on(words, at + 1, total)
    return _number(words, at, last, total.value, term)


def _first_term(words: Sequence[Word], at: int) -> NumberTerm | None:
    """Choose among the readings of a first word: «آلاف» alone is vague, «ألفا شخص» two thousand, «ألفاً» one."""
    terms = number_terms(words[at].norm)
    if not terms:
        return None
    if _before_ten(words, at + 1):
        # «واحد وسبعين» is no «و» and «أحد»; a teen is («واحد عشر» is written so).
        tens = not is_ten(words[at + 1].norm) and any(t.place == "unit" and not t.clitics for t in terms)
        eleven = None if tens else next((t for t in terms if t.place == "eleven"), None)
        terms = (eleven,) if eleven else tuple(t for t in terms if t.place != "eleven")
    else:
        terms = tuple(t for t in terms if t.place != "eleven")
    loose = next((t for t in terms if t.place in ("vague", "few")), None)
    if not terms or loose:
        return loose
    counted = at + 1 < len(words) and words[at + 1].kind == "word" and "\u064b" not in words[at].text
    if counted and words[at].norm.endswith("ا") and _adds(words, at + 1):
        counted = False  # «مليونا وأربعمئة ألف», «مليونا و 300 ألف» is one million and more, its noun comes later
    return next((t for t in terms if t.dual == counted), terms[0])


def _adds(words: Sequence[Word], at: int) -> bool:
    """Tell whether a number is added at a place: with «و» written onto it, or before it."""
    if words[at].norm == "و":
        return at + 1 < len(words) and (words[at + 1].kind == "number" or bool(number_terms(words[at + 1].norm)))
    return any(term.clitics == "و" for term in number_terms(words[at].norm))


def _before_ten(words: Sequence[Word], at: int) -> bool:
    """Tell whether «عشر» or «وعشرين» stands at a place, so that «إحدى» before it is a number."""
    if at >= len(words):
        return False
    return is_ten(words[at].norm) or any(t.place == "tens" and t.clitics == "و" for t in number_terms(words[at].norm))


def _start(total: Sum, term: NumberTerm) -> bool:
    if term.place == "eleven":
        return total.add(term.value, joined=False)
    if term.place == "scale":
        return total.add_scaled(term.value, term.value / 2 if term.dual else term.value)
    return total.add(term.value, joined=False)


def _number(
    words: Sequence[Word], first: int, last: int, value: float, term: NumberTerm | None, kind: NumberKind = "count"
) -> Number:
    letters = term.letters if term else 0
    span = Span(words[first].cut(letters), words[last - 1].span.end)
    digits = term is None and last == first + 1
    return Number(value, first, last, span, kind, digits, bool(term and term.definite), term.clitics if term else "")


def _go_on(words: Sequence[Word], at: int, total: Sum) -> int:
    """Read on from `at` while the words compose; return the index after the last one that did."""
    kept: tuple[int, float, float | None, float] | None = None
    while at < len(words) and words[at].kind != "mark":
        begins = total.total > 0 and total.group is None
        before = (at, total.total, total.group, total.last)
        step = _step(words, at, total)
        if step == 0:
            break
        if begins and total.group is not None:
            kept = before
        at += step
    if kept and _scale_again(words, at):
        # «8 آلاف و10 آلاف»: the second number has the scale of the first and is a number of its own.
        at, total.total, total.group, total.last = kept
    return at


def _scale_again(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and any(
        t.place == "scale" and not t.dual and not t.clitics and not t.definite for t in number_terms(words[at].norm)
    )


def _step(words: Sequence[Word], at: int, total: Sum) -> int:
    word, joined, skip = words[at], False, 0
    if word.norm == "و" and at + 1 < len(words):
        word, joined, skip = words[at + 1], True, 1
    if word.kind == "number":
        value = digits_value(word.norm)
        whole = value is not None and value.is_integer() and joined and total.total > 0
        return 1 + skip if whole and value is not None and total.add(value, joined=True) else 0
    for term in number_terms(word.norm):
        if term.clitics not in ("", "و"):
            continue
        if term.place == "eleven" and not _before_ten(words, at + skip + 1):
            continue
        if takes(total, term, joined or term.clitics == "و"):
            return 1 + skip + (term.place == "half" and _repeats_scale(words, at + skip + 1))
    return 0


def _repeats_scale(words: Sequence[Word], at: int) -> bool:
    """«مليون ونصف المليون»: the scale named once more adds nothing."""
    return at < len(words) and any(t.place == "scale" and t.definite for t in number_terms(words[at].norm))


def _from_digits(words: Sequence[Word], at: int) -> Number | None:
    parted = _parted_by_letter(words, at)
    if parted is not None:
        return parted
    after = words[at + 1] if at + 1 < len(words) else None
    scale = after is not None and any(t.place == "scale" and not t.letters for t in number_terms(after.norm))
    value = digits_value(words[at].norm, scaled=scale or (after is not None and after.norm in ("%", "٪")))
    if value is None:
        return None
    last = at + 1
    while last + 1 < len(words) and _is_group(words, last, value):
        value, last = value * 1000 + float(words[last + 1].norm), last + 2
    total = Sum()
    total.group = value
    if scale or (last < len(words) and any(t.place == "half" for t in number_terms(words[last].norm))):
        last = _go_on(words, last, total)
    return _number(words, at, last, total.value, None)


def _parted_by_letter(words: Sequence[Word], at: int) -> Number | None:
    """«63ر54»: agencies write the decimal mark as «ر», the fraction first; the page shows 54.63 left to right."""
    if at + 2 >= len(words) or words[at + 1].norm != "ر" or words[at + 2].kind != "number":
        return None
    fraction, whole = words[at].norm, words[at + 2].norm
    glued = words[at].span.end == words[at + 1].span.start and words[at + 1].span.end == words[at + 2].span.start
    if not glued or not fraction.isdigit() or not whole.isdigit() or len(fraction) > 3:
        return None
    total = Sum()
    total.group = float(f"{whole}.{fraction}")
    last = at + 3
    if last < len(words) and any(t.place == "scale" and not t.letters for t in number_terms(words[last].norm)):
        last = _go_on(words, last, total)
    return _number(words, at, last, total.value, None)


def _is_group(words: Sequence[Word], mark: int, value: float) -> bool:
    """«26،013»: an Arabic comma glued between digits parts thousands."""
    group = words[mark + 1]
    return (
        words[mark].norm == "،"
        and 1 <= value < 10**9
        and value.is_integer()
        and group.kind == "number"
        and len(group.norm) == 3
        and group.norm.isdigit()
        and words[mark - 1].span.end == words[mark].span.start
        and words[mark].span.end == group.span.start
    )


def _parts(words: Sequence[Word], at: int, term: NumberTerm) -> Number | None:
    """«ثلاثة أرباع», «خمسة أثمان»: a number of equal parts; the plural of a part alone is none."""
    if term.place != "unit" or at + 1 >= len(words):
        return None
    part = next((t for t in number_terms(words[at + 1].norm) if t.place == "half" and t.dual and not t.clitics), None)
    return _number(words, at, at + 2, term.value * part.value, term, "part") if part else None


def _from_loose(words: Sequence[Word], at: int, term: NumberTerm) -> Number | None:
    """Vague numbers («عشرات الآلاف», «بضع مئات»), «نصف مليون», parts."""
    value, last = term.value, at + 1
    while last < len(words):
        onward = next(
            (t for t in number_terms(words[last].norm) if t.place in ("vague", "scale") and not t.clitics), None
        )
        if onward is None or onward.value < 100 or onward.dual or value * onward.value > LARGEST:
            break
        value, last = value * onward.value, last + 1
    kind: NumberKind = "vague"
    if term.place == "half":
        kind = "count" if last > at + 1 else "part"
    elif term.place == "few":
        kind = "vague" if last > at + 1 else "few"
    elif term.place == "scale":
        kind = "count" if not term.definite or last == at + 1 else "vague"
    return _number(words, at, last, value, term, kind)


def read_ordinal(words: Sequence[Word], at: int) -> Number | None:
    """Return the ordinal that starts at `words[at]` («الثالث», «الحادي عشر», «التاسع والعشرين»), or None."""
    found = ordinal_value(words[at].norm)
    if found is None:
        return None
    value, letters, definite = found
    last = at + 1
    if last < len(words) and is_ten(words[last].norm):
        value, last = value % 10 + 10 if value == 11 else value + 10, last + 1
    elif last < len(words) and definite:
        apart = words[last].norm == "و" and last + 1 < len(words)  # «الخامس و العشرون»
        for term in number_terms(words[last + apart].norm):
            if term.place == "tens" and (apart or term.clitics == "و") and term.definite:
                value, last = (1 if value == 11 else value) + int(term.value), last + 1 + apart
                break
        else:
            if value == 11:
                return None
    elif value == 11:
        return None
    span = Span(words[at].cut(letters), words[last - 1].span.end)
    return Number(value, at, last, span, "ordinal", definite=definite)


def find_numbers(words: Sequence[Word]) -> tuple[Number, ...]:
    """Return the cardinals of a sequence of words, left to right, none overlapping; ordinals are passed over."""
    found: list[Number] = []
    at = 0
    while at < len(words):
        if words[at].kind == "mark":
            at += 1
            continue
        number = read_number(words, at)
        if number is None:
            ordinal = read_ordinal(words, at)
            at = ordinal.last if ordinal else at + 1
            continue
        found.append(number)
        at = number.last
    return tuple(found)
