"""Why an input was set aside, in the language of the running command."""

from __future__ import annotations

from dataclasses import replace

from tawatur.cli.language import language
from tawatur.cli.terminal import clean
from tawatur.model import SetAside
from tawatur.views.set_aside import kind_words, reason_words


def why_aside(item: SetAside) -> str:
    """Return the reason, without what could trouble a terminal."""
    return reason_words(replace(item, reason=clean(item.reason)), language())


def kind_aside(kind: str) -> str:
    """Return what a kind of fault is called."""
    return kind_words(kind, language())
