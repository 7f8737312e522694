"""What surrounds the words of an article: their readings without clitics; names, times, statements there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawatur.model import Annotation, Name, Span, Statement
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts, without_article

# «ما», alone or after a preposition, before a verb: «ما نشرته صحيفة», «لما أوردته».
WHAT = frozenset({"ما", "لما", "مما", "بما", "عما"})
_ENDS = frozenset((".", "؛", ":", "!", "؟"))


@dataclass(frozen=True, slots=True)
class Scene:
    """An article ready for event coding; every tuple after `words` is aligned with the words of `prepared`.

    `norms` are their folded forms, `variants` the forms a word can stand for (itself, without clitics, without the
    article); `name_at`, `time_at` and `figure_at` give the index of what covers the word, `statement_at` that of the
    innermost statement in whose content it stands, or -1.
    """

    prepared: Prepared
    annotation: Annotation
    statements: tuple[Statement, ...]
    words: tuple[Word, ...]
    norms: tuple[str, ...]
    variants: tuple[frozenset[str], ...]
    name_at: tuple[int, ...]
    time_at: tuple[int, ...]
    figure_at: tuple[int, ...]
    statement_at: tuple[int, ...]

    def bounds(self, index: int) -> tuple[int, int]:
        """Return the range of word indexes of the sentence in which word `index` stands."""
        return self.prepared.bounds[self.words[index].sentence]

    def norm(self, index: int) -> str:
        """Return the folded word, or the empty string outside the text."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def divides(self, index: int) -> bool:
        """Tell whether a word is a mark that parts clauses: any but quotation marks."""
        return self.words[index].kind == "mark" and self.words[index].text not in '"«»“”'

    def ends(self, index: int) -> bool:
        """Tell whether a word is a mark that ends a clause: any but commas, brackets and quotation marks."""
        return self.words[index].text in _ENDS

    def ends_clause(self, index: int, markers: Mapping[str, frozenset[str]]) -> bool:
        """Tell whether a clause ends before a word: at a mark, a complementizer, «و» with a verb of its own."""
        norm = self.norms[index]
        joined = norm[:1] == "و" and norm[1:] in markers["plain_verb"]
        return self.ends(index) or joined or norm in markers["complementizer"]

    def name(self, index: int) -> Name | None:
        """Return the name that covers a word, or None."""
        at = self.name_at[index]
        return self.annotation.names[at] if at >= 0 else None

    def statement(self, index: int) -> Statement | None:
        """Return the innermost statement in whose content a word stands, or None."""
        at = self.statement_at[index]
        return self.statements[at] if at >= 0 else None


# A few thousand words are most of any article.
@lru_cache(maxsize=1 << 14)
def word_variants(norm: str) -> frozenset[str]:
    """Return the folded forms that a word can stand for once clitics and the article are taken off."""
    forms = {norm, without_article(norm)}
    for cut in cuts(norm, shortest=3):
        forms.add(cut.form)
        forms.add(without_article(cut.form))
    return frozenset(forms)


def _cover(prepared: Prepared, spans: list[Span]) -> list[int]:
    """Return for each word the index of the shortest span over it, or -1."""
    covering = [-1] * len(prepared.words)
    length = [0] * len(prepared.words)
    for at, span in enumerate(spans):
        size = span.end - span.start
        first = prepared.word_at(span.start)
        inside = prepared.words_in(span)
        for word in (first, *inside) if first is not None else inside:
            if covering[word.index] < 0 or size < length[word.index]:
                covering[word.index], length[word.index] = at, size
    return covering


def set_scene(prepared: Prepared, annotation: Annotation, statements: tuple[Statement, ...]) -> Scene:
    """Gather what event coding asks of each word of an article."""
    variants = (word_variants(w.norm) if w.kind == "word" else frozenset((w.norm,)) for w in prepared.words)
    return Scene(
        prepared,
        annotation,
        statements,
        prepared.words,
        tuple(w.norm for w in prepared.words),
        tuple(variants),
        tuple(_cover(prepared, [n.span for n in annotation.names])),
        tuple(_cover(prepared, [t.span for t in annotation.times])),
        tuple(_cover(prepared, [f.span for f in annotation.figures])),
        tuple(_cover(prepared, [s.content for s in statements])),
    )
