"""Noun phrases: where a holder begins and ends, as news writes it, with titles, names and appositions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.attribute.clitics import addresses_carrier, cut_preposition, is_carrier
from tawatur.attribute.view import CLOSING, OPENING, Sight
from tawatur.model import Span

# A phrase longer than this is a sentence misread (the longest holders of news have some 20 words).
_LONGEST = 24

State = Literal["bare", "definite", "name"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words [first, last) in the sentence, its span without clitics, and whether it is definite."""

    first: int
    last: int
    span: Span
    definite: bool = True


def is_definite(norm: str) -> bool:
    """Tell whether a folded word carries the article."""
    return norm.startswith("ال") and len(norm) > 3


def is_adjective(norm: str, known: bool = False) -> bool:
    """Tell whether a definite folded word looks like an adjective: one of relation («الروسي», «الأميركية»)."""
    stem = norm[2:]
    return known or (len(stem) >= 4 and stem.endswith(("ي", "يه", "يون", "يين", "يتين", "يان", "يات")))


def has_suffix(text: str, norm: str) -> bool:
    """Tell whether a noun carries a possessive suffix, its written form telling ه from ة."""
    return len(norm) > 3 and (norm.endswith(("ها", "هم", "هما", "هن")) or text.endswith("ه")) and not is_definite(norm)


