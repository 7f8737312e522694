"""What the tagger says of one sentence's cues: by word, by span, and as steps that sparse models can weigh."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.attribute.view import Sight
from tawatur.model import Span
from tawatur.tagger import TaggedText
from tawatur.tagger.ladder import Ladder
from tawatur.tagger.tagged import Filler

# Log odds at which a step of a ladder stands, finer about the middle: from 1 in 150 to 150 in 151.
STEPS = (-5.0, -4.0, -3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0)
ladder = Ladder(STEPS)


@dataclass(frozen=True, slots=True)
class Heard:
    """The tagger's view of one word as a cue: probabilities by word of the sentence, and its best fillers by role."""

    p: float
    stances: Mapping[str, float]
    by_word: Mapping[str, list[float]]
    fillers: Mapping[str, tuple[Filler, ...]]

    def at(self, role: str, word: int) -> float:
        """Return how far a word of the sentence fills a role, 0 outside what was read with the cue."""
        p = self.by_word[role]
        return p[word] if 0 <= word < len(p) else 0.0

    def over(self, role: str, first: int, last: int) -> float:
        """Return how far the words [first, last) fill a role: the mean over them."""
        return sum(self.by_word[role][first:last]) / max(1, last - first)


@dataclass
class Hearing:
    """The tagger's views of one sentence, worked out for the words that are asked about."""

    sight: Sight
    tagged: TaggedText
    starts: list[int]
    decided: Mapping[int, Span]
    likely: tuple[int, ...]
    _heard: dict[int, Heard] = field(default_factory=dict)

    def word_range(self, span: Span) -> tuple[int, int]:
        """Return the words [first, last) of the sentence that a span touches."""
        return max(0, bisect_right(self.starts, span.start) - 1), bisect_left(self.starts, span.end)

    def cue_p(self, word: int) -> float:
        """Return the probability that a cue starts at a word of the sentence."""
        return self.tagged.cue_p(self.sight.words[word].index)

    def best_word(self, span: Span) -> int:
        """Return the word of a span at which a cue starts most likely."""
        first, last = self.word_range(span)
        return max(range(first, max(last, first + 1)), key=self.cue_p)

    def cue_span(self, word: int) -> Span:
        """Return the code points of the cue that the tagger sees at a word: all its words where it decided for one."""
        index = self.sight.words[word].index
        return self.decided[index] if index in self.decided else self.tagged.predicate_span(index)

    def heard(self, word: int) -> Heard:
        """Return the tagger's view of a word of the sentence as a cue."""
        if word not in self._heard:
            self._heard[word] = self._hear(word)
        return self._heard[word]

    def _hear(self, word: int) -> Heard:
        index, length = self.sight.words[word].index, len(self.sight)
        first, roles = self.tagged.roles_by_word("cue", index)
        shift = first - self.sight.words[0].index
        by_word = {role: ([0.0] * shift + p + [0.0] * length)[:length] for role, p in roles.items()}
        view = self.tagged.cue_at(index)
        return Heard(view.p, view.stances, by_word, self.tagged.fillers("cue", index))


def hear(sights: Sequence[Sight], tagged: TaggedText, least: float) -> Iterator[Hearing]:
    """Yield the tagger's hearing of each sentence; words below `least` are no likely cues."""
    decided = tagged.cue_spans
    likely = sorted({*tagged.likely_cues(least), *decided})
    for sight in sights:
        first = sight.words[0].index if sight.words else 0
        inside = (k - first for k in likely[bisect_left(likely, first) : bisect_left(likely, first + len(sight))])
        yield Hearing(sight, tagged, [w.span.start for w in sight.words], decided, tuple(inside))
