"""Where articles and pointers to others begin and end on a page.

A page is read from top to bottom. A run of sentences is an article's body; above it stand its headline, captions, date
and byline. A heading such as «مقالات ذات صلة» opens a zone of pointers, in which a run of sentences is a card's summary
unless the page shows that a whole article starts there: its headline is repeated around captions, a date line or «TT»
follows the headline, or several paragraphs follow whose lead tells what the headline says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from tawatur.split.beginnings import body_run, heads_on, is_masthead, is_summary, with_header
from tawatur.split.headlines import find_headline, is_announced, is_dated_start, kinds, title_above
from tawatur.split.items import further_items, tails_of_titles
from tawatur.split.known_lines import END_OF_BOX
from tawatur.split.looks import Look, goes_on, stands_apart
from tawatur.split.overlap import share_of

ZoneKind = Literal["frame", "article", "teasers", "comments"]
# Points of evidence that make a run of sentences after pointers an article of its own.
_ENOUGH = 2.0
# The same for a pair of short paragraphs, and how many words a pair has that is not short.
_PLENTY, _LONG_PAIR = 3.0, 70
# A single paragraph of so many words after a few pointers is the body's own.
_LONG = 25
# A pointer block in the middle of a body holds a few titles; a longer one ends the article.
_INLINE_TITLES = 6
# Lines before pointers among which the paragraphs are looked at.
_SEEN = 60


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines `start` to `end` (indexes) of one kind; for an article its headline and first paragraph, as indexes.

    An article that goes on after pointers in its middle has several zones with one `article` number.
    """

    kind: ZoneKind
    start: int
    end: int
    article: int | None = None
    headline: int | None = None
    lead: int | None = None
    reason: str = ""


@dataclass(slots=True)
class _Reader:
    """The state of one reading of one page; local to `find_zones`."""

    looks: Sequence[Look]
    tails: Sequence[tuple[bool, int, int]]
    posts: frozenset[int] = frozenset()
    zones: list[Zone] = field(default_factory=list)
    articles: int = 0
    closed: bool = False


def find_zones(looks: Sequence[Look]) -> list[Zone]:
    """Divide a page's lines into zones, in order and without gaps."""
    repeats = Counter(look.key for look in looks)
    reader = _Reader(looks, tails_of_titles(looks), further_items(looks))
    at = 0
    while at < len(looks):
        at = _next_zone(reader, at, repeats)
    if reader.articles == 0 and any(look.kind == "sentence" for look in looks):
        return _whole(looks, repeats)
    return reader.zones


def _whole(looks: Sequence[Look], repeats: Counter[str]) -> list[Zone]:
    """Take a page whose paragraphs all stand below headings of pointers as one article after all."""
    reader = _Reader(looks, tails_of_titles(looks))
    lead = next(i for i, look in enumerate(looks) if look.kind == "sentence")
    floor = next((i + 1 for i in range(lead - 1, -1, -1) if looks[i].kind == "section"), 0)
    if floor:
        reader.zones.append(Zone("teasers" if looks[0].kind == "section" else "frame", 0, floor, reason="above"))
    at = _article(reader, floor, repeats)
    while at < len(looks):
        at = _next_zone(reader, at, repeats)
    return reader.zones


def _next_zone(reader: _Reader, at: int, repeats: Counter[str]) -> int:
    """Append the zone that starts at `at` and return where it ends."""
    looks = reader.looks
    kind = looks[at].kind
    if kind == "comments" and reader.articles:
        end = _until(looks, at + 1, ("section",), repeats)
        reader.zones.append(Zone("comments", at, end, reason="readers' comments"))
        reader.closed = True
        return end
    if kind == "section":
        return _pointers(reader, at, repeats)
    if reader.articles and not (is_announced(looks, at, repeats) or is_dated_start(looks, at) or at in reader.posts):
        return _pointers(reader, at, repeats)
    return _article(reader, at, repeats)


def _until(looks: Sequence[Look], at: int, stops: tuple[str, ...], repeats: Counter[str]) -> int:
    while at < len(looks) and looks[at].kind not in stops and not is_announced(looks, at, repeats):
        at += 1
    return at


