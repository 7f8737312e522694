"""Labels: the title of a happening, made of its type, participants and place rather than cut from a sentence.

A title is a nominal phrase («هجوم على قافلة قرب أغاديز»). The words of the reports stand beside it as evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.title_words import TitleWords
from tawatur.model import Reading, Span
from tawatur.stories.happenings.incidents import OUTCOMES
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import Party, World
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.title_names import behind_li, behind_wa, called
from tawatur.stories.happenings.title_patterns import (
    BY_FAMILY,
    BY_MODE,
    BY_TYPE,
    BY_WORD,
    SEVERAL_TYPES,
    TYPE_NAMES,
    Pattern,
)
from tawatur.text.fold import fold

Name = tuple[str, str]


# Parts of a report that stand further apart than a line of a list may belong to something else; no limit of a title.
_LONGEST = 110
# A title names so many of a side at most; the view lists all.
_MOST_NAMED = 2
# Families that say only that force was used: what PLOVER's mode says is more exact.
_GENERAL = frozenset({"attack", "strike", "bombing", "protest"})
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
# What stands before a place when the happening was not in it: folded word, Arabic and English.
_NEAR: Mapping[str, Name] = {
    fold(arabic): (arabic, english)
    for arabic, english in (
        ("قرب", "near"),
        ("شمال", "north of"),
        ("جنوب", "south of"),
        ("شرق", "east of"),
        ("غرب", "west of"),
    )
}
_NEAR_ALSO = {"بالقرب": "قرب", "شمالي": "شمال", "جنوبي": "جنوب", "شرقي": "شرق", "غربي": "غرب", "قرابه": "قرب"}
_IN: Name = ("في", "in")


def best_report(mentions: Sequence[Mention], readings: dict[str, Reading]) -> Mention:
    """Return the mention that tells most: an act before its outcome, as done, as most tell it, in the fewest words.

    The first of equals.
    """
    told = Counter(_pattern(m) for m in mentions)

    def rank(mention: Mention) -> tuple[int, bool, bool, int, int, str, int]:
        event = readings[mention.article].events[mention.event]
        parts = [*event.actors, *event.recipients, *((event.place,) if event.place else ())]
        slots = bool(event.actors) + bool(event.recipients) + (event.place is not None)
        every = [event.trigger, *parts]
        length = max(part.end for part in every) - min(part.start for part in every)
        as_many = -told[_pattern(mention)]
        too_long = max(0, length - _LONGEST)
        # The act is what happened («هجوم»), also where its outcome («مقتل») is told with one more participant.
        slots += mention.family not in OUTCOMES
        return (
            -slots,
            mention.family in OUTCOMES,
            mention.status != "actual",
            as_many,
            too_long,
            mention.article,
            mention.event,
        )

    return min(mentions, key=rank)


def titles_of(
    profile: Profile,
    best: Mention,
    readings: Mapping[str, Reading],
    world: World,
    lexicon: JoinLexicon,
    doers: Sequence[Party],
) -> Name:
    """Return the title of a happening in Arabic and English; its English names are Latin forms by gazetteer or rule.

    Of those who act only the `doers` are named: a title asserts, and others may only claim it or be accused of it.
    """
    taken: set[str] = set()
    # What is agreed on may be a visit or talks, which only words of CONSULT name.
    family = best.family or (lexicon.family("CONSULT", best.trigger) if best.type == "AGREE" else None)
    pattern = pattern_of(best.type, best.mode, family, best.trigger)
    words = lexicon.titles
    acting, done_to = _sides(profile, best, pattern, frozenset(doers), words)
    actors, recipients = _names(acting, world, words, taken), _names(done_to, world, words, taken)
    place, near = _place(profile, best, readings, world, words, taken)
    arabic, english = (
        title(
            pattern[side],
            _pick(actors, side),
            _pick(recipients, side),
            "" if any(_names_place(name[side], place[side]) for name in (*actors, *recipients)) else place[side],
            near[side],
            arabic=side == 0,
        )
        for side in (0, 1)
    )
    if actors or recipients or place[0]:
        return arabic, english
    if pattern == BY_TYPE.get(best.type):
        arabic = TYPE_NAMES.get(best.type, arabic)
    told = _dated(profile.days.first, profile.days.last)
    return arabic + told, english + told


def _sides(
    profile: Profile, best: Mention, pattern: Pattern, doers: frozenset[Party], words: TitleWords
) -> tuple[list[Party], list[Party]]:
    """Return who acts and whom it is done to; whoever is told twice to act («زار … أوسلو») visits the place."""
    actors = [party for party in (*best.actors, *profile.actors) if party in doers]
    recipients = [*best.recipients, *profile.recipients]
    if "{pair}" in pattern[0]:
        actors, recipients = ([p for p in side if not _is_deed(p, words)] for side in (actors, recipients))
    elif pattern == BY_FAMILY["", "visit"] and not recipients and any(p.kind != "place" for p in actors):
        actors, recipients = ([p for p in actors if (p.kind == "place") is host] for host in (False, True))
    return actors, recipients


def _is_deed(party: Party, words: TitleWords) -> bool:
    """Tell whether a party is a thing done together («وقعا اتفاقًا»), no party to it."""
    head = fold(party.words).split()[:1]
    return not party.ids and any(form in words.deeds for word in head for form in forms(word))


def _dated(first: date | None, last: date | None) -> str:
    """Return the day of a happening of which nothing else is known, as written by ISO 8601: read in either language."""
    return f" ({first.isoformat()})" if first is not None and first == last else ""


def _pattern(mention: Mention) -> Pattern:
    return pattern_of(mention.type, mention.mode, mention.family, mention.trigger)


def pattern_of(type_: str, mode: str | None, family: str | None, trigger: str) -> Pattern:
    """Return the pattern of a title: by the word where it says most, then by family, by PLOVER's mode, by type."""
    for form in forms(trigger):
        if (type_, form) in BY_WORD:
            return BY_WORD[type_, form]
    known = family or ""
    told = BY_FAMILY.get((type_, known))
    if told is None and type_ in SEVERAL_TYPES.get(known, ()):
        told = BY_FAMILY["", known]
    moded = BY_MODE.get((type_, mode or ""))
    if told is not None and (moded is None or family not in _GENERAL):
        return told
    return moded or BY_TYPE.get(type_, (type_, type_))


