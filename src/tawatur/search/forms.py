"""The ways an Arabic word may stand in folded text: clitics, article, endings, its plurals and other spellings.

The forms are made from the user's word, so nothing has to be guessed about the texts: a word of a text is found when it
is one of the forms. What a form would be by accident, another whole word («وزير» for «زير»), is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.lexicon.search_words import SearchLexicon
from tawatur.text.fold import fold
from tawatur.text.words import cuts

_BARE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_ARTICLE = ("ال", "وال", "فال", "بال", "كال", "وبال", "وكال", "فبال", "فكال", "لل", "ولل", "فلل")
_FUTURE = ("س", "وس", "فس")
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "ك", "كم")
# Clitics that can be cut from a user's word without guessing: an article follows them. Longest first.
_SURE = tuple(sorted((b for b in _ARTICLE if b != "ال"), key=len, reverse=True))
# The shortest stem that may carry bare clitics and endings; shorter ones («في») only carry an article.
_SHORTEST = 3
# Other spellings of one hamza, as they stand folded: «مسؤول» and «مسئول», «هيئة» and «هيأة», «شيء» and «شئ».
_HAMZA = (
    (("ؤو", "ئو", "ءو"), ("وو", "يو", "ءو")),
    (("يئ", "يأ"), ("يي", "يا", "يء")),
    (("اءة", "ائة", "اءه"), ("اءه", "ايه")),
)
_LAST_HAMZA = ("يء", "يئ", "ئ")


def _is_arabic(norm: str) -> bool:
    return "\u0621" <= norm[:1] <= "\u064a"


def written_forms(word: str, lexicon: SearchLexicon) -> tuple[str, ...]:
    """Return the folded forms that a search for a word, as the user writes it, looks for: its own folded form first."""
    norm = fold(word)
    if not _is_arabic(norm):
        return (norm,)
    forms: dict[str, None] = {norm: None}
    for spelling in _spellings(word, norm, lexicon):
        seeds, article_only = _seeds(word, spelling, lexicon)
        for seed in seeds:
            forms.update(dict.fromkeys(_carried(seed, seeds, lexicon, article_only)))
    return tuple(forms)


def clitic_forms(word: str, lexicon: SearchLexicon) -> tuple[str, ...]:
    """Return the forms of the first word of a phrase: as the user writes it, with bare clitics before it."""
    norm = fold(word)
    if not _is_arabic(norm) or len(norm) < _SHORTEST:
        return (norm,)
    forms = [norm]
    for before in _BARE[1:]:
        form = before + norm
        if norm.startswith("ال") and before.endswith("ل"):
            form = before + norm[1:]
        if not _is_other(before, norm, (norm,), lexicon):
            forms.append(form)
    return tuple(dict.fromkeys(forms))


def _spellings(word: str, norm: str, lexicon: SearchLexicon) -> Iterator[str]:
    """Yield the folded word with its hamza written otherwise, and a foreign name's غ as ج and the other way round."""
    yield norm
    for written, others in _HAMZA:
        for signs in written:
            if signs in word:
                yield from (o for o in (norm.replace(fold(signs), other) for other in others) if o != norm)
    if word.endswith(_LAST_HAMZA):
        stem = norm.removesuffix("ء").rstrip("ي")
        yield from (o for o in (stem + "يء", stem + "ي", stem + "يي") if o != norm and o not in lexicon.whole)
    if len(norm) >= 5 and not norm.startswith("ال") and norm not in lexicon.known:
        for one, other in (("غ", "ج"), ("ج", "غ")):
            if one in norm and norm.replace(one, other) not in lexicon.known:
                yield norm.replace(one, other)


def _seeds(word: str, norm: str, lexicon: SearchLexicon) -> tuple[tuple[str, ...], bool]:
    """Return the stems that a folded word may stand for, and whether they want their article."""
    if norm in lexicon.article_names:
        return (norm[2:],), True
    stem = _stem(word, norm, lexicon)
    if "ال" + stem in lexicon.article_names and stem != norm:
        return (stem,), True
    seeds = dict.fromkeys((stem, *lexicon.mates.get(stem, ())))
    if stem not in lexicon.whole and stem not in lexicon.mates:
        for base in _bases(stem, lexicon):
            seeds.update(dict.fromkeys((base, *lexicon.mates.get(base, ()))))
    return tuple(seeds), False


