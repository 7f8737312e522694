"""The statements of a story stand in the order of the days they were made on or before."""

from __future__ import annotations

from datetime import date

from tawatur.model import Count, DayRange, Utterance
from tawatur.views.story import _said

EARLY, LATE = date(2025, 9, 13), date(2025, 9, 15)


def said(id: str, when: DayRange) -> Utterance:
    return Utterance(id, None, "", "assert", when, (), Count(0, 0, 0))


def test_an_open_beginning_stands_at_its_end() -> None:
    every = [
        said("u1", DayRange()),
        said("u2", DayRange(None, LATE)),
        said("u3", DayRange(None, EARLY)),
        said("u4", DayRange(EARLY, EARLY)),
    ]
    assert [utterance.id for utterance in sorted(every, key=_said)] == ["u3", "u4", "u2", "u1"]
