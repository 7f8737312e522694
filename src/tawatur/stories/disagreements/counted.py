"""Counted: the counts of a story's articles that cannot all hold (dead, hurt, held, missing, displaced, saved).

What the articles of one story count is compared where both counts are of its incident (`story_ties.py`), of the same
sort of people, and no parts of one whole. Of what one source counts in one article the most is the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Anchor, Difference, Given, Measure, Reading
from tawatur.stories.chains.trace import ChainTracer
from tawatur.stories.disagreements.claims import (
    ONE_THING,
    Claim,
    are_near,
    claim_of,
    compare,
    far_from,
    has_risen,
    is_risen,
    number_of,
    of_somebody,
    one_population,
    one_source,
    with_growth,
)
from tawatur.stories.disagreements.counts import Count, read_counts
from tawatur.stories.disagreements.joining import join_differences
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.disagreements.parts import Parts
from tawatur.stories.disagreements.story_ties import ONE_TEXT, tied_in_story
from tawatur.stories.disagreements.ties import share
from tawatur.stories.disagreements.tolls import ToldStory, come_to_one, is_part_of_title, toll_differences
from tawatur.stories.disagreements.values import can_both_hold, told_figure
from tawatur.stories.disagreements.whose import other_sides
from tawatur.stories.disagreements.within import ONE_TOLL
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.wording import stem
from tawatur.text.words import find_words

# «تتناقض», «تضاربت».
_CONTRADICTING = ("تتناقض", "تناقض", "تضارب", "متناقض", "متضارب")
# «أكثر من 1300» rounds 1343.
_ROUNDED = 1.1
# Two sources that an article sets against each other («لكن») may differ by so much about one count.
_CONTRASTED = 6.0


def told_story(
    story: str,
    articles: Sequence[str],
    readings: Mapping[str, Reading],
    tracers: Mapping[str, ChainTracer],
    lexicon: JoinLexicon,
    occasions: Occasions,
    parts: Parts,
) -> ToldStory:
    """Return a story with the counts of its articles read."""
    counts = {article: tuple(read_counts(readings[article], lexicon)) for article in articles}
    return ToldStory(story, articles, readings, tracers, lexicon, occasions, parts, counts)


def story_differences(context: ToldStory) -> tuple[tuple[Difference, ...], int]:
    """Return the figures of a story that cannot all hold, and how many were compared.

    Tolls of one kind of incident (`tolls.py`) come first; what is counted beside them is added where it tells a value
    more.
    """
    tolls, compared = toll_differences(context)
    if len(context.articles) == 1 and not context.readings[context.articles[0]].figures:
        return tolls, compared
    counts, counted = _count_differences(context)
    told = {one for toll in tolls for one in _told(toll)}
    more = [count for count in counts if not _told(count) <= told]
    every = {one for count in more for one in _told(count)}
    kept = [toll for toll in tolls if not _told(toll) <= every and not any(_is_told_by(toll, one) for one in more)]
    known = {toll.id for toll in kept}
    added = (replace(count, id=f"{count.id}-counted") if count.id in known else count for count in more)
    return join_differences((*kept, *added)), max(compared, counted)


def _is_told_by(toll: Difference, count: Difference) -> bool:
    """Tell whether a difference tells two values of another again, maybe in other wordings («٧ أشخاص», «7 وفيات»)."""
    places = {(given.article, given.anchor.start) for _, every in count.sides for given in every}
    again = (any((g.article, g.anchor.start) in places for g in every) for _, every in toll.sides)
    return (toll.kind, toll.what) == (count.kind, count.what) and sum(again) > 1


def _told(difference: Difference) -> set[tuple[str, str, str]]:
    return {(difference.what, given.article, side) for side, every in difference.sides for given in every}


def _count_differences(context: ToldStory) -> tuple[list[Difference], int]:
    told: list[Given] = []
    wholes: dict[tuple[str, str], list[Claim]] = {}
    parts: dict[tuple[str, str], list[Claim]] = {}
    for article in context.articles:
        for count in context.counts[article]:
            claim = _claim(len(told), count, context)
            if claim is not None:
                told.append(claim[0])
                (parts if count.part else wholes).setdefault((count.what, count.people), []).append(claim[1])
    found: list[Difference] = []
    differ = _differ(context)
    groups = one_population(wholes)
    for (what, people), every in parts.items():
        groups.setdefault((what, people), []).extend(every)
    for (what, people), every in sorted(groups.items()):
        claims = with_growth(list(_wholes(every)))
        for number, some in enumerate(_incidents(claims, differ)):
            for value in compare(context.story, "figure", what, some, differ):
                sides = tuple((side, tuple(told[n] for n in numbers)) for side, numbers in value.sides)
                ident = "-".join(filter(None, (value.id, people, str(number) if number else "")))
                found.append(Difference(ident, value.kind, what, sides, value.reasons))
    return found, len(told)


def _claim(number: int, count: Count, context: ToldStory) -> tuple[Given, Claim] | None:
    measure, reading = count.measure, context.readings[count.measure.anchor.source]
    if context.parts.is_share(measure) or context.parts.in_title(measure):
        return None
    text, span = reading.article.text, measure.anchor.span
    traced = context.tracers[reading.article.id].telling(span)
    anchor = Anchor.of(reading.article.id, text, count.sentence)
    figure = told_figure(measure)
    given = Given(reading.article.id, figure, anchor, traced.chain, published_days(reading))
    claim = claim_of(number, figure, measure, anchor, traced, given, count.sentence.of(text))
    risen = is_risen(text[count.sentence.start : span.start], context.lexicon)
    if not risen and not traced.sourced and is_part_of_title(reading, measure, context.lexicon):
        return None
    occasion = context.occasions.at(reading.article.id, span)
    side = frozenset[str]() if count.people else _side(measure, context)
    claim = of_somebody(claim, context.lexicon)
    return given, replace(claim, risen=risen, earlier=count.instead, occasion=occasion, side=side)


def _side(measure: Measure, context: ToldStory) -> frozenset[str]:
    """Return the side that a count is of, none where its words only tell that people are meant («من المواطنين»)."""
    side = context.parts.side(measure)
    return frozenset() if side and side & {stem(word) for word in context.lexicon.counts.everyone} else side


def _wholes(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims without those of which the same source counts more in the same article."""
    every = list(claims)
    for claim in every:
        rest = (c for c in every if c is not claim and c.anchor.source == claim.anchor.source)
        if claim.risen or claim.earlier or not any(_is_whole(c, claim) for c in rest):
            yield claim


