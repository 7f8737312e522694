"""Tolls of a story: how many its articles count as killed, wounded or missing, also where no event carries the figure.

Accidents are no events of PLOVER, so the dead of a fire or an explosion belong to no happening. Here the figures of a
story's articles are compared for its one incident: the kind of incident (fire, explosion, attack …) that most of its
articles open with. A figure counts where its sentence names that kind of incident or none («عدد القتلى بلغ تسعة»).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Anchor, Difference, Figure, Given, Happening, Measure, Reading, Span
from tawatur.stories.chains.trace import ChainTracer
from tawatur.stories.disagreements.claims import (
    Claim,
    claim_of,
    compare,
    far_from,
    has_risen,
    is_risen,
    of_somebody,
    one_population,
    with_growth,
)
from tawatur.stories.disagreements.counts import Count, is_vague
from tawatur.stories.disagreements.measures import (
    are_some_hurt,
    did_something,
    died_of_it,
    is_and_others,
    is_further,
    is_listed,
    is_part,
    is_some_of,
    what_of,
)
from tawatur.stories.disagreements.occasions import Occasion, Occasions
from tawatur.stories.disagreements.parts import Parts
from tawatur.stories.disagreements.ties import are_tied
from tawatur.stories.disagreements.told import Told, of_one_incident, tells_several
from tawatur.stories.disagreements.told_days import is_long_ago
from tawatur.stories.disagreements.values import can_both_hold, told_figure
from tawatur.stories.disagreements.whose import counted_people, other_sides
from tawatur.stories.disagreements.within import set_against
from tawatur.stories.happenings.mentions import published_days
from tawatur.text.words import Word, find_words, forms_of

_TOLLS = frozenset({"killed", "wounded", "missing"})
# «ارتفع … إلى 9، بعد أن كانت قد أعلنت وفاة 6»: what stands behind is the earlier value.
_BEFORE_IT = (("مقابل",), ("كانت", "حصيله"), ("حصيله", "سابقه"), ("حصيله", "اولي"))
# Only with a word of telling behind them: «بعدما فجر نفسه» tells no earlier value.
_AFTER_IT_WAS = (("بعد", "ان"), ("بعدما",))
_LEDE = 2
# How many words before a bare number the noun of those counted may stand.
_COUNTED_WITHIN = 16


@dataclass(frozen=True, slots=True)
class ToldStory:
    """One story and what its figures are looked at with: articles, readings, chains, words, and their counts.

    Counts are read once for all that compare them (`told_story` in counted.py).
    """

    story: str
    articles: Sequence[str]
    readings: Mapping[str, Reading]
    tracers: Mapping[str, ChainTracer]
    lexicon: JoinLexicon
    occasions: Occasions
    parts: Parts
    counts: Mapping[str, Sequence[Count]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    kinds: frozenset[str]


def toll_differences(context: ToldStory) -> tuple[tuple[Difference, ...], int]:
    """Return the tolls of a story that cannot all hold, and how many figures were compared."""
    readings, lexicon, parts = context.readings, context.lexicon, context.parts
    openings = {article: _opening(readings[article], lexicon) for article in context.articles}
    opened = Counter(kind for article in context.articles for kind in openings[article])
    if not opened:
        return (), 0
    incident = min(opened, key=lambda kind: (-opened[kind], kind))
    told = [
        t
        for a in context.articles
        if readings[a].figures
        for t in of_one_incident(list(_figures(a, openings[a], incident, context)))
        if not parts.is_share(t.measure)
        and not parts.in_title(t.measure)
        and not (_may_be_part(t) and is_part_of_title(readings[a], t.measure, lexicon))
    ]
    groups: dict[tuple[str, str], list[Claim]] = {}
    for number, one in enumerate(told):
        occasion = context.occasions.at(one.given.article, one.measure.anchor.span)
        key = one.measure.what, counted_people(one.measure, occasion, parts, lexicon)
        groups.setdefault(key, []).append(_claim(number, one, occasion, parts.side(one.measure), lexicon))
    found: list[Difference] = []
    for (what, _), claims in sorted(one_population(groups).items()):
        for value in compare(context.story, "figure", what, with_growth(claims), _differ(parts)):
            sides = tuple((side, tuple(told[n].given for n in numbers)) for side, numbers in value.sides)
            found.append(Difference(value.id, value.kind, what, sides, value.reasons))
    return tuple(found), len(told)


def _may_be_part(told: Told) -> bool:
    return not (told.risen or told.cut or told.traced.sourced)


def is_part_of_title(reading: Reading, measure: Measure, lexicon: JoinLexicon) -> bool:
    """Tell whether an article's own title counts more than it tells first («إصابة 17» over «أصيب 15 …»)."""
    if isinstance(measure.value, tuple):
        return False
    words = [word for word in find_words(reading.article.title or "") if word.kind != "mark"]
    counted = [
        float(number.norm)
        for before, number in pairwise(words)
        if number.norm.isdigit() and any(lexicon.contexts.get(form) == measure.what for form in forms(before.norm))
    ]
    return bool(counted) and max(counted) > measure.value


