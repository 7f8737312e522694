"""Split a page into lines with roles, and these into articles with their dates."""

from __future__ import annotations

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Page, SplitPage


def split_page(page: Page, lexicons: Lexicons) -> SplitPage:
    """Take a page apart: every line with its role, and its articles with outlet, credits and publication date."""
    return SplitPage(page, (), ())
