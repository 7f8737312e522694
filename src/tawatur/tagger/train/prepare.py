"""The training data: annotated texts from the project's corpus and from gold files, parted for validation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tawatur.tagger.train.anercorp import aner_samples, aner_split
from tawatur.tagger.train.corpus import load
from tawatur.tagger.train.overlay import overlaid
from tawatur.tagger.train.samples import Gold, Sample, samples_of

# Every fifth gold text and every sixth corpus text is held out: enough of each to choose settings by.
_GOLD_EVERY, _CORPUS_EVERY = 5, 6


@dataclass
class Prepared:
    """Training and validation texts as gold objects, and ANERcorp's sentences with its own held-out part.

    `partial` are training texts of which not every layer is annotated.
    """

    training: list[Gold] = field(default_factory=list)
    partial: list[Gold] = field(default_factory=list)
    validation: dict[str, list[Gold]] = field(default_factory=dict)
    aner_training: list[Sample] = field(default_factory=list)
    aner_test: list[Sample] = field(default_factory=list)

    def samples(self) -> list[Sample]:
        """Return the training texts as samples."""
        return [sample for gold in self.training + self.partial for sample in samples_of(gold)]


def prepare_data(
    corpus: list[Path],
    gold: list[Path],
    anercorp: Path | None,
    *,
    overlays: Sequence[Path] = (),
    whole: bool = False,
) -> Prepared:
    """Read what there is to train with; `whole` holds no text out.

    Raises CorpusError, ValueError or OSError for files that cannot be read.
    """
    data = Prepared()
    _part(data, "corpus", [g for _, g in load(corpus)], 0 if whole else _CORPUS_EVERY)
    for file in gold:
        _part(data, file.stem, read_lines(file), 0 if whole else _GOLD_EVERY)
    if anercorp is not None:
        data.aner_training, data.aner_test = aner_split(aner_samples(anercorp))
    data.partial = overlaid(overlays, anercorp)
    if not data.training:
        raise ValueError("there is nothing to train with: name --corpus or --gold")
    return data


def read_lines(file: Path) -> list[Gold]:
    """Return the objects of a file with one a line."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_golds(files: Iterable[Path], corpus: Iterable[Path]) -> list[Gold]:
    """Return the annotated texts of gold files, then those of files and folders of the corpus."""
    return [gold for file in files for gold in read_lines(file)] + [gold for _, gold in load(list(corpus))]


def _part(data: Prepared, name: str, golds: Iterable[Gold], every: int) -> None:
    for index, gold in enumerate(golds):
        if every and index % every == every - 1:
            data.validation.setdefault(f"{name}, held out", []).append(gold)
        else:
            data.training.append(gold)
