"""Build a page from decoded text, or say why it is no page of news."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from tawatur.model import Page, Provenance, SetAside
from tawatur.read.decode import HEAD, Undecodable, decode, looks_binary
from tawatur.read.language import arabic_words, not_arabic

# The largest page read whole; the longest pages of news sites, scripts included, are below 10 MB.
MOST_PAGE_BYTES = 20_000_000
# application/octet-stream is what a server says that knows nothing: the bytes decide.
_PAGE_TYPES = {"", "text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", "unknown/unknown"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.I)
_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|article|div|p|meta|table)\b", re.I)
_ERROR_TITLE = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|not found|forbidden|access denied|page (?:is )?(?:missing|unavailable)"
    r"|just a moment|are you a robot"
    r"|(?:الصفح[ةه]|صفح[ةه]|المقال|الرابط|المحتوى|الخبر)[^.]{0,30}(?:غير موجود|غير متوفر|غير متاح|لم يتم العثور|لم يعثر"
    r"|لا يوجد|لا توجد|محذوف)"
    r"|(?:لم يتم العثور على|تعذر العثور على|عذرا)[^.]{0,30}(?:الصفح[ةه]|المقال|الخبر|المحتوى|الرابط)|خطأ \d{3}",
    re.I,
)
# Tags that nest as deep as they are written. The HTML5 parser needs time quadratic in the depth, and news pages stay
# below a hundred or so, so deeper ones are refused.
_NESTING = re.compile(r"<(/?)(?:div|span|section|blockquote|font|b|i|em|strong|center|table|ul|ol|dl|a|u)\b", re.I)
_DEEPEST = 3_000
# A site's error page has a sentence or two; the shortest news pages have more words than this around their article.
_ERROR_WORDS = 120
# The shortest paragraph that makes a news item: a flash of one sentence.
_ARTICLE_WORDS = 8
# Share of Arabic among the words of a page's paragraphs: a notice about cookies in English may be longer than a flash
# in Arabic, but a page in English that quotes an Arabic sentence stays far below.
_LEAST_ARABIC = 0.1
# What schema.org calls pages that list articles, and what it calls those that are one.
_LISTING_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(CollectionPage|SearchResultsPage)"')
_ARTICLE_TYPE = re.compile(r'"(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)"')


def looks_like_html(text: str) -> bool:
    """Tell whether a text is markup: it opens with a tag that pages have within its first 4,096 characters."""
    return text[:4096].lstrip("\ufeff \t\r\n").startswith("<") and _HTML.search(text, 0, 4096) is not None


def page_id(text: str, url: str | None) -> str:
    """Return the id of a page: from its content and address, not from the file it lies in.

    So one page saved twice, or read by two paths, is one page, and one text at two addresses is two.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    digest.update(b"\0" + (url or "").encode("utf-8", "surrogatepass"))
    return "page-" + digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the bytes of one page came: `place` names it to people, `path` is a file, `media` a Content-Type."""

    place: str
    path: str | None = None
    url: str | None = None
    media: str = ""
    provenance: Provenance | None = None


def is_page_type(media: str) -> bool:
    """Tell whether a Content-Type may be a page's: markup, plain text, none, or one that says nothing."""
    kind = media.partition(";")[0].strip().lower()
    return kind in _PAGE_TYPES


def page_from_bytes(data: bytes, arrival: Arrival) -> Page | SetAside:
    """Return the page in `data`, or set it aside: empty, too large, in no known encoding, or no Arabic news page."""
    place = arrival.place
    if not data:
        return SetAside(place, "is empty", "empty")
    if len(data) > MOST_PAGE_BYTES:
        return SetAside(place, looks_binary(data[:HEAD]) or too_large(len(data)), "size")
    charset = _CHARSET.search(arrival.media)
    decoded = decode(data, charset.group(1) if charset else None)
    if isinstance(decoded, Undecodable):
        return SetAside(place, decoded.reason, decoded.kind)
    text = decoded.text
    if not text.strip():
        return SetAside(place, "holds nothing but white space", "empty")
    media: Literal["text", "html"] = "html" if "html" in arrival.media or looks_like_html(text) else "text"
    refusal = _refused_markup(text) if media == "html" else _refused_text(text)
    if refusal:
        return SetAside(place, refusal[1], refusal[0])
    return Page(
        page_id(text, arrival.url),
        text,
        media=media,
        path=arrival.path,
        url=arrival.url,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        provenance=arrival.provenance,
    )


def too_large(size: int) -> str:
    """Say that a page is over the limit."""
    return f"{size:,} bytes is over the limit of {MOST_PAGE_BYTES:,} bytes for one page"


def _refused_text(text: str) -> tuple[str, str] | None:
    reason = not_arabic(text)
    if reason:
        return "language", reason
    lines = text.split("\n", 8)
    first = next((line for line in lines if line.strip()), "")
    if len(text) < 2000 and _ERROR_TITLE.search(first[:200]) and arabic_words(text).count < _ERROR_WORDS / 2:
        return "error-page", f"is an error page: «{first.strip()[:80]}»"
    return None


def _nested_too_deep(text: str) -> bool:
    depth = 0
    for match in _NESTING.finditer(text):
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _refused_markup(text: str) -> tuple[str, str] | None:
    if _nested_too_deep(text):
        return "nesting", f"nests more than {_DEEPEST:,} tags in one another; no page of news does"
    tree = LexborHTMLParser(text)
    data = " ".join(node.text() for node in tree.css('script[type="application/ld+json"]'))
    for node in tree.css("script, style, noscript, template"):
        node.decompose()
    body = tree.body
    visible = body.text(separator="\n") if body is not None else ""
    heads = (tree.css_first("title"), tree.css_first("h1"))
    title = " ".join(node.text()[:300].strip() for node in heads if node is not None)
    if _ERROR_TITLE.search(title) and len(visible.split()) < _ERROR_WORDS:
        return "error-page", f"is an error page: «{title[:80]}»"
    reason = not_arabic(visible)
    if reason:
        return "language", reason
    return _no_article(tree, visible, data)


def _no_article(tree: LexborHTMLParser, visible: str, data: str) -> tuple[str, str] | None:
    """Say why a page holds no article in Arabic, or None; changes the tree."""
    counts = [(arabic_words(line).count, len(line.split())) for line in visible.split("\n")]
    arabic = sum(one for one, words in counts if words >= _ARTICLE_WORDS)
    words = sum(words for _, words in counts if words >= _ARTICLE_WORDS)
    if arabic < _LEAST_ARABIC * words:
        return "language", f"is mostly not in Arabic: {arabic:,} of the {words:,} words of its paragraphs are"
    if not any(one >= _ARTICLE_WORDS for one, _ in counts):
        return "no-article", f"has no article: no paragraph of {_ARTICLE_WORDS} words or more"
    kind = _LISTING_TYPE.search(data)
    if kind and not _ARTICLE_TYPE.search(data):
        return "no-article", f"is a list of articles, its markup says ({kind.group(1)})"
    for link in tree.css("a, nav, footer, select, button"):
        link.decompose()
    left = tree.body.text(separator="\n") if tree.body is not None else ""
    if not any(arabic_words(line).count >= _ARTICLE_WORDS for line in left.split("\n")):
        return "no-article", "has no article: its sentences are all links to other pages"
    return None
