"""Codes as people write them: `deny`, `denies`, «ينفي» and «نفي» are one."""

from __future__ import annotations

from typing import get_args

from tawatur.model.readings import Kind
from tawatur.store import SearchKind
from tawatur.text.fold import fold
from tawatur.views.wording import codes, word

# Groups whose words are other words for the codes of a group.
_ALSO = {"stance": ("stance", "stance_noun"), "kind": ("kind",), "type": ("type",), "status": ("status",)}


def types_of(of: SearchKind) -> tuple[str, ...]:
    """Return the codes that a search may ask for as type: of statements stances and kinds, else PLOVER types."""
    return (*codes("stance"), *get_args(Kind)) if of == "statements" else codes("type")


def type_of(given: str, of: SearchKind) -> str | None:
    """Return the code of a type that a word means in a search of a kind of thing, or None."""
    if of == "statements":
        return code_of(given, "stance") or code_of(given, "kind", get_args(Kind))
    return code_of(given, "type")


def code_of(given: str, group: str, allowed: tuple[str, ...] | None = None) -> str | None:
    """Return the code of a group («type», «status», «stance», «kind») that a word means, or None."""
    wanted = fold(given.strip()).casefold()
    for code in allowed or codes(group):
        names = (code, *(word(name, code, language) for name in _ALSO[group] for language in ("ar", "en")))
        if wanted in {fold(name).casefold() for name in names}:
            return code
    return None
