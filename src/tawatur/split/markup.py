"""The blocks of an HTML page in document order, each with what its tags and classes say of its role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.model import Role


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
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OWN = _names("entry post article story news single details amp content")
_PICTURES = _names("img image photo pic picture media")
_TEXTS = _names("desc description text title credit alt info")
# Boxes around several blocks of different roles.
_WRAPPERS = _names("outer wrapper wrap container group section list grid row")
_SPLIT_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Parts of class names and ids, by the role they give; the first class that matches decides.
_FURNITURE = _names(
    "nav navbar navigation menu breadcrumb breadcrumbs share sharing social addthis sharethis footer "
    "cookie cookies consent gdpr newsletter subscribe subscription ad ads advert advertisement banner "
    "login search toolbar comment comments disqus skip popup modal masthead logo copyright ticker "
    "pagination pager rating vote poll weather"
)
_TEASERS = _names(
    "related recommend recommended recommendation recommendations popular trending latest teaser "
    "teasers similar sidebar mostread mostviewed readmore readalso seealso alsoread outbrain taboola "
    "upnext suggested more"
)
_BY_CLASS: tuple[tuple[frozenset[str], Role], ...] = (
    (frozenset({"caption", "figcaption", "imgcaption"}), "caption"),
    (frozenset({"author", "byline", "writer", "reporter", "authors", "submitted", "username"}), "byline"),
    (frozenset({"date", "time", "timestamp", "published", "publish", "pubdate", "datetime", "updated"}), "date"),
    (frozenset({"tags", "tag", "keywords", "keyword", "taglist", "labels"}), "keywords"),
    (frozenset({"source"}), "source"),
)
# A date or byline block holds a few words; a class such as «time» around a paragraph says nothing.
_FEW_WORDS = 16


@dataclass(frozen=True, slots=True)
class MarkupBlock:
    """One block of markup: its text, the role that tags and classes give it, the evidence, and whether it links."""

    text: str
    hint: Role | None
    evidence: str
    linked: bool


@dataclass(slots=True)
class _Gathering:
    """The block being gathered while the tree is walked; local to one call of `read_blocks`."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    plain: int = 0
    hint: Role | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the open elements say: the nearest heading tag, role and container, and whether a link is open."""

    zone: Role | None = None
    hint: Role | None = None
    evidence: str = ""
    heading: bool = False
    link: bool = False
    article: bool = False


def read_blocks(markup: str) -> list[MarkupBlock]:
    """Return the blocks of a page in document order; blank ones, scripts and the like are left out."""
    root = LexborHTMLParser(markup).body
    return [block for block in _walk(root) if block.text] if root is not None else []


def _walk(root: LexborNode) -> Iterator[MarkupBlock]:
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
        elif tag not in _DROPPED and not _is_hidden(node):
            inner = _entered(node, tag, context)
            # Each link of a list of keywords is a keyword.
            if tag not in _INLINE or (tag == "a" and inner.hint == "keywords"):
                yield _finish(gathering)
                gathering = _Gathering()
                stack.append((None, context, True))
            stack.append((node.child, inner, False))
    yield _finish(gathering)


def _take(gathering: _Gathering, text: str, context: _Context) -> None:
    gathering.parts.append(text)
    size = len(text.strip())
    if context.link:
        gathering.linked += size
    else:
        gathering.plain += size
    if size and (gathering.hint is None or context.zone):
        gathering.hint, gathering.evidence = _hint(context)


def _hint(context: _Context) -> tuple[Role | None, str]:
    if context.zone == "teaser" and context.heading and not context.link:
        return "section", context.evidence
    return context.zone or context.hint, context.evidence


def _finish(gathering: _Gathering) -> MarkupBlock:
    text = " ".join("".join(gathering.parts).split())
    hint = gathering.hint
    if hint in ("date", "byline", "source") and len(text.split()) > _FEW_WORDS:
        hint = None
    return MarkupBlock(text, hint, gathering.evidence if hint else "", gathering.linked > 0 and gathering.plain == 0)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _entered(node: LexborNode, tag: str, outer: _Context) -> _Context:
    attributes = node.attributes
    named = " ".join(filter(None, (attributes.get("class"), attributes.get("id"), attributes.get("itemprop"))))
    names = {part.lower() for part in _SPLIT_NAME.findall(named[:300])}
    zone, hint, evidence = outer.zone, outer.hint, outer.evidence
    found_zone = _zone(tag, names, outer)
    if zone is None and found_zone:
        zone, evidence = found_zone, f"<{tag}> {named}".strip()
    role = _role(tag, names, outer)
    if role and zone is None:
        hint, evidence = role, f"<{tag}> {named}".strip()
    return _Context(
        zone,
        hint,
        evidence,
        outer.heading or tag in _HEADINGS,
        outer.link or tag == "a",
        outer.article or tag in ("article", "main") or bool(names & {"article", "story", "post", "entry"}),
    )


def _zone(tag: str, names: set[str], outer: _Context) -> Role | None:
    if tag in ("nav", "footer") or (tag in ("header", "form") and not outer.article):
        return "furniture"
    # The page's own frame carries all sorts of classes; only what is smaller than it is zoned by them.
    if tag in ("body", "html", "main", "article", "p"):
        return None
    if names & _TEASERS and not names & {"content", "body"}:
        return "teaser"
    # The foot of a post holds its author and keywords.
    if names & _FURNITURE and not ("footer" in names and names & _OWN and len(names & _FURNITURE) == 1):
        return "furniture"
    return "teaser" if tag == "aside" else None


def _role(tag: str, names: set[str], outer: _Context) -> Role | None:
    if tag == "h1" or "headline" in names or (tag in _HEADINGS and "title" in names and names & _OWN):
        return "headline"
    if tag == "figcaption":
        return "caption"
    if tag in _HEADINGS and outer.hint != "headline":
        return "subhead"
    if tag == "time":
        return "date"
    if names & _PICTURES and names & _TEXTS and not names & _WRAPPERS:
        return "caption"
    if names & _WRAPPERS:
        return None
    return next((role for known, role in _BY_CLASS if names & known), None)
