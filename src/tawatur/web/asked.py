"""What an address asks for: words, filters, order, page; read leniently, told back in links and forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast, get_args

from tawatur.store import Filters, Judged, SearchBy, SearchKind, StoryOrder
from tawatur.views.understood import code_of, type_of
from tawatur.views.wording import codes

# Letters of one field that are looked at.
_MOST_LETTERS = 500
# The furthest that a list is paged to, and the most origins that can be asked for.
_FURTHEST, _MOST_KNOWN = 10**6, 999
_WORDS = ("q", "entity", "outlet", "origin")
DAYS = ("happened_from", "happened_to", "published_from", "published_to")
# What narrows a list; the other fields order it or page through it.
FILTERS = (*_WORDS[1:], *DAYS, "type", "status", "least_known", "judged")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `given` are the fields as they came, without empty ones; `faults` those not understood."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    of: SearchKind = "articles"
    order: StoryOrder = "active"
    exact: bool = False
    by: SearchBy = "words"
    offset: int = 0
    given: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Tell whether a filter is set."""
        return any(name in self.given for name in FILTERS)


def asked(query: Mapping[str, str]) -> Asked:
    """Return what the fields of an address ask for; a field that is not understood is left out and named."""
    given = {name: value[:_MOST_LETTERS] for name, value in query.items() if value.strip()}
    faults: list[str] = []

    def among(name: str, allowed: tuple[str, ...], default: str | None = None) -> str | None:
        value = given.get(name)
        if value is None or value in allowed:
            return value or default
        meant = type_of(value, of) if name == "type" else code_of(value, name) if name == "status" else None
        if meant in allowed:
            return meant
        faults.append(name)
        return default

    def number(name: str, most: int) -> int:
        value = given.get(name, "0")
        if value.isascii() and value.isdecimal() and int(value) <= most:
            return int(value)
        faults.append(name)
        return 0

    def day(name: str) -> date | None:
        try:
            return date.fromisoformat(given[name]) if name in given else None
        except ValueError:
            faults.append(name)
            return None

    of = cast(SearchKind, "articles" if given.get("of") not in get_args(SearchKind) else given["of"])
    among("of", get_args(SearchKind))
    kinds = (*codes("stance"), "direct", "indirect", "mixed") if of == "statements" else codes("type")
    filters = Filters(
        **{name: given.get(name) for name in _WORDS[1:]},  # type: ignore[arg-type]
        **{name: day(name) for name in DAYS},  # type: ignore[arg-type]
        type=among("type", kinds),
        status=among("status", codes("status")),
        least_known=number("least_known", _MOST_KNOWN),
        judged=cast(Judged | None, among("judged", get_args(Judged))),
    )
    return Asked(
        given.get("q", ""),
        filters,
        of,
        cast(StoryOrder, among("order", get_args(StoryOrder), "active")),
        given.get("exact") == "1",
        cast(SearchBy, among("by", get_args(SearchBy), "words")),
        number("offset", _FURTHEST),
        {name: value for name, value in given.items() if name not in faults},
        tuple(faults),
    )
