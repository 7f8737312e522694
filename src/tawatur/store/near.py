"""Articles near new ones: those that share their rarest words and were published on the days around."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tawatur.model import DayRange
from tawatur.search import indexed
from tawatur.store.codec import day
from tawatur.store.page_rows import load_article

# Code points of the text whose words count beside the title: what news tells first (copies share it as well).
_LEAD = 600
# The rarest words of an article that are looked up. Of two reports of one happening a third of these are shared.
_LOOKED_UP = 24
# A word that more than this share of the articles hold tells little and costs much; so few articles are always few, and
# more than `_MOST` (2 % of 25,000) are many in any store.
_COMMON, _FEW, _MOST = 0.02, 60, 500
# Articles looked at for one, and the least share of the weight of its rarest words that they must hold. Grouping joins
# at a likeness of .35; measured in docs/stages/grouping.md.
_NEAREST, _LEAST_SHARE = 20, 0.12


class Finder:
    """Finds articles by the rare words that they share, at most `days` apart; each word is looked up once.

    Of a word only so many holders are read as tell that it is rare, so that common ones cost the same in any store.
    """

    def __init__(self, db: sqlite3.Connection, days: int) -> None:
        self._db = db
        self._days = days
        self._where: dict[str, tuple[int, list[int]]] = {}
        self._published: dict[int, DayRange] = {}
        self._count = int(db.execute("SELECT count(*) FROM article").fetchone()[0])

    def near(self, row: int) -> list[int]:
        """Return the rows of the nearest articles, that of the article itself first."""
        weights = self._weights(row)
        total = sum(weights.values())
        shared: dict[int, float] = {}
        for word, weight in weights.items():
            for other in self._where[word][1]:
                shared[other] = shared.get(other, 0.0) + weight
        likely = sorted((-weight, other) for other, weight in shared.items() if weight >= _LEAST_SHARE * total)
        near = (other for _, other in likely if other != row and self._is_near(row, other))
        return [row, *islice(near, _NEAREST)]

    def _weights(self, row: int) -> Mapping[str, float]:
        """Return the rarest words of an article that another holds as well, each with how much it tells."""
        article = load_article(self._db, row)
        words = {*indexed(article.title).split(), *indexed(article.text[:_LEAD]).split()}
        most = min(max(_FEW, int(_COMMON * self._count)), _MOST)
        rare: list[tuple[int, str]] = []
        for limit in _steps(most):
            held = {word: len(self._holders(word, limit)) for word in words if len(word) > 1}
            rare = sorted((number, word) for word, number in held.items() if 1 < number <= limit)[:_LOOKED_UP]
            # Rarer ones than these there are none, whatever the others are held by.
            if len(rare) == _LOOKED_UP:
                break
        return {word: math.log(self._count / number + 1.0) for number, word in rare}

    def _holders(self, word: str, limit: int) -> Sequence[int]:
        """Return the rows of the articles that hold a word, one more than `limit` at most."""
        known = self._where.get(word)
        if known is None or (known[0] < limit and len(known[1]) > known[0]):
            asked = '{title body} : "' + word.replace('"', '""') + '"'
            found = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (asked, limit + 1))
            known = self._where[word] = limit, [other for (other,) in found.fetchall()]
        return known[1]

    def _is_near(self, one: int, other: int) -> bool:
        mine, theirs = self._days_of(one), self._days_of(other)
        if mine.first is None or theirs.first is None:
            return True
        gap = max((mine.first - (theirs.last or theirs.first)).days, (theirs.first - (mine.last or mine.first)).days)
        return gap <= self._days

    def _days_of(self, row: int) -> DayRange:
        if row not in self._published:
            first, last = self._db.execute("SELECT first, last FROM article WHERE id = ?", (row,)).fetchone()
            self._published[row] = DayRange(day(first), day(last))
        return self._published[row]


def _steps(most: int) -> Iterator[int]:
    """Yield how many holders to read: few at first, then four times as many, up to the most."""
    limit = _FEW
    while limit < most:
        yield limit
        limit *= 4
    yield most
