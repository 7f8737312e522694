"""Utterances built: gathered sayings turned into values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.model import Anchor, Reading, Saying, Utterance
from tawatur.stories.chains.independence import count_chains
from tawatur.stories.chains.trace import joined
from tawatur.stories.happenings.build import stable_id
from tawatur.stories.utterances.gathered import Gathered
from tawatur.stories.utterances.said import Said


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
