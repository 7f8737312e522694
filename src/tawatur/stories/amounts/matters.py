"""Matters: of what class the unit of a figure is, and what the figure measures, as the words around it tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tawatur.lexicon.amount_words import AmountWords
from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.stories.contested.clauses import bare
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words, without_article

# Words before and behind a figure in which what it measures is told, and those right beside it.
BEFORE, _BEHIND, BESIDE = 12, 6, 3
# Words that a class of unit gives way to: «درجة مئوية» is heat, «كيلومتر مربع» an area.
_HEAT, _SQUARE = frozenset({"مئويه", "حراره", "مئويات"}), frozenset({"مربع", "مربعا", "مربعه", "مربعات"})
_COUNT = frozenset({"عدد", "اعداد", "عددهم", "بعدد"})
_DAY, _IN = frozenset({"يوم", "اليوم"}), "في"


def class_of(unit: str | None, behind: Sequence[Word], lexicon: JoinLexicon, words: AmountWords) -> tuple[str, str]:
    """Return the class and the unit of a figure; «none» for heat, empty for a bare number."""
    if unit in ("%", "time"):
        return ("percent" if unit == "%" else "time"), ""
    told = [w.norm for w in find_words(unit or "") if w.kind == "word"]
    next_to = [w.norm for w in behind[:2]]
    if not told or told[0] in lexicon.counts.no_unit:
        return "", ""
    for norm in told:
        for form in forms(norm):
            class_ = words.classes.get(form)
            if class_ == "degree" and _HEAT & {without_article(n) for n in (*told, *next_to)}:
                return "none", ""
            if class_ == "distance" and _SQUARE & {without_article(n) for n in (*told, *next_to)}:
                return "area", "square"
            if class_ == "people":
                return class_, stem(norm)
            if class_:
                return class_, form if class_ == "money" else ""
    first = told[0]
    if any(
        form in lexicon.counts.everyone or form in lexicon.people or form in lexicon.counts.sorts
        for form in forms(first)
    ):
        return "people", stem(first)
    own = next((form for form in forms(first) if form in words.units), None)
    return "thing", own or stem(first)


def what_of(class_: str, unit: str, before: Sequence[Word], behind: Sequence[Word], words: AmountWords) -> str | None:
    """Return what the words around a figure tell that it measures, the nearest first; None where none does."""
    tables = [words.matters.get(name, {}) for name in ((class_,) if class_ else ("people", "thing"))]
    if counted := counted_noun(before):
        # «عدد ركاب المركب … يزيد على 150» tells by its noun.
        own = next((what for t in tables if (what := _told(counted, t))), None)
        if own is not None:
            return own
    row = [w.norm for w in reversed(before[-BEFORE:])] + [w.norm for w in behind[:_BEHIND]]
    found = [what for norm in row for table in tables if (what := _told(norm, table))]
    return next((what for what in found if what not in words.weak), found[0] if found else None)


def counted_noun(before: Sequence[Word]) -> str:
    """Return the noun behind «عدد» in the clause of a figure, empty where there is none."""
    row = list(takewhile(lambda word: word.text != "،", reversed(before)))[::-1]
    at = next((n for n, w in enumerate(row) if w.norm.removeprefix("و") in _COUNT), len(row))
    return row[at + 1].norm if at + 1 < len(row) else ""


def _told(norm: str, table: object) -> str | None:
    assert isinstance(table, dict)
    return next((table[form] for form in forms(norm) if form in table), None)


def rate_of(behind: Sequence[Word], words: AmountWords) -> str:
    """Return what a figure is counted over («في اليوم», «للفرد»), empty where nothing tells it."""
    near = [w.norm for w in behind[: BESIDE + 1]]
    if len(near) > 1 and near[0] == _IN and near[1] in _DAY:
        return "per_day"
    return next((words.rates[form] for norm in near for form in bare(norm) if form in words.rates), "")
