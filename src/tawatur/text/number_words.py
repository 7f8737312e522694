"""The Arabic words for numbers, folded: cardinals of both genders and all cases, scales, fractions, ordinals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tawatur.text.fold import fold
from tawatur.text.words import cuts, without_article

Place = Literal["unit", "eleven", "ten", "tens", "teen", "hundred", "scale", "vague", "few", "half"]


@dataclass(frozen=True, slots=True)
class NumberTerm:
    """One number word: its value, its place in a compound, the clitics and article written before it.

    `letters` counts the folded letters of the clitics. `dual` marks a scale that counts itself («ألفان», «مليوني»).
    """

    value: float
    place: Place
    clitics: str = ""
    letters: int = 0
    definite: bool = False
    dual: bool = False


_UNITS = {
    1: "واحد واحدة واحدا", 2: "اثنان اثنين اثنتان اثنتين إثنان إثنين", 3: "ثلاثة ثلاث ثلاثا",
    4: "أربعة أربع أربعا", 5: "خمسة خمس خمسا", 6: "ستة ست", 7: "سبعة سبع سبعا",
    8: "ثمانية ثماني ثمان ثمانيا", 9: "تسعة تسع تسعا",
}  # fmt: skip
_TENS = {
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين",
    70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
}  # fmt: skip
# Teens written as one word, as speech and some newspapers write them.
_TEENS = {
    11: "أحدعشر احداشر حداشر إحدعشر", 12: "اثناعشر اثنيعشر اتناشر اطناشر", 13: "ثلاثةعشر تلتاشر ثلاثتاشر تلطعش",
    14: "أربعةعشر اربعتاشر", 15: "خمسةعشر خمستاشر خمسطعش", 16: "ستةعشر ستاشر", 17: "سبعةعشر سبعتاشر",
    18: "ثمانيةعشر ثمنتاشر تمنتاشر", 19: "تسعةعشر تسعتاشر",
}  # fmt: skip
_HUNDREDS = {
    100: "مئة مائة ميه مية", 200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة ثلثمائة تلتمية", 400: "أربعمئة أربعمائة", 500: "خمسمئة خمسمائة خمسماية",
    600: "ستمئة ستمائة", 700: "سبعمئة سبعمائة", 800: "ثمانمئة ثمانمائة ثمانيمائة ثمانيمئة ثمنمائة",
    900: "تسعمئة تسعمائة",
}  # fmt: skip
_SCALES = {
    10**3: "ألف آلاف ألفا", 10**6: "مليون ملايين مليونا", 10**9: "مليار مليارات مليارا بليون بلايين",
    10**12: "تريليون ترليون تريليونات تريليونا",
}  # fmt: skip
_DUAL_SCALES = {
    2000: "ألفان ألفين ألفا ألفي", 2 * 10**6: "مليونان مليونين مليونا مليوني",
    2 * 10**9: "ملياران مليارين مليارا ملياري بليونين بليوني", 2 * 10**12: "تريليونان تريليونين تريليوني",
}  # fmt: skip
_VAGUE = {
    10: "عشرات", 100: "مئات مائات", 1000: "آلاف ألوف آلافا", 10**6: "ملايين",
    10**9: "مليارات بلايين", 10**12: "تريليونات",
}  # fmt: skip
_FEW = "بضعة بضع عدة"
_PARTS = {
    1 / 2: "نصف", 1 / 3: "ثلث", 2 / 3: "ثلثا ثلثي ثلثين ثلثان", 1 / 4: "ربع",
}  # fmt: skip
_ORDINALS = {
    1: "أول أولى", 2: "ثاني ثانية ثان", 3: "ثالث ثالثة", 4: "رابع رابعة", 5: "خامس خامسة", 6: "سادس سادسة",
    7: "سابع سابعة", 8: "ثامن ثامنة", 9: "تاسع تاسعة", 10: "عاشر عاشرة", 11: "حادي حادية",
}  # fmt: skip
_TEN_AFTER = {"عشر", "عشره", "عشرا"}
# Words that only look like a clitic and a number word: «لست», «ولست» (I am not).
_NEVER = {
    "لست",
    "ولست",
    "فلست",
    "كست",
    "كميات",
    "وكميات",
    "بكميات",
    "لكميات",
    "كالف",
    "كعشر",
    "اولا",
    "ثانيا",
    "ثالثا",
    "رابعا",
    "خامسا",
}


def _table() -> dict[str, tuple[NumberTerm, ...]]:
    found: dict[str, list[NumberTerm]] = {}

    def add(spellings: str, term: NumberTerm) -> None:
        for spelling in map(fold, spellings.split()):
            terms = found.setdefault(spelling, [])
            if term not in terms:
                terms.append(term)

    places: tuple[tuple[Place, dict[int, str]], ...] = (
        ("unit", _UNITS),
        ("tens", _TENS),
        ("teen", _TEENS),
        ("hundred", _HUNDREDS),
    )
    for place, words in places:
        for value, spellings in words.items():
            add(spellings, NumberTerm(value, place))
    add("عشرة عشر عشرا", NumberTerm(10, "ten"))
    # What counts only before «عشر»: alone «أحد» is "one of", «أثنى» a verb.
    add("أحد إحدى أحدى", NumberTerm(1, "eleven"))
    add("اثنا اثني اثنتا اثنتي إثنا إثني", NumberTerm(2, "eleven"))
    for value, spellings in _SCALES.items():
        add(spellings, NumberTerm(value, "scale"))
    for value, spellings in _DUAL_SCALES.items():
        add(spellings, NumberTerm(value, "scale", dual=True))
    for value, spellings in _VAGUE.items():
        add(spellings, NumberTerm(value, "vague"))
    add(_FEW, NumberTerm(1, "few"))
    for count, spelling in enumerate(["أثلاث", "أرباع", "أخماس", "أسداس", "أسباع", "أثمان", "أتساع", "أعشار"], 3):
        add(spelling, NumberTerm(1 / count, "half", dual=True))
    for part, spellings in _PARTS.items():
        add(spellings, NumberTerm(part, "half"))
    return {form: tuple(terms) for form, terms in found.items()}


_TERMS = _table()
_ORDINAL_VALUES = {fold(s): value for value, spellings in _ORDINALS.items() for s in spellings.split()}


@lru_cache(maxsize=16384)
def number_terms(norm: str) -> tuple[NumberTerm, ...]:
    """Return what a folded word says as a number word, clitics and article cut off; empty for any other word."""
    if norm in _NEVER:
        return ()
    found: list[NumberTerm] = []
    for cut in cuts(norm):
        if "ك" in cut.clitics:
            continue  # «كمية» and the like are far more frequent than «كمئة»
        bare = without_article(cut.form) if cut.form not in _TERMS else cut.form
        bare = "ست" if cut.form == "الست" else bare  # too short for the article to be cut without a look
        definite = bare != cut.form
        for term in _TERMS.get(bare, ()):
            found.append(NumberTerm(term.value, term.place, cut.clitics, cut.letters, definite, term.dual))
    return tuple(found)


@lru_cache(maxsize=4096)
def ordinal_value(norm: str) -> tuple[int, int, bool] | None:
    """Return (value, letters of clitics, definite) of a folded ordinal («والثالث»), or None."""
    if norm in _NEVER:
        return None
    for cut in cuts(norm):
        bare = without_article(cut.form) if cut.form not in _ORDINAL_VALUES else cut.form
        if bare in _ORDINAL_VALUES:
            return _ORDINAL_VALUES[bare], cut.letters, bare != cut.form
    return None


def is_ten(norm: str) -> bool:
    """Tell whether a folded word is the «عشر» of a teen."""
    return norm in _TEN_AFTER
