"""Read and check the annotated corpus: `python -m tawatur.tagger.train.corpus corpus/texts [--jsonl OUT]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur.tagger.train.checks import check
from tawatur.tagger.train.interlinear import CorpusError, Document, as_gold, read_documents


def corpus_files(paths: list[Path]) -> list[Path]:
    """Return the corpus files named or held in the folders named, sorted."""
    return sorted(file for path in paths for file in (path.glob("*.txt") if path.is_dir() else [path]))


def load(paths: list[Path]) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Yield each document with its gold object. Raises CorpusError at the first line that cannot be read."""
    for document in read_documents(corpus_files(paths)):
        yield document, as_gold(document)


def main(arguments: list[str] | None = None) -> int:
    """Check the files, print what was found, and write gold objects; 1 when there was an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--jsonl", type=Path, help="write gold objects here")
    options = parser.parse_args(arguments)
    errors, ids, written = 0, set(), []
    for document in read_documents(corpus_files(options.paths)):
        gold, broken = _read(document)
        for line in broken:
            print(line)
        errors += len(broken)
        if document.id in ids:
            errors += 1
            print(f"error: two texts are called {document.id}")
        ids.add(document.id)
        for finding in check(document, gold):
            errors += finding.level == "error"
            print(f"{finding.level}: {finding.where}: {finding.what}")
        written.append(gold)
    words = sum(len(gold["text"].split()) for gold in written)
    counts = {k: sum(len(g[k]) for g in written) for k in ("names", "statements", "events", "times", "figures")}
    print(f"{len(written)} texts, {words} words, {counts}, {errors} errors", file=sys.stderr)
    if options.jsonl:
        options.jsonl.write_text("".join(json.dumps(g, ensure_ascii=False) + "\n" for g in written), encoding="utf-8")
    return 1 if errors else 0


def _read(document: Document) -> tuple[dict[str, Any], list[str]]:
    """Return the gold object of what can be read, and a line for every item that cannot: all at once, not the first."""
    broken = []
    for sentence in document.sentences:
        for item in list(sentence.items):
            try:
                as_gold(
                    Document(document.id, document.source, document.line, {}, [_only(sentence, item)], document.text)
                )
            except CorpusError as problem:
                sentence.items.remove(item)
                broken.append(f"error: {problem}")
    return as_gold(document), broken


def _only(sentence: Any, item: tuple[int, str]) -> Any:
    return type(sentence)(sentence.text, sentence.line, sentence.start, [item])


if __name__ == "__main__":
    raise SystemExit(main())
