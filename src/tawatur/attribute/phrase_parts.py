"""What noun phrases are made of: definite nouns, adjectives, possessed nouns, names and titles."""

from __future__ import annotations

from typing import Literal

from tawatur.attribute.clitics import cut_preposition, is_carrier
from tawatur.attribute.view import CLOSING, OPENING, Sight

State = Literal["bare", "definite", "name"]


def is_definite(norm: str) -> bool:
    """Tell whether a folded word carries the article."""
    return norm.startswith("ال") and len(norm) > 3


def is_adjective(norm: str, known: bool = False) -> bool:
    """Tell whether a definite folded word looks like an adjective: one of relation («الروسي», «الأميركية»)."""
    stem = norm[2:]
    return known or (len(stem) >= 4 and stem.endswith(("ي", "يه", "يون", "يين", "يتين", "يان")))


def has_suffix(text: str, norm: str) -> bool:
    """Tell whether a noun carries a possessive suffix, its written form telling ه from ة."""
    return len(norm) > 3 and (norm.endswith(("ها", "هم", "هما", "هن")) or text.endswith("ه")) and not is_definite(norm)


def of_its_day(sight: Sight, at: int) -> bool:
    """Tell whether a word is the day that the noun before it is of («خطيب الجمعة»), not the day of speaking."""
    day = sight.lexicon.is_a("time", sight.norm(at)) and is_definite(sight.norm(at))
    return day and sight.lexicon.is_a("dayed", sight.norm(at - 1)) and at not in sight.named


class PhraseParts:
    """The words that a phrase is made of, taken one at a time: nouns, names, names in quotation marks, titles, places.

    A working value of one reading: `at` is the word to read next, `state` how the phrase ends so far.
    """

    def __init__(self, sight: Sight, first: int, strict: bool, limit: int, stops: frozenset[str]) -> None:
        self.sight = sight
        self.limit = limit
        self.stops = stops
        self.at = first
        self.first = first
        self.strict = strict
        self.state: State = "bare"
        self.person = False
        self.role = False
        self.end = first

    def _may_be_noun(self, at: int) -> bool:
        sight = self.sight
        norm = sight.norm(at)
        lexicon = sight.lexicon
        bare = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 2 else norm
        if at > self.first and of_its_day(sight, at):
            return True
        for form in (norm, bare):
            if lexicon.is_a("boundary", form) or lexicon.is_a("adverb", form) or lexicon.is_a("time", form):
                return False
        return not any(f.form.kind == "participle" and norm.endswith("ا") for _, f in sight.forms(at))

    def _take_noun(self) -> None:
        word = self.sight.words[self.at]
        definite = is_definite(word.norm) or has_suffix(word.text, word.norm)
        self.state = "definite" if definite else "bare"
        self.at += 1

    def _take_name(self) -> None:
        name = self.sight.name_from[self.at]
        self.at = self.sight.name_to[name.span.start]
        self.state = "name"
        self.person = name.type == "PER"
        if self.sight.is_mark(self.at) and self.sight.words[self.at].text in CLOSING and name.span.start > 0:
            opened = self.sight.words[self.at].text
            count = sum(w.text == opened for w in self.sight.words[self.first : self.at])
            if (opened != '"' and any(w.text in OPENING for w in self.sight.words[self.first : self.at])) or (
                opened == '"' and count % 2
            ):
                self.at += 1

    def _quoted_name(self, first: bool = False) -> bool:
        """Take a name in quotation marks of at most six words («"سكاي نيوز عربية"»)."""
        sight = self.sight
        opened = sight.words[self.at].text
        for close in range(self.at + 2, min(self.at + 8, len(sight))):
            if sight.words[close].text in CLOSING and (sight.words[close].text != '"' or opened == '"'):
                inner = self.at + 1
                if first and not (inner in sight.name_from or sight.is_a("role", inner) or sight.is_a("media", inner)):
                    return False
                self.at = close + 1
                self.state = "name"
                self.person = False
                return True
        return False

    def _is_cue_verb(self, at: int) -> bool:
        return any(f.form.kind == "imperfect" for _, f in self.sight.forms(at))

    def _take_title(self) -> bool:
        """Take a definite title before a name («العميد سامي نادر»)."""
        sight = self.sight
        after = self.at + 1
        if not sight.is_a("role", self.at) or not (after in sight.name_from or not self.strict):
            return False
        self.role = True
        self.at += 1
        return True

    def _take_apposed_title(self) -> bool:
        """Take the definite title that follows a name («سامي نادر المتحدث الرسمي باسم …»)."""
        if not self.sight.is_a("role", self.at):
            return False
        self.role = True
        self.person = False
        self.state = "definite"
        self.at += 1
        return True

    def _at_a_place(self, inner: bool) -> bool:
        """Take «بوزارة الداخلية», «بالمديرية العامة» after a title."""
        sight, at = self.sight, self.at
        rest = sight.norm(at)[1:]
        plain = rest[2:] if is_definite(rest) else rest
        if sight.lexicon.is_a("saying", sight.norm(at)):
            return False
        if cut_preposition(sight, at) != "ب" or not (inner or is_definite(rest) or sight.lexicon.is_a("body", plain)):
            return False
        if inner:
            self._take_name()
        else:
            self.state = "definite" if is_definite(rest) else "bare"
            self.at += 1
        return True

    def _clitic_preposition(self) -> bool:
        """Take «لمجلس الأمن», «للكرملين» after a title or an indefinite noun; carriers («لوكالة …») stay outside."""
        sight, at = self.sight, self.at
        word = sight.words[at]
        name = sight.name_from.get(at)
        inner = name is not None and name.span.start > word.span.start
        if word.norm[:1] in self.stops:
            return False
        if word.norm[:1] == "ب" and self.role and not self.person:
            return self._at_a_place(inner)
        if self.person or word.norm[:1] != "ل" or not (inner or word.norm.startswith("لل")):
            return False
        bare = "ا" + word.norm[1:] if word.norm.startswith("لل") else word.norm[1:]
        if is_carrier(sight, at, bare) or sight.lexicon.is_a("audience", bare):
            return False
        if self.state == "name" and not self.role:
            return False
        if inner:
            self._take_name()
        else:
            self.state = "definite"
            self.at += 1
        return True

    def _named(self, kind: str) -> bool:
        if self.state == "bare":
            self._take_name()
            return True
        if kind == "PER" and not self.person and (self.role or not self.strict or self.state == "definite"):
            self._take_name()
            return True
        if self.state == "definite" and not self.strict:
            self._take_name()
            return True
        return False
