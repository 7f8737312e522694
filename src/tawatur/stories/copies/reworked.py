"""Reworked copies: an outlet shortens a wire text, gives it another lead, adds a paragraph of its own.

Such texts open differently and are no reprints (find.py), but what they tell in shared sentences comes from one hand.
So they are one origin when chains are counted. Found by whole sentences that two texts share, wherever they stand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Article, CopyGroup
from tawatur.stories.copies.candidates import copy_candidates
from tawatur.stories.copies.days import days_apart
from tawatur.stories.copies.origin import find_origin
from tawatur.stories.copies.passages import Passages, Sentence, align, sentences_of
from tawatur.stories.copies.subject import subject_of, two_subjects
from tawatur.stories.copies.texts import ComparedTexts, compared_texts, folded_words
from tawatur.stories.linkage import average_linkage
from tawatur.stories.roundups import is_roundup

# The geometric mean of the shares of both texts that stand in shared sentences. Read on dev: from .64 up one text is
# behind both, whatever each makes of it; at .4 two reports print one communiqué; a mould of two happenings has .36.
_LEAST = 0.5
# Fewer shared words are one quoted sentence.
_LEAST_WORDS = 30
# From here on two texts are one whatever their subjects and days.
_WHOLE = 0.85
# Wire text is printed within days (see find.py).
_DAYS = 3
# One run in four is looked up: a text of a hundred words keeps some twenty-five.
_SAMPLE = 4
# Texts whose sentences are kept while pairs are compared; pairs come in order of their first text.
_KEPT = 2048

Pair = tuple[str, str]


def find_reworked(
    articles: Sequence[Article],
    copies: Sequence[CopyGroup],
    lexicon: StoryLexicon,
    texts: ComparedTexts | None = None,
) -> tuple[CopyGroup, ...]:
    """Find the articles that are reworked from one text beyond the `copies` found; their order changes nothing.

    A group holds two copy groups or single articles at least, each copy group wholly; `shared` is the mean share of the
    text that has more of it in shared sentences. `texts`, where they are made already, saves making them.
    """
    by_id = {article.id: article for article in articles}
    texts = texts or compared_texts(tuple(by_id[i] for i in sorted(by_id)))
    units = _units(by_id, copies, texts)
    passages = _compare(by_id, units, lexicon, texts)
    ids = sorted({unit for pair in passages for unit in pair})
    numbers = {unit: number for number, unit in enumerate(ids)}
    likeness = {(numbers[one], numbers[other]): _likeness(found) for (one, other), found in passages.items()}
    groups = [[ids[n] for n in group] for group in average_linkage(len(ids), likeness, _LEAST) if len(group) > 1]
    return tuple(sorted((_group(group, units, by_id, passages, lexicon) for group in groups), key=lambda g: g.articles))


def _units(
    articles: Mapping[str, Article], copies: Sequence[CopyGroup], texts: ComparedTexts
) -> dict[str, tuple[str, ...]]:
    """Return what counts as one text, by the article that stands for it: of copies the one of middle length.

    The longest may be a roundup that holds another text besides, the shortest a brief.
    """
    units: dict[str, tuple[str, ...]] = {}
    placed: set[str] = set()
    for copy in copies:
        members = tuple(i for i in sorted(copy.articles) if i in articles and i not in placed)
        if members:
            placed.update(members)
            by_length = sorted(members, key=lambda i: (len(texts.words[i]), i))
            units[by_length[(len(members) - 1) // 2]] = members
    return units | {i: (i,) for i in articles if i not in placed}


def _compare(
    articles: Mapping[str, Article], units: Mapping[str, object], lexicon: StoryLexicon, texts: ComparedTexts
) -> dict[Pair, Passages]:
    """Align the candidate pairs and keep what shares enough for one text to be behind both."""
    candidates = copy_candidates({i: texts.words[i] for i in units}, opening=None, sample=_SAMPLE)

    @lru_cache(maxsize=_KEPT)
    def sentences(ident: str) -> tuple[Sentence, ...]:
        article = articles[ident]
        return sentences_of(article.text, texts.standing.get(article.outlet or "", frozenset()))

    found: dict[Pair, Passages] = {}
    for one, other in candidates:
        passages = align(sentences(one), sentences(other))
        likeness = _likeness(passages)
        if passages.words < _LEAST_WORDS or likeness < _LEAST:
            continue
        pair = articles[one], articles[other]
        if is_roundup(pair[0]) != is_roundup(pair[1]):
            # The rest of a roundup is no part of the text of one of its items.
            continue
        if likeness >= _WHOLE or (days_apart(*pair) <= _DAYS and not _two_subjects(pair, texts, lexicon)):
            found[one, other] = passages
    return found


def _two_subjects(pair: tuple[Article, Article], texts: ComparedTexts, lexicon: StoryLexicon) -> bool:
    one, other = (subject_of(folded_words(a.title or ""), texts.words[a.id], lexicon.common) for a in pair)
    return two_subjects(one, other)


def _likeness(passages: Passages) -> float:
    return math.sqrt(passages.one_share * passages.other_share)


def _group(
    group: Sequence[str],
    units: Mapping[str, tuple[str, ...]],
    articles: Mapping[str, Article],
    passages: Mapping[Pair, Passages],
    lexicon: StoryLexicon,
) -> CopyGroup:
    found = [passages[pair] for pair in combinations(sorted(group), 2) if pair in passages]
    ids = tuple(sorted(i for unit in group for i in units[unit]))
    shared = sum(max(p.one_share, p.other_share) for p in found) / len(found)
    own = sum(1 - min(p.one_share, p.other_share) for p in found) / len(found)
    origin = find_origin([articles[i] for i in ids], lexicon)
    reason = (
        f"{len(group)} texts share whole sentences: {shared:.0%} of the words of the one that has more of them there; "
        f"{own:.0%} of the other's words are its own"
    )
    return CopyGroup(
        id="rework-" + blake2b("\n".join(ids).encode(), digest_size=6).hexdigest(),
        articles=ids,
        kind="reworked",
        shared=round(shared, 4),
        origin=origin.name,
        evidence=origin.evidence,
        reasons=(reason, *origin.reasons),
    )
