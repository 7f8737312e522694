"""Parts: figures that an article itself makes parts of another, so that the two are no values of one thing.

«24 قتيلا … ستة … و18»: what adds up is a whole with its parts. What one voice tells twice, 24 and later 18, without a
word that one of them was wrong or has grown, are two counts that hold beside each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Figure, Measure, Reading, Span
from tawatur.stories.disagreements.measures import are_somebodys, is_ambiguous_dual, what_of
from tawatur.stories.disagreements.sides import side_of
from tawatur.stories.happenings.parties import PartyReader
from tawatur.text.fold import fold
from tawatur.text.words import Word, find_words

# The parts of a whole stand in sentences that follow each other.
_NEAR = 4
# Words from a figure on in which «من» tells whose people it counts.
_PEOPLE_WITHIN = 4
# So many values of one thing in one sentence tell it by place or by day.
_LIST = 3
# Figures beside one that are tried as its fellow parts.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of an article: what it counts, how many, its sentence, and in whose words it stands."""

    what: str
    value: float
    sentence: int
    voice: str
    span: Span


class Parts:
    """Tells which figures of the articles given are wholes and parts; each article is read once, when asked for."""

    def __init__(self, parties: Mapping[str, PartyReader], lexicon: JoinLexicon) -> None:
        self._parties, self._lexicon = parties, lexicon
        self._read: dict[str, tuple[Counted, ...]] = {}

    def of(self, article: str) -> tuple[Counted, ...]:
        """Return what an article counts, in the order of its text."""
        if article not in self._read:
            self._read[article] = tuple(_counted(self._parties[article].reading, self._lexicon))
        return self._read[article]

    def side(self, measure: Measure) -> frozenset[str]:
        """Return the stems that name the side a figure is counted of, none where it is of all."""
        reading, span = self._parties[measure.anchor.source].reading, measure.anchor.span
        sentence = next((s.span for s in reading.sentences if s.span.meets(span)), span)
        return side_of(reading.article.text, sentence, span, self._lexicon)

    def reconciled(self, one: Measure, other: Measure) -> bool:
        """Tell whether the article of one of two values makes them both true: a whole and a part, or two counts."""
        return self._makes_true(one, other) or self._makes_true(other, one)

    def _makes_true(self, own: Measure, other: Measure) -> bool:
        every = [c for c in self.of(own.anchor.source) if c.what == own.what]
        mine = next((c for c in every if c.span.meets(own.anchor.span)), None)
        if mine is None:
            return False
        value = _number(other)
        rest = [c for c in every if c is not mine]
        if any(c.value == value and c.voice == mine.voice and c.value != mine.value for c in rest):
            return True
        if all(c.value != value for c in rest):
            # A sum that the article does not tell may be one by chance.
            return False
        near = [c.value for c in rest if abs(c.sentence - mine.sentence) <= _NEAR and c.voice == mine.voice][:_MOST]
        return any(mine.value + sum(some) == value for n in range(1, 4) for some in combinations(near, n))

    def adds_up(self, one: Measure, other: Measure) -> bool:
        """Tell whether one article makes a value out of the other and more («وفاة 12 … إلى 26 … وكان 14»)."""
        article = one.anchor.source
        low, high = sorted((_number(one), _number(other)))
        if other.anchor.source != article:
            return False
        told = {c.value for c in self.of(article) if c.what == one.what and c.value < high} - {low}
        return any(low + sum(some) == high for n in range(1, 4) for some in combinations(sorted(told)[:_MOST], n))

    def of_somebody(self, measure: Measure) -> bool:
        """Tell whether a figure is of some people of somebody («اثنين من جيرانها»)."""
        reading, span = self._parties[measure.anchor.source].reading, measure.anchor.span
        end = next((s.span.end for s in reading.sentences if s.span.meets(span)), span.end)
        words = [w.norm for w in find_words(reading.article.text, Span(span.start, end))][:_PEOPLE_WITHIN]
        return any(one == "من" and are_somebodys(two, self._lexicon) for one, two in pairwise(words))

    def in_title(self, measure: Measure) -> bool:
        """Tell whether a figure stands in a line that only repeats its article's title («رابط الخبر: …»)."""
        article = self._parties[measure.anchor.source].reading.article
        title = (article.title or "").strip()
        at = article.text.rfind(title) if title else -1
        # A text that opens with its title tells by it, and nothing was told yet that it could repeat.
        return len(title) < at <= measure.anchor.start and measure.anchor.end <= at + len(title)

    def is_share(self, measure: Measure) -> bool:
        """Tell whether a figure is one of several that one word counts («أصيب 15 بالاختناق واثنان بحروق»)."""
        every = [c for c in self.of(measure.anchor.source) if c.what == measure.what]
        mine = next((c for c in every if c.span.meets(measure.anchor.span)), None)
        if mine is None:
            return False
        text = self._parties[measure.anchor.source].reading.article.text
        if _is_of_a_sum(mine, every):
            return True
        own = [c for c in every if c is not mine and c.sentence == mine.sentence and c.voice == mine.voice]
        if _is_list({c.value for c in own} | {mine.value}):
            return True
        beside = (c for c in own if c.value != mine.value)
        return any(self._one_word_counts(text, *sorted((mine.span, c.span))) for c in beside)

    def _one_word_counts(self, text: str, first: Span, second: Span) -> bool:
        """Tell whether nothing between two figures counts anew, nor makes the second a part or a later value."""
        between = [w.norm for w in find_words(text, Span(first.end, second.start)) if w.kind == "word"]
        lexicon = self._lexicon
        every = {form for norm in between for form in forms(norm)}
        return not every & lexicon.telling["values"] and not every & (
            lexicon.contexts.keys() | lexicon.units.keys() | lexicon.parts
        )


