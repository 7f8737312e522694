"""The evaluation gate: no score on the gold data may fall below its pinned floor."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.__main__ import read_floors
from evaluation.scores import all_scores

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold data is not beside this checkout")
def test_no_score_below_its_floor(tmp_path: Path) -> None:
    scores, floors = all_scores(SHARED, tmp_path), read_floors()
    fallen = {k: (scores.get(k, 0.0), floor) for k, floor in floors.items() if scores.get(k, 0.0) < floor}
    assert floors
    assert not fallen
