"""Names found once are found everywhere: later surnames, other spellings, names that rules missed in one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon


def find_repeats(sentences: Sequence[tuple[Token, ...]], found: Iterable[Found], lexicon: NameLexicon) -> list[Found]:
    """Return the further mentions of the names found: whole, or a person's last word alone."""
    table: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
    speakers: dict[str, Found] = {}
    for name in found:
        tokens = sentences[name.sentence]
        for words in _shorter(name, tokens, lexicon):
            table.setdefault(words[0], []).append((words[1:], name))
        if _speaks(name, tokens, lexicon):
            speakers.setdefault(tokens[name.last - 1].norm, name)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    again: list[Found] = []
    for sentence, tokens in enumerate(sentences):
        for at in range(len(tokens)):
            again += _at(sentence, tokens, at, table, lexicon)
            again += _after_saying(sentence, tokens, at, speakers, lexicon)
    return again


def _speaks(name: Found, tokens: tuple[Token, ...], lexicon: NameLexicon) -> bool:
    """Tell whether a person's last word is a common word too, which is the person after a verb of saying alone."""
    last = tokens[name.last - 1].norm
    return (
        name.type == "PER"
        and name.last - name.first > 1
        and last.startswith("ال")
        and last not in lexicon.fixed
        and last not in lexicon.abd
        and not _alone(last, lexicon)
    )


def _after_saying(
    sentence: int, tokens: tuple[Token, ...], at: int, speakers: dict[str, Found], lexicon: NameLexicon
) -> Iterable[Found]:
    """Yield «الصور» in «وأوضح الصور أن …» where «مازن الصور» was named."""
    name = speakers.get(tokens[at].norm)
    if name is None or not at or not tokens[at].joined:
        return
    if any(cut.form in lexicon.saying for cut in tokens[at - 1].cuts):
        yield Found(sentence, at, at + 1, 0, "PER", f"again {name.evidence}", 40, name.key)


def _shorter(name: Found, tokens: tuple[Token, ...], lexicon: NameLexicon) -> list[tuple[str, ...]]:
    """Return the words by which a name may be mentioned again: all of them; a person's last name or first alone."""
    words = [tokens[i].norm for i in range(name.first, name.last)]
    if name.cut:
        words[0] = next(c.form for c in tokens[name.first].cuts if c.letters == name.cut)
    forms = [tuple(words)] if len(words) > 1 or _again(name, words[0], lexicon) else []
    if name.class_words and len(words) > name.class_words:
        own = words[name.class_words :]
        if len(own) > 1 or (own[0] not in lexicon.stop and own[0] not in lexicon.demonyms and len(own[0]) > 2):
            forms.append(tuple(own))
    if name.type == "ORG" and words[0] in lexicon.standing_alone and len(words) > 1:
        forms.append((words[0],))
    if name.type != "PER" or len(words) == 1:
        return forms
    if words[-2] in lexicon.particles or words[-2] == "عبد":
        forms.append(tuple(words[-2:]))
    elif _alone(words[-1], lexicon):
        forms.append((words[-1],))
    if words[0] != "عبد" and words[0] not in lexicon.particles and _alone(words[0], lexicon):
        forms.append((words[0],))
    return forms


def _again(name: Found, word: str, lexicon: NameLexicon) -> bool:
    """Tell whether a name of one word is looked for again; listed names were looked for everywhere already."""
    return word not in lexicon.stop and not name.evidence.startswith(
        ("listed GPE", "listed LOC", "listed ORG", "sounded", "by-name")
    )


def _alone(word: str, lexicon: NameLexicon) -> bool:
    """Tell whether one word of a person's name can stand for the person."""
    common = word in lexicon.stop and word not in lexicon.times and word not in lexicon.given_weak
    return len(word) > 2 and not common and word not in lexicon.demonyms and word not in lexicon.fixed


def _at(
    sentence: int,
    tokens: tuple[Token, ...],
    at: int,
    table: dict[str, list[tuple[tuple[str, ...], Found]]],
    lexicon: NameLexicon,
) -> Iterable[Found]:
    for cut in tokens[at].cuts:
        if cut.clitics and tokens[at].norm in lexicon.stop:
            continue
        for rest, name in table.get(cut.form, ()):
            last = at + 1 + len(rest)
            if last <= len(tokens) and all(
                tokens[i].joined and tokens[i].norm == rest[i - at - 1] for i in range(at + 1, last)
            ):
                yield Found(sentence, at, last, cut.letters, name.type, f"again {name.evidence}", 40, name.key)
                return
