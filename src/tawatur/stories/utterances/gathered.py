"""What belongs to one utterance while it is gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.model import DayRange
from tawatur.stories.happenings.day_ranges import meet
from tawatur.stories.utterances.said import Said


@dataclass(slots=True)
class Gathered:
    """The sayings of one utterance while they are gathered."""

    number: int
    sayings: list[Said] = field(default_factory=list)
    said: DayRange = field(default_factory=DayRange)
    reasons: list[str] = field(default_factory=list)
    why: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)

    def add(self, saying: Said, reasons: tuple[str, ...] = ()) -> None:
        """Take one more saying in."""
        self.said = meet(self.said, saying.said) if self.sayings else saying.said
        self.sayings.append(saying)
        self.why[saying.key] = reasons
        self.reasons.extend(r for r in reasons if r not in self.reasons)