def _differ(parts: Parts) -> Callable[[Claim, Claim], bool]:
    def differ(one: Claim, other: Claim) -> bool:
        a, b = one.value, other.value
        if not isinstance(a, Measure) or not isinstance(b, Measure) or can_both_hold(a, b):
            return False
        risen = has_risen(one, other)
        if one.occasion is None or other.occasion is None or other_sides(one, other):
            return False
        if one.occasion.article == other.occasion.article and not set_against(one, other):
            return False
        if not are_tied(one.occasion, other.occasion, joined=False, risen=risen, far=far_from(one, other)):
            return False
        return not come_to_one(one, other, a, b, parts)

    return differ


def come_to_one(one: Claim, other: Claim, a: Measure, b: Measure, parts: Parts) -> bool:
    """Tell whether the values of two claims hold beside each other: one is a part, or was added to («وكان 14 …»)."""
    if not has_risen(one, other):
        return parts.reconciled(a, b)
    return not (one.earlier or other.earlier) and parts.adds_up(a, b)


def _claim(number: int, told: Told, occasion: Occasion, side: frozenset[str], lexicon: JoinLexicon) -> Claim:
    given, measure = told.given, told.measure
    claim = claim_of(number, told_figure(measure), measure, given.anchor, told.traced, given, told.sentence)
    claim = of_somebody(claim, lexicon)
    return replace(claim, risen=told.risen, earlier=told.cut, occasion=occasion, side=side)


def _kinds(words: str, lexicon: JoinLexicon) -> frozenset[str]:
    known = lexicon.incidents
    return frozenset(known[form][0] for norm, _ in forms_of(words) for form in forms(norm) if form in known)


def _sentences(reading: Reading, lexicon: JoinLexicon, first: int | None = None) -> list[_Sentence]:
    text = reading.article.text
    return [_Sentence(s.span, _kinds(s.span.of(text), lexicon)) for s in reading.sentences[:first]]


def _opening(reading: Reading, lexicon: JoinLexicon) -> frozenset[str]:
    """Return the kinds of incident that an article opens with, in its title or first sentences."""
    title = _kinds(reading.article.title or "", lexicon)
    return title.union(*(s.kinds for s in _sentences(reading, lexicon, _LEDE)))


def _figures(article: str, opening: frozenset[str], incident: str, context: ToldStory) -> Iterator[Told]:
    """Yield the tolls of the incident that an article gives, and what its opening counts of another."""
    reading, tracer, lexicon = context.readings[article], context.tracers[article], context.lexicon
    sentences = _sentences(reading, lexicon)
    of_a_sort = {count.measure.anchor.span for count in context.counts[article] if count.people}
    near = False
    # A strike is told as an attack, too; a suicide bombing is no strike.
    kinds = {incident, "attack"} if incident == "strike" else {incident}
    for sentence in sentences:
        near = (
            bool(kinds & sentence.kinds)
            or (near and not sentence.kinds)
            or (bool(kinds & opening) and not sentence.kinds)
        )
        counts = near and not (
            _is_apart(reading, sentence.span, lexicon) or tells_several(reading, sentence.span, lexicon)
        )
        if not counts and sentence not in sentences[:_LEDE]:
            continue
        for figure in reading.figures:
            if is_vague(reading.article.text, figure, lexicon) or (
                figure.span in of_a_sort and _is_others(figure, lexicon)
            ):
                # «مقتل تسعة من عناصر التنظيم وإصابة 12 آخرين» counts no others.
                continue
            measure = _toll(reading, sentence.span, figure, lexicon) if sentence.span.holds(figure.span) else None
            if measure is not None:
                traced = tracer.telling(figure.span)
                anchor = Anchor.of(reading.article.id, reading.article.text, sentence.span)
                given = Given(reading.article.id, told_figure(measure), anchor, traced.chain, published_days(reading))
                words = _part_of(reading, sentence.span, figure, lexicon)
                cut = len(words) < sentence.span.end - sentence.span.start
                before = words.partition(figure.span.of(reading.article.text))[0]
                yield Told(given, traced, measure, words, is_risen(before, lexicon), cut, counts)


