"""Grouping: articles whose main subject is one happening are one story; stories of one subject are a story line."""

from tawatur.stories.grouping.group import group_articles
from tawatur.stories.grouping.lines import StoryTraits, group_lines

__all__ = ["StoryTraits", "group_articles", "group_lines"]
