"""ANERcorp (CAMeL Lab's release, CC BY-SA 4.0): samples of a head of its own, and what they tell the head of names.

A line holds a token and its tag, a blank line ends a sentence. Clitics stay in names, countries are places (LOC). Its
conventions are not this project's, so a tag tells the head of names only which labels it leaves possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tawatur.tagger.labels import NAME_TYPES, bio_size
from tawatur.tagger.train.samples import Sample

ANER_TYPES = ("PERS", "LOC", "ORG", "MISC")
# The types of this project that a class of ANERcorp can be; a nationality, which is MISC there, is no name here.
_POSSIBLE = {"PERS": ("PER",), "LOC": ("GPE", "LOC", "FAC"), "ORG": ("ORG",)}
# What ANERcorp leaves unmarked can still be a facility or a titled thing.
_UNMARKED = ("FAC", "OTHER")
_TAG = re.compile(rf"O|[BI]-(?:{'|'.join(ANER_TYPES)})")


def aner_samples(file: Path) -> list[Sample]:
    """Return the sentences of the file; rows whose word or tag was lost are left out."""
    found = [sample for sample in map(_sample, tagged_sentences(file)) if sample.words]
    for sample in found[1:]:
        sample.follows = True  # articles are not told apart: a stretch may hold the end of one and the next
    return found


def tagged_sentences(file: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the words of each sentence with their tags as they stand, those of empty sentences too."""
    words: list[tuple[str, str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rpartition(" ")
        if not line.strip():
            yield words
            words = []
        elif word.strip():
            words.append((word.strip(), tag))
    yield words


def _sample(sentence: list[tuple[str, str]]) -> Sample:
    sample = Sample([], [], {"aner": []})
    for word, tag in sentence:
        if _TAG.fullmatch(tag):
            before = sample.labels["aner"][-1] if sample.words else 0
            sample.words.append(word)
            sample.marks.append(not any(c.isalnum() for c in word))
            sample.labels["aner"].append(_label(tag, before))
    return sample


def _label(tag: str, before: int) -> int:
    if tag == "O":
        return 0
    first = 1 + 2 * ANER_TYPES.index(tag[2:])
    return first + 1 if tag[0] == "I" and before in (first, first + 1) else first


def aner_split(samples: list[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return training sentences and the last sixth, on which the head is measured."""
    at = len(samples) * 5 // 6
    return samples[:at], samples[at:]


def possible_names() -> list[list[bool]]:
    """Return, for each label of ANERcorp's head, which labels of the head of names it leaves possible."""
    rows = [[True] * bio_size(len(NAME_TYPES)) for _ in range(bio_size(len(ANER_TYPES)))]
    rows[0] = [at == 0 or NAME_TYPES[(at - 1) // 2] in _UNMARKED for at in range(len(rows[0]))]
    for at, kind in enumerate(ANER_TYPES):
        if kind in _POSSIBLE:
            for further in (0, 1):
                allowed = {1 + 2 * NAME_TYPES.index(t) + further for t in _POSSIBLE[kind]}
                rows[1 + 2 * at + further] = [label in allowed for label in range(len(rows[0]))]
    return rows
