"""Claims: one value of one attribute as one report gives it, and what of them is set against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Anchor, DayRange, Disagreement, Given, Measure, Report
from tawatur.model.stories import Attribute, DisagreementKind
from tawatur.stories.chains.one_voice import one_voice
from tawatur.stories.chains.sources import ANONYMOUS
from tawatur.stories.chains.trace import Traced
from tawatur.stories.chains.voices import Voice
from tawatur.stories.disagreements.occasions import Occasion
from tawatur.stories.happenings.parties import Party
from tawatur.stories.reasons import reason
from tawatur.text.fold import fold
from tawatur.text.words import find_words

# What can only grow as a happening becomes known; other counts that change are told differently, not updated.
GROWING = frozenset({"killed", "wounded", "displaced", "detained", "missing"})
# Counts of one thing are mostly told no further apart than this; few people may be told as three times as many.
ONE_THING, _A_FEW = 3.0, 5
# «وكانت الشرطة أعلنت مقتل …»: what was told before.
_HAD = frozenset({"كان", "كانت"})
_NEW_COUNT = frozenset({("حصيله", "جديده"), ("حصيله", "محدثه"), ("حصيله", "اخيره"), ("اخر", "حصيله")})
_FIRST_COUNT = frozenset({("حصيله", "اولي"), ("حصيله", "اوليه"), ("حصيله", "سابقه"), ("حصيله", "موقته")})
# Words of a source that is but a count («الحصيلة الجديدة»).
_A_COUNT = 2
# Unnamed sources that may be one, and «السلطات» and a body of that state, are two here: that they tell different things
# shows it.
_UNSURE = (None, "voice-unnamed", "voice-state")


@dataclass(frozen=True, slots=True)
class Blame:
    """Who is held to have done it, or denies having done it."""

    who: Party
    denied: bool = False


Value = Measure | DayRange | Party | Blame | str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one attribute as one report gives it."""

    report: int
    told: str
    value: Value
    anchor: Anchor
    origin: frozenset[str]
    label: str
    text: str
    published: date | None
    sentence: str
    voice: Voice | None = None
    # Told as grown («ارتفعت الحصيلة إلى 16»): in whatever report of the value, and in this one.
    grown: bool = False
    risen: bool = False
    # Of which side it is counted («من المقاومة»): stems.
    side: frozenset[str] = frozenset()
    # Told in an article's own words, and as what a toll was before («بعد أن كانت 6»).
    own: bool = False
    earlier: bool = False
    # Which incident a figure is of, as far as its article shows.
    occasion: Occasion | None = None


def claim_of(
    number: int, told: str, value: Value, anchor: Anchor, traced: Traced, given: Report | Given, sentence: str
) -> Claim:
    """Return the claim of a report or of a toll given: whose it is, from its chain, and when it was published."""
    origin = traced.origin if traced.chain.known else frozenset[str]()
    published = given.published.last or given.published.first
    label = traced.chain.origin.label
    return Claim(
        number, told, value, anchor, origin, label, traced.text, published, sentence, traced.voice, own=traced.own
    )


def of_somebody(claim: Claim, lexicon: JoinLexicon) -> Claim:
    """Return a claim, without its origin where the source is worded as a count alone («الحصيلة الجديدة»)."""
    words = [word.norm for word in find_words(claim.label) if word.kind == "word"]
    nobody = 0 < len(words) <= _A_COUNT and lexicon.counts.tally & set(forms(words[0]))
    return replace(claim, origin=frozenset(), own=True) if nobody else claim


def with_growth(claims: list[Claim]) -> list[Claim]:
    """Mark the claims of the values that some report of the same origin tells as grown («ارتفعت الحصيلة إلى 16»)."""
    grown = {(key, number_of(claim)) for claim in claims if claim.risen for key in claim.origin}
    return [replace(c, grown=any((key, number_of(c)) in grown for key in c.origin)) for c in claims]


def is_risen(before: str, lexicon: JoinLexicon) -> bool:
    """Tell whether the words before a value tell it as grown («ارتفعت الحصيلة إلى» 16); heat that rose kills nobody."""
    norms = [word.norm for word in find_words(before) if word.kind == "word"]
    return norms[-1:] == ["الي"] and any(form in lexicon.grown for norm in norms for form in forms(norm))