def _is_others(figure: Figure, lexicon: JoinLexicon) -> bool:
    return any(word.norm in lexicon.telling["others"] for word in find_words(figure.unit or ""))


def _is_apart(reading: Reading, sentence: Span, lexicon: JoinLexicon) -> bool:
    """Tell whether a sentence tells of another incident: «هجوم مماثل», or one of weeks ago."""
    another = lexicon.telling["another"]
    if any(word.norm in another for word in find_words(reading.article.text, sentence)):
        return True
    return is_long_ago(reading, sentence)


def _toll(reading: Reading, sentence: Span, figure: Figure, lexicon: JoinLexicon) -> Measure | None:
    text = reading.article.text
    before = tuple(find_words(text, Span(sentence.start, figure.span.start)))
    after = tuple(find_words(text, Span(figure.span.end, sentence.end)))
    if is_part(before, lexicon) or died_of_it(before) or is_further(after, lexicon):
        return None
    if is_some_of(text, figure, after, lexicon) or is_and_others(text, figure, before, after, lexicon):
        return None
    if is_listed(text, figure, after, lexicon) or did_something(figure, after, lexicon):
        return None
    unit = [word.norm for word in find_words(figure.unit or "") if word.kind == "word"]
    corpses = lexicon.telling["corpses"]
    what = "killed" if any(norm in corpses for norm in unit) else what_of(figure, before, after, lexicon)
    if what is None and not unit:
        what = _counted_before(before, lexicon)
    if what not in _TOLLS or (what == "wounded" and are_some_hurt(text, figure, before, after, lexicon)):
        return None
    anchor = Anchor.of(reading.article.id, text, figure.span)
    # Bodies are counted of all the dead.
    return Measure(what, figure.value, figure.comparator, None if unit and unit[0] in corpses else figure.unit, anchor)


def _counted_before(before: Sequence[Word], lexicon: JoinLexicon) -> str | None:
    """Return what a bare number counts: the last toll that its sentence names («عدد قتلى التفجير … إلى تسعة»)."""
    for word in reversed(before[-_COUNTED_WITHIN:]):
        for form in forms(word.norm):
            if (what := lexicon.units.get(form)) in _TOLLS:
                return what
    return None


def _part_of(reading: Reading, sentence: Span, figure: Figure, lexicon: JoinLexicon) -> str:
    """Return what of a sentence tells a figure: an earlier value («بعد أن كانت … 6») is not told by what it rose to."""
    text = reading.article.text
    words = [word for word in find_words(text, Span(sentence.start, figure.span.start)) if word.kind == "word"]
    for at in range(len(words) - 1, -1, -1):
        if _leads_back(words, at, lexicon):
            return text[words[at].span.start : sentence.end]
    return text[sentence.start : _turn(text, Span(figure.span.end, sentence.end), lexicon)]


def _turn(text: str, rest: Span, lexicon: JoinLexicon) -> int:
    """Return where the rest of a sentence goes back to an earlier value, its end where it does not."""
    words = [word for word in find_words(text, rest) if word.kind == "word"]
    return next((word.span.start for at, word in enumerate(words) if _leads_back(words, at, lexicon)), rest.end)


def _leads_back(words: Sequence[Word], at: int, lexicon: JoinLexicon) -> bool:
    """Tell whether an earlier value begins at a word («مقابل 6», «بعد أن كانت 6», «بعدما أعلنت … مقتل 6»)."""
    norms = tuple(word.norm for word in words[at : at + 3])
    if any(norms[: len(phrase)] == phrase for phrase in _BEFORE_IT):
        return True
    return any(
        norms[: len(phrase)] == phrase and lexicon.telling["was"] & set(norms[len(phrase) : len(phrase) + 1])
        for phrase in _AFTER_IT_WAS
    )


def not_yet_told(differences: Sequence[Difference], happenings: Sequence[Happening]) -> tuple[Difference, ...]:
    """Return the differences with a value that no disagreement of the story's happenings on the same toll holds."""
    told: dict[str, set[str]] = {}
    for happening in happenings:
        for known in happening.disagreements:
            if known.attribute == "figure":
                told.setdefault(known.what, set()).update(
                    report.anchor.exact
                    for _, numbers in known.sides
                    for report in (happening.reports[n] for n in numbers)
                )
    return tuple(
        found
        for found in differences
        if not all(given.anchor.exact in told.get(found.what, ()) for _, every in found.sides for given in every)
    )
