"""What of an article's text is compared: its folded words, without the standing lines of its outlet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tawatur.model import Article
from tawatur.text.fold import fold

_WORD = re.compile(r"\w+")
# A line that stands in this many articles of one outlet may be furniture (a footer, a column's header, a disclaimer) …
_STANDING_ARTICLES = 4
# … and is, when the rest of those articles is mostly different texts: a copied paragraph comes with its copied text.
_STANDING_TEXTS = 0.75
# Longer lines are text, not furniture.
_STANDING_WORDS = 60


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, in order."""
    return tuple(_WORD.findall(fold(text)))


def article_words(articles: Sequence[Article]) -> dict[str, tuple[str, ...]]:
    """Return each article's folded words without the lines that are furniture of its outlet, by article id."""
    lines = {article.id: tuple(folded_words(line) for line in article.text.split("\n")) for article in articles}
    standing = _standing_lines(articles, lines)
    found: dict[str, tuple[str, ...]] = {}
    for article in articles:
        dropped = standing.get(article.outlet or "", frozenset())
        kept = [line for line in lines[article.id] if line and line not in dropped]
        found[article.id] = tuple(word for line in kept for word in line)
    return found


def _standing_lines(
    articles: Sequence[Article], lines: Mapping[str, tuple[tuple[str, ...], ...]]
) -> dict[str, frozenset[tuple[str, ...]]]:
    """Return, by outlet, the lines that come back in its articles whatever those are about."""
    holders: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for article in articles:
        own = lines[article.id]
        if len(own) < 2:
            continue
        for line in set(own):
            if 0 < len(line) <= _STANDING_WORDS:
                holders[article.outlet or "", line].append(article.id)
    standing: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for (outlet, line), ids in holders.items():
        if len(ids) < _STANDING_ARTICLES:
            continue
        rests = {max((other for other in lines[i] if other != line), key=lambda o: (len(o), o)) for i in ids}
        if len(rests) >= _STANDING_TEXTS * len(ids):
            standing[outlet].add(line)
    return {outlet: frozenset(found) for outlet, found in standing.items()}
