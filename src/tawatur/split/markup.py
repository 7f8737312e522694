"""The blocks of an HTML page in document order, each with what its tags and classes say of its role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.model import Role
from tawatur.split.known_lines import is_date_line
from tawatur.split.markup_names import CRUMBS, HEADINGS, TEASERS, name_parts, role_of, zone_of
from tawatur.split.markup_tables import CELLS, is_data
from tawatur.text.words import find_words


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Left out of the text altogether: never words of the page.
_DROPPED = _names(
    "head script style noscript template iframe svg math canvas object embed video audio select option "
    "textarea input button map -comment _comment -doctype"
)
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q "
    "ruby rp rt s samp small span strike strong sub sup time tt u var wbr nobr"
)
_PICTURES = _names("img amp-img")
# A picture's text and credits, twice, have no more words; beside more the picture belongs to the text.
_BESIDE_PICTURE = 40
# Share of a linked title's letters that a time, a counter or a mark beside it has at most.
_BESIDE = 0.4
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE_LETTERS = 40
# What a label with a date may be inside of, to be the article's date.
_DATED_IN: frozenset[Role | None] = frozenset({None, "byline", "source"})
_BOXES = _names("div td section article main aside table body center form fieldset details")
_ITEMS = _names("div section article table li tr td")
# How many siblings away the next of several equal boxes stands at most: text, a rule and a break may be between.
_NEAR = 4
# A form that asks the reader for something has fewer words; ASP.NET puts one around every page.
_FORM_WORDS = 150
# How many elements around one another are weighed by all that is in them, so that time stays linear in the page.
_WEIGHED = 24
# The evidence of a row of figures in the text.
TABLE = "<table> of data"
_SET_APART = _names("a span small time label button cite")
# A date or byline block holds a few words; a class such as «time» around a paragraph says nothing.
_FEW_WORDS = 16
_MOST_WORDS: dict[Role, int] = {"date": 2 * _FEW_WORDS, "byline": 2 * _FEW_WORDS, "source": _FEW_WORDS, "keywords": 80}
# Roles whose inline elements are lines of their own: «<span class=author>…</span><span class=date>…</span>».
_APART = _names("byline date keywords source caption")


@dataclass(frozen=True, slots=True)
class MarkupBlock:
    """One block of markup: its text, the role that tags and classes give it, the evidence, and whether it links.

    `box` numbers the element that the block stands in with others (a cell, a division), `outer` the one around that, in
    document order, the page's own being 1; `pictured` says that a picture stands in one of them and few words beside.
    """

    text: str
    hint: Role | None
    evidence: str
    linked: bool
    box: int = 0
    outer: int = 0
    item: int = 0
    pictured: bool = False


@dataclass(slots=True)
class _Boxes:
    """The boxes met so far and those that hold a picture; local to one call of `read_blocks`."""

    count: int = 0
    pictured: set[int] = field(default_factory=set)

    def next(self) -> int:
        self.count += 1
        return self.count


@dataclass(slots=True)
class _Gathering:
    """The block being gathered while the tree is walked; local to one call of `read_blocks`."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    plain: int = 0
    hint: Role | None = None
    evidence: str = ""
    box: int = 0
    outer: int = 0
    item: int = 0


@dataclass(frozen=True, slots=True)
class _Context:
    """What the open elements say: the nearest heading tag, role and container, and whether a link is open."""

    zone: Role | None = None
    hint: Role | None = None
    evidence: str = ""
    heading: bool = False
    link: bool = False
    article: bool = False
    crumbs: bool = False
    data: bool = False
    weighed: int = 0
    box: int = 0
    outer: int = 0
    item: int = 0


def read_blocks(tree: LexborHTMLParser) -> list[MarkupBlock]:
    """Return the blocks of a parsed page in document order; blank ones, scripts and the like are left out."""
    root, boxes = tree.body, _Boxes()
    if root is None:
        return []
    return _with_pictures([block for block in _walk(root, boxes) if block.text], boxes.pictured)


