"""Latin forms of names that no gazetteer knows: from lists of names where they have the word, else by rule.

The form is what English-language news would most likely print; it is shown as transliterated, never as what somebody
calls himself. Bodies have none: their names are words to be translated, not sounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold
from tawatur.text.words import find_words, without_article

# Letters that only Arabic words have (and Turkish or Persian ones of Arabic origin).
_NATIVE = re.compile("[حعصضطظقةء]")
_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ة": "h", "ء": "", "پ": "p", "چ": "ch", "گ": "g", "ڤ": "v", "ژ": "zh", "ک": "k",
}  # fmt: skip
_FOREIGN = {"غ": "g", "ق": "k", "خ": "kh", "ث": "th"}
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ئ": "e", "ؤ": "o"}
# Two letters for one sound.
_PAIRS = {"تش": "ch", "دج": "j", "تز": "tz", "تس": "ts"}
# Endings of foreign names as they are written in Latin letters.
_ENDINGS = (
    ("kof", "kov"), ("nof", "nov"), ("rof", "rov"), ("tof", "tov"), ("lof", "lov"), ("mof", "mov"), ("sof", "sov"),
    ("shof", "shov"), ("dof", "dov"), ("zof", "zov"), ("pof", "pov"), ("bof", "bov"), ("hof", "hof"), ("chof", "chov"),
    ("yif", "yev"), ("iif", "iev"), ("if", "ev"), ("ofa", "ova"), ("ifa", "eva"), ("ofich", "ovich"), ("fich", "vich"),
    ("ski", "sky"), ("inku", "enko"), ("inko", "enko"), ("birg", "berg"), ("brg", "berg"), ("borg", "burg"),
    ("shtayn", "stein"), ("birj", "berg"), ("brj", "berg"), ("burj", "burg"), ("borj", "burg"),
)  # fmt: skip
_SMALL = {
    "ابن": "Ibn", "بنت": "bint", "ال": "Al", "ولد": "Ould", "ابو": "Abu", "ابي": "Abi", "ابا": "Aba", "ام": "Umm",
    "الدين": "al-Din", "الله": "Allah", "دي": "de", "دو": "du", "دا": "da", "فان": "van", "فون": "von", "دوس": "dos",
    "ديل": "del", "اوغلو": "oglu", "لا": "La", "لو": "Le",
}  # fmt: skip
_MAGHREB = frozenset(("DZ", "TN", "MA", "LY", "MR"))
_SOFT = frozenset("rl")


_SERVANT, _FATHER, _ARTICLE = 6, 5, 4
_WRITTEN_VOWEL = re.compile("[اويىأإآ]")

Near = Callable[[str], str | None]


def _nothing(_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class LatinLexicon:
    """The Latin forms of words of names, by folded word.

    `names` and `given` (Arabic and foreign ones) are as news prints them, `foreign` as data pairs them.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    foreign: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str, country: str | None = None, near: Near = _nothing) -> str:
        """Return the Latin form of a person's or place's name.

        `country` decides between «bin» and «Ben»; `near` may know the word that a foreign word is a spelling of.
        """
        words = [word.text for word in find_words(name) if word.kind != "mark"]
        arabic = any(
            fold(word) in self.names
            or (fold(word) not in self.foreign and _looks_arabic(word, given=n == 0 < len(words) - 1))
            for n, word in enumerate(words)
        )
        found: list[str] = []
        at = 0
        while at < len(words):
            bare = fold(words[at])
            if bare == "عبد" and at + 1 < len(words):
                found.append(self._servant(words[at + 1]))
                at += 1
            elif bare == "بن":
                found.append("Ben" if country in _MAGHREB else "bin")
            elif bare in _SMALL and (bare not in self.names):
                found.append(_SMALL[bare])
            else:
                found.append(self._word(words[at], arabic, near))
            at += 1
        text = " ".join(part for part in found if part)
        return text[:1].upper() + text[1:]

    def _servant(self, word: str) -> str:
        folded = fold(word)
        if folded == "الله":
            return "Abdullah"
        if folded == "ربه":
            return "Abdrabbuh"
        return "Abdul " + self._word(without_article(_letters(word)), True, _nothing).removeprefix("al-")

    def _word(self, word: str, arabic: bool, near: Near) -> str:
        folded, plain = fold(word), _letters(word)
        if folded in self.names or folded in self.given:
            return self.names.get(folded) or self.given[folded]
        if folded.startswith("عبدال") and len(folded) > _SERVANT:
            return self._servant(plain[3:])
        if folded.startswith("ابو") and len(folded) > _FATHER:
            return "Abu " + self._word(plain[3:], True, near)
        if plain.startswith("ال") and len(plain) > _ARTICLE:
            return "al-" + self._word(plain[2:], True, _nothing)
        if not arabic:
            known = self.foreign.get(folded) or near(folded)
            if known is not None:
                return known
        elif len(plain) > _ARTICLE and plain.startswith(("بو", "بن")):
            return ("Bou" if plain[1] == "و" else "Ben") + self._word(plain[2:], True, near).lower()
        spelled = _native(plain) if arabic or not _WRITTEN_VOWEL.search(plain) else _foreign(plain)
        return spelled[:1].upper() + spelled[1:]


