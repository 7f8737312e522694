"""The outlet in a dateline without brackets: «عين الصباح – الرياض:», «الرياض – عين الصباح», «عين الصباح – سلمى»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.annotate.names.known import match_at
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import KnownName, NameLexicon

# A dateline's parts are names: hardly ever longer.
_LONGEST = 4
# A dash with a space to each side.
_DASHED = 3
_STRENGTH = 90
_CLOSING = ("", ":")
# Marks between the places of a dateline: «أبها، جازان», «أنقرة/إسطنبول».
_LIST_MARKS = ("", "،", ",", "/")


def find_datelines(sentences: Sequence[tuple[Token, ...]], lexicon: NameLexicon) -> Iterator[Found]:
    """Yield the outlet of an article's opening: what a dash parts from a place or a person alone, and is neither."""
    if not sentences:
        return
    tokens = sentences[0]
    dash = _dash(tokens, 1)
    if dash is None:
        return
    end = _end(tokens, dash)
    if end is None:
        return
    parts = ((0, dash), (dash, end))
    sited = [_is_place(tokens[first:last], lexicon) or _is_person(tokens[first], lexicon) for first, last in parts]
    for (first, last), own, other in zip(parts, sited, reversed(sited), strict=True):
        if other and not own:
            outlet = _listed(tokens, first, last, lexicon)
            if outlet is not None or _may_be_outlet(tokens[first:last], lexicon):
                yield Found(0, first, last, 0, "ORG", "dateline", _STRENGTH, outlet.key if outlet else None)


def _dash(tokens: tuple[Token, ...], start: int) -> int | None:
    """Return the token before which the first dash stands, if few words are before it."""
    for at in range(start, min(start + _LONGEST, len(tokens))):
        if not tokens[at].joined:
            return None
        if tokens[at].word.span.start - tokens[at - 1].word.span.end >= _DASHED:
            return at
    return None


def _end(tokens: tuple[Token, ...], first: int) -> int | None:
    """Return where the part after the dash ends: at the end of the line, a colon, or another dash."""
    for at in range(first + 1, first + 1 + _LONGEST):
        if at >= len(tokens):
            return len(tokens) if tokens[-1].after[:1] in _CLOSING else None
        if tokens[at].before[:1] == ":":
            return at
        if tokens[at].before not in _LIST_MARKS:
            return None
        if tokens[at].word.span.start - tokens[at - 1].word.span.end >= _DASHED:
            return at
    return None


def _is_place(part: Sequence[Token], lexicon: NameLexicon) -> bool:
    """Tell whether the words are places of the gazetteer and nothing else."""
    at = 0
    while at < len(part):
        match = match_at(part, at, lexicon, by_sound=False)
        if match is None or match.entry.type not in ("GPE", "LOC") or (match.entry.weak and len(part) > 1):
            return False
        at = match.last
    return True


def _is_person(token: Token, lexicon: NameLexicon) -> bool:
    return token.norm in lexicon.given or token.norm in lexicon.titles


def _listed(tokens: tuple[Token, ...], first: int, last: int, lexicon: NameLexicon) -> KnownName | None:
    """Return the outlet or body of the gazetteer that is spelled so, though the words are common ones («سبق»)."""
    words = tuple(token.norm for token in tokens[first:last])
    for rest, entry in lexicon.known.get(words[0], ()):
        if rest == words[1:] and entry.type == "ORG":
            return entry
    return None


def _may_be_outlet(part: Sequence[Token], lexicon: NameLexicon) -> bool:
    """Tell whether unlisted words may name an outlet: «عين الصباح», «صدى تبوك», «الوطن أونلاين», no desk («خاص»)."""
    first = part[0].norm
    if len(part) < 2 or not all(token.joined for token in part[1:]):
        return False
    if any(token.word.kind != "word" or token.norm in lexicon.desk for token in part):
        return False
    if first in lexicon.fixed or first in lexicon.times or first in lexicon.saying or first in lexicon.demonyms:
        return False
    if first.startswith("ال"):
        return True
    return first in lexicon.stop and all(t.norm.startswith("ال") or _is_place((t,), lexicon) for t in part[1:])
