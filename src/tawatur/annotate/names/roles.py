"""Roles that the text gives a person, beside the name: «وزير الخارجية النرويجي …», «…، رئيس اللجنة»."""

from __future__ import annotations

from tawatur.annotate.names.known import match_at
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon
from tawatur.model import EntityRole, Span

# The longest role taken, in words: «الأمين العام المساعد للأمم المتحدة للشؤون الإنسانية» is seven.
_LONGEST = 9
# Function words that a role may hold: «السفير في لندن», «عضو المجلس عن القاهرة».
_TOWARDS = frozenset({"الي", "لدي"})
_INSIDE = frozenset({"في", "عن", "لدي", "من"})


def find_role(
    name: Found, tokens: tuple[Token, ...], taken: frozenset[int], text: str, lexicon: NameLexicon
) -> EntityRole | None:
    """Return the role before a person's name, or else the one in apposition after it, or None.

    `taken` are the tokens of the sentence that persons' names hold: a role never reaches over another person.
    """
    first = _before(name, tokens, taken, lexicon)
    if first is not None:
        last = name.first
        while last - 1 > first and tokens[last - 1].norm in lexicon.announcers:
            last -= 1
        return _role(tokens, first, last, text, lexicon)
    end = _after(name, tokens, taken, lexicon)
    return None if end is None else _role(tokens, name.last, end, text, lexicon)


def _title(token: Token, lexicon: NameLexicon) -> bool:
    return any(cut.form in lexicon.titles and cut.form not in lexicon.announcers for cut in token.cuts)


def _ends_phrase(token: Token, lexicon: NameLexicon) -> bool:
    form = token.norm
    if form in lexicon.verbs or form in lexicon.saying or form in lexicon.times:
        return form not in lexicon.tails
    return form in lexicon.fixed and form not in _INSIDE


def _before(name: Found, tokens: tuple[Token, ...], taken: frozenset[int], lexicon: NameLexicon) -> int | None:
    """First token of the role that runs up to the name: the leftmost title with nothing between that ends a phrase."""
    if name.cut:
        return None
    leftmost: int | None = None
    for at in range(name.first - 1, max(name.first - 1 - _LONGEST, -1), -1):
        follower = tokens[at + 1]
        comma = at + 1 == name.first and follower.before in ("،", ",")
        if not (follower.joined or comma) or (_ends_phrase(tokens[at], lexicon) and not _title(tokens[at], lexicon)):
            break
        if at in taken:
            break
        if _title(tokens[at], lexicon):
            # «ابنة الرئيس فلان» and «محامي الرئيس فلان» are roles of somebody else.
            if leftmost is not None and any(cut.form in lexicon.kin for cut in tokens[at].cuts):
                break
            leftmost = at
            if tokens[at].norm[0] == "و" and not tokens[at].norm.startswith("وز"):
                break
        elif tokens[at].norm.startswith("وال"):
            break
    return leftmost


def _after(name: Found, tokens: tuple[Token, ...], taken: frozenset[int], lexicon: NameLexicon) -> int | None:
    """Where the role ends that stands in apposition after the name."""
    first = name.last
    if first >= len(tokens) or tokens[first].before not in ("", "،", ","):
        return None
    if tokens[first].norm not in lexicon.titles or tokens[first].norm in lexicon.announcers:
        return None
    last = first + 1
    while last < len(tokens) and last - first < _LONGEST and tokens[last].joined:
        if last in taken or _ends_phrase(tokens[last], lexicon):
            break
        last += 1
    # Up against another person's name it is that person's role.
    return None if last in taken else last


def _role(tokens: tuple[Token, ...], first: int, last: int, text: str, lexicon: NameLexicon) -> EntityRole:
    cut = next((c.letters for c in tokens[first].cuts if c.form in lexicon.titles), 0)
    span = Span(tokens[first].word.cut(cut), tokens[last - 1].word.span.end)
    return EntityRole(span, span.of(text), _country(tokens, first, last, lexicon))


def _country(tokens: tuple[Token, ...], first: int, last: int, lexicon: NameLexicon) -> str | None:
    """The country of a role, by its adjective or by the first place named in it."""
    for at in range(first, last):
        form = tokens[at].norm
        if form.startswith("ال") and form in lexicon.demonyms:
            return lexicon.demonyms[form]
    for at in range(first, last):
        # «المبعوث إلى اليمن», «السفير لدى لبنان»: where someone is sent is not whose he is.
        if at > first and tokens[at - 1].norm in _TOWARDS:
            continue
        match = match_at(tokens, at, lexicon)
        if match is not None and match.entry.type == "GPE" and not match.entry.weak and match.listed:
            return match.entry.country
    return None
