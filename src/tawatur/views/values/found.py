"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.views.values.rows import ArticleRow
from tawatur.views.values.saying import AboutView


@dataclass(frozen=True, slots=True)
class StatementFound:
    """One found statement; `marks` are [start, end) within its content, the exact words of its evidence."""

    article: ArticleRow
    about: AboutView
    marks: tuple[tuple[int, int], ...]
    score: float
    story: str | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One found article with a snippet in the original spelling; `marks` are [start, end) within the snippet."""

    article: ArticleRow
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    story: str | None = None