class _Reader:
    """Reads one phrase word by word; `strict` readers stop where an object may begin."""

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

    def read(self) -> bool:
        if not self._head():
            return False
        while self.at < min(len(self.sight), self.limit) and self.at - self.first < _LONGEST:
            if not self._more():
                break
        self.end = self.at
        return True

    def _head(self) -> bool:
        sight, at = self.sight, self.at
        name = sight.name_from.get(at)
        if name is not None:
            self._take_name()
            return True
        word = sight.words[at] if at < len(sight) else None
        if word is None:
            return False
        if word.text == "#":
            self.at += 1
            return self._head()
        if word.text in OPENING:
            return self._quoted_name(first=True)
        if word.kind == "number" and at + 1 < len(sight) and sight.words[at + 1].kind == "word":
            self.at += 1
            return True
        if word.kind != "word" or not word.norm:
            return False
        if sight.lexicon.is_a("partitive", word.norm):
            if has_suffix(word.text, word.norm):
                self.state = "definite"
                self.at += 1
                return True
            self.at += 1
            if sight.norm(self.at) == "من":
                self.at += 1
            return self._head() if self.at < len(sight) else False
        if not self._may_be_noun(at):
            return False
        self.role = sight.is_a("role", at)
        self._take_noun()
        return True

    def _may_be_noun(self, at: int) -> bool:
        sight = self.sight
        norm = sight.norm(at)
        lexicon = sight.lexicon
        bare = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 2 else norm
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

    def _more(self) -> bool:
        sight, at = self.sight, self.at
        word = sight.words[at]
        if word.kind == "mark":
            return self._mark()
        name = sight.name_from.get(at)
        if name is not None and name.span.start == word.span.start:
            return self._named(name.type)
        if word.kind == "number":
            if self.state == "bare" or (self.state == "definite" and self.role and not self.strict):
                self.at += 1
                return True
            return False
        norm = word.norm
        if norm in ("باسم", "باسمه", "باسمها"):
            self.at += 1
            self.state = "bare" if norm == "باسم" else "definite"
            return True
        if sight.lexicon.is_a("adjective", norm):
            self.at += 1
            return True
        if self._joined():
            return True
        if not self._may_be_noun(at):
            return self._preposition()
        if addresses_carrier(sight, at):
            return False
        if norm[:1] in ("ل", "ب") and self._clitic_preposition():
            return True
        if cut_preposition(sight, at) in ("ب", "ل"):
            return False
        if norm.startswith("لل") or (name is not None and name.span.start > word.span.start):
            return False
        if is_definite(norm):
            return self._definite()
        return self._indefinite()

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

    def _definite(self) -> bool:
        norm = self.sight.norm(self.at)
        if self.state == "bare":
            if self.sight.is_a("role", self.at):
                self.role = True
            self._take_noun()
            return True
        if self.person:
            return self._take_apposed_title()
        if is_adjective(norm):
            self.at += 1
            return True
        if self._take_title():
            return True
        if not self.strict:
            self.at += 1
            return True
        return False

    def _take_apposed_title(self) -> bool:
        """Take the definite title that follows a name («سامي نادر المتحدث الرسمي باسم …»)."""
        if not self.sight.is_a("role", self.at):
            return False
        self.role = True
        self.person = False
        self.state = "definite"
        self.at += 1
        return True

    def _take_title(self) -> bool:
        """Take a definite title before a name («العميد سامي نادر»)."""
        sight = self.sight
        after = self.at + 1
        if not sight.is_a("role", self.at) or not (after in sight.name_from or not self.strict):
            return False
        self.role = True
        self.at += 1
        return True

    def _indefinite(self) -> bool:
        sight, at = self.sight, self.at
        word = sight.words[at]
        if self._is_cue_verb(at):
            return False
        if self.state == "bare":
            relation = word.norm.endswith(("ي", "يه", "يون", "يين", "ون", "ين", "ات"))
            if self.strict and not (self.role or relation or sight.is_a("role", at)):
                previous_is_head = at - 1 == self.first
                if not previous_is_head:
                    return False
            self._take_noun()
            return True
        if sight.is_a("role", at) and not has_suffix(word.text, word.norm):
            self.role = True
            self._take_noun()
            return True
        if self.state == "definite" and self.role and not self.strict:
            self.at += 1
            return True
        return False

    def _is_cue_verb(self, at: int) -> bool:
        return any(f.form.kind == "imperfect" for _, f in self.sight.forms(at))

    def _joined(self) -> bool:
        """Take a second member joined by و: a name beside a name, a noun beside one of the same kind."""
        sight, at = self.sight, self.at
        word = sight.words[at]
        if not word.norm.startswith("و") or len(word.norm) < 3:
            return False
        name = sight.name_from.get(at)
        if name is not None and name.span.start > word.span.start:
            self._take_name()
            return True
        if self.strict or name is not None or not is_definite(word.norm[1:]) or self.state == "bare":
            return False
        follows = sight.norm(at + 1)
        if any(f.form.kind in ("perfect", "imperfect") for _, f in sight.forms(at)) or not follows:
            return False
        self.at += 1
        self.state = "definite"
        return True

    def _preposition(self) -> bool:
        sight, at = self.sight, self.at
        norm = sight.norm(at)
        after = at + 1
        if self.person or after >= len(sight) or sight.words[after].kind == "mark":
            return self._clitic_preposition()
        place = sight.name_from.get(after)
        occasion = sight.is_a("occasion", after) or sight.is_a("document", after) or sight.is_a("time", after)
        if norm == "في" and not occasion and (place is not None or is_definite(sight.norm(after)) or self.role):
            self.at += 1
            self.state = "bare"
            return self._head()
        if norm == "لدي" and place is not None and self.role:
            self.at += 1
            self._take_name()
            return True
        if norm == "من" and self.state == "bare" and (is_definite(sight.norm(after)) or place is not None):
            self.at += 1
            return self._head()
        return self._clitic_preposition()

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

    def _mark(self) -> bool:
        sight, at = self.sight, self.at
        text = sight.words[at].text
        if text in "#_":
            self.at += 1
            if at + 1 in sight.name_from and not self.person:
                self._take_name()
                return True
            if at + 1 < len(sight) and sight.words[at + 1].kind == "word":
                self.at += 1
                self.state = "name"
                return True
            return False
        if text == "." and len(sight.norm(at - 1)) == 1:
            self.at += 1
            return True
        if text in OPENING and (self.state == "bare" or (at + 1 in sight.name_from and self.state == "definite")):
            return self._quoted_name()
        if text == "_":
            self.at += 2
            return True
        return self._apposition() if sight.is_comma(at) else False

    def _apposition(self) -> bool:
        """Take «، سامي نادر،» after a title, and «، وزير المالية،» after a name."""
        sight, at = self.sight, self.at
        after = at + 1
        while sight.norm(after) == "#":
            after += 1
        name = sight.name_from.get(after)
        if name is not None and name.type == "PER" and not self.person and self.state != "bare":
            if sight.words[after].span.start != name.span.start:
                return False
            self.at = after
            self._take_name()
            return True
        partitive = self.person and sight.lexicon.is_a("partitive", sight.norm(after))
        if not (partitive or sight.is_a("role", after)) or any(
            f.form.kind == "imperfect" for _, f in sight.forms(after)
        ):
            return False
        if self.person or (sight.name_from.get(after + 1) is not None and self.role):
            inner = _Reader(sight, after, False, self.limit, self.stops)
            if inner.read() and inner.end - after <= 12:
                self.at = inner.end
                self.person = True
                self.state = "name"
                return True
        return False


def read_phrase(
    sight: Sight,
    first: int,
    *,
    strict: bool = False,
    cut: int = 0,
    limit: int = 10**6,
    stops: frozenset[str] = frozenset(),
) -> Phrase | None:
    """Read the noun phrase that begins at word `first`, `cut` letters of which are clitics.

    A strict reading stops where the object of a transitive verb may begin; none goes beyond word `limit` or takes in a
    preposition of `stops`. Returns None where no noun stands.
    """
    reader = _Reader(sight, first, strict, limit, stops)
    if not reader.read() or reader.end <= first:
        return None
    last = reader.end
    while last > first and sight.is_mark(last - 1) and sight.words[last - 1].text not in CLOSING:
        last -= 1
    if last == first:
        return None
    word = sight.words[first]
    name = sight.name_from.get(first)
    start = name.span.start if name is not None and name.span.start > word.span.start else word.cut(cut)
    return Phrase(first, last, Span(start, sight.words[last - 1].span.end), reader.state != "bare")
