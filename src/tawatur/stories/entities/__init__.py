"""Entities across articles: one person, body or place over its spellings, with the reasons for every join."""

from tawatur.stories.entities.bodies import compare_bodies, compare_places
from tawatur.stories.entities.join import join_entities
from tawatur.stories.entities.persons import compare_persons
from tawatur.stories.entities.spelling import Match, compare_words
from tawatur.text.sounds import skeleton

__all__ = [
    "Match",
    "compare_bodies",
    "compare_persons",
    "compare_places",
    "compare_words",
    "join_entities",
    "skeleton",
]
