"""Every data file that ships states its source and licence, in its head or in its card."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "tawatur" / "lexicon" / "data"


def test_every_data_file_has_a_card() -> None:
    cards = (ROOT / "docs" / "data-cards.md").read_text(encoding="utf-8")
    files = sorted(p.name for p in DATA.iterdir() if p.is_file())
    assert files
    missing = [name for name in files if f"`{name}`" not in cards]
    assert not missing, "write the cards again: python -m evaluation.data_cards"


def test_every_table_states_its_licence() -> None:
    words = ("Apache-2.0", "CC BY 4.0", "Unicode-3.0", "MIT")
    for path in DATA.glob("*.tsv"):
        head = "".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
        assert any(w in head for w in words), path.name
