"""Shared wordings: reports that tell one thing in the same sentence go back to one text, whatever they are credited to.

Articles that are no copies as a whole often share single sentences of an agency's text; two outlets that tell of a
happening in the same words are not two origins of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Reading
from tawatur.stories.chains.trace import Traced, of_one_text
from tawatur.stories.wording import stems

# Two sentences of at least so many content stems that share this much of all their stems are one text, changed little.
_LEAST_STEMS, _SHARED = 10, 0.6
# A sentence that holds so much, and so many stems, of a shorter one is of its text.
_HELD, _HELD_STEMS = 0.75, 12
# Sentences that share so much are one, printed twice.
_SAME = 0.85
# Reports of one happening compared with each other; beyond, the first of each text suffice.
_COMPARED = 60


def fold_wordings(
    traced: Sequence[Traced],
    places: Sequence[tuple[str, int, str]],
    readings: Mapping[str, Reading],
    lexicon: JoinLexicon,
) -> list[Traced]:
    """Return the chains with those told in one sentence standing in one text, and of one source where it is one.

    `places` give the article, the sentence and the word that tells of the happening.
    """
    words = [frozenset(_sentence(readings[article], index, lexicon)) for article, index, _ in places]
    found = list(traced)
    for at in range(len(found)):
        for before in range(min(at, _COMPARED)):
            if places[before][0] == places[at][0]:
                continue
            if _told_apart(found[before], found[at]):
                one = _one_source(places, before, at, words) or _through(found[before], found[at])
                if one and _one_text(words[before], words[at]):
                    found[before], found[at] = _of_one_source(found[before], found[at])
                continue
            if _one_text(words[before], words[at]):
                text = min(found[before].text, found[at].text)
                found[at], found[before] = of_one_text(found[at], text), of_one_text(found[before], text)
                break
    return found


def _told_apart(one: Traced, other: Traced) -> bool:
    """Tell whether both chains name a source of their own, so that the words shared are not all that is known.

    «المصدر», of which nothing is told, may be any.
    """
    return one.sourced and other.sourced and one.chain.known and other.chain.known


def _one_source(places: Sequence[tuple[str, int, str]], before: int, at: int, words: Sequence[frozenset[str]]) -> bool:
    """Tell whether two reports are one sentence printed twice, by the one word that it tells the happening with there.

    Whoever its source is, it is one, however its name was read.
    """
    if len(words[before] & words[at]) < _SAME * len(words[before] | words[at]) or places[before][2] != places[at][2]:
        return False
    return places.count(places[before]) == places.count(places[at]) == 1


def _through(one: Traced, other: Traced) -> bool:
    """Tell whether one report is given as that of who only carries the other («وفقا لما ذكره راديو …»)."""
    return bool(one.origin & other.carriers or other.origin & one.carriers)


def _of_one_source(one: Traced, other: Traced) -> tuple[Traced, Traced]:
    origin = one.origin | other.origin
    return replace(one, origin=origin), replace(other, origin=origin)


def _sentence(reading: Reading, index: int, lexicon: JoinLexicon) -> tuple[str, ...]:
    span = next((s.span for s in reading.sentences if s.index == index), None)
    return stems(span.of(reading.article.text), lexicon.stop) if span else ()


def _one_text(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < _LEAST_STEMS:
        return False
    shared = len(one & other)
    # One may go on where the other ends.
    held = shared >= _HELD_STEMS and shared >= _HELD * min(len(one), len(other))
    return held or shared >= _SHARED * len(one | other)
