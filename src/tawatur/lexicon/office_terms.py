"""Who held which office when: one table for dating a text by the holder it names, and for the holder on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tawatur.lexicon.known_dates import period, phrase_words
from tawatur.lexicon.offices import Office, OfficeLexicon, Words, load_offices
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.sounds import skeleton
from tawatur.text.words import without_article

# A father's name may stand in the middle of a name («عادل بن أحمد الجبير»), or two of them.
_FATHERS = 2
_SON = frozenset(("بن", "ابن", "ولد"))
# States whose people's names have one spelling; others' are known by their sounds too («أورسولا», «أورزولا»).
_NATIVE = frozenset(("AE", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KM", "KW", "LB"))
_NATIVE |= frozenset(("LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"))
# Names of fewer consonants than this are known by their letters alone.
_SOUNDS = 5


@dataclass(frozen=True, slots=True)
class Tenure:
    """All terms of one person in one office: names as folded words, its titles without article, the terms in order."""

    country: str | None
    titles: frozenset[Words]
    offices: frozenset[Office]
    names: tuple[Words, ...]
    terms: tuple[tuple[date, date | None], ...]

    @property
    def first(self) -> date:
        """The day of first taking the office."""
        return self.terms[0][0]

    @property
    def last(self) -> date | None:
        """The day of leaving it for good, or None while it is held."""
        return self.terms[-1][1]


@dataclass(frozen=True, slots=True)
class OfficeTerms:
    """The table, by the first words of names (`openings`), of titles (`heads`), of foreign names' sounds (`sounds`)."""

    tenures: tuple[Tenure, ...] = ()
    openings: dict[str, tuple[tuple[Words, Tenure], ...]] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()
    lexicon: OfficeLexicon = field(default_factory=OfficeLexicon)
    sounds: dict[str, tuple[tuple[Words, Tenure], ...]] = field(default_factory=dict)

    def named_at(self, words: Sequence[str], at: int, form: str) -> list[tuple[int, Tenure]]:
        """Return whom the folded words at a place name, as the place after the name and the tenure, longest first.

        `words` have the halves of names joined; `form` is the word at the place without its clitics.
        """
        found = []
        for name, tenure in self.openings.get(form, ()):
            after = _after_name(words, at, name)
            if after is not None:
                found.append((after, tenure))
        if not found:
            for name, tenure in self.sounds.get(skeleton(form), ()):
                after = at + len(name)
                if all(part == skeleton(word) for part, word in zip(name[1:], words[at + 1 : after], strict=False)):
                    found.append((after, tenure))
        return [match for match in sorted(found, key=lambda match: -match[0]) if match[0] <= len(words)]

    def held_by(self, role: Sequence[str], tenure: Tenure) -> bool:
        """Tell whether a role of folded words, its first without clitics, is the tenure's office."""
        bare = tuple(map(without_article, role))
        for title in tenure.titles:
            if bare[: len(title)] == title and self._adds_nothing(bare[len(title) :], tenure.country):
                return True
        return bool(self.lexicon.offices_of(" ".join(role), tenure.country) & tenure.offices)

    def _adds_nothing(self, rest: Words, country: str | None) -> bool:
        """Tell whether words after a title are honours and the country alone («الأميركي السيد»)."""
        honours = self.lexicon.kinds.get("honour", frozenset())
        at = 0
        while at < len(rest):
            nation = self.lexicon.nation_at(rest, at)
            if nation is not None and country in (None, nation[0]):
                at += nation[1]
            elif rest[at] in honours:
                at += 1
            else:
                return False
        return True

    def holders(self, office: Office, day: date) -> tuple[str, ...]:
        """Return the folded names of those who hold an office on a day, by the spelling listed first."""
        return tuple(
            " ".join(tenure.names[0])
            for tenure in self.tenures
            if office in tenure.offices
            and any(first <= day and (last is None or day <= last) for first, last in tenure.terms)
        )


def _after_name(words: Sequence[str], at: int, name: Words) -> int | None:
    """Return the place after a name, fathers' names between its words passed over, or None where it does not stand."""
    place = at + 1
    for part in name[1:]:
        fathers = 0
        while place < len(words) and words[place] != part:
            if words[place] not in _SON or fathers == _FATHERS:
                return None
            fathers += 1
            place += 2
        if place >= len(words):
            return None
        place += 1
    return place


def load_office_terms() -> OfficeTerms:
    """Build the table from lexicon/data/office_terms.tsv.

    Raises LexiconError for a row whose dates are none or stand in the wrong order.
    """
    lexicon = load_offices()
    terms: dict[tuple[str, str, str], list[tuple[date, date | None]]] = {}
    for country, titles, first, last, names in read_table("office_terms.tsv", 5):
        try:
            begin, end = period(first)[0], period(last)[1] if last else None
        except ValueError as error:
            raise LexiconError(f"office_terms.tsv: {first!r}, {last!r} are no dates ({names})") from error
        if end and end < begin:
            raise LexiconError(f"office_terms.tsv: {names} leaves the office on {end} before taking it on {begin}")
        terms.setdefault((country, titles, names), []).append((begin, end))
    # An office has many holders: what its titles mean is told once for all of them.
    meant = {office: _meant(lexicon, *office) for office in {(country, titles) for country, titles, _ in terms}}
    tenures = tuple(
        _tenure(country, meant[country, titles], names, held) for (country, titles, names), held in terms.items()
    )
    openings: dict[str, list[tuple[Words, Tenure]]] = {}
    for tenure in tenures:
        for name in tenure.names:
            openings.setdefault(name[0], []).append((name, tenure))
    heads = frozenset(title[0] for tenure in tenures for title in tenure.titles)
    return OfficeTerms(tenures, _grouped(openings), heads, lexicon, _grouped(_sounds(tenures)))


def _grouped(found: dict[str, list[tuple[Words, Tenure]]]) -> dict[str, tuple[tuple[Words, Tenure], ...]]:
    return {word: tuple(matches) for word, matches in found.items()}


def _sounds(tenures: Sequence[Tenure]) -> dict[str, list[tuple[Words, Tenure]]]:
    """Return foreign names of two words and more by the sounds of their first word."""
    found: dict[str, list[tuple[Words, Tenure]]] = {}
    for tenure in tenures:
        for name in tenure.names if tenure.country not in _NATIVE else ():
            heard = tuple(map(skeleton, name))
            if len(heard) > 1 and len("".join(heard)) >= _SOUNDS:
                matches = found.setdefault(heard[0], [])
                if (heard, tenure) not in matches:
                    matches.append((heard, tenure))
    return found


def _place(country: str) -> str | None:
    return None if country == "-" else country


def _meant(lexicon: OfficeLexicon, country: str, titles: str) -> tuple[frozenset[Words], frozenset[Office]]:
    """Return the titles of an office without articles, and the offices that they name."""
    written = titles.split("|")
    offices = frozenset(o for title in written for o in lexicon.offices_of(fold(title), _place(country)))
    return frozenset(tuple(map(without_article, phrase_words(title))) for title in written), offices


def _tenure(
    country: str,
    meant: tuple[frozenset[Words], frozenset[Office]],
    names: str,
    terms: Sequence[tuple[date, date | None]],
) -> Tenure:
    bare, offices = meant
    return Tenure(
        _place(country),
        bare,
        offices,
        tuple(tuple(phrase_words(name)) for name in names.split("|")),
        tuple(sorted(terms, key=lambda t: t[0])),
    )
