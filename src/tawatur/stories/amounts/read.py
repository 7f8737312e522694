"""Read: what the sums, shares, sizes, durations and numbers of an article measure, as its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, zip_longest
from operator import attrgetter

from tawatur.lexicon.amount_words import AmountWords
from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Comparator, Reading, Sentence, Span, When
from tawatur.stories.amounts.matters import BEFORE, BESIDE, class_of, counted_noun, rate_of, what_of
from tawatur.stories.contested.clauses import bare
from tawatur.stories.disagreements.counts import Count, is_vague
from tawatur.stories.disagreements.told_days import dated
from tawatur.stories.wording import stem
from tawatur.text.fold import fold
from tawatur.text.number_words import ordinal_value
from tawatur.text.words import Word, find_words, without_article

# How surely a word sets an amount against another.
MEANWHILE, BUT, CLASH = 0, 1, 2
# Sentences between a value and the one that answers it.
_CLOSE = 2
# Words right before a figure among which a word for people, or one that points back, may stand.
_NEXT = 5
_ENDS = frozenset(".؟!؛:")
_NO_MORE = frozenset({("لا", "غير"), ("لا", "اكثر"), ("ليس", "اكثر"), ("لا", "سوي")})
_PERSON = frozenset({"PER"})
_THAT = frozenset({"ان", "انه", "انها", "انهم"})
# «في حين ترى الجمعية …».
_WHILE, _IN_TURN = ("في", "حين"), ("في", "المقابل")
# «3.‏2 مليون», «(69) مليون»: a number that a sign of direction or a space has cut in two. «5 و7 سنوات»: the last of two.
_CUT, _CUT_WITHIN = re.compile(r"\d\s*(?:[).,٫،][\s\u200e\u200f\u202a-\u202e]*|و\s*)$"), 8
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])$")
_DAYS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440}
_SIGNS: dict[str, Comparator] = {"اكثر": ">", "اقل": "<", "نحو": "~", "حوالي": "~", "قرابه": "~", "زهاء": "~"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as an article gives it: of which class and unit, what it measures, and the words that it is told in.

    `what` is empty where no word beside it tells what is measured; `statement` is whose words it stands in. `words` are
    the stems of its sentence, `near` those of its clause, `beside` the words next to it; `times`, `ordinals`, `names`
    and `persons` it stands with. `part` tells that it is part of another, `aimed` that it is wished or planned,
    `partial` that it is no last value, `against` where the last word before it stands that sets it against what was
    told and how surely (MEANWHILE, BUT, CLASH), `denies` that it is another's value that is denied («أربعة لا ستة»),
    `named` that a noun with «عدد» tells what is counted, `points` that its words point back («العدد», «هؤلاء»), `only`
    that no more is meant («لا غير»), `toll_beside` that a word beside it tells what happened to people, `counted` that
    it is one of the counts of people that are compared as such.
    """

    article: str
    span: Span
    sentence: Sentence
    value: float | tuple[float, float]
    comparator: Comparator
    class_: str
    unit: str
    what: str
    rate: str
    statement: int | None
    words: frozenset[str]
    near: frozenset[str]
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    times: tuple[When, ...]
    ordinals: frozenset[int]
    names: frozenset[str]
    persons: frozenset[str]
    part: bool
    aimed: bool
    partial: bool
    against: tuple[int, int] | None
    denies: bool = False
    named: bool = False
    points: bool = False
    toll_beside: bool = False
    only: bool = False
    counted: bool = False

    @property
    def number(self) -> float:
        """The number, the higher of a range."""
        return self.value[1] if isinstance(self.value, tuple) else self.value


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    value: float | tuple[float, float]
    comparator: Comparator
    unit: str | None


def may_set_against(reading: Reading) -> bool:
    """Tell whether an article alone may set amounts against each other: two figures close by, and a teller."""
    told = sorted(
        next((s.index for s in reading.sentences if s.span.holds(span)), 0)
        for span in (
            *(f.span for f in reading.figures),
            *(w.span for w in reading.times if w.granularity == "duration"),
        )
    )
    near = any(other - one <= _CLOSE for one, other in pairwise(told))
    return near and sum(s.holder is not None for s in reading.statements) > 0


