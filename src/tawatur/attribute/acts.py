"""Nouns of acts by their shape: «تصميم», «التزام», «إعلان», none of which is who says something."""

from __future__ import annotations

import re

from tawatur.attribute.phrase_parts import has_suffix, is_definite
from tawatur.attribute.view import Sight

# Masculine verbal nouns that no broken plural is shaped like, folded: تفعيل, افتعال, انفعال, استفعال (the dots are the
# letters of the root). «إفعال» needs its hamza: «أفعال» is a plural.
_SHAPES = re.compile(r"ت..ي.|ا.ت.ا.|ان..ا.|است..ا.")
_CAUSING = re.compile(r"ا..ا.")


def is_act(sight: Sight, first: int) -> bool:
    """Tell whether a word begins somebody's act or will («تصميم الدولة», «حرص الجامعة»): masculine, and nobody."""
    text, norm = sight.words[first].text, sight.norm(first)
    construct = first + 1 < len(sight) and not sight.is_mark(first + 1)
    if first in sight.named or not construct or is_definite(norm) or has_suffix(text, norm):
        return False
    if any(sight.is_a(kind, first) for kind in ("role", "masculine", "partitive", "unnamed", "actor")):
        return False
    shaped = _SHAPES.fullmatch(norm) or (_CAUSING.fullmatch(norm) and text.startswith("إ"))
    return bool(shaped) or (sight.lexicon.is_a("abstract", norm) and not norm.endswith(("ه", "ات")))
