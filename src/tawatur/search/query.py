"""A user's query: words, phrases, OR, minus; the rest is punctuation, and no sign of it reaches the database."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from tawatur.lexicon.search_words import SearchLexicon
from tawatur.search.forms import clitic_forms, written_forms
from tawatur.search.tokens import tokens
from tawatur.text.fold import fold, fold_char

# A phrase in quotation marks, or a run without spaces; a minus right before it leaves out.
_CHUNK = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<a>[^"]*)"|«(?P<b>[^»]*)»|“(?P<c>[^”]*)”|(?P<word>[^\s"«»“”]+))')
_OR = ("OR", "|", "||")
_AND = ("AND", "&", "&&")
# Terms of a query that are looked at; more would only slow the database down.
_MOST_TERMS = 32


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: the folded ways its first word may be written, the words that follow it, and the user's own
    spelling of all its words, which alone counts when `exact`."""

    forms: tuple[str, ...]
    rest: tuple[str, ...] = ()
    spelling: tuple[str, ...] = field(default=(), compare=False)
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Of each group one term must be found, of `without` none."""

    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that may be found."""
        return tuple(dict.fromkeys(term for group in self.groups for term in group))


def _term(text: str, lexicon: SearchLexicon, *, phrase: bool, exact: bool) -> Term | None:
    found = list(tokens(text))
    if not found:
        return None
    first, *rest = (token.norm for token in found)
    spelling = tuple(token.span.of(text) for token in found)
    own = spelling[0] if fold(spelling[0]) == first else first
    if exact:
        return Term((first,), tuple(rest), spelling, True)
    forms = clitic_forms(own, lexicon) if phrase or rest else written_forms(own, lexicon)
    return Term(forms, tuple(rest), spelling)


def parse(query: str, lexicon: SearchLexicon, *, exact: bool = False) -> Query:
    """Return what a query asks for; `exact` wants words in the spelling given, without clitics and other forms."""
    groups: list[list[Term]] = []
    without: list[Term] = []
    joined = False
    for chunk in list(_CHUNK.finditer(query))[: 4 * _MOST_TERMS]:
        word = chunk["word"]
        if word in _OR:
            joined = bool(groups)
            continue
        if word in _AND:
            continue
        quoted = next((chunk[name] for name in "abc" if chunk[name] is not None), None)
        term = _term(word if quoted is None else quoted, lexicon, phrase=quoted is not None, exact=exact)
        if term is None:
            continue
        if chunk["minus"]:
            without.append(term)
        elif joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
        if len(without) + sum(map(len, groups)) >= _MOST_TERMS:
            break
    unique = dict.fromkeys(tuple(dict.fromkeys(group)) for group in groups)
    return Query(tuple(unique), tuple(dict.fromkeys(without)))


def same_spelling(found: str, wanted: str) -> bool:
    """Tell whether a word of a text is spelled as the user spells it; harakat and tatweel count only when given."""
    bare, asked = _letters(found), _letters(wanted)
    return bare == asked and (not _marks(wanted) or _marks(found) == _marks(wanted))


def _letters(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", word) if fold_char(char)).lower()


def _marks(word: str) -> str:
    return "".join(char for char in word if "\u064b" <= char <= "\u0652")
