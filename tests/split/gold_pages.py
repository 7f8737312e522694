"""Reads the gold pages beside this file: each line is «role and article | text»; blank lines are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pages"
_LINE = re.compile(r"^([a-z]+)(\d?) \| ?(.*)$")


@dataclass(frozen=True)
class GoldPage:
    """A page's text and, per line number, its role and article; per article, what is known of its publication.

    `misses` is how many lines are known to be read wrongly: it may fall, not rise.
    """

    name: str
    text: str
    lines: dict[int, tuple[str, int | None]]
    published: dict[int, str]
    outlets: dict[int, str]
    misses: int


def load_gold(path: Path) -> GoldPage:
    """Read one gold page of text."""
    texts: list[str] = []
    lines: dict[int, tuple[str, int | None]] = {}
    facts: dict[str, dict[int, str]] = {"published": {}, "outlet": {}, "misses": {}}
    for raw in path.read_text(encoding="utf-8").split("\n"):
        if raw.startswith("@ "):
            _, what, order, value = raw.split(" ", 3)
            facts[what][int(order)] = value
            continue
        match = _LINE.match(raw)
        texts.append(match.group(3) if match else raw)
        if match:
            lines[len(texts)] = (match.group(1), int(match.group(2)) if match.group(2) else None)
    return GoldPage(
        path.stem, "\n".join(texts), lines, facts["published"], facts["outlet"], int(facts["misses"].get(0, "0"))
    )


def gold_pages() -> list[GoldPage]:
    """Return all gold pages of text in order of name."""
    return [load_gold(path) for path in sorted(FOLDER.glob("*.txt"))]