def _is_whole(one: Claim, part: Claim) -> bool:
    if number_of(one) <= number_of(part) or one.earlier:
        return False
    if one.origin and part.origin and one_source(one, part):
        return True
    # What an article tells without a source mostly goes back to one that it gives.
    return (one.own or part.own or not (one.origin and part.origin)) and not _is_contrasted(one, part)


def _incidents(claims: Sequence[Claim], differ: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Return the claims that differ from each other, those of each incident apart."""
    groups: list[list[int]] = []
    for one, other in combinations(range(len(claims)), 2):
        if differ(claims[one], claims[other]):
            joined = [g for g in groups if one in g or other in g]
            groups = [g for g in groups if g not in joined]
            groups.append(sorted({one, other}.union(*joined)))
    return [[claims[n] for n in group] for group in groups]


def _differ(context: ToldStory) -> Callable[[Claim, Claim], bool]:
    def differ(one: Claim, other: Claim) -> bool:
        a, b = one.value, other.value
        if not isinstance(a, Measure) or not isinstance(b, Measure):
            return False
        if can_both_hold(a, b) and not _is_slip(one, other):
            return False
        if one.occasion is None or other.occasion is None:
            return False
        if other_sides(one, other):
            return False
        if one.anchor.source == other.anchor.source and not _set_against(one, other, context.lexicon):
            return False
        risen = has_risen(one, other)
        opens = context.occasions.opening(one.anchor.source), context.occasions.opening(other.anchor.source)
        if not tied_in_story(one.occasion, other.occasion, opens, risen=risen, far=far_from(one, other)):
            return False
        if one.text == other.text and _tells_both(one, other, context):
            return False
        return not come_to_one(one, other, a, b, context.parts)

    return differ


def _tells_both(one: Claim, other: Claim, context: ToldStory) -> bool:
    """Tell whether one of two copies of a text gives both values, which then hold beside each other in the other."""
    if one.anchor.source == other.anchor.source or not isinstance(one.value, Measure):
        return False
    what = one.value.what
    told = ({c.measure.value for c in context.counts[claim.anchor.source] if c.what == what} for claim in (one, other))
    return any({number_of(one), number_of(other)} <= values for values in told)


def _is_slip(one: Claim, other: Claim) -> bool:
    """Tell whether two papers give one open count of one text differently («38 على الأقل», «28 على الأقل»)."""
    a, b = one.value, other.value
    if not isinstance(a, Measure) or not isinstance(b, Measure) or one.occasion is None or other.occasion is None:
        return False
    if one.origin and other.origin and not one_source(one, other):
        # Two sources that each tell of «12 at least» and «27 at least» may both be right.
        return False
    if a.comparator != b.comparator or one.anchor.source == other.anchor.source or are_near(one, other, _ROUNDED):
        return False
    return share(one.occasion.words, other.occasion.words) >= ONE_TEXT


def _set_against(one: Claim, other: Claim, lexicon: JoinLexicon) -> bool:
    """Tell whether one article gives two values of a count: a later one, or that of another source."""
    if one.earlier or other.earlier:
        return True
    contrast = _is_contrasted(one, other)
    if one.own or other.own or not (one.origin and other.origin):
        return contrast and are_near(one, other, ONE_THING)
    if one_source(one, other):
        return False
    times = _CONTRASTED if contrast else ONE_THING if _is_weakly_contrasted(one, other, lexicon) else ONE_TOLL
    return are_near(one, other, times)


def _is_weakly_contrasted(one: Claim, other: Claim, lexicon: JoinLexicon) -> bool:
    later = max((one, other), key=lambda claim: claim.anchor.start)
    norms = (word.norm.removeprefix("و").removeprefix("ف") for word in find_words(later.sentence))
    return any(norm in lexicon.counts.weakly or norm.startswith(_CONTRADICTING) for norm in norms)


def _is_contrasted(one: Claim, other: Claim) -> bool:
    """Tell whether the sentence of the later value sets it against what was told («لكن», «غير أن»)."""
    later = max((one, other), key=lambda claim: claim.anchor.start)
    return later.occasion is not None and later.occasion.contrast
