"""Reasons of joins, counts and dates in the words of a language."""

from tawatur.stories.reasons import explain

__all__ = ["explain"]
