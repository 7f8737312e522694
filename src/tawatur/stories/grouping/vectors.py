"""Vectors: what an article is about, as weighted words of its title and of its first part."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.model import Article
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.grouping.stems import cut_clitics, stem

# A title of fewer words than this («كاريكاتير»), or over so many texts of one outlet («كلمة المدينة»), heads a column.
_TITLE_WORDS = 2
_COLUMN = 3

# A word of the title or of the text, by the view it stands in: "t" or "l", and its stem.
Term = tuple[str, str]

# The title names the happening; the text names more of its people and places. The halves of the likeness: measured on
# dev the result is flat from .5 to .8.
_TITLE_SHARE = 0.65
# Code points of the text that count: the part in which news tells its main happening (about 200 words).
_LEAD = 1200
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
    """One vector of length 1 for each unit, as compact arrays: the terms of unit n stand from starts[n] to starts[n+1].

    `terms` are numbers below `count` in no particular order, `values` what each weighs.
    """

    starts: NDArray[np.int64]
    terms: NDArray[np.int32]
    values: NDArray[np.float64]
    count: int


def unit_vectors(units: Iterable[Sequence[Article]], common: Mapping[str, float]) -> Vectors:
    """Return one vector for each unit: an article, or the articles of one copy group counted once.

    `common` maps folded words to the share of news articles expected to hold them. The product of two vectors is the
    likeness of two units: 0.65 of it the cosine of the titles, 0.35 that of the first parts; between units without
    titles the cosine of the first parts alone. `units` are gone through twice.
    """
    headings = _headings(units)
    numbers: dict[Term, int] = {}
    starts, terms, values = [0], array("i"), array("d")
    for unit in units:
        for term, times in _count(unit, headings).items():
            terms.append(numbers.setdefault(term, len(numbers)))
            values.append(times)
        starts.append(len(terms))
    held = np.frombuffer(terms, dtype=np.int32) if terms else np.array([], dtype=np.int32)
    counts = np.frombuffer(values, dtype=np.float64) if values else np.array([], dtype=np.float64)
    known = {"t": _by_stem(common, stem), "l": _by_stem(common, cut_clitics)}
    holders = np.bincount(held, minlength=len(numbers)).tolist()
    of_unit = len(starts) - 1
    weights = np.array([_rarity(known[term[0]], term[1], holders[n], of_unit) for term, n in numbers.items()])
    in_title = np.array([term[0] == "t" for term in numbers], dtype=np.bool_)
    return _weighted(np.array(starts, dtype=np.int64), held, counts, weights, in_title)


def _by_stem(common: Mapping[str, float], stemmed: Callable[[str], str]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for word, share in common.items():
        key = stemmed(word)
        shares[key] = max(share, shares.get(key, 0.0))
    return shares


def _headings(units: Iterable[Sequence[Article]]) -> frozenset[tuple[str, ...]]:
    """Return the titles that head a column and tell no story: of one word, or over several texts of one outlet."""
    uses: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for unit in units:
        uses.update({(a.outlet or "", _title(a)) for a in unit})
    return frozenset(
        title
        for (_, title), times in uses.items()
        if times >= _COLUMN or sum(1 for word in title if not word.isdigit()) < _TITLE_WORDS
    )


def _title(article: Article) -> tuple[str, ...]:
    return tuple(word for word in folded_words(article.title or "") if len(word) > 1)


def _count(unit: Sequence[Article], headings: frozenset[tuple[str, ...]]) -> dict[Term, float]:
    """Return the mean of log-scaled term counts over the articles of a unit; headings of columns are no titles."""
    total: Counter[Term] = Counter()
    for article in unit:
        lead = folded_words(article.text[:_LEAD])
        title = _title(article)
        if title in headings:
            title = ()
        terms = Counter(("t", stem(word)) for word in title)
        terms.update(("l", cut_clitics(word)) for word in (*lead, *title) if len(word) > 1)
        for term, times in terms.items():
            total[term] += (1.0 + math.log(times)) / len(unit)  # type: ignore[assignment]
    return dict(total)


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
    """Weigh the terms and give each unit's title and text their shares of its length; terms without weight go."""
    units = len(starts) - 1
    if not len(terms):
        return Vectors(starts, terms, counts, len(weights))
    owners = np.repeat(np.arange(units), np.diff(starts))
    values = counts * weights[terms]
    kept = values > 0.0
    owners, terms, values = owners[kept], terms[kept], values[kept]
    titled = in_title[terms]
    squares = [np.bincount(owners[view], values[view] ** 2, minlength=units) for view in (titled, ~titled)]
    share = np.where(squares[0] > 0.0, _TITLE_SHARE, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        scales = [np.sqrt(part / square) for part, square in zip((share, 1.0 - share), squares, strict=True)]
    values = values * np.where(titled, scales[0][owners], scales[1][owners])
    return Vectors(np.searchsorted(owners, np.arange(units + 1)), terms, values, len(weights))
