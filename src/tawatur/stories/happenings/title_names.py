"""What a title calls a participant or place: its name, or a plain description that stands well behind a noun."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tawatur.lexicon.title_words import TitleWords
from tawatur.stories.happenings.parties import Party, World
from tawatur.text.fold import fold
from tawatur.text.words import without_article

# A description of more words than this is a clause rather than a name for somebody.
_MOST_WORDS = 6
_NAME_LENGTH = 60
_EDGES = ' \n\t،,؛;:-–—«»"“”()[].ـ'
# Where a description ends: at a mark, as at a word that begins a clause about it; what is behind it is left out.
_MARKS = re.compile(r"[،,؛;:()\[\]«»\"“”\n.…]")
# Endings that are pronouns on a noun («قواته», «نظيرها»).
_PRONOUN = re.compile(r".{2,}(?:ه|ها|هم|هما|هن|كم|نا)$")
# Plurals and duals in the nominative, which no preposition or idafa bears: «مسلحون», «شرطيان».
_SOUND_PLURAL = re.compile(r"(?:ال)?م\w{2,}ون$|\w{2,}يون$")
_DUAL = re.compile(r"((?:ال)?(\w+))ان$")
# «طالباً», «مدنيًا»: the ending goes with its alef.
_TANWIN = re.compile("ا\u064b|\u064bا|\u064b")


def named(ident: str, world: World, words: TitleWords) -> tuple[str, str] | None:
    """Return the Arabic and the Latin name of a world entity, None for an unknown one or words that are no name."""
    entity = world.entities.get(ident)
    if entity is None:
        return None
    arabic = described(entity.canonical, words, names=True)
    latin = entity.latin or entity.transliteration or ""
    return (arabic, latin or in_english(arabic, words)) if arabic else None


def called(party: Party, world: World, words: TitleWords) -> tuple[str, str] | None:
    """Return what a title calls a participant in Arabic and English; English empty where no plain word is known."""
    for ident in sorted(party.ids):
        if (found := named(ident, world, words)) is not None:
            return found
    # A name that no entity stands for is still a name: «بيبه» ends in no pronoun.
    arabic = described(party.words, words, names=party.kind != "described")
    return (arabic, in_english(arabic, words)) if arabic else None


def described(told: str, words: TitleWords, *, names: bool = False) -> str:
    """Return a description as it stands behind a noun: cut at its clause, no case ending; empty where it names nobody.

    A pronoun is not resolved here, so that words with one («قواته») name nobody. `names`: what is told is a name.
    """
    kept: list[str] = []
    for word in _MARKS.split(told.strip(_EDGES))[0].split():
        if not names and kept and fold(word) in words.clauses:
            break
        kept.append(word)
    while kept and fold(kept[-1].strip(_EDGES)) in words.hanging:
        kept.pop()
    if not kept or len(kept) > _MOST_WORDS or len(" ".join(kept)) > _NAME_LENGTH:
        return ""
    norms = [fold(word.strip(_EDGES)) for word in kept]
    if norms[0] in words.nobody | words.clauses | words.pointing | (words.hanging - words.counting):
        return ""
    if not names and all(norm in words.counting or norm.isdigit() for norm in norms):
        return ""  # «ستة آخرون»: of whom?
    if not names and any(_bears_pronoun(word, norm, words) for word, norm in zip(kept, norms, strict=True)):
        return ""
    if names:
        return " ".join(kept).strip(_EDGES)
    return " ".join(_oblique(word, words) for word in _uncounted(kept, words.plurals)).strip(_EDGES)


def _uncounted(words: list[str], plurals: Mapping[str, str]) -> list[str]:
    """Return words without a number in digits, the noun in the plural where it is known: tolls differ and change."""
    if len(words) > 1 and words[0].isdigit() and (plural := plurals.get(_bare(words[1]))):
        return [plural]
    return words


def _bare(word: str) -> str:
    """Return a noun folded without the ending of the counted («شخصًا»)."""
    norm = fold(word)
    return norm[:-1] if norm.endswith("ا") else norm


def _bears_pronoun(word: str, norm: str, words: TitleWords) -> bool:
    """Tell whether a word ends in a pronoun; «ة», which folding makes «ه», is none."""
    bare = word.strip(_EDGES)
    return bool(_PRONOUN.match(bare)) and len(bare) > 3 and without_article(norm) not in words.no_pronoun


def _oblique(word: str, words: TitleWords) -> str:
    word = _TANWIN.sub("", word)
    if _SOUND_PLURAL.match(word) and without_article(word) not in words.no_plural:
        return word[:-2] + "ين"
    dual = _DUAL.match(word)
    return dual[1] + "ين" if dual and dual[2] in words.duals else word


def in_english(arabic: str, words: TitleWords) -> str:
    """Return a plain word for a description, by its first word that does not only count; empty where none is known."""
    for word in arabic.split():
        norm = fold(word)
        if norm in words.counting or norm.isdigit():
            continue
        return words.english.get(norm) or words.english.get(without_article(norm)) or ""
    return ""


def behind_li(name: str) -> str:
    """Return a name behind «ل»: the article swallowed («للجيش»), letters that do not join kept apart («لـ14»)."""
    if not name[:1].isalpha() or name[:1].isascii():
        return f"لـ{name}"
    if name.startswith("الل"):
        return name[1:]
    return f"لل{name[2:]}" if name.startswith("ال") and len(name) > 4 else f"ل{name}"


def behind_wa(name: str) -> str:
    """Return a name behind «و»."""
    return f"و{name}" if name[:1].isalpha() and not name[:1].isascii() else f"و {name}"
