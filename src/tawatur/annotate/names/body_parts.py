"""What names of bodies are made of behind their class word: purposes, two halves, somebody honoured."""

from __future__ import annotations

from tawatur.annotate.names.extent import extend, is_place
from tawatur.annotate.names.tokens import Token
from tawatur.lexicon.name_words import NameLexicon

# What joins two halves of a name: «قوافل بلا خوف», «نساء ضد الحرب», «محامون عبر الحدود», «شباب من اجل السلام».
_INSIDE = frozenset(["بلا", "بدون", "ضد", "عبر"])


def in_halves(tokens: tuple[Token, ...], head: int) -> int | None:
    """End of a name of two halves about a preposition: «قوافل بلا خوف», «شباب من أجل السلام»."""
    between = head + 1
    if (
        between + 1 >= len(tokens)
        or not tokens[head].joined
        or not tokens[between].joined
        or not tokens[between + 1].joined
    ):
        return None
    if tokens[head].norm.startswith(("ال", "لل")):
        return None
    if tokens[between].norm in _INSIDE:
        return between + 2
    if [t.norm for t in tokens[between : between + 2]] == ["من", "اجل"]:
        last = between + 3
        return last if last <= len(tokens) and tokens[last - 1].joined else None
    return None


def honoured_end(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon) -> int | None:
    """End of the name of somebody honoured after the title at `head`, with what the body is for or of."""
    if head + 1 >= len(tokens) or not tokens[head + 1].joined:
        return None
    last = extend(tokens, head + 1, lexicon)
    purpose = purpose_end(tokens, last, lexicon)
    if purpose is not None:
        return purpose
    while last < len(tokens) and tokens[last].joined and tokens[last].norm.startswith("ال"):
        form = tokens[last].norm
        if not form.endswith(("ي", "يه")) or form in lexicon.titles or form in lexicon.times:
            break
        last += 1
    return last


def purpose_end(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> int | None:
    """End of a purpose: «للطيران المدني», «لشؤون الإقامة», «لمسيرات العودة»."""
    if at >= len(tokens) or not tokens[at].joined:
        return None
    form = tokens[at].norm
    if form in lexicon.purposes:
        last = at + 1
    elif form.startswith("لل") and len(form) > 4 and not form.endswith(("ين", "ون")):
        last = at + 1
        if form not in lexicon.company_tails and "ا" + form[1:] in lexicon.known and not _goes_on(tokens, last):
            return None
    else:
        return None
    while last < len(tokens) and last - at < 4 and tokens[last].joined:
        form = tokens[last].norm
        if form in lexicon.times or form in lexicon.descriptive or not form.startswith(("ال", "وال")):
            break
        if is_place(form, lexicon) and form not in lexicon.demonyms and not form.endswith(("ي", "يه")):
            break  # «المركز الوطني للرصد | السويد شهدت …»: a country, no adjective of what has the article
        last += 1
    return last if last - at > 1 or tokens[at].norm.startswith("لل") else None


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].joined and tokens[at].norm.startswith("ال")
