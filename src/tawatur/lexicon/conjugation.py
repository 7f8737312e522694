"""Written forms of a verb of attribution, folded: conjugated, with object suffixes, participles and verbal nouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from tawatur.text.fold import fold

FormKind = Literal["perfect", "imperfect", "participle", "noun"]
Gender = Literal["m", "f", ""]
Number = Literal["s", "d", "p", ""]

SUFFIXES = ("ه", "ها", "هم", "هما", "هن")


class Form(NamedTuple):
    """One written form: what it is, the gender and number of its subject where visible, and its suffix."""

    text: str
    kind: FormKind
    gender: Gender = ""
    number: Number = ""
    suffix: str = ""


# First persons are left out: news speaks of its sources in the third, and «أدله», «نشر» would be read as verbs.
def _perfect_stems(stem: str) -> Iterator[tuple[str, str, Gender, Number]]:
    """Yield (form, form before a suffix, gender, number) of a folded perfect."""
    if stem[-1] in "يا" and len(stem) > 2:
        root = stem[:-1]
        yield stem, root + "ا", "m", "s"
        yield root + "ت", root + "ت", "f", "s"
        yield root + "وا", root + "و", "m", "p"
        yield root + ("يا" if stem[-1] == "ي" else "وا"), "", "m", "d"
        yield root + "تا", "", "f", "d"
        yield root + "ين", "", "f", "p"
        return
    yield stem, stem, "m", "s"
    yield stem + "ت", stem + "ت", "f", "s"
    yield stem + "وا", stem + "و", "m", "p"
    if len(stem) > 3:
        # The dual of a verb of three letters is written like a noun's accusative («ردا», «ذكرا»): left out.
        yield stem + "ا", "", "m", "d"
    yield stem + "تا", "", "f", "d"
    # A hollow verb loses its long vowel before a consonant: قال, قلنا; أشاد, أشدنا.
    short = stem[:-2] + stem[-1] if len(stem) > 2 and stem[-2] == "ا" else stem
    if len(stem) == 3:
        yield short + "ن", "", "f", "p"


def _imperfect_stems(form: str) -> Iterator[tuple[str, str, Gender, Number]]:
    stem = form[1:]
    weak = stem[-1] in "وي" and len(stem) > 2
    before = stem[:-1] + "ا" if form.endswith("ري") else stem
    yield "ي" + stem, "ي" + before, "m", "s"
    yield "ت" + stem, "ت" + before, "f", "s"
    root = stem[:-1] if weak else stem
    yield "ي" + root + "ون", "ي" + root + "ون", "m", "p"
    yield "ت" + root + "ون", "", "m", "p"
    yield "ي" + root + "وا", "ي" + root + "و", "m", "p"
    yield "ي" + stem + "ان", "", "m", "d"
    yield "ت" + stem + "ان", "", "f", "d"
    yield "ي" + root + "ن", "", "f", "p"


def _verb_forms(kind: FormKind, stems: Iterator[tuple[str, str, Gender, Number]]) -> Iterator[Form]:
    futures = ("", "س") if kind == "imperfect" else ("",)
    for text, before_suffix, gender, number in stems:
        for future in futures:
            yield Form(future + text, kind, gender, number)
            if before_suffix:
                for suffix in SUFFIXES:
                    yield Form(future + before_suffix + suffix, kind, gender, number, suffix)


def _participles(stem: str) -> Iterator[Form]:
    root = stem[:-1] if stem.endswith("ي") and len(stem) > 3 else stem
    yield Form(stem, "participle", "m", "s")
    yield Form(stem + "ا", "participle", "m", "s")
    yield Form(stem + "ه", "participle", "f", "s")
    yield Form(root + "ين", "participle", "", "p")
    yield Form(root + "ون", "participle", "m", "p")
    yield Form(stem + "ات", "participle", "f", "p")
    yield Form(stem + "تين", "participle", "f", "d")


def _nouns(stem: str) -> Iterator[Form]:
    yield Form(stem, "noun")
    yield Form("ال" + stem, "noun")
    if not stem.endswith("ه"):
        yield Form(stem + "ا", "noun")
    before = stem[:-1] + "ت" if stem.endswith("ه") else stem
    for suffix in SUFFIXES:
        yield Form(before + suffix, "noun", suffix=suffix)


def conjugate(perfect: str, imperfect: str, participle: str, noun: str) -> Iterator[Form]:
    """Yield the written forms of a verb, given third person singular masculine forms; "-" leaves a part out.

    Forms that are written alike come several times, as different forms.
    """
    if perfect != "-":
        yield from _verb_forms("perfect", _perfect_stems(fold(perfect)))
    if imperfect != "-":
        yield from _verb_forms("imperfect", _imperfect_stems(fold(imperfect)))
    if participle != "-":
        yield from _participles(fold(participle))
    if noun != "-":
        yield from _nouns(fold(noun))