def _counted(reading: Reading, lexicon: JoinLexicon) -> list[Counted]:
    text = reading.article.text
    found: list[Counted] = []
    for figure in reading.figures:
        sentence = next((s for s in reading.sentences if s.span.meets(figure.span)), None)
        if sentence is None:
            continue
        before = tuple(find_words(text, Span(sentence.span.start, figure.span.start)))
        after = tuple(find_words(text, Span(figure.span.end, sentence.span.end)))
        if is_ambiguous_dual(text, figure) or (before and before[-1].norm in lexicon.counts.denying):
            # «ثلاثة لا اثنان» counts three.
            continue
        what = what_of(figure, before, after, lexicon)
        if what is None and found and found[-1].sentence == sentence.index and _goes_on(before, figure, lexicon):
            # «سبعة في سلوان وثلاثة أشخاص في الجرداء»
            what = found[-1].what
        if what is not None:
            value = figure.value[1] if isinstance(figure.value, tuple) else figure.value
            found.append(Counted(what, value, sentence.index, _voice(reading, figure.span), figure.span))
    return found


def _is_list(values: set[float]) -> bool:
    """Tell whether values of one sentence are of many places («… بـ170 … وبـ64 … وبـ26»), no whole with its parts."""
    return len(values) >= _LIST and 2 * max(values) != sum(values)


def _is_of_a_sum(mine: Counted, every: Sequence[Counted]) -> bool:
    """Tell whether a figure and others of its sentence come to a whole of the article («14 … وتوفي تسعة», 23)."""
    beside = [c.value for c in every if c is not mine and c.sentence == mine.sentence and c.value != mine.value]
    wholes = {c.value for c in every if c.value > mine.value and c.sentence != mine.sentence}
    return any(mine.value + sum(some) in wholes for n in (1, 2) for some in combinations(beside[:_MOST], n))


def _goes_on(before: Sequence[Word], figure: Figure, lexicon: JoinLexicon) -> bool:
    """Tell whether a figure goes on with people after «و»."""
    unit = next((w.norm for w in find_words(figure.unit or "") if w.kind == "word"), None)
    people = unit is None or any(form in lexicon.people for form in forms(unit))
    return people and bool(before) and before[-1].norm == "و"


def _voice(reading: Reading, span: Span) -> str:
    """Return who tells a span: the holder of the innermost statement around it, nobody for the article itself."""
    holding = [s for s in reading.statements if s.content.holds(span)]
    if not holding:
        return ""
    inner = min(holding, key=lambda s: s.content.end - s.content.start)
    return inner.speaker or (fold(inner.holder.of(reading.article.text)) if inner.holder else "")


def _number(measure: Measure) -> float:
    return measure.value[1] if isinstance(measure.value, tuple) else measure.value
