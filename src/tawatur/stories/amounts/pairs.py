"""Pairs: whether two amounts of a story are values of one thing that cannot both hold.

Three things show it: two articles tell the amounts in one text, one article sets one source's amount against another's
(«لكن»), or two sources of one story measure the same thing of its one incident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor, log10
from typing import Literal

from tawatur.lexicon.amount_words import AmountWords
from tawatur.stories.amounts.read import CLASH, MEANWHILE, Amount
from tawatur.stories.disagreements.values import bounds

# What shows two amounts to be of one thing: one text, an article's contrast, a slip of one source, what is measured.
# A mould shows that they are not: one text that is filled with other figures.
Way = Literal["text", "mould", "contrast", "slip", "thing"]
# The share of the words of two sentences that are one text, and the words of a sentence worth comparing.
_ONE_TEXT, _LEAST = 0.75, 5
# Two values of one thing are seldom told further apart; an article that sets two against each other may tell more.
_TIMES, _CONTRASTED = 3.0, 6.0
# Values so near may be one that is rounded.
_ROUNDED = 0.1
# Differences of a degree or a percent that are told apart.
_FINE = 0.15
# How far apart one number is whose marks are read otherwise.
_SCALES = (1e3, 1e6)
# The digits of two values of which one is a slip; the letters between a value and the one that it is set instead of.
_SLIP, _INSTEAD = 2, 12
# Sentences between a value and the one that answers it.
_CLOSE = 2
# Classes of units in which much is told beside each other: what is measured must be told.
_OF_MUCH = frozenset({"money", "percent", "degree", "time", "distance", "weight", "area"})
# Of these one unit counts some and another all («راكبا», «شخصا»).
_ABOARD = frozenset({"aboard"})
# Of a kind of which an article sets one source's value against another's it tells no third.
_TWO = 2
# An article with so many values of a kind tells of many things.
_MANY = 4
# Stems that two sources share of the clauses that tell their values where a story may have several of a kind.
_SHARED = 2


def are_comparable(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts are of one unit, one rate and one way of telling, and cannot both hold."""
    if not _one_unit(one, other) or one.rate != other.rate or one.aimed != other.aimed or one.part != other.part:
        return False
    if one.partial != other.partial or _other_times(one, other):
        return False
    if one.what and other.what and one.what != other.what:
        return False
    return not can_both_hold(one, other)


def _one_unit(one: Amount, other: Amount) -> bool:
    if one.class_ == other.class_:
        if one.class_ in ("thing", "money", "weight") or one.counted or other.counted:
            return one.unit == other.unit
        return bool(one.class_) or bool(one.what and one.what == other.what)
    return "" in (one.class_, other.class_) and {one.class_, other.class_} <= {"", "people", "thing"}


def _other_times(one: Amount, other: Amount) -> bool:
    """Tell whether both stand with days of which none is the other's."""
    spans = [[(w.first, w.last) for w in a.times if w.first and w.last] for a in (one, other)]
    if not spans[0] or not spans[1]:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in spans[0] for b in spans[1])


def can_both_hold(one: Amount, other: Amount) -> bool:
    """Tell whether one number can be what both say, one of them rounded."""
    low, high = bounds(one.value, one.comparator)
    low_other, high_other = bounds(other.value, other.comparator)
    if low <= high_other and low_other <= high:
        return True
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return False
    a, b = sorted((one.number, other.number))
    if a and b % a == 0 and b / a in _SCALES:
        # «2,804.130» and «2,804,130»: a mark that was read otherwise.
        return True
    if one.class_ in ("degree", "percent"):
        return b - a < _FINE or (_is_whole(a, b) and b - a < 1)
    if one.class_ == "time" and b - a <= _ROUNDED * b:
        # «أسبوعين» and «15 يوما».
        return True
    return b - a <= _ROUNDED * b and (_rounds(a, b) or _rounds(b, a))


def _is_whole(a: float, b: float) -> bool:
    return (a == int(a)) != (b == int(b))


