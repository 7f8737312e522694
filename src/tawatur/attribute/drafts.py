"""Statements as found in one sentence, before carriers, stance and speaker are settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.attribute.phrases import Phrase
from tawatur.model import Span
from tawatur.model.readings import Stance

Pattern = Literal["verb", "participle", "noun", "source", "reported", "relayed", "impersonal", "headed"]


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement of a sentence: where its cue stands, what was read around it and by which pattern.

    `gender` and `number` are those that the cue shows; `shape` is how the content is joined to the cue;
    `relayer` is who passes it on («نقلت وكالة … عن …»); `beside` tells that the holder was read beside the cue,
    `reflexive` that the content begins with a pronoun for the holder («إنه»).
    """

    word: int
    cue: Span
    lemma: str
    stance: Stance
    pattern: Pattern
    holder: Phrase | None
    content: Span
    shape: str
    gender: str = ""
    number: str = ""
    relayer: Phrase | None = None
    beside: bool = False
    reflexive: bool = False
