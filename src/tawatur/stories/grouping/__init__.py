"""Grouping: articles whose main subject is one happening are one story; stories of one subject are a story line."""

from tawatur.stories.grouping.agreement import compare_within
from tawatur.stories.grouping.group import group_articles
from tawatur.stories.grouping.later import Change, Regrouped, days_around, group_later
from tawatur.stories.grouping.lines import StoryTraits, group_lines
from tawatur.stories.grouping.main_subject import Subject, main_subject

__all__ = [
    "Change",
    "Regrouped",
    "StoryTraits",
    "Subject",
    "compare_within",
    "days_around",
    "group_articles",
    "group_later",
    "group_lines",
    "main_subject",
]
