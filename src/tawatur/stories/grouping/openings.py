"""Openings: the words of an article by which it is grouped, folded once: its title and its first part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.model import Article
from tawatur.stories.copies.texts import folded_words

# Code points of the text that count: the part in which news tells its main happening (about 200 words).
_LEAD = 1200


@dataclass(frozen=True, slots=True)
class Opening:
    """The folded words of an article's title and of the first 1,200 code points of its text."""

    outlet: str
    title: tuple[str, ...]
    lead: tuple[str, ...]


def openings(articles: Iterable[Article]) -> dict[str, Opening]:
    """Return the openings by article id; equal words are one string, so that many take little memory."""
    known: dict[str, str] = {}

    def words(text: str) -> tuple[str, ...]:
        return tuple(known.setdefault(word, word) for word in folded_words(text))

    return {a.id: Opening(a.outlet or "", words(a.title or ""), words(a.text[:_LEAD])) for a in articles}