def _with_pictures(blocks: list[MarkupBlock], pictured: set[int]) -> list[MarkupBlock]:
    """Mark the blocks that stand beside a picture in a box of few words."""
    if not pictured:
        return blocks
    size: Counter[int] = Counter()
    for block in blocks:
        for box in {block.box, block.outer}:
            size[box] += block.text.count(" ") + 1
    small = {box for box in pictured if size[box] <= _BESIDE_PICTURE}
    return [replace(block, pictured=True) if {block.box, block.outer} & small else block for block in blocks]


def _walk(root: LexborNode, boxes: _Boxes) -> Iterator[MarkupBlock]:
    gathering = _Gathering()
    # An explicit stack: pages with thousands of nested tags must not exhaust the interpreter's.
    stack: list[tuple[LexborNode | None, _Context, bool]] = [(root, _Context(), False)]
    while stack:
        node, context, leaving = stack.pop()
        if leaving:
            yield _finish(gathering)
            gathering = _Gathering()
            continue
        if node is None:
            continue
        if node is not root:
            stack.append((node.next, context, False))
        tag = node.tag or ""
        if tag == "-text":
            _take(gathering, node.text(deep=True), context)
        elif tag == "br" and context.heading:
            gathering.parts.append(" ")
        elif tag in _PICTURES:
            boxes.pictured.update((context.box, context.outer))
        elif tag not in _DROPPED and not _is_hidden(node):
            inner = _entered(node, tag, context, boxes)
            if tag in _SET_APART and not inner.link and inner.hint in _DATED_IN and _is_date(node):
                inner = replace(inner, hint="date", evidence="a date set apart")
            if context.data and tag in CELLS:
                if gathering.plain or gathering.linked:
                    gathering.parts.append(" | " if tag in ("td", "th") else " ")
            elif tag not in _INLINE or _stands_apart(node, tag, context, inner):
                yield _finish(gathering)
                gathering = _Gathering()
                stack.append((None, context, True))
            elif node.prev is not None and node.prev.tag in _SET_APART and tag in _SET_APART:
                # Two buttons or labels side by side are set apart by the stylesheet.
                gathering.parts.append(" ")
            stack.append((node.child, inner, False))
    yield _finish(gathering)


def _stands_apart(node: LexborNode, tag: str, outer: _Context, inner: _Context) -> bool:
    """Tell whether an inline element is a line of its own: each link among keywords, a date beside an author."""
    if (tag == "a" and inner.hint == "keywords") or (inner.crumbs and tag in ("a", "span", "strong", "b")):
        return True
    if inner.zone or inner.hint == outer.hint or inner.hint not in _APART:
        return False
    parent = node.parent
    return parent is not None and len(parent.text(deep=True, separator=" ").split(None, 41)) <= 2 * _FEW_WORDS


def _is_date(node: LexborNode) -> bool:
    """Tell whether an inline element holds a date and next to nothing else, whatever its class is called."""
    text = node.text(deep=True)
    if len(text) > _DATE_LETTERS or not _DATE.search(text):
        return False
    words = tuple(word.norm for word in find_words(text) if word.kind != "mark")
    return bool(words) and is_date_line(words, len(words), text)


def _take(gathering: _Gathering, text: str, context: _Context) -> None:
    gathering.parts.append(text)
    size = len(text.strip())
    if context.link:
        gathering.linked += size
    else:
        gathering.plain += size
    if size and (gathering.hint is None or context.zone):
        gathering.hint, gathering.evidence = _hint(context)
    if size and not gathering.box:
        gathering.box, gathering.outer, gathering.item = context.box, context.outer, context.item


def _hint(context: _Context) -> tuple[Role | None, str]:
    if context.zone == "teaser" and context.heading and not context.link:
        return "section", context.evidence
    return context.zone or context.hint, context.evidence


