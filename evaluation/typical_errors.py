"""Show which known typical errors the program still makes: `python -m evaluation.typical_errors [--mended] [--write]`.

The table beside this file holds sentences written for the purpose, what is right, and what came out when
docs/accuracy.md told of them. A reading is laid out as facts («ASSAULT هجوم», «هجوم: status = actual»); a row
is mended when every fact that it expects is there, and none that it forbids («no …»).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tawatur.model import Article, Figure, Page, Published, Reading, Span
from tawatur.pipeline import Knowledge, load_knowledge, read_article
from tawatur.split import split_page
from tawatur.stories import build_stories

TABLE = Path(__file__).parent / "typical_errors.tsv"
DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
PUBLISHED = date(2021, 3, 18)  # a Thursday; relative expressions of the table count from it
_BEGIN, _END = "<!-- typical errors -->", "<!-- end of typical errors -->"
_HEADS = ("kind of error", "share", "example", "the program says", "right", "cause", "what would mend it")
_LINE, _NEXT = " ⏎ ", " ‖ "  # what parts the lines of a page and the articles of a story in the table


class Row(NamedTuple):
    """One typical error: facts are parted by « ; », a forbidden one begins with «no »."""

    layer: str
    kind: str
    share: str
    sentence: str
    expected: str
    got: str
    cause: str
    mend: str


def read_table(path: Path = TABLE) -> list[Row]:
    """Return the rows of the table in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def is_mended(row: Row, facts: set[str]) -> bool:
    """Return whether everything expected is there, and nothing that is forbidden."""
    wanted = row.expected.split(" ; ")
    return all(fact[3:] not in facts if fact.startswith("no ") else fact in facts for fact in wanted)


def facts_of(row: Row, knowledge: Knowledge) -> set[str]:
    """Return what the program makes of a row's text, as the facts of the row's layer."""
    if row.layer == "splitting":
        return set(_split(row.sentence.replace(_LINE, "\n"), knowledge))
    if row.layer == "stories":
        return set(_stories(row.sentence.split(_NEXT), knowledge))
    reading = read_article(_article("s", row.sentence), knowledge)
    facts = {"names": _names, "statements": _statements, "events": _events, "times": _times, "figures": _figures}
    return set(facts[row.layer](reading))


def _article(id: str, text: str, title: str | None = None, outlet: str | None = None) -> Article:
    return Article(id, text, title, outlet, None, Published(PUBLISHED, PUBLISHED, "given"))


def _words(reading: Reading, spans: tuple[Span, ...]) -> str:
    return " + ".join(span.of(reading.article.text) for span in spans) or "-"


def _names(reading: Reading) -> Iterator[str]:
    yield from (f"{name.type} {name.span.of(reading.article.text)}" for name in reading.names)


def _statements(reading: Reading) -> Iterator[str]:
    text = reading.article.text
    for statement in reading.statements:
        cue = statement.cue.of(text) if statement.cue else "(none)"
        yield f"statement {cue}"
        yield f"{cue}: holder = {statement.holder.of(text) if statement.holder else '-'}"
        yield f"{cue}: content = {statement.content.of(text)}"
        yield f"{cue}: stance = {statement.stance}"
        yield f"{cue}: via = {_words(reading, statement.via)}"


def _events(reading: Reading) -> Iterator[str]:
    text = reading.article.text
    yield from (f"{kind} × {count}" for kind, count in Counter(event.type for event in reading.events).items())
    for event in reading.events:
        trigger = event.trigger.of(text)
        yield f"{event.type} {trigger}"
        yield f"{trigger}: status = {event.status}"
        yield f"{trigger}: actors = {_words(reading, event.actors)}"
        yield f"{trigger}: recipients = {_words(reading, event.recipients)}"
        yield f"{trigger}: place = {event.place.of(text) if event.place else '-'}"


def _times(reading: Reading) -> Iterator[str]:
    for time in reading.times:
        words = time.span.of(reading.article.text)
        yield f"time {words}"
        yield f"{words} = {time.value}"


