"""Where a copied text comes from: the agency that a credit, a dateline or a closing signature names, never a guess."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.lexicon.story_words import Agency, AgencyForm, StoryLexicon
from tawatur.model import Anchor, Article, Span
from tawatur.text.words import Word, find_words

# A dateline («الرياض - واس:», «لندن (رويترز) -») is over within so many code points; a signature at the end as well.
_DATELINE = 70
_SIGNATURE = 60
# In parentheses anywhere near the edges: «(أ ف ب)», «(رويترز)».
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]")
# What closes a dateline: a colon or dash. A dateline has few words before it («واشنطن، الولايات المتحدة (CNN) --»).
_DATELINE_END = re.compile(r"[:：]|\s[-–—]+\s|[-–—]\s|[-–—]{2}")
# «الرياض - واس:» has a second part; what comes later than this after the first belongs to the text.
_DATELINE_PART = 25
_SIGNATURE_LINE = re.compile(r"\n\s*([^\n]{2,40})\s*$")
_LONGEST_FORM = 6


@dataclass(frozen=True, slots=True)
class Origin:
    """What copies go back to: a name where the credits agree on one, the anchors of the credits, and why."""

    name: str | None = None
    evidence: tuple[Anchor, ...] = ()
    reasons: tuple[str, ...] = ()


def find_origin(articles: Sequence[Article], lexicon: StoryLexicon) -> Origin:
    """Tell where copies come from by the agencies that their credits name.

    One agency named, by one article or by several, is the origin. Two are not decided between; none leaves the origin
    unknown: the earliest article may be a copy itself.
    """
    found: dict[Agency, list[Anchor]] = defaultdict(list)
    for article in articles:
        for agency, anchor in find_credits(article, lexicon.agencies):
            found[agency].append(anchor)
    evidence = tuple(anchor for anchors in found.values() for anchor in anchors)
    if not found:
        return Origin(reasons=("no article of the group credits an agency",))
    if len(found) > 1:
        names = "، ".join(sorted(agency.name for agency in found))
        return Origin(evidence=evidence, reasons=(f"the credits name several agencies: {names}",))
    agency = next(iter(found))
    sources = len({anchor.source for anchor in evidence})
    return Origin(agency.name, evidence, (f"credited to {agency.name} in {sources} of {len(articles)} articles",))


def find_credits(article: Article, agencies: Mapping[tuple[str, ...], AgencyForm]) -> Iterator[tuple[Agency, Anchor]]:
    """Yield the agencies that an article credits: in its own credits, its dateline, and the signature at its end."""
    seen: set[Agency] = set()
    for credit in article.credits:
        for agency, span in _named(credit.exact, Span(0, len(credit.exact)), agencies):
            if agency not in seen:
                seen.add(agency)
                start, end = credit.start + span.start, credit.start + span.end
                yield agency, Anchor(credit.source, start, end, span.of(credit.exact))
    for place in _credit_places(article.text):
        for agency, span in _named(article.text, place, agencies):
            if agency not in seen:
                seen.add(agency)
                yield agency, Anchor.of(article.id, article.text, span)


def _credit_places(text: str) -> Iterator[Span]:
    """Yield the stretches of a text that can be a dateline or a signature."""
    start = len(text) - len(text.lstrip())
    first = text[start : start + _DATELINE].split("\n")[0]
    end = 0
    for mark in _DATELINE_END.finditer(first):
        if end and mark.start() - end > _DATELINE_PART:
            break
        end = mark.start()
    if end:
        yield Span(start, start + end)
    for match in _BRACKETED.finditer(text, start, start + len(first)):
        yield Span(*match.span(1))
    stripped = len(text.rstrip(" \n\r\t."))
    for match in _BRACKETED.finditer(text, max(start, stripped - _SIGNATURE)):
        if match.end() >= stripped:
            yield Span(*match.span(1))
    line = _SIGNATURE_LINE.search(text, max(start, len(text) - _SIGNATURE))
    if line is not None:
        yield Span(*line.span(1))


def _named(text: str, place: Span, agencies: Mapping[tuple[str, ...], AgencyForm]) -> Iterator[tuple[Agency, Span]]:
    """Yield the agencies named in a credit, longest forms first."""
    for part in _parts(text, place):
        at = 0
        while at < len(part):
            for length in range(min(_LONGEST_FORM, len(part) - at), 0, -1):
                form = agencies.get(tuple(word.norm for word in part[at : at + length]))
                if form is not None and (not form.alone or length == len(part)):
                    yield form.agency, Span(part[at].span.start, part[at + length - 1].span.end)
                    at += length - 1
                    break
            at += 1


def _parts(text: str, place: Span) -> Iterator[list[Word]]:
    """Yield the words of a credit part by part («لندن - رويترز» has two); the dots of «أ.ف.ب» part nothing."""
    part: list[Word] = []
    for word in find_words(text, place):
        if word.kind != "mark":
            part.append(word)
        elif word.text not in ".ـ" and part:
            yield part
            part = []
    if part:
        yield part
