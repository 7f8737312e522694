"""Places: where an event took place, as particular as its sentence tells."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import Event
from tawatur.stories.happenings.context import in_dateline
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.text.fold import fold

# Nouns that only say what sort of place the name after them is: «مدينة أغاديز» is Agadez.
_SORTS = frozenset(
    fold(
        "مدينة بلدة قرية منطقة محافظة ولاية إقليم قضاء ناحية مديرية عاصمة العاصمة ريف ضاحية حي مخيم قطاع جزيرة "
        "بلدية شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي قرب مركز مشارف أطراف ضواحي"
    ).split()
)


def place_of(reader: PartyReader, event: Event, near: tuple[Party, ...]) -> Party | None:
    """Return the place of an event: the town named, else the one town of its sentence where only a country is told."""
    place = None if event.place is None or in_dateline(reader.reading, event.place) else reader.party(event.place)
    if place is not None and place.kind == "described" and len(place.of) == 1 and _only_sorts(place):
        place = replace(place, kind="place", ids=place.of, of=frozenset())
    if place is None or not place.ids or not all(map(reader.world.is_country, place.ids)):
        return place
    towns = [p for p in near if p.kind == "place" and p.ids and not any(map(reader.world.is_country, p.ids))]
    if len(towns) != 1 or (towns[0].countries and not towns[0].countries & place.countries):
        return place
    return towns[0]


def _only_sorts(place: Party) -> bool:
    """Tell whether all describing words before the name are sorts of place."""
    first = fold(place.words).split()[:1]
    return bool(first) and first[0] in _SORTS and len(place.stems) <= 2
