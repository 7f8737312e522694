"""How far decisions lean to finding something, chosen on the validation texts.

A model trained on few texts is shy: where it is unsure it says "outside", and finds less than it could for the same
number of mistakes. What F1 is best at is added to the log probabilities of all other labels, for each layer by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tawatur.tagger.tagged import TaggedText
from tawatur.tagger.tagger import Tagger
from tawatur.tagger.train.readings import reading_of
from tawatur.tagger.train.samples import Gold
from tawatur.tagger.train.scoring import scores
from tawatur.text.prepared import prepare

# What is tried: from leaning back a little to making up for a five times smaller probability.
TRIED = (-0.4, 0.0, 0.4, 0.8, 1.2, 1.6)
# A step is not taken for less than this: it would follow the chance of these texts.
_LEAST_GAIN = 0.002
# Layers in the order in which they are settled, each with the measures whose mean counts.
_MEASURES = {
    "name": ("names",),
    "cue": ("statements.found",),
    "cue roles": ("statements.full", "statements.via"),
    "trigger": ("events.found",),
    "trigger roles": ("events.actors", "events.recipients", "events.place", "events.time"),
}


def chosen_by_parts(tagger_of: Callable[[str], Tagger], golds: list[Gold]) -> tuple[dict[str, float], dict[str, float]]:
    """Return how far decisions are best to lean, and the scores so, where each text has its tagger by its id."""
    tagged = [tagger_of(gold["id"]).tag(prepare(gold["text"])) for gold in golds]
    leaning = chosen_leaning(tagged, golds)
    readings = [reading_of(replace(t, leaning=leaning), g["id"]) for t, g in zip(tagged, golds, strict=True)]
    return leaning, scores(golds, readings)


def chosen_leaning(tagged: list[TaggedText], golds: list[Gold]) -> dict[str, float]:
    """Return for each layer how far to lean, so that a tagger is best on annotated texts, which it has tagged."""
    tagged = [replace(text, leaning={}) for text in tagged]
    leaning: dict[str, float] = {}
    for layer, measures in _MEASURES.items():
        reached = {by: _reached(tagged, golds, {**leaning, layer: by}, measures) for by in TRIED}
        best = max(reached.values())
        leaning[layer] = min((by for by in TRIED if reached[by] >= best - _LEAST_GAIN), key=abs)
    return leaning


def _reached(
    tagged: list[TaggedText], golds: list[Gold], leaning: dict[str, float], measures: tuple[str, ...]
) -> float:
    readings = [
        reading_of(replace(text, leaning=leaning), gold["id"]) for text, gold in zip(tagged, golds, strict=True)
    ]
    found = scores(golds, readings)
    return sum(found.get(measure, 0.0) for measure in measures) / len(measures)
