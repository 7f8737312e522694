"""Entities of one article: which mentions name the same person, body or place."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon, bones
from tawatur.model import Entity, Name

# Share of right names by evidence, to be counted on the training articles.
_CERTAINTY = {"as-listed known": 0.95}
_OTHERWISE = 0.8


def link(
    text: str, sentences: Sequence[tuple[Token, ...]], found: Sequence[Found], lexicon: NameLexicon
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Give each name its entity: by gazetteer key, by the same words, by a person's last word."""
    groups: list[list[Found]] = []
    places: dict[str, int] = {}
    for name in sorted(found, key=lambda f: (-(f.last - f.first), f.sentence, f.first)):
        words = _words(name, sentences[name.sentence])
        labels = _labels(name, words)
        place = next((places[label] for label in labels if label in places), None)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(name)
        for label in labels:
            places.setdefault(label, place)
        if name.type == "PER":
            places.setdefault(f"PER {bones(words[-1])}", place)
    return _built(text, sentences, groups, lexicon)


def _labels(name: Found, words: tuple[str, ...]) -> list[str]:
    labels = [name.key] if name.key else []
    labels.append(f"{name.type} {' '.join(map(bones, words))}")
    return labels


def _words(name: Found, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    first = next((c.form for c in tokens[name.first].cuts if c.letters == name.cut), tokens[name.first].norm)
    return (first, *(tokens[i].norm for i in range(name.first + 1, name.last)))


def _built(
    text: str, sentences: Sequence[tuple[Token, ...]], groups: list[list[Found]], lexicon: NameLexicon
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    groups.sort(key=lambda group: min((f.sentence, f.first) for f in group))
    names: list[Name] = []
    entities: list[Entity] = []
    for number, group in enumerate(groups):
        spans = [f.span(sentences[f.sentence]) for f in group]
        canonical = max((span.of(text) for span in spans), key=len)
        key = next((f.key for f in group if f.key), None)
        entry = lexicon.by_key.get(key) if key else None
        entities.append(
            Entity(
                f"e{number}",
                canonical,
                group[0].type,
                key,
                entry.latin if entry else None,
                entry.country if entry else None,
            )
        )
        for f, span in zip(group, spans, strict=True):
            names.append(Name(span, f.type, f"e{number}", _CERTAINTY.get(f.evidence, _OTHERWISE)))
    return tuple(sorted(names, key=lambda n: n.span)), tuple(entities)
