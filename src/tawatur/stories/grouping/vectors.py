"""Vectors: what an article is about, as weighted words of its title and of its first part."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tawatur.model import Article
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.grouping.stems import cut_clitics, stem

# A title of fewer words than this («كاريكاتير»), or over so many texts of one outlet («كلمة المدينة»), heads a column.
_TITLE_WORDS = 2
_COLUMN = 3

# A word of the title or of the text, by the view it stands in: "t" or "l", and its stem.
Term = tuple[str, str]
Vector = Mapping[Term, float]

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


def unit_vectors(units: Sequence[Sequence[Article]], common: Mapping[str, float]) -> list[dict[Term, float]]:
    """Return one vector of length 1 for each unit: an article, or the articles of one copy group counted once.

    `common` maps folded words to the share of news articles expected to hold them. The product of two vectors is the
    likeness of two units: 0.65 of it the cosine of the titles, 0.35 that of the first parts; between units without
    titles the cosine of the first parts alone.
    """
    known = {"t": _by_stem(common, stem), "l": _by_stem(common, cut_clitics)}
    headings = _headings(units)
    counted = [_count(unit, headings) for unit in units]
    holders: Counter[Term] = Counter()
    for terms in counted:
        holders.update(terms.keys())
    weights = {term: _rarity(known[term[0]], term[1], held, len(units)) for term, held in holders.items()}
    return [_weighted(terms, weights) for terms in counted]


def _by_stem(common: Mapping[str, float], stemmed: Callable[[str], str]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for word, share in common.items():
        key = stemmed(word)
        shares[key] = max(share, shares.get(key, 0.0))
    return shares


def _headings(units: Sequence[Sequence[Article]]) -> frozenset[tuple[str, ...]]:
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


def _weighted(terms: Mapping[Term, float], weights: Mapping[Term, float]) -> dict[Term, float]:
    views: dict[str, dict[Term, float]] = {"t": {}, "l": {}}
    for term, times in terms.items():
        if weights[term] > 0.0:
            views[term[0]][term] = times * weights[term]
    title_share = _TITLE_SHARE if views["t"] else 0.0
    vector: dict[Term, float] = {}
    for view, share in (("t", title_share), ("l", 1.0 - title_share)):
        length = math.sqrt(math.fsum(value * value for value in views[view].values()))
        vector.update((term, math.sqrt(share) * value / length) for term, value in views[view].items())
    return vector