def _rounds(rough: float, exact: float) -> bool:
    """Tell whether the first is what the second comes to with as few digits."""
    if rough <= 0 or _digits(rough) >= _digits(exact):
        return False
    unit = 10.0 ** (floor(log10(rough)) - _digits(rough) + 1)
    return abs(round(exact / unit) * unit - rough) < unit / 2 or abs(floor(exact / unit) * unit - rough) < unit / 2


def _digits(number: float) -> int:
    """Return the digits of a number that are told, without the zeros that end it."""
    return len(f"{number:.6g}".replace(".", "").split("e")[0].strip("0")) or 1


def in_one_text(one: Amount, other: Amount) -> bool:
    """Tell whether two articles give two values of one figure of one text: what stands around it is the same."""
    if one.article == other.article or one.class_ != other.class_ or one.unit != other.unit:
        return False
    common = len(one.words & other.words)
    if common < _LEAST or common < _ONE_TEXT * len(one.words | other.words):
        return False
    return all(
        len(set(a) & set(b)) >= min(_SHARED, len(a), len(b)) for a, b in zip(one.beside, other.beside, strict=True)
    )


def is_set_against(one: Amount, other: Amount) -> bool:
    """Tell whether an article sets one amount against another by its words; whose they are is not asked here."""
    first, second = sorted((one, other), key=lambda amount: amount.span)
    if one.article != other.article or second.sentence.index - first.sentence.index > _CLOSE:
        return False
    if second.against is None or second.against[0] < first.span.end or not _are_near(one, other, _CONTRASTED):
        return False
    if second.points and second.class_ == "":
        # «40 خيمة، في حين أن العدد 15».
        return first.class_ in ("people", "thing") and bool(first.unit or first.counted)
    if second.against[1] == MEANWHILE and (one.counted or other.counted):
        # «أصيب سبعة، فيما نقلت الإسعافات ثلاثة» tells a part.
        return False
    if one.counted and other.counted:
        return True
    one_sentence = one.sentence == other.sentence
    if second.against[1] == CLASH and one_sentence and one.class_ == other.class_:
        return True
    if one.what and one.what == other.what and (one_sentence or second.only):
        return True
    if one.class_ in _OF_MUCH and not (one.what and one.what == other.what):
        surely = one.class_ == "time" and second.against[1] > MEANWHILE
        return surely and one_sentence and bool(one.what or other.what)
    if "" in (one.class_, other.class_) and one.what != other.what:
        return False
    return bool(_shared(one, other)) and bool(one.what or one.unit == other.unit)


def is_of_one_thing(one: Amount, other: Amount, words: AmountWords) -> bool:
    """Tell whether two articles measure the same thing: a kind told in both, and words in common where one has many."""
    if (
        one.counted
        or one.article == other.article
        or not one.what
        or one.what != other.what
        or not _are_near(one, other, _TIMES)
    ):
        return False
    if one.class_ == "time" or (one.what in _ABOARD and one.unit != other.unit):
        # Terms of two bonds; passengers, and all people aboard.
        return False
    if not all(amount.class_ or amount.named for amount in (one, other)):
        return False
    if one.what in words.once:
        return True
    if one.what in words.weak and not one.names & other.names:
        # The price of oil of two days.
        return False
    return len(one.near & other.near) >= _SHARED and not _names_others(one, other)


def _names_others(one: Amount, other: Amount) -> bool:
    """Tell whether two sentences name others: none of the persons, or of the names, of one stands in the other."""
    pairs = (one.names, other.names), (one.persons, other.persons)
    return any(a and b and not a & b for a, b in pairs)


def _shared(one: Amount, other: Amount) -> frozenset[str]:
    own = {one.unit, other.unit}
    return (one.near & other.near) - own


def _are_near(one: Amount, other: Amount, times: float) -> bool:
    low, high = sorted((one.number, other.number))
    return high <= times * low


def unrivalled(amount: Amount, every: Sequence[Amount]) -> bool:
    """Tell whether an article gives but one value of what an amount measures, in the words of whom it stands."""
    rivals = (a for a in every if a.article == amount.article and a.what == amount.what and a.class_ == amount.class_)
    return all(a.number == amount.number or a.statement != amount.statement for a in rivals)


