"""Openings: the words of an article by which it is grouped, folded once: its title and its first part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.model import Article
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.roundups import first_item, is_roundup

# Code points of the text that count: the part in which news tells its main happening (about 200 words).
_LEAD = 1200


@dataclass(frozen=True, slots=True)
class Opening:
    """The folded words of an article's title and of the first 1,200 code points of its text.

    Of a `roundup` they are those of its first item: its title says nothing of what it tells.
    """

    outlet: str
    title: tuple[str, ...]
    lead: tuple[str, ...]
    roundup: bool = False


def openings(articles: Iterable[Article]) -> dict[str, Opening]:
    """Return the openings by article id; equal words are one string, so that many take little memory."""
    known: dict[str, str] = {}

    def words(text: str) -> tuple[str, ...]:
        return tuple(known.setdefault(word, word) for word in folded_words(text))

    def opening(article: Article) -> Opening:
        outlet = article.outlet or ""
        if is_roundup(article):
            return Opening(outlet, (), words(first_item(article.text)[:_LEAD]), roundup=True)
        return Opening(outlet, words(article.title or ""), words(article.text[:_LEAD]))

    return {article.id: opening(article) for article in articles}
