"""Utterances built: gathered sayings turned into values, and denials tied to what they deny."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Anchor, Happening, Reading, Saying, Utterance
from tawatur.stories.chains.independence import count_chains
from tawatur.stories.chains.trace import joined
from tawatur.stories.happenings.build import stable_id
from tawatur.stories.reasons import reason
from tawatur.stories.utterances.joining import Gathered
from tawatur.stories.utterances.said import Said
from tawatur.stories.wording import stems
from tawatur.text.words import find_words

# How many sentences back a denial that names nothing («نفت ذلك») may point.
_SENTENCES_BACK = 2
# The share of a denial's content stems that a claim must hold to be what is denied.
_REPEATED = 0.6

SaidKey = tuple[str, int]


def build_utterances(gathered: Sequence[Gathered], readings: Mapping[str, Reading]) -> tuple[Utterance, ...]:
    """Turn gathered sayings into utterances, sorted by id; both wordings and all carriers are kept."""
    return tuple(sorted((_utterance(group, readings) for group in gathered), key=lambda utterance: utterance.id))


def _utterance(group: Gathered, readings: Mapping[str, Reading]) -> Utterance:
    sayings = sorted(group.sayings, key=lambda said: said.key)
    first = sayings[0]
    text = readings[first.article].article.text
    labels = [said.label for said in sayings if said.label]
    key = utterance_id(first, text)
    return Utterance(
        key,
        next((said.speaker for said in sorted(sayings, key=lambda s: s.party is not None) if said.speaker), None),
        # The fullest wording of the speaker («وزير الخارجية …» rather than the bare name), the first of equals.
        max(labels, key=len, default=""),
        _stance(sayings),
        group.said,
        tuple(_saying(said, readings[said.article], group.why.get(said.key, ())) for said in sayings),
        count_chains([joined(said.traced, key) for said in sayings]),
        (),
        tuple(group.reasons),
    )


def utterance_id(first: Said, text: str) -> str:
    """Return the id of the utterance whose first saying (by article and place) is given, in its article's text."""
    return stable_id("u", first.article, first.statement, first.content.start, first.content.of(text))


def _stance(sayings: Sequence[Said]) -> str:
    """Return the stance of most of the sayings; of equals the first that is more than a plain assertion."""
    counts: dict[str, int] = {}
    for said in sayings:
        counts[said.stance] = counts.get(said.stance, 0) + 1
    return max(counts, key=lambda stance: (counts[stance], stance != "assert"))


def _saying(said: Said, reading: Reading, why: tuple[str, ...]) -> Saying:
    anchor = Anchor.of(said.article, reading.article.text, said.content)
    return Saying(said.article, said.statement, anchor, said.traced.chain, why)


def tie_denials(
    utterances: Sequence[Utterance],
    happenings: Sequence[Happening],
    readings: Mapping[str, Reading],
    lexicon: JoinLexicon,
) -> tuple[Utterance, ...]:
    """Give each denial the happenings and utterances that it answers.

    A denial answers the happenings told of in its content, and what others say of those; the claim whose words it
    repeats; and where it only points back («ونفت مثل هذه النوايا») the claim of another just before it.
    """
    reported: dict[tuple[str, int], str] = {}
    inside: dict[SaidKey, list[str]] = {}
    for happening in happenings:
        for report in happening.reports:
            reported[report.article, report.event] = happening.id
            statement = readings[report.article].events[report.event].statement
            if statement is not None:
                inside.setdefault((report.article, statement), []).append(happening.id)
    spoken = {(s.article, s.statement): u for u in utterances for s in u.sayings}
    tellers: dict[str, list[str]] = {}
    for key, held in inside.items():
        for ident in held:
            if key in spoken:
                tellers.setdefault(ident, []).append(spoken[key].id)
    by_id = {u.id: u for u in utterances}
    tied: list[Utterance] = []
    for utterance in utterances:
        if utterance.stance != "deny":
            tied.append(utterance)
            continue
        answers = _answers(utterance, inside, spoken, tellers, by_id, readings, lexicon)
        why = tuple(reason("denies", answer) for answer in answers)
        tied.append(replace(utterance, answers=tuple(answers), reasons=(*utterance.reasons, *why)))
    return tuple(tied)


def _answers(
    utterance: Utterance,
    inside: Mapping[SaidKey, list[str]],
    spoken: Mapping[SaidKey, Utterance],
    tellers: Mapping[str, list[str]],
    by_id: Mapping[str, Utterance],
    readings: Mapping[str, Reading],
    lexicon: JoinLexicon,
) -> list[str]:
    answers: dict[str, None] = {}
    for saying in utterance.sayings:
        held = inside.get((saying.article, saying.statement), [])
        for happening in held:
            answers.setdefault(happening)
            for teller in tellers.get(happening, ()):
                if by_id[teller].speaker != utterance.speaker and by_id[teller].stance != "deny":
                    answers.setdefault(teller)
        before = _claim_repeated(readings[saying.article], saying, spoken, utterance, lexicon)
        if before is None and not held and _points_back(saying.anchor.exact, lexicon):
            before = _claim_before(readings[saying.article], saying, spoken, utterance)
        if before is not None:
            answers.setdefault(before[0])
            for happening in inside.get((saying.article, before[1]), ()):
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
            or other.content.meets(own.content)
        ):
            continue
        claimed = frozenset(stems(other.content.of(reading.article.text), lexicon.stop))
        if len(denied & claimed) >= max(2, _REPEATED * len(denied)):
            return found.id, index
    return None


def _points_back(words: str, lexicon: JoinLexicon) -> bool:
    return any(word.norm in lexicon.answers for word in find_words(words))


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