def is_slip(one: Amount, other: Amount) -> bool:
    """Tell whether two values are as one that was copied wrongly: its digits in another order, or one of them other."""
    a, b = (f"{amount.number:.12g}" for amount in (one, other))
    if one.class_ != other.class_ or one.unit != other.unit or len(a) != len(b) or len(a) < _SLIP:
        return False
    if None in (one.statement, other.statement):
        return False
    return sorted(a) == sorted(b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1


def is_in_like_words(one: Amount, other: Amount) -> bool:
    """Tell whether two articles tell two amounts of one unit in words that are partly the same."""
    return one.article != other.article and len(one.near & other.near) >= _SHARED


def corrections(every: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    """Yield where a value is set right («أربعة لا ستة») and where another article gives the wrong one."""
    for at, (right, wrong) in enumerate(pairwise(every)):
        if not wrong.denies or right.sentence != wrong.sentence or wrong.span.start - right.span.end > _INSTEAD:
            continue
        for number, told in enumerate(every):
            if told.article == right.article or told.number != wrong.number or not _one_unit(right, told):
                continue
            if not told.denies and right.part == told.part and right.what and right.what == told.what:
                yield at, number


def both_tell(one: Amount, other: Amount, every: Sequence[Amount]) -> bool:
    """Tell whether the article of one of two amounts gives the other's value as well: of something else, then."""
    return any(
        a.number == value.number and a.class_ == value.class_ and a.article == own.article
        for own, value in ((one, other), (other, one))
        for a in every
    )


def way_they_differ(one: Amount, other: Amount, every: Sequence[Amount], words: AmountWords) -> Way | None:
    """Return what shows two amounts to be of one thing where they cannot both hold, whoever tells them."""
    if one.denies or other.denies or not are_comparable(one, other):
        return None
    alone = not (one.part or other.part)
    if one.article == other.article:
        many = is_one_of_many(one, every)
        many = many or _tells_more(one, other, every)
        return "contrast" if alone and not many and is_set_against(one, other) else None
    if one.counted or other.counted or both_tell(one, other, every):
        # The dead and hurt of two articles are compared as tolls.
        return None
    if one.ordinals and other.ordinals and not one.ordinals & other.ordinals:
        # «الدفعة الثانية», «الدفعة الثالثة».
        return None
    if one.ordinals == other.ordinals and in_one_text(one, other):
        return "text" if _alone_differs(one, other, every) else "mould"
    if not alone:
        return None
    many = is_one_of_many(one, every) or is_one_of_many(other, every)
    if not many and is_of_one_thing(one, other, words) and unrivalled(one, every) and unrivalled(other, every):
        return "thing"
    slip = is_slip(one, other) and is_in_like_words(one, other) and _alone_differs(one, other, every)
    return "slip" if slip else None


def _tells_more(one: Amount, other: Amount, every: Sequence[Amount]) -> bool:
    """Tell whether an article tells a third value of the kind of two, or the first once more by the other's source.

    «السجن عشر سنوات … وأخرى خمس سنوات، لكن القانون …» tells of two sentences, three yields of three bonds.
    """
    if one.counted and other.counted:
        return False
    kind = {a.number for a in every if a.article == one.article and (a.class_, a.unit) == (one.class_, one.unit)}
    return bool(one.class_ or one.unit) and (one.class_, one.unit) == (other.class_, other.unit) and len(kind) > _TWO


def _alone_differs(one: Amount, other: Amount, every: Sequence[Amount]) -> bool:
    """Tell whether all other figures of two sentences of one text are the same, but for those that only one has.

    Bulletins of a bourse, the weather or a match are one mould: filled anew, nearly every figure is another.
    """
    first, second = (
        Counter(a.number for a in every if a.article == x.article and a.sentence == x.sentence and a is not x)
        for x in (one, other)
    )
    return first <= second or second <= first


def is_one_of_many(amount: Amount, every: Sequence[Amount]) -> bool:
    """Tell whether an article gives so many values of a kind that any two of them are mostly of two things."""
    alike = {
        a.number
        for a in every
        if a.article == amount.article
        and a.class_ == amount.class_
        and (a.unit == amount.unit or amount.class_ != "thing")
        and (a.what == amount.what or amount.class_ in _OF_MUCH)
    }
    return len(alike) > _MANY
