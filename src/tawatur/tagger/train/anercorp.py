"""ANERcorp (CAMeL Lab's release, CC BY-SA 4.0) as samples of a head of its own: its conventions are not this project's.

A line holds a token and its tag, a blank line ends a sentence. Clitics stay in names, countries are places (LOC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tawatur.tagger.train.samples import Sample

ANER_TYPES = ("PERS", "LOC", "ORG", "MISC")
_TAG = re.compile(rf"O|[BI]-(?:{'|'.join(ANER_TYPES)})")


def aner_samples(file: Path) -> list[Sample]:
    """Return the sentences of the file; rows whose word or tag was lost are left out."""
    return [sample for sample in _sentences(file) if sample.words]


def _sentences(file: Path) -> Iterator[Sample]:
    sample = Sample([], [], {"aner": []})
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rstrip("\n").rpartition(" ")
        word = word.strip()
        if not line.strip():
            yield sample
            sample = Sample([], [], {"aner": []})
        elif word and _TAG.fullmatch(tag):
            before = sample.labels["aner"][-1] if sample.words else 0
            sample.words.append(word)
            sample.marks.append(not any(c.isalnum() for c in word))
            sample.labels["aner"].append(_label(tag, before))
    yield sample


def _label(tag: str, before: int) -> int:
    if tag == "O":
        return 0
    first = 1 + 2 * ANER_TYPES.index(tag[2:])
    return first + 1 if tag[0] == "I" and before in (first, first + 1) else first


def aner_split(samples: list[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return training sentences and the last sixth, on which the head is measured."""
    at = len(samples) * 5 // 6
    return samples[:at], samples[at:]
