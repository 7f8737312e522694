"""Blame: who is held responsible for an attack by whoever tells of it, and who denies a part in it."""

from __future__ import annotations

from tawatur.lexicon.join_words import forms
from tawatur.model import Event, Reading, Span, Statement
from tawatur.stories.happenings.part_taken import take_part
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.happenings.telling import INVOLVED, denies_it, denies_part
from tawatur.text.fold import fold_words
from tawatur.text.words import find_words

# What lays a deed to somebody: «بتنفيذ الهجوم», «بالوقوف وراءه», «مسؤولية الهجوم», «تقف وراء الهجوم», «مسؤولة عنه».
_LAYING = INVOLVED | fold_words("تنفيذ ارتكاب شن تخطيط")
_BEHIND = fold_words("وراء خلف مسؤول مسؤولة مسئول مسئولة مسؤولون مسؤولين نفذ نفذت نفذوا ارتكب ارتكبت دبر دبرت")
# What is blamed after such a word is not the deed itself: «اتهمه بعرقلة المحادثات بعد الهجوم».
_BESIDE = fold_words("بعد قبل خلال أثناء منذ إثر عقب بسبب رغم في")
# Words between the accused and the deed, and between «وراء» and the deed.
_LAID_WITHIN, _BEHIND_WITHIN = 4, 3
# How somebody says of himself that it was not his: «ليست مسؤولة عن الهجوم», «لا علاقة لها بالهجوم», «لم ننفذ الهجوم».
_OPENING = fold_words("إن أن إنه إنها إنهم إننا أنه أنها أنهم أننا")
_NOT = fold_words("لا ليس ليست ليسوا لسنا غير")
_DID_NOT = fold_words("تنفذ ينفذ ينفذوا ننفذ تشن يشن نشن ترتكب يرتكب نرتكب تقف يقف نقف")
_NOT_WITHIN = 6
# «جبهة فرسان الواحة» may be a name, «مسلحون» and «جماعة مسلحة» are nobody.
_LEAST_STEMS = 3


def held_responsible(
    reader: PartyReader, event: Event, claimed: Span | None, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return who is held responsible for an attack: whoever claims it, or whom somebody else accuses of it.

    The accused are the actors of what an accusation tells or of what somebody is said to be behind, and those accused
    by name right before the deed («حمّل الجيش الجبهة مسؤولية الهجوم»).
    """
    if claimed is not None:
        return take_part(reader, (claimed,))
    statement = _statement(reader.reading, event)
    if event.type != "ASSAULT" or statement is None or statement.stance == "deny" or statement.holder is None:
        return ()
    blamed = actors if statement.stance == "accuse" or _is_behind(reader.reading, event) else ()
    accuser = reader.party(statement.holder)
    every = dict.fromkeys((*blamed, *take_part(reader, _accused(reader.reading, event, statement))))
    return tuple(p for p in every if _is_somebody(p) and not p.ids & accuser.keys)


def cleared(reader: PartyReader, event: Event) -> Party | None:
    """Return who denies a part in an attack, or that it was his («نفت الجماعة قصف السوق»), or None."""
    if event.type != "ASSAULT":
        return None
    if (holder := denies_part(reader.reading, event) or _clears_itself(reader.reading, event)) is not None:
        return reader.party(holder)
    if event.status != "denied" or not denies_it(reader.reading, event):
        return None
    holder = next((s.holder for s in reader.reading.statements if _denies(s, event)), None)
    denier = reader.party(holder) if holder is not None else None
    deeds = {entity for party in reader.parties(event.actors) for entity in party.ids}
    return denier if denier is not None and denier.ids & deeds else None


def _is_somebody(party: Party) -> bool:
    """Tell whether a party is named, or described by as many words as a name that was not found may have."""
    return bool(party.ids) if party.kind != "described" else len(party.stems) >= _LEAST_STEMS and not party.of


def _denies(statement: Statement, event: Event) -> bool:
    return statement.stance == "deny" and statement.content.holds(event.trigger)


def _is_behind(reading: Reading, event: Event) -> bool:
    """Tell whether somebody is said to be behind an attack: «الجبهة تقف وراء الهجوم», «مسؤولة عن الهجوم»."""
    if event.status != "alleged":
        return False
    start = next((s.span.start for s in reading.sentences if s.span.holds(event.trigger)), event.trigger.start)
    before = _norms(reading, Span(start, event.trigger.start))[-_BEHIND_WITHIN:]
    return any(form in _BEHIND for norm in before for form in forms(norm))


def _accused(reading: Reading, event: Event, statement: Statement) -> tuple[Span, ...]:
    """Return whom an accusation names right before the deed that it lays to them."""
    if statement.cue is None:
        return ()
    cue = statement.cue
    named = (r for e in reading.events if e.type == "ACCUSE" and e.trigger.meets(cue) for r in e.recipients)
    return tuple(span for span in named if span.end <= event.trigger.start and _lays(reading, span, event))


def _lays(reading: Reading, accused: Span, event: Event) -> bool:
    between = _norms(reading, Span(accused.end, event.trigger.start))
    if between == ["ب"]:
        return True
    if not between or len(between) > _LAID_WITHIN or any(norm in _BESIDE for norm in between[:-1]):
        return False
    return any(form in _LAYING for norm in between for form in forms(norm)) and between[-1] not in _BESIDE - {"في"}


def _clears_itself(reading: Reading, event: Event) -> Span | None:
    """Return who says of an attack that it was not his own, outside of words that only deny, or None."""
    statement = _statement(reading, event)
    if statement is None or statement.holder is None:
        return None
    norms = _norms(reading, Span(min(statement.content.start, event.trigger.start), event.trigger.start))
    while norms and norms[0] in _OPENING:
        norms = norms[1:]
    if len(norms) < 2 or len(norms) > _NOT_WITHIN:
        return None
    told = {form for norm in norms[1:] for form in forms(norm)}
    clears = norms[1] in _DID_NOT if norms[0] == "لم" else norms[0] in _NOT and bool(told & (INVOLVED | _BEHIND))
    return statement.holder if clears else None


def _norms(reading: Reading, span: Span) -> list[str]:
    return [word.norm for word in find_words(reading.article.text, span) if word.kind == "word"]


def _statement(reading: Reading, event: Event) -> Statement | None:
    if event.statement is None or event.statement >= len(reading.statements):
        return None
    return reading.statements[event.statement]
