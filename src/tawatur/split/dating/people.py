"""Bounds from people: a text that names one was written since he or she is known, at the age that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tawatur.lexicon.counted_events import years_later
from tawatur.lexicon.known_dates import NAME_HALVES
from tawatur.lexicon.page_people import KnownPeople, KnownPerson
from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import WEAK, Bound
from tawatur.text.fold import fold
from tawatur.text.numbers import read_number
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts

# Who is in the news is of this age at least, where the table does not say since when.
_YOUNGEST = 15
# Ages are taken over from older reports and told by the year of birth alone: so far either way.
_OFF = timedelta(days=183)
# Words between a name and its age: «(28 عاما)», «البالغ من العمر 28 عاما», «ابن الـ28 عاما».
_BETWEEN = frozenset(fold("البالغ البالغة من العمر ابن ابنة صاحب صاحبة ذو ذي ال عمره عمرها").split()) | {"(", "،", "-"}
_BETWEEN_AT_MOST = 4
_YEARS = frozenset(fold("عاما سنة عام ربيعا").split())
# Words of a sentence whose ages are of other days: of a death, a first time, a record.
_ONCE = frozenset(
    fold("كان كانت حينها آنذاك وقتها توفي توفيت وفاة رحيل ذكرى عن عمر بعمر ناهز عندما حين أصغر عام سنة منذ").split()
)


def people_bounds(source: str, prepared: Prepared, people: KnownPeople, dated: frozenset[int]) -> Iterator[Bound]:
    """Yield the bounds of the people that a text names; `dated` are sentences that give other dates."""
    words = prepared.words
    norms, places = _joined(words)
    said: frozenset[str] | None = None
    for at in range(len(norms)):
        for form in _forms(norms[at]):
            found = next(people.named_at(norms, at, form), None)
            if found is None:
                continue
            after, person = found
            first, last = words[places[at]], words[places[after - 1]]
            # A mark between two words parts names («باكستان) …»), but for the hyphen of «كون-أغويرو».
            parted = any(word.kind == "mark" and word.norm != "-" for word in words[first.index : last.index])
            if first.sentence != last.sentence or parted:
                continue
            if person.beside:
                said = said if said is not None else frozenset(cut.form for word in words for cut in cuts(word.norm))
                if not any(_is_said(phrase, said) for phrase in person.beside):
                    continue
            anchor = Anchor.of(source, prepared.text, Span(first.span.start, last.span.end))
            yield from _since(anchor, person)
            if first.sentence not in dated:
                yield from _of_age(source, prepared, words, last.index, person)
            break


def _forms(norm: str) -> Iterator[str]:
    return (cut.form for cut in cuts(norm))


def _is_said(phrase: str, said: frozenset[str]) -> bool:
    return all(word in said for word in phrase.split())


def _joined(words: Sequence[Word]) -> tuple[list[str], list[int]]:
    """Return the folded words without marks, halves of names joined, and the place of each one's last word."""
    norms: list[str] = []
    places: list[int] = []
    for place, word in enumerate(words):
        if word.kind == "mark":
            continue
        if norms and norms[-1] in NAME_HALVES:
            norms[-1] += word.norm
            places[-1] = place
        else:
            norms.append(word.norm)
            places.append(place)
    return norms, places


def _since(anchor: Anchor, person: KnownPerson) -> Iterator[Bound]:
    since = person.since or (years_later(person.born[0], _YOUNGEST) if person.born else None)
    if since:
        yield Bound(f"«{anchor.exact}» is in the news since {since}", anchor, first=since)


def _of_age(source: str, prepared: Prepared, words: Sequence[Word], last: int, person: KnownPerson) -> Iterator[Bound]:
    at = last + 1
    while at < len(words) and at <= last + _BETWEEN_AT_MOST and words[at].norm in _BETWEEN:
        at += 1
    if person.born is None or at == last + 1 or at >= len(words) or words[at].sentence != words[last].sentence:
        return
    number = read_number(words, at)
    if number is None or number.kind != "count" or not 10 <= number.value <= 99 or number.last >= len(words):
        return
    unit = words[number.last]
    if unit.norm not in _YEARS or any(
        word.norm in _ONCE for word in words[max(0, last - 12) : last] if word.sentence == unit.sentence
    ):
        return
    age = int(number.value)
    anchor = Anchor.of(source, prepared.text, Span(words[last].span.start, unit.span.end))
    first, final = years_later(person.born[0], age) - _OFF, years_later(person.born[1], age + 1) + _OFF
    yield Bound(f"«{anchor.exact}»: {person.name} was {age} then", anchor, first=first, last=final, strength=WEAK)
