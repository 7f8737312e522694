"""The role of every line, given the zone that it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.model import Role
from tawatur.split.credits import PICTURE_WORDS, may_be_name
from tawatur.split.dating.words import is_date_word
from tawatur.split.endings import Assigned, is_step, settle
from tawatur.split.known_lines import Kind
from tawatur.split.looks import Look, is_drawing, shows_picture, stands_apart
from tawatur.split.overlap import share_of
from tawatur.split.zones import Zone
from tawatur.text.fold import fold

_SAME: dict[Kind, Role] = {
    "caption": "caption",
    "byline": "byline",
    "date": "date",
    "source": "source",
    "keywords": "keywords",
    "pointer": "teaser",
    "furniture": "furniture",
    "number": "furniture",
    "topic": "furniture",
    "sentence": "body",
}
_QUOTED = re.compile(r"^\s*[«\"“][^«»\"“”]+[»\"”]\s*$")
_DASHES = re.compile(r"\s+[-–—|]\s+|\s*/\s*")
# «ن. بوعكاز»; the desk's bare initials («س.خ») are furniture.
_INITIALS = re.compile(
    r"^\W*[^\W\d]{1,2}\s?[.\-/]\s?(?:\w{2,3} )?[^\W\d]{3,}(?:[\s.\-/]+[^\W\d]+)?\W*$|^\W*[^\W\d]{3,}\s?\.\s?[^\W\d]\W*$"
)
# «أبرز التطورات», «أهم النقاط».
_FOREMOST = frozenset(fold("أبرز أهم آخر ملخص خلاصة نقاط").split())
# A number among keywords is a year.
_YEAR_DIGITS = 4
_LABEL = re.compile(
    rf"\W*(?:{fold('تاريخ النشر')}|{fold('نشر')}|{fold('نشرت')}|{fold('تم النشر')}|{fold('تاريخ الخبر')}|published)\b",
    re.I,
)
# «واشنطن: سلمى نور»: a place of a word or two and a name, no quotation.
_PLACE_OF_NAME = re.compile(r"^\s*[^\W\d]{3,}(?: [^\W\d]{3,})?\s?: ?[^\W\d]+(?: [^\W\d]+){1,2}\s*$")
_PARTICLES = frozenset(
    fold("في من على عن إلى بين مع بعد قبل عند لدى أمام خلال حول ضد دون بلا تحت فوق كل هذا هذه").split()
)
_AUTHORS = frozenset(
    fold("كاتب كاتبة باحث باحثة محلل محللة أكاديمي أكاديمية أستاذ أستاذة صحافي صحافية صحفي صحفية").split()
)
# A subhead has few words; a name or place below a headline has fewer still.
_SUBHEAD_WORDS = 12
_NAME_WORDS = 4
# Paragraphs of a body whose boxes are compared with those of what follows.
_SEEN = 40
# Why the line before belongs to the box about the author.
_ABOUT_AUTHOR = ("names the author again", "tells who the author is")
# How far above its headline an article's title stands in the way through the site.
_CRUMBS = 14


def assign(looks: Sequence[Look], zones: Sequence[Zone]) -> list[Assigned]:
    """Return the role of every line, in order."""
    found: list[Assigned] = []
    closing = _closing_date(looks, zones)
    first = next((zone.start for zone in zones if zone.kind == "article"), len(looks))
    # Where each article last goes on: looked up, for a page may hold thousands.
    starts = {zone.article: zone.start for zone in zones}
    for order, zone in enumerate(zones):
        lines = looks[zone.start : zone.end]
        after = (zones[at].kind for at in range(order + 1, len(zones)) if zones[at].kind != "frame")
        follows = next(after, "") == "article"
        if zone.kind == "article":
            found.extend(_in_article(looks, zone, resumed=starts[zone.article] > zone.start))
        elif zone.kind == "teasers":
            # A heading with nothing below it, above all articles, is the frame of a ticker.
            bare = len(lines) == 1 and zone.start < first and lines[0].kind == "section"
            found.extend(_in_frame(look, "a heading of nothing") for look in lines) if bare else found.extend(
                _in_teasers(lines, zone, above_article=follows and zone.start > first)
            )
        else:
            found.extend(_in_frame(look, zone.reason) for look in lines)
    settle(looks, zones, found)
    _name_again(looks, zones, found)
    if closing is not None and found[closing].article is None:
        found[closing] = Assigned("date", 0, "says when the page's article was published")
    return found


def _name_again(looks: Sequence[Look], zones: Sequence[Zone], found: list[Assigned]) -> None:
    """Give the articles their title in the way through the site, and the box about the author below the text."""
    for zone in zones:
        if zone.kind != "article" or zone.headline is None or zone.article is None:
            continue
        title = looks[zone.headline]
        for at in range(max(0, zone.headline - _CRUMBS), zone.headline):
            if found[at].role == "furniture" and looks[at].key == title.key and title.count > _NAME_WORDS:
                found[at] = Assigned("headline", zone.article, "the headline, in the way through the site")
    names = {look.key: done.article for look, done in zip(looks, found, strict=True) if done.role == "byline"}
    for at, look in enumerate(looks):
        about = found[at - 1] if at else None
        if look.line.hint != "byline" or found[at].role not in ("furniture", "teaser"):
            continue
        if look.key in names:
            found[at] = Assigned("byline", names[look.key], "names the author again")
        elif about is not None and about.reason in _ABOUT_AUTHOR:
            found[at] = Assigned("byline", about.article, "tells who the author is")


def _closing_date(looks: Sequence[Look], zones: Sequence[Zone]) -> int | None:
    """Return the line below the pointers that says when the page's one article was published («تاريخ النشر: …»).

    Only where the article has no date of its own and no pointer has one: then it can be nobody else's.
    """
    if max((zone.article for zone in zones if zone.article is not None), default=None) != 0:
        return None
    dates = [at for at, look in enumerate(looks) if look.kind == "date" and _LABEL.match(fold(look.line.text))]
    first = next(zone.start for zone in zones if zone.kind == "article")
    others = [at for at, look in enumerate(looks) if look.kind == "date" and at > first and at not in dates]
    return dates[0] if len(dates) == 1 and dates[0] > first and not others else None


def _in_frame(look: Look, reason: str) -> Assigned:
    if look.kind == "pointer":
        role: Role = "section" if look.line.hint == "section" else "teaser"
        return Assigned(role, None, look.reason)
    return Assigned("furniture", None, look.reason if look.kind == "furniture" else reason)


def _in_teasers(lines: Sequence[Look], zone: Zone, *, above_article: bool) -> Iterator[Assigned]:
    headed = lines[0].kind == "section"
    bare = len(lines) == 1 and not above_article
    if headed and is_step(lines[0]) and (bare or (len(lines) > 1 and lines[1].line.hint == "section")):
        yield Assigned("furniture", None, "a step to the next or last article, without its title")
        lines = lines[1:]
    for index, look in enumerate(lines):
        if index == 0 and (headed or look.kind == "topic"):
            yield Assigned("section", None, look.reason)
        elif look.kind == "furniture":
            yield Assigned("furniture", None, look.reason)
        elif look.line.hint == "section":
            yield Assigned("section", None, f"marked up as {look.line.evidence}")
        elif not headed and look.kind != "sentence" and look.count < 3:
            yield Assigned("furniture", None, "a word or two after the article")
        else:
            yield Assigned("teaser", None, zone.reason)


def _in_article(looks: Sequence[Look], zone: Zone, *, resumed: bool) -> Iterator[Assigned]:
    repeats = Counter(look.key for look in looks[zone.start : zone.end])
    title = looks[zone.headline] if zone.headline is not None else None
    lead = zone.lead if zone.lead is not None else zone.end
    last = max((i for i in range(zone.start, zone.end) if looks[i].kind == "sentence"), default=zone.start)
    body = [look for look in looks[zone.start : zone.end] if look.kind == "sentence"][:_SEEN]
    under: Role | None = None
    for index in range(zone.start, zone.end):
        look = looks[index]
        listed = look.kind in ("title", "topic") or (look.kind == "number" and len(look.first) == _YEAR_DIGITS)
        if under and listed and look.count <= _NAME_WORDS:
            yield Assigned(under, zone.article, f"under a line of {under}")
            continue
        under = None
        ended = index > last and not resumed
        role, reason = _role(looks, index, zone, title, lead, repeats, ended=ended)
        if ended and role in ("body", "subhead") and stands_apart(look, body):
            role, reason = "furniture", "stands in another box than the text"
        if role in ("keywords", "source") and look.rest is None and look.kind in ("keywords", "source"):
            under = role
        yield Assigned(role, None if role in ("furniture", "teaser", "section") else zone.article, reason)


def _role(
    looks: Sequence[Look], index: int, zone: Zone, title: Look | None, lead: int, repeats: Counter[str], *, ended: bool
) -> tuple[Role, str]:
    look = looks[index]
    if title is not None and is_same_title(look, title) and look.line.hint not in ("teaser", "section"):
        return "headline", "the headline" if index == zone.headline else "the headline again"
    if look.kind == "furniture" and look.line.hint in ("section", "teaser"):
        return "furniture", look.reason
    if look.line.hint in ("section", "teaser", "caption") or (look.line.hint == "subhead" and look.kind == "title"):
        return look.line.hint, f"marked up as {look.line.evidence}"
    if look.line.hint == "body" and index > lead and look.kind == "title":
        return "body", f"marked up as {look.line.evidence}"
    if look.kind != "title":
        return _SAME.get(look.kind, "furniture"), look.reason
    if index < lead:
        return _above(looks, index, zone, repeats)
    dated = index + 1 < zone.end and looks[index + 1].kind == "date"
    if index == lead + 1 and dated and 1 < look.count <= _NAME_WORDS and not look.stop and _is_name(look):
        return "byline", "a name between the first words and the date"
    if look.line.text.rstrip().endswith(":") and index + 1 < zone.end and looks[index + 1].bullet:
        return "body", "announces a list"
    return _inside(look, repeats, ended=ended)


def is_same_title(look: Look, title: Look) -> bool:
    """Tell whether a line repeats a title, with or without the site's name or a few words more."""
    if look.key == title.key:
        return True
    if title.count > 3 and look.key.startswith(title.key + " ") and all(map(is_date_word, look.words[title.count :])):
        return True
    if look.kind != "title" or min(look.count, title.count) < 4 or abs(look.count - title.count) > 4:
        return False
    return look.key.startswith(title.key) or title.key.startswith(look.key)


