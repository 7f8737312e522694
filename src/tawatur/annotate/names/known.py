"""Names that the gazetteer knows: the longest spelling at each place, clitics cut from its first word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import KnownName, NameLexicon, Phrases, sound
from tawatur.text.words import Cut

_SOUND_LETTERS = 5


def find_known(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield every gazetteer name of a sentence, the longest at each place; weak ones only with support."""
    at = 0
    while at < len(tokens):
        match = _best(tokens, at, lexicon)
        if match is None:
            at += 1
            continue
        last, cut, entry, how = match
        if not entry.weak or _supported(tokens, at, last, cut, entry, lexicon):
            evidence = f"{how} {'weak' if entry.weak else 'known'} {entry.type}"
            strength = 60 + 2 * (last - at) - (10 if entry.weak else 0)
            yield Found(sentence, at, last, cut.letters, entry.type, evidence, strength, entry.key)
        at += 1


def _best(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> tuple[int, Cut, KnownName, str] | None:
    best: tuple[int, Cut, KnownName, str] | None = None
    for cut in tokens[at].cuts:
        match = _longest(tokens, at, cut.form, lexicon.known)
        if match is not None and (best is None or match[0] > best[0]):
            best = (match[0], cut, match[1], "as-listed")
    if best is not None or tokens[at].norm in lexicon.stop:
        return best
    for cut in tokens[at].cuts:
        if len(cut.form) >= _SOUND_LETTERS and cut.form not in lexicon.stop and cut.form not in lexicon.demonyms:
            match = _longest(tokens, at, sound(cut.form), lexicon.sounds, by_sound=True)
            if match is not None and (best is None or match[0] > best[0]):
                best = (match[0], cut, match[1], "as-sounded")
    return best


def _longest(
    tokens: Sequence[Token], at: int, first: str, phrases: Phrases, by_sound: bool = False
) -> tuple[int, KnownName] | None:
    for rest, entry in phrases.get(first, ()):
        last = at + 1 + len(rest)
        if last <= len(tokens) and all(
            tokens[i].joined and (sound(tokens[i].norm) if by_sound else tokens[i].norm) == rest[i - at - 1]
            for i in range(at + 1, last)
        ):
            return last, entry
    return None


def _supported(tokens: Sequence[Token], at: int, last: int, cut: Cut, entry: KnownName, lexicon: NameLexicon) -> bool:
    if last - at > 1:
        return True
    if entry.type in ("ORG", "OTHER"):
        return tokens[at].quoted and tokens[last - 1].after[:1] in ("»", '"', "”")
    if cut.clitics in ("ب", "وب"):
        return len(cut.form) > 3
    return at > 0 and tokens[at].joined and tokens[at - 1].norm in lexicon.locatives and not cut.clitics
