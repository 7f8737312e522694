"""Where the items of a page of several begin, the words above a headline, and tails of titles without a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.split.credits import credited_line
from tawatur.split.headlines import kinds
from tawatur.split.looks import Look, shows_picture
from tawatur.text.fold import fold

_VIEWED = re.compile(rf"\W*\d[\d.,]*\s*[kKmM]?\s*(?:{fold('مشاهدة')}|{fold('مشاهدات')}|views?)\b")
# What stands above a headline: «في تصريح خاص ل…», «بحضور …», «مسؤول في منظمة الموانئ:».
_KICKER_WORDS = 9
_KICKING = frozenset(
    fold("في خلال بعد بحضور برعاية بمناسبة ضمن وسط رغم قبل عقب تزامنا بمشاركة على خاص بالتزامن").split()
)


def of_issue(look: Look) -> bool:
    """Tell whether a date line is a printed issue's («… - العدد 4120»): the page's frame, not the article's."""
    return fold("العدد") in look.words


def is_kicker(look: Look) -> bool:
    """Tell whether a line above a headline is a kicker or the text of the article's picture."""
    return look.kind == "title" and (
        (look.count >= 4 and shows_picture(look.words))
        or look.line.text.endswith(":")
        or (look.line.hint == "subhead" and 2 < look.count <= _KICKER_WORDS)
        or (2 < look.count <= _KICKER_WORDS and look.first in _KICKING)
    )


def tails_of_titles(looks: Sequence[Look]) -> list[tuple[bool, int, int]]:
    """Return for every line whether from it to the next heading nothing but titles follows, how many, and dates.

    Computed once from the end, so that a page of thousands of titles takes linear time.
    """
    found: list[tuple[bool, int, int]] = []
    bare, titles, dates = True, 0, 0
    for look in reversed(looks):
        if look.kind in ("section", "comments"):
            bare, titles, dates = True, 0, 0
        elif look.kind in ("sentence", "source", "keywords", "caption", "byline"):
            bare = False
        titles += look.kind == "title" and look.count > 3
        dates += look.kind == "date"
        found.append((bare, titles, dates))
    return found[::-1]


def further_items(looks: Sequence[Look]) -> frozenset[int]:
    """Return where further items of a page begin: briefs with datelines, posts of a channel with counts of views."""
    found = {at for at in range(1, len(looks) - 1) if _is_item(looks, at)}
    first = next((look for look in looks if look.kind == "sentence"), None)
    if first is not None and credited_line(first.line.text) is None:
        found = set()
    counted = [at for at, look in enumerate(looks) if look.kind == "furniture" and at and _closes(looks, at)]
    if len(counted) < 2:
        return frozenset(found)
    starts = (
        next((i for i in range(at + 1, min(at + 4, len(looks))) if looks[i].kind == "title"), None) for at in counted
    )
    found.update(
        at for at in starts if at is not None and looks[at].count > 2 and "sentence" in kinds(looks, at + 1, at + 2)
    )
    # Posts without a title begin with who posts or passes them on, else with their text.
    found.update(start for at in counted if (start := _untitled(looks, at)) is not None and start not in found)
    return frozenset(found)


def _untitled(looks: Sequence[Look], at: int) -> int | None:
    """Return where the post below a count of views begins when it has no title: above its first sentence."""
    for index in range(at + 1, min(at + 6, len(looks))):
        if looks[index].kind == "sentence":
            start = index
            while start > at + 1 and looks[start - 1].kind in ("byline", "source"):
                start -= 1
            return start
        if looks[index].kind not in ("date", "byline", "source", "furniture", "number"):
            return None
    return None


def _is_item(looks: Sequence[Look], at: int) -> bool:
    """Tell whether a title right after a paragraph heads one with a dateline of its own: the next of several items."""
    if looks[at].kind != "title" or looks[at].count < 3 or looks[at - 1].kind not in ("sentence", "date", "furniture"):
        return False
    return looks[at + 1].kind == "sentence" and credited_line(looks[at + 1].line.text) is not None


def _closes(looks: Sequence[Look], at: int) -> bool:
    return _VIEWED.match(fold(looks[at].line.text[:40])) is not None and "sentence" in kinds(looks, max(0, at - 3), at)
