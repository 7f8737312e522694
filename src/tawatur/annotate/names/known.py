"""Names that the gazetteer knows: the longest spelling at each place, clitics cut from its first word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import KnownName, NameLexicon, Phrases, sound
from tawatur.text.words import Cut

# A single word shorter than this is looked up as written only: the sounds of short words have too many neighbours.
_SOUND_LETTERS = 5
_TANWIN = "\u064b"
_YEAR_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A gazetteer spelling that stands at a place: its last token (exclusive), the cut before it, its entry."""

    last: int
    cut: Cut
    entry: KnownName
    listed: bool


def find_known(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield every gazetteer name of a sentence, the longest at each place; weak ones only with support."""
    for at in range(len(tokens)):
        match = match_at(tokens, at, lexicon)
        if match is None:
            continue
        entry = match.entry
        if _adjective(tokens, at, match, lexicon) or (entry.weak and not _supported(tokens, at, match, lexicon)):
            continue
        last = match.last
        if entry.type == "OTHER" and last < len(tokens) and tokens[last].joined and _year(tokens[last]):
            last += 1
        how = "listed" if match.listed else "sounded"
        evidence = f"{how} {'weak ' if entry.weak else ''}{entry.type}"
        strength = 62 + 3 * (last - at) - (10 if entry.weak else 0) - (0 if match.listed else 6)
        if last - at > 1 and match.listed and not entry.weak and entry.type != "PER":
            strength += 5
        first, letters = at, match.cut.letters
        if entry.type == "PER" and last - at > 1:
            strength += 4
            if match.cut.form in lexicon.titles:
                first, letters = at + 1, 0
        yield Found(sentence, first, last, letters, entry.type, evidence, strength, entry.key)


def find_weak(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield the gazetteer names that are common words too («الرجاء», «النجمة») where nothing supports them."""
    for at in range(len(tokens)):
        match = match_at(tokens, at, lexicon, by_sound=False)
        if match is not None and match.entry.weak and not _supported(tokens, at, match, lexicon):
            entry = match.entry
            yield Found(
                sentence, at, match.last, match.cut.letters, entry.type, f"loose weak {entry.type}", 10, entry.key
            )


def match_at(
    tokens: Sequence[Token], at: int, lexicon: NameLexicon, clitics: bool = True, by_sound: bool = True
) -> Match | None:
    """Return the longest gazetteer spelling that starts at token `at`, cutting clitics unless told not to.

    Where none is listed, one that sounds so is looked for, unless told not to.
    """
    best: Match | None = None
    common = tokens[at].norm in lexicon.stop or not clitics
    for cut in tokens[at].cuts:
        if cut.clitics and (common or ("ك" in cut.clitics and len(cut.form) < _SOUND_LETTERS)):
            continue
        match = _longest(tokens, at, cut.form, lexicon.known)
        if match is not None and (best is None or match[0] > best.last):
            best = Match(match[0], cut, match[1], True)
    if (
        best is not None
        or common
        or not by_sound
        or tokens[at].norm in lexicon.demonyms
        or tokens[at].norm in lexicon.given
    ):
        return best
    for cut in tokens[at].cuts:
        if len(cut.form) >= _SOUND_LETTERS and cut.form not in lexicon.stop and cut.form not in lexicon.demonyms:
            match = _longest(tokens, at, sound(cut.form), lexicon.sounds, by_sound=True)
            if match is not None and (best is None or match[0] > best.last):
                best = Match(match[0], cut, match[1], False)
    return best


def _longest(
    tokens: Sequence[Token], at: int, first: str, phrases: Phrases, by_sound: bool = False
) -> tuple[int, KnownName] | None:
    spellings = phrases.get(first)
    if spellings is None:
        return None
    second = None
    if at + 1 < len(tokens) and tokens[at + 1].joined:
        second = sound(tokens[at + 1].norm) if by_sound else tokens[at + 1].norm
    for rest, entry in spellings:
        if rest and rest[0] != second:
            continue
        last = at + 1 + len(rest)
        if last <= len(tokens) and _follow(tokens[at + 1 : last], rest, by_sound):
            return last, entry
    return None


def _follow(tokens: Sequence[Token], rest: tuple[str, ...], by_sound: bool) -> bool:
    for token, word in zip(tokens, rest, strict=True):
        if not token.joined or (sound(token.norm) if by_sound else token.norm) != word:
            return False
    return True


def _year(token: Token) -> bool:
    return token.word.kind == "number" and len(token.norm) == _YEAR_LETTERS


def _adjective(tokens: Sequence[Token], at: int, match: Match, lexicon: NameLexicon) -> bool:
    """Tell whether a country's name is here its adjective («مواقع سورية», «الصحف السعودية», «مدعومة روسياً»)."""
    if match.last - at > 1:
        return False
    if _TANWIN in tokens[at].word.text:
        return True
    form = match.cut.form
    if match.entry.type != "GPE" or at == 0 or not tokens[at].joined or match.cut.clitics:
        return False
    before = tokens[at - 1].norm
    if form.endswith("يا") and form[:-1] in lexicon.demonyms:
        return before.endswith("ا") and (before[:-1] in lexicon.nouns or before[:-1] in lexicon.titles)
    if form not in lexicon.demonyms:
        return False
    if form.startswith("ال"):
        return before.startswith(("ال", "وال", "بال", "لل")) or before in lexicon.demonyms
    support = lexicon.fixed | lexicon.locatives | lexicon.titles | lexicon.verbs
    return before not in support and not any(c.form in lexicon.saying for c in tokens[at - 1].cuts)


def _supported(tokens: Sequence[Token], at: int, match: Match, lexicon: NameLexicon) -> bool:
    if match.last - at > 1:
        return True
    follows = at > 0 and tokens[at].joined and not match.cut.clitics
    if match.entry.type == "ORG" and follows and tokens[at - 1].norm in lexicon.sport:
        return True
    if match.entry.type in ("ORG", "OTHER", "PER"):
        return tokens[at].quoted and tokens[match.last - 1].after[:1] in ("»", '"', "”")
    if match.entry.key.startswith("gpe:GN") and (match.cut.form in lexicon.stop or match.cut.form in lexicon.given):
        return False
    return follows and tokens[at - 1].norm in lexicon.locatives
