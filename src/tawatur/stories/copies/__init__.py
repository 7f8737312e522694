"""Copies: exact, near and reworked wire text found across articles, with the credit that shows where it comes from."""

from tawatur.stories.copies.find import find_copies
from tawatur.stories.copies.likeness import Likeness, copy_likeness

__all__ = ["Likeness", "copy_likeness", "find_copies"]
