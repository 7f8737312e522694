"""What stands below an article's last paragraph or between its paragraphs without a heading: labels, pointers, frames.

The roles that each line has by its zone are set right here where several lines together show more than one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.model import Role
from tawatur.split.dating.words import DATING
from tawatur.split.looks import Look
from tawatur.split.overlap import stems
from tawatur.split.zones import Zone
from tawatur.text.fold import fold

# A keyword has few words; a line of several keywords a few more.
_LABEL_WORDS, _LABELS_WORDS = 3, 8
# How many letters two stems share where one is a form of the other («روس», «روسيا»).
_SHARED = 3
# Fewer paragraphs than this do not show that an article's paragraphs end in full stops.
_PARAGRAPHS = 3
# How far below an article's last paragraph its keywords stand at most: past a share bar, or a list of pointers.
_BELOW = 24
# Lines up to an article's last in which the words of its keywords are looked for: few, so that time stays linear.
_TOLD = 40
_STEPS = frozenset(
    fold(
        "السابق التالي السابقة التالية المقال الخبر الموضوع المقالة القصة التقرير الصورة المادة القادمة القادم"
    ).split()
)
_PAGE_BOX = 1
# A communiqué is signed by a body, and a place perhaps.
_SIGNED = 3


@dataclass(frozen=True, slots=True)
class Assigned:
    """A line's role, its article and the reason."""

    role: Role
    article: int | None
    reason: str


def settle(looks: Sequence[Look], zones: Sequence[Zone], found: list[Assigned]) -> None:
    """Set right, in place, the roles of labels, pointers and frames that only their neighbours show."""
    for zone in zones:
        if zone.kind == "article" and zone.lead is not None:
            _pointers_inside(looks, zone, found)
            _pointers_below(looks, zone, found)
        elif zone.kind == "teasers":
            _frames_among(looks, zone, found)
    ends = {done.article: at for at, done in enumerate(found) if done.role == "body" and done.article is not None}
    for article, end in ends.items():
        if article is not None:
            _labels_below(looks, article, end, found)


def _pointers_inside(looks: Sequence[Look], zone: Zone, found: list[Assigned]) -> None:
    """A title and a date between paragraphs, in an article that has its date above them, point to another."""
    lead = zone.lead or zone.start
    if not any(found[at].role == "date" for at in range(zone.start, lead)):
        return
    for at in range(lead + 1, zone.end - 1):
        title, dated = found[at], looks[at + 1]
        if title.role == "subhead" and dated.kind == "date" and set(dated.words) & DATING and looks[at].count > 3:
            for line in (at, at + 1):
                found[line] = Assigned("teaser", None, "a title with a date of its own between paragraphs")


def _pointers_below(looks: Sequence[Look], zone: Zone, found: list[Assigned]) -> None:
    """Two titles or more below paragraphs that all end in full stops point to other articles."""
    paragraphs = [looks[at] for at in range(zone.start, zone.end) if looks[at].kind == "sentence"]
    if len(paragraphs) < _PARAGRAPHS or not all(look.stop for look in paragraphs):
        return
    last = max(at for at in range(zone.start, zone.end) if looks[at].kind == "sentence")
    bare = [
        at
        for at in range(last + 1, zone.end)
        if found[at].role == "body" and looks[at].kind == "title" and not looks[at].stop and not looks[at].bullet
    ]
    if len(bare) > 1:
        for at in bare:
            found[at] = Assigned("teaser", None, "titles below the text")


def _frames_among(looks: Sequence[Look], zone: Zone, found: list[Assigned]) -> None:
    """What is no link, in a box without links, below pointers that are links, is the page's frame."""
    links = [looks[at] for at in range(zone.start, zone.end) if looks[at].line.linked]
    if len(links) < 2:
        return
    boxes = {box for look in links for box in (look.line.box, look.line.outer)} - {_PAGE_BOX}
    for at in range(zone.start + 1, zone.end):
        line = looks[at].line
        if found[at].role == "teaser" and not line.linked and not {line.box, line.outer} & boxes and not line.hint:
            found[at] = Assigned("furniture", None, "no link, in a box without links, among links")


def _labels_below(looks: Sequence[Look], article: int, end: int, found: list[Assigned]) -> None:
    """A run of few-word lines below the text whose words the article tells is its keywords, without their heading."""
    for run in _runs_below(looks, article, end, found):
        near = range(max(0, end - _TOLD), end + 1)
        if _is_signature(looks, run, found):
            for at in run:
                found[at] = Assigned("byline", article, "signs the text, with its day below")
            return
        if _are_labels(looks, run, _told(looks[at] for at in near if found[at].article == article)):
            for at in run:
                found[at] = Assigned("keywords", article, "few words below the text, and the article's own")
            return


def _runs_below(looks: Sequence[Look], article: int, end: int, found: Sequence[Assigned]) -> list[list[int]]:
    """Return the runs of few-word lines below an article's text, none where it has keywords under their heading."""
    runs: list[list[int]] = [[]]
    for at in range(end + 1, min(end + _BELOW, len(found))):
        if found[at].role == "keywords":
            return []
        if looks[at].kind == "comments" or found[at].article not in (None, article):
            break
        if _is_label(looks[at], found[at]):
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _is_signature(looks: Sequence[Look], run: Sequence[int], found: Sequence[Assigned]) -> bool:
    """Tell whether few-word lines right above a date line of the article sign it («المجلس المركزي», «2 شباط 2023»)."""
    below = run[-1] + 1
    return below < len(looks) and looks[below].kind == "date" and found[below].role == "date" and len(run) <= _SIGNED


def _told(lines: Iterable[Look]) -> frozenset[str]:
    """Return the stems of an article's words, cut so that forms of one word meet."""
    return frozenset(stem[:_SHARED] for look in lines for stem in stems(look.words))


def _is_label(look: Look, done: Assigned) -> bool:
    if done.role not in ("furniture", "teaser", "body") or look.stop or look.bullet or look.line.hint:
        return False
    if look.kind not in ("title", "topic") or look.count > _LABELS_WORDS:
        return False
    return not any(char.isdigit() for char in look.line.text)


def _are_labels(looks: Sequence[Look], run: Sequence[int], told: frozenset[str]) -> bool:
    if len(run) == 1:
        mine = [stems([word]) for word in looks[run[0]].words]
        return len(mine) > 1 and all(each and all(stem[:_SHARED] in told for stem in each) for each in mine)
    if any(looks[at].count > _LABEL_WORDS for at in run):
        return False
    known = {at: all(stem[:_SHARED] in told for stem in stems(looks[at].words)) for at in run}
    # Names of a site's sections may be keywords too, but many of them in a row are the site's menu.
    own = [at for at in run if looks[at].kind != "topic"] or (run if len(run) <= _LABEL_WORDS else [])
    return any(known.values()) and 2 * sum(known[at] for at in own) >= len(own) > 0


def is_step(look: Look) -> bool:
    """Tell whether a heading is a bare step to the next or last article («الخبر التالي»)."""
    return set(look.words) <= _STEPS
