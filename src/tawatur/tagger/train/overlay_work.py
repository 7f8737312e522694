"""Show an overlay with its text, to read and correct it, and pack what was corrected without the text.

`python -m tawatur.tagger.train.overlay_work show OVERLAY --anercorp FILE > work.txt` writes the interlinear format of
the corpus; `… pack work.txt --anercorp FILE > OVERLAY` takes it back, texts by their ids. A text of which nothing was
annotated is made by hand: `=== anercorp-0045-0052` names the sentences 45 to 51. Such a file stays with whoever has
ANERcorp; only overlays are kept here.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tawatur.tagger.train.interlinear import CorpusError, as_gold, read_documents
from tawatur.tagger.train.overlay import Gold, block_text, overlaid, printed_sentences, text_digest

_ID = re.compile(r"anercorp-(\d+)-(\d+)")
_HEADER = "title: -\noutlet: -\ndate: 0001-01-01\nstyle: -\ntopic: -\n"


def pack(work: Path, anercorp: Path) -> Iterator[str]:
    """Yield the overlay's lines of an annotated file; texts with `note: skip` are left out.

    Raises CorpusError for a text that is not ANERcorp's or an item that cannot be read.
    """
    sentences = printed_sentences(anercorp)
    for document in read_documents([work]):
        if document.header.get("note") == "skip":
            continue
        named = _ID.fullmatch(document.id)
        if named is None:
            raise CorpusError(f"{work}:{document.line}: the id names no sentences: {document.id}")
        first, last = int(named[1]), int(named[2])
        text, gold = block_text(sentences, first, last), as_gold(document)
        # Sentences set apart by a blank line or not are joined by a line break or a space: spans are the same.
        if text.replace("\n", " ") != gold["text"].replace("\n", " "):
            raise CorpusError(f"{work}:{document.line}: the words of {document.id} are not ANERcorp's")
        events = sorted(gold["events"], key=lambda event: event["trigger"])
        record = {"id": document.id, "sentences": [first, last], "digest": text_digest(text), "events": events}
        yield json.dumps(record, ensure_ascii=False)


def show(overlay: Path, anercorp: Path) -> Iterator[str]:
    """Yield the texts of an overlay in the interlinear format."""
    for gold in overlaid([overlay], anercorp):
        lines, at = [], 0
        for sentence in gold["text"].split("\n"):
            told = [e for e in gold["events"] if at <= e["trigger"][0] < at + len(sentence)]
            lines += [sentence, *(_item(event, sentence, at) for event in told), ""]
            at += len(sentence) + 1
        yield f"=== {gold['id']}\n{_HEADER}\n" + "\n".join(lines)


def _item(event: Gold, sentence: str, at: int) -> str:
    def words(span: list[int]) -> str:
        start, end = span[0] - at, span[1] - at
        count = len([m for m in re.finditer(f"(?={re.escape(sentence[start:end])})", sentence) if m.start() <= start])
        return sentence[start:end] + (f"#{count}" if count > 1 else "")

    fields = [f"ev {event['type']} {event['status']} {words(event['trigger'])}"]
    for key, spans in (("who", event["actors"]), ("whom", event["recipients"])):
        fields += [f"{key} {' ; '.join(words(span) for span in spans)}"] if spans else []
    for key, span in (("at", event["place"]), ("on", event["time"])):
        fields += [f"{key} {words(span)}"] if span else []
    return "  " + " | ".join(fields)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("show", "pack"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--anercorp", type=Path, required=True)
    options = parser.parse_args()
    try:
        for line in (show if options.what == "show" else pack)(options.file, options.anercorp):
            print(line)
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
