"""Standing entities that new ones are compared with: so many however large the store, and the right ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.store import open_store
from tawatur.store.standing_entities import ALIKE, sharing
from tawatur.text.fold import fold


@pytest.mark.parametrize("stored", [ALIKE, 10 * ALIKE, 50 * ALIKE])
def test_a_crowded_block_gives_those_spelled_alike_and_the_last(tmp_path: Path, stored: int) -> None:
    with open_store(tmp_path / "a.db") as store:
        db = store._db
        db.executemany("INSERT INTO entity_block VALUES ('ORG س', ?)", [(n,) for n in range(stored)])
        spelled = [(n, fold(f"سوسة {n}")) for n in range(stored)]
        db.executemany("INSERT INTO world_spelling VALUES (?, 0, ?2, ?2)", spelled)
        # One of the first, by another spelling of it, and one that is in no block asked for.
        db.execute("INSERT INTO world_spelling VALUES (9999, 0, ?1, ?1)", (fold("سوسة 3"),))
        found = sharing(db, ["ORG س"], ["سُوسَة 3"])
        assert set(found) == {3, *range(stored - ALIKE, stored)}
        assert sharing(db, ["ORG ص"], ["سوسة 3"]) == []
