"""Single names of people («القنطري»): joined to a full name only where a role or the story tells whose it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.stories.entities.nodes import Node
from tawatur.stories.entities.persons import compare_parts, given_name
from tawatur.stories.entities.roles import same_role
from tawatur.text.sounds import skeleton
from tawatur.text.words import without_article

_BY_ROLE, _IN_STORY = 0.85, 0.85


def join_single_names(singles: Sequence[Node], persons: Sequence[Node], lexicon: StoryLexicon) -> list[Node]:
    """Return all persons, the single names joined to them or to each other where there is support for it.

    Support is one story, or a role in the same words. Where several people of the name have support, none is chosen.
    """
    by_part: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(persons):
        for part in {_key(part) for part in person.parts}:
            by_part[part].append(number)
    left: list[Node] = []
    for single in sorted(singles, key=lambda n: n.members):
        if not single.parts:
            left.append(single)
            continue
        fitting = [
            (persons[number], reason)
            for number in by_part.get(_key(single.parts[0]), ())
            if (reason := _support(single, persons[number], lexicon)) is not None
        ]
        if len(fitting) == 1:
            fitting[0][0].absorb(single, *fitting[0][1])
        else:
            left.append(single)
    return [*persons, *_among_themselves(left, lexicon)]


def _support(single: Node, person: Node, lexicon: StoryLexicon) -> tuple[str, float] | None:
    """Return why a single name is that of a person and how sure that is, or None."""
    in_story = bool(single.groups & person.groups)
    role = same_role(single.roles.values(), person.roles.values()) if single.roles else None
    if (role is None and not in_story) or person.conflict(single):
        return None
    # A given name alone («محمد») is not what a person is called by; a family name or a foreign first name may be.
    common = given_name(single.parts[0], lexicon.given_names) is not None
    parts = person.parts[-1:] if common else person.parts
    if not any(compare_parts(single.parts[0], part, lexicon.given_names) for part in parts):
        return None
    if role is not None:
        return f"«{single.name}» has the role of «{person.name}»: {role}", _BY_ROLE
    return f"«{single.name}» stands in a story with «{person.name}» alone", _IN_STORY


def _among_themselves(singles: Sequence[Node], lexicon: StoryLexicon) -> list[Node]:
    """Join single names with each other inside one story or by a role, in order of their articles."""
    found: list[Node] = []
    by_part: dict[str, list[Node]] = defaultdict(list)
    for single in singles:
        if not single.parts:
            found.append(single)
            continue
        key = _key(single.parts[0])
        fitting = [
            (other, reason) for other in by_part[key] if (reason := _support(single, other, lexicon)) is not None
        ]
        if len(fitting) == 1:
            why, score = fitting[0][1]
            fitting[0][0].absorb(single, why.removesuffix(" alone"), score)
        else:
            found.append(single)
            by_part[key].append(single)
    return found


def _key(part: str) -> str:
    return skeleton(without_article(part))
