"""Light stems: words without the clitics, article and regular endings that Arabic writes onto them."""

from __future__ import annotations

from functools import lru_cache

# The longest first; at least three letters of the word must remain («والي» stays, «بالرياض» gives «رياض»).
_ARTICLES = ("بال", "كال", "لل", "ال")
_ENDINGS = ("هما", "تين", "تان", "ها", "هم", "ات", "ون", "ين", "ان", "يه", "ته", "ه", "ي", "ا")
_REMAINING = 3
# A single letter is taken for a conjunction or preposition only of words that have four letters without it.
_CLITIC_WORD = 5


@lru_cache(maxsize=1 << 16)
def cut_clitics(word: str) -> str:
    """Return a folded word without conjunction, preposition and article, where enough of it remains."""
    if len(word) >= _CLITIC_WORD and word[0] in "وف":
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _REMAINING:
            return word[len(article) :]
    if len(word) >= _CLITIC_WORD and word[0] in "بل":
        return word[1:]
    return word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a folded word without clitics and without its regular ending."""
    word = cut_clitics(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _REMAINING:
            return word[: -len(ending)]
    return word
