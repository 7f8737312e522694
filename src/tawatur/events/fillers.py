"""Which of the weighed phrases fill an event's places: one whole phrase for each participant, and no more than told.

Every phrase is weighed by itself, so both halves of «المتظاهرين الفلسطينيين», a title and the name after it, and a
phrase of another clause can all be likely. One participant is told once: what goes on without a break is one phrase,
and a further participant is coordinated with the first, unless the act is mutual.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from tawatur.events.frames import Participants
from tawatur.events.roles import Part
from tawatur.events.scene import Scene
from tawatur.model import Event, Span

# Of two roles whose odds are nearer to one another than this share, the grammar tells which.
AS_LIKELY = 0.85
# Acts of several who stand apart in the clause («التقى الوزير في بغداد نظيره»).
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# A phrase that is not coordinated with a likelier one is another participant from these odds over its threshold.
APART = 2.0
_COMMA = frozenset("،,")
# Marks that part nothing: quotation marks, the hash of a tag.
_OPEN = re.compile(r"[^\w\s،,.؛;:؟?!()\[\]…–—-]|_")
_MARK = re.compile(r"[^\w\s]")
_AND = re.compile(r"(?:\w+\s+)?(?:و|أو|او|وأيضا|وكذلك)\s*[لب]?")

Bond = Literal["goes on", "beside", "with", "apart"]


@dataclass(frozen=True, slots=True)
class _Chosen:
    span: Span
    odds: float
    joined: bool


def choose_participants(
    scene: Scene, parts: Sequence[Part], odds_of: Sequence[Mapping[str, float]], guess: Participants, kind: str
) -> Participants:
    """Return who acts and who is acted upon in an event of a PLOVER type, from the phrases around it and their odds.

    A phrase takes the likelier of the two roles, if likely enough; of phrases that overlap (the chunker's and the
    tagger's reading of the same words) the likelier stands.
    """
    fillers: dict[str, list[_Chosen]] = {"actor": [], "recipient": []}
    likely: list[tuple[str, _Chosen]] = []
    for part, told in zip(parts, odds_of, strict=True):
        odds = {role: told[role] for role in fillers}
        role = _role(odds, guess, part.span)
        if odds[role] >= 1.0:
            likely.append((role, _Chosen(part.span, odds[role], part.joined)))
    taken: list[Span] = []
    for role, new in sorted(likely, key=lambda each: (-each[1].odds, each[1].span.start)):
        if not any(new.span.meets(other) for other in taken):
            taken.append(new.span)
            alone = 1.0 if role == "actor" and kind in MUTUAL else APART
            fillers[role] = _with(scene, fillers[role], new, alone)
    spans = {role: tuple(sorted(c.span for c in chosen)) for role, chosen in fillers.items()}
    return Participants(spans["actor"], spans["recipient"])


def likeliest(parts: Sequence[Part], odds: Sequence[float]) -> Span | None:
    """Return the span of the likeliest part for a place or a time, or None when none is likely enough."""
    best = max(range(len(parts)), key=odds.__getitem__, default=None)
    return parts[best].span if best is not None and odds[best] >= 1.0 else None


def without_letters(scene: Scene, events: Iterable[Event], heads: Set[str]) -> tuple[Event, ...]:
    """Return events whose participants and places begin without the letter «ب» of a preposition."""
    return tuple(
        replace(
            event,
            actors=tuple(_bare(scene, span, heads) for span in event.actors),
            recipients=tuple(_bare(scene, span, heads) for span in event.recipients),
            place=_bare(scene, event.place, heads) if event.place is not None else None,
        )
        for event in events
    )


def _bare(scene: Scene, span: Span, heads: Set[str]) -> Span:
    """Return a span without «ب» before one of the words that head a place or an office («بمحافظة الأنبار»)."""
    word = scene.prepared.word_at(span.start)
    if word is None or word.span.start != span.start or scene.name_at[word.index] >= 0:
        return span
    led = word.norm[:1] == "ب" and word.norm not in heads and word.norm[1:] in heads
    return Span(word.cut(1), span.end) if led else span


def _role(odds: dict[str, float], who: Participants, span: Span) -> str:
    """Return the likelier role of a phrase; where both are about as likely, that which the frame's grammar gives it."""
    likelier = max(odds, key=odds.__getitem__)
    said = "actor" if span in who.actors else "recipient" if span in who.recipients else likelier
    return said if odds[said] >= max(1.0, AS_LIKELY * odds[likelier]) else likelier


def _with(scene: Scene, chosen: list[_Chosen], new: _Chosen, alone: float) -> list[_Chosen]:
    """Return the participants of one role with a less likely phrase: joined to one, beside them, or left out."""
    bonds = [_bond(scene, new, c) for c in chosen]
    for at, (bond, c) in enumerate(zip(bonds, chosen, strict=True)):
        if bond == "goes on" or (bond == "beside" and "with" not in bonds):
            whole = Span(min(c.span.start, new.span.start), max(c.span.end, new.span.end))
            return [*chosen[:at], replace(c, span=whole), *chosen[at + 1 :]]
    if not chosen or "with" in bonds or new.odds >= alone:
        return [*chosen, new]
    return chosen


def _bond(scene: Scene, one: _Chosen, other: _Chosen) -> Bond:
    """Tell how two phrases stand to each other: one goes on the other, names it again, is coordinated, or neither."""
    first, second = sorted((one, other), key=lambda c: c.span)
    gap = _OPEN.sub("", scene.prepared.text[first.span.end : second.span.start]).strip()
    marks = set(_MARK.findall(gap))
    if marks - _COMMA:
        return "apart"
    between = _MARK.sub(" ", gap).strip()
    if _AND.fullmatch(between) or (not between and second.joined):
        return "with"
    if between not in ("", "ل", "ب"):
        return "apart"
    types = _type_at(scene, first.span, last=True), _type_at(scene, second.span, last=False)
    if types[0] == "PER" and types[1] not in ("PER", None):
        return "apart"  # «زار الملك سلمان الولايات المتحدة»: no noun phrase goes on behind a person's name
    if not marks:
        return "goes on"
    return "with" if types[0] is not None and types[0] == types[1] else "beside"


def _type_at(scene: Scene, span: Span, *, last: bool) -> str | None:
    """Return the type of the name with which a span ends, or begins."""
    words = scene.prepared.words_in(span)
    name = scene.name(words[-1 if last else 0].index) if words else None
    return name.type if name is not None else None
