"""Names: mentions of persons, bodies and places, and the entities they belong to.

Candidates come from the gazetteer, from titles and given names, and from class words; the strongest of those that
overlap stands. What was found once is then looked for in the whole article, and the mentions are linked to entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.annotate.names.bodies import find_bodies
from tawatur.annotate.names.entities import link
from tawatur.annotate.names.known import find_known
from tawatur.annotate.names.persons import find_persons
from tawatur.annotate.names.places import find_places
from tawatur.annotate.names.repeats import find_repeats
from tawatur.annotate.names.tokens import Found, Token, sentence_tokens
from tawatur.lexicon.name_words import NameLexicon
from tawatur.model import Entity, Name
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared

__all__ = ["find_names"]


def find_names(
    prepared: Prepared, lexicon: NameLexicon, tagged: TaggedText | None = None
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Find the name mentions of a text, in order, and their entities."""
    sentences = [sentence_tokens(prepared, s.index) for s in prepared.sentences]
    found: list[Found] = []
    for index, tokens in enumerate(sentences):
        found += find_known(tokens, lexicon, index)
        found += find_persons(tokens, lexicon, index)
        found += find_bodies(tokens, lexicon, index)
        found += find_places(tokens, lexicon, index)
    found = _one_type(choose(found), sentences)
    found = choose(found + find_repeats(sentences, found, lexicon))
    return link(prepared.text, sentences, found, lexicon)


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
