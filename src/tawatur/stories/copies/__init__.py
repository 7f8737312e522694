"""Copies: exact, near and reworked wire text found across articles, with the credit that shows where it comes from."""

from tawatur.stories.copies.find import find_copies
from tawatur.stories.copies.likeness import Likeness, copy_likeness
from tawatur.stories.copies.passages import Passages, align, sentences_of
from tawatur.stories.copies.reworked import find_reworked
from tawatur.stories.copies.texts import ComparedTexts, compared_texts

__all__ = [
    "ComparedTexts",
    "Likeness",
    "Passages",
    "align",
    "compared_texts",
    "copy_likeness",
    "find_copies",
    "find_reworked",
    "sentences_of",
]
