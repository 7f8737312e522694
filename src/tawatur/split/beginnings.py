"""The lines around a beginning: the frame and header above an article, its paragraphs, summaries of pointers."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.split.headlines import kinds
from tawatur.split.items import is_kicker, of_issue
from tawatur.split.looks import Look, goes_on
from tawatur.split.overlap import stems
from tawatur.split.posted import PASSED_ON


def is_masthead(look: Look, *, first: bool) -> bool:
    """Tell whether a line above a headline is the page's frame; above further articles only a section's name is."""
    if not first:
        return look.kind == "topic"
    return look.kind in ("date", "topic", "furniture", "number") or (look.kind == "title" and look.count <= 2)


def heads_on(lines: Sequence[Look]) -> bool:
    """Tell whether the last line of a block of links is a title that is none."""
    last = lines[-1]
    return last.kind == "title" and not last.line.linked and any(look.line.linked for look in lines[1:-1])


def body_run(looks: Sequence[Look], at: int) -> list[int]:
    """Return the sentences from `at` on that stand together, with captions, subheads or furniture between them."""
    run, gap = [at], 0
    for index in range(at + 1, min(at + 60, len(looks))):
        look = looks[index]
        # The items of a list belong to the body that announces it with a colon.
        listed = look.bullet and (looks[index - 1].bullet or looks[index - 1].line.text.rstrip().endswith(":"))
        if (look.kind == "sentence" and not look.bullet) or (listed and index - 1 in run):
            run.append(index)
            gap = 0
        elif (
            look.kind in ("section", "comments", "source", "keywords")
            or (look.kind == "byline" and gap >= 0)
            or (look.kind == "caption" and look.topic)
            or gap >= 2
        ):
            break
        else:
            gap += 1
    return run


def with_header(looks: Sequence[Look], floor: int, start: int, lead: int) -> int:
    """Take in captions, a byline or a date that stand right above the headline and belong to it.

    A date there is a masthead's, today's, when the article has a date line of its own below the headline.
    """
    own = {"caption", "byline"} | ({"date"} - kinds(looks, start, lead))
    at = start
    while (
        at > floor and looks[at - 1].kind == "source" and (looks[at - 1].line.hint or looks[at - 1].reason == PASSED_ON)
    ):
        at -= 1
    while at > floor and ((looks[at - 1].kind in own and not of_issue(looks[at - 1])) or is_kicker(looks[at - 1])):
        at -= 1
    # A line such as «رمز الخبر: 8484» may stand between the date and the headline.
    above = at
    while above > floor and looks[above - 1].reason in (
        "a counter or address",
        "no words",
        "a few words that are not Arabic",
    ):
        above -= 1
    if above < at and above > floor and looks[above - 1].kind in own:
        return with_header(looks, floor, above, lead)
    return at


def is_summary(looks: Sequence[Look], start: int, at: int, own: Sequence[int]) -> bool:
    """Tell whether a paragraph right below a pointer's title, with another below it, tells that title's story.

    `own` are the lines (headline, first paragraph) of the article around the pointers: it must tell less of theirs.
    """
    look, above = looks[at], looks[at - 1]
    below = looks[at + 1] if at + 1 < len(looks) else None
    if at - start != 2 or above.kind != "title" or below is None or below.kind != "sentence" or goes_on(look.words):
        return False
    told = stems(look.words)
    mine = len(told & stems(above.words))
    return mine > len(told & stems(word for line in own for word in looks[line].words)) and goes_on(below.words)