def _finish(gathering: _Gathering) -> MarkupBlock:
    text = " ".join("".join(gathering.parts).split())
    hint = gathering.hint
    if hint in ("date", "byline", "source") and len(text.split()) > _FEW_WORDS:
        hint = None
    # A time or a counter beside the link does not make it the body's.
    linked = gathering.linked > 0 and gathering.plain <= gathering.linked * _BESIDE
    where = gathering.box, gathering.outer, gathering.item
    return MarkupBlock(text, hint, gathering.evidence if hint else "", linked, *where)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _entered(node: LexborNode, tag: str, outer: _Context, boxes: _Boxes) -> _Context:
    attributes = node.attributes
    named = " ".join(filter(None, (attributes.get("class"), attributes.get("id"), attributes.get("itemprop"))))
    parts = name_parts(named) if named else frozenset()
    zone, hint, evidence = outer.zone, outer.hint, outer.evidence
    opened = zone_of(tag, parts, attributes.get("role") or "", zone, article=outer.article)
    # Weighing an element reads all that is in it: nested deep, that many times over.
    weighs = outer.weighed < _WEIGHED and zone is None
    if opened and weighs and _is_no_zone(node, tag, parts):
        opened = None
    role = role_of(tag, parts, outer.hint)
    if opened and not (zone is None and role == "keywords" and outer.article):
        zone, evidence = opened, f"<{tag}> {named}".strip()
    if role and zone is None and (role not in _MOST_WORDS or (weighs and _fits(node, role))):
        hint, evidence = role, f"<{tag}> {named}".strip()
    data = outer.data or (tag == "table" and zone is None and weighs and is_data(node))
    if data and not outer.data:
        hint, evidence = "body", TABLE
    # The rows of a table of figures stand in the text's own box.
    box = boxes.next() if (tag in _BOXES or tag in _ITEMS) and not data else 0
    return _Context(
        zone,
        hint,
        evidence,
        outer.heading or tag in HEADINGS,
        outer.link or tag == "a",
        outer.article or tag in ("article", "main") or bool(parts & {"article", "story", "post", "entry"}),
        outer.crumbs or (zone == "furniture" and bool(parts & CRUMBS)),
        data,
        outer.weighed + (weighs and (role in _MOST_WORDS or tag in ("form", "aside", "table"))),
        box if box and tag in _BOXES else outer.box,
        outer.box if box and tag in _BOXES else outer.outer,
        box if box and tag in _ITEMS and zone is None and _is_item(node, tag, named) else outer.item,
    )


def _is_no_zone(node: LexborNode, tag: str, parts: frozenset[str]) -> bool:
    """Tell whether what opens a zone by its tag is none: a form around the whole page, an aside without a link."""
    if tag == "form":
        outer = node.parent
        if outer is not None and outer.tag == "body" and 2 * len(node.text(deep=True)) > len(outer.text(deep=True)):
            return node.css_first("table, h1, h2") is not None
        return len(node.text(deep=True, separator=" ").split(None, _FORM_WORDS)) > _FORM_WORDS
    return tag == "aside" and not parts & TEASERS and node.css_first("a") is None


def _is_item(node: LexborNode, tag: str, named: str) -> bool:
    """Tell whether an element has an equal near it, of the same tag and class: an item of several."""
    if tag != "article" and not named:
        return False
    mine = node.attributes.get("class")
    before: LexborNode | None = node
    after: LexborNode | None = node
    for _ in range(_NEAR):
        before, after = before.prev if before else None, after.next if after else None
        for near in (before, after):
            if near is not None and near.tag == tag and near.attributes.get("class") == mine:
                return True
    return False


def _fits(node: LexborNode, role: Role) -> bool:
    """Tell whether an element is small enough for a role of few words: a class «publish» may be around the whole."""
    most = _MOST_WORDS.get(role)
    return most is None or len(node.text(deep=True, separator=" ").split(None, most + 1)) <= most
