"""The tagger: words through the encoder, one window at a time, and what the heads make of them.

A window is always encoded alone: products over other numbers of rows are summed in another order, so the same sentence
in other company would come out different in the last digits; alone it never does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tawatur.tagger.decoding import Floats
from tawatur.tagger.heads import Heads
from tawatur.tagger.pieces import Pieces
from tawatur.tagger.tagged import TaggedText
from tawatur.tagger.windows import Window, joined, stretches, windows
from tawatur.text.prepared import Prepared

# Piece ids of one window → pieces × H.
Encoder = Callable[[Sequence[int]], Floats]


@dataclass(frozen=True)
class Tagger:
    """A vocabulary, an encoder and the heads, with what the model's file says about itself."""

    pieces: Pieces
    encoder: Encoder
    heads: Heads
    meta: dict[str, Any] = field(default_factory=dict)

    def tag(self, prepared: Prepared) -> TaggedText:
        """Tag a prepared text. The same text gives the same result, alone or among others; no text is too strange."""
        scores = [np.zeros((0, self.heads.word.shape[0]), np.float32)]
        predicates = [np.zeros((0, self.heads.predicate.shape[0]), np.float32)]
        others = list(predicates)
        found = self.windows(prepared)
        for vectors in self.vectors(found):
            scores.append(self.heads.word_scores(vectors))
            predicate, other = self.heads.projected(vectors)
            predicates.append(predicate)
            others.append(other)
        return TaggedText(
            prepared,
            self.heads,
            np.concatenate(scores),
            np.concatenate(predicates),
            np.concatenate(others),
            tuple((window.first, window.last) for window in found),
            self.meta.get("leaning", {}),
        )

    def vectors(self, found: Sequence[Window]) -> Iterator[Floats]:
        """Yield words × H for each of consecutive windows of one text; neighbours are encoded together."""
        for group in stretches(found, int(self.meta.get("context", 0))):
            ids, starts = joined(group)
            read = self.encoder(ids)
            yield from (read[each] for each in starts)

    def windows(self, prepared: Prepared) -> list[Window]:
        """Return what the encoder reads of a text, in order; word indexes count in the whole text."""
        found = []
        for first, last in prepared.bounds:
            words = prepared.words[first:last]
            for w in windows([self.pieces.of(word) for word in words], [word.text for word in words]):
                found.append(Window(w.first + first, w.last + first, w.ids, w.starts))
        return found
