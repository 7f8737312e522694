"""Inflect Arabic verbs and nouns by rule: the folded forms under which a lexicon's lemma may stand in a text.

The rules cover the sound, hollow and defective patterns of written Modern Standard Arabic without vowels; a form that
two lemmas share is given for both. Forms to which a pronoun may be joined are given apart from those that stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from tawatur.text.fold import fold

Shape = Literal["past", "imperfect", "future", "noun", "participle"]

VERB_SUFFIXES = ("ه", "ها", "هم", "هن", "هما", "ني", "نا", "كم", "ك")
NOUN_SUFFIXES = ("ه", "ها", "هم", "هن", "هما", "نا")


class Inflected(NamedTuple):
    """One folded form: its shape, whether a pronoun may be joined to it here, and whether it is passive for certain."""

    form: str
    shape: Shape
    joins: bool = False
    passive: bool = False
    plural: bool = False


def _is_hollow(verb: str) -> bool:
    return len(verb) >= 3 and verb[-2] == "ا" and not verb.endswith(("ي", "ا"))


def past_forms(past: str) -> Iterator[Inflected]:
    """Yield the forms of the perfect of a verb given in its third person masculine singular, unvowelled."""
    whole = fold(past)
    if past.endswith(("ى", "ا")):
        stem, weak = whole[:-1], "ي" if past.endswith("ى") else "و"
        for ending in ("", "ت", "وا", weak + "ا", weak + "نا", weak + "ن", weak + "ت"):
            yield Inflected((stem if ending else whole) + ending, "past", plural=ending in ("وا", weak + "ن"))
        for ending in ("ا", "ت", "و", weak + "نا"):
            yield Inflected(stem + ending, "past", joins=True)
        yield Inflected(stem + "ي", "past", passive=weak == "و")
        yield Inflected(stem + "يت", "past", passive=True)
        return
    for ending in ("", "ت", "وا", "ن", "ا", "تا", "نا"):
        yield Inflected(whole + ending, "past", plural=ending in ("وا", "ن", "ا", "تا"))
    for ending in ("", "ت", "و", "نا"):
        yield Inflected(whole + ending, "past", joins=True)
    passive = ""
    if _is_hollow(whole):
        passive = whole[:-2] + "ي" + whole[-1]
        yield Inflected(whole[:-2] + whole[-1] + "نا", "past")
    elif len(whole) == 4 and whole[1] == "ا":
        passive = whole[0] + "و" + whole[2:]
    if passive:
        for ending in ("", "ت", "وا", "ن"):
            yield Inflected(passive + ending, "past", passive=True, plural=ending in ("وا", "ن"))


def imperfect_forms(imperfect: str) -> Iterator[Inflected]:
    """Yield the forms of the imperfect and future of a verb given in its third person masculine singular."""
    body = fold(imperfect)[1:]
    last = body[-1]
    defective = last in "يو" and len(body) >= 3
    stem = body[:-1] if defective else body
    alone = [body, stem + "ون", stem + "وا"] + (
        [stem, body + "ان", stem + "ين"] if defective else [body + "ن", body + "ان"]
    )
    joined = [body, stem + "ون", stem + "و"] + ([stem + "ا"] if defective else [])
    for prefix in "يتنا":
        for tail in alone if prefix in "يت" else (body, stem):
            plural = tail != body
            yield Inflected(prefix + tail, "imperfect", plural=plural)
            yield Inflected("س" + prefix + tail, "future", plural=plural)
        for tail in joined if prefix in "يت" else (body,):
            yield Inflected(prefix + tail, "imperfect", joins=True)
            yield Inflected("س" + prefix + tail, "future", joins=True)
    if len(body) >= 3 and body[-2] in "يو" and not defective:
        for prefix in "يت":
            for tail in ("", "ون", "وا"):
                yield Inflected(prefix + body[:-2] + "ا" + last + tail, "imperfect", passive=True, plural=bool(tail))
                yield Inflected("س" + prefix + body[:-2] + "ا" + last + tail, "future", passive=True, plural=bool(tail))
            yield Inflected(prefix + body[:-2] + last, "imperfect")


def noun_forms(noun: str, *, regular_plural: bool = True, plural: bool = False) -> Iterator[Inflected]:
    """Yield the forms of a noun: bare, accusative, with article, dual, regular feminine plural, and before pronouns."""
    whole = fold(noun)
    feminine = noun.endswith("ة")
    stem = whole[:-1] + "ت" if feminine else whole
    alone = [(whole, plural), (stem + "ين", True), (stem + "ان", True)]
    joins = [(stem, plural)]
    if not feminine and not whole.endswith("اء"):
        alone.append((whole + "ا", plural))
    if whole.endswith("اء"):
        joins += [(whole[:-1] + "ي", plural), (whole[:-1] + "و", plural)]
    if regular_plural and not plural:
        many = (whole[:-1] if feminine else whole) + "ات"
        alone.append((many, True))
        joins.append((many, True))
    for form, many_of in alone:
        yield Inflected(form, "noun", plural=many_of)
        yield Inflected("ال" + form, "noun", plural=many_of)
    for form, many_of in joins:
        yield Inflected(form, "noun", joins=True, plural=many_of)


def _doing_forms(whole: str, body: str) -> Iterator[Inflected]:
    """Yield the active participle of a simple verb as it stands beside a clause: «رافضا», «داعية», «حاثين».

    Only without article and with an ending: «قاتل», «طالب» and the like are names of people.
    """
    if len(whole) == 2:
        stem = whole[0] + "ا" + whole[1]
    elif whole[1] in "اوي" or whole[0] == "ا":
        return
    elif whole[2] in "اي":
        stem = whole[0] + "ا" + whole[1] if body[-1] in "وي" else ""
    else:
        stem = whole[0] + "ا" + whole[1:]
    if not stem:
        return
    weak = "ي" if len(whole) == 3 and whole[2] in "اي" else ""
    for ending in (weak + "ا", weak + "ه", "ين"):
        yield Inflected(stem + ending, "participle", plural=ending == "ين")


def participle_forms(past: str, imperfect: str, nouns: tuple[str, ...]) -> Iterator[Inflected]:
    """Yield the participles of a verb: «متهم» of derived verbs, «محبوس», «رافضا» of simple ones."""
    whole, body = fold(past), fold(imperfect)[1:]
    simple = len(whole) == 3 and not any(noun.startswith("ت") for noun in nouns)
    if simple or len(whole) == 2:
        yield from _doing_forms(whole, body)
    if simple:
        if any(letter in "اوي" for letter in whole):
            return
        stem = "م" + whole[:2] + "و" + whole[2]
    else:
        stem = "م" + body
    for ending in ("", "ا", "ه", "ين", "ون", "ات"):
        form = (stem[:-1] if stem[-1] in "يو" and ending in ("ين", "ون") else stem) + ending
        for article in ("", "ال"):
            yield Inflected(article + form, "participle", passive=simple, plural=ending in ("ين", "ون", "ات"))
