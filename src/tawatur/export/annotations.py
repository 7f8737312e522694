"""What was read in articles as W3C Web Annotations (Recommendation of 23 February 2017), one collection in one page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tawatur.export.harmless import json_text, web_address
from tawatur.export.rows import article_views
from tawatur.views import StoreSource
from tawatur.views.values import ArticleView, Mark

# Letters before and after the words that a quote selector names, so that they are found where the text has changed.
_AROUND = 32
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def article_name(article: str) -> str:
    """Return an article's id as a URN: an article is named by what it says, not by where it once stood."""
    return "urn:tawatur:article:" + quote(article, safe="", errors="replace")


def as_annotations(source: StoreSource, story: str | None) -> Iterator[bytes]:
    """Iterate over one JSON-LD document: an AnnotationCollection whose first and only page holds every annotation."""
    named = "urn:tawatur:annotations" + (":" + quote(story, safe="") if story is not None else "")
    page = {"id": named + ":1", "type": "AnnotationPage", "partOf": named, "startIndex": 0}
    head = {"@context": _CONTEXT, "id": named, "type": "AnnotationCollection", "label": "Tawatur", "first": page}
    # The items are written one by one into the page, which is left open for them; how many they were comes last.
    total = 0
    opened = json_text(head).removesuffix("}}") + ',"items":['
    for view in article_views(source, story):
        for item in annotations_of(view):
            yield (opened + json_text(item)).encode()
            opened = ",\n"
            total += 1
    yield (opened if total == 0 else "").encode() + f'\n]}},"total":{total}}}\n'.encode()


def annotations_of(view: ArticleView) -> Iterator[dict[str, Any]]:
    """Iterate over the annotations of one article: each mark of the article once."""
    text = "".join(segment.text for segment in view.segments)
    marks = {mark for segment in view.segments for mark in segment.marks}
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.layer, m.code, m.note, m.link or "")):
        yield _annotation(view, text, mark)


def _annotation(view: ArticleView, text: str, mark: Mark) -> dict[str, Any]:
    told = (view.row.id, mark.start, mark.end, mark.layer, mark.code, mark.note, mark.link)
    digest = hashlib.sha256(repr(told).encode(errors="replace")).hexdigest()[:20]
    return {
        "id": f"urn:tawatur:annotation:{digest}",
        "type": "Annotation",
        "motivation": "identifying" if mark.layer == "name" else "classifying",
        "generator": {"id": "urn:tawatur:software", "type": "Software", "name": "Tawatur"},
        "body": _bodies(mark),
        "target": _targets(view, text, mark),
    }


def _bodies(mark: Mark) -> list[dict[str, Any]]:
    value = f"{mark.layer}:{mark.code}" if mark.code else mark.layer
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": value}
    ]
    if mark.note:
        bodies.append({"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": mark.note})
    if mark.link:
        entity = "urn:tawatur:entity:" + quote(mark.link, safe="")
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": entity})
    if mark.judgement:
        read = "".join(f"; read {field}={code}" for field, code in mark.read)
        value = f"reviewed:{mark.judgement}{read}"
        bodies.append({"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": value})
    return bodies


def _targets(view: ArticleView, text: str, mark: Mark) -> list[dict[str, Any]]:
    """The words in the article's text, and the same words in the page at its address where that is known."""
    words = {
        "type": "TextQuoteSelector",
        "exact": text[mark.start : mark.end],
        "prefix": text[max(0, mark.start - _AROUND) : mark.start],
        "suffix": text[mark.end : mark.end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": mark.start, "end": mark.end}
    targets: list[dict[str, Any]] = [
        {"type": "SpecificResource", "source": article_name(view.row.id), "selector": [words, place]}
    ]
    address = web_address(view.url)
    if address:
        targets.append({"type": "SpecificResource", "source": address, "selector": words})
    return targets
