"""Templates with their filters: what pages say is shown as text, never as markup, and cannot turn the page around."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from tawatur.store.reviews import CHANGES
from tawatur.text.counting import counted, unparted
from tawatur.views.places import country_name
from tawatur.views.reasons import explain
from tawatur.views.timing import time_words
from tawatur.views.values import EvidenceView, LinkView, Mark, ReportView, Segment
from tawatur.views.wording import Language, codes, day, days, published, title_in, word
from tawatur.web.asked import DAYS, FILTERS
from tawatur.web.wordings import say

# Bidi embeddings, overrides and isolates, which would reorder what stands beside them; and control characters.
_HOSTILE = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(9), 0x0B, *range(0x0E, 0x20)))
_LATIN = re.compile(r"[A-Za-z]")
# From the first to the last Arabic letter without a Latin one between, with the marks and digits that belong to it.
_ARABIC_STRETCH = re.compile(r"[«(]*[\u0600-\u06ff](?:[^A-Za-z;]*[\u0600-\u06ff])?[»)]*")
# When marks overlap, the one named first gives its colour to the run.
_LAYERS = ("cue", "holder", "event", "figure", "time", "name", "statement")


def shown(text: object) -> str:
    """Return text without the characters that could reorder or break the page around it."""
    return str(text if text is not None else "").translate(_HOSTILE)


def isolated(text: object) -> Markup:
    """Return a page's words as an element of their own direction, marked as Arabic where they are."""
    told = shown(text)
    arabic = any("\u0600" <= char <= "\u06ff" for char in told)
    return Markup('<bdi lang="ar">{}</bdi>' if arabic else "<bdi>{}</bdi>").format(escape(told))


def apart(told: str) -> Markup:
    """Return a sentence with its Arabic stretches, quotation marks included, apart from the other words around them."""
    text = shown(told)
    if not _LATIN.search(text):
        return isolated(text)
    parts, at = [], 0
    for found in _ARABIC_STRETCH.finditer(text):
        parts += [escape(text[at : found.start()]), isolated(found[0])]
        at = found.end()
    return Markup("<bdi>{}</bdi>").format(Markup("").join([*parts, escape(text[at:])]))


def by_origin(reports: tuple[ReportView, ...]) -> tuple[tuple[LinkView | None, tuple[ReportView, ...]], ...]:
    """Group reports by the origin of their chains, in order; those of unknown origin stay together."""
    groups: dict[str, list[ReportView]] = {}
    for report in reports:
        origin = report.chain[0] if report.chain else None
        known = origin is not None and origin.known
        groups.setdefault((origin.entity or origin.label) if origin and known else "", []).append(report)
    return tuple((found[0].chain[0] if found[0].chain else None, tuple(found)) for found in groups.values())


def same_words(reports: tuple[ReportView, ...]) -> tuple[tuple[ReportView, tuple[ReportView, ...]], ...]:
    """Fold reports of the same words under one: the first, and its copies in other articles."""
    groups: dict[str, list[ReportView]] = {}
    for report in reports:
        groups.setdefault(" ".join(report.evidence.exact.split()), []).append(report)
    return tuple((found[0], tuple(found[1:])) for found in groups.values())


def safe_link(url: str | None) -> str | None:
    """Return a page's own address when it is plain http or https, else None."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else None


def top_layer(segment: Segment, hidden: frozenset[str] = frozenset()) -> str | None:
    """Return the layer that colours a segment, or None for plain text; hidden layers colour nothing."""
    layers = {m.layer for m in segment.marks} - hidden
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
    env.filters["bdi"] = isolated
    env.globals["top_layer"] = top_layer
    env.globals["by_origin"] = by_origin
    env.globals["same_words"] = same_words
    env.globals["codes"] = codes
    env.globals["filters_known"] = FILTERS
    env.globals["days_known"] = DAYS
    env.globals["filter_label"] = filter_label
    return env


_FILTER_LABELS = {"entity": "filter_entity", "origin": "filter_origin", "of": "search_in", "offset": "pages"}


def filter_label(name: str, of: str) -> str:
    """Return the key of the words for a field of a search: of statements, the type asked for is a stance."""
    return "stance" if name == "type" and of == "statements" else _FILTER_LABELS.get(name, name)


def filter_value(name: str, value: str, of: str, language: Language) -> str:
    """Return the value of a filter in words: codes and days as the pages tell them, anything else as it was given."""
    if name in DAYS:
        return day(date.fromisoformat(value), language)
    if name == "type" and of == "statements":
        told = word("stance", value, language)
        return told if told != value else word("kind", value, language)
    return word(name, value, language) if name in ("type", "status", "judged") else value


def words_for(language: Language) -> dict[str, object]:
    """Return what every template of a language may call: say, word, days, and the links that keep the language."""
    return {
        "lang": language,
        "dir": "rtl" if language == "ar" else "ltr",
        "titled_in": lambda item: title_in(item, language),
        "say": lambda key: say(key, language),
        "word": lambda group, code: word(group, code, language),
        "options": lambda group: [(code, word(group, code, language)) for code in codes(group)],
        "explain": lambda reason: apart(explain(reason, language)),
        "marked": lambda mark: _mark_words(mark, language),
        "day": lambda d: days(d, d, language),
        "moment": lambda at: _moment(at, language),
        "counted": lambda noun, number: unparted(counted(noun, number, language)),
        "days": lambda d: days(d.first, d.last, language),
        "published": lambda d: published(d.first, d.last, language),
        "country": lambda code: country_name(code, language),
        "filter_value": lambda name, value, of: filter_value(name, value, of, language),
        "allowed": lambda layer, field: [(code, word(field, code, language)) for code in CHANGES[layer][field]],
    }


def _moment(at: str, language: Language) -> Markup:
    """Return a moment in words, its hour of one direction in a line of the other."""
    told = datetime.fromisoformat(at).astimezone(UTC)
    words = days(told.date(), told.date(), language)
    return Markup('<time datetime="{}">{} <bdi dir="ltr">{:%H:%M} UTC</bdi></time>').format(at, words, told)


# The group of words that the codes of a layer's marks belong to.
_GROUPS = {"statement": "stance", "cue": "kind", "event": "type", "name": "name"}


def _mark_words(mark: Mark, language: Language) -> str:
    """Return what a mark says of its words: the layer, its code in words, and whom or what it is resolved to."""
    if mark.layer == "time":
        return f"{say('layer_time', language)}: {time_words(mark.code, mark.note, language)}"
    code = word(_GROUPS.get(mark.layer, ""), mark.code, language)
    note = word("status", mark.note, language) if mark.layer == "event" else mark.note
    told = " · ".join(part for part in (code, note) if part and part not in ("holder", "via"))
    judged = f" ({word('judged', mark.judgement, language)})" if mark.judgement else ""
    return say("layer_" + mark.layer, language) + (f": {told}" if told else "") + judged


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
