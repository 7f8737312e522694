"""Words that stories are built by: agencies of credit lines, and the words that say little about which story it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawatur.lexicon.latin import LatinLexicon, load_latin
from tawatur.lexicon.offices import OfficeLexicon, load_offices
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import find_words, without_article


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its key across articles and the name that it is shown by."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class AgencyForm:
    """One way to write an agency in a credit. `alone`: it is also an ordinary word, and counts only by itself."""

    agency: Agency
    alone: bool = False


@dataclass(frozen=True, slots=True)
class StoryLexicon:
    """What copies, stories and entities are joined by.

    `given_names` maps the spellings of Arabic given names to one spelling; `body_words` maps the words for kinds of
    bodies to the kind and whether the body's name is also used without the word; `role_fields` maps the first words of
    roles to fields of life; `offices` reads the offices that one person holds at a time;
    `latin` writes names in Latin letters.

    `agencies` maps a form's folded words (marks left out) to its agency; `common` maps a folded word to the share of
    news articles that are expected to hold it (1.0: a function word, without any weight); `expected` those and the
    other frequent words of Arabic. `lands` maps folded words that name a country or its people to the country's code,
    `towns` the names of places, `great_cities` are capitals and their like, `town_words` stand before a town's name;
    `incidents` maps words to the kinds of incident that they tell of («تفجير»: explosion), `daily` words of what is
    printed every day («الطقس») to whether they are at its core.
    """

    agencies: Mapping[tuple[str, ...], AgencyForm] = field(default_factory=dict)
    common: Mapping[str, float] = field(default_factory=dict)
    expected: Mapping[str, float] = field(default_factory=dict)
    given_names: Mapping[str, str] = field(default_factory=dict)
    body_words: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    role_fields: Mapping[str, str] = field(default_factory=dict)
    offices: OfficeLexicon = field(default_factory=OfficeLexicon)
    latin: LatinLexicon = field(default_factory=LatinLexicon)
    lands: Mapping[str, str] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)
    incidents: Mapping[str, frozenset[str]] = field(default_factory=dict)
    town_words: frozenset[str] = frozenset()
    daily: Mapping[str, bool] = field(default_factory=dict)
    great_cities: frozenset[str] = frozenset()


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a form or credit, marks left out."""
    return tuple(word.norm for word in find_words(text) if word.kind != "mark")


def load_story_words() -> StoryLexicon:
    """Build the lexicon from its data files."""
    common = _shares("story_common.tsv")
    expected = _shares("story_shares.tsv") | common
    return StoryLexicon(
        _agencies(), common, expected, _given_names(), _body_words(), _role_fields(), load_offices(), load_latin(),
        great_cities=frozenset(fold(w) for (row,) in read_table("story_great_cities.tsv", 1) for w in row.split()),
        daily=_daily(),
    )  # fmt: skip


def _agencies() -> dict[tuple[str, ...], AgencyForm]:
    found: dict[tuple[str, ...], AgencyForm] = {}
    for key, name, forms in read_table("story_agencies.tsv", 3):
        agency = Agency(key, name)
        for form in forms.split("|"):
            words = words_of(form.removeprefix("="))
            if found.setdefault(words, AgencyForm(agency, form.startswith("="))).agency != agency:
                raise LexiconError(f"story_agencies.tsv: {form!r} stands for {found[words].agency.key} and {key}")
    return found


def _shares(table: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for share, words in read_table(table, 2):
        for word in words.split():
            found.setdefault(fold(word), float(share))
    return found


def _daily() -> dict[str, bool]:
    rows = read_table("story_daily.tsv", 3)
    return {without_article(fold(word)): how == "core" for _, how, words in rows for word in words.split()}


def _given_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for (row,) in read_table("story_given_names.tsv", 1):
        for name in row.split():
            spellings = [fold(spelling) for spelling in name.split("|")]
            for spelling in spellings:
                found.setdefault(spelling, spellings[0])
    return found


def _body_words() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for kind, optional, words in read_table("story_body_words.tsv", 3):
        for word in words.split():
            found[without_article(fold(word))] = (kind, optional == "1")
    return found


def _role_fields() -> dict[str, str]:
    return {
        without_article(fold(word)): name
        for name, words in read_table("story_role_fields.tsv", 2)
        for word in words.split()
        if "_" not in word
    }
