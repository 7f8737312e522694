"""In which language the program speaks: what the command line says, else the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Literal

Language = Literal["ar", "en"]

# The first that is set decides: the program's own, then those of POSIX in their order.
VARIABLES = ("TAWATUR_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_ARABIC = re.compile(r"ar(?![A-Za-z])", re.IGNORECASE)


def preferred(environment: Mapping[str, str]) -> Language:
    """Return the language that an environment asks for: Arabic for «ar», «ar_MR.UTF-8» and the like, else English."""
    told = next((value for name in VARIABLES if (value := environment.get(name))), "")
    return "ar" if _ARABIC.match(told) else "en"


def language(said: Language | None = None) -> Language:
    """Return the language said (`--lang`, of this command or before it), else the environment's."""
    if said is not None:
        return said
    context = _context()
    while context is not None:
        found = context.params.get("lang")
        if found in ("ar", "en"):
            return "ar" if found == "ar" else "en"
        context = context.parent
    return preferred(os.environ)


def _context() -> Any:
    """Return the context of the running command, None outside of one."""
    # Newer versions of Typer carry click within them; the context of the command that runs stands in theirs.
    try:
        return import_module("typer._click.globals").get_current_context(silent=True)
    except ImportError:
        return import_module("click").get_current_context(silent=True)
