"""Lines of a timeline: happenings that would be told in the same words of the same days stand on one line."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.views.values import HappeningView


def same_lines(happenings: Iterable[HappeningView]) -> tuple[tuple[HappeningView, ...], ...]:
    """Return the happenings by line, in order of the first of each: of one title, type, status and days.

    They are not taken for one: each keeps its id, its count and its evidence.
    """
    lines: dict[tuple[object, ...], list[HappeningView]] = {}
    for happening in happenings:
        told = (happening.label, happening.label_en, happening.type, happening.status)
        lines.setdefault((*told, happening.when.first, happening.when.last), []).append(happening)
    return tuple(map(tuple, lines.values()))


def reports_on(line: Iterable[HappeningView]) -> int:
    """Return how many reports, each an article's, tell of the happenings of a line."""
    return sum(len(happening.reports) for happening in line)
