"""Roundups: articles that sum up several subjects («موجز أخبار», «أقوال الصحف»), so that none of these is theirs."""

from __future__ import annotations

import re

from tawatur.model import Article
from tawatur.text.fold import fold

# Titles that say what sort of article it is and not what it is about: the first words of a roundup's title.
_TITLES = (
    "موجز|الموجز|متفرقات|مختصرات|أبرز عناوين|أهم عناوين|أبرز العناوين|أهم العناوين|أهم الأخبار|أهم الأنباء|"
    "أبرز الأخبار|أبرز الأنباء|نشرة الأخبار|نشرة أخبار|نشرة الأنباء|نشرة أنباء|عناوين الصحف|عناوين الأخبار|"
    "أقوال الصحف|جولة الصحف|جولة الصحافة|جولة في الصحف|جولة في الصحافة|أخبار قصيرة|أخبار متفرقة|أخبار سريعة|"
    "أخبار مختصرة|حصاد اليوم|حصاد الأسبوع|حصاد الأخبار"
)
_HEADS = tuple(tuple(fold(title).split()) for title in _TITLES.split("|"))
# A longer title tells of something («موجز الأحكام التي …»), and fewer lines than these hold no several subjects.
_MOST_WORDS, _LEAST_LINES = 8, 3
_BLANK = re.compile(r"\n\s*\n")
# An item is at least this long: what is shorter is its heading, and what comes next belongs to it.
_ITEM = 120


def is_roundup(article: Article) -> bool:
    """Tell whether an article's title says that it sums up several subjects, and its text has lines for them."""
    words = fold(article.title or "").replace(":", " ").split()
    if not words or len(words) > _MOST_WORDS or len(article.text.strip().splitlines()) < _LEAST_LINES:
        return False
    return any(tuple(words[: len(head)]) == head for head in _HEADS)


def first_item(text: str) -> str:
    """Return the first item of a roundup: up to a blank line, or the first lines where there is none."""
    parts = [part for part in _BLANK.split(text.strip()) if part.strip()]
    if len(parts) < 2:
        parts = text.strip().splitlines()
    item = ""
    for part in parts:
        item = f"{item}\n{part}".strip()
        if len(item) >= _ITEM:
            break
    return item
