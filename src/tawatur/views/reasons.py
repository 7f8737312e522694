"""Reasons of joins, counts and dates in the words of a language."""

from __future__ import annotations

from tawatur.views.wording import Language


def explain(reason: str, language: Language) -> str:
    """Return a stored reason in words; one that has no code stands for itself."""
    return reason
