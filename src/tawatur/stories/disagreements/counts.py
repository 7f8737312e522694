"""Counts: what each figure of an article counts, and of which sort of people, whether or not an event carries it.

A figure tells it by its noun («31 جثة»), by the word right beside it («إيقاف 23 شخصا», «23 شخصا أوقفوا»), by a word a
little before, or, where it has no noun of its own, by the noun that its clause counts («عدد الموقوفين … ارتفع إلى 37»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Anchor, Figure, Measure, Reading, Span
from tawatur.stories.disagreements.measures import (
    are_some_hurt,
    did_something,
    died_of_it,
    is_ambiguous_dual,
    is_and_others,
    is_further,
    is_listed,
    is_of_those_counted,
    is_part,
)
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words

# Words beside a figure that tell what it counts, those a little before, and those that a bare number looks back over.
_BESIDE, _BEFORE, _BEFORE_BARE = 2, 6, 16
# Words behind a figure in which what is said of those counted may come («ما زالوا في عداد المفقودين»).
_SAID = 6
_ENDS = frozenset(".؟!؛()")
# What is compared; who is only sought, say, is not.
_COMPARED = frozenset({"killed", "wounded", "missing", "abducted", "detained", "released", "displaced", "rescued"})
_THOUSANDS = "الاف"
_MEMBER = "fighter"
# What is done to people by force: whose dead they are matters there.
_BY_FORCE = frozenset({"killed", "wounded"})
_OF, _AMONG = "من", "عداد"


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as an article gives it: what it counts, of which sort of people (empty: all), and how it is told.

    `part` tells that it stands as part of another («بينهم ستة أطفال»), `instead` that it is told as an earlier value.
    """

    what: str
    people: str
    measure: Measure
    sentence: Span
    part: bool
    instead: bool


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with the words around it: its counted noun, what stands before and what behind."""

    figure: Figure
    unit: tuple[str, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]


def read_counts(reading: Reading, lexicon: JoinLexicon) -> Iterator[Count]:
    """Yield what the figures of an article count, in the order of its text."""
    text = reading.article.text
    last: Count | None = None
    for figure in reading.figures:
        sentence = next((s.span for s in reading.sentences if s.span.holds(figure.span)), None)
        if sentence is None or figure.unit == "%" or is_vague(text, figure, lexicon):
            continue
        if is_of_those_counted(reading, sentence, figure):
            continue
        told = _around(text, sentence, figure, lexicon)
        if told.before and told.before[-1].norm in lexicon.counts.denying:
            # «أربعة لا ستة»: what is denied is another's value.
            continue
        what = _what(told, lexicon)
        people = None if what is None else _people(text, told, what, lexicon)
        if what == "wounded" and are_some_hurt(text, figure, told.before, told.after, lexicon):
            continue
        if what not in _COMPARED or people is None or _is_of_others(text, told, lexicon) or died_of_it(told.before):
            continue
        if last is not None and last.sentence == sentence and not last.part and _is_others(told.unit, lexicon):
            # «مقتل تسعة من عناصر التنظيم وإصابة 12 آخرين».
            people = last.people
        part = _is_part(told.before, lexicon)
        if part and not people:
            continue
        anchor = Anchor.of(reading.article.id, text, figure.span)
        measure = Measure(what, figure.value, figure.comparator, figure.unit, anchor)
        instead = any(word.norm in lexicon.counts.instead for word in told.before[-2:])
        last = Count(what, people, measure, sentence, part, instead)
        yield last


def is_vague(text: str, figure: Figure, lexicon: JoinLexicon) -> bool:
    """Tell whether a figure gives no number («عشرات القتلى»)."""
    if is_ambiguous_dual(text, figure):
        return True
    words = [word.norm for word in find_words(text, figure.span) if word.kind != "mark"]
    # «تسعة آلاف» gives one, «آلاف القتلى» none.
    named = [norm for norm in words if _THOUSANDS in forms(norm) or lexicon.counts.vague & set(forms(norm))]
    return bool(named) and (words[0] in named or any(_THOUSANDS not in forms(norm) for norm in named))


def _around(text: str, sentence: Span, figure: Figure, lexicon: JoinLexicon) -> _Figure:
    before = tuple(find_words(text, Span(sentence.start, figure.span.start)))
    after = tuple(find_words(text, Span(figure.span.end, sentence.end)))
    unit = tuple(word.norm for word in find_words(figure.unit or "") if word.kind == "word")
    if unit and unit[0] in lexicon.counts.no_unit:
        own = tuple(w for w in find_words(text, figure.span) if w.norm in lexicon.counts.no_unit)
        return _Figure(figure, (), before, (*own, *after))
    return _Figure(figure, unit, before, after)


def _what(told: _Figure, lexicon: JoinLexicon) -> str | None:
    """Return what a figure counts, None where its words do not tell or it counts things."""
    nouns = lexicon.counts.nouns
    own = _first(told.unit, nouns)
    beside = _beside(told.before, lexicon)
    if own is not None:
        if beside == "released" and own in ("abducted", "detained"):
            return beside
        # «وفاة 32 مصابا»: what became of the hurt.
        return "killed" if own == "wounded" and _died(told.before, lexicon) else own
    if told.unit and _first(told.unit[:1], dict.fromkeys(lexicon.things, "thing")):
        return None
    near = beside or _behind(told.after, lexicon) or _among_those(told.after, lexicon)
    if near or (told.unit and not _is_person(told.unit[0], lexicon)):
        return near
    return _ahead(told.before, lexicon) or _counted(told.before, lexicon) or _said(told.after, lexicon)


def _died(before: Sequence[Word], lexicon: JoinLexicon) -> bool:
    return bool(before) and _first((before[-1].norm,), lexicon.counts.deeds) == "killed"


def _is_person(norm: str, lexicon: JoinLexicon) -> bool:
    return _is_everyone(norm, lexicon) or bool(_sort(norm, lexicon))


def _first(norms: Sequence[str], table: Mapping[str, str]) -> str | None:
    return next((table[form] for norm in norms for form in forms(norm) if form in table), None)


def _role(norm: str, lexicon: JoinLexicon) -> str | None:
    for form in forms(norm):
        found = lexicon.counts.deeds.get(form) or lexicon.counts.nouns.get(form)
        if found:
            return found
    return None


def _beside(before: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    words = [word for word in before[-_BESIDE - 1 :] if word.kind != "mark"][-_BESIDE:]
    return next((role for word in reversed(words) if (role := _role(word.norm, lexicon))), None)


def _behind(after: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    """Return what is said right behind of those counted («23 شخصا أوقفوا», «520 عائلة نازحة»)."""
    for word in after[:_BESIDE]:
        if word.kind != "word" or word.norm.startswith("و") or word.norm in lexicon.stop:
            return None
        if role := _role(word.norm, lexicon):
            return role
    return None


def _ahead(before: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    for word in reversed(before[-_BEFORE:]):
        if word.norm in _ENDS:
            return None
        if role := _role(word.norm, lexicon):
            return role
    return None


def _among_those(after: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    """Return whom a figure is counted among («27 شخصا ما زالوا في عداد المفقودين»)."""
    near = after[: _SAID + 1]
    return next((_role(b.norm, lexicon) for a, b in pairwise(near) if a.norm == _AMONG), None)


def _said(after: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    for word in after[:_SAID]:
        if word.kind != "word" or word.norm.startswith("و"):
            return None
        if role := _role(word.norm, lexicon):
            return role
    return None


def _counted(before: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    """Return the noun that a clause counts («عدد قتلى التفجير … إلى تسعة»)."""
    for word in reversed(before[-_BEFORE_BARE:]):
        if word.norm in _ENDS:
            return None
        if found := _first((word.norm,), lexicon.counts.nouns):
            return found
    return None


def _people(text: str, told: _Figure, what: str, lexicon: JoinLexicon) -> str | None:
    """Return the sort of people a figure counts, empty for all, None where it is of some that were told of before."""
    words = [*find_words(text, told.figure.span), *told.after]
    of = _of_whom(text, told, words, lexicon)
    if of is not None:
        return _sort_of(of, what, lexicon)
    if not told.unit or _first(told.unit[:1], lexicon.counts.nouns) or _is_everyone(told.unit[0], lexicon):
        sort = _sort(told.unit[1], lexicon) if len(told.unit) > 1 else _described(told, lexicon)
        return sort or (_counted_sort(told.before, lexicon) if not told.unit else "")
    sort = _sort(told.unit[0], lexicon)
    return _plain(sort, what) if sort else stem(told.unit[0])


def _of_whom(text: str, told: _Figure, words: Sequence[Word], lexicon: JoinLexicon) -> tuple[str, str] | None:
    """Return the two words behind «من» right behind a number («ستة من عناصر الشرطة», «أربعة من موظفي المنظمة»)."""
    own = sum(word.kind != "mark" for word in find_words(text, told.figure.span))
    plain = [word.norm for word in words if word.kind != "mark"]
    for at, norm in enumerate(plain[: own + 1]):
        if norm == _OF and len(plain) > at + 1 and not (at and plain[at - 1] in lexicon.telling["than"]):
            return plain[at + 1], plain[at + 2] if len(plain) > at + 2 else ""
    return None


def _sort_of(of: tuple[str, str], what: str, lexicon: JoinLexicon) -> str | None:
    """Return the sort of those that a number is «of», None where it is of some of a known number («من المصابين»)."""
    sort = _sort(of[0], lexicon)
    if sort == _MEMBER:
        # «عناصر الشرطة» are police, «عناصر الجماعة» fighters.
        return _sort(of[1], lexicon) or sort
    if sort:
        return _plain(sort, what)
    if _first(of[:1], lexicon.counts.nouns):
        return None
    return "" if what not in _BY_FORCE or _is_everyone(of[0], lexicon) else None


def _plain(sort: str, what: str) -> str:
    """Return a sort of people, none for those of whom all held are («اعتقال خمسة متهمين»)."""
    return "" if sort == "suspect" and what in ("detained", "released") else sort


def _described(told: _Figure, lexicon: JoinLexicon) -> str:
    """Return the sort that a word right behind the counted noun tells («ثلاثة مهندسين أجانب»)."""
    if not told.unit or not told.after or told.after[0].norm.startswith(("و", "ال")):
        return ""
    return _sort(told.after[0].norm, lexicon)


def _counted_sort(before: Sequence[Word], lexicon: JoinLexicon) -> str:
    """Return the sort of those that a bare number counts («عدد المجندين المصابين ثلاثة», «عدد الأسر … 350»)."""
    for one, other in pairwise(before[-_BEFORE_BARE:]):
        if one.norm.removeprefix("و") in ("عدد", "حصيله", "اعداد"):
            return _sort(other.norm, lexicon)
    return ""


def _sort(norm: str, lexicon: JoinLexicon) -> str:
    return _first((norm,), lexicon.counts.sorts) or ""


def _is_others(unit: Sequence[str], lexicon: JoinLexicon) -> bool:
    return bool(unit) and unit[0] in lexicon.telling["others"]


def _is_everyone(norm: str, lexicon: JoinLexicon) -> bool:
    return any(form in lexicon.counts.everyone or form in lexicon.people for form in forms(norm))


def _is_part(before: Sequence[Word], lexicon: JoinLexicon) -> bool:
    """Tell whether a count is part of another; «سبعة منهم، وضبط 12 آخرين» begins anew with its own deed."""
    if _is_among(before, lexicon):
        return True
    plain = [word.norm for word in before if word.kind != "mark"][-_BESIDE:]
    anew = any(_first((norm,), lexicon.counts.deeds) for norm in plain)
    return not anew and is_part(tuple(before), lexicon)


def _is_among(before: Sequence[Word], lexicon: JoinLexicon) -> bool:
    """Tell whether a count is of some among others («من بين القتلى تسعة أطفال», «بين القتلى ثلاثة»)."""
    near = before[-3:]
    return any(
        one.norm.removeprefix("و") == "بين" and _first((other.norm,), lexicon.counts.nouns)
        for one, other in pairwise(near)
    )


def _is_for(text: str, figure: Figure) -> bool:
    """Tell whether something is for those that a figure counts («قسائم لـ240 ألف لاجئ»)."""
    return text[: figure.span.start].rstrip("\u0640 ").endswith("ل") or figure.span.of(text).startswith("ل")


def _is_of_others(text: str, told: _Figure, lexicon: JoinLexicon) -> bool:
    figure, before, after = told.figure, told.before, told.after
    if told.unit and _first(told.unit[:1], lexicon.counts.nouns) == "displaced" and _is_for(text, figure):
        return True
    if after and (after[0].norm in lexicon.counts.among or did_something(told.figure, after, lexicon)):
        # «أربعة عشر ممن فقدوا», «12 مصابا رفعوا شكوى»: some of them.
        return True
    if is_further(after, lexicon) or is_and_others(text, figure, before, after, lexicon):
        return True
    return is_listed(text, figure, after, lexicon)
