"""What people look at, as plain values: the same for the command line, the web and exports.

What stands here is loaded when it is first asked for: to write a reading out (`views.contract`) needs no store.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.views.source import StoreSource
    from tawatur.views.wanted import Wanted

__all__ = ["StoreSource", "Wanted"]

_HOMES = {"StoreSource": "tawatur.views.source", "Wanted": "tawatur.views.wanted"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'tawatur.views' has no attribute {name!r}")
