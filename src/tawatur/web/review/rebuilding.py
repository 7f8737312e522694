"""Building the stories again beside the pages: one build at a time, begun when decisions have come to rest."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

BuildState = Literal["rest", "waiting", "building", "failed"]
# Seconds without a decision after which a build begins: judgements come every few seconds, a build reads all articles.
REST = 5.0


@dataclass(frozen=True, slots=True)
class BuildTold:
    """How far building is: its state, since when (UTC; None at rest), why it failed."""

    state: BuildState = "rest"
    since: datetime | None = None
    why: str = ""


class Rebuilding:
    """Runs `build` in a thread of its own when it is asked for, until what was asked is done.

    What is asked for during a build is done by another after it. `soon` waits for decisions to come to rest, `now` does
    not. A build that fails is told and not tried again until it is asked for.
    """

    def __init__(self, build: Callable[[], None], rest: float = REST) -> None:
        self._build = build
        self._rest = rest
        self._changed = threading.Condition()
        self._due: float | None = None  # by the monotonic clock; None when nothing is asked for
        self._told = BuildTold()
        self._at_work = False

    @property
    def told(self) -> BuildTold:
        """How far building is."""
        return self._told

    def soon(self) -> None:
        """Ask for a build when no further decision came for a while."""
        self._ask(self._rest)

    def now(self) -> None:
        """Ask for a build at once, or as soon as the one in work is done."""
        self._ask(0.0)

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is asked for any more; tell whether it came to that."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._at_work, seconds)

    def _ask(self, rest: float) -> None:
        with self._changed:
            self._due = time.monotonic() + rest
            if not self._at_work:
                self._at_work = True
                self._told = BuildTold("waiting" if rest else "building", datetime.now(UTC))
                threading.Thread(target=self._work, name="rebuilding", daemon=True).start()
            self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                while self._due is not None and (left := self._due - time.monotonic()) > 0:
                    self._changed.wait(left)
                self._due = None
                self._told = BuildTold("building", datetime.now(UTC))
            failed = self._try()
            with self._changed:
                if self._due is None or failed is not None:
                    self._told, self._at_work, self._due = failed or BuildTold(), False, None
                    self._changed.notify_all()
                    return
                self._told = BuildTold("waiting", datetime.now(UTC))

    def _try(self) -> BuildTold | None:
        try:
            self._build()
        except Exception as error:  # told to the reviewer, whatever it is
            return BuildTold("failed", datetime.now(UTC), str(error) or type(error).__name__)
        return None


def build_apart(path: Path) -> None:
    """Build the stories of a database in a process of its own, so that pages are answered meanwhile.

    Raises RuntimeError where it failed.
    """
    process = multiprocessing.get_context("spawn").Process(target=_build, args=(path,), daemon=True)
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"the process that builds the stories ended with {process.exitcode}; see the server's log")


def _build(path: Path) -> None:
    from tawatur.ingest import update_stories
    from tawatur.lexicon.bundle import load_lexicons
    from tawatur.store import open_store

    with open_store(path, must_exist=True) as store:
        if not store.stories_are_current():
            update_stories(store, load_lexicons())
