"""Templates with their filters: what pages say is shown as text, never as markup, and cannot turn the page around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from tawatur.views.reasons import explain
from tawatur.views.values import EvidenceView, Segment
from tawatur.views.wording import Language, days, word
from tawatur.web.wordings import say

# Bidi embeddings, overrides and isolates, which would reorder what stands beside them; and control characters.
_HOSTILE = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(9), 0x0B, *range(0x0E, 0x20)))
# When marks overlap, the one named first gives its colour to the run.
_LAYERS = ("cue", "holder", "event", "figure", "time", "name", "statement")


def shown(text: object) -> str:
    """Return text without the characters that could reorder or break the page around it."""
    return str(text if text is not None else "").translate(_HOSTILE)


def safe_link(url: str | None) -> str | None:
    """Return a page's own address when it is plain http or https, else None."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else None


def top_layer(segment: Segment) -> str | None:
    """Return the layer that colours a segment, or None for plain text."""
    layers = {m.layer for m in segment.marks}
    return next((layer for layer in _LAYERS if layer in layers), None)


def cut_at(segments: tuple[Segment, ...], places: tuple[int, ...]) -> tuple[Segment, ...]:
    """Return the same text in segments that also end at the given places, so that a found stretch has its own."""
    out: list[Segment] = []
    for segment in segments:
        end = segment.start + len(segment.text)
        edges = [segment.start, *sorted(p for p in set(places) if segment.start < p < end), end]
        out += [
            replace(segment, text=segment.text[a - segment.start : b - segment.start], start=a)
            for a, b in pairwise(edges)
        ]
    return tuple(out)


def environment() -> Environment:
    """Build the template environment; templates fail loudly on an unknown name."""
    env = Environment(
        loader=PackageLoader("tawatur.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["shown"] = shown
    env.filters["safe_link"] = safe_link
    env.globals["top_layer"] = top_layer
    return env


def words_for(language: Language) -> dict[str, object]:
    """Return what every template of a language may call: say, word, days, and the links that keep the language."""
    return {
        "lang": language,
        "dir": "rtl" if language == "ar" else "ltr",
        "say": lambda key: say(key, language),
        "word": lambda group, code: word(group, code, language),
        "explain": lambda reason: explain(reason, language),
        "days": lambda d: days(d.first, d.last, language),
    }


def linker(language: Language) -> Callable[..., str]:
    """Return a function that makes a link inside the site: link("story", id, q=…)."""

    def link(kind: str, item: str | None = None, **query: str) -> str:
        path = f"/{kind}" if kind else "/"
        if item is not None:
            path += "/" + quote(item, safe="")
        if language == "en":
            query = {**query, "lang": "en"}
        return path + ("?" + urlencode(query) if query else "")

    return link


def evidence_linker(link: Callable[..., str]) -> Callable[[EvidenceView], str]:
    """Return a function that links evidence to its words in their article."""

    def link_to(evidence: EvidenceView) -> str:
        return link("article", evidence.article, at=f"{evidence.start}-{evidence.end}") + "#found"

    return link_to