def read_amounts(
    reading: Reading, counted: Iterable[Count], lexicon: JoinLexicon, words: AmountWords
) -> Iterator[Amount]:
    """Yield the amounts of an article in the order of its text; `counted` are those of people that are compared."""
    text = reading.article.text
    figures = [
        _Found(f.span, f.value, f.comparator, f.unit)
        for f in reading.figures
        if not is_vague(text, f, lexicon) and not _is_cut(text, f.span)
    ]
    lengths = [found for w in reading.times if not _is_cut(text, w.span) and (found := _length(text, w, words))]
    spans = [*(f.span for f in reading.figures), *(f.span for f in lengths)]
    counts = {count.measure.anchor.span: count for count in counted}
    for found in sorted([*figures, *lengths], key=attrgetter("span")):
        sentence = next((s for s in reading.sentences if s.span.holds(found.span)), None)
        if sentence is not None and (amount := _amount(reading, found, sentence, spans, lexicon, words)) is not None:
            yield _counted(amount, counts.get(found.span))


def _is_cut(text: str, span: Span) -> bool:
    """Tell whether what stands right before a number belongs to it: digits, or «الثالثة و» before «العشرين»."""
    before = text[max(0, span.start - _CUT_WITHIN * 2) : span.start]
    last = fold(before[:-1]).split()[-1:] if before.endswith("و") else []
    return _CUT.search(before) is not None or any(map(ordinal_value, last))


def _counted(amount: Amount, count: Count | None) -> Amount:
    """Return an amount as the count of people that it is read as where it is one."""
    if count is None or (amount.what and (amount.named or not amount.toll_beside)):
        return amount
    return replace(amount, class_="people", unit=count.people, what=count.what, part=count.part, counted=True)


def _length(text: str, when: When, words: AmountWords) -> _Found | None:
    """Return a length of time in days, None for another time."""
    match = _LENGTH.match(when.value or "") if when.granularity == "duration" else None
    if match is None:
        return None
    days = float(match[2]) * _DAYS[match[1] + match[3]]
    first = next(find_words(text, when.span), None)
    sign = _SIGNS.get(first.norm, "=") if first else "="
    behind = next(find_words(text, Span(when.span.end, min(len(text), when.span.end + _CUT_WITHIN * 2))), None)
    if behind is not None and behind.norm in words.lists["about"]:
        sign = "~"
    return _Found(when.span, days, sign, "time")


def _amount(
    reading: Reading,
    found: _Found,
    sentence: Sentence,
    spans: Sequence[Span],
    lexicon: JoinLexicon,
    words: AmountWords,
) -> Amount | None:
    text = reading.article.text
    before = _up_to_end(list(find_words(text, Span(sentence.span.start, found.span.start)))[::-1])[::-1]
    behind = _up_to_end(list(find_words(text, Span(found.span.end, sentence.span.end))))
    class_, unit = class_of(found.unit, behind, lexicon, words)
    if class_ == "none" or (class_ == "time" and _has([w.norm for w in before[-2:]], words.lists["away"])):
        return None
    what = words.units.get(unit) or what_of(class_, unit, before, behind, words) or ""
    clause = _clause(text, sentence.span, found.span)
    near = [w.norm for w in (*before[-BESIDE:], *behind[:BESIDE]) if w.kind == "word"]
    return Amount(
        reading.article.id,
        found.span,
        sentence,
        found.value,
        found.comparator,
        class_,
        unit,
        what,
        rate_of(behind, words),
        _holding(reading, found.span),
        _stems(text, sentence.span, spans, lexicon),
        _stems(text, clause, spans, lexicon),
        (_beside(before[::-1]), _beside(behind)),
        tuple(w for w in reading.times if clause.holds(w.span) and dated(w) is not None),
        _ordinals(text, sentence.span),
        _names(reading, sentence.span, frozenset()),
        _names(reading, sentence.span, _PERSON),
        _has([*near, fold(unit)], words.lists["part"])
        or _has([w.norm for w in behind[:2]], lexicon.telling["further"]),
        _has([w.norm for w in before[-BEFORE:]], words.lists["aimed"]),
        class_ == "percent"
        and _has([w.norm for w in (*before[-BESIDE:], *behind[: BESIDE + 1])], words.lists["up_to_now"]),
        _against(before, words),
        bool(before) and before[-1].norm in lexicon.counts.denying,
        not found.unit and bool(counted_noun(before)),
        not found.unit and any(w.norm in words.lists["pointing"] for w in before[-_NEXT:]),
        _has_toll([w.norm for w in (*before[-_NEXT:], *behind[:BESIDE])], lexicon),
        _is_only([w.norm for w in (*before[-2:], *behind[:BESIDE])], words),
    )


