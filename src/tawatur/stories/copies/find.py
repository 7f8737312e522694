"""Find the groups of copies among articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Article, CopyGroup
from tawatur.model.stories import CopyKind
from tawatur.stories.copies.candidates import copy_candidates
from tawatur.stories.copies.days import days_apart
from tawatur.stories.copies.likeness import Likeness, copy_likeness
from tawatur.stories.copies.moulds import is_daily, other_figures
from tawatur.stories.copies.origin import find_origin
from tawatur.stories.copies.subject import Subject, subject_of, two_subjects
from tawatur.stories.copies.texts import ComparedTexts, compared_texts, folded_words
from tawatur.stories.linkage import average_linkage

# Mean likeness of a group of copies: the middle of the range (.55 to .70) over which the measured result is flat.
_LEAST = 0.6
# From here on two texts are one with small changes; below it is reworked.
_NEAR = 0.85
# Texts that share this much are one whatever their subjects.
_NEAR_WHOLE = 0.9
# Every pair of a component is compared up to this size; in larger ones the candidate pairs alone are.
_FULL_COMPONENT = 120
# A text of fewer words than this (a caption, a one-line notice) is a copy only of nearly the same words.
_SHORT = 20

# Wire text is printed within days. A text that comes back later is the mould of a recurring report, unless it is nearly
# the same word for word.
_DAYS = 3

Words = Mapping[str, tuple[str, ...]]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the articles are compared by."""

    articles: Mapping[str, Article]
    words: Words
    subjects: Mapping[str, Subject]
    daily: Mapping[str, bool]

    def likeness(self, pair: Pair) -> Likeness:
        """Compare two articles; what cannot be a copy has no likeness."""
        one, other = self.words[pair[0]], self.words[pair[1]]
        like = copy_likeness(one, other)
        if min(len(one), len(other)) < _SHORT and like.half < _NEAR:
            return _NONE
        apart = days_apart(self.articles[pair[0]], self.articles[pair[1]])
        if (like.score < _NEAR and apart > _DAYS) or (apart and like.score and other_figures(one, other)):
            return _NONE
        if apart and like.score and one != other and is_daily(one, self.daily) and is_daily(other, self.daily):
            return _NONE
        if like.whole < _NEAR_WHOLE and two_subjects(self.subjects[pair[0]], self.subjects[pair[1]]):
            return _NONE
        return like


_NONE = Likeness(0.0, 0.0, 0.0)


def find_copies(
    articles: Sequence[Article], lexicon: StoryLexicon, texts: ComparedTexts | None = None
) -> tuple[CopyGroup, ...]:
    """Find the articles whose text is the same copy, wholly or mostly; the order of the articles changes nothing.

    Groups have two articles or more, sorted by id, and no article stands in two groups. The origin is given only
    where a credit shows it (origin.py). `texts`, where they are made already, saves making them.
    """
    by_id = {article.id: article for article in articles}
    words = (texts or compared_texts(tuple(by_id[i] for i in sorted(by_id)))).words
    candidates = copy_candidates(words)
    subjects = {
        i: subject_of(folded_words(by_id[i].title or ""), words[i], lexicon.common)
        for i in sorted({i for pair in candidates for i in pair})
    }
    likeness = _compare(_Texts(by_id, words, subjects, lexicon.daily), candidates)
    ids = sorted({i for pair in likeness for i in pair})
    numbers = {i: number for number, i in enumerate(ids)}
    scores = {(numbers[one], numbers[other]): like.score for (one, other), like in likeness.items()}
    groups = average_linkage(len(ids), scores, _LEAST)
    return tuple(
        _group(tuple(ids[n] for n in group), by_id, words, likeness, lexicon) for group in groups if len(group) > 1
    )


def _compare(texts: _Texts, candidates: Sequence[Pair]) -> dict[Pair, Likeness]:
    """Compare the candidate pairs, and the other pairs of the components that the likely ones form."""
    found = {pair: like for pair in candidates if (like := texts.likeness(pair)).score > 0.0}
    neighbours: dict[str, set[str]] = defaultdict(set)
    for (one, other), like in found.items():
        if like.score >= _LEAST:
            neighbours[one].add(other)
            neighbours[other].add(one)
    seen: set[str] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        component = _component(start, neighbours)
        seen |= component
        if len(component) <= _FULL_COMPONENT:
            for pair in combinations(sorted(component), 2):
                if pair not in found:
                    found[pair] = texts.likeness(pair)
    return found


def _component(start: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for neighbour in neighbours[waiting.pop()]:
            if neighbour not in found:
                found.add(neighbour)
                waiting.append(neighbour)
    return found


def _group(
    ids: tuple[str, ...],
    articles: Mapping[str, Article],
    words: Words,
    likeness: Mapping[Pair, Likeness],
    lexicon: StoryLexicon,
) -> CopyGroup:
    likes = [likeness[pair] for pair in combinations(ids, 2) if pair in likeness]
    shared = sum(like.whole for like in likes) / len(likes)
    score = sum(like.score for like in likes) / len(likes)
    kind: CopyKind = "exact" if len({words[i] for i in ids}) == 1 else "near" if score >= _NEAR else "reworked"
    origin = find_origin([articles[i] for i in ids], lexicon)
    reason = (
        f"{len(ids)} articles share {shared:.0%} of the shorter text's words in the same order, "
        f"and {sum(like.lead for like in likes) / len(likes):.0%} of their first 100"
    )
    return CopyGroup(
        id="copy-" + blake2b("\n".join(ids).encode(), digest_size=6).hexdigest(),
        articles=ids,
        kind=kind,
        shared=round(shared, 4),
        origin=origin.name,
        evidence=origin.evidence,
        reasons=(reason, *origin.reasons),
    )
