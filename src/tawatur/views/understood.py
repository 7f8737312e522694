"""Codes as people write them: `deny`, `denies`, «ينفي» and «نفي» are one."""

from __future__ import annotations

from tawatur.text.fold import fold
from tawatur.views.wording import codes, word

# Groups whose words are other words for the codes of a group.
_ALSO = {"stance": ("stance", "stance_noun"), "kind": ("kind",), "type": ("type",), "status": ("status",)}


def code_of(given: str, group: str, allowed: tuple[str, ...] | None = None) -> str | None:
    """Return the code of a group («type», «status», «stance», «kind») that a word means, or None."""
    wanted = fold(given.strip()).casefold()
    for code in allowed or codes(group):
        names = (code, *(word(name, code, language) for name in _ALSO[group] for language in ("ar", "en")))
        if wanted in {fold(name).casefold() for name in names}:
            return code
    return None
