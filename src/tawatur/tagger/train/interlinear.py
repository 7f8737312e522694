"""The interlinear format of the annotated corpus: each sentence on a line, what it says on the lines below it.

Layers overlap (a name inside content inside the content of another statement), so brackets in the text would nest and
cross; a line per item stays readable. `corpus/README.md` tells the format to whoever writes or corrects a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME_TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "OTHER")
STANCES = ("assert", "deny", "accuse", "intend", "demand", "evaluate")
STATUSES = ("actual", "alleged", "denied", "planned", "hypothetical", "negated")
EVENT_TYPES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"}
    | {"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“", "'": "'", "‘": "’"}
_HEADER = re.compile(r"(title|outlet|date|style|topic|note):\s*(.*)")
_NUMBER = r"-?\d+(?:\.\d+)?(?:e\+?\d+)?"
_FIGURE = re.compile(rf"(>=|<=|[=><~])?\s*({_NUMBER})(?:\s*\.\.\s*({_NUMBER}))?(?:\s+(.*))?")

Span = tuple[int, int]


class CorpusError(ValueError):
    """A line of a corpus file that cannot be read: file, line number and what is wrong with it."""


@dataclass
class Sentence:
    """One sentence as written, with its place in the file, in the text, and the items annotated below it."""

    text: str
    line: int
    start: int
    items: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class Document:
    """One annotated text: header fields and sentences; `text` is the sentences joined by spaces and line breaks."""

    id: str
    source: Path
    line: int
    header: dict[str, str] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)
    text: str = ""

    def fail(self, line: int, what: str) -> CorpusError:
        """Return the error that names file, line and text."""
        return CorpusError(f"{self.source.name}:{line} ({self.id}): {what}")


def read_documents(paths: list[Path]) -> Iterator[Document]:
    """Yield the documents of corpus files in order, unparsed items below their sentences.

    Raises CorpusError for a line outside a text or a text without a date.
    """
    for path in paths:
        yield from _documents(path)


def _documents(path: Path) -> Iterator[Document]:
    document: Document | None = None
    paragraph = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if line.startswith("=== "):
            if document is not None:
                yield document
            document, paragraph = Document(line[4:].strip(), path, number), False
            continue
        if document is None:
            if line.strip():
                raise CorpusError(f"{path.name}:{number}: text before the first === line")
            continue
        paragraph = _take(document, number, line, paragraph)
    if document is not None:
        yield document


def _take(document: Document, number: int, line: str, paragraph: bool) -> bool:
    """Add one line to the document; return whether a blank line was just read."""
    if not line.strip():
        return True
    header = _HEADER.fullmatch(line.strip()) if not document.sentences else None
    if header:
        document.header[header[1]] = header[2].strip()
    elif line[0] in " \t":
        if not document.sentences:
            raise document.fail(number, "annotation before the first sentence")
        document.sentences[-1].items.append((number, line.strip()))
    else:
        if document.sentences:
            document.text += "\n" if paragraph else " "
        document.sentences.append(Sentence(line.strip(), number, len(document.text)))
        document.text += line.strip()
    return False


def as_gold(document: Document) -> dict[str, Any]:
    """Return the document as one gold object, in the form of the gold files that readings are scored against.

    Spans are `[start, end)` in code points of `text`. Raises CorpusError for an item that cannot be read.
    """
    gold: dict[str, Any] = {"id": document.id, **{k: document.header.get(k, "") for k in ("outlet", "date", "title")}}
    gold |= {"text": document.text, "names": [], "statements": [], "events": [], "times": [], "figures": []}
    gold["sentences"] = [[s.start, s.start + len(s.text)] for s in document.sentences]
    entities: dict[str, int] = {}
    for sentence in document.sentences:
        seen: dict[str, int] = {}
        for line, item in sentence.items:
            tag, _, rest = item.partition(" ")
            reader = _Reader(document, sentence, line)
            if tag in NAME_TYPES:
                gold["names"].append(reader.name(tag, rest, entities, seen))
            elif tag in ("say", "ev", "time", "fig"):
                layer = {"say": "statements", "ev": "events", "time": "times", "fig": "figures"}[tag]
                gold[layer].append(getattr(reader, tag)(rest))
            else:
                raise document.fail(line, f"unknown kind of item {tag!r}")
    for layer, key in (("names", "span"), ("times", "span"), ("figures", "span")):
        gold[layer].sort(key=lambda item, key=key: item[key])
    return gold


@dataclass
class _Reader:
    """Reads the items of one sentence."""

    document: Document
    sentence: Sentence
    line: int

    def find(self, what: str, after: int = 0) -> Span:
        """Return the span of `words`, `words#2` (second occurrence) or `first words … last words`."""
        what = what.strip()
        first, dots, last = (part.strip() for part in what.partition("…"))
        if dots and first and last and what not in self.sentence.text:
            start = self._place(first)
            end = self._place(last, start - self.sentence.start + len(first.split("#")[0]))
            return start, end + len(last.split("#")[0])
        start = self._place(what, after)
        return start, start + len(self._words(what)[0])

    def _words(self, what: str) -> tuple[str, int]:
        numbered = re.fullmatch(r"(.*?)#(\d)", what, re.S)
        return (numbered[1].strip(), int(numbered[2])) if numbered else (what, 1)

    def _place(self, what: str, after: int = 0) -> int:
        words, count = self._words(what)
        at = after - 1
        for _ in range(count):
            at = self.sentence.text.find(words, at + 1)
            if at < 0 or not words:
                raise self.document.fail(self.line, f"not in the sentence: {what!r}")
        return self.sentence.start + at

    def name(self, kind: str, rest: str, entities: dict[str, int], seen: dict[str, int]) -> dict[str, Any]:
        """Read `PER mention = longest form`; the same mention listed again is its next occurrence."""
        mention, _, canonical = (part.strip() for part in rest.partition(" = "))
        words = self._words(mention)[0]
        seen[words] = seen.get(words, 0) + 1
        span = self.find(mention if "#" in mention else f"{words}#{seen[words]}")
        entity = entities.setdefault(canonical or words, len(entities))
        return {"span": list(span), "type": kind, "entity": entity}

    def fields(self, rest: str, known: tuple[str, ...]) -> tuple[str, dict[str, list[str]]]:
        """Split `head | key value ; value | …` into the head and the values of each key."""
        head, *parts = rest.split(" | ")
        values: dict[str, list[str]] = {}
        for part in parts:
            key, _, value = part.strip().partition(" ")
            if key not in known:
                raise self.document.fail(self.line, f"unknown field {key!r}")
            values[key] = [v.strip() for v in value.split(" ; ") if v.strip()]
        return head.strip(), values

    def say(self, rest: str) -> dict[str, Any]:
        """Read `say STANCE cue | by holder | via carrier ; carrier | that content`."""
        head, values = self.fields(rest, ("by", "via", "that"))
        stance, _, cue = head.partition(" ")
        if stance not in STANCES:
            raise self.document.fail(self.line, f"unknown stance {stance!r}")
        if len(values.get("that", ())) != 1:
            raise self.document.fail(self.line, "a statement has one content")
        content = self.find(values["that"][0])
        holder = values.get("by")
        return {
            "cue": None if cue.strip() in ("", "-") else list(self.find(cue)),
            "holder": list(self.find(holder[0])) if holder else None,
            "content": list(content),
            "kind": kind_of(self.document.text, content),
            "via": [list(self.find(v)) for v in values.get("via", ())],
            "stance": stance,
        }

    def ev(self, rest: str) -> dict[str, Any]:
        """Read `ev TYPE status trigger | who actor ; actor | whom recipient | at place | on time`."""
        head, values = self.fields(rest, ("who", "whom", "at", "on"))
        kind, status, trigger = (*head.split(" ", 2), "", "")[:3]
        if kind not in EVENT_TYPES or status not in STATUSES:
            raise self.document.fail(self.line, f"unknown event type or status {kind!r} {status!r}")
        place, time = (values.get(key, [None])[0] for key in ("at", "on"))
        return {
            "trigger": list(self.find(trigger)),
            "type": kind,
            "actors": [list(self.find(v)) for v in values.get("who", ())],
            "recipients": [list(self.find(v)) for v in values.get("whom", ())],
            "place": list(self.find(place)) if place else None,
            "time": list(self.find(time)) if time else None,
            "status": status,
        }

    def time(self, rest: str) -> dict[str, Any]:
        """Read `time words = value`."""
        words, _, value = (part.strip() for part in rest.partition(" = "))
        if not value:
            raise self.document.fail(self.line, "a time has a value")
        return {"span": list(self.find(words)), "value": value}

    def fig(self, rest: str) -> dict[str, Any]:
        """Read `fig words = >7 unit`; a range is `10..20 unit`."""
        words, _, value = (part.strip() for part in rest.partition(" = "))
        match = _FIGURE.fullmatch(value)
        if match is None:
            raise self.document.fail(self.line, f"not a figure: {value!r}")
        low, high = float(match[2]), match[3]
        number: Any = [low, float(high)] if high else low
        return {"span": list(self.find(words)), "value": number, "comparator": match[1] or "=", "unit": match[4] or ""}


def kind_of(text: str, content: Span) -> str:
    """Return direct, mixed or indirect: whether the content stands within quotation marks, holds some, or has none."""
    start, end = content
    before, after = text[:start].rstrip(), text[end:].lstrip(" .،,!؟…")
    if before and after and QUOTES.get(before[-1]) == after[0]:
        return "direct"
    inside = text[start:end]
    if inside and inside[0] in QUOTES and inside.rstrip(".،")[-1:] == QUOTES[inside[0]] and _one_quote(inside):
        return "direct"
    return "mixed" if any(mark in inside for mark in QUOTES if mark not in "'‘") else "indirect"


def _one_quote(inside: str) -> bool:
    closing = QUOTES[inside[0]]
    return inside[1:].find(closing) == len(inside.rstrip(".،")) - 2
