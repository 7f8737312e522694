"""Apart: what shows that an article, or another, tells of one more happening of the same kind.

A police report tells of two finds one after the other («وفي العملية الثانية …», «من جهة أخرى …»), and ministries tell
of two convicts in the same words: nothing that both have in common makes them one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span
from tawatur.stories.happenings.context import turns
from tawatur.stories.happenings.parties import PartyReader
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.text.number_words import ordinal_value
from tawatur.text.words import cuts, find_words

# Words of a sentence in which an ordinal tells that it is about the second of several («وفي العملية الثانية»).
_OPENING = 5
# Types of deeds that are done to people, who tell two of them apart.
ACTED = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION"})
# The sentences from a deed on in which its people are named.
_NAMED_WITHIN = 3


# What opens an item of a page of briefs: «كسلا - «جريدة»: …», «كسلا (وكالة) - …».
_ITEM = re.compile(r"(?:[^\n:–—-]{2,30}\s[-–—]\s?[^\n:–—-]{2,30}:|[^\n:–—()-]{2,30}\([^()\n]{2,30}\)\s?[-–—:])\s")
# The heading of an item has no more code points than this, and no full stop.
_HEADING = 90


def items_of(text: str) -> tuple[int, ...]:
    """Return where the items of a page of briefs begin, each with its heading; empty for an article of one piece."""
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    found: list[int] = []
    for at, (place, line) in enumerate(lines):
        if _ITEM.match(line):
            before = lines[at - 1] if at else None
            headed = (
                before is not None and len(before[1]) <= _HEADING and not before[1].rstrip().endswith((".", "»", ":"))
            )
            found.append(before[0] if before is not None and headed else place)
    return tuple(found) if len(found) > 1 else ()


def item_at(items: Sequence[int], place: int) -> int:
    """Return the number of the item that a place of the text lies in."""
    return bisect_right(items, place)


def is_as_such(trigger: str, words: ToldWords) -> bool:
    """Tell whether a folded trigger is a noun that may mean a kind of thing as such («القتل»)."""
    return any(cut.form.removeprefix("ال") in words.as_such for cut in cuts(trigger))


def is_apart(reading: Reading, event: Event, words: ToldWords) -> bool:
    """Tell whether the words of an event say that it is another than the one told before it in its article."""
    text = reading.article.text
    sentence = sentence_of(reading, event)
    if turns(reading, sentence, words):
        return True
    norms = [word.norm for word in find_words(text, sentence) if word.kind == "word"][:_OPENING]
    for before, norm in pairwise(norms):
        ordinal = ordinal_value(norm)
        if ordinal and ordinal[0] > 1 and ordinal[2] and not any(cut.form in words.numbered for cut in cuts(before)):
            return True
    behind = [w.norm for w in find_words(text, Span(event.trigger.end, sentence.end)) if w.kind == "word"][:2]
    if len(behind) > 1 and behind[0] in words.vessels and behind[1] in words.another:
        # «غرق قارب آخر».
        return True
    return bool(behind) and behind[0] in words.another


def people_by_sentence(reader: PartyReader) -> Mapping[int, frozenset[str]]:
    """Return, by sentence, the people to whom something is done there, sources left out."""
    spoke = {
        entity
        for statement in reader.reading.statements
        if statement.holder is not None
        for entity in reader.party(statement.holder).ids
    }
    found: dict[int, frozenset[str]] = {}
    for event in reader.reading.events:
        if event.type in ACTED:
            people = {e for party in reader.parties(event.recipients) if party.kind == "person" for e in party.ids}
            found[event.sentence] = found.get(event.sentence, frozenset()) | (people - spoke)
    return found


def people_of(event: Event, own: Iterable[str], named: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """Return the people of a deed: its own, else those that its sentence and the next ones tell of."""
    if event.type not in ACTED:
        return frozenset()
    people = frozenset(own)
    return people or frozenset().union(*(named.get(event.sentence + n, frozenset()) for n in range(_NAMED_WITHIN)))
