"""Building the stories beside the pages: one at a time, after decisions have come to rest, its failure told."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.store.invented import read_page

from tawatur.store import open_store
from tawatur.web.review.rebuilding import Rebuilding, build_apart

# Seconds after which a thread of a test is taken for stuck.
PATIENCE = 60


def test_what_is_asked_for_during_a_build_is_built_after_it() -> None:
    begun, may_end, built = threading.Semaphore(0), threading.Semaphore(0), []

    def build() -> None:
        begun.release()
        may_end.acquire()
        built.append(1)

    rebuilding = Rebuilding(build, rest=0.0)
    assert rebuilding.told.state == "rest"
    rebuilding.now()
    begun.acquire()
    assert rebuilding.told.state == "building"
    assert rebuilding.told.since is not None
    for _ in range(5):
        rebuilding.soon()
    may_end.release()
    begun.acquire()
    may_end.release()
    assert rebuilding.wait(PATIENCE)
    assert rebuilding.told.state == "rest"
    assert len(built) == 2


def test_it_waits_for_rest_unless_told_to_begin() -> None:
    built = []
    rebuilding = Rebuilding(lambda: built.append(1), rest=3600.0)
    rebuilding.soon()
    assert rebuilding.told.state == "waiting"
    assert built == []
    rebuilding.now()
    assert rebuilding.wait(PATIENCE)
    assert built == [1]


def test_a_failure_is_told_and_the_next_build_tried() -> None:
    faults = [OSError("no room"), None]

    def build() -> None:
        fault = faults.pop(0)
        if fault:
            raise fault

    rebuilding = Rebuilding(build, rest=0.0)
    rebuilding.now()
    assert rebuilding.wait(PATIENCE)
    assert (rebuilding.told.state, rebuilding.told.why) == ("failed", "no room")
    rebuilding.now()
    assert rebuilding.wait(PATIENCE)
    assert rebuilding.told.state == "rest"


def test_a_process_of_its_own_builds(tmp_path: Path) -> None:
    with open_store(tmp_path / "t.db") as store:
        store.put([read_page(n) for n in range(2)])
        build_apart(store.path)
        assert store.stories_are_current()
        assert store.totals().stories
