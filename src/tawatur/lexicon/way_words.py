"""Words by which reports tell how or why a thing came about: a short circuit or arson, mediation or a raid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold
from tawatur.text.words import without_article

Phrase = tuple[str, ...]
_OF = "of"


@dataclass(frozen=True, slots=True, eq=False)
class WayWords:
    """Ways of lexicon/data/way_words.tsv: by first folded word (topic, way, phrase); their names; words of topics."""

    phrases: Mapping[str, tuple[tuple[str, str, Phrase], ...]]
    names: Mapping[tuple[str, str], str]
    topics: Mapping[str, frozenset[Phrase]]


@lru_cache(maxsize=1)
def load_way_words() -> WayWords:
    """Build the words from their table."""
    phrases: dict[str, list[tuple[str, str, Phrase]]] = {}
    names: dict[tuple[str, str], str] = {}
    topics: dict[str, frozenset[Phrase]] = {}
    for topic, way, told in read_table("way_words.tsv", 3):
        row = [(phrase, tuple(without_article(word) for word in fold(phrase).split())) for phrase in told.split("|")]
        if way == _OF:
            topics[topic] = frozenset(words for _, words in row)
            continue
        names[topic, way] = row[0][0]
        for _, words in row:
            phrases.setdefault(words[0], []).append((topic, way, words))
    ordered = {first: tuple(sorted(found, key=lambda f: -len(f[2]))) for first, found in phrases.items()}
    return WayWords(ordered, names, topics)
