"""Prepositions written onto their noun, told from letters of the word; media told from other nouns."""

from __future__ import annotations

from tawatur.attribute.view import Sight


def cut_preposition(sight: Sight, at: int) -> str:
    """Return the preposition ب, ل or ك that a word begins with, or the empty string."""
    norm = sight.norm(at)
    letter = norm[:1]
    if letter not in ("ب", "ل", "ك") or sight.words[at].kind != "word":
        return ""
    if norm == letter:
        return letter
    name = sight.name_from.get(at)
    if name is not None:
        return letter if name.span.start > sight.words[at].span.start else ""
    if at in sight.named or len(norm) < 4:
        return "ب" if norm == "بما" else ""
    if letter == "ك" and not norm.startswith("كال"):
        return ""
    lexicon = sight.lexicon
    if (letter == "ب" and lexicon.is_a("bword", norm)) or (letter == "ل" and lexicon.is_a("lword", norm)):
        return ""
    rest = "ا" + norm[1:] if norm.startswith("لل") else norm[1:]
    plain = rest[2:] if rest.startswith("ال") else rest
    for kind in ("document", "time", "occasion"):
        if lexicon.is_a(kind, rest) or lexicon.is_a(kind, plain):
            return ""
    if letter == "ل" and (is_carrier(sight, at, rest) or lexicon.is_a("audience", rest)):
        return ""
    return letter


def addresses_carrier(sight: Sight, at: int) -> bool:
    """Tell whether a word is «لوكالة …», «للتلفزيون», «للصحفيين»: whom words were said to, no part of who or what."""
    norm = sight.norm(at)
    if norm[:1] != "ل" or len(norm) < 4 or (at in sight.named and at not in sight.name_from):
        return False
    rest = "ا" + norm[1:] if norm.startswith("لل") else norm[1:]
    return is_carrier(sight, at, rest) or sight.lexicon.is_a("audience", rest)


# «طلب عدم الكشف عن اسمه وصفته»: words from what hides to what is hidden.
_NAME_REACH = 4


def asks_for_silence(sight: Sight, at: int) -> bool:
    """Tell whether a source asks not to be named («طلب عدم ذكر اسمه»): an adjunct of the holder, no statement."""
    return silence_at(sight, at) > 0


def silence_at(sight: Sight, at: int) -> int:
    """Return how many words of «طلب عدم ذكر», «رفض كشف» begin at a word; 0 where none does.

    What is hidden must be a name: «رفض نشر القوات» is no silence.
    """
    lexicon = sight.lexicon
    if not lexicon.is_a("asks_silence", sight.norm(at)):
        return 0
    hides = [k for k in (1, 2) if lexicon.is_a("disclosing", sight.norm(at + k)) or sight.norm(at + k) == "عدم"]
    if not hides:
        return 0
    names = range(at + hides[-1] + 1, at + hides[-1] + 2 + _NAME_REACH)
    return hides[-1] + 1 if any(lexicon.is_a("identity", sight.norm(k)) for k in names) else 0


def in_silence(sight: Sight, at: int) -> bool:
    """Tell whether a word belongs to the words by which a source asks not to be named: «ذكر» there tells nothing."""
    return any(silence_at(sight, first) > at - first for first in range(max(0, at - 2), at + 1))


def is_carrier(sight: Sight, at: int, bare: str) -> bool:
    """Tell whether a word begins the name or description of a medium («وكالة …», «رويترز»)."""
    lexicon = sight.lexicon
    if lexicon.is_a("media", bare) or (bare.startswith("ال") and lexicon.is_a("media", bare[2:])):
        return True
    outlets = lexicon.phrases.get("outlet", {}).get(bare, ())
    return any(all(sight.norm(at + k) == w for k, w in enumerate(phrase) if k) for phrase in outlets)
