"""News days: when a day told in one article and one told in another are of two things that happened one after another.

No article tells as done what happens after it came out. Where one of two days lies behind the other article, both tell
their news, and there are two of a kind.
"""

from __future__ import annotations

from datetime import date, timedelta

# A paper of the day itself may tell of the evening before, or have the day wrong by one.
_ONE_DAY = timedelta(days=1)


def happened_since(day: date | None, published: date | None, other: date | None, other_published: date | None) -> bool:
    """Tell whether the later of two days, told as past, came after the article that tells the other, or with it.

    A day that lies ahead of its own article is of a plan, which anybody may tell of.
    """
    if day is None or other is None or published is None or other_published is None:
        return False
    if day > other:
        day, published, other, other_published = other, other_published, day, published
    if other > published:
        return other <= other_published
    return other == published and other - day > _ONE_DAY
