"""Counted nouns in the forms that their numbers want, and what an address asks for."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from tawatur.text.counting import counted, nouns, plural_form, unparted
from tawatur.web.asked import asked


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"), (11, "11 مقالًا"),
     (99, "99 مقالًا"), (100, "100 مقال"), (103, "103 مقالات"), (1012, "1,012 مقالًا")],
)  # fmt: skip
def test_arabic_counts(number: int, told: str) -> None:
    assert counted("articles", number, "ar") == told


def test_english_counts() -> None:
    assert [counted("copies", n, "en") for n in (0, 1, 2)] == ["0 more copies", "1 more copy", "2 more copies"]


@pytest.mark.parametrize("noun", nouns())
def test_every_noun_tells_every_number(noun: str) -> None:
    for number in (0, 1, 2, 3, 11, 100, 5000):
        assert counted(noun, number, "ar")
        assert str(number)[0] in counted(noun, number, "en")


def test_an_address_asks() -> None:
    want = asked({"q": " قافلة ", "of": "happenings", "type": "ASSAULT", "happened_from": "2025-07-01",
                  "least_known": "2", "outlet": "", "offset": "20"})  # fmt: skip
    assert (want.of, want.filters.type, want.filters.happened_from) == ("happenings", "ASSAULT", date(2025, 7, 1))
    assert (want.filters.least_known, want.filters.outlet, want.offset) == (2, None, 20)
    assert not want.faults
    assert want.narrowed


def test_what_is_not_understood_is_left_out_and_named() -> None:
    want = asked({"of": "cats", "type": "deny", "happened_to": "yesterday", "least_known": "-1", "offset": "٣" * 50})
    assert set(want.faults) == {"of", "type", "happened_to", "least_known", "offset"}
    assert not want.narrowed
    assert asked({"of": "statements", "type": "deny"}).filters.type == "deny"


@pytest.mark.parametrize("number", [*range(13), 99, 100, 101, 102, 103, 110, 111, 199, 200, 1000, 1011, 12345])
def test_forms_are_those_of_the_cldr(number: int) -> None:
    forms = ("zero", "one", "two", "few", "many", "other")
    assert forms[plural_form(number)] == Locale("ar").plural_form(number)


def test_number_and_noun_do_not_part() -> None:
    assert unparted("7 مقالات") == "7\u00a0مقالات"
    assert unparted("مقال واحد") == "مقال واحد"