def _pointers(reader: _Reader, start: int, repeats: Counter[str]) -> int:
    """Read a zone of pointers: to its end, to an article of its own, or to where the article around it goes on."""
    looks = reader.looks
    headed = looks[start].kind == "section"
    reason = f"under «{looks[start].line.text[:40]}»" if headed else "titles after the article"
    for at in range(start + headed, len(looks)):
        look = looks[at]
        stop: int | None = None
        if (
            look.kind in ("comments", "section") and at > start and (look.kind == "section" or reader.articles)
        ) or is_announced(looks, at, repeats):
            stop = at
        elif look.reason == END_OF_BOX and reader.articles and not reader.closed and at + 1 < len(looks):
            return _close(reader, start, at + 1, reason, _resume, repeats)
        elif look.kind in ("source", "keywords") and reader.articles and not reader.closed:
            return _close(reader, start, at, reason, _resume, repeats)
        elif look.kind == "sentence" and not look.bullet:
            begins = _begins_article(reader, start, at, repeats)
            if begins == at and _goes_on(reader, start, at):
                last = next(zone for zone in reversed(reader.zones) if zone.kind == "article")
                if is_summary(looks, start, at, [i for i in (last.headline, last.lead) if i is not None]):
                    continue
                return _close(reader, start, at, reason, _resume, repeats)
            stop = begins
        if stop is not None:
            if look.kind in ("comments", "section"):
                reader.zones.append(Zone("teasers", start, stop, reason=reason))
                return stop
            return _close(reader, start, stop, reason, _article, repeats)
    reader.zones.append(Zone("teasers", start, len(looks), reason=reason))
    return len(looks)


def _close(
    reader: _Reader,
    start: int,
    at: int,
    reason: str,
    follow: Callable[[_Reader, int, Counter[str]], int],
    repeats: Counter[str],
) -> int:
    """End a zone of pointers at `at` and read what follows it; a masthead between the two is the page's frame."""
    end = at
    if follow is _article:
        while end > start + 1 and is_masthead(reader.looks[end - 1], first=not reader.articles):
            end -= 1
    elif at > start + 2 and heads_on(reader.looks[start:at]):
        # A subhead without a link, below pointers that are links, belongs to the text that goes on.
        end = at = at - 1
    if end > start:
        reader.zones.append(Zone("teasers", start, end, reason=reason))
    if at > end:
        reader.zones.append(Zone("frame", end, at, reason="above the headline"))
    return follow(reader, at, repeats)


def _goes_on(reader: _Reader, start: int, at: int) -> bool:
    """Tell whether the article before a few pointers goes on with the sentence at `at`."""
    looks = reader.looks
    if (
        not reader.articles
        or reader.closed
        or at - start - 1 > _INLINE_TITLES
        or not any(zone.lead is not None for zone in reversed(reader.zones))
    ):
        return False
    before = looks[max(0, start - _SEEN) : start]
    if stands_apart(looks[at], [look for look in before if look.kind == "sentence"]):
        return False
    # Cards have pictures and bylines of their own; pointers inside a body are bare titles.
    if any(look.kind in ("byline", "caption") for look in looks[start:at]):
        return False
    return _new_article_points(reader, start, at) < _ENOUGH


def _new_article_points(reader: _Reader, start: int, lead: int) -> float:
    """Weigh whether the sentence at `lead`, met among the pointers from `start` on, opens an article of its own."""
    looks = reader.looks
    title = title_above(looks, start + 1, lead)
    if title is None:
        return 0.0
    run = body_run(looks, lead)
    body = [word for index in run[:2] for word in looks[index].words]
    between = kinds(looks, title + 1, lead)
    points = 2.0 * bool({"date"} & between) + 0.5 * bool({"byline", "caption"} & between)
    told = share_of(looks[title].words, body)
    points += 2.0 if told >= 0.5 else 1.0 if told >= 0.34 else 0.0
    points += 1.0 if reader.closed else 0.0
    points += 1.0 if len(run) >= 4 else 0.0
    after = next((look.kind for look in looks[run[-1] + 1 :][:4] if look.kind in ("source", "keywords", "section")), "")
    points += 1.0 if after in ("source", "keywords") else 0.0
    points -= 2.0 if goes_on(looks[lead].words) else 0.0
    return points