def _above(looks: Sequence[Look], index: int, zone: Zone, repeats: Counter[str]) -> tuple[Role, str]:
    """A title between the headline and the first paragraph: picture text, a name, or a second headline."""
    look = looks[index]
    if zone.headline is not None and index < zone.headline and shows_picture(look.words):
        return "caption", "tells what a picture shows"
    if zone.headline is not None and index < zone.headline and look.count > 2:
        return "subhead", "words before the headline"
    if look.first in _FOREMOST and look.count <= _NAME_WORDS:
        return "subhead", "a heading over points"
    if _PLACE_OF_NAME.match(look.line.text) and look.count <= _NAME_WORDS + 1 and may_be_name(look.words):
        return "byline", "a place and a name below the headline"
    if repeats[look.key] > 1:
        return _repeated(looks, index, zone)
    if look.count <= _NAME_WORDS and not look.stop and _is_name(look):
        return "byline", "a name below the headline"
    if set(look.words) & PICTURE_WORDS or (look.line.pictured and look.count >= _NAME_WORDS):
        return "caption", "tells what a picture shows"
    parts = _DASHES.split(look.line.text)
    if len(parts) > 1 and look.count <= 8 and all(0 < len(part.split()) <= _NAME_WORDS for part in parts):
        return "byline", "names with a dash between, below the headline"
    # In markup a picture stands beside its text; right below the headline a verb alone («يحمل») shows none.
    bare = look.line.box and not look.line.pictured and index - 1 == zone.headline
    if shows_picture(look.words) and not bare:
        return "caption", "tells what a picture shows"
    above = zone.headline + 1 if zone.headline is not None and zone.headline < index else zone.start
    before = {other.kind for other in looks[above:index]}
    if before & {"date", "byline", "furniture"} and share_of(look.words, looks[index - 1].words) < 1:
        return "caption", "a title after date or byline, before the first paragraph"
    return "subhead", "a second line of the headline"


