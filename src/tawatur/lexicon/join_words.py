"""Words by which reports are joined: families of triggers, what figures count, how sources are worded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.contest_words import ContestWords, load_contest_words
from tawatur.lexicon.outlets import OutletBook, load_outlets
from tawatur.lexicon.tables import read_table
from tawatur.lexicon.title_words import TitleWords, load_title_words
from tawatur.lexicon.told_words import ToldWords, load_told_words
from tawatur.lexicon.toll_words import TollWords, load_toll_words
from tawatur.text.fold import fold
from tawatur.text.words import cuts, without_article

# Pronouns and endings that triggers and nouns carry; what remains must have at least two letters.
_ENDINGS = ("هما", "هم", "ها", "نا", "وا", "تا", "ون", "ين", "ان", "ت", "ه", "ا")


@dataclass(frozen=True, slots=True)
class JoinLexicon:
    """What happenings, measures and sources are recognised by; all keys folded, without article."""

    families: Mapping[tuple[str, str], str]
    light: frozenset[str]
    kin: Mapping[str, frozenset[str]]
    slack: Mapping[str, int]
    units: Mapping[str, str]
    contexts: Mapping[str, str]
    people: frozenset[str]
    parts: frozenset[str]
    grown: frozenset[str]
    things: frozenset[str]
    sources: Mapping[str, frozenset[str]]
    sectors: Mapping[str, str]
    body_fields: Mapping[str, str]
    nations: Mapping[str, str]
    stop: frozenset[str]
    months: Mapping[tuple[str, ...], int]
    weekdays: Mapping[str, int]
    answers: frozenset[str]
    outlets: OutletBook
    outlet_keys: frozenset[str]
    # Kinds of incidents by the words that tell of them, and whether those tell of several at once.
    incidents: Mapping[str, tuple[str, bool]]
    # What else bears on which incident a figure is of: «آنذاك» (then), «مماثل» (apart), «لكن» (contrast), ….
    telling: Mapping[str, frozenset[str]]
    # How a thing is told: who is meant, what was done, who had a part in it.
    told: ToldWords
    # How one report tells the negation of what another tells.
    contest: ContestWords
    # What titles call participants and places by.
    titles: TitleWords
    # What the figures of a story count.
    counts: TollWords

    def family(self, type_: str, norm: str) -> str | None:
        """Return the family of a trigger (a folded word) of a PLOVER type, or None when the word tells none."""
        for form in forms(norm):
            found = self.families.get((type_, form)) or self.families.get(("", form))
            if found:
                return found
        return None

    def is_light(self, norm: str) -> bool:
        """Tell whether a folded word is a verb that says nothing without its noun («أجرت», «شن»)."""
        return any(form in self.light for form in forms(norm))

    def are_kin(self, one: str | None, other: str | None) -> bool:
        """Tell whether two families may name one happening; an unknown family may be any."""
        return one is None or other is None or one == other or other in self.kin.get(one, frozenset())

    def is_source_word(self, kind: str, norm: str) -> bool:
        """Tell whether a folded word is a source word of a kind («channel», «anonymous» …)."""
        words = self.sources.get(kind, frozenset())
        return any(form in words for form in forms(norm))

    def body_field(self, norm: str) -> str | None:
        """Return what a folded word says that a body is for («الصحية», «صحة»: health), or None."""
        return next((self.body_fields[form] for form in forms(norm) if form in self.body_fields), None)

    def sector(self, norm: str) -> str | None:
        """Return the sector that a folded word tells of («عسكري»: military), or None."""
        return next((self.sectors[form] for form in forms(norm) if form in self.sectors), None)


@lru_cache(maxsize=65536)
def forms(norm: str) -> tuple[str, ...]:
    """Return the forms that a folded word may be listed under: as it is, without clitics, article and endings."""
    return tuple(dict.fromkeys(_forms(norm)))


def _forms(norm: str) -> Iterator[str]:
    for cut in cuts(norm):
        bare = without_article(cut.form)
        yield bare
        for ending in _ENDINGS:
            base = bare[: -len(ending)]
            if len(base) >= 2 and bare.endswith(ending):
                yield base
                # «زيارته» is «زياره» with a pronoun: the ة opens into ت before it.
                yield (base[:-1] if base.endswith("ت") else base) + "ه"
        if bare.startswith("س") and len(bare) >= 5:
            yield bare[1:]


# Families of acts that tell what happened at a place as an incident does; talks and visits are many in one town.
_AT_A_PLACE = frozenset({"abduction", "takeover", "ceasefire", "release", "killing", "protest"})


def incident_kinds() -> dict[str, frozenset[str]]:
    """Return the kinds of incidents, and acts like them, by the folded words that name one and nothing else besides."""
    rows = list(read_table("incident_words.tsv", 3))
    vague = {word for kind, how, words in rows if (kind, how) == ("*", "vague") for word in _folded(words)}
    named = [(kind, words) for kind, how, words in rows if kind != "*" and how == "one"]
    named += [(family, words) for family, _, words in read_table("happening_words.tsv", 3) if family in _AT_A_PLACE]
    found: dict[str, set[str]] = {}
    for kind, words in named:
        for word in set(_folded(words)) - vague:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def town_words() -> frozenset[str]:
    """Return the folded words behind which a town is named («بلدة», «قرب»)."""
    rows = read_table("incident_words.tsv", 3)
    return frozenset(w for kind, how, words in rows if (kind, how) == ("*", "town") for w in _folded(words))


def _folded(words: str) -> Iterator[str]:
    for word in words.split():
        yield without_article(fold(word))


def load_join_words() -> JoinLexicon:
    """Build the lexicon from its data files."""
    families: dict[tuple[str, str], str] = {}
    light: set[str] = set()
    for family, type_, words in read_table("happening_words.tsv", 3):
        if family == "*light":
            light.update(_folded(words))
            continue
        for word in _folded(words):
            families.setdefault((type_, word), family)
    kin: dict[str, frozenset[str]] = {}
    slack: dict[str, int] = {}
    for family, others, days in read_table("happening_families.tsv", 3):
        kin[family] = frozenset(others.split())
        slack[family] = int(days or 0)
    measures: dict[str, dict[str, str]] = {}
    for what, how, words in read_table("measure_words.tsv", 3):
        for word in _folded(words):
            measures.setdefault(how, {}).setdefault(word, what)
    months, weekdays = _calendar_words()
    incidents: dict[str, tuple[str, bool]] = {}
    telling: dict[str, frozenset[str]] = {}
    for kind, how, words in read_table("incident_words.tsv", 3):
        if kind == "*":
            telling[how] = frozenset(fold(word) for word in words.split())
        else:
            incidents.update({word: (kind, how == "many") for word in _folded(words) if word not in incidents})
    outlets = load_outlets()
    sources: dict[str, frozenset[str]] = {}
    sectors: dict[str, str] = {}
    body_fields: dict[str, str] = {}
    nations: dict[str, str] = {}
    for kind, words in (*read_table("source_words.tsv", 2), *read_table("voice_words.tsv", 2)):
        if kind.startswith("sector:"):
            sectors.update({word: kind.removeprefix("sector:") for word in _folded(words) if word not in sectors})
        elif kind.startswith("field:"):
            body_fields.update(dict.fromkeys(_folded(words), kind.removeprefix("field:")))
        elif kind.startswith("nation:"):
            nations.update(dict.fromkeys(_folded(words), kind.removeprefix("nation:")))
        else:
            sources[kind] = frozenset(_folded(words))
    return JoinLexicon(
        families,
        frozenset(light),
        kin,
        slack,
        measures["unit"],
        measures["context"],
        frozenset(measures["people"]),
        frozenset(measures["part"]),
        frozenset(measures["grown"]),
        frozenset(measures["thing"]),
        sources,
        sectors,
        body_fields,
        nations,
        frozenset(fold(word) for (word,) in read_table("join_stop_words.tsv", 1)),
        months,
        weekdays,
        frozenset(fold(word) for (word,) in read_table("answer_words.tsv", 1)),
        outlets,
        frozenset(outlet.key for outlet in outlets.outlets),
        incidents,
        telling,
        load_told_words(),
        load_contest_words(),
        load_title_words(),
        load_toll_words(measures["unit"], measures["context"]),
    )


def _calendar_words() -> tuple[dict[tuple[str, ...], int], dict[str, int]]:
    """Return the names of months and weekdays of time_words.tsv, by folded words without article."""
    months: dict[tuple[str, ...], int] = {}
    weekdays: dict[str, int] = {}
    for names, category, value in read_table("time_words.tsv", 3):
        for name in names.split("|"):
            words = tuple(without_article(word) for word in fold(name).split())
            if category.startswith("month"):
                months.setdefault(words, int(value))
            elif category == "weekday" and len(words) == 1:
                weekdays.setdefault(words[0], int(value))
    return months, weekdays
