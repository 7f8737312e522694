"""Added: which sentences of a copy stand in no other copy of its text, and are so its outlet's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import CopyGroup, Reading
from tawatur.stories.wording import stems

# Two sentences that share this much of the shorter one's stems are one, reworded a little (chains/wordings.py asks for
# more, of sentences that nothing else joins).
_SHARED = 0.6
# A sentence of fewer content stems is too short to tell whose it is.
_LEAST_STEMS = 4
# Copies of one group that a sentence is looked for in.
_COMPARED = 40


def added_sentences(
    readings: Mapping[str, Reading], copies: Iterable[CopyGroup], lexicon: JoinLexicon
) -> dict[str, frozenset[int]]:
    """Return for each article of a copy group the sentences (by index) that no other article of its groups has.

    An article of one agency's text with a paragraph of its own is the agency's only as far as the text goes.
    """
    kept: dict[str, list[tuple[int, frozenset[str]]]] = {}
    others: dict[str, set[str]] = {}
    for group in copies:
        for article in group.articles:
            if article in readings:
                others.setdefault(article, set()).update(a for a in group.articles if a != article and a in readings)
    for article in others:
        text = readings[article].article.text
        kept[article] = [
            (s.index, frozenset(stems(s.span.of(text), lexicon.stop))) for s in readings[article].sentences
        ]
    return {
        article: frozenset(
            index
            for index, words in kept[article]
            if len(words) >= _LEAST_STEMS and not any(_holds(kept[other], words) for other in sorted(among)[:_COMPARED])
        )
        for article, among in others.items()
    }


def _holds(sentences: Iterable[tuple[int, frozenset[str]]], words: frozenset[str]) -> bool:
    return any(len(words & other) >= _SHARED * min(len(words), len(other)) for _, other in sentences if other)