def title(
    pattern: str, actors: Sequence[str], recipients: Sequence[str], place: str, near: str = "", *, arabic: bool
) -> str:
    """Return a pattern filled in one language; the place stands at the end unless the pattern took it in («إلى»)."""
    every = list(dict.fromkeys((*actors, *recipients)))
    acting, done_to = _joined(actors, arabic), _joined(recipients, arabic)
    slots = {
        "a": acting,
        "r": done_to,
        "la": behind_li(acting) if acting else "",
        "lr": behind_li(done_to) if done_to else "",
        "pair": _joined(every, arabic) if len(every) > 1 else "",
        "one": every[0] if len(every) == 1 else "",
        "to": done_to or place,
    }
    taken = False
    for choice in pattern.split("|"):
        filled = _OPTIONAL.sub(lambda found: found[1] if _known(found[1], slots) else "", choice)
        if _known(filled, slots):
            taken = "{to}" in filled and not done_to
            break
    words = _SLOT.sub(lambda found: slots[found[1]], filled)
    return words if taken or not place else f"{words} {near or _IN[0 if arabic else 1]} {place}"


def _known(part: str, slots: Mapping[str, str]) -> bool:
    return all(slots[name] for name in _SLOT.findall(part))


def _joined(names: Sequence[str], arabic: bool) -> str:
    if not arabic:
        return " and ".join(names)
    return " ".join([*names[:1], *map(behind_wa, names[1:])])


def _pick(names: Sequence[Name], side: int) -> list[str]:
    return [name[side] for name in names if name[side]]


def _names(parties: Iterable[Party], world: World, words: TitleWords, taken: set[str]) -> list[Name]:
    """Return what the title calls a side: those that are named before those only described, none of them twice.

    The words of one who is named elsewhere may describe the same, so that beside a name no description is told.
    """
    every = list(parties)
    found: dict[str, Name] = {}
    for party in [p for p in every if p.ids] or [p for p in every if not p.ids][:1]:
        name = called(party, world, words)
        if name is None or name[0] in taken or len(found) == _MOST_NAMED:
            continue
        found.setdefault(name[0], name)
    if not found:
        described = (name for party in every if (name := called(party, world, words)) and name[0] not in taken)
        if (first := next(described, None)) is not None:
            found[first[0]] = first
    taken.update(found)
    return list(found.values())


def _place(
    profile: Profile, best: Mention, readings: Mapping[str, Reading], world: World, words: TitleWords, taken: set[str]
) -> tuple[Name, Name]:
    """Return the most particular place and the word before it («قرب»); empty where it is named as a participant."""

    def rank(place: Party) -> tuple[bool, bool]:
        return (any(world.is_country(entity) for entity in place.ids), not place.ids)

    for place in sorted(profile.places, key=rank):
        name = called(place, world, words)
        if name is None or name[0] in taken or fold(name[0]) in words.vague:
            continue
        reports = [best, *sorted((m for m in profile.mentions if m != best), key=lambda m: m.key)]
        teller = next((m for m in reports if m.place is not None and m.place.ids & place.ids), None)
        return name, _before_place(readings[teller.article], teller.event, words) if teller else ("", "")
    return ("", ""), ("", "")


def _names_place(name: str, place: str) -> bool:
    """Tell whether a participant's name tells the place already («مديرية دار سعد» and «دار سعد»)."""
    return bool(place) and f" {fold(place)} " in f" {fold(name)} "


def _before_place(reading: Reading, event: int, titles: TitleWords) -> Name:
    """Return the preposition of nearness or direction before an event's place; empty for «في» and all else."""
    place: Span | None = reading.events[event].place
    if place is None:
        return "", ""
    words = [fold(w) for w in reading.article.text[max(0, place.start - 40) : place.end].split()]
    inside = len(place.of(reading.article.text).split())
    for word in reversed(words[:-inside]):
        bare = _NEAR_ALSO.get(word, word)
        if bare in _NEAR:
            return _NEAR[bare]
        if word not in titles.sites:
            break
    return "", ""
