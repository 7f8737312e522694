"""Names of countries for their codes (ISO 3166), Arabic and English."""

from __future__ import annotations

from functools import lru_cache

from tawatur.lexicon.tables import read_table
from tawatur.views.wording import Language


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, str]]:
    """Return the Arabic and the English name of every country, those of the project's own table before CLDR's."""
    found: dict[str, tuple[str, str]] = {}
    for code, latin, spellings, *_ in read_table("name_countries.tsv", 5):
        found[code] = (spellings.split("|")[0], latin)
    for key, _, code, latin, _, spellings in read_table("name_territories.tsv", 6):
        if key == f"gpe:{code}":
            found.setdefault(code, (spellings.split("|")[0], latin))
    return found


def country_name(code: str, language: Language) -> str:
    """Return a country's name in a language; the code itself where none is known."""
    names = _names().get(code)
    return code if names is None else names[0] if language == "ar" else names[1]
