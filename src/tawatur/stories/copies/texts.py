"""What of an article's text is compared: its folded words, without the standing lines of its outlet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.model import Article
from tawatur.text.fold import fold

_WORD = re.compile(r"\w+")
# A line that stands in this many articles of one outlet may be furniture (a footer, a column's header, a disclaimer) …
_STANDING_ARTICLES = 4
# … and is, when the rest of those articles is mostly different texts: a copied paragraph comes with its copied text.
_STANDING_TEXTS = 0.75
# Longer lines are text, not furniture.
_STANDING_WORDS = 60

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """The folded words by article id, and by outlet the lines (folded words) that are left out of them as furniture."""

    words: Mapping[str, tuple[str, ...]]
    standing: Mapping[str, frozenset[Line]]


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, in order."""
    return tuple(_WORD.findall(fold(text)))


def compared_texts(articles: Sequence[Article]) -> ComparedTexts:
    """Return each article's folded words without the lines that are furniture of its outlet."""
    known: dict[str, str] = {}  # one string for each word: ten thousand articles have few words of their own
    lines = {
        article.id: tuple(
            tuple(known.setdefault(word, word) for word in folded_words(line)) for line in article.text.split("\n")
        )
        for article in articles
    }
    standing = _standing_lines(articles, lines)
    found: dict[str, tuple[str, ...]] = {}
    for article in articles:
        dropped = standing.get(article.outlet or "", frozenset())
        found[article.id] = tuple(word for line in lines[article.id] if line and line not in dropped for word in line)
    return ComparedTexts(found, standing)


def _standing_lines(articles: Sequence[Article], lines: Mapping[str, tuple[Line, ...]]) -> dict[str, frozenset[Line]]:
    """Return, by outlet, the lines that come back in its articles whatever those are about."""
    holders: dict[tuple[str, Line], list[str]] = defaultdict(list)
    for article in articles:
        own = lines[article.id]
        if len(own) < 2:
            continue
        for line in set(own):
            if 0 < len(line) <= _STANDING_WORDS:
                holders[article.outlet or "", line].append(article.id)
    standing: dict[str, set[Line]] = defaultdict(set)
    for (outlet, line), ids in holders.items():
        if len(ids) < _STANDING_ARTICLES:
            continue
        rests = {max((other for other in lines[i] if other != line), key=lambda o: (len(o), o)) for i in ids}
        if len(rests) >= _STANDING_TEXTS * len(ids):
            standing[outlet].add(line)
    return {outlet: frozenset(found) for outlet, found in standing.items()}