def _begins_article(reader: _Reader, start: int, at: int, repeats: Counter[str]) -> int | None:
    """Return where the article of the sentence at `at` begins (its headline), `at` where one goes on, or None."""
    looks = reader.looks
    if looks[at].line.hint == "teaser":
        return None
    run = body_run(looks, at)
    linked = len(run) >= 2 or at + 1 == len(looks) or looks[at].count >= _LONG or goes_on(looks[at].words)
    if _goes_on(reader, start, at) and linked:
        return at
    words = sum(looks[index].count for index in run)
    # A card's summary is a sentence or two; three paragraphs in a row, or two long ones, are an article's.
    together = sum(b - a == 1 for a, b in pairwise(run))
    if not reader.articles and (together or len(run) >= 2):
        return _headline_above(looks, start + 1, at, repeats)
    points = _new_article_points(reader, start, at)
    # Two paragraphs are enough below a dated title that tells the same, or when a source line closes them.
    enough = _PLENTY if words < _LONG_PAIR else _ENOUGH
    if together >= 2 or (together >= 1 and points >= enough):
        return _headline_above(looks, start + 1, at, repeats)
    return None


def _headline_above(looks: Sequence[Look], floor: int, lead: int, repeats: Counter[str]) -> int:
    """Return the index at which the article with this first paragraph starts: its headline's first place."""
    headline = find_headline(looks, floor, lead, repeats, pointed=True)
    return lead if headline is None else headline


def _article(reader: _Reader, at: int, repeats: Counter[str]) -> int:
    """Read an article from its first line, with the frame of the page that stands above it."""
    looks = reader.looks
    # Before the first article «التعليقات» is a button of the share bar.
    stops = ("sentence", "section", "comments") if reader.articles else ("sentence", "section")
    lead = next((i for i in range(at, len(looks)) if looks[i].kind in stops), len(looks))
    if lead == len(looks) or looks[lead].kind != "sentence":
        return _without_body(reader, at, lead, repeats)
    headline = find_headline(looks, at, lead, repeats)
    start = lead if headline is None else headline
    start = with_header(looks, at, start, lead)
    if start > at:
        reader.zones.append(Zone("frame", at, start, reason="above the headline"))
    end, closed = _body_end(reader, lead, repeats)
    number = reader.articles
    reader.articles += 1
    reader.zones.append(Zone("article", start, end, number, headline, lead, "headline and paragraphs"))
    reader.closed = closed
    return end


def _without_body(reader: _Reader, at: int, end: int, repeats: Counter[str]) -> int:
    """Read lines without a sentence: a headline with its picture is an article when the page shows no other."""
    looks = reader.looks
    titles = [i for i in range(at, end) if looks[i].kind == "title" and looks[i].count > 3]
    announced = next((i for i in titles if is_announced(looks, i, repeats)), None)
    if reader.articles == 0 and end == len(looks) and announced is None and titles:
        announced = titles[0] if len(titles) <= 3 else None
    if announced is None:
        reader.zones.append(Zone("teasers" if reader.articles else "frame", at, end, reason="no paragraphs"))
        return end
    if announced > at:
        reader.zones.append(Zone("frame", at, announced, reason="above the headline"))
    reader.zones.append(Zone("article", announced, end, reader.articles, announced, None, "a headline alone"))
    reader.articles += 1
    return end


def _resume(reader: _Reader, at: int, repeats: Counter[str]) -> int:
    last = next(zone for zone in reversed(reader.zones) if zone.kind == "article")
    end, reader.closed = _body_end(reader, at, repeats)
    reader.zones.append(Zone("article", at, end, last.article, last.headline, last.lead, "goes on after pointers"))
    return end


def _body_end(reader: _Reader, at: int, repeats: Counter[str]) -> tuple[int, bool]:
    """Return where the body that goes on at `at` ends, and whether a closing line (source, keywords) was seen."""
    looks = reader.looks
    closed = False
    for index in range(at, len(looks)):
        look = looks[index]
        if look.kind in ("section", "comments"):
            return index, closed
        closed = closed or look.kind in ("source", "keywords")
        if index > at and is_announced(looks, index, repeats):
            return index, True
        if index > at and look.kind == "title" and closed and look.count > 3:
            return index, True
        if index > at and look.kind == "title" and is_dated_start(looks, index):
            return index, True
        if index > at and index in reader.posts:
            return index, True
        if index > at and _tail_of_titles(reader, index):
            return index, True
    return len(looks), closed


def _tail_of_titles(reader: _Reader, at: int) -> bool:
    """Tell whether nothing but titles follows to the next heading: pointers without heading, or below a topic."""
    kind = reader.looks[at].kind
    bare, titles, dates = reader.tails[at]
    if not bare or kind not in ("title", "topic") or reader.looks[at].line.text.endswith("."):
        return False
    # Below a topic's name a title or two are enough when a date stands with them.
    return titles >= 3 if kind == "title" else titles >= 1 and dates >= 1
