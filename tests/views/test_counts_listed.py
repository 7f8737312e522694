"""Counts that can be checked: the origins that a reason names are as many as are counted, each value stands once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Chain, Link
from tawatur.stories.chains.independence import count_chains
from tawatur.stories.chains.trace import Traced

LABELS = st.sampled_from(["مصدر محلي", "المتحدث", "وكالة الضفاف"])


def traced(number: int, label: str) -> Traced:
    """Return a chain of an origin of its own, whatever its label."""
    links = (Link("origin", label, f"k{number}"), Link("outlet", "جريدة", "outlet:j"))
    return Traced(Chain(f"a{number}", links, True), frozenset({f"k{number}"}), frozenset(), f"a{number}")


def named(reasons: tuple[str, ...]) -> int:
    """Return how many origins the reasons of a count name, with those that are only counted."""
    for stored in reasons:
        code, _, rest = stored.partition(": ")
        if code == "single-origin":
            return 1
        if code in ("independent", "independent-more"):
            names, _, more = rest.partition(" | ")
            every = names.split("، ")
            assert len(set(every)) == len(every)
            return len(every) + int(more or 0)
    return 0


@given(st.lists(LABELS, max_size=14))
def test_the_origins_named_are_as_many_as_counted(labels: list[str]) -> None:
    found = count_chains([traced(number, label) for number, label in enumerate(labels)])
    assert found.known == named(found.reasons) == len(labels)
