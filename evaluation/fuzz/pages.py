"""Fuzz reading and splitting: `python -m evaluation.fuzz.pages [WHAT] [FOLDER] -max_total_time=600`, with atheris.

WHAT is `bytes` (given to the reader as they are, the default), or `text`, `markup` or `dates`: then the bytes choose
lines, tags and words of dates that are put together, so that many more inputs get past the reader.

Atheris is no dependency: `python -m venv X && X/bin/pip install atheris`, and run with X's Python and the project's
packages on PYTHONPATH. FOLDER takes the inputs that reach new code; `bytes` starts from the written pages of the tests.
An input fails that raises, takes more than two seconds of processor time, or gives spans that do not hold their words.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[2] / "tests" / "split"
_MOST_SECONDS = 2.0
_MOST_BYTES = 6_000  # longer inputs only repeat what shorter ones reach
_MOST_PIECES = 400  # pieces that an input is put together from at most
_TAGS = (
    "<div> </div> <p> </p> <article> </article> <section> <aside> <footer> <header> <nav> <form> </form> <h1> "
    "</h1> <h2> </h2> <ul> <li> </ul> <a> </a> <span> </span> <b> <br> <img> <time> </time> <table> <tr> <td> "
    "</td> </tr> </table> <figure> <figcaption> </figure> <blockquote> <cite> <font> <center> <amp-img> <script> "
    "</script> <!-- --> <hr>"
)
_CLASSES = (
    "related date author byline tags source share comments sidebar post entry story item caption title kicker "
    "time breadcrumb more message foot src news-list meta"
)
_DATES = (
    "12 3 31 2015 ٢٠٢١ 1436 99 0 / - . : ، هـ م ص مساء صباحا الخميس الأحد أمس اليوم غدا مارس آذار كانون الثاني "
    "نيسان/أبريل شعبان رمضان محرم الماضي المقبل الجاري الشهر العام الأسبوع منذ قبل بعد أيام سنوات ساعات في بتاريخ "
    "نشر آخر تحديث الساعة GMT 10:05 2015-08-05T10:00:00Z مطلع منتصف نهاية بين حتى عام القرن الألفية ذكرى السابق "
    "الرئيس الوزير كان سيزور زار قال ."
)


class SlowPageError(Exception):
    """A page took longer than any page of its size may."""


def check_bytes(raw: bytes, split: Any, read: Any, lexicons: Any) -> None:
    """Read and split one input; raises whatever the program raises, and AssertionError where a span fails its words."""
    page = read(raw, "page.html" if raw[:1] == b"<" else "page.txt")
    if not hasattr(page, "media"):
        return
    for article in split(page, lexicons).articles:
        for anchor in article.credits:
            assert anchor.exact, anchor
        for piece in article.pieces:
            assert piece.article.end <= len(article.text), piece


def check_pace(raw: bytes, check: Callable[[bytes], None]) -> None:
    """Check one input and raise SlowPageError if that took longer than a page of its size may.

    Only the fuzzer asks for the time, on a machine that is warm and its own; a test of the project never does.
    """
    began = time.process_time()
    check(raw)
    took = time.process_time() - began
    if took > _MOST_SECONDS:
        raise SlowPageError(f"{len(raw)} bytes took {took:.1f} s")


def lines_of_pages() -> list[str]:
    """Return the lines of the written web pages, each once, in a fixed order."""
    found: dict[str, None] = {}
    for path in sorted(TESTS.glob("web/*.json")):
        found.update(dict.fromkeys(text for _, _, text in json.loads(path.read_text(encoding="utf-8"))["lines"]))
    return list(found)


def put_together(raw: bytes, pieces: Sequence[str], between: str) -> str:
    """Return the text that two bytes each choose a piece of."""
    chosen = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, min(len(raw), 2 * _MOST_PIECES) - 1, 2))
    return between.join(pieces[number % len(pieces)] for number in chosen)


def makers() -> dict[str, Callable[[bytes], bytes]]:
    """Return, by what is fuzzed, how an input's bytes become those of a page."""
    lines = lines_of_pages()
    classes = _CLASSES.split()
    tags = [*_TAGS.split(), *(f"<div class={name}>" for name in classes), *(f"<span class={name}>" for name in classes)]
    # A third of the pieces are tags, so that pages have some words.
    markup = [*lines[:: max(1, len(lines) // (2 * len(tags)))], *tags]
    return {
        "bytes": lambda raw: raw,
        "text": lambda raw: put_together(raw, lines, "\n").encode(),
        "markup": lambda raw: ("<body>" + put_together(raw, markup, "")).encode(),
        "dates": lambda raw: _dated(put_together(raw, _DATES.split(), " ")).encode(),
    }


def _dated(words: str) -> str:
    """Return a page with the words as its date line, in its first sentence, and as a sentence."""
    return f"افتتاح الميناء الجديد\n{words[:80]}\nقال الوزير إن الميناء افتتح {words[80:400]}.\n{words[400:]}."


def seeds(folder: Path) -> None:
    """Write the written pages of the tests into a folder, from where fuzzing starts."""
    for path in (*TESTS.glob("pages/*.txt"), *TESTS.glob("web/*.html")):
        (folder / path.name).write_bytes(path.read_bytes()[:_MOST_BYTES])


def main() -> None:
    """Start atheris on reading and splitting; its own options pass through."""
    atheris: Any = importlib.import_module("atheris")
    what = sys.argv.pop(1) if sys.argv[1:] and sys.argv[1] in ("bytes", "text", "markup", "dates") else "bytes"
    with atheris.instrument_imports(include=["tawatur.split", "tawatur.read", "tawatur.timex"]):
        from tawatur.lexicon.bundle import load_lexicons
        from tawatur.read import read_bytes
        from tawatur.split import split_page
    lexicons = load_lexicons()
    folder = tempfile.mkdtemp(prefix="tawatur-seeds-")
    if what == "bytes":
        seeds(Path(folder))
    make = makers()[what]

    def check(page: bytes) -> None:
        check_bytes(page, split_page, read_bytes, lexicons)

    arguments = [*sys.argv, folder, f"-max_len={_MOST_BYTES if what == 'bytes' else 2 * _MOST_PIECES}"]
    atheris.Setup(arguments, lambda raw: check_pace(make(raw), check))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
