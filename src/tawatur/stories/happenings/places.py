"""Places: where an event took place, as particular as its sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tawatur.model import Event, Span
from tawatur.stories.happenings.context import in_dateline
from tawatur.stories.happenings.parties import Party, PartyReader, World, relate
from tawatur.stories.reasons import reason
from tawatur.text.fold import fold
from tawatur.text.words import cuts, find_words, without_article

# What two reports of one town are worth beside what else they share (fitting.py), and a place within the other.
SAME_PLACE, _WITHIN = 2.5, 0.5
# A place called after the town that the other names («سوق الرطبة», «الرطبة»).
_CALLED_AFTER = 1.5
# Code points before a place in which «من داخل» may stand, and words for a land's ground.
_REACH = 16
_LANDS = (["الاراضي"], ["اراضي"])
# Keys of the gazetteer that are those of a country's first parts («gpe:IQ-DQ»), not of a town («gpe:GN98854»).
_REGION = re.compile(r"gpe:[A-Z]{2}-[A-Z0-9]{1,3}")


def place_of(reader: PartyReader, event: Event, near: tuple[Party, ...]) -> Party | None:
    """Return the place of an event: the town named, else the one town of its sentence where only a country is told."""
    place = None if event.place is None or in_dateline(reader.reading, event.place) else reader.party(event.place)
    if place is not None and event.type == "ASSAULT" and _comes_from(reader, event):
        place = None
    if place is not None and place.kind == "described" and len(place.of) == 1 and _only_sorts(place, reader.world):
        place = replace(place, kind="place", ids=place.of, of=frozenset())
    if place is None or not place.ids or not all(map(reader.world.is_country, place.ids)):
        return place
    towns = [p for p in near if p.kind == "place" and p.ids and not any(map(reader.world.is_country, p.ids))]
    if len(towns) != 1 or (towns[0].countries and not towns[0].countries & place.countries):
        return place
    return towns[0]


def _comes_from(reader: PartyReader, event: Event) -> bool:
    """Tell whether a place is only where something comes from («قذيفة أطلقت من داخل الأراضي …»)."""
    if event.place is None:
        return False
    text, told = reader.reading.article.text, reader.world.told
    reach = Span(max(0, event.place.start - _REACH), event.place.start)
    before = [word.norm for word in find_words(text, reach) if word.kind == "word"]
    lands = fold(event.place.of(text)).split()[:1]
    return (before[-1:] == ["من"] and lands in _LANDS) or (before[-2:-1] == ["من"] and before[-1] in told.whence)


def _only_sorts(place: Party, world: World) -> bool:
    """Tell whether all describing words before the name are sorts of place: «مدينة أغاديز» is Agadez."""
    first = fold(place.words).split()[:1]
    return bool(first) and first[0] in world.told.place_sorts and len(place.stems) <= 2


def compare_places(
    place: Party | None, places: tuple[Party, ...], world: World
) -> tuple[float, tuple[str, ...]] | None:
    """Score how a place fits those told before, with the reason; None where they are known to be two places."""
    if place is None or not places:
        return 0.0, ()
    best: tuple[float, tuple[str, ...]] | None = None
    apart = held = False
    for known in places:
        if relate(place, known, world) == "same" or _of_one_name(place, known, world):
            country = all(world.is_country(entity) for entity in place.ids)
            return (_WITHIN if country else SAME_PLACE), (reason("same-place", place.words),)
        if _of_other_lands(place, known) or _in_other_town(place, known, world) or _in_other_town(known, place, world):
            apart = True
        elif _is_called_after(place, known, world):
            best = _CALLED_AFTER, (reason("place-within", f"{place.words}، {known.words}"),)
        elif _lies_within(place, known, world):
            best, held = (_WITHIN, (reason("place-within", f"{place.words}، {known.words}"),)), True
        elif two_places(place, known, world) and is_region(place, world) == is_region(known, world):
            apart = True
        elif best is None:
            # Two particular places of which nothing tells that one lies in the other speak against one event.
            best = (-SAME_PLACE if place.ids and known.ids and not _may_hold(place, known, world) else 0.0), ()
    # Words that name no known place take nothing away from a contradiction, nor does a country that holds both towns.
    return None if apart and (best is None or held or best[0] <= 0.0) else best


def _of_other_lands(one: Party, other: Party) -> bool:
    return bool(one.countries and other.countries) and not one.countries & other.countries


def _in_other_town(one: Party, other: Party, world: World) -> bool:
    """Tell whether a place told with its town («مسجد في المدينة المنورة») lies in another town than the other."""
    told, known = (_known_towns(ids, world) for ids in (one.of, towns_of((other,), world)))
    return bool(told and known) and not told & known


def _known_towns(ids: Iterable[str], world: World) -> frozenset[str]:
    """Return those of some entities that are towns of the gazetteer."""
    found = ((e, world.entities.get(e)) for e in ids if not world.is_country(e))
    return frozenset(e for e, known in found if known is not None and known.type == "GPE" and known.key is not None)


def _of_one_name(one: Party, other: Party, world: World) -> bool:
    """Tell whether two places that no gazetteer holds go by one name («قاعدة …», «قاعدة … الجوية»)."""
    if any((e := world.entities.get(entity)) is not None and e.key for entity in one.ids | other.ids):
        return False
    if not one.ids or not other.ids:
        return False
    first, second = _name_words(one, world), _name_words(other, world)
    return bool(first and second) and (first <= second or second <= first)


def _is_called_after(one: Party, other: Party, world: World) -> bool:
    """Tell whether one place is called after the other, a town («سوق الرطبة», «الرطبة»)."""
    first, second = _name_words(one, world), _name_words(other, world)
    if not first or not second or first == second or not one.ids or not other.ids:
        return False
    return first < second or second < first


def _name_words(place: Party, world: World) -> frozenset[str]:
    words = (without_article(word.norm) for word in find_words(place.words) if word.kind == "word")
    return frozenset(word for word in words if word not in world.told.place_sorts)


def _lies_within(one: Party, other: Party, world: World) -> bool:
    whole = [world.is_country(e) for party in (one, other) for e in party.ids]
    return any(whole) and not all(whole) and bool(one.countries & other.countries)


def _may_hold(one: Party, other: Party, world: World) -> bool:
    """Tell whether one of two places may lie in the other: a town in a province, a market in a town."""
    if is_region(one, world) != is_region(other, world):
        return True
    sorts = [{e.type for i in place.ids if (e := world.entities.get(i)) is not None} for place in (one, other)]
    return not sorts[0] & sorts[1]


def towns_of(places: Iterable[Party | None], world: World) -> frozenset[str]:
    """Return the entities of towns, markets and the like among some parties: no countries or provinces."""
    found = (p for p in places if p is not None and p.kind == "place" and not is_region(p, world))
    return frozenset(entity for place in found for entity in place.ids if not world.is_country(entity))


def is_region(place: Party, world: World) -> bool:
    """Tell whether a place is a province or the like, which towns lie in: by its noun, or the gazetteer's code."""
    first = fold(place.words).split()[:1]
    if any(without_article(cut.form) in world.told.regions for word in first for cut in cuts(word)):
        return True
    keys = [e.key or "" for i in place.ids if (e := world.entities.get(i)) is not None]
    return bool(keys) and all(map(_REGION.fullmatch, keys))


def two_places(one: Party, other: Party, world: World) -> bool:
    """Tell whether both are named places of the gazetteer, neither a country."""
    return bool(one.ids and other.ids) and all(
        (found := world.entities.get(entity)) is not None and found.key is not None and found.type == "GPE"
        for entity in one.ids | other.ids
    )
