"""Agencies and outlets, known by every way in which Arabic news names and credits them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold

_WORDS = re.compile(r"[^\W_]+")
# Words before an outlet's name that say what it is; after one of them an ambiguous name is unambiguous.
_KIND_WORDS = frozenset(
    fold(
        "وكالة وكالات لوكالة بوكالة ووكالة أنباء صحيفة لصحيفة جريدة لجريدة موقع لموقع قناة لقناة شبكة لشبكة تلفزيون "
        "فضائية إذاعة مجلة بوابة راديو يومية منصة"
    ).split()
)
# Words after it that only say again what it is («كيودو اليابانية للأنباء»; the nationality is handled by length).
_TAIL_WORDS = frozenset(fold("للأنباء الأنباء للأخبار الإخبارية الإخباري الرسمية الدولية نت").split())


@dataclass(frozen=True, slots=True)
class Outlet:
    """One agency, newspaper, broadcaster or portal; `owner` and `domain` are None where not known."""

    key: str
    kind: str
    country: str
    owner: str | None
    domain: str | None
    spellings: tuple[str, ...]


def outlet_key(text: str) -> str:
    """Return the form under which a name is looked up: folded words; letter credits closed up («أ.ف.ب» as «.افب»)."""
    words = _WORDS.findall(fold(text))
    # The dot tells «و.م.ع», an agency, from «ومع», two words of any sentence.
    return "." + "".join(words) if len(words) > 1 and all(len(word) <= 2 for word in words) else " ".join(words)


def bare_name(text: str) -> str:
    """Return the folded words of an outlet's name without those that say what it is («وكالة الضفاف للأنباء»: ضفاف)."""
    words = outlet_key(text).split()
    while len(words) > 1 and words[0] in _KIND_WORDS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _TAIL_WORDS:
        words.pop()
    return " ".join(words).removeprefix("ال")


@dataclass(frozen=True)
class OutletBook:
    """All known outlets, with the folded spellings that lead to them.

    `clear` names an outlet wherever it stands; `marked` is also an ordinary word or place and names the outlet only in
    quotation marks or brackets, as a credit, or after a word such as «صحيفة».
    """

    outlets: tuple[Outlet, ...]
    clear: dict[str, Outlet]
    marked: dict[str, Outlet]

    @cached_property
    def _by_domain(self) -> dict[str, Outlet]:
        return {outlet.domain: outlet for outlet in self.outlets if outlet.domain}

    def named(self, phrase: str, *, marked: bool = False) -> Outlet | None:
        """Return the outlet that the whole phrase names, or None; `marked` admits names that are also ordinary words.

        Quotation marks and brackets around the name count as marks, and so does a word such as «صحيفة» before it.
        """
        key = outlet_key(phrase)
        if not key or len(key) > 80:  # longer than any spelling in the data file
            return None
        marked = marked or phrase.strip()[:1] in '«"“(['
        found = self._lookup(key, marked)
        words = key.split()
        while found is None and len(words) > 1 and words[0] in _KIND_WORDS:
            words = words[1:]
            found = self._lookup(" ".join(words), True) or self._without_tail(words)
        return found or self._without_tail(key.split(), marked)

    def _without_tail(self, words: list[str], marked: bool = True) -> Outlet | None:
        kept = list(words)
        while len(kept) > 1 and kept[-1] in _TAIL_WORDS:
            kept.pop()
        # One adjective of nationality may follow the name («كيودو اليابانية», «يونهاب الكورية الجنوبية»).
        for drop in (0, 1, 2):
            rest, tail = kept[: len(kept) - drop], kept[len(kept) - drop :]
            if rest and all(word.startswith("ال") for word in tail):
                found = self._lookup(" ".join(rest), marked)
                if found:
                    return found
        return None

    def _lookup(self, key: str, marked: bool) -> Outlet | None:
        return self.clear.get(key) or (self.marked.get(key) if marked else None)

    def of_host(self, host: str) -> Outlet | None:
        """Return the outlet that owns a host name («www.example.com» or a subdomain of its domain), or None."""
        parts = host.lower().split(":")[0].split(".")
        for start in range(len(parts) - 1):
            found = self._by_domain.get(".".join(parts[start:]))
            if found:
                return found
        return None


def load_outlets() -> OutletBook:
    """Build the book from lexicon/data/outlets.tsv."""
    outlets: list[Outlet] = []
    clear: dict[str, Outlet] = {}
    marked: dict[str, Outlet] = {}
    for key, kind, country, owner, domain, spellings in read_table("outlets.tsv", 6):
        written = spellings.split("|")
        names = tuple(name.removeprefix("?") for name in written)
        outlet = Outlet(key, kind, country, owner or None, domain or None, names)
        outlets.append(outlet)
        for name in written:
            # The first row that claims a spelling keeps it, so agencies stand before newspapers in the file.
            (marked if name.startswith("?") else clear).setdefault(outlet_key(name), outlet)
    return OutletBook(tuple(outlets), clear, marked)
