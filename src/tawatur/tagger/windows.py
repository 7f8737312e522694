"""Sentences into what the encoder reads at once: the pieces of the words of a window between two border signs, and
neighbouring windows joined into a stretch, so that a sentence is read among those around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.tagger.pieces import BOS, EOS

# Of 1,391 sentences of the gold training texts 4 % have over 80 pieces and none over 141.
# Time and memory of attention grow with the square of the length.
MOST_PIECES = 200
_CUT_AFTER = frozenset('،؛,;:.!؟?»)"')


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) of a sentence: piece ids with the border signs, and where each word's first piece stands."""

    first: int
    last: int
    ids: tuple[int, ...]
    starts: tuple[int, ...]


def windows(pieces: Sequence[tuple[int, ...]], surfaces: Sequence[str]) -> Iterator[Window]:
    """Yield the windows of one sentence, given the pieces and surface of each of its words.

    A sentence is one window unless it has more than MOST_PIECES pieces; then it is cut after a mark of punctuation in
    the later half of the window, or where the window is full.
    """
    first = 0
    while first < len(pieces):
        last = _last_that_fits(pieces, first)
        if last < len(pieces):
            half = first + (last - first) // 2
            last = next((at for at in range(last, half, -1) if surfaces[at - 1] in _CUT_AFTER), last)
        yield _window(pieces, first, last)
        first = last


def stretches(found: Iterable[Window], most: int) -> Iterator[list[Window]]:
    """Yield consecutive windows of one text in groups of at most `most` pieces; a longer window stands alone."""
    group, total = list[Window](), 0
    for window in found:
        if group and total + len(window.ids) - 1 > most:
            yield group
            group, total = [], 0
        group.append(window)
        total += len(window.ids) - 1
    if group:
        yield group


def joined(group: Sequence[Window]) -> tuple[list[int], list[list[int]]]:
    """Return the pieces of a stretch, one border sign between its windows, and where each window's words start."""
    ids, starts = [BOS], []
    for window in group:
        starts.append([len(ids) - 1 + start for start in window.starts])
        ids.extend(window.ids[1:])
    return ids, starts


def _last_that_fits(pieces: Sequence[tuple[int, ...]], first: int) -> int:
    total = 0
    for at in range(first, len(pieces)):
        total += len(pieces[at])
        if total > MOST_PIECES and at > first:
            return at
    return len(pieces)


def _window(pieces: Sequence[tuple[int, ...]], first: int, last: int) -> Window:
    ids, starts = [BOS], []
    for word in pieces[first:last]:
        starts.append(len(ids))
        ids.extend(word)
    return Window(first, last, (*ids, EOS), tuple(starts))
