"""Pointing back: words for a source that an article told of before («البيان», «المصدر», «المتحدث الرسمي»)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Reading, Span, Statement
from tawatur.stories.happenings.unnamed import is_unnamed
from tawatur.stories.wording import folded_words
from tawatur.text.words import Word, find_words, without_article


@dataclass(frozen=True, slots=True)
class Back:
    """What a wording points back to: an earlier statement by its index, or words of the article."""

    statement: int | None = None
    span: Span | None = None


def points_to(words: str, lexicon: JoinLexicon) -> str | None:
    """Return what sort of source the words point back to: "unnamed", "spokesman", or None where they tell it all."""
    norms = [norm for norm in folded_words(words) if norm not in lexicon.told.the_same]
    if not norms or any(not lexicon.is_source_word("quality", norm) for norm in norms[1:]):
        return None
    head = norms[0].removeprefix("و")
    if head in lexicon.told.the_source:
        return "unnamed"
    return "spokesman" if head in lexicon.told.the_spokesman else None


def nobodys_paper(words: str, lexicon: JoinLexicon, nations: Container[str] = ()) -> bool:
    """Tell whether words name a paper or the media and nobody whose they are («تقارير إخبارية تركية»).

    `nations` are folded words of nationality.
    """
    norms = folded_words(words)
    heads = ("channel", "report", "media")
    if not norms or not any(lexicon.is_source_word(kind, norms[0]) for kind in heads):
        return False
    return all(
        norm in nations
        or norm in lexicon.sources["letting"]
        or any(lexicon.is_source_word(kind, norm) for kind in (*heads, "quality"))
        for norm in norms
    )


def is_definite(words: str) -> bool:
    """Tell whether words begin with the article, as what was told of before does («البيان»)."""
    return next(iter(folded_words(words)), "").removeprefix("و").startswith("ال")


def is_somebodys(words: str, lexicon: JoinLexicon) -> bool:
    """Tell whether a paper without an owner is a source's own («بيان», «البيان») and no report of the media."""
    first = next(iter(folded_words(words)), "")
    return is_definite(words) or not any(lexicon.is_source_word(kind, first) for kind in ("report", "media"))


def tells_nobody(words: str, lexicon: JoinLexicon) -> bool:
    """Tell whether words are a single one for any person («شخص»), a number or titles alone («سموه»)."""
    norms = folded_words(words)
    if not any(letter.isalpha() for letter in words):
        return True
    if norms and all(lexicon.is_source_word("rank", norm) for norm in norms):
        return True
    sources = ("anonymous", "spokesman", "head", "unit")
    if len(norms) != 1 or not is_unnamed(words, lexicon.told):
        return False
    return not any(lexicon.is_source_word(kind, norms[0]) for kind in sources)


def is_finding(words: str, lexicon: JoinLexicon, nations: Container[str] = ()) -> bool:
    """Tell whether words are something found or counted, and nobody's («الدلائل الأولية», «حصيلة الهجوم»).

    `nations` are folded words of nationality: «تقديرات تركية» are somebody's.
    """
    norms = folded_words(words)
    if not norms or not any(_found(norm, lexicon) for norm in (norms[0], *_of_a_finding(norms[1:]))):
        return False
    voices = ("anonymous", "spokesman", "office", "portfolio", "agency", "media", "head", "unit", "study")
    return not any(
        norm in nations
        or lexicon.sector(norm) is not None
        or any(lexicon.is_source_word(kind, norm) for kind in voices)
        for norm in norms
    )


def _of_a_finding(norms: Sequence[str]) -> list[str]:
    """Return the words that something belongs to («العناصر الأولى للتحقيق»)."""
    return [norm.removeprefix("لل") for norm in norms if norm.startswith("لل")]


def _found(norm: str, lexicon: JoinLexicon) -> bool:
    return lexicon.is_source_word("finding", norm)


def find_back(reading: Reading, statement: Statement, sort: str, lexicon: JoinLexicon) -> Iterator[Back]:
    """Yield what a wording of a sort ("paper", "unnamed", "spokesman") may point back to, the likeliest first."""
    place = statement.holder or statement.cue or statement.content
    text = reading.article.text
    earlier = [
        (n, s)
        for n, s in enumerate(reading.statements)
        if s.holder is not None and s.holder.end <= place.start and not _points(s.holder.of(text), lexicon)
    ]
    earlier.sort(key=lambda item: (-(item[1].holder or place).start, item[0]))
    if sort == "paper":
        yield from (Back(n) for n, s in earlier if _has_paper(reading, s, lexicon))
        yield from _issuer(reading, place, lexicon)
        yield from (Back(n) for n, _ in earlier)
    else:
        kind = "anonymous" if sort == "unnamed" else "spokesman"
        for n, s in earlier:
            words = folded_words(s.holder.of(text) if s.holder else "")
            if any(lexicon.is_source_word(kind, norm) for norm in words[: 2 if sort == "unnamed" else None]):
                yield Back(n)
        if sort == "unnamed":
            yield from _unnamed_before(reading, place, lexicon)


def _points(words: str, lexicon: JoinLexicon) -> bool:
    return points_to(words, lexicon) is not None or nobodys_paper(words, lexicon)


def _has_paper(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    text = reading.article.text
    spans = (*statement.via, *((statement.holder,) if statement.holder else ()))
    return any(word.norm.removeprefix("ل") in lexicon.told.paper for span in spans for word in find_words(text, span))


def _issuer(reading: Reading, place: Span, lexicon: JoinLexicon) -> Iterator[Back]:
    """Yield the body nearest to the last «بيان» before a place, in its sentence."""
    text = reading.article.text
    papers = [w for w in find_words(text, Span(0, place.start)) if w.norm in lexicon.told.paper]
    for paper in reversed(papers[-3:]):
        sentence = next((s.span for s in reading.sentences if s.span.holds(paper.span)), None)
        if sentence is None:
            continue
        near = [n.span for n in reading.names if n.type == "ORG" and sentence.holds(n.span)]
        near = [span for span in near if span.end <= place.start]
        if near:
            yield Back(span=min(near, key=lambda span: abs(span.start - paper.span.start)))


def _unnamed_before(reading: Reading, place: Span, lexicon: JoinLexicon) -> Iterator[Back]:
    """Yield an unnamed source told of before in words («تحدث مصدر أمني عراقي»), with its adjectives."""
    words = [w for w in find_words(reading.article.text, Span(0, place.start)) if w.kind == "word"]
    for at in range(len(words) - 1, -1, -1):
        norm = words[at].norm
        if lexicon.is_source_word("anonymous", norm) and norm == without_article(norm):
            end = at
            while end + 1 < len(words) and end - at < 2 and _tells(words[end + 1], lexicon):
                end += 1
            if end > at:
                yield Back(span=Span(words[at].span.start, words[end].span.end))
                return


def _tells(word: Word, lexicon: JoinLexicon) -> bool:
    return lexicon.sector(word.norm) is not None or word.norm.endswith(("ي", "يه", "يين", "يون"))
