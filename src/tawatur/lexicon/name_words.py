"""Names known in advance and the words that announce names: gazetteers, titles, class words, demonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from tawatur.lexicon.name_weights import load_name_weights
from tawatur.lexicon.sparse_weights import Row
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.model import NameType
from tawatur.text.fold import fold
from tawatur.text.words import find_words

ClassMode = Literal["chain", "state", "party", "named", "nation", "definite", "keep", "drop", "title", "loose"]

# Tables of known names, later ones giving way to earlier ones: what was written by hand comes before what was built.
_KNOWN_TABLES = (
    "name_places.tsv",
    "name_bodies.tsv",
    "name_people.tsv",
    "name_titled.tsv",
    "name_territories.tsv",
    "name_cities.tsv",
)
# Countries whose names are ordinary words too («مالي» financial, «بنين» sons).
_WEAK_COUNTRIES = frozenset({"مالي", "بنين"})
# A spelling shorter than this many letters is matched as written only: its sound has too many neighbours.
_SOUND_LETTERS = 5
# A place of one word needs more of them, its article and doubled letters left out: «التثبت» sounds as «التبت», «المقرر»
# as «المجر», «ترقية» as «تركيا». Read by eye in running text: from here on nearly all that sounds so is the place.
_PLACE_SOUND_LETTERS = 6
# A place of these countries bears an Arabic name that nobody transliterates: its sound only meets other words
# («اللجاة» and «إلغاء», «النفود» and «النفوذ»).
_ARAB = frozenset(
    ("AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE")
)
_ALIKE = str.maketrans({"ج": "غ", "ك": "غ", "ق": "غ", "ط": "ت", "ث": "ت", "ص": "س", "ذ": "د", "ض": "د", "ظ": "ز"})
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[اويءه]")
# Arabic letters and spaces alone: nearly every spelling. Its words need no word finder, which takes half of loading.
_LETTERS = re.compile(r"[\u0621-\u063a\u0641-\u064a ]+")


@dataclass(frozen=True, slots=True)
class KnownName:
    """An entry of the gazetteer. `weak`: the form is a common word too and counts only where something supports it."""

    key: str
    type: NameType
    country: str | None
    latin: str | None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class ClassWord:
    """A class word («وزارة», «مطار») as folded words, the type it makes, and how the words after it are taken."""

    words: tuple[str, ...]
    type: NameType
    mode: ClassMode


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], KnownName], ...]]


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What names are found by; every form in it is folded.

    `known` maps the first word of a spelling to its further words and entry, longest first; `sounds` does the same by
    `sound`, for spellings not listed. `loose` are class words too ordinary for a rule («ملف», «يوم», «طريق»): what they
    begin is a name only where the tagger is of that opinion too. `demonyms` maps nationality adjectives, every gender
    and number, with and without article, to ISO 3166-1 alpha-2 codes; `bynames` what stands for a country that an
    article tells of («المملكة») to the codes of those so called. `weights` is the model that weighs names together with
    the tagger.
    """

    known: Phrases
    by_key: Mapping[str, KnownName]
    sounds: Phrases
    given: frozenset[str]
    given_weak: frozenset[str]
    foreign: frozenset[str]
    titles: frozenset[str]
    title_phrases: frozenset[tuple[str, ...]]
    tails: frozenset[str]
    particles: frozenset[str]
    abd: frozenset[str]
    of_god: frozenset[str]
    locatives: frozenset[str]
    stop: frozenset[str]
    fixed: frozenset[str]
    times: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    descriptive: frozenset[str]
    links: frozenset[str]
    purposes: frozenset[str]
    suffixes: frozenset[str]
    honoured: frozenset[str]
    saying: frozenset[str]
    surnames: frozenset[str]
    announcers: frozenset[str]
    kin: frozenset[str]
    ordinals: frozenset[str]
    company_tails: frozenset[str]
    company_ends: frozenset[str]
    sport: frozenset[str]
    desk: frozenset[str]
    purposeful: frozenset[str]
    official: frozenset[str]
    media: frozenset[str]
    of_country: frozenset[str]
    broad: frozenset[str]
    endowed: frozenset[str]
    kinsmen: frozenset[str]
    loose_particles: frozenset[str]
    standing_alone: frozenset[str]
    classes: Mapping[str, tuple[ClassWord, ...]]
    loose: Mapping[str, tuple[ClassWord, ...]]
    demonyms: Mapping[str, str]
    bynames: Mapping[str, tuple[str, ...]]
    weights: Row


# The words of names recur («شركة», «مطار»), at loading and in reading; some 16,000 forms hold what an article needs.
@lru_cache(maxsize=1 << 14)
def sound(form: str) -> str:
    """Return what the spellings of one foreign sound have in common: غ/ج/ك/ق, ط/ت, doubled letters, final ه/ا."""
    end = form[:-1] + "ا" if form.endswith("ه") and len(form) > 3 else form
    return _DOUBLE.sub(r"\1", end.translate(_ALIKE).replace("ء", ""))


