"""Annotation that stands apart from its text: acts in the sentences of ANERcorp, without one word of them.

A line of `corpus/overlays/*.jsonl` names the sentences [first, last) of ANERcorp's file (those between blank lines,
counted from 0), the first digits of the SHA-256 of their text, and events as gold files have them, in code points of
that text: sentences on lines of their own, words as in print. Layers that nobody annotated are not there; whoever
learns from such a text leaves them out (`layers`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tawatur.tagger.train.anercorp import tagged_sentences

Gold = dict[str, Any]
_OPENING = frozenset("([«")
_CLOSING = frozenset("]).,،؛:!?؟»%")


def overlaid(overlays: Iterable[Path], anercorp: Path | None) -> list[Gold]:
    """Return the annotated texts of overlay files, or of those in folders, over the given ANERcorp.

    Raises ValueError when ANERcorp is not given or its text is another than the annotated one, OSError for files that
    cannot be read.
    """
    files = [file for path in overlays for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    if not files:
        return []
    if anercorp is None:
        raise ValueError(f"{files[0]} annotates ANERcorp, which was not given")
    sentences = printed_sentences(anercorp)
    return [gold for file in files for gold in _golds(file, sentences)]


def _golds(file: Path, sentences: list[str]) -> Iterator[Gold]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        record = json.loads(line)
        text = block_text(sentences, *record["sentences"])
        if text_digest(text) != record["digest"]:
            raise ValueError(f"{file}:{number}: ANERcorp has another text there than the one that was annotated")
        empty: Gold = {"date": "", "title": "", "names": [], "statements": [], "times": [], "figures": []}
        yield {**empty, "id": record["id"], "text": text, "events": record["events"], "layers": ["events"]}


def block_text(sentences: list[str], first: int, last: int) -> str:
    """Return the sentences [first, last) that have words, a line each."""
    return "\n".join(sentence for sentence in sentences[first:last] if sentence)


def text_digest(text: str) -> str:
    """Return what tells that a text is the annotated one."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def printed_sentences(anercorp: Path) -> list[str]:
    """Return ANERcorp's sentences in order, empty ones too, with spaces between words as in print."""
    return [_printed([word for word, _ in sentence]) for sentence in tagged_sentences(anercorp)]


def _printed(words: list[str]) -> str:
    """Return words joined, marks where a printer has them: closing ones and every second straight quote at the left."""
    printed, quoted, joined = "", False, True
    for word in words:
        closes = (word == '"' and quoted) or word in _CLOSING
        printed += word if closes or joined else " " + word
        joined = word in _OPENING or (word == '"' and not quoted)
        quoted ^= word == '"'
    return printed
