"""The names that rules and lists find by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.annotate.names.bodies import find_bodies
from tawatur.annotate.names.bynames import find_bynames
from tawatur.annotate.names.datelines import find_datelines
from tawatur.annotate.names.known import find_known
from tawatur.annotate.names.persons import find_persons
from tawatur.annotate.names.places import find_places
from tawatur.annotate.names.repeats import find_repeats
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon


def grammar_readings(sentences: Sequence[tuple[Token, ...]], lexicon: NameLexicon) -> list[Found]:
    """Return every reading as a name that a rule gives; they may overlap."""
    found: list[Found] = list(find_datelines(sentences, lexicon))
    for index, tokens in enumerate(sentences):
        found += find_known(tokens, lexicon, index)
        found += find_persons(tokens, lexicon, index)
        found += find_bodies(tokens, lexicon, index)
        found += find_places(tokens, lexicon, index)
    return [*found, *find_bynames(sentences, found, lexicon)]


def grammar_names(
    sentences: Sequence[tuple[Token, ...]], readings: Iterable[Found], lexicon: NameLexicon
) -> list[Found]:
    """Return the readings that stand, and their repeats in the article."""
    found = _one_type(choose(readings), sentences)
    return choose(found + find_repeats(sentences, found, lexicon))


def _one_type(found: list[Found], sentences: Sequence[tuple[Token, ...]]) -> list[Found]:
    """Let a place whose type was guessed from «منطقة» or «جبهة» take the type that it has elsewhere in the article."""
    types = {_norms(f, sentences): f.type for f in found if f.type == "GPE"}
    return [replace(f, type=types.get(_norms(f, sentences), f.type)) if f.evidence == "drop LOC" else f for f in found]


def _norms(name: Found, sentences: Sequence[tuple[Token, ...]]) -> tuple[str, ...]:
    return tuple(token.norm for token in sentences[name.sentence][name.first : name.last])


def choose(found: Iterable[Found]) -> list[Found]:
    """Return the names that stand where several overlap: the strongest, then the longest, then the first."""
    taken: set[tuple[int, int]] = set()
    chosen: list[Found] = []
    for name in sorted(found, key=lambda f: (-f.strength, f.first - f.last, f.sentence, f.first)):
        places = {(name.sentence, at) for at in range(name.first, name.last)}
        if taken.isdisjoint(places):
            taken |= places
            chosen.append(name)
    return sorted(chosen, key=lambda f: (f.sentence, f.first))
