"""Where a cue's content begins: after إن or أن, a colon, an opening quotation mark, a preposition, or as its object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.attribute.clitics import addresses_carrier, cut_preposition, in_silence
from tawatur.attribute.phrases import read_phrase
from tawatur.attribute.view import CLOSING, OPENING, Sight
from tawatur.lexicon.cues import Frame

Shape = Literal["clause", "quote", "object", "preposition"]
# How far after its cue content may begin: relative clauses and appositions of holders reach some 40 words.
_FARTHEST = 45
_OBJECT_FARTHEST = 16


@dataclass(frozen=True, slots=True)
class Complement:
    """Where content begins: the code point, the word, and the shape of what it is."""

    start: int
    word: int
    shape: Shape
    preposition: str = ""


def opens_quote(sight: Sight, at: int) -> bool:
    """Tell whether a mark opens a quotation that is no name in quotation marks."""
    if not sight.is_mark(at) or sight.words[at].text not in OPENING or at + 1 >= len(sight):
        return False
    start = sight.words[at].span.start
    quote = next((q for q in sight.quotes if q.span.start == start), None)
    if quote is None:
        # A mark that ends a quotation opens none; a quotation inside another is not listed.
        return sight.words[at].text != '"' and all(q.span.end - 1 != start for q in sight.quotes)
    name = sight.named.get(at + 1)
    return name is None or name.span.end + 1 < quote.inner.end


def after_clause_word(sight: Sight, at: int) -> int:
    """Return the index after «إن», «أنه» and the like, and after a quotation mark or comma between them."""
    while at < len(sight) and (
        sight.lexicon.is_a("clause", sight.norm(at))
        or (sight.is_mark(at) and sight.lexicon.is_a("clause", sight.norm(at + 1)))
    ):
        at += 1
    return at


def find_complement(sight: Sight, at: int, frame: Frame, *, suffixed: bool, strong: bool) -> Complement | None:
    """Find where the content of a cue begins, reading on from word `at`, the first after cue and holder.

    `suffixed` says that the object is a suffix of the verb, `strong` that a holder stands beside it.
    """
    search = _Search(sight, at, frame, suffixed, strong)
    return search.run()


class _Search:
    def __init__(self, sight: Sight, at: int, frame: Frame, suffixed: bool, strong: bool) -> None:
        self.sight = sight
        self.at = at
        self.first = at
        self.frame = frame
        self.suffixed = suffixed
        self.strong = strong
        self.object_at = -1
        weak = frame.weak if not strong else frozenset()
        self.clause = frame.clause and "q" not in weak
        self.object = frame.object and "n" not in weak and not suffixed
        self.weak = weak
        self.plain = True

    def run(self) -> Complement | None:
        limit = min(len(self.sight), self.first + _FARTHEST)
        while 0 <= self.at < limit:
            before = self.at
            found = self._here()
            if found is not None:
                return found
            if self.at == before:
                self.at += 1
        return None

    def _takes(self, preposition: str) -> bool:
        return self.frame.takes(preposition) and preposition not in self.weak

    def _here(self) -> Complement | None:
        sight, at = self.sight, self.at
        if sight.is_mark(at):
            return self._mark()
        norm = sight.norm(at)
        if sight.lexicon.is_a("clause", norm):
            return self._clause()
        if "W" in self.frame.special and sight.lexicon.is_a("question", norm) and at - self.first < 12 and norm != "من":
            return self._complement(at, "clause")
        if norm == "ما" and self.object and self.at == self.first:
            return self._complement(at, "object") if self._may_be_object(at) else None
        if sight.lexicon.is_a("pp", norm):
            return self._preposition(norm, at + 1)
        if norm == "ل" and after_quoted(sight, at + 1) > at:
            self.at = after_quoted(sight, at + 1)
            return None
        if addresses_carrier(sight, at):
            phrase = read_phrase(sight, at, strict=True, cut=1)
            self.at = max(at + 1, phrase.last if phrase else 0)
            return None
        cut = cut_preposition(sight, at)
        if cut and self._takes(cut) and not sight.lexicon.is_a("saying", sight.norm(at)):
            return self._prepositional(cut, at)
        if self._skip_adverb():
            return None
        if cut in ("ل", "ب") and at not in sight.named:
            own = 1 if norm == cut else 0
            phrase = read_phrase(sight, at + own, strict=True, cut=1 - own)
            self.at = max(at + 1, phrase.last if phrase else 0)
            return None
        return self._noun()

    def _complement(self, word: int, shape: Shape, preposition: str = "") -> Complement | None:
        if word >= len(self.sight):
            self.at = -1
            return None
        if self.object_at >= 0 and shape == "preposition" and preposition in self.frame.joined:
            return Complement(self.sight.words[self.object_at].span.start, self.object_at, "object", preposition)
        return Complement(self.sight.words[word].span.start, word, shape, preposition)

    def _clause(self) -> Complement | None:
        sight, at = self.sight, self.at
        before = sight.norm(at - 1)
        if sight.lexicon.is_a("noclause", before) or not (self.clause or self._clause_after_preposition()):
            self.at = at + 1 if at + 1 - self.first < _FARTHEST else -1
            if not self.clause:
                self.at = -1
            return None
        if self.object_at >= 0 and self.frame.joined and norm_joins(sight.norm(at), self.frame):
            return Complement(sight.words[self.object_at].span.start, self.object_at, "object", "ب")
        start = after_clause_word(sight, at)
        if sight.is_comma(start):
            start += 1
        if sight.is_mark(start) and sight.words[start].text == ":":
            start += 1
        return self._complement(start, "clause")

    def _clause_after_preposition(self) -> bool:
        norm = self.sight.norm(self.at)
        frame = self.frame
        return bool(frame.prepositions or frame.addressed or frame.joined) and (
            (norm.startswith("ب") and self._takes("ب")) or (self.at > self.first and bool(frame.addressed))
        )

    def _mark(self) -> Complement | None:
        sight, at = self.sight, self.at
        text = sight.words[at].text
        if text == ":" and self.clause:
            start = at + 1
            return self._complement(start, "quote" if opens_quote(sight, start) else "clause")
        if opens_quote(sight, at):
            inner = sight.norm(at + 1)
            if sight.lexicon.is_a("clause", inner) and self.clause:
                return self._complement(after_clause_word(sight, at + 1), "clause")
            if self.clause or (self.object and at == self.first):
                return self._complement(at, "quote" if self.clause else "object")
        if text in OPENING and sight.named.get(at + 1) and self.object and at == self.first:
            return self._complement(at, "object")
        if text in ".!؟?" and len(sight.norm(at - 1)) > 1 and at + 1 < len(sight):
            self.at = -1
            return None
        if text == "(":
            close = next((k for k in range(at, min(at + 12, len(sight))) if sight.words[k].text == ")"), at)
            self.at = close + 1
            return None
        if sight.is_comma(at) and self._interrupted(at + 1):
            self.at = -1
            return None
        self.at = at + 1
        return None

    def _interrupted(self, at: int) -> bool:
        """Tell whether another clause with a cue of its own begins, so that what follows is its content."""
        sight = self.sight
        if sight.norm(at)[:1] not in ("و", "ف") or self.at - self.first > 25:
            return False
        return any(f.form.kind in ("perfect", "imperfect") and f.verb.frame.clause for _, f in sight.forms(at))

    def _preposition(self, norm: str, after: int) -> Complement | None:
        sight = self.sight
        lexicon = sight.lexicon
        if self._takes(norm) and not (
            norm in ("في", "علي", "ل")
            and (self.clause or norm != "علي")
            and (sight.is_a("occasion", after) or sight.is_a("document", after))
        ):
            if norm == "علي" and lexicon.is_a("platform", sight.norm(after)):
                self.at = after + 1
                return None
            return self._prepositional(norm, self.at)
        if norm == "من" and "T" in self.frame.special:
            phrase = read_phrase(sight, after, strict=True)
            self.at = phrase.last if phrase else after + 1
            self.object = True
            self.clause = self.frame.clause
            self.object_at = -1
            self.plain = False
            return None
        phrase = read_phrase(sight, after, strict=self.object)
        if norm == "علي" and phrase is None and not lexicon.is_a("clause", sight.norm(after)):
            self.at = after + 1
            return None
        self.at = max(phrase.last if phrase else after, after)
        return None

    def _prepositional(self, preposition: str, at: int) -> Complement | None:
        """Return the complement of the preposition that word `at` is or begins with."""
        sight = self.sight
        word = sight.words[at]
        own = word.norm == preposition
        start = at + 1 if own else at
        if preposition == "ب" and sight.norm(at) == "بالقول":
            self.clause = True
            self.at = at + 1
            return None
        if own or sight.lexicon.is_a("clause", word.norm):
            begin = after_clause_word(sight, start)
            if begin > start:
                return self._complement(begin, "clause")
            if opens_quote(sight, start) or start < len(sight):
                return self._complement(start, "preposition", preposition)
            self.at = -1
            return None
        found = self._complement(at, "preposition", preposition)
        if found is None or found.word != at or found.shape == "object":
            return found
        name = sight.name_from.get(at)
        start_at = name.span.start if name is not None and name.span.start > word.span.start else word.cut(1)
        return Complement(start_at, at, "preposition", preposition)

    def _skip_adverb(self) -> bool:
        sight, at = self.sight, self.at
        norm = sight.norm(at)
        lexicon = sight.lexicon
        if at in sight.name_from:
            return False
        if lexicon.is_a("time", norm):
            self.at = at + 1
            while self.at < len(sight) and (
                sight.words[self.at].kind == "number"
                or lexicon.is_a("time", sight.norm(self.at))
                or sight.norm(self.at) in ("الماضي", "الماضيه", "المقبل", "المقبله", "الجاري", "الحالي", "نفسه", "ذاته")
            ):
                self.at += 1
            return True
        if lexicon.is_a("adverb", norm) or (norm.endswith("يا") and self.strong and self.at == self.first):
            self.at = at + 1
            return True
        if sight.lexicon.is_a("saying", norm) and (self.strong or norm != "يقول"):
            self.at = at + 1
            return True
        return False

    def _noun(self) -> Complement | None:
        sight, at = self.sight, self.at
        frame = self.frame
        if not self._may_be_object(at):
            self.at = -1
            return None
        if self.object and not sight.lexicon.is_a("boundary", sight.norm(at)) and self.object_at < 0:
            if not frame.addressed and not frame.joined:
                return self._complement(at, "object")
            if "n" not in frame.weak and frame.object and not self._reaches_preposition(at):
                return self._complement(at, "object")
        if (frame.addressed or frame.joined) and self.object_at < 0:
            phrase = read_phrase(sight, at, strict=False)
            if phrase is not None:
                self.object_at = at
                self.at = phrase.last
                return None
        if not self.clause and at - self.first > _OBJECT_FARTHEST + (10 if self.object_at >= 0 else 0):
            self.at = -1
            return None
        if self._verb_in_the_way():
            self.at = -1
            return None
        self.at = at + 1
        return None

    def _may_be_object(self, at: int) -> bool:
        """Tell whether the object is of the kind that the frame asks for: «رفض الاتهامات», «رفض ما نسب إليه»."""
        if "A" not in self.frame.special:
            return True
        sight = self.sight
        while sight.is_a("pointing", at):
            at += 1
        if sight.norm(at) == "ما":
            return sight.is_a("rumoured", at + 1)
        return sight.is_a("charge", at)

    def _reaches_preposition(self, at: int) -> bool:
        """Tell whether a preposition of the frame follows within a few words of the object."""
        for k in range(at + 1, min(at + 8, len(self.sight))):
            if self.sight.is_comma(k):
                return False
            if self._takes(self.sight.norm(k)) or self._takes(cut_preposition(self.sight, k) or "-"):
                return True
        return False

    def _verb_in_the_way(self) -> bool:
        sight, at = self.sight, self.at
        if sight.norm(at - 1) in ("الذي", "التي", "الذين", "ما") or in_silence(sight, at):
            return False
        return any(
            f.form.kind in ("perfect", "imperfect") and f.verb.frame.clause and not f.verb.frame.weak
            for _, f in sight.forms(at)
        )


def after_quoted(sight: Sight, at: int) -> int:
    """Return the word after a medium's name in quotation marks («لـ«الأفق»») that begins at `at`, -1 for none."""
    if not sight.is_mark(at) or sight.words[at].text not in OPENING:
        return -1
    for close in range(at + 2, min(at + 7, len(sight))):
        if sight.is_mark(close) and sight.words[close].text in CLOSING:
            return close + 1
    return -1


def norm_joins(norm: str, frame: Frame) -> bool:
    """Tell whether a clause word carries a preposition whose object belongs to the content («وصفه بأنه»)."""
    return norm[:1] in frame.joined


def closes(sight: Sight, at: int) -> bool:
    """Tell whether a mark closes a quotation."""
    return sight.is_mark(at) and sight.words[at].text in CLOSING
