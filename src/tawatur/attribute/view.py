"""One sentence as attribution sees it: its words with the names and quotations that lie over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.lexicon.cues import CueForm, CueLexicon
from tawatur.model import Name, Span
from tawatur.text.fold import without_marks
from tawatur.text.prepared import Prepared
from tawatur.text.quotes import Quote
from tawatur.text.words import Cut, Word, cuts

CONJUNCTIONS = ("", "و", "ف")
COMMAS = frozenset("،,؛;")
OPENING = frozenset('«“„‹❝"')
CLOSING = frozenset('»”›❞"')
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence's words with what lies over each: a name's index and bounds, and the innermost quotation.

    `name_from[i]` is the name that starts in word i; `name_to` the word index after the name's last word, by name.
    `quoted[i]` is the index of the quotation that word i stands in, or -1.
    """

    text: str
    span: Span
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    name_from: dict[int, Name]
    name_to: dict[int, int]
    named: dict[int, Name]
    quotes: tuple[Quote, ...]
    quoted: tuple[int, ...]
    lexicon: CueLexicon

    def __len__(self) -> int:
        return len(self.words)

    def norm(self, index: int) -> str:
        """Return a word's folded form, the empty string outside the sentence."""
        return self.words[index].norm if 0 <= index < len(self.words) else ""

    def is_mark(self, index: int) -> bool:
        """Tell whether there is a mark of punctuation at an index."""
        return 0 <= index < len(self.words) and self.words[index].kind == "mark"

    def is_comma(self, index: int) -> bool:
        """Tell whether there is a comma or semicolon at an index."""
        return 0 <= index < len(self.words) and self.words[index].text in COMMAS

    def bare(self, index: int) -> str:
        """Return a word's folded form without its conjunction, where the rest is a word of the lexicon or is long."""
        norm = self.norm(index)
        return norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 3 else norm

    def is_a(self, kind: str, index: int) -> bool:
        """Tell whether a word belongs to a class, also without its article."""
        norm = self.norm(index)
        return self.lexicon.is_a(kind, norm) or (norm.startswith("ال") and self.lexicon.is_a(kind, norm[2:]))

    def forms(self, index: int) -> tuple[tuple[Cut, CueForm], ...]:
        """Return the readings of a word as a form of a verb of attribution, uncut first."""
        word = self.words[index] if 0 <= index < len(self.words) else None
        if word is None or word.kind != "word":
            return ()
        table = self.lexicon.forms
        silent = self.lexicon.words["noverb"]
        found = [(Cut("", word.norm, 0), form) for form in table.get(word.norm, ()) if word.norm not in silent]
        for cut in cuts(word.norm)[1:]:
            forms = table.get(cut.form, ()) if cut.form not in silent else ()
            for form in forms:
                kind = form.form.kind
                preposition = cut.clitics[-1:] if cut.clitics[-1:] in ("ب", "ل", "ك") else ""
                if preposition == "" or kind == "noun" or (preposition == "ل" and kind == "imperfect"):
                    found.append((cut, form))
        return tuple((cut, form) for cut, form in found if _spelled(word.text, form))


def _spelled(text: str, cue: CueForm) -> bool:
    """Tell whether a spelling fits a form that folding made equal to it: «إضافة» is no «أضافه», «نادي» no «نادى»."""
    form = cue.form
    last = without_marks(text)[-1:]
    if form.suffix == "ه":
        return last != "ة"
    if cue.verb.lemma == "هنأ" and form.text == "هنا":
        return last == "أ"
    if form.kind == "imperfect" and cue.verb.lemma == "ادعى" and form.text.endswith("ي"):
        return last != "ى"  # «يدعى» is «is called»
    if form.kind == "perfect" and form.text.endswith("ي"):
        return last not in "يی" or cue.verb.lemma.endswith("ي")
    return True


def see(prepared: Prepared, names: Sequence[Name], index: int, lexicon: CueLexicon) -> Sight:
    """Lay the names and quotations of a text over the words of one sentence."""
    words = prepared.sentence_words(index)
    span = prepared.sentences[index].span
    inside = tuple(n for n in names if n.span.start < span.end and span.start < n.span.end)
    name_from: dict[int, Name] = {}
    name_to: dict[int, int] = {}
    named: dict[int, Name] = {}
    at = 0
    for name in inside:
        while at < len(words) and words[at].span.end <= name.span.start:
            at += 1
        first = at
        last = first
        while last < len(words) and words[last].span.start < name.span.end:
            named[last] = name
            last += 1
        if last > first:
            name_from[first] = name
            name_to[name.span.start] = last
    quotes = tuple(q for q in prepared.quotes if q.span.start < span.end and span.start < q.span.end)
    quoted = tuple(
        next((k for k, q in enumerate(quotes) if q.inner.start <= w.span.start and w.span.end <= q.inner.end), -1)
        for w in words
    )
    return Sight(prepared.text, span, words, inside, name_from, name_to, named, quotes, quoted, lexicon)
