"""Unnamed people: «مواطن», «مسلحون مجهولون», «أحد المسافرين» are others in every report, however alike the words."""

from __future__ import annotations

from functools import lru_cache

from tawatur.lexicon.told_words import ToldWords
from tawatur.text.words import cuts, find_words


@lru_cache(maxsize=1 << 14)
def is_unnamed(words: str, told: ToldWords) -> bool:
    """Tell whether the words for a participant are those for people of whom nothing else is said."""
    for word in find_words(words):
        forms = {cut.form for cut in cuts(word.norm)}
        if word.kind != "word" or forms & told.some:
            continue
        return any(form.removeprefix("ال") in told.people for form in forms)
    return False
