"""What a search knows of words: which are whole as they stand, and which are forms of one word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold
from tawatur.text.words import cuts

# Endings of words in ة («شركات», «شركتين» of «شركة»).
_ENDINGS_OF_TA = ("ات", "تان", "تين", "ته", "تها", "تهم", "تنا")
# Endings by which one common word may be a form of another («بيانات» of «بيان»); such a word is not whole.
_ENDINGS = ("ا", "ات", "ان", "ين", "ون", "ه", "ها", "هم", "نا", "ت", "وا")


@dataclass(frozen=True, slots=True)
class SearchLexicon:
    """Folded words: `known` ones; `whole` ones, no letter of which is a clitic or an ending; `article_names` (places
    whose article belongs to them); `mates`, each with the other forms and spellings of the same word."""

    known: frozenset[str]
    whole: frozenset[str]
    article_names: frozenset[str]
    mates: Mapping[str, tuple[str, ...]]


def _common() -> Iterator[str]:
    """Yield the single words of the lists of common words, folded."""
    for name, columns, used in (
        ("story_common.tsv", 2, (1,)),
        ("name_not.tsv", 2, (1,)),
        ("event_nouns.tsv", 8, (0,)),
        ("event_verbs.tsv", 10, (0, 1, 2)),
        ("count_nouns.tsv", 2, (1,)),
        ("cue_verbs.tsv", 8, (0, 1, 2, 3)),
    ):
        for row in read_table(name, columns):
            for column in used:
                yield from (fold(word.removeprefix("~")) for word in row[column].split() if "_" not in word)


def _place_rows() -> Iterator[tuple[str, ...]]:
    """Yield, for every country and place, its spellings of one word, folded."""
    for row in read_table("name_countries.tsv", 5):
        yield tuple(fold(s) for s in row[2].split("|") if " " not in s)
        yield from ((fold(s),) for s in row[3].split("|") if " " not in s)
    for name in ("name_territories.tsv", "name_cities.tsv", "name_places.tsv"):
        for row in read_table(name, 6):
            yield tuple(fold(s) for s in row[5].split("|") if " " not in s)


def _is_form(word: str, common: frozenset[str]) -> bool:
    """Tell whether a common word is another one with clitics or an ending."""
    if any(cut.letters and (cut.form in common or cut.form[2:] in common) for cut in cuts(word, shortest=3)):
        return True
    if word.startswith("ال") and word[2:] in common:
        return True
    return any(
        word.endswith(ending) and len(word) - len(ending) >= 3 and word.removesuffix(ending) + base in common
        for ending, base in (*((e, "") for e in _ENDINGS), *((e, "ه") for e in _ENDINGS_OF_TA))
    )


@lru_cache(maxsize=1)
def load_search_words() -> SearchLexicon:
    """Build what a search knows of words from the data files."""
    rows = [tuple(map(fold, row[0].split())) for row in read_table("search_plurals.tsv", 1)]
    places = [row for row in _place_rows() if row]
    listed = frozenset(fold(word) for row in read_table("search_whole.tsv", 2) for word in row[1].split())
    common = frozenset(_common()) | frozenset(word for row in rows for word in row)
    names = frozenset(name for row in places for name in row if len(name) >= 3)
    mates: dict[str, dict[str, None]] = defaultdict(dict)
    for row in (*rows, *places):
        bare = [word[2:] if word.startswith("ال") and row in places else word for word in row]
        for word in bare:
            mates[word].update(dict.fromkeys(other for other in bare if other != word))
    whole = listed | frozenset(n for n in names if not n.startswith("ال"))
    whole |= frozenset(word for word in common if not _is_form(word, common))
    return SearchLexicon(
        common | names | listed,
        whole,
        frozenset(n for n in names if n.startswith("ال")),
        {word: tuple(others) for word, others in mates.items() if others},
    )
