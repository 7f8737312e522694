"""The timeline of a story, a story line or an entity: what happened or is planned, by when, with who tells of it."""

from __future__ import annotations

from datetime import date

from tawatur.model import Happening, Stories, TimelineLine


def timeline(stories: Stories, ident: str) -> tuple[TimelineLine, ...]:
    """Return the happenings of a story, story line, happening or world entity, ordered by when they happened.

    Dated ones come by their first day, an interval after the day that it starts with; those of unknown date come
    last, with the bound that publication gives. Raises KeyError for an id that `stories` does not hold.
    """
    chosen = _chosen(stories, ident)
    lines = (_line(happening) for happening in stories.happenings if happening.id in chosen)
    return tuple(sorted(lines, key=_order))


def _chosen(stories: Stories, ident: str) -> frozenset[str]:
    for story in stories.stories:
        if story.id == ident:
            return frozenset(story.happenings)
    for line in stories.lines:
        if line.id == ident:
            return frozenset(h for story in stories.stories if story.id in line.stories for h in story.happenings)
    if any(entity.id == ident for entity in stories.entities):
        return frozenset(
            h.id for h in stories.happenings if ident in h.actors or ident in h.recipients or ident == h.place
        )
    if any(happening.id == ident for happening in stories.happenings):
        return frozenset({ident})
    raise KeyError(f"no story, story line, entity or happening has the id {ident!r}")


def _line(happening: Happening) -> TimelineLine:
    return TimelineLine(
        happening.id,
        happening.when,
        happening.label,
        happening.status,
        happening.status in ("planned", "hypothetical"),
        happening.count,
        len(happening.reports),
        len(happening.disagreements),
        happening.fulfils,
    )


def _order(line: TimelineLine) -> tuple[int, date, date, str]:
    first, last = line.when.first, line.when.last
    known = first is not None and last is not None
    return (0 if known else 1, first or last or date.max, last or date.max, line.happening)