def bones(form: str) -> str:
    """Return the consonants of a folded form by sound, its first letter kept: what spellings of one name share."""
    return _VOWELS.sub("", sound(form))


def spelled(spelling: str) -> tuple[str, ...]:
    """Return the folded words of a spelling, its marks left out."""
    if _LETTERS.fullmatch(spelling):
        return tuple(fold(spelling).split())
    return tuple(w.norm for w in find_words(spelling) if w.kind != "mark")


def _known() -> Iterator[tuple[tuple[str, ...], KnownName]]:
    for iso, latin, spellings, _, _ in read_table("name_countries.tsv", 5):
        for spelling in spellings.split("|"):
            yield spelled(spelling), KnownName(f"gpe:{iso}", "GPE", iso, latin, spelling in _WEAK_COUNTRIES)
    outlets = list(_outlets())
    # An outlet named by an ordinary word or place («الشرق الأوسط») comes after all other names.
    yield from ((words, entry) for words, entry in outlets if not entry.weak)
    keys = {words: entry.key for words, entry in outlets if not entry.weak}
    for table in _KNOWN_TABLES:
        for key, type_, country, latin, strength, spellings in read_table(table, 6):
            if type_ not in get_args(NameType):
                raise LexiconError(f"{table}: {type_!r} of {key} is no type of name")
            forms = [spelled(spelling) for spelling in spellings.split("|") if spelling]
            # An outlet that both tables have keeps one key.
            if table == "name_bodies.tsv":
                key = next((keys[form] for form in forms if form in keys), key)
            entry = KnownName(key, type_, country or None, latin or None, strength == "?")  # type: ignore[arg-type]
            yield from ((form, entry) for form in forms)
    yield from ((words, entry) for words, entry in outlets if entry.weak)


def _outlets() -> Iterator[tuple[tuple[str, ...], KnownName]]:
    for key, _, country, _, _, spellings in read_table("outlets.tsv", 6):
        for spelling in filter(None, spellings.split("|")):
            forms = spelled(spelling)
            weak = spelling.startswith("?") or (len(forms) > 1 and max(map(len, forms)) == 1 and len(forms) < 3)
            if forms:
                yield forms, KnownName(key, "ORG", country or None, None, weak)


def _phrases(known: Iterable[tuple[tuple[str, ...], KnownName]]) -> Phrases:
    found: dict[str, dict[tuple[str, ...], KnownName]] = {}
    for (first, *rest), entry in known:
        found.setdefault(first, {}).setdefault(tuple(rest), entry)
    return MappingProxyType({first: _longest_first(rests) for first, rests in found.items()})


def _longest_first(rests: Mapping[tuple[str, ...], KnownName]) -> tuple[tuple[tuple[str, ...], KnownName], ...]:
    return tuple(sorted(rests.items(), key=lambda item: (-len(item[0]), item[0])))


def _sounding(known: Iterable[tuple[tuple[str, ...], KnownName]]) -> Iterator[tuple[tuple[str, ...], KnownName]]:
    for words, entry in known:
        if len(words) == 1 and entry.type in ("GPE", "LOC", "FAC"):
            bare = sound(words[0].removeprefix("ال"))
            if entry.country in _ARAB or len(bare) < _PLACE_SOUND_LETTERS:
                continue
        if not entry.weak and len("".join(words)) >= _SOUND_LETTERS and entry.type != "OTHER":
            yield tuple(map(sound, words)), entry


def adjective_forms(masculine: str) -> Iterator[str]:
    """Yield the folded forms of a nationality adjective from its masculine singular: genders, numbers, article."""
    base = fold(masculine)
    for form in (base, base + "ه", base + "ون", base + "ين", base + "ات", base + "تين", base + "تان"):
        yield form
        yield "ال" + form


def load_demonyms() -> Mapping[str, str]:
    """Return the country of every nationality adjective and plural, folded."""
    found: dict[str, str] = {}
    for iso, _, _, adjectives, plurals in read_table("name_countries.tsv", 5):
        for adjective in filter(None, adjectives.split("|")):
            if " " not in adjective:
                for form in adjective_forms(adjective):
                    found.setdefault(form, iso)
        for plural in filter(None, plurals.split("|")):
            found.setdefault(fold(plural), iso)
    return MappingProxyType(found)


