"""Profiles: what the mentions joined so far tell of one happening."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.model import DayRange
from tawatur.stories.happenings.day_ranges import meet
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.partial import Partial
from tawatur.stories.happenings.parties import Party

# Parties kept of one happening: later spellings of the same few participants tell nothing new.
_KEPT_PARTIES, _KEPT_NAMES = 12, 24


@dataclass(slots=True)
class Profile:
    """What is known of one happening while it is built: a gatherer, thrown away when all mentions are placed."""

    number: int
    first: Mention
    mentions: list[Mention] = field(default_factory=list)
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[Party, ...] = ()
    named: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    days: DayRange = field(default_factory=DayRange)
    window: DayRange = field(default_factory=DayRange)
    partials: tuple[Partial, ...] = ()
    sharpness: int = 2
    extent: bool = False
    families: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    why: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)

    def add(self, mention: Mention, reasons: tuple[str, ...] = ()) -> None:
        """Take one more mention in."""
        self.mentions.append(mention)
        self.actors = _more(self.actors, mention.actors)
        self.recipients = _more(self.recipients, mention.recipients)
        self.places = _more(self.places, (mention.place,) if mention.place else ())
        if len(self.named) < _KEPT_NAMES:
            self.named |= named_in(mention)
        self.people |= mention.people
        if mention.sharpness < 2 or self.sharpness == 2:
            sharper = mention.sharpness < self.sharpness
            self.days = mention.days if sharper else meet(self.days, mention.days)
            self.window = mention.window if sharper else meet(self.window, mention.window)
        if mention.partial.known and mention.partial not in self.partials:
            self.partials = (*self.partials, mention.partial)[:_KEPT_PARTIES]
        self.sharpness = min(self.sharpness, mention.sharpness)
        self.extent = self.extent or mention.extent
        if mention.family:
            self.families.add(mention.family)
        self.why[mention.key] = reasons
        self.reasons.extend(r for r in reasons if r not in self.reasons)


def named_in(mention: Mention) -> frozenset[str]:
    """Return all entities that a mention names, as participants, as the place or beside them."""
    parties = (*mention.parties, *mention.near, *((mention.place,) if mention.place else ()))
    return frozenset(entity for party in parties for entity in party.ids)


def _more(known: tuple[Party, ...], new: tuple[Party, ...]) -> tuple[Party, ...]:
    return known if len(known) >= _KEPT_PARTIES else tuple(dict.fromkeys((*known, *new)))
