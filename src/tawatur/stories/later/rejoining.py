"""What is taken apart for new articles joined again with what they report, by ids that stay where they can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawatur.model import Happening, Utterance
from tawatur.stories.assemble import Materials, find_happenings, gather_utterances
from tawatur.stories.happenings.build import Taken, free_id
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.later.touched import Place
from tawatur.stories.utterances.build import build_utterances
from tawatur.stories.utterances.denials import tie_denials
from tawatur.stories.utterances.elsewhere import ClaimIndex
from tawatur.stories.utterances.said import Said


@dataclass(frozen=True, slots=True)
class Apart:
    """What is taken apart: the happenings and utterances by id, as far as needed, with the places that they told."""

    happenings: Mapping[str, Sequence[Place]]
    utterances: Mapping[str, Sequence[Place]]
    fulfils: Mapping[str, str]
    answers: Mapping[str, tuple[str, ...]]
    denied_by: Mapping[str, tuple[str, ...]]
    cancels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Happenings and utterances joined again, by ids that stay where they can, and which old id went into which."""

    happenings: tuple[Happening, ...]
    utterances: tuple[Utterance, ...]
    followed: Mapping[str, str]


def rebuilt(
    materials: Materials,
    mentions: Sequence[Mention],
    sayings: Sequence[Said],
    apart: Apart,
    whole: Mapping[str, Sequence[Place]],
    taken: Mapping[str, Taken],
) -> Rebuilt:
    """Join mentions and sayings again; `whole` are the utterances of several sayings that stay as they are.

    `taken` tells which of some ids of happenings and of utterances are given already.
    """
    gathered = gather_utterances(materials, sayings)
    for ident, places in whole.items():
        for article, number in places:
            if article in materials.tracers:
                materials.tracers[article].join(number, ident)
    happenings = find_happenings(materials, mentions)
    utterances = build_utterances(gathered, materials.readings)
    claims = ClaimIndex(materials.readings, materials.world, materials.lexicon)
    utterances, happenings = tie_denials(utterances, happenings, materials.readings, materials.lexicon, claims)
    told = {h.id: frozenset((r.article, r.event) for r in h.reports) for h in happenings}
    said = {u.id: frozenset((s.article, s.statement) for s in u.sayings) for u in utterances}
    names = _kept_ids(apart.happenings, told, "h", taken["happening"])
    names |= _kept_ids(apart.utterances, said, "u", taken["utterance"])
    followed = _followed(apart.happenings, {names[i]: places for i, places in told.items()})
    followed |= _followed(apart.utterances, {names[i]: places for i, places in said.items()})
    apart = _without_lost(apart, {*names.values(), *followed})
    return Rebuilt(
        tuple(_renamed_happening(h, names, apart, followed) for h in happenings),
        tuple(_renamed_utterance(u, names, apart, followed) for u in utterances),
        followed,
    )


def _without_lost(apart: Apart, known: Collection[str]) -> Apart:
    """Return what was taken apart without references to what is told no more: a person rejected all that told it."""
    lost = {*apart.happenings, *apart.utterances}.difference(known)

    def listed(references: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {ident: tuple(one for one in ids if one not in lost) for ident, ids in references.items()}

    fulfils, cancels = (
        {ident: plan for ident, plan in plans.items() if plan not in lost} for plans in (apart.fulfils, apart.cancels)
    )
    answers, denied_by = listed(apart.answers), listed(apart.denied_by)
    return replace(apart, fulfils=fulfils, cancels=cancels, answers=answers, denied_by=denied_by)


def _kept_ids(
    before: Mapping[str, Sequence[Place]], after: Mapping[str, frozenset[Place]], letter: str, taken: Taken
) -> dict[str, str]:
    """Return for each id that content gives the one to be used: the old one of which it has most, or its own."""
    idents = sorted(after)
    numbers: dict[Place, int] = {place: n for n, ident in enumerate(idents) for place in after[ident]}
    shared: Counter[tuple[str, int]] = Counter()
    for old, places in before.items():
        shared.update((old, numbers[place]) for place in places if place in numbers)
    names: dict[str, str] = {}
    given: set[str] = set()
    for (old, number), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if idents[number] not in names and old not in given:
            names[idents[number]] = old
            given.add(old)
    left = [ident for ident in idents if ident not in names]
    used = {*given, *before}
    for ident in left:
        names[ident] = free_id(letter, ident, used, taken, "later")
        used.add(names[ident])
    return names


def _followed(before: Mapping[str, Sequence[Place]], after: Mapping[str, frozenset[Place]]) -> dict[str, str]:
    """Return for each old id that is gone the one that has most of what it had."""
    where = {place: ident for ident, places in after.items() for place in places}
    gone: dict[str, str] = {}
    for old, places in before.items():
        into = Counter(where[place] for place in places if place in where)
        if old not in after and into:
            gone[old] = min(into, key=lambda ident: (-into[ident], ident))
    return gone


def _renamed_happening(
    happening: Happening, names: Mapping[str, str], apart: Apart, followed: Mapping[str, str]
) -> Happening:
    ident = names[happening.id]
    fulfils = _plan(happening.fulfils, ident, names, apart.fulfils, followed)
    cancels = _plan(happening.cancels, ident, names, apart.cancels, followed)
    denied_by = _denied_by(happening.denied_by, ident, names, apart, followed)
    return replace(happening, id=ident, fulfils=fulfils, cancels=cancels, denied_by=denied_by)


def _plan(
    found: str | None, ident: str, names: Mapping[str, str], before: Mapping[str, str], followed: Mapping[str, str]
) -> str | None:
    """Return the plan that a happening was found to refer to, or the one it did `before`, when that stayed whole."""
    plan = names.get(found, found) if found else None
    if plan is None and ident in before:
        # The plan was not taken apart with it.
        plan = followed.get(before[ident], before[ident])
    return plan if plan != ident else None


def _denied_by(
    found: Iterable[str], ident: str, names: Mapping[str, str], apart: Apart, followed: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the denials found, and those that were known before."""
    before = [followed.get(denial, denial) for denial in apart.denied_by.get(ident, ())]
    return tuple(dict.fromkeys([*(names.get(denial, denial) for denial in found), *before]))


def _renamed_utterance(
    utterance: Utterance, names: Mapping[str, str], apart: Apart, followed: Mapping[str, str]
) -> Utterance:
    ident = names[utterance.id]
    answers = [names.get(answer, answer) for answer in utterance.answers]
    answers += [followed.get(answer, answer) for answer in apart.answers.get(ident, ())]
    denied_by = _denied_by(utterance.denied_by, ident, names, apart, followed)
    reasons = tuple(_with_names(told, utterance.answers, names) for told in utterance.reasons)
    return replace(utterance, id=ident, answers=tuple(dict.fromkeys(answers)), denied_by=denied_by, reasons=reasons)


def _with_names(told: str, answers: Iterable[str], names: Mapping[str, str]) -> str:
    for answer in answers:
        told = told.replace(answer, names.get(answer, answer))
    return told
