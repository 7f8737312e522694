"""Utterances: one act of speaking in the wordings and translations of several carriers, joined.

Two sayings are one when the same speaker makes them, on days that fit, in words of which enough are shared: content
stems weighted by how few sayings hold them, or a stretch of words in a row. The copies of one text join sentence by
sentence. A speaker who is described («الوزير الروسي») may be the named one of another article, if what is said is
surely the same and nothing speaks against it; unnamed sources («مصادر») are never guessed at and join in copies alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.stories.happenings.day_ranges import overlap
from tawatur.stories.happenings.parties import World
from tawatur.stories.reasons import reason
from tawatur.stories.utterances.gathered import Gathered
from tawatur.stories.utterances.parts import speaks_alike, with_parts
from tawatur.stories.utterances.said import Said
from tawatur.stories.wording import longest_run, rarity, shared_weight

# Days between which two carriers may report one act of speaking: the evening's speech, tomorrow's paper, the day after.
_DAYS_APART = 2
# Shares of weighted stems, set by hand on translations of one sentence: they share half of the lighter wording and a
# quarter of both; repeated in one article, or by papers of unknown day that are not of one story, it must be more.
_CONTAINED, _JACCARD = 0.5, 0.22
_CONTAINED_STRICT, _JACCARD_STRICT = 0.6, 0.3
_LEAST_STEMS = 4
# Where so many stems are shared, a translation may add a clause of its own.
_MANY_STEMS, _CONTAINED_MANY, _JACCARD_MANY = 6, 0.4, 0.2
# A stretch of so many content stems in a row is a quotation, not chance.
_RUN, _RUN_JACCARD = 5, 0.15
# Stretches of so many stems lead from a named speaker's saying to those of speakers who are only described.
_STRETCH = 3
_LOOKED_AT = 15
_COMPARED = 6


def join_sayings(sayings: Iterable[Said], world: World) -> tuple[Gathered, ...]:
    """Gather the sayings of each utterance; every saying is in exactly one.

    Those of described speakers come first, so that those of named ones find them by their stretches of words. What is
    told of one speaker in one sentence is told once (`parts.py`).
    """
    ordered = sorted(sayings, key=lambda said: (said.party is None, -len(said.words), said.key))
    weights = _weights(ordered)
    gathered: list[Gathered] = []
    index: dict[tuple[str, str], list[int]] = {}
    for said in ordered:
        best: tuple[float, Gathered, tuple[str, ...]] | None = None
        for number in _candidates(said, index):
            found = _fits(said, gathered[number], weights, world)
            if found and (best is None or found[0] > best[0]):
                best = found[0], gathered[number], found[1]
        if best is None:
            target = Gathered(len(gathered))
            gathered.append(target)
            target.add(said)
        else:
            target = best[1]
            target.add(said, best[2])
        for key in _keys(said):
            filed = index.setdefault(key, [])
            if not filed or filed[-1] != target.number:
                filed.append(target.number)
    return with_parts(gathered)


def _weights(sayings: Iterable[Said]) -> Mapping[str, float]:
    by_article: dict[str, set[str]] = {}
    for said in sayings:
        by_article.setdefault(said.article, set()).update(said.words)
    return rarity(by_article.values())


def _keys(said: Said) -> Iterable[tuple[str, str]]:
    owners = [owner for owner in (said.speaker, said.copy) if owner]
    found = [(owner, word) for owner in owners for word in said.words]
    return [*found, *_stretches(said)] if said.party is not None else found


def _stretches(said: Said) -> list[tuple[str, str]]:
    runs = (said.wording[at : at + _STRETCH] for at in range(len(said.wording) - _STRETCH + 1))
    return [("", " ".join(run)) for run in runs]


def _candidates(said: Said, index: Mapping[tuple[str, str], list[int]]) -> list[int]:
    shared: dict[int, int] = {}
    for key in _keys(said):
        for number in index.get(key, ()):
            shared[number] = shared.get(number, 0) + 1
    least = min(3, len(said.words))
    likely = {number for number, count in shared.items() if count >= least}
    for key in _stretches(said):
        for number in index.get(key, ()):
            likely.add(number)
            shared.setdefault(number, 0)
    return sorted(likely, key=lambda number: (-shared[number], number))[:_LOOKED_AT]


def _fits(
    said: Said, other: Gathered, weights: Mapping[str, float], world: World
) -> tuple[float, tuple[str, ...]] | None:
    found = [fit for one in other.sayings[:_COMPARED] if (fit := _alike(said, one, weights, world))]
    # Two sayings of one article that say different things keep their group apart from a third.
    return max(found, key=lambda fit: fit[0]) if found else None


def _alike(one: Said, other: Said, weights: Mapping[str, float], world: World) -> tuple[float, tuple[str, ...]] | None:
    if (one.stance == "deny") != (other.stance == "deny"):
        return None
    if one.copy and one.copy == other.copy and one.wording == other.wording and speaks_alike(one, other):
        return 2.0, (reason("same-text"),)
    named = one.speaker is not None and one.speaker == other.speaker
    if not named and not _may_be(one, other, world) and not _may_be(other, one, world):
        return None
    if one.dated and other.dated and not overlap(one.said, other.said, 1):
        return None
    known = None not in (one.published.last, other.published.last)
    near = overlap(one.published, other.published, _DAYS_APART)
    if known and not near:
        return None
    contained, jaccard = shared_weight(one.words, other.words, weights)
    common = len(one.words & other.words)
    # Articles of unknown day must share more words before they are taken for two carriers of one saying.
    dated = known or one.cluster == other.cluster or common >= _MANY_STEMS
    together = named and one.article != other.article and dated
    least = (_CONTAINED, _JACCARD) if together else (_CONTAINED_STRICT, _JACCARD_STRICT)
    why = [reason("same-speaker", one.label or other.label)]
    long = together and common >= _MANY_STEMS and contained >= _CONTAINED_MANY and jaccard >= _JACCARD_MANY
    if long or (common >= _LEAST_STEMS and contained >= least[0] and jaccard >= least[1]):
        why.append(reason("shared-wording", f"{contained:.0%}", common))
        return contained + jaccard, tuple(why)
    if (
        named
        and common >= _RUN
        and jaccard >= _RUN_JACCARD
        and (run := longest_run(one.wording, other.wording)) >= _RUN
    ):
        why.append(reason("shared-run", run))
        return contained + jaccard, tuple(why)
    return None


def _may_be(described: Said, named: Said, world: World) -> bool:
    """Tell whether a described speaker may be another's named one: no other country, and the days are known to fit."""
    if described.party is None or named.speaker is None or described.article == named.article:
        return False
    unknown = None in (described.published.last, named.published.last) and described.cluster != named.cluster
    if unknown and len(described.words & named.words) < _MANY_STEMS:
        return False
    if named.party is not None:
        return bool(described.party.countries & named.party.countries)
    entity = world.entities.get(named.speaker)
    if entity is None or entity.type != "PER":
        return False
    country = world.country(named.speaker)
    return country is None or not described.party.countries or country in described.party.countries
