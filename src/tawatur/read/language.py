"""How Arabic a text is: letters, words, and the short words that tell Arabic from Persian, Urdu and noise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.text.fold import fold

_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
_ARABIC_LETTER = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
# The commonest words of each language, folded; of those that two of them share none is listed.
_ARABIC = frozenset(
    fold(
        "في من على إلى أن عن التي الذي هذا هذه بعد قال مع كان كما قبل بين ما أو لا وقال وأضاف ذلك خلال لم وفي ومن كانت "
        "الى حيث وأكد أكثر وهو وهي وكان غير حول منذ لدى هو هي إن وإن"
    ).split()
)
_PERSIAN = frozenset(fold("است این که را برای های می شد شده کرد خود آن بود ها").split())
_URDU = frozenset(fold("ہے ہیں کے کی میں اور نے سے کو پر یہ").split())


# Letters of Urdu, Kurdish, Pashto, Uyghur, Sindhi and others that Arabic does not write: not in foreign names either
# (those take پ چ ژ ڤ گ ڭ), nor as what a Persian keyboard makes of ي ك ه.
_FOREIGN_LETTER = re.compile("[ٹڈڑںےہۂۃێۆڵڕەۇۈۋۅېښږګړټډځڅڼۍۀۓڄڃڊڏڻڪڦڙڳڱ]")
_SCRIPT_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5]")
# Pashto, which has the fewest of them, has some four in a hundred letters; an Arabic text with names copied from Urdu
# or Kurdish stays below one.
_MOST_FOREIGN = 0.02


@dataclass(frozen=True, slots=True)
class ArabicWords:
    """How many words in Arabic script a text has, and how many are the commonest words of each language."""

    count: int
    known: int
    persian: int
    urdu: int


def arabic_words(text: str) -> ArabicWords:
    """Count the words in Arabic script and, among them, those that name the language."""
    words = [fold(word) for word in _WORD.findall(text)]
    return ArabicWords(
        len(words),
        sum(word in _ARABIC for word in words),
        sum(word in _PERSIAN for word in words),
        sum(word in _URDU for word in words),
    )


def arabic_share(text: str) -> float:
    """Return the share of Arabic's own letters among all letters that are not ASCII, 0 to 1."""
    letters = len(_LETTER.findall(text))
    return len(_ARABIC_LETTER.findall(text)) / letters if letters else 0.0


def not_arabic(text: str) -> str | None:
    """Return in words why a text is not in Arabic, or None."""
    words = arabic_words(text)
    # Two words are the shortest headline; fewer is a logo or a menu.
    if words.count < 2:
        doubly = text.count("Ø") + text.count("Ù")
        if doubly > 20 and doubly > len(text) / 20:
            return "holds no Arabic: its letters were encoded twice («Ø§Ù„…»); fetch the page again"
        return "holds no Arabic text"
    # Persian has some ten of its own short words in a hundred, Arabic with Persian names none or two.
    for language, count in (("Persian", words.persian), ("Urdu", words.urdu)):
        if count > 3 and count > 2 * words.known:
            return f"is in {language}, not in Arabic"
    foreign, letters = len(_FOREIGN_LETTER.findall(text)), len(_SCRIPT_LETTER.findall(text))
    if foreign > 3 and foreign > _MOST_FOREIGN * letters:
        shown = "".join(sorted(set(_FOREIGN_LETTER.findall(text)))[:5])
        return f"is in Arabic script but not in Arabic: {foreign} of {letters:,} letters are such as {shown}"
    return None
