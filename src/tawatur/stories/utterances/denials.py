"""Denials tied to what they deny: in their own article, and in the articles of other stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Happening, Reading, Saying, Utterance
from tawatur.stories.reasons import reason
from tawatur.stories.utterances.elsewhere import ClaimIndex, Denial
from tawatur.stories.wording import stems
from tawatur.text.words import find_words

# How many sentences back a denial that names nothing («نفت ذلك») may point.
_SENTENCES_BACK = 2
# The share of a denial's content stems that a claim must hold to be what is denied.
_REPEATED = 0.6
# Content stems of a denial that only points back, and words within which it says that a part in something is denied.
_POINTING, _PART_WITHIN = 2, 3

SaidKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """Utterances by the statements that say them, happenings by the statements that tell of them, and who tells."""

    spoken: Mapping[SaidKey, Utterance]
    inside: Mapping[SaidKey, list[str]]
    tellers: Mapping[str, list[str]]
    by_id: Mapping[str, Utterance]


def tie_denials(
    utterances: Sequence[Utterance],
    happenings: Sequence[Happening],
    readings: Mapping[str, Reading],
    lexicon: JoinLexicon,
    claims: ClaimIndex,
) -> tuple[tuple[Utterance, ...], tuple[Happening, ...]]:
    """Give each denial the happenings and utterances that it answers, and these the denials of them.

    A denial answers the happenings told of in its content, and what others say of those; the claim whose words it
    repeats; where it only points back («ونفت مثل هذه النوايا») the claim of another just before it; and the claims of
    the same matter in other articles, of whatever story (`elsewhere`).
    """
    told = _told(utterances, happenings, readings)
    tied: dict[str, Utterance] = {}
    denied: dict[str, list[str]] = {}
    for utterance in utterances:
        if utterance.stance == "deny":
            answers = dict.fromkeys(_answers(utterance, told, readings, lexicon))
            answers.update(dict.fromkeys(_claimed_elsewhere(utterance, list(answers), told, claims, lexicon)))
            answers.pop(utterance.id, None)
            why = tuple(reason("denies", answer) for answer in answers)
            tied[utterance.id] = replace(utterance, answers=tuple(answers), reasons=(*utterance.reasons, *why))
            for answer in answers:
                denied.setdefault(answer, []).append(utterance.id)
    found = (tied.get(utterance.id, utterance) for utterance in utterances)
    return (
        tuple(replace(u, denied_by=tuple(denied[u.id])) if u.id in denied else u for u in found),
        tuple(replace(h, denied_by=tuple(denied[h.id])) if h.id in denied else h for h in happenings),
    )


def _told(utterances: Sequence[Utterance], happenings: Sequence[Happening], readings: Mapping[str, Reading]) -> _Told:
    inside: dict[SaidKey, list[str]] = {}
    for happening in happenings:
        for report in happening.reports:
            statement = readings[report.article].events[report.event].statement
            if statement is not None:
                inside.setdefault((report.article, statement), []).append(happening.id)
    spoken = {(s.article, s.statement): u for u in utterances for s in u.sayings}
    tellers: dict[str, list[str]] = {}
    for key, held in inside.items():
        for ident in held:
            if key in spoken:
                tellers.setdefault(ident, []).append(spoken[key].id)
    return _Told(spoken, inside, tellers, {u.id: u for u in utterances})


def _claimed_elsewhere(
    utterance: Utterance, answers: Iterable[str], told: _Told, claims: ClaimIndex, lexicon: JoinLexicon
) -> Iterable[str]:
    """Yield the claims of other articles that a denial is about, and the happenings that are told of in them.

    What it denies in its own article tells what it is about where its own words do not («نفى هذه الاتهامات»).
    """
    own = {saying.article for saying in utterance.sayings}
    near = [
        (saying.article, saying.statement)
        for answer in answers
        if answer in told.by_id
        for saying in told.by_id[answer].sayings
        if saying.article in own
    ]
    for saying in utterance.sayings:
        beside = tuple(statement for article, statement in near if article == saying.article)
        part = denies_a_part(saying.anchor.exact, lexicon)
        for key in claims.about(Denial(saying.article, saying.statement, beside, part)):
            found = told.spoken.get(key)
            if (
                found is not None
                and found.stance != "deny"
                and not (found.speaker and found.speaker == utterance.speaker)
            ):
                yield found.id
                yield from told.inside.get(key, ())


def _answers(
    utterance: Utterance,
    told: _Told,
    readings: Mapping[str, Reading],
    lexicon: JoinLexicon,
) -> list[str]:
    answers: dict[str, None] = {}
    for saying in utterance.sayings:
        held = told.inside.get((saying.article, saying.statement), [])
        part = denies_a_part(saying.anchor.exact, lexicon)
        for happening in held:
            answers.setdefault(happening)
            for teller in told.tellers.get(happening, ()):
                claim = told.by_id[teller]
                if part and claim.stance != "accuse":
                    # Who tells of an attack says nothing that «لا علاقة لنا به» denies.
                    continue
                if claim.speaker != utterance.speaker and claim.stance != "deny":
                    answers.setdefault(teller)
        before = _claim_repeated(readings[saying.article], saying, told.spoken, utterance, lexicon)
        if (
            before is None
            and (not held or _only_points(saying.anchor.exact, lexicon))
            and _points_back(saying.anchor.exact, lexicon)
        ):
            before = _claim_before(readings[saying.article], saying, told.spoken, utterance)
        if before is not None:
            answers.setdefault(before[0])
            for happening in told.inside.get((saying.article, before[1]), ()):
                answers.setdefault(happening)
    return list(answers)


def _claim_repeated(
    reading: Reading,
    saying: Saying,
    spoken: Mapping[SaidKey, Utterance],
    denial: Utterance,
    lexicon: JoinLexicon,
) -> tuple[str, int] | None:
    """Return the nearest claim of somebody else in the article that holds most of the words of a denial."""
    own = reading.statements[saying.statement]
    denied = frozenset(stems(saying.anchor.exact, lexicon.stop))
    if len(denied) < 2:
        return None
    said = reading.statements
    for index in sorted(range(len(said)), key=lambda i: abs(said[i].sentence - own.sentence)):
        other = reading.statements[index]
        found = spoken.get((saying.article, index))
        if (
            found is None
            or found.speaker == denial.speaker
            or other.stance == "deny"
            or (other.content.meets(own.content) and other.content != own.content)
        ):
            continue
        if other.content == own.content:
            # «قالت … إن …، وهو ما نفته الشرطة»: the claim's own words are what is denied.
            return found.id, index
        claimed = frozenset(stems(other.content.of(reading.article.text), lexicon.stop))
        if len(denied & claimed) >= max(2, _REPEATED * len(denied)):
            return found.id, index
    return None


def _points_back(words: str, lexicon: JoinLexicon) -> bool:
    return any(word.norm in lexicon.answers for word in find_words(words))


def _only_points(words: str, lexicon: JoinLexicon) -> bool:
    """Tell whether what is denied is no more than a noun for what was said («هذه الاتهامات», «صحة التقرير»)."""
    return len(stems(words, lexicon.stop)) <= _POINTING


def denies_a_part(words: str, lexicon: JoinLexicon) -> bool:
    """Tell whether what is denied is a part in something, not the thing itself («أي علاقة له بالتفجير»)."""
    first = list(find_words(words))[:_PART_WITHIN]
    return any(form in lexicon.told.involved for word in first for form in forms(word.norm))


def _claim_before(
    reading: Reading, saying: Saying, spoken: Mapping[SaidKey, Utterance], denial: Utterance
) -> tuple[str, int] | None:
    """Return the nearest claim of somebody else that stands at most two sentences before a denial."""
    own = reading.statements[saying.statement]
    for index in sorted(range(len(reading.statements)), key=lambda i: -reading.statements[i].content.start):
        other = reading.statements[index]
        found = spoken.get((saying.article, index))
        if (
            found is not None
            and found.speaker != denial.speaker
            and other.content.start < own.content.start
            and 0 <= own.sentence - other.sentence <= _SENTENCES_BACK
            and other.stance in ("accuse", "assert", "evaluate")
            and not other.content.holds(own.content)
        ):
            return found.id, index
    return None
