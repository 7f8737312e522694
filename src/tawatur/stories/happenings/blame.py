"""Blame: who is held responsible for an attack by whoever tells of it, and who denies a part in it."""

from __future__ import annotations

from tawatur.lexicon.join_words import forms
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span, Statement
from tawatur.stories.happenings.part_taken import take_part
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.happenings.telling import denies_it, denies_part
from tawatur.text.words import find_words

# Words between the accused and the deed, and between «وراء» and the deed.
_LAID_WITHIN, _BEHIND_WITHIN = 4, 3
# Words by which somebody says of himself that it was not his («ليست مسؤولة عن الهجوم»), up to the attack.
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
    statement, told = _statement(reader.reading, event), reader.world.told
    if event.type != "ASSAULT" or statement is None or statement.stance == "deny" or statement.holder is None:
        return ()
    blamed = actors if statement.stance == "accuse" or _is_behind(reader.reading, event, told) else ()
    accuser = reader.party(statement.holder)
    every = dict.fromkeys((*blamed, *take_part(reader, _accused(reader.reading, event, statement, told))))
    return tuple(p for p in every if _is_somebody(p) and not p.ids & accuser.keys)


def cleared(reader: PartyReader, event: Event) -> Party | None:
    """Return who denies a part in an attack, or that it was his («نفت الجماعة قصف السوق»), or None."""
    told = reader.world.told
    if event.type != "ASSAULT":
        return None
    if (holder := denies_part(reader.reading, event, told) or _clears_itself(reader.reading, event, told)) is not None:
        return reader.party(holder)
    if event.status != "denied" or not denies_it(reader.reading, event, told):
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


def _is_behind(reading: Reading, event: Event, words: ToldWords) -> bool:
    """Tell whether somebody is said to be behind an attack: «الجبهة تقف وراء الهجوم», «مسؤولة عن الهجوم»."""
    if event.status != "alleged":
        return False
    start = next((s.span.start for s in reading.sentences if s.span.holds(event.trigger)), event.trigger.start)
    before = _norms(reading, Span(start, event.trigger.start))[-_BEHIND_WITHIN:]
    return any(form in words.behind for norm in before for form in forms(norm))


def _accused(reading: Reading, event: Event, statement: Statement, words: ToldWords) -> tuple[Span, ...]:
    """Return whom an accusation names right before the deed that it lays to them."""
    if statement.cue is None:
        return ()
    cue = statement.cue
    named = (r for e in reading.events if e.type == "ACCUSE" and e.trigger.meets(cue) for r in e.recipients)
    return tuple(span for span in named if span.end <= event.trigger.start and _lays(reading, span, event, words))


def _lays(reading: Reading, accused: Span, event: Event, words: ToldWords) -> bool:
    """Tell whether words lay a deed to who stands before them: «بتنفيذ الهجوم», «مسؤولية الهجوم».

    What is blamed may be something else: «اتهمه بعرقلة المحادثات بعد الهجوم».
    """
    between = _norms(reading, Span(accused.end, event.trigger.start))
    if between == ["ب"]:
        return True
    if not between or len(between) > _LAID_WITHIN or any(norm in words.beside for norm in between[:-1]):
        return False
    laid = any(form in words.laying or form in words.involved for norm in between for form in forms(norm))
    return laid and (between[-1] == "في" or between[-1] not in words.beside)


def _clears_itself(reading: Reading, event: Event, words: ToldWords) -> Span | None:
    """Return who says of an attack that it was not his own, outside of words that only deny, or None."""
    statement = _statement(reading, event)
    if statement is None or statement.holder is None:
        return None
    norms = _norms(reading, Span(min(statement.content.start, event.trigger.start), event.trigger.start))
    while norms and norms[0] in words.that:
        norms = norms[1:]
    if len(norms) < 2 or len(norms) > _NOT_WITHIN:
        return None
    told = {form for norm in norms[1:] for form in forms(norm)}
    if norms[0] == "لم":
        clears = norms[1] in words.did_not
    else:
        clears = norms[0] in words.not_so and any(form in words.involved or form in words.behind for form in told)
    return statement.holder if clears else None


def _norms(reading: Reading, span: Span) -> list[str]:
    return [word.norm for word in find_words(reading.article.text, span) if word.kind == "word"]


def _statement(reading: Reading, event: Event) -> Statement | None:
    if event.statement is None or event.statement >= len(reading.statements):
        return None
    return reading.statements[event.statement]
