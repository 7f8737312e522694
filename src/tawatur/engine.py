"""Where stages run: in this process, or in a pool of processes. The stages are plain functions and do not know it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

from tawatur.pipeline import Knowledge, load_knowledge

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Item, Knowledge], Result]

# Chunks that wait for each worker: enough that none stands idle, few enough that memory holds little.
_CHUNKS_A_WORKER = 3
# Seconds between a worker's looks at whether the process that started it still lives.
_WATCH = 1.0


class EngineError(Exception):
    """A process of the pool died: the message says what to do."""


class Engine(Protocol):
    """Runs one function over many items and yields the results in the order of the items."""

    def results(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `work(item, knowledge)` for each item, in order; items are taken only as fast as results are."""
        ...


class HereEngine:
    """Runs in this process."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def results(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `work(item, knowledge)` for each item."""
        for item in items:
            yield work(item, self._knowledge)


class PoolEngine:
    """Runs in a pool of `workers` processes, `chunk` items at a time; what is in flight is bounded.

    With `knowledge`, workers are copies of this process where the system is Linux, and have them at once; without,
    they start afresh and load it themselves, as they must where this process has a database open.
    """

    def __init__(self, workers: int | None = None, chunk: int = 4, knowledge: Knowledge | None = None) -> None:
        self.workers = workers or cores()
        self._chunk = chunk
        self._shared = knowledge if sys.platform == "linux" else None

    def results(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `work(item, knowledge)` for each item, in order. Raises EngineError when a worker dies."""
        pool = ProcessPoolExecutor(
            self.workers,
            mp_context=get_context("fork" if self._shared is not None else "spawn"),
            initializer=_begin,
            initargs=(os.getpid(), self._shared),
        )
        source = iter(items)
        flying: deque[Future[list[Result]]] = deque()
        try:
            while True:
                while len(flying) < self.workers * _CHUNKS_A_WORKER and (chunk := list(islice(source, self._chunk))):
                    flying.append(pool.submit(_run, work, chunk))
                if not flying:
                    return
                yield from flying.popleft().result()
        except BrokenProcessPool as error:
            raise EngineError(
                "a working process was ended from outside, often for want of memory; "
                "what is stored is safe: run the command again, with fewer --workers if it happens again"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_knowledge_of_worker: Knowledge | None = None


def _begin(parent: int, knowledge: Knowledge | None) -> None:
    """Set a worker up: what it knows, no share in Ctrl-C (its parent ends it), and no life after its parent's."""
    global _knowledge_of_worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _knowledge_of_worker = knowledge if knowledge is not None else load_knowledge()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)


def _run(work: Work[Item, Result], chunk: list[Item]) -> list[Result]:
    if _knowledge_of_worker is None:
        raise EngineError("the worker was not set up")
    return [work(item, _knowledge_of_worker) for item in chunk]
