"""Names found once are found everywhere: later surnames, other spellings, names that rules missed in one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon


def find_repeats(sentences: Sequence[tuple[Token, ...]], found: Iterable[Found], lexicon: NameLexicon) -> list[Found]:
    """Return the further mentions of the names found: whole, or a person's last word alone."""
    table: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
    for name in found:
        for words in _shorter(name, sentences[name.sentence], lexicon):
            table.setdefault(words[0], []).append((words[1:], name))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return [
        again
        for sentence, tokens in enumerate(sentences)
        for at in range(len(tokens))
        for again in _at(sentence, tokens, at, table)
    ]


def _shorter(name: Found, tokens: tuple[Token, ...], lexicon: NameLexicon) -> list[tuple[str, ...]]:
    words = [tokens[i].norm for i in range(name.first, name.last)]
    if name.cut:
        words[0] = next(c.form for c in tokens[name.first].cuts if c.letters == name.cut)
    forms = [tuple(words)] if len(words) > 1 or (name.type == "PER" and words[0] not in lexicon.stop) else []
    if name.type == "PER" and len(words) > 1 and len(words[-1]) > 2:
        surname = words[-1]
        if surname not in lexicon.stop and surname not in lexicon.given and surname not in lexicon.demonyms:
            if words[-2] in lexicon.particles:
                forms.append(tuple(words[-2:]))
            forms.append((surname,))
    return forms


def _at(
    sentence: int, tokens: tuple[Token, ...], at: int, table: dict[str, list[tuple[tuple[str, ...], Found]]]
) -> Iterable[Found]:
    for cut in tokens[at].cuts:
        for rest, name in table.get(cut.form, ()):
            last = at + 1 + len(rest)
            if last <= len(tokens) and all(
                tokens[i].joined and tokens[i].norm == rest[i - at - 1] for i in range(at + 1, last)
            ):
                yield Found(sentence, at, last, cut.letters, name.type, f"again {name.evidence}", 40, name.key)
                return