def _repeated(looks: Sequence[Look], index: int, zone: Zone) -> tuple[Role, str]:
    """A line repeated with the headline: a second headline when it is quoted or the picture has its own text."""
    look = looks[index]
    twice = any(looks[i].key == look.key for i in (index - 1, index + 1) if zone.start <= i < zone.end)
    pictured = any(other.kind == "caption" for other in looks[zone.start : zone.lead or zone.end])
    if not twice and (pictured or _QUOTED.match(look.line.text)):
        return "subhead", "a second headline, repeated with the first"
    return "caption", "repeated beside the headline"


def _is_name(look: Look) -> bool:
    """Tell whether a few words may be a person's or place's name: no number, particle or verb among them."""
    return not any(
        word.isdigit() or word in _PARTICLES or (word.startswith("ي") and len(word) > 3 and at)
        for at, word in enumerate(look.words)
    )


def _inside(look: Look, repeats: Counter[str], *, ended: bool) -> tuple[Role, str]:
    """A title inside the body: a subhead, picture text, or a short paragraph."""
    if look.line.linked and look.count > _NAME_WORDS:
        return "teaser", "a title that is a link"
    if look.bullet:
        return "body", "an item of a list inside the body"
    if is_drawing(look.words):
        return "caption", "tells what a picture shows"
    if ended and look.first.removeprefix("ال") in _AUTHORS:
        return "byline", "tells who the author is"
    if ended and _INITIALS.match(look.line.text):
        return "byline", "initials below the text"
    if ended:
        return (
            ("body", "the last paragraph")
            if look.count > _NAME_WORDS or (look.count > 2 and look.line.text.endswith((".", "!", "؟")))
            else ("furniture", "a few words after the body")
        )
    if _QUOTED.match(look.line.text) and look.count <= _SUBHEAD_WORDS:
        return "subhead", "a quotation that stands alone"
    if look.stop and look.line.text.rstrip(" »”\"').").endswith(("؟", "?", "!")) and look.count <= _SUBHEAD_WORDS:
        return "subhead", "a question that stands alone"
    if look.stop:
        return "body", "a short sentence"
    if repeats[look.key] > 1 or (look.count >= 6 and shows_picture(look.words)):
        return "caption", "tells what a picture shows"
    if look.count <= _SUBHEAD_WORDS:
        return "subhead", "short, between paragraphs, without a full stop"
    return "body", "a paragraph without a full stop"
