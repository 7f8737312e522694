"""The tagger: one small encoder with heads for names, attribution and events, and how it is trained."""

from tawatur.tagger.loading import ModelError, load_tagger
from tawatur.tagger.tagged import CueView, Filler, TaggedCue, TaggedName, TaggedText, TaggedTrigger, TriggerView
from tawatur.tagger.tagger import Tagger

__all__ = [
    "CueView",
    "Filler",
    "ModelError",
    "TaggedCue",
    "TaggedName",
    "TaggedText",
    "TaggedTrigger",
    "Tagger",
    "TriggerView",
    "load_tagger",
]
