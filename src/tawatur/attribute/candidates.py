"""Statements that may stand in a sentence: those that the grammar reads, and cues that the tagger alone sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.attribute.clitics import in_silence
from tawatur.attribute.complements import opens_quote
from tawatur.attribute.drafts import Draft, Pattern
from tawatur.attribute.extents import trimmed
from tawatur.attribute.hearing import Hearing
from tawatur.attribute.phrases import Phrase
from tawatur.attribute.view import Sight
from tawatur.model import Span
from tawatur.model.readings import Stance
from tawatur.tagger.tagged import Filler

# A word that no draft has is a candidate from this probability of being a cue: so low that the model decides, not it.
LEAST_CUE = 0.12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that may be one: its draft and carriers, the word that the tagger is asked about, its company.

    `near` are all that may be carriers in its sentence; `heard` is the word, in the sentence, None where the draft has
    no cue («headed»); `alone` tells that the tagger alone proposes it; `carrier` that the grammar takes it for
    another's source phrase; `nested` that it stands inside another draft's content.
    """

    draft: Draft
    vias: tuple[Span, ...]
    near: tuple[Span, ...]
    heard: int | None
    alone: bool
    carrier: bool
    nested: bool


def of_the_tagger(hearing: Hearing, drafts: Sequence[Draft], least: float = LEAST_CUE) -> list[Draft]:
    """Return drafts for the likely cues of a sentence that no draft of the grammar has."""
    sight = hearing.sight
    taken = {k for d in drafts if d.pattern != "headed" for k in range(*hearing.word_range(d.cue))}
    found = []
    for word in hearing.likely:
        if word in taken or sight.words[word].kind != "word" or hearing.cue_p(word) < least:
            continue
        # «طالبا عدم كشف هويته» belongs to its holder, whatever the tagger hears in it.
        if in_silence(sight, word):
            continue
        cue = hearing.cue_span(word)
        taken.update(range(*hearing.word_range(cue)))
        found.append(_draft(hearing, word, cue))
    return found


def cue_words(hearing: Hearing, drafts: Sequence[Draft]) -> Iterator[int]:
    """Yield the words of a text, by their indexes, whose roles the candidates of a sentence are weighed by."""
    words = hearing.sight.words
    yield from (words[word].index for word in hearing.likely)
    yield from (words[hearing.best_word(d.cue)].index for d in drafts if d.pattern != "headed")


def _draft(hearing: Hearing, word: int, cue: Span) -> Draft:
    sight, heard = hearing.sight, hearing.heard(word)
    holder, content = likeliest(heard.fillers["holder"]), likeliest(heard.fillers["content"])
    said = said_span(sight, content.span) if content is not None else rest_of(sight, cue)
    pattern, lemma, stance, gender, number = _kind(sight, word, said.start < cue.start)
    first = hearing.word_range(said)[0]
    shape = "quote" if opens_quote(sight, first - 1) else "clause" if _leads(sight, first - 1) else "object"
    if pattern == "source":
        shape = "source"
    phrase = as_phrase(hearing, holder.span) if holder is not None else None
    return Draft(
        word, cue, lemma, stance, pattern, phrase, said, shape, gender, number, beside=phrase is not None
    )  # fmt: skip


def likeliest(fillers: tuple[Filler, ...]) -> Filler | None:
    """Return the filler with the highest probability, None where there is none."""
    return max(fillers, key=lambda filler: filler.p, default=None)


def as_phrase(hearing: Hearing, span: Span) -> Phrase:
    """Return a span of a sentence as a noun phrase."""
    return Phrase(*hearing.word_range(span), span)


def _leads(sight: Sight, word: int) -> bool:
    return sight.lexicon.is_a("clause", sight.norm(word))


def said_span(sight: Sight, span: Span) -> Span:
    """Return content without the «إن», «أن» that leads it and without outer marks."""
    span = trimmed(sight, span)
    first = next((w for w in sight.words if w.span.end > span.start), None)
    if first is not None and first.norm in ("ان", "بان", "وان") and first.span.end < span.end:
        span = trimmed(sight, Span(first.span.end, span.end))
    return span


def rest_of(sight: Sight, cue: Span) -> Span:
    """Return what stands after a cue in its sentence, or before it where nothing follows."""
    after = said_span(sight, Span(cue.end, sight.span.end))
    return after if after.end - after.start > 2 else said_span(sight, Span(sight.span.start, cue.start))


def _kind(sight: Sight, word: int, follows: bool) -> tuple[Pattern, str, Stance, str, str]:
    """Return pattern, lemma, stance, gender and number of a cue by the lexicon, where that knows the word."""
    norm = sight.bare(word)
    forms = {form.form.kind: form for _, form in sight.forms(word)}
    for kind in ("perfect", "imperfect", "participle"):
        if kind in forms:
            form = forms[kind]
            pattern: Pattern = "participle" if kind == "participle" else "verb"
            return pattern, form.verb.lemma, form.verb.stance, form.form.gender, form.form.number
    if "noun" in forms:
        return "noun", forms["noun"].verb.lemma, forms["noun"].verb.stance, "", ""
    noun = sight.lexicon.nouns.get(norm) or sight.lexicon.nouns.get(norm.removeprefix("ال"))
    if noun is not None:
        return "noun", noun.lemma, noun.stance, "", ""
    return "source" if follows else "noun", norm, "assert", "", ""
