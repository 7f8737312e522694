"""Who condemns an act has not done it: «أدانت المنظمة الهجوم» makes nobody an attacker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.events.scene import Scene
from tawatur.model import Event, Span

# Words beside the condemner that may stand between the condemnation and the act: «بشدة هذا», a blamed name.
REACH = 3


def without_condemners(scene: Scene, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events; what a condemnation or an accusation has as its object loses its speaker as actor."""
    blaming = [e for e in events if e.type == "ACCUSE" and e.actors]
    return tuple(_cleared(scene, event, blaming) for event in events)


def _cleared(scene: Scene, event: Event, blaming: Sequence[Event]) -> Event:
    others = {
        actor
        for blame in blaming
        if blame is not event and blame.sentence == event.sentence and _is_object(scene, blame, event)
        for actor in blame.actors
    }
    kept = tuple(actor for actor in event.actors if not any(actor.meets(other) for other in others))
    return event if kept == event.actors else replace(event, actors=kept)


def _is_object(scene: Scene, blame: Event, event: Event) -> bool:
    """Tell whether an event follows a blaming trigger with next to nothing but the speaker between them."""
    if event.trigger.start < blame.trigger.end:
        return False
    between = [
        word
        for word in scene.prepared.words_in(Span(blame.trigger.end, event.trigger.start))
        if not any(word.span.meets(actor) for actor in blame.actors)
    ]
    return len(between) <= REACH and all(word.kind == "word" for word in between)