def one_population(groups: Mapping[tuple[str, str], list[Claim]]) -> dict[tuple[str, str], list[Claim]]:
    """Return claims by what they count, those of one sort of people («ثمانية عمال») with those of all where one.

    «ارتفعت الحصيلة إلى 11 قتيلا» is of all that were counted before, so what one sort of people came to before is the
    earlier toll; it is no part of the later one.
    """
    merged: dict[tuple[str, str], list[Claim]] = {key: list(claims) for key, claims in groups.items() if not key[1]}
    for (what, people), claims in groups.items():
        if not people:
            continue
        risen = [c for c in merged.get((what, ""), ()) if c.risen]
        earlier = [c for c in claims if any(_no_later(c, later) for later in risen)]
        own = [c for c in claims if c not in earlier]
        if earlier:
            merged[what, ""].extend(earlier)
        if own:
            merged[what, people] = own
    return merged


def _no_later(one: Claim, other: Claim) -> bool:
    return one.published is None or other.published is None or one.published <= other.published


def compare(
    happening: str, attribute: Attribute, what: str, claims: list[Claim], differ: Callable[[Claim, Claim], bool]
) -> Iterator[Disagreement]:
    """Yield one disagreement for each kind that some pair of claims is of, with all claims of those values."""
    pairs: list[tuple[DisagreementKind, int, int]] = []
    for one, other in combinations(range(len(claims)), 2):
        if differ(claims[one], claims[other]):
            kind = _kind(attribute, what, claims[one], claims[other])
            if kind is not None:
                pairs.append((kind, one, other))
    kinds: dict[DisagreementKind, set[int]] = {}
    for kind, one, other in _as_told_risen(pairs, claims):
        kinds.setdefault(kind, set()).update((one, other))
    for kind, numbers in sorted(_told_once(kinds, claims).items()):
        involved = [claims[number] for number in sorted(numbers)]
        sides: dict[str, list[int]] = {}
        told: dict[object, str] = {}
        for claim in involved:
            sides.setdefault(told.setdefault(_side(claim), claim.told), []).append(claim.report)
        yield Disagreement(
            f"{happening}-{kind}-{attribute}{'-' + what if what else ''}",
            kind,
            attribute,
            what,
            tuple((side, tuple(sorted(set(reports)))) for side, reports in sides.items()),
            tuple(dict.fromkeys(claim.anchor for claim in involved)),
            _reasons(kind, involved),
        )


def _as_told_risen(
    pairs: Sequence[tuple[DisagreementKind, int, int]], claims: Sequence[Claim]
) -> Iterator[tuple[DisagreementKind, int, int]]:
    """Yield pairs with their kinds; of two values of which somebody tells that one rose from the other, an update."""
    risen = {
        frozenset((_side(claims[one]), _side(claims[other])))
        for kind, one, other in pairs
        if kind == "update" and _rose(claims[one], claims[other])
    }
    for kind, one, other in pairs:
        told = frozenset((_side(claims[one]), _side(claims[other])))
        yield ("update" if told in risen else kind), one, other


def _told_once(kinds: Mapping[DisagreementKind, set[int]], claims: Sequence[Claim]) -> dict[DisagreementKind, set[int]]:
    """Return the kinds without a transmission of values that are an update: what one source raised others gave late."""
    later, passed_on = kinds.get("update", set()), kinds.get("transmission", set())
    if not passed_on or not {_side(claims[n]) for n in passed_on} <= {_side(claims[n]) for n in later}:
        return dict(kinds)
    return {**{kind: numbers for kind, numbers in kinds.items() if kind != "transmission"}, "update": later | passed_on}


def _side(claim: Claim) -> object:
    """Return what makes claims one side: «4 جرحى» and «أربعة جرحى» are, under the wording that comes first."""
    value = claim.value
    if isinstance(value, Measure):
        return value.value, value.comparator
    if isinstance(value, Party):
        return value.ids
    return (value.who.keys or fold(value.who.words), value.denied) if isinstance(value, Blame) else value


def _kind(attribute: Attribute, what: str, one: Claim, other: Claim) -> DisagreementKind | None:
    figure = attribute == "figure"
    grows = figure and what in GROWING and _grows(one, other)
    if grows and _rose(one, other):
        return "update"
    if one.origin and other.origin:
        if not one_source(one, other):
            return "sources"
        if grows or (figure and one.earlier != other.earlier):
            return "update"
        # Somebody who tells of an allegation and denies it («ما يقال عن …») does not differ from himself.
        return None if attribute in ("status", "actor") else "transmission"
    # An unknown origin may be the other's: only texts that are not the same are set against each other.
    return "sources" if one.text != other.text and attribute not in ("status", "actor") else None


