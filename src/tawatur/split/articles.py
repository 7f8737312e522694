"""Articles from lines with roles: title, text with its way back to the page, outlet, credits, captions, keywords."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.lexicon.outlets import Outlet
from tawatur.lexicon.page_words import PageLexicon
from tawatur.model import Anchor, Article, Block, Page, Piece, Span
from tawatur.split.credits import credited_line, may_be_name, name_key
from tawatur.split.dating.words import is_date_word
from tawatur.split.dating.written import written_dates
from tawatur.split.looks import Look
from tawatur.text.fold import fold
from tawatur.text.words import find_words

# «المستقلة/-», «القاهرة - (د ب أ) -», «واشنطن – رويترز:» at the start of the first paragraph.
_DATELINE = re.compile(
    r"^\s*([^.؟!،«»\n]{0,40}?)\s*[(«\"]?\s*([^()«»\"\-–—/:.،\n]{2,40}?)\s*[)»\"]?\s*(?:/\s*[-–—]*|[-–—:])\s*(?=\S)"
)
_QUOTED = re.compile(r"^\s*[«\"“][^«»\"“”]{2,30}[»\"”]\s*:?\s*$")
_SOURCES = re.compile(r"\s*[+/،,|]\s*")
_UNNAMED = frozenset(fold(name) for name in ("وكالات", "الوكالات", "متابعات", "خاص", "مواقع", "وكالات الأنباء"))
_END_BRACKET = re.compile(r"[.؟!…»\"”]\s*[(\[]\s*([^()\[\]\d٠-٩]{2,30})\s*[)\]]\s*\.?\s*$")
_AFTER_DATE = re.compile(r"^\s*(?:هـ?|م)?(?=\W)\W*")
_NAME_PART = re.compile(r"[^|•·\n]+")
_KEYWORD_MARKS = re.compile(r"\s*[،,|#؛;•]\s*")


def build_article(
    page: Page, text: str, mine: Sequence[tuple[Block, Look]], order: int, lexicon: PageLexicon
) -> Article:
    """Build one article of a page from its blocks (`mine`); `text` is the text that the blocks' spans count in.

    The article's text is its body lines joined by newlines. Its outlet is the one that its own lines show: a source
    line, a byline, or a dateline; what no line shows is None.
    """
    body = [block for block, _ in mine if block.role == "body"]
    pieces, parts, at = [], [], 0
    for block in body:
        size = len(block.text)
        pieces.append(Piece(Span(at, at + size), block.span))
        parts.append(block.text)
        at += size + 1
    credits = list(_credits(page, text, mine, body, lexicon))
    headline = next((block.text for block, _ in mine if block.role == "headline"), None)
    return Article(
        id=f"{page.id}/{order}",
        text="\n".join(parts),
        title=headline,
        outlet=_outlet(mine, body, lexicon),
        url=page.url if order == 0 else None,
        credits=tuple(credits),
        captions=tuple(dict.fromkeys(block.text for block, _ in mine if block.role == "caption")),
        keywords=tuple(_keywords(mine)),
        page=page.id,
        order=order,
        pieces=tuple(pieces),
    )


def _keywords(mine: Sequence[tuple[Block, Look]]) -> list[str]:
    found: list[str] = []
    for block, look in mine:
        if block.role != "keywords":
            continue
        if look.rest is None:
            rest = block.text if look.kind != "keywords" or look.line.hint == "keywords" else ""
        else:
            rest = block.text[look.rest.start - block.span.start :]
        found.extend(word.strip() for word in _KEYWORD_MARKS.split(rest) if word.strip())
    return list(dict.fromkeys(found))


def _credits(
    page: Page, text: str, mine: Sequence[tuple[Block, Look]], body: Sequence[Block], lexicon: PageLexicon
) -> list[Anchor]:
    """Return the anchors of source lines' and bylines' words, of credits that end a paragraph, and of the dateline."""
    found: list[Anchor] = []
    for block, look in mine:
        if block.role in ("source", "byline"):
            span = look.rest or block.span
            inner = _undated(text[span.start : span.end])
            span = Span(span.start + inner.start, span.start + inner.end)
            if span.start < span.end:
                found.append(Anchor.of(page.id, text, span))
        elif block.role == "body" and look.credit and look.credit.after_stop:
            start = block.span.start
            found.append(Anchor.of(page.id, text, Span(start + look.credit.start, start + look.credit.end)))
    dateline = dateline_outlet(body[0].text, lexicon) if body else None
    place = dateline[1] if dateline else credited_line(body[0].text) if body else None
    if place:
        start = body[0].span.start
        found.append(Anchor.of(page.id, text, Span(start + place.start, start + place.end)))
    end = _end_credit(body[-1]) if body else None
    if end and not any(anchor.start == end.start for anchor in found):
        found.append(Anchor.of(page.id, text, end))
    return sorted(found, key=lambda anchor: anchor.start)


def _end_credit(block: Block) -> Span | None:
    """Return the place of a few words in brackets after the last sentence of an article («… . (ضفاف)»)."""
    match = _END_BRACKET.search(block.text)
    if match is None or not may_be_name(fold(match.group(1)).split()):
        return None
    return Span(block.span.start + match.start(1), block.span.start + match.end(1))


def _undated(text: str) -> Span:
    """Return the part of a credit line without the dates, times and counters beside the name."""
    parts = [(m.start(), m.end()) for m in _NAME_PART.finditer(text)]
    for start, end in parts:
        words = [word for word in find_words(text[start:end]) if word.kind != "mark"]
        named = [word for word in words if not is_date_word(word.norm)]
        if not named:
            continue
        if len(words) == len(named):
            return Span(start, end)
        dates = written_dates(text[start:end])
        first = min([start + date.span.start for date in dates], default=end)
        last = max([start + date.span.end for date in dates], default=end)
        before, after = text[start:first].rstrip(" ،,-–|"), _AFTER_DATE.sub("", text[last:end]).rstrip()
        # A weekday before the date belongs to it.
        while before and is_date_word(fold(before.split()[-1]).strip("،,:")):
            before = before[: -len(before.split()[-1])].rstrip(" ،,-–|:")
        if before:
            return Span(start, start + len(before))
        if after and not after[0].isdigit():
            return Span(text.index(after, last), text.index(after, last) + len(after))
    return Span(0, len(text))


def dateline_outlet(text: str, lexicon: PageLexicon) -> tuple[Outlet, Span] | None:
    """Return the outlet that a paragraph's dateline names («المستقلة/-», «القاهرة - (د ب أ)») and its place.

    What stands before whom the text is from is a place, though a newspaper may be called so («المدينة القديمة -»).
    """
    credited = credited_line(text)
    if credited is not None:
        found = lexicon.outlets.named(credited.of(text), marked=True)
        return (found, credited) if found else None
    match = _DATELINE.match(text[:120])
    if match is None:
        return None
    for group in (2, 1):
        found = lexicon.outlets.named(match.group(group), marked=True)
        leads = not match.group(1) or group == 1
        # Alone at the start only a whole name counts: «المدينة/-» is a newspaper, «المدينة القديمة -» a place.
        if found and (not leads or name_key(match.group(group)) in map(name_key, found.spellings)):
            return found, Span(*match.span(group))
    return None


def _outlet(mine: Sequence[tuple[Block, Look]], body: Sequence[Block], lexicon: PageLexicon) -> str | None:
    """Return the outlet's name as the page words it: of its source line, its byline, or its dateline.

    An agency in a byline or dateline is whom the text is credited to, not the outlet: it stands among the credits.
    """
    for block, look in mine:
        if block.role == "source":
            span = look.rest or block.span
            for part in _SOURCES.split(block.text[span.start - block.span.start :]):
                name = part.strip(" .:-–()")
                name = _undated(name).of(name).strip() if name else name
                if not any(char.isalpha() for char in name):
                    continue
                found = lexicon.outlets.named(name, marked=True)
                if name and fold(name) not in _UNNAMED and not (found and found.kind == "agency"):
                    return name
    for block, _ in mine:
        if block.role == "byline":
            for number, part in enumerate(re.split(r"[()\-–—/|،]", block.text)):
                # The first part of «عمّان – «الضفاف»» is the place, though a newspaper may be called so.
                found = lexicon.outlets.named(part, marked=number > 0) if part.strip() else None
                quoted = number > 0 and _QUOTED.match(part) is not None
                if (found and found.kind != "agency") or (quoted and not found):
                    return part.strip(' «»":')
    dateline = dateline_outlet(body[0].text, lexicon) if body else None
    if dateline and (dateline[0].kind != "agency" or dateline[1].start <= 1):
        return dateline[1].of(body[0].text).strip(' «»"')
    return None
