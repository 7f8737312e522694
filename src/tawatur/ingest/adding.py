"""Add inputs to a store: read, split, read each article, store; what fails is set aside and the rest goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawatur.engine import Engine
from tawatur.model import AnchorError, Page, SetAside
from tawatur.pipeline import Knowledge, read_article
from tawatur.read import read_inputs
from tawatur.split import split_page
from tawatur.store import ReadPage, Store, StoreBusy, StoreError

# Pages committed at once: some seconds of work, so that little is done again after an interruption.
BATCH = 64


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the inputs: new pages and their articles, known, forgotten and set-aside ones, and why.

    `changed` of the known ones came with another date, title, outlet, address or byline and were read again.
    """

    pages: int = 0
    articles: int = 0
    known: int = 0
    forgotten: int = 0
    set_aside: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    stopped: bool = False
    changed: int = 0

    @property
    def inputs(self) -> int:
        """How many inputs were met."""
        return self.pages + self.known + self.forgotten + self.set_aside


Progress = Callable[[Added], None]


def read_page(page: Page, knowledge: Knowledge) -> ReadPage | SetAside:
    """Split a page and read its articles. A page without an article, or one that a stage fails on, is set aside."""
    place = page.path or page.url or page.id
    try:
        split = split_page(page, knowledge.lexicons)
        if not split.articles:
            return SetAside(place, "no article was found on the page", "no-article")
        return ReadPage(split, tuple(read_article(article, knowledge) for article in split.articles))
    # A page that breaks a stage must not cost the thousands around it; the reason is kept with it.
    except Exception as error:
        return SetAside(place, f"could not be read: {type(error).__name__}: {error}", "failed")


class _Adding:
    """One run: counts, the batch that waits to be stored, and what was set aside."""

    def __init__(self, store: Store, progress: Progress | None, again: bool) -> None:
        self._store = store
        self._again = again
        self._changed: set[str] = set()
        self._progress = progress
        self._counts: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._batch: list[ReadPage] = []
        self._aside: list[SetAside] = []

    def outcome(self, stopped: bool = False) -> Added:
        count = self._counts
        kinds = tuple(sorted(self._kinds.items()))
        return Added(count["pages"], count["articles"], count["stored"], count["forgotten"],
                     sum(self._kinds.values()), kinds, stopped, count["changed"])  # fmt: skip

    def new_pages(self, inputs: Iterable[Page | SetAside]) -> Iterator[Page]:
        """Yield the pages that are not stored yet, or not so; note the others."""
        for item in inputs:
            if isinstance(item, SetAside):
                self.put_aside(item)
                continue
            state = self._store.state_of(item)
            if state == "new" or (state == "forgotten" and self._again):
                yield item
            elif state == "changed":
                self._changed.add(item.id)
                yield item
            elif state == "other":
                reason = f"another text is stored under the id {item.id!r}: give this one an id of its own"
                self.put_aside(SetAside(item.path or item.id, reason, "id"))
            else:
                self._counts[state] += 1

    def put_aside(self, item: SetAside) -> None:
        self._kinds[item.kind] += 1
        self._aside.append(item)

    def take(self, result: ReadPage | SetAside) -> None:
        if isinstance(result, SetAside):
            self.put_aside(result)
        else:
            self._batch.append(result)
        if len(self._batch) >= BATCH or len(self._aside) >= BATCH:
            self.commit()

    def commit(self) -> None:
        """Store what waits, the batch in one transaction; if a page of it cannot be, page by page."""
        batch, self._batch = self._batch, []
        try:
            self._put(batch)
        except StoreBusy:
            raise
        except (AnchorError, StoreError):
            for read in batch:
                try:
                    self._put([read])
                except (AnchorError, StoreError) as error:
                    page = read.split.page
                    self.put_aside(SetAside(page.path or page.url or page.id, str(error), "evidence"))
        aside, self._aside = self._aside, []
        if aside:
            self._store.put_aside(aside)
        if self._progress is not None:
            self._progress(self.outcome())

    def _put(self, batch: list[ReadPage]) -> None:
        if self._again:
            self._store.take_back(batch)
        changed = sum(self._store.put_again(read) for read in batch if read.split.page.id in self._changed)
        self._counts["changed"] += changed
        new = self._store.put(batch) if batch else 0
        self._counts["pages"] += new
        self._counts["stored"] += len(batch) - new
        # Of a batch with known pages (the same page given twice) the new articles are not told apart exactly.
        self._counts["articles"] += sum(len(read.readings) for read in batch) if new == len(batch) else new


def add(
    paths: Sequence[Path], store: Store, engine: Engine, progress: Progress | None = None, *, again: bool = False
) -> Added:
    """Add files and folders to a store; pages that it holds are passed over, so that a stopped run can be resumed.

    `progress` is called after each commit. Ctrl-C commits what is ready and returns with `stopped`. The stories are not
    brought up to date here: see `update_stories`. With `again`, pages and articles that were forgotten are taken back;
    people that were forgotten stay out of them.
    """
    return add_pages(read_inputs(paths), store, engine, progress, again=again)


def add_pages(
    inputs: Iterable[Page | SetAside],
    store: Store,
    engine: Engine,
    progress: Progress | None = None,
    *,
    again: bool = False,
) -> Added:
    """As `add`, for inputs that are read already."""
    adding = _Adding(store, progress, again)
    try:
        for result in engine.results(read_page, adding.new_pages(inputs)):
            adding.take(result)
    except KeyboardInterrupt:
        adding.commit()
        return adding.outcome(stopped=True)
    adding.commit()
    return adding.outcome()
