"""Who is blamed: whom statements accuse, who claims a deed, who denies a part in it.

Nobody is blamed here: each value is what somebody says, and the one who denies it stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Reading, Span, Statement
from tawatur.stories.contested.clauses import Token, content, cue_norms, has
from tawatur.stories.contested.denied import denies_part, is_denial
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.wording import stem, stems
from tawatur.text.words import find_words

Role = Literal["accused", "claims", "cleared"]
# Sentences back in which a blame stands that a bare noun («الهجوم», «ذلك») points at.
_BACK = 3
# Words of a claim of responsibility after its cue.
_CLAIM_WITHIN = 8
# Words among which somebody tells what he adopts.
_ADOPTED = 2
_LEAST_STEMS = 2
# Words by which somebody accused may be worded.
_NAMED_WITHIN = 10
# Words of an accusation among which whom it names begins («متهما إياها بالتسبب في وفاة ابنه …» names nobody).
_ACCUSED_WITHIN = 4
# Words of a statement within which somebody says that he had no part, and from the negation to the word for a part.
_PART_WITHIN, _PART_NEAR = 8, 3
_DID_NOT = "لم"
# «المدعومين من روسيا», «الموالين للحكومة».
_OF = frozenset({"من", "الي", "مع"})
_PLACES = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Blamed:
    """Somebody in a statement: accused of a deed, claiming it, or denying a part in it.

    `ids` are the entities meant, `deed` the words of what was done, `places` the stems of the places named with it,
    `beside` those of its whole sentence; `group` tells of a bare noun for somebody told before («الحركة»), `points`
    of one for a deed («الهجوم»). `by` are entity and stems of who says it.
    """

    article: str
    statement: int
    sentence: int
    role: Role
    words: str
    ids: frozenset[str]
    stems: frozenset[str]
    deed: tuple[Token, ...]
    places: frozenset[str]
    beside: frozenset[str]
    group: bool
    points: bool
    by: frozenset[str]


def blames(reader: PartyReader, lexicon: JoinLexicon) -> Iterator[Blamed]:
    """Yield whom the statements of an article accuse, who claims a deed in them and who denies a part in it."""
    reading = reader.reading
    for number, statement in enumerate(reading.statements):
        if is_denial(reading, statement, lexicon):
            if statement.holder is not None and denies_part(reading, statement, lexicon):
                yield _blamed(reader, number, "cleared", statement.holder, lexicon)
        elif statement.holder is not None and _has_no_part(reading, statement, lexicon):
            yield _blamed(reader, number, "cleared", statement.holder, lexicon)
        elif statement.holder is not None and _claims(reading, statement, lexicon):
            yield _blamed(reader, number, "claims", statement.holder, lexicon)
        elif statement.holder is not None and (place := _positions(reading, statement, lexicon)) is not None:
            yield _blamed(reader, number, "accused", place, lexicon)
        elif statement.stance == "accuse":
            for span in _accused(reading, statement, lexicon):
                yield _blamed(reader, number, "accused", span, lexicon)


def _has_no_part(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    """Tell whether somebody says that the deed was not theirs («لا علاقة لنا بالهجوم», «لم تنفذ الجماعة الهجوم»)."""
    if statement.stance == "accuse":
        return False
    words = [w.norm for w in find_words(reading.article.text, statement.content) if w.kind == "word"][:_PART_WITHIN]
    at = next((n for n, norm in enumerate(words) if norm in lexicon.contest.no_part), None)
    if at is None:
        return False
    behind = words[at + 1 : at + 1 + _PART_NEAR]
    if words[at] == _DID_NOT and behind[:1] and behind[0] in lexicon.told.did_not:
        return has(words, lexicon.contest.deeds)
    # «ليس مسؤولا عن الهجوم»; who was hurt has «no link» to any group is said of others.
    own = any(f in lexicon.told.involved or f in lexicon.told.blamed for norm in behind for f in forms(norm))
    return own and any(norm in lexicon.contest.ours for norm in words)


def _claims(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    """Tell whether somebody says of a deed that it was theirs («تبنت», «أعلنت مسؤوليتها عن»)."""
    if statement.stance in ("accuse", "deny"):
        return False
    words = [w.norm for w in find_words(reading.article.text, statement.content) if w.kind == "word"][:_CLAIM_WITHIN]
    if any(norm in lexicon.contest.adopted for norm in words[:_ADOPTED]):
        # «داعيا إلى تبني القرار»
        return False
    if has((*cue_norms(reading, statement), *words[:1]), lexicon.told.claimed):
        return True
    # «مقاتلي الحركة هم من نفذ الهجوم»
    did = has(words, lexicon.contest.did) and has(words, lexicon.contest.deeds)
    return did and has(words[:1], lexicon.contest.own_men)


def _positions(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> Span | None:
    """Return whose positions something was fired from, as it is said («القذائف مصدرها مواقع القوات الحكومية»)."""
    words = [w for w in find_words(reading.article.text, statement.content) if w.kind == "word"]
    at = next((n for n, w in enumerate(words) if w.norm in lexicon.contest.fire), None)
    whose = words[at + 2 : at + 4] if at is not None else []
    return Span(whose[0].span.start, whose[-1].span.end) if whose else None


def _accused(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> list[Span]:
    """Return whom an accusation names: the recipients of its event, else the one body or person named in it."""
    cue = statement.cue
    events = [e for e in reading.events if cue is not None and e.type == "ACCUSE" and e.trigger.meets(cue)]
    named = [span for e in events for span in e.recipients if statement.content.holds(span)]
    if named:
        return named[:1]
    if (laid := _before_part(reading, statement, lexicon)) is not None:
        return [laid]
    first = [w.span for w in find_words(reading.article.text, statement.content) if w.kind == "word"][:_ACCUSED_WITHIN]
    near = Span(statement.content.start, first[-1].end) if first else statement.content
    inside = [n.span for n in reading.names if near.meets(n.span) and n.type not in _PLACES]
    return inside[:1] if events or _marks(reading, statement, lexicon) else []


def _before_part(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> Span | None:
    """Return who stands before the word for a part («حمّل … «العصابات» مسؤولية التفجير»)."""
    words = [w for w in find_words(reading.article.text, statement.content) if w.kind == "word"]
    at = next((n for n, w in enumerate(words) if any(f in lexicon.told.involved for f in forms(w.norm))), 0)
    return Span(words[0].span.start, words[at - 1].span.end) if 0 < at <= _NAMED_WITHIN else None


def _marks(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    words = [w.norm for w in find_words(reading.article.text, statement.content)]
    listed = lexicon.told.involved | lexicon.told.behind
    return has(words, lexicon.contest.marks) or any(f in listed for w in words for f in forms(w))


def _blamed(reader: PartyReader, number: int, role: Role, span: Span, lexicon: JoinLexicon) -> Blamed:
    reading = reader.reading
    statement = reading.statements[number]
    text = reading.article.text
    party = _party(reader, span, statement, role)
    tokens = content(find_words(text, statement.content), [w.span for w in reading.times], lexicon)
    deed = tuple(t for t in tokens if not span.holds(t.span) and not _is_part_word(t.span.of(text), lexicon))
    inside = [n for n in reading.names if statement.content.holds(n.span) and not span.holds(n.span)]
    places = frozenset(stem(w.norm) for n in inside if n.type in _PLACES for w in find_words(text, n.span))
    whole = next((x.span for x in reading.sentences if x.index == statement.sentence), statement.content)
    spoken = (span, *((statement.holder,) if statement.holder else ()))
    around = [n.span for n in reading.names if n.type in _PLACES and whole.holds(n.span)]
    near = [place for place in around if not any(own.holds(place) for own in spoken)]
    beside = places | frozenset(stem(w.norm) for place in near for w in find_words(text, place))
    words = [w.norm for w in find_words(text, span)]
    group = has(words, lexicon.contest.groups) and not any(span.holds(n.span) for n in reading.names)
    points = len(deed) <= 1 or any(has([w.norm for w in find_words(text, t.span)], lexicon.contest.deeds) for t in deed)
    return Blamed(
        reading.article.id,
        number,
        statement.sentence,
        role,
        span.of(text),
        party.ids,
        frozenset(stem(w.norm) for w in find_words(text, span) if w.kind == "word"),
        deed,
        places,
        beside,
        group,
        points,
        _by(reader, statement),
    )


def _by(reader: PartyReader, statement: Statement) -> frozenset[str]:
    """Return who says it: the entity, and the stems of the words for it."""
    if statement.holder is None:
        return frozenset()
    text, entity = reader.reading.article.text, reader.entity_party(statement.speaker) if statement.speaker else None
    worded = (stem(w.norm) for w in find_words(text, statement.holder) if w.kind == "word")
    return reader.party(statement.holder).keys | (entity.ids if entity else frozenset()) | frozenset(worded)


def _party(reader: PartyReader, span: Span, statement: Statement, role: Role) -> Party:
    party = reader.party(span)
    if role != "accused" and not party.ids and statement.speaker is not None:
        return reader.entity_party(statement.speaker) or party
    return party


def _is_part_word(word: str, lexicon: JoinLexicon) -> bool:
    return any(f in lexicon.told.involved or f in lexicon.told.behind for w in find_words(word) for f in forms(w.norm))


def opposed(one: Blamed, other: Blamed, lexicon: JoinLexicon) -> bool:
    """Tell whether two statements cannot both hold: one accused denies a part, or two are told as the doers."""
    if one.article == other.article and one.statement == other.statement:
        return False
    roles = {one.role, other.role}
    if roles == {"accused", "cleared"} or roles == {"claims", "cleared"}:
        blamed, cleared = (one, other) if other.role == "cleared" else (other, one)
        return _same(blamed, cleared) and one_deed(one, other)
    if roles == {"accused", "claims"}:
        accused, claims = (one, other) if one.role == "accused" else (other, one)
        return _are_others(accused, claims, lexicon) and one_deed(one, other)
    if roles == {"accused"}:
        if _answers(one, other) or _answers(other, one):
            return True
        if not (one.ids and other.ids) or not _apart(one, other) or not one.beside & other.beside:
            return False
        return _share_deed(one, other)
    return False


def _same(blamed: Blamed, cleared: Blamed) -> bool:
    """Tell whether who is blamed is who denies it: one entity, the words of the name, or a bare noun for them."""
    if _only_belongs(blamed.words, cleared):
        return False
    if blamed.ids & cleared.ids:
        return True
    shared = blamed.stems & cleared.stems
    if len(shared) >= min(_LEAST_STEMS, len(cleared.stems), len(blamed.stems)) and shared and not cleared.group:
        return True
    near = blamed.article == cleared.article and 0 <= cleared.sentence - blamed.sentence <= 1
    return cleared.group and near


def _only_belongs(words: str, cleared: Blamed) -> bool:
    """Tell whether the words for who is blamed name another only as theirs («المتمردين الموالين لموسكو»)."""
    every = [w for w in find_words(words) if w.kind == "word"]
    named = [n for n, w in enumerate(every) if set(stems(w.norm)) & cleared.stems]
    return bool(named) and all(n and (every[n].norm.startswith("ل") or every[n - 1].norm in _OF) for n in named)


def _answers(charge: Blamed, answer: Blamed) -> bool:
    """Tell whether who is accused of a deed accuses somebody else of it."""
    accused = bool(charge.ids & answer.by) or len(charge.stems & answer.by) >= _LEAST_STEMS
    return accused and _apart(charge, answer) and one_deed(charge, answer) and _share_deed(charge, answer)


def _share_deed(one: Blamed, other: Blamed) -> bool:
    return any(a.senses & b.senses for a in one.deed for b in other.deed)


def _apart(one: Blamed, other: Blamed) -> bool:
    return not one.ids & other.ids and not one.stems & other.stems


def _are_others(accused: Blamed, claims: Blamed, lexicon: JoinLexicon) -> bool:
    """Tell whether who is accused is surely not who claims it: «مهربو النفط» are no group with a name."""
    if not _apart(accused, claims):
        return False
    return has([w.norm for w in find_words(accused.words)], lexicon.contest.gangs) or bool(accused.ids and claims.ids)


def one_deed(one: Blamed, other: Blamed) -> bool:
    """Tell whether two statements are about one deed: a place or words in common, or a bare noun that points back."""
    if one.places and other.places and not one.places & other.places:
        return False
    if one.beside & other.beside:
        return True
    shared = {a.stem for a in one.deed for b in other.deed if a.meets(b)}
    if len(shared) >= _LEAST_STEMS:
        return True
    points = one.points or other.points
    if one.article == other.article:
        return points and abs(one.sentence - other.sentence) <= _BACK
    # Who denies a part in «الهجوم» denies what the story blames on them.
    cleared = "cleared" in (one.role, other.role)
    return points and (cleared or bool(shared or _bare(one, other)))


def _bare(one: Blamed, other: Blamed) -> bool:
    return not one.deed and not other.deed