def _looks_arabic(word: str, *, given: bool) -> bool:
    """Tell whether a word has what foreign names do not have: letters of Arabic alone, or the article.

    A `given` name, the first of several words, has no article: «ألكسي» only looks so.
    """
    plain = _letters(word)
    return bool(_NATIVE.search(plain)) or (not given and plain.startswith("ال") and len(plain) > _ARTICLE)


def _letters(word: str) -> str:
    """Return a word without marks, Persian letters that stand for Arabic ones put back."""
    kept = "".join(c for c in unicodedata.normalize("NFKC", word) if unicodedata.category(c) not in ("Mn", "Cf"))
    return kept.replace("ـ", "").replace("ی", "ي").replace("ک", "ك")


def _sounds(word: str, foreign: bool) -> list[tuple[str, bool]]:
    """Return the sounds of a word and whether each is a vowel; short vowels are not written and not there yet."""
    sounds: list[tuple[str, bool]] = []
    at = 0
    while at < len(word):
        letter, after = word[at], word[at + 1 : at + 2]
        before_vowel = bool(sounds) and sounds[-1][1]
        if foreign and word[at : at + 2] in _PAIRS:
            sounds.append((_PAIRS[word[at : at + 2]], False))
            at += 1
        elif letter in "وي":
            sounds.append(_glide(letter, after, at == 0, before_vowel, foreign))
        elif at == 0 and letter in "اأإ" and after in ("و", "ي") and len(word) > 2:
            sounds.append(("o" if after == "و" else "e" if foreign and letter == "إ" else "i", True))
            at += 1
        elif letter in "ةه" and not after and not before_vowel:
            sounds.append(("e" if foreign and letter == "ه" else "a", True))
        elif letter in _VOWELS:
            sounds.append((_VOWELS[letter], True))
        else:
            sounds.append(((_FOREIGN.get(letter) if foreign else None) or _CONSONANTS.get(letter, ""), False))
        at += 1
    return sounds


def _glide(letter: str, after: str, first: bool, after_vowel: bool, foreign: bool) -> tuple[str, bool]:
    """Return the sound of و or ي: a consonant beside a vowel, else a long vowel."""
    vowel_next = after in _VOWELS or after in ("و", "ي", "ة")
    if first or (vowel_next and after) or after_vowel:
        return ("w" if letter == "و" else "y", False)
    if letter == "و":
        return ("o" if foreign else "u", True)
    return ("i", True)


def _native(word: str) -> str:
    """Spell an Arabic word: the short vowel that is not written is taken to be a."""
    sounds = _sounds(word, foreign=False)
    text, open_syllable = "", False
    for place, (sound, vowel) in enumerate(sounds):
        text += sound
        last = place == len(sounds) - 1
        if vowel:
            open_syllable = True
        elif place == len(sounds) - 2 and sounds[place - 1 : place] == [("a", True)] and not sounds[-1][1]:
            # «خالق», «مرابط»: a long a and two consonants have an i between them.
            text += "i"
            open_syllable = True
        elif last or sounds[place + 1][1] or open_syllable:
            open_syllable = False
        else:
            text += "a"
            open_syllable = True
    return re.sub(r"aa+", "a", text)


def _foreign(word: str) -> str:
    """Spell a foreign word: clusters stand, but for one at the end that cannot be said."""
    sounds = _sounds("س" + word[1:] if word.startswith(("شت", "شب")) else word, foreign=True)
    text = ""
    for place, (sound, vowel) in enumerate(sounds):
        if place == 1 and not vowel and not sounds[0][1] and not _begins(sounds):
            text += "a"
        last = place == len(sounds) - 1
        if last and not vowel and place and not sounds[place - 1][1] and sound[:1] in ("r", "l", "n"):
            text += "" if sounds[place - 1][0][-1:] in _SOFT else "e"
        text += sound
    for ending, written in _ENDINGS:
        if text.endswith(ending):
            return text.removesuffix(ending) + written
    return re.sub(r"aa+", "a", text)


def _begins(sounds: list[tuple[str, bool]]) -> bool:
    """Tell whether a word can begin with its first two consonants («Br…», «St…», «Kw…»)."""
    first, second = sounds[0][0], sounds[1][0]
    third_is_vowel = len(sounds) < 3 or sounds[2][1]
    return second[:1] in ("r", "l", "w", "y") or (first in ("s", "sh") and third_is_vowel)


def load_latin() -> LatinLexicon:
    """Build the lexicon from its data files; words of the well-known people's names are taken from the gazetteer."""
    names: dict[str, str] = {}
    given: dict[str, str] = {}
    for latin, spellings, kind in read_table("latin_names.tsv", 3):
        for spelling in spellings.split():
            (names if kind == "a" else given).setdefault(fold(spelling), latin)
    people: dict[str, str] = {}
    for _, kind, _, latin, _, spellings in read_table("name_people.tsv", 6):
        for spelling in spellings.split("|"):
            words, written = spelling.split(), latin.split()
            if kind == "PER" and len(words) == len(written) > 1 and "-" not in latin:
                for word, form in zip(words, written, strict=True):
                    people.setdefault(fold(word), form)
    foreign = {word: latin.title() for word, latin in read_table("name_foreign.tsv", 2) if latin}
    return LatinLexicon(names, given, {**foreign, **people})
