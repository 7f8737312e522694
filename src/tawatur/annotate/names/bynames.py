"""What an article calls a country that it names: «المملكة» in one about Saudi Arabia, «السلطنة» in one about Oman."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tawatur.annotate.names.known import match_at
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon

# Less than any listed name of the same words («المملكة العربية السعودية»), more than a guess.
_STRENGTH = 62


def find_bynames(
    sentences: Sequence[tuple[Token, ...]], readings: Iterable[Found], lexicon: NameLexicon
) -> Iterator[Found]:
    """Yield the words that stand for a country of the article: the one of those so called that is told of most."""
    used = [
        (sentence, at, cut.letters, cut.form)
        for sentence, tokens in enumerate(sentences)
        for at, token in enumerate(tokens)
        for cut in token.cuts
        if cut.form in lexicon.bynames and not _goes_on(tokens, at, lexicon)
    ]
    if not used:
        return
    told = _countries(sentences, readings, lexicon)
    for sentence, at, letters, form in used:
        country = max(lexicon.bynames[form], key=lambda iso: told[iso])
        if told[country]:
            yield Found(sentence, at, at + 1, letters, "GPE", "by-name", _STRENGTH, f"gpe:{country}")


def _goes_on(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool:
    """Tell whether a longer name begins here: «المملكة المتحدة», «السلطنة العمانية»."""
    if at + 1 >= len(tokens) or not tokens[at + 1].joined:
        return False
    form = tokens[at + 1].norm
    match = match_at(tokens, at, lexicon, by_sound=False)
    return (form.startswith("ال") and form in lexicon.demonyms) or (match is not None and match.last > at + 1)


def _countries(sentences: Sequence[tuple[Token, ...]], readings: Iterable[Found], lexicon: NameLexicon) -> Counter[str]:
    """Count how often an article tells of each country, by names of it and in it and by its adjective."""
    told: Counter[str] = Counter()
    for name in readings:
        entry = lexicon.by_key.get(name.key) if name.key and name.type == "GPE" else None
        if entry is not None and entry.country:
            told[entry.country] += 1
    for tokens in sentences:
        told.update(lexicon.demonyms[token.norm] for token in tokens if token.norm in lexicon.demonyms)
    return told
