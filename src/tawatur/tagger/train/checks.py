"""What a program can see wrong in an annotated text; each finding names file, line and words.

Errors make a text unusable (a span that crosses another, a value of no known form); questions are what the annotator
should look at again (a cue of saying with no statement, a name left unmarked in another sentence).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tawatur.tagger.train.interlinear import QUOTES, Document

# The forms of time values in the annotation guidelines.
_DAY = r"\d{4}-\d\d-\d\d"
_POINT = rf"(?:{_DAY}(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?|\d{{4}}(?:-\d\d)?|\d{{4}}-(?:SP|SU|FA|WI))"
_VALUE = re.compile(
    rf"{_POINT}|{_POINT}?/{_POINT}?|P(?:\d+|X)[DWMY]|PT(?:\d+|X)[HMS]|(?:PRESENT|PAST|FUTURE)_REF|SET|T(?:MO|AF|EV|NI|\d\d:\d\d)"
)
# Words that always carry content; a sentence with one of them and no statement is asked about.
_SAYING = re.compile(
    r"(?<!\w)[وف]?(?:قال|قالت|أضاف|أضافت|أكد|أكدت|أعلن|أعلنت|أوضح|أوضحت|صرح|صرحت|نفى|نفت|اتهم|اتهمت|ذكر|ذكرت|وفق|وفقا|بحسب)(?!\w)"
)
_TITLES = re.compile(
    r"(?:الرئيس|وزير|الوزير|رئيس|رئيسة|السيد|السيدة|الشيخ|الأمير|الملك|الدكتور|الجنرال|مدينة|محافظة|بلدة|قرية|دولة)\s"
)
# What is written together with the word that follows it.
_JOINED = re.compile(r"|أ?[وف]?س?|أ?[وف]?[بكل]?(?:ال)?|[وف]?لل|ع|م|[وف]?بأ|أ")
_SPANS = {
    "names": ("span",),
    "statements": ("cue", "holder", "content", "via"),
    "events": ("trigger", "actors", "recipients", "place", "time"),
    "times": ("span",),
    "figures": ("span",),
}
_CLITIC_QUOTES = "".join(QUOTES) + "".join(QUOTES.values())


class Finding(NamedTuple):
    """One finding: "error" or "question", file and line, and what it is."""

    level: str
    where: str
    what: str


def check(document: Document, gold: dict[str, Any]) -> list[Finding]:
    """Return what is wrong or doubtful in one annotated document, in the order of its layers."""
    where = f"{document.source.name}:{document.line} {document.id}"
    found = [
        *(("error", what) for what in _header(document)),
        *_names(gold),
        *_statements(gold),
        *_events(gold),
        *_values(gold),
        *(("error", what) for what in _edges(gold)),
        *(("question", what) for what in _unsaid(document, gold)),
    ]
    return [Finding(level, where, what) for level, what in found]


def _header(document: Document) -> Iterator[str]:
    for key in ("title", "outlet", "date", "style", "topic"):
        if not document.header.get(key):
            yield f"no {key}"
    if not re.fullmatch(_DAY, document.header.get("date", "")):
        yield "the date is no ISO day"
    if len(document.sentences) < 2:
        yield "fewer than two sentences"


def _names(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    text, names = gold["text"], gold["names"]
    for first, second in itertools.pairwise(names):
        if second["span"][0] < first["span"][1]:
            yield "error", f"names overlap: {_at(text, first['span'])!r} and {_at(text, second['span'])!r}"
    covered = [tuple(n["span"]) for n in names]
    for name in {(_at(text, n["span"]), n["type"]) for n in names}:
        words, _ = name
        if _TITLES.match(words) and name[1] in ("PER", "GPE"):
            yield "question", f"a title or class word within a name: {words!r}"
        if words[0] in _CLITIC_QUOTES or words[-1] in _CLITIC_QUOTES + "،.,":
            yield "error", f"a mark at the edge of a name: {words!r}"
        for match in re.finditer(rf"(?<!\w)[وفبلك]?({re.escape(words)})(?!\w)", text):
            if not any(start <= match.start(1) and match.end(1) <= end for start, end in covered):
                yield "question", f"a name left unmarked: {words!r} in …{_around(text, match.span(1))}…"


def _statements(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    text = gold["text"]
    for statement in gold["statements"]:
        content, cue, holder = (statement[key] for key in ("content", "cue", "holder"))
        words = _at(text, content)
        if re.match(r"(?:إن|أن|بأن|أنه|إنه|أنها|إنها|بأنه|بأنها|إنهم|أنهم)\s", words):
            yield "error", f"content begins with its particle: {words[:40]!r}"
        if words[-1:] in "،,." or words[:1] in "،,.:":
            yield "error", f"a mark at the edge of content: {words[:25]!r} … {words[-15:]!r}"
        if words[0] in QUOTES and words[-1] == QUOTES[words[0]] and QUOTES[words[0]] not in words[1:-1]:
            yield "error", f"content wholly quoted is given without its outer marks: {words[:40]!r}"
        for name, other in (("cue", cue), ("holder", holder)):
            if other and other[0] < content[1] and content[0] < other[1]:
                yield "error", f"content overlaps its {name}: {_at(text, other)!r}"
        if cue and re.match(r"[وف](?:قال|أضاف|أكد|أعلن|أوضح|ذكر|نفى|اتهم)", _at(text, cue)):
            yield "error", f"a conjunction within the cue: {_at(text, cue)!r}"


def _events(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    text = gold["text"]
    triggers = [tuple(e["trigger"]) for e in gold["events"]]
    for trigger in {t for t in triggers if triggers.count(t) > 1}:
        yield "question", f"two events on one trigger: {_at(text, trigger)!r}"
    for event in gold["events"]:
        if len(_at(text, event["trigger"]).split()) > 2:
            yield "error", f"a trigger of more than two words: {_at(text, event['trigger'])!r}"
        for span in (*event["actors"], *event["recipients"]):
            if span[0] <= event["trigger"][0] and event["trigger"][1] <= span[1]:
                yield "question", f"a trigger within its own participant: {_at(text, span)!r}"


def _values(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for time in gold["times"]:
        if not _VALUE.fullmatch(time["value"]):
            yield "error", f"no known form of time value: {time['value']!r}"
    for figure in gold["figures"]:
        if not figure["unit"]:
            yield "question", f"a figure without a unit: {_at(gold['text'], figure['span'])!r}"


def _edges(gold: dict[str, Any]) -> Iterator[str]:
    """Yield what begins within a word, not behind letters that are written together with one: it was not meant."""
    text = gold["text"]
    for span in _spans(gold):
        before = re.search(r"[^\W\d_]*$", text[max(0, span[0] - 15) : span[0]])
        if before and text[span[0]].isalpha() and not _JOINED.fullmatch(before[0].replace("ـ", "")):
            yield f"begins within another word: {_at(text, span)[:40]!r} in …{_around(text, span)[:60]}…"


def _spans(gold: dict[str, Any]) -> Iterator[Any]:
    """Yield every span of the annotation."""
    for layer, keys in _SPANS.items():
        for item in gold[layer]:
            for key in keys:
                found = item[key] or []
                yield from found if found and isinstance(found[0], list) else [found] if found else []


def _unsaid(document: Document, gold: dict[str, Any]) -> Iterator[str]:
    cues = {tuple(s["cue"]) for s in gold["statements"] if s["cue"]}
    for match in _SAYING.finditer(document.text):
        if not any(start < match.end() and match.start() < end for start, end in cues):
            yield f"a cue with no statement? …{_around(document.text, match.span())}…"


def _at(text: str, span: Any) -> str:
    return str(text[span[0] : span[1]])


def _around(text: str, span: tuple[int, int]) -> str:
    return text[max(0, span[0] - 25) : span[1] + 25].replace("\n", " ")
