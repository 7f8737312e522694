"""Differences of one story that share a report are told once, with all of their sides."""

from __future__ import annotations

from tawatur.model import Anchor, Chain, Difference, Given
from tawatur.stories.disagreements.joining import join_differences


def given(article: str, value: str, start: int = 0) -> Given:
    return Given(article, value, Anchor(article, start, start + len(value), value), Chain(article, (), True))


def difference(ident: str, *sides: tuple[str, list[Given]], kind: str = "sources", what: str = "killed") -> Difference:
    told = tuple((value, tuple(every)) for value, every in sides)
    return Difference(ident, kind, what, told, (f"reason of {ident}",))  # type: ignore[arg-type]


A, B = given("a", "27 شخصا"), given("b", "27 قتيلا")
C, D = given("c", "28 شخصا"), given("d", "10 ضحايا")


def test_what_shares_a_report_is_one_with_all_sides() -> None:
    one = difference("x", ("27 شخصا", [A, B]), ("28 شخصا", [C]))
    other = difference("y", ("10 ضحايا", [D]), ("27 قتيلا", [B]), kind="transmission")
    (found,) = join_differences([one, other])
    assert found.id == "x"
    assert found.kind == "sources"
    assert [(value, set(every)) for value, every in found.sides] == [
        ("27 شخصا", {A, B}), ("28 شخصا", {C}), ("10 ضحايا", {D}),
    ]  # fmt: skip
    assert found.reasons == ("reason of x", "reason of y")


def test_one_that_shares_reports_with_two_joins_both() -> None:
    one = difference("x", ("27 شخصا", [A]), ("28 شخصا", [C]))
    two = difference("y", ("27 قتيلا", [B]), ("10 ضحايا", [D]))
    both = difference("z", ("27 شخصا", [A]), ("10 ضحايا", [D]))
    (found,) = join_differences([one, two, both])
    assert {g for _, every in found.sides for g in every} == {A, B, C, D}


def test_what_shares_no_report_counts_something_else_or_was_raised_stays_apart() -> None:
    one = difference("x", ("27 شخصا", [A]), ("28 شخصا", [C]))
    apart = difference("y", ("27 قتيلا", [B]), ("10 ضحايا", [D]))
    wounded = difference("z", ("27 شخصا", [A]), ("10 ضحايا", [D]), what="wounded")
    raised = difference("u", ("27 شخصا", [A]), ("28 شخصا", [C]), kind="update")
    elsewhere = difference("w", ("27 شخصا", [given("a", "27 شخصا", 90)]), ("10 ضحايا", [D]), what="killed")
    assert join_differences([one, apart]) == (one, apart)
    assert join_differences([one, wounded, raised]) == (one, wounded, raised)
    assert join_differences([one, elsewhere]) == (one, elsewhere)
