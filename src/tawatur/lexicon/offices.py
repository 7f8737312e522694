"""Offices that one person holds at a time, as the words of a role name them («وزير الخارجية الروسي»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tawatur.lexicon.name_words import adjective_forms
from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold
from tawatur.text.words import cuts, find_words, without_article

Words = tuple[str, ...]

_PARTICLES = frozenset(("في", "لدي", "الي", "من", "علي", "عن", "باسم", "شوون", "دوله", "جمهوريه", "مملكه", "خاص",
                        "محافظه", "ولايه", "مدينه", "منطقه", "تنفيذي"))  # fmt: skip
_KINDS = ("honour", "former", "united")
# Portfolios that say nothing without the words after them («وزير الدولة للشؤون الخارجية»).
_OPEN = frozenset(("دوله",))
# Of a body, so many words tell which it is; of one («رئيس اللجنة») only the country could.
_TELLING = 2


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its kind, the words that say of what, and the ISO code of the country, as far as they are said."""

    kind: str
    what: frozenset[str]
    country: str | None


@dataclass(frozen=True, slots=True)
class OfficeLexicon:
    """What offices are read by: their words with kind and need, words of no weight, and nations by their words."""

    heads: Mapping[Words, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nations: Mapping[Words, str] = field(default_factory=dict)
    adjectives: frozenset[Words] = frozenset()

    def nation_at(self, words: Words, at: int) -> tuple[str, int] | None:
        """Return the country that the words at a place name, by noun or adjective, and how many words do."""
        for size in (3, 2, 1):
            country = self.nations.get(words[at : at + size])
            if country is not None and at + size <= len(words):
                return country, size
        return None

    def nation_of(self, name: str) -> str | None:
        """Return the one country that a name tells of by a definite adjective or the country's own name, or None."""
        full = [word.norm for word in find_words(name) if word.kind != "mark"]
        words = tuple(map(without_article, full))
        found = set()
        for at in range(len(words)):
            nation = self.nation_at(words, at)
            definite = len(full[at]) > len(words[at])
            if nation is not None and (definite or words[at : at + nation[1]] not in self.adjectives):
                found.add(nation[0])
        return found.pop() if len(found) == 1 else None

    def offices_of(self, role: str, country: str | None = None) -> frozenset[Office]:
        """Return the offices that a role names, each complete enough to tell one holder at a time.

        `country` is what is known of the role's country where its words do not say it. A role with a word for former
        or coming holders names none.
        """
        words = [word.norm for word in find_words(role) if word.kind != "mark"]
        if any(word in self.kinds.get("former", ()) for word in words):
            return frozenset()
        honour = self.kinds.get("honour", frozenset())
        while words and words[-1] in honour:
            words.pop()
        at = 0
        while at < len(words) and words[at] in honour and not self._head(words, at):
            at += 1
        if at < len(words) and self._head(words, at) is None:
            # «نائب رئيس الوزراء ووزير الخارجية»: the deputy's second office is his own.
            at = next((n for n in range(at, len(words)) if self._joined(words, n)), len(words))
            words[at:] = [words[at][1:], *words[at + 1 :]] if at < len(words) else []
        found: set[Office] = set()
        country = country or self._last_nation(words)
        while at < len(words):
            head = self._head(words, at)
            if head is None:
                break
            size, readings = head
            end = next((n for n in range(at + size, len(words)) if self._joined(words, n)), len(words))
            found.update(self._complete(readings, words[at + size : end], country))
            if end == len(words):
                break
            words[end] = words[end][1:]
            at = end
        return frozenset(found)

    def _last_nation(self, words: list[str]) -> str | None:
        """Return the country that a role ends with: it holds for all offices of the role."""
        bare = tuple(without_article(_uncut(word, self.nations)) for word in words)
        for size in (3, 2, 1):
            if len(bare) > size and bare[-size:] in self.nations:
                return self.nations[bare[-size:]]
        return None

    def _joined(self, words: list[str], at: int) -> bool:
        """Tell whether a second office begins here («… ووزير الخارجية»)."""
        return words[at].startswith("و") and self._head([words[at][1:], *words[at + 1 :]], 0) is not None

    def _head(self, words: list[str], at: int) -> tuple[int, tuple[tuple[str, str], ...]] | None:
        for size in (4, 3, 2, 1):
            bare = tuple(map(without_article, words[at : at + size]))
            if len(bare) == size and bare in self.heads:
                return size, self.heads[bare]
        return None

    def _complete(
        self, readings: tuple[tuple[str, str], ...], rest: list[str], country: str | None
    ) -> Iterator[Office]:
        words = tuple(map(without_article, (_uncut(word, self.nations) for word in rest)))
        codes: list[str] = []
        named = False
        what: list[str] = []
        at = 0
        united = self.kinds.get("united", frozenset())
        while at < len(words):
            nation = self.nation_at(words, at)
            if nation is not None:
                codes.append(nation[0])
                named = named or words[at : at + nation[1]] not in self.adjectives
                at += nation[1]
                continue
            if words[at] not in _PARTICLES or (words[at] in _OPEN and not what):
                what.append("اممي" if words[at] in united else words[at])
            at += 1
        of = codes[0] if codes else country
        said = frozenset(what) | frozenset(codes[1:])
        for kind, need in readings:
            # «وزير التربية والتعليم» and «وزير التربية» hold one portfolio.
            short = kind == "minister" and bool(what) and what[0] not in _OPEN
            told = frozenset(what[:1]) if short else said
            if _enough(need, told, of, named):
                yield Office(kind, told, of)


def _enough(need: str, what: frozenset[str], country: str | None, named: bool) -> bool:
    if need == "country":
        return country is not None and not what
    if need == "named":
        return named and not what
    if need == "both":
        return country is not None and bool(what)
    if need == "place":
        return bool(what)
    # The United Nations are a body that needs no second word.
    return len(what) + ("اممي" in what) >= _TELLING or (bool(what) and country is not None)


def _uncut(word: str, nations: Mapping[Words, str]) -> str:
    """Return a word without the preposition before it: «للأمم», «بدولة», «لليمن»."""
    if word.startswith("لل"):
        return "ا" + word[1:]
    for cut in cuts(word):
        if cut.clitics in ("ب", "ل") and ((without_article(cut.form),) in nations or cut.form in ("دوله", "جمهوريه")):
            return cut.form
    return word


def load_offices() -> OfficeLexicon:
    """Build the lexicon from its data files."""
    heads: dict[Words, list[tuple[str, str]]] = {}
    kinds: dict[str, frozenset[str]] = {}
    for kind, need, phrases in read_table("story_offices.tsv", 3):
        if kind in _KINDS:
            kinds[kind] = frozenset(form for phrase in phrases.split("|") for form in _both(fold(phrase)))
            continue
        for phrase in phrases.split("|"):
            heads.setdefault(_bare(phrase), []).append((kind, need))
    nations, adjectives = _nations()
    return OfficeLexicon({words: tuple(found) for words, found in heads.items()}, kinds, nations, adjectives)


def _both(word: str) -> tuple[str, str]:
    return word, without_article(word)


def _bare(phrase: str) -> Words:
    return tuple(without_article(fold(word)) for word in phrase.split())


def _nations() -> tuple[dict[Words, str], frozenset[Words]]:
    nations: dict[Words, str] = {}
    adjectives: set[Words] = set()
    for iso, _, spellings, masculine, _ in read_table("name_countries.tsv", 5):
        for spelling in filter(None, spellings.split("|")):
            nations.setdefault(_bare(spelling), iso)
        for adjective in filter(None, masculine.split("|")):
            forms = [[without_article(f) for f in adjective_forms(word)] for word in adjective.split()]
            for words in zip(*forms, strict=True):
                nations.setdefault(words, iso)
                adjectives.add(words)
    for key, kind, iso, _, strength, spellings in read_table("name_territories.tsv", 6):
        if kind == "GPE" and strength == "+" and key == f"gpe:{iso}":
            for spelling in filter(None, spellings.split("|")):
                nations.setdefault(_bare(spelling), iso)
    return nations, frozenset(adjectives - {_bare(s) for s in ("سوريا", "سورية")})
