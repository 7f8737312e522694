"""What lies between a trigger and a phrase: counts up to each word, so that any stretch is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import accumulate

from tawatur.events.scene import Scene

_MARKS = frozenset("،,؛:")


@dataclass(frozen=True, slots=True)
class Passed:
    """How many verbs, dividing marks, complementizers and relatives stand before each word, and in all."""

    verbs: tuple[int, ...]
    marks: tuple[int, ...]
    thats: tuple[int, ...]
    relatives: tuple[int, ...]


def passed_words(scene: Scene, markers: Mapping[str, frozenset[str]], verbs: Set[int]) -> Passed:
    """Count the words of an article that part a phrase from its trigger; `verbs` are the indexes of events' verbs."""
    plain, that, relative = markers["plain_verb"], markers["complementizer"], markers["relative"]
    return Passed(
        _counted(at in verbs or norm in plain or norm[1:] in plain for at, norm in enumerate(scene.norms)),
        _counted(word.text in _MARKS for word in scene.words),
        _counted(norm in that for norm in scene.norms),
        _counted(norm in relative for norm in scene.norms),
    )


def _counted(told: Iterable[bool]) -> tuple[int, ...]:
    return tuple(accumulate(told, initial=0))
