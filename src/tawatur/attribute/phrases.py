"""Noun phrases: where a holder begins and ends, as news writes it, with titles, names and appositions."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.attribute.clitics import addresses_carrier, asks_for_silence, cut_preposition
from tawatur.attribute.phrase_parts import PhraseParts, has_suffix, is_adjective, is_definite
from tawatur.attribute.view import CLOSING, OPENING, Sight
from tawatur.model import Span

# A phrase longer than this is a sentence misread (the longest holders of news have some 20 words).
_LONGEST = 24
_LONGEST_ADJUNCT = 10


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words [first, last) in the sentence, its span without clitics, and whether it is definite."""

    first: int
    last: int
    span: Span
    definite: bool = True


class _Reader(PhraseParts):
    """Reads one phrase word by word; `strict` readers stop where an object may begin."""

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
        if sight.lexicon.is_a("relverb", norm) and at not in sight.named and self.state == "bare":
            return False
        if self._adjunct():
            return True
        if not self._may_be_noun(at):
            return self._preposition()
        return self._noun()

    def _noun(self) -> bool:
        sight, at = self.sight, self.at
        norm = sight.norm(at)
        name = sight.name_from.get(at)
        if addresses_carrier(sight, at):
            return False
        if norm[:1] in ("ل", "ب") and self._clitic_preposition():
            return True
        if cut_preposition(sight, at) in ("ب", "ل"):
            return False
        if norm.startswith("لل") or (name is not None and name.span.start > sight.words[at].span.start):
            return False
        return self._definite() if is_definite(norm) else self._indefinite()

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

    def _indefinite(self) -> bool:
        sight, at = self.sight, self.at
        word = sight.words[at]
        if self._is_cue_verb(at) or asks_for_silence(sight, at):
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
        plain = not has_suffix(word.text, word.norm) and not word.norm.endswith("ات")
        plain = plain and not sight.lexicon.is_a("relverb", word.norm)
        if self.state == "definite" and self.role and not self.strict and plain:
            self.at += 1
            return True
        return False

    def _adjunct(self) -> bool:
        """Take «صادر عن الوزارة», «المقربة من الحزب», «المقدمة إلى المحكمة»: a participle, its preposition and noun."""
        sight, at = self.sight, self.at
        after = at + 1
        if not sight.lexicon.is_a("adjunct", sight.norm(at)) or self.person:
            return False
        if sight.norm(after) in ("عن", "من", "على", "علي", "الي", "في", "مع", "لدي") and after + 1 < len(sight):
            first = after + 1
        elif cut_preposition(sight, after) in ("ب", "ل") and not addresses_carrier(sight, after):
            first = after
        else:
            return False
        cut = 1 if first == after else 0
        inner = _Reader(sight, first, True, self.limit, self.stops)
        # «معني بشؤون …» keeps its own ب also before a verb whose content ب leads to.
        if sight.norm(first)[:1] in self.stops and cut and not sight.is_a("with_b", at):
            return False
        if not inner.read() or inner.end - at > _LONGEST_ADJUNCT:
            return False
        self.at = inner.end
        self.state = inner.state if inner.state != "bare" else "definite"
        return True

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
