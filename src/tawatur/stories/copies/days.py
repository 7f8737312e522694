"""How many days lie between the publication of two articles."""

from __future__ import annotations

from tawatur.model import Article


def days_apart(one: Article, other: Article) -> int:
    """Return the least number of days between two publications, 0 where one is unknown."""
    gap = 0
    for early, late in ((one.published, other.published), (other.published, one.published)):
        if early is not None and late is not None and early.last is not None and late.first is not None:
            gap = max(gap, (late.first - early.last).days)
    return gap