def _stem(word: str, norm: str, lexicon: SearchLexicon) -> str:
    """Return a user's folded word without article, and without clitics where that is no guess."""
    if norm in lexicon.whole:
        return norm
    for clitics in _SURE:
        rest = norm[len(clitics) :]
        if norm.startswith(clitics) and len(rest) >= _SHORTEST:
            # «للغة» is the language: the article's ل and the word's are written once.
            return "ل" + rest if clitics.endswith("لل") and "ل" + rest in lexicon.known else rest
    if norm.startswith("ال") and len(norm) >= 4 and word[:1] in "اٱﺍﺎ":
        return norm[2:]
    if norm not in lexicon.known and norm not in lexicon.mates:
        for cut in cuts(norm, shortest=_SHORTEST):
            if cut.letters and (cut.form in lexicon.whole or cut.form in lexicon.mates):
                return cut.form
    return norm


def _bases(stem: str, lexicon: SearchLexicon) -> Iterator[str]:
    """Yield what an inflected stem may be a form of: «شركات» and «شركتين» of «شركة», «مسؤولين» of «مسؤول»."""

    def is_known(base: str) -> bool:
        return len(base) >= _SHORTEST and (base in lexicon.known or base in lexicon.mates)

    def any_known(*bases: str) -> Iterator[str]:
        return (base for base in bases if is_known(base))

    cut = stem[:-2]
    if stem.endswith("ات") and len(cut) >= _SHORTEST:
        known = list(any_known(cut + "ه", cut))
        yield from known or [cut + "ه", *([cut] if len(cut) > _SHORTEST else [])]
    elif stem.endswith(("تان", "تين")) and len(cut) > _SHORTEST:
        yield from any_known(cut[:-1] + "ه", cut)
    elif stem.endswith(("ون", "ين")):
        # Nearly every word of this shape is a plural; those that are none are listed as whole.
        yield from [cut] if is_known(cut) or len(cut) > _SHORTEST else []
    elif stem.endswith("ان"):
        yield from any_known(cut)
    elif stem.endswith("ا"):
        yield from any_known(stem[:-1])
    for pronoun in _PRONOUNS:
        rest = stem.removesuffix(pronoun)
        if rest != stem:
            yield from any_known(rest, rest[:-1] + "ه" if rest.endswith("ت") else rest)


def _endings(stem: str) -> Iterator[tuple[str, bool]]:
    """Yield a stem with the endings of number and case, and with pronouns; True for those that may carry an article."""
    yield stem, True
    if len(stem) < _SHORTEST:
        return
    if stem.endswith("ه") and len(stem) > _SHORTEST:
        open_stem = stem[:-1] + "ت"
        yield from ((stem[:-1] + ending, True) for ending in ("ات", "تان", "تين"))
        yield from ((open_stem + ending, False) for ending in (*_PRONOUNS, "ي", "ا"))
        yield from ((stem[:-1] + "ات" + pronoun, False) for pronoun in _PRONOUNS)
        return
    if stem.endswith("اء"):
        yield from ((stem[:-1] + seat + pronoun, False) for seat in "ويا" for pronoun in _PRONOUNS)
        yield from ((stem[:-1] + seat + "ين", True) for seat in "وي")
        return
    if not stem.endswith("ا"):
        yield from ((stem + ending, True) for ending in ("ان", "ين", "ون", "ات"))
        yield from ((stem + ending, False) for ending in ("ا", *(("و",) if len(stem) > _SHORTEST else ())))
        yield from ((stem + "ات" + pronoun, False) for pronoun in _PRONOUNS)
    yield from ((stem + pronoun, False) for pronoun in _PRONOUNS)


def _is_other(before: str, stem: str, seeds: tuple[str, ...], lexicon: SearchLexicon) -> bool:
    """Tell whether a clitic, or its last letters, make the stem another whole word: «ول» + «بنان» is «و» + «لبنان»."""
    return any(before[at:] + stem in lexicon.whole and before[at:] + stem not in seeds for at in range(len(before)))


def _carried(stem: str, seeds: tuple[str, ...], lexicon: SearchLexicon, article_only: bool) -> Iterator[str]:
    """Yield the forms of one stem with endings and everything that may be written before them."""
    for form, takes_article in _endings(stem):
        if form != stem and form in lexicon.whole and form not in seeds:
            continue
        if takes_article:
            yield from (before + form for before in _ARTICLE if "ال" + form not in lexicon.whole)
            if form.startswith("ل"):
                yield from (before + form[1:] for before in ("لل", "ولل", "فلل") if len(form) > _SHORTEST)
        if article_only:
            continue
        for before in _BARE if len(stem) >= _SHORTEST else ("",):
            if not _is_other(before, form, seeds, lexicon):
                yield before + form
        if form[0] in "يتنا" and len(form) > _SHORTEST:
            yield from (before + form for before in _FUTURE if not _is_other(before, form, seeds, lexicon))