def _rose(one: Claim, other: Claim) -> bool:
    """Tell whether the higher value is told as risen, and the lower one before it: both held in their time."""
    lower, higher = sorted((one, other), key=number_of)
    if lower.risen:
        return False
    if _is_counted(lower, _FIRST_COUNT) and not _is_counted(higher, _FIRST_COUNT):
        return True
    if not (higher.risen or _is_new(higher)):
        return False
    if _is_new(higher) and lower.published == higher.published:
        return not _is_new(lower)
    if lower.published is not None and higher.published is not None and lower.published < higher.published:
        return True
    told = next((word.norm for word in find_words(lower.sentence) if word.kind == "word"), "")
    return lower.anchor.source == higher.anchor.source and told.removeprefix("و") in _HAD


def one_source(one: Claim, other: Claim) -> bool:
    """Tell whether two values go back to one source, maybe in two wordings («بيان للداخلية», «وزارة الداخلية»)."""
    shared = one.origin & other.origin
    if any(not key.startswith(ANONYMOUS) for key in shared):
        return True
    if shared:
        # «مصادر طبية» and «مسؤول في الشرطة» have one key; that they tell different things shows two.
        return fold(one.label) == fold(other.label)
    if one.voice is None or other.voice is None:
        return False
    return one_voice(one.voice, other.voice) not in _UNSURE


def _grows(one: Claim, other: Claim) -> bool:
    """Tell whether the later of two values is the greater: a toll that grew. Unknown days do not tell."""
    if not isinstance(one.value, Measure) or not isinstance(other.value, Measure):
        return False
    lower, higher = sorted((one, other), key=number_of)
    if (higher.grown and not lower.grown) or (_rose(one, other) and higher.published == lower.published):
        return True
    if one.published is None or other.published is None or one.published == other.published:
        return False
    earlier, later = (one, other) if one.published < other.published else (other, one)
    return number_of(later) > number_of(earlier)


def far_from(one: Claim, other: Claim) -> bool:
    """Tell whether two counts are further apart than one thing is mostly told: thrice as many, and more than a few."""
    return not are_near(one, other, ONE_THING) and abs(number_of(one) - number_of(other)) > _A_FEW


def are_near(one: Claim, other: Claim, times: float) -> bool:
    """Tell whether the higher of two counts is at most so many times the lower."""
    low, high = sorted((number_of(one), number_of(other)))
    return high <= times * low


def _is_new(claim: Claim) -> bool:
    """Tell whether a value is told as that of a new count («حسب حصيلة جديدة», «في آخر حصيلة»)."""
    return _is_counted(claim, _NEW_COUNT)


def _is_counted(claim: Claim, named: frozenset[tuple[str, str]]) -> bool:
    norms = [word.norm.removeprefix("و").removeprefix("ال") for word in find_words(claim.sentence)]
    return any(pair in named for pair in pairwise(norms))


def has_risen(one: Claim, other: Claim) -> bool:
    """Tell whether the higher of two values is told as risen: the lower one may be what it was before."""
    return max((one, other), key=number_of).risen


def number_of(claim: Claim) -> float:
    """Return the number that a claim gives, the higher of a range; 0 where it gives none."""
    if not isinstance(claim.value, Measure):
        return 0.0
    return claim.value.value[1] if isinstance(claim.value.value, tuple) else claim.value.value


def _reasons(kind: DisagreementKind, claims: Iterable[Claim]) -> tuple[str, ...]:
    involved = list(claims)
    told: dict[object, str] = {}
    for claim in involved:
        told.setdefault(_side(claim), claim.told)
    labels = "، ".join(_voices(involved))
    who = {"sources": "different-origins", "transmission": "same-origin", "update": "later-value"}[kind]
    return (reason(who, labels), reason("cannot-both-hold", "، ".join(told.values())))


def _voices(claims: Iterable[Claim]) -> list[str]:
    """Return the name of each source once: the wording that most give for it, «الوزارة» only where no other is."""
    voices: list[list[Claim]] = []
    for claim in claims:
        own = next((v for v in voices if any(claim.label == c.label or one_source(claim, c) for c in v)), None)
        if own is None:
            voices.append([claim])
        else:
            own.append(claim)
    named: dict[str, None] = {}
    for voice in voices:
        told = Counter(claim.label for claim in voice)
        named[max(told, key=lambda label: (" " in label, told[label], len(label))) or "?"] = None
    return list(named)
