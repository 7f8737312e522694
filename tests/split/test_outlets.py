"""Outlets: found under every way in which they are written, and not in ordinary words."""

from __future__ import annotations

import pytest

from tawatur.lexicon.outlets import load_outlets, outlet_key
from tawatur.lexicon.tables import read_table

BOOK = load_outlets()


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("أ ف ب", "org:afp"),
        ("(ا.ف.ب)", "org:afp"),
        ("أف ب", "org:afp"),
        ("أ.ف.ب.", "org:afp"),
        ("وكالة الصحافة الفرنسية", "org:afp"),
        ("«الصحافة الفرنسية»", "org:afp"),
        ("رويترز", "org:reuters"),
        ("د.ب.أ", "org:dpa"),
        ("إ.ب.أ", "org:epa"),
        ("وكالة كيودو اليابانية للأنباء", "org:kyodo"),
        ("وكالة «يونهاب» الكورية الجنوبية للأنباء", "org:yonhap"),
        ("سي.ان.ان", "org:cnn"),
        ("«الشرق الأوسط»", "org:aawsat"),
        ("صحيفة الغد", "org:alghad"),
        ("کونا", None),
        ("الشرق الأوسط", None),
        ("ومع", None),
        ("اليوم", None),
        ("", None),
    ],
)
def test_named(phrase: str, key: str | None) -> None:
    found = BOOK.named(phrase)
    assert (found.key if found else None) == key


def test_a_credit_may_be_an_ordinary_word() -> None:
    found = BOOK.named("کونا", marked=True)
    assert found is not None
    assert found.key == "org:kuna"


@pytest.mark.parametrize(
    ("host", "key"),
    [("www.aljazeera.net", "org:aljazeera"), ("arabic.rt.com:443", "org:rt"), ("example.org", None), ("", None)],
)
def test_host(host: str, key: str | None) -> None:
    found = BOOK.of_host(host)
    assert (found.key if found else None) == key


def test_the_file_is_sound() -> None:
    rows = list(read_table("outlets.tsv", 6))
    assert len(rows) >= 150
    assert len({row[0] for row in rows}) == len(rows)
    for key, kind, country, _owner, _domain, spellings in rows:
        assert key.startswith("org:")
        assert kind in {"agency", "newspaper", "broadcaster", "portal"}
        assert len(country) == 2
        assert country.isupper()
        assert all(outlet_key(name) for name in spellings.split("|"))