def _is_only(norms: Sequence[str], words: AmountWords) -> bool:
    """Tell whether a value is told as no more than that («خمس مذكرات لا غير», «أربعة فقط»)."""
    return _has(norms, words.lists["only"]) or any(pair in _NO_MORE for pair in pairwise(norms))


def _has_toll(norms: Sequence[str], lexicon: JoinLexicon) -> bool:
    """Tell whether a word beside a figure tells what happened to people («قتل», «نازحة»)."""
    return any(form in lexicon.counts.deeds or form in lexicon.counts.nouns for norm in norms for form in forms(norm))


def _against(before: Sequence[Word], words: AmountWords) -> tuple[int, int] | None:
    """Return where the last word before an amount stands that sets it against what was told, and how surely it does.

    «لكن», «إلا أن», «في المقابل» do; «فيما», «بينما», «أما» may only go on to something else.
    """
    found: tuple[int, int] | None = None
    if before and _has([w.norm for w in before], words.lists["clash"]):
        # «تضاربت المعلومات: … فيما …» sets all of its sentence against each other.
        return before[-1].span.end, CLASH
    for word, following in zip_longest(before, before[1:]):
        than = following is not None and following.norm in _THAT
        pair = (word.norm.removeprefix("و"), following.norm if following is not None else "")
        if pair == _IN_TURN or _has((word.norm,), words.lists["but_that"] if than else words.lists["against"]):
            found = word.span.start, BUT
        elif _has((word.norm,), words.lists["meanwhile"]) or pair == _WHILE:
            found = word.span.start, MEANWHILE
    return found


def _holding(reading: Reading, span: Span) -> int | None:
    held = [(s.content.end - s.content.start, n) for n, s in enumerate(reading.statements) if s.content.holds(span)]
    return min(held)[1] if held else None


def _up_to_end(words: list[Word]) -> list[Word]:
    """Return the words up to the first mark that ends a sentence."""
    return words[: next((n for n, w in enumerate(words) if w.norm in _ENDS), len(words))]


def _clause(text: str, sentence: Span, span: Span) -> Span:
    """Return the stretch between two commas or stops that holds a figure."""
    start = max(
        (w.span.end for w in find_words(text, Span(sentence.start, span.start)) if w.text in "،؛,"),
        default=sentence.start,
    )
    end = next((w.span.start for w in find_words(text, Span(span.end, sentence.end)) if w.text in "،؛,"), sentence.end)
    return Span(start, end)


def _stems(text: str, span: Span, numbers: Sequence[Span], lexicon: JoinLexicon) -> frozenset[str]:
    return frozenset(
        stem(w.norm)
        for w in find_words(text, span)
        if w.kind == "word"
        and len(w.norm) > 2
        and w.norm not in lexicon.stop
        and not any(n.holds(w.span) for n in numbers)
    )


def _ordinals(text: str, sentence: Span) -> frozenset[int]:
    """Return the ordinals of a sentence («الدفعة الثالثة»): what has another is another thing."""
    words = (without_article(w.norm) for w in find_words(text, sentence) if w.kind == "word")
    return frozenset(found[0] for norm in words if (found := ordinal_value(norm)) is not None)


def _names(reading: Reading, sentence: Span, types: frozenset[str]) -> frozenset[str]:
    """Return the names of a sentence (of some types, all if empty) that are no source's, each by its last word."""
    text = reading.article.text
    sources = [s.holder for s in reading.statements if s.holder is not None and sentence.holds(s.holder)]
    inside = (n.span for n in reading.names if sentence.holds(n.span) and (not types or n.type in types))
    words = (list(find_words(text, span)) for span in inside if not any(held.holds(span) for held in sources))
    return frozenset(row[-1].norm for row in words if row)


def _beside(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(stem(w.norm) for w in words if w.kind == "word")[:BESIDE]


@lru_cache(maxsize=65536)
def _plain(norm: str) -> tuple[str, ...]:
    return tuple(without_article(form) for form in bare(norm))


def _has(norms: Sequence[str], listed: frozenset[str]) -> bool:
    return any(form in listed for norm in norms for form in _plain(norm))
