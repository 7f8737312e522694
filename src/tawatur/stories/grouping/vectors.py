"""Vectors: what an article is about, as weighted words of its title and of its first part."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.stories.grouping.openings import Opening
from tawatur.stories.grouping.stems import stem

# A title of fewer words than this («كاريكاتير»), or over so many texts of one outlet («كلمة المدينة»), heads a column.
_TITLE_WORDS = 2
_COLUMN = 3

# A word of the title or of the text, by the view it stands in: "t" or "l", and its stem.
Term = tuple[str, str]

# The headline is worded freely; what a text tells first names the happening's people, places and acts. The parts of the
# likeness: on three sets of articles the result is flat from .2 to .3 (docs/stages/grouping.md).
_TITLE_SHARE = 0.25
# News tells the main thing first: a word that stands so many words from the text's first counts half (flat from 20 to
# 80), and a word of the title as much as two that open the text.
_HALF = 40
_TITLE_COUNT = 2.0
# What a text of few words leaves out is not known: each counts as though it told a rare word more that no other tells.
# Texts of one or two sentences are the less alike for it, of two hundred words hardly (flat from 5 to 20).
_UNTOLD = 10.0
# How rare a word is comes from the articles at hand and from what is known beforehand, as though this many articles
# had been counted before: three articles do not tell what is common in the news.
_PRIOR_ARTICLES = 2000
_PRIOR_SHARE = 0.001
# Rarity counts more than proportionally: shared names and numbers tell stories apart, shared topics do not.
_POWER = 1.5
# Words that more articles than this share have no weight.
_NO_WEIGHT = 0.15


@dataclass(frozen=True, slots=True)
class Vectors:
    """One vector for each unit, not longer than 1, as compact arrays: unit n's terms from starts[n] to starts[n+1].

    `terms` are numbers below `count` in no particular order, `values` what each weighs.
    """

    starts: NDArray[np.int64]
    terms: NDArray[np.int32]
    values: NDArray[np.float64]
    count: int


class _Counted:
    """The terms counted so far: their numbers, and of each unit in turn its terms and how much each counts."""

    def __init__(self) -> None:
        self.numbers: dict[Term, int] = {}
        self.starts, self.terms, self.counts = [0], array("i"), array("d")
        self._titles: dict[str, int] = {}
        self._leads: dict[str, int] = {}

    def add(self, unit: Sequence[Opening], headings: frozenset[tuple[str, ...]]) -> None:
        """Count a unit: the mean of log-scaled counts over its articles; headings of columns are no titles."""
        total: dict[int, float] = {}
        for opening in unit:
            title = _title(opening)
            if title in headings:
                title = ()
            named = Counter(self._number("t", self._titles, word) for word in title)
            told: dict[int, float] = {}
            for place, word in enumerate(opening.lead):
                if len(word) > 1:
                    term = self._number("l", self._leads, word)
                    told[term] = told.get(term, 0.0) + _HALF / (_HALF + place)
            for word in title:
                term = self._number("l", self._leads, word)
                told[term] = told.get(term, 0.0) + _TITLE_COUNT
            counts = {term: 1.0 + math.log(times) for term, times in named.items()}
            counts.update({term: math.log1p(times) for term, times in told.items()})
            for term, count in counts.items():
                total[term] = total.get(term, 0.0) + count / len(unit)
        self.terms.extend(total)
        self.counts.extend(total.values())
        self.starts.append(len(self.terms))

    def _number(self, view: str, known: dict[str, int], word: str) -> int:
        number = known.get(word)
        if number is None:
            number = known[word] = self.numbers.setdefault((view, stem(word)), len(self.numbers))
        return number


def unit_vectors(units: Sequence[Sequence[Opening]], common: Mapping[str, float]) -> Vectors:
    """Return one vector for each unit: an article, or the articles of one copy group counted once.

    `common` maps folded words to the share of news articles expected to hold them. The product of two vectors is the
    likeness of two units: a quarter of it the cosine of the titles, the rest that of the first parts with the titles,
    in which words count the more the earlier they stand; between units without titles that of the first parts alone.
    """
    headings = _headings(units)
    counted = _Counted()
    for unit in units:
        counted.add(unit, headings)
    terms, counts = np.array(counted.terms, dtype=np.int32), np.array(counted.counts, dtype=np.float64)
    known = _by_stem(common)
    held = np.bincount(terms, minlength=len(counted.numbers)).tolist()
    weights = np.array([_rarity(known, term[1], held[n], len(units)) for term, n in counted.numbers.items()])
    in_title = np.array([term[0] == "t" for term in counted.numbers], dtype=np.bool_)
    return _weighted(np.array(counted.starts, dtype=np.int64), terms, counts, weights, in_title)


def _by_stem(common: Mapping[str, float]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for word, share in common.items():
        key = stem(word)
        shares[key] = max(share, shares.get(key, 0.0))
    return shares


def _headings(units: Sequence[Sequence[Opening]]) -> frozenset[tuple[str, ...]]:
    """Return the titles that head a column and tell no story: of one word, or over several texts of one outlet."""
    uses: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for unit in units:
        uses.update({(opening.outlet, _title(opening)) for opening in unit})
    return frozenset(
        title
        for (_, title), times in uses.items()
        if times >= _COLUMN or sum(1 for word in title if not word.isdigit()) < _TITLE_WORDS
    )


def _title(opening: Opening) -> tuple[str, ...]:
    return tuple(word for word in opening.title if len(word) > 1)


def _rarity(known: Mapping[str, float], word: str, held: int, units: int) -> float:
    before = known.get(word, _PRIOR_SHARE)
    share = (held + _PRIOR_ARTICLES * before) / (units + _PRIOR_ARTICLES)
    if before >= 1.0 or share >= _NO_WEIGHT:
        return 0.0
    return float((-math.log(share)) ** _POWER)


def _weighted(
    starts: NDArray[np.int64],
    terms: NDArray[np.int32],
    counts: NDArray[np.float64],
    weights: NDArray[np.float64],
    in_title: NDArray[np.bool_],
) -> Vectors:
    """Weigh the terms and give each unit's title and text their shares of its length; terms without weight go.

    The text's length is taken with what it leaves untold.
    """
    units = len(starts) - 1
    if not len(terms):
        return Vectors(starts, terms, counts, len(weights))
    owners = np.repeat(np.arange(units), np.diff(starts))
    values = counts * weights[terms]
    kept = values > 0.0
    owners, terms, values = owners[kept], terms[kept], values[kept]
    titled = in_title[terms]
    squares = [
        np.bincount(owners[view], values[view] ** 2, minlength=units) + untold
        for view, untold in ((titled, 0.0), (~titled, _UNTOLD**2))
    ]
    share = np.where(squares[0] > 0.0, _TITLE_SHARE, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        scales = [np.sqrt(part / square) for part, square in zip((share, 1.0 - share), squares, strict=True)]
    values = values * np.where(titled, scales[0][owners], scales[1][owners])
    return Vectors(np.searchsorted(owners, np.arange(units + 1)), terms, values, len(weights))
