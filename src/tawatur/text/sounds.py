"""Foreign names by their sounds: one key for the spellings that Arabic papers give one name."""

from __future__ import annotations

from functools import lru_cache

_SAME_SOUND = (("تش", "ش"), ("دج", "ج"), ("يي", "ي"), ("وو", "و"), ("اا", "ا"))
_COARSE = {
    **dict.fromkeys("غجكقخ", "ك"), **dict.fromkeys("صثسطتدضذظز", "س"), **dict.fromkeys("بف", "ب"),
    **dict.fromkeys("اويهءع", ""),
}  # fmt: skip


def plain(word: str) -> str:
    """Return a folded word with one letter for the sounds that are written with one or two."""
    for sound, letter in _SAME_SOUND:
        word = word.replace(sound, letter)
    return word


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return coarse consonants of a folded word: equal for most spellings of one name, to look it up by."""
    letters = ""
    for letter in plain(word):
        coarse = _COARSE.get(letter, letter)
        if coarse and not letters.endswith(coarse):
            letters += coarse
    return letters or word[:1]
