"""What a text keeps coming back to: two texts of one mould on two subjects are no copies.

Telegrams of congratulation, weather reports, communiqués of a council are written in a mould: most of their words are
the same, but the country, the day's figures and the names are others, and each comes back several times. An edited
copy has no such words of its own on both sides: what its headline names stands in the text that it shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.stories.grouping.stems import stem

# The subject shows in the first words, about the length of a short report.
_OPENING = 200
_TIMES = 2
# Words held by this share of articles or more (StoryLexicon.common) are nobody's subject; nor are shorter words.
_COMMON = 0.05
_LETTERS = 3
# Words that begin alike are forms of one word («مشاريع», «مشروعات»).
_BEGINNING = 3
# So many own words on both sides make two subjects; edited copies of dev have two at most.
_OWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """The stems that a text keeps coming back to, and all of its stems."""

    repeated: frozenset[str]
    every: frozenset[str]


def subject_of(title: tuple[str, ...], words: tuple[str, ...], common: Mapping[str, float]) -> Subject:
    """Return the stems that stand at least twice in the title and opening of a text, both given as folded words.

    `common` maps folded words to the share of news articles that hold them; common words and digits are left out.
    """
    counts = Counter(word for word in (*title, *words[:_OPENING]) if common.get(word, 0.0) < _COMMON)
    stems: Counter[str] = Counter()
    for word, times in counts.items():
        key = stem(word)
        if len(key) >= _LETTERS and not key.isdigit() and common.get(key, 0.0) < _COMMON:
            stems[key] += times
    repeated = frozenset(key for key, times in stems.items() if times >= _TIMES)
    return Subject(repeated, frozenset(stem(word) for word in {*title, *words}))


def two_subjects(one: Subject, other: Subject) -> bool:
    """Tell whether each of two texts keeps coming back to several words that the other does not have at all."""
    own, its = one.repeated - other.every, other.repeated - one.every
    if min(len(own), len(its)) < _OWN_WORDS:
        return False
    return min(_unlike(own, other.every), _unlike(its, one.every)) >= _OWN_WORDS


def _unlike(own: frozenset[str], every: frozenset[str]) -> int:
    beginnings = {word[:_BEGINNING] for word in every}
    return sum(1 for word in own if word[:_BEGINNING] not in beginnings)
