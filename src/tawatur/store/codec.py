"""Values to and from what a database row or a JSON line can hold; every value comes back equal to what it was."""

from __future__ import annotations

import json
import types
import typing
import zlib
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from tawatur.model import Span

Plain = Any


def pack(text: str | None) -> str | bytes | None:
    """Return a text as SQLite holds it: as itself, or as bytes where it has NULs or lone surrogates."""
    if text is None:
        return None
    if "\0" in text or not _is_utf8(text):
        return text.encode("utf-8", "surrogatepass")
    return text


def unpack(value: str | bytes | None) -> str | None:
    """Return the text behind what `pack` gave."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def packed(text: str) -> str | bytes:
    """`pack` for a text that is there."""
    return pack(text) or ""


def unpacked(value: str | bytes) -> str:
    """`unpack` for a text that is there."""
    return unpack(value) or ""


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def check_sum(*exact: str) -> int:
    """Return a checksum of the exact words of a row's anchors, which shows later that the text still holds them."""
    return zlib.crc32("\x1f".join(exact).encode("utf-8", "surrogatepass"))


def iso(day: date | None) -> str | None:
    """Return a day in ISO form."""
    return day.isoformat() if day else None


def day(value: str | None) -> date | None:
    """Return the day behind its ISO form."""
    return date.fromisoformat(value) if value else None


def encode(value: object) -> Plain:
    """Return a frozen value as plain JSON data: dataclasses as objects, spans and tuples as lists, days as ISO."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list | frozenset):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value


def decode(kind: Any, data: Plain) -> Any:
    """Return the value of type `kind` that `encode` turned into `data`; TypeError for a type it does not know."""
    if data is None or kind is Any:
        return data
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return decode(_fitting(inner, data), data)
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(decode(inner[0], item) for item in data)
        return tuple(decode(k, item) for k, item in zip(inner, data, strict=True))
    if kind is Span:
        return Span(*data)
    if is_dataclass(kind):
        return _rebuilt(kind, data)
    if kind is date:
        return date.fromisoformat(data)
    if origin is typing.Literal or kind in (str, int, float, bool):
        return float(data) if kind is float else data
    raise TypeError(f"no way to read a {kind!r} back")


def _rebuilt(kind: Any, data: dict[str, Plain]) -> Any:
    hints = _hints(kind)
    return kind(**{name: decode(hints[name], item) for name, item in data.items()})


def _fitting(kinds: tuple[Any, ...], data: Plain) -> Any:
    """The member of a union that the data is of: lists are tuples, the rest is the first that is not None."""
    named = [k for k in kinds if k is not type(None)]
    if isinstance(data, list):
        return next((k for k in named if typing.get_origin(k) is tuple or k is Span), named[0])
    return next((k for k in named if typing.get_origin(k) is not tuple), named[0])


@lru_cache(maxsize=64)
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


@lru_cache(maxsize=64)
def _defaults(kind: Any) -> dict[str, Any]:
    return {f.name: f.default for f in fields(kind) if f.default is not MISSING}


def more(value: Any, *known: str) -> str | None:
    """Return as JSON the fields of a value that have no column of their own and differ from their default, or None.

    A field that the model gets later is so kept from the first day, without a migration.
    """
    kind: Any = type(value)
    defaults = _defaults(kind)
    rest = {
        f.name: encode(getattr(value, f.name))
        for f in fields(value)
        if f.name not in known and (f.name not in defaults or getattr(value, f.name) != defaults[f.name])
    }
    return json.dumps(rest) if rest else None


def rest_of(kind: Any, stored: str | None) -> dict[str, Any]:
    """Return the fields that `more` kept, as keyword arguments for `kind`."""
    if stored is None:
        return {}
    hints = _hints(kind)
    return {name: decode(hints[name], item) for name, item in json.loads(stored).items() if name in hints}
