"""Parts: what one sentence tells of one speaker in several clauses («قال … إن …، موضحا أن …») is one utterance.

A sentence is read as a statement for each of its clauses, and each of them would be told with the whole sentence. Only
groups that stand in just the same sentences are joined: what some article tells by itself stays apart, so that the
sentences of a speech do not run together over the articles that quote several of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.stories.reasons import reason
from tawatur.stories.utterances.gathered import Gathered
from tawatur.stories.utterances.said import Said

_Place = tuple[str, int, str, str]


def speaks_alike(one: Said, other: Said) -> bool:
    """Tell whether two sayings have one speaker: one entity, or in the same words where each article knows its own."""
    return one.speaker == other.speaker or (bool(one.label) and one.label == other.label)


def with_parts(gathered: Sequence[Gathered]) -> tuple[Gathered, ...]:
    """Return the groups with those joined that are told in the same sentences, of one speaker and stance."""
    found: dict[frozenset[_Place], Gathered] = {}
    for group in gathered:
        whole = found.setdefault(frozenset(map(_place, group.sayings)), group)
        if whole is not group:
            for said in group.sayings:
                whole.add(said, (*group.why.get(said.key, ()), reason("same-sentence")))
    return tuple(found.values())


def _place(said: Said) -> _Place:
    """Return where a saying stands and who speaks there how: sayings of one place are parts of one utterance.

    Of those of whom nothing is known each stands by itself.
    """
    return said.article, said.sentence, said.stance, said.speaker or said.label or str(said.statement)