def _figures(reading: Reading) -> Iterator[str]:
    for figure in reading.figures:
        words = figure.span.of(reading.article.text)
        yield f"figure {words}"
        yield f"{words} {_amount(figure)}"


def _amount(figure: Figure) -> str:
    value = figure.value
    told = f"{value[0]:g}–{value[1]:g}" if isinstance(value, tuple) else f"{value:.12g}"
    return f"{figure.comparator} {told}"


def _split(text: str, knowledge: Knowledge) -> Iterator[str]:
    page = split_page(Page("p", text), knowledge.lexicons)
    yield from (f"{block.role} {block.text}" for block in page.blocks)
    yield f"{len(page.articles)} articles"
    for article in page.articles:
        day = article.published
        yield f"article {article.order} published " + (f"{day.first or '…'}/{day.last or '…'}" if day else "unknown")


def _stories(given: list[str], knowledge: Knowledge) -> Iterator[str]:
    """Facts of articles given as «outlet: title ⏎ text»."""
    readings = []
    for number, one in enumerate(given):
        head, text = one.split(_LINE, 1)
        outlet, title = head.split(": ", 1)
        readings.append(read_article(_article(f"a{number}", text.replace(_LINE, "\n"), title, outlet), knowledge))
    built = build_stories(readings, knowledge.lexicons)
    yield f"{len(built.stories)} stories"
    yield f"{len(built.copies)} groups of copies"
    for kind in {h.type for h in built.happenings}:
        of_kind = [h for h in built.happenings if h.type == kind]
        yield f"{len(of_kind)} happenings {kind}"
        yield f"{kind}: at most {max(h.count.known for h in of_kind)} known origins"
    for happening in built.happenings:
        for found in happening.disagreements:
            yield f"{happening.type}: {found.kind} {found.attribute} {found.what}"
    yield from (f"{entity.type} {' = '.join(sorted(entity.spellings))}" for entity in built.entities)


def section(rows: list[Row]) -> str:
    """Return the tables of docs/accuracy.md: one for each layer, in the order of the rows."""
    lines: list[str] = []
    for layer in dict.fromkeys(row.layer for row in rows):
        lines += [f"### {layer.capitalize()}", "", f"| {' | '.join(_HEADS)} |", "|" + "---|" * len(_HEADS)]
        for row in (r for r in rows if r.layer == layer):
            told = (row.kind, row.share, row.sentence, row.got, row.expected, row.cause, row.mend)
            lines.append("| " + " | ".join(told) + " |")
        lines.append("")
    return "\n".join(lines)


def write_section(rows: list[Row], path: Path = DOCUMENT) -> None:
    """Put the tables into the document between its marks."""
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN + "\n", 1)
    after = rest.split(_END, 1)[1]
    path.write_text(f"{before}{_BEGIN}\n{section(rows)}{_END}{after}", encoding="utf-8")


def main() -> None:
    """Print every row that still goes wrong, or with --mended those that now come out right, and the count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--layer", help="one layer alone")
    parser.add_argument("--mended", action="store_true", help="show the rows that now come out right")
    parser.add_argument("--facts", action="store_true", help="show all facts of each row shown")
    parser.add_argument(
        "--write", action="store_true", help="write the table into docs/accuracy.md and do nothing else"
    )
    chosen = parser.parse_args()
    if chosen.write:
        write_section(read_table())
        return
    knowledge = load_knowledge()
    rows = [row for row in read_table() if chosen.layer in (None, row.layer)]
    mended = 0
    for row in rows:
        facts = facts_of(row, knowledge)
        now_right = is_mended(row, facts)
        mended += now_right
        if now_right is chosen.mended:
            print(row.layer, row.kind, row.sentence, f"right: {row.expected}", f"told: {row.got}", sep="\n  ")
            changed = [fact for fact in row.got.split(" ; ") if fact != "-" and fact not in facts]
            print(*(f"  no longer so: {fact}" for fact in changed), sep="\n")
            if chosen.facts:
                print(*(f"    {fact}" for fact in sorted(facts)), sep="\n", end="\n\n")
    print(f"{len(rows) - mended} of {len(rows)} typical errors are still made; {mended} now come out right")


if __name__ == "__main__":
    main()