def land_words(names: NameLexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Return the country of single folded words: of countries and their peoples, and of places in them."""
    lands = dict(names.demonyms)
    towns: dict[str, str] = {}
    for word, known in names.known.items():
        for rest, name in known:
            if not rest and name.type == "GPE" and name.country and not name.weak:
                (lands if name.key == f"gpe:{name.country}" else towns).setdefault(word, name.country)
    return lands, towns


def _lists(table: str, separator: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in read_table(table, 2):
        found.setdefault(kind, set()).update(fold(w) for w in words.split(separator) if w)
    return {kind: frozenset(words) for kind, words in found.items()}


def _verb_forms(verbs: Iterable[str]) -> Iterator[str]:
    for verb in verbs:
        stem = verb[:-1] if verb.endswith(("ا", "ي")) and len(verb) > 3 else verb
        yield from (verb, verb + "ت", stem + "ت", stem + "وا", verb + "وا", verb + "ا", verb + "ه", verb + "ها")


def _noun_forms(nouns: Iterable[str]) -> Iterator[str]:
    for noun in nouns:
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        yield from (noun + "ا", stem + "ه", stem + "ها", stem + "هم")
        for ending in ("", "ين", "ون", "ات", "ه"):
            yield from (noun + ending, "ال" + noun + ending)


def _classes() -> tuple[Mapping[str, tuple[ClassWord, ...]], Mapping[str, tuple[ClassWord, ...]]]:
    """Return the class words that rules go by, and those of mode "loose"."""
    strict: dict[str, list[ClassWord]] = {}
    loose: dict[str, list[ClassWord]] = {}
    for type_, mode, words in read_table("name_classes.tsv", 3):
        if type_ not in get_args(NameType) or mode not in get_args(ClassMode):
            raise LexiconError(f"name_classes.tsv: unknown type or mode: {type_} {mode}")
        for word in words.split("|"):
            forms = spelled(word)
            found = loose if mode == "loose" else strict
            found.setdefault(forms[0], []).append(ClassWord(forms, type_, mode))  # type: ignore[arg-type]
    return _by_length(strict), _by_length(loose)


def _by_length(found: Mapping[str, list[ClassWord]]) -> Mapping[str, tuple[ClassWord, ...]]:
    return MappingProxyType(
        {first: tuple(sorted(entries, key=lambda entry: -len(entry.words))) for first, entries in found.items()}
    )


def _common() -> tuple[Mapping[str, frozenset[str]], frozenset[str], frozenset[str], frozenset[str]]:
    """Return the lists of common words, then the forms of their verbs, nouns and adjectives."""
    common = _lists("name_not.tsv", " ")
    verbs, nouns = frozenset(_verb_forms(common["verb"])), frozenset(_noun_forms(common["noun"]))
    return common, verbs, nouns, frozenset(_noun_forms(common["adj"]))


def load_common_words() -> frozenset[str]:
    """Return the folded forms that end a name and never start one."""
    common, *forms = _common()
    return (common["fixed"] | common["time"]).union(*forms)


def load_name_words() -> NameLexicon:
    """Build the lexicon from its data files. Raises LexiconError for a file that is missing or malformed."""
    known = list(_known())
    given, words = _lists("name_given.tsv", " "), _lists("name_words.tsv", "|")
    common, verbs, nouns, adjectives = _common()
    stop = common["fixed"] | common["time"] | verbs | nouns | adjectives
    classes, loose = _classes()
    return NameLexicon(
        known=_phrases(known),
        by_key=MappingProxyType({entry.key: entry for _, entry in reversed(known)}),
        sounds=_phrases(_sounding(known)),
        given=given["+"] - given["?"] - stop,
        given_weak=(given["?"] | (given["+"] & stop)) - common["fixed"],
        foreign=frozenset(word for word, _ in read_table("name_foreign.tsv", 2)) - stop,
        titles=frozenset(title for title in words["title"] if " " not in title),
        title_phrases=frozenset(tuple(title.split()) for title in words["title"] if " " in title),
        tails=words["titletail"],
        particles=words["particle"],
        abd=words["abd"],
        of_god=words["ofgod"],
        locatives=words["locative"],
        stop=stop,
        fixed=common["fixed"],
        times=common["time"],
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        descriptive=words["descr"],
        links=words["link"],
        purposes=words["purpose"],
        suffixes=words["suffix"],
        honoured=words["personplace"],
        saying=words["saying"],
        surnames=words["surnametitle"],
        announcers=words["announcer"],
        kin=words["kin"],
        ordinals=words["ordinal"],
        company_tails=words["companytail"],
        company_ends=words["companyend"],
        sport=words["sport"],
        desk=words["desk"],
        purposeful=words["purposeful"],
        official=words["official"],
        media=words["media"],
        of_country=words["ofcountry"],
        broad=words["broad"],
        endowed=words["endowed"],
        kinsmen=words["kinsman"],
        loose_particles=words["looseparticle"],
        standing_alone=words["standalone"],
        classes=classes,
        loose=loose,
        demonyms=load_demonyms(),
        bynames={fold(word): tuple(lands.split("|")) for word, lands in read_table("name_bynames.tsv", 2)},
        weights=load_name_weights(),
    )
