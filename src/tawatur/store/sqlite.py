"""The store in one SQLite file: values in, values out, one transaction for every change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from tawatur.model import (
    CopyGroup,
    Happening,
    Reading,
    Stories,
    Story,
    StoryLine,
    Utterance,
    WorldEntity,
)
from tawatur.store import lookup
from tawatur.store.checks import find_faults
from tawatur.store.database import counted, step, writing
from tawatur.store.decisions import DecisionBook
from tawatur.store.errors import UnknownItem
from tawatur.store.forgetting import Forgetter
from tawatur.store.meaning import MeaningBook, drop_stale
from tawatur.store.outlet_lookup import OutletLinks, outlet_links
from tawatur.store.page_rows import load_article
from tawatur.store.reading_rows import load_reading
from tawatur.store.reviews import ReviewBook
from tawatur.store.search_filters import unknown_names
from tawatur.store.search_index import index_happenings, purge
from tawatur.store.searching import Asked, search_articles, search_happenings, search_statements
from tawatur.store.sqlite_pages import SqlitePages
from tawatur.store.standing import Standing
from tawatur.store.story_finding import find_stories
from tawatur.store.story_growth import GROWTH, StoryGrower, can_grow, note, note_built
from tawatur.store.story_load import StoryReader
from tawatur.store.story_rows import StoryWriter, clear_stories
from tawatur.store.values import (
    NO_FILTERS,
    Filters,
    ForgetKind,
    Growth,
    HappeningHit,
    Hit,
    OutletTotals,
    Regathered,
    Removed,
    StatementHit,
    StoryOrder,
    Totals,
)

# Texts kept at hand while stories are read: about one story's articles.
_TEXTS_AT_HAND = 256


class SqliteStore(SqlitePages):
    """A `Store` in the file at `path`; each thread that uses it has a connection of its own.

    Raises NotAStore, NewerStore or StoreError when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._meaning = MeaningBook(lambda: self._db, self._steps)

    # Stories

    def replace_stories(
        self, stories: Stories, blocks: Mapping[str, Iterable[str]] | None = None, *, whole: bool = True
    ) -> None:
        """Put newly built stories in the place of the old ones; with `blocks` of their entities they can grow."""
        with writing(self._db):
            StoryWriter(self._db).replace(stories, blocks or {})
            index_happenings(self._db)
            drop_stale(self._db, "happenings")
            note(self._db, "growth", 0 if blocks is None else GROWTH)
            note_built(self._db, whole=whole)

    def can_grow(self) -> bool:
        """Tell whether since the stories were built only pages came, were reviewed, or entities decided about."""
        return can_grow(self._db)

    def grow_stories(self, growth: Growth) -> None:
        """Put in what new articles change; the stories are current once no article waits for one."""
        with writing(self._db):
            StoryGrower(self._db).grow(growth)
            if self.standing.is_any_new():
                step(self._db, "builds")
            else:
                note_built(self._db)

    def regather(self, value: Regathered) -> None:
        """Put in the entities that were gathered anew after decisions; the articles that differ wait for stories."""
        with writing(self._db):
            StoryGrower(self._db).regather(value)
            step(self._db, "builds")

    @property
    def standing(self) -> Standing:
        """What stands around new articles."""
        return Standing(lambda: self._db, self._reader)

    def stories_are_current(self) -> bool:
        """Tell whether the stories were built from what the store holds now."""
        return counted(self._db, "built") == counted(self._db, "changes")

    def _reader(self) -> StoryReader:
        """Return a reader whose texts this thread keeps at hand until anything is added or forgotten."""
        changes = counted(self._db, "changes")
        kept: tuple[int, Callable[[str], str]] | None = getattr(self._own, "texts", None)
        if kept is None or kept[0] != changes:
            kept = self._own.texts = changes, lru_cache(maxsize=_TEXTS_AT_HAND)(self._text_at_hand)
        return StoryReader(self._db, kept[1])

    def _text_at_hand(self, source: str) -> str:
        text = self.text_of(source)
        if text is None:
            raise UnknownItem(f"evidence stands in {source!r}, which is not stored; build the stories again")
        return text

    def stories(self) -> Stories:
        """Return everything built across the articles."""
        return self._reader().all()

    def story(self, story: str) -> Story | None:
        """Return one story."""
        reader = self._reader()
        row = reader.row_of("story", story)
        return None if row is None else reader.story(row)

    def list_stories(self) -> Iterator[Story]:
        """Iterate over the stories, those of most articles first."""
        return map(self._reader().story, lookup.stories_by_size(self._db))

    def find_stories(
        self, query: str = "", order: StoryOrder = "active", filters: Filters = NO_FILTERS
    ) -> tuple[str, ...]:
        """Return the ids of the stories with an article that a query and filters ask for, in an order."""
        return find_stories(self._db, query, order, filters)

    def stories_with(self, happening: str) -> tuple[str, ...]:
        """Return the ids of the stories that a happening belongs to."""
        return lookup.stories_with(self._db, happening)

    def outlets(self) -> tuple[OutletTotals, ...]:
        """Return the outlets, those of most articles first."""
        return lookup.outlets(self._db)

    def articles_of(self, outlet: str) -> tuple[str, ...]:
        """Return the ids of an outlet's articles, the latest first."""
        return lookup.articles_of(self._db, outlet)

    def outlet_links(self, outlet: str) -> OutletLinks:
        """Return how an outlet stands in the chains of all articles."""
        return outlet_links(self._db, outlet)

    def list_entities(self) -> Iterator[WorldEntity]:
        """Iterate over the entities across articles, those that most articles name first, always in the same order."""
        return map(self._reader().entity, lookup.entities_by_size(self._db))

    def list_lines(self) -> Iterator[StoryLine]:
        """Iterate over the story lines."""
        return self._reader().lines()

    def stories_of(self, article: str) -> tuple[str, ...]:
        """Return the ids of the stories that an article belongs to."""
        return lookup.stories_of(self._db, article)

    def happening(self, happening: str) -> Happening | None:
        """Return one happening with its reports and disagreements."""
        reader = self._reader()
        row = reader.row_of("happening", happening)
        return None if row is None else reader.happening(row)

    def cancelled_by(self, happening: str) -> tuple[str, ...]:
        """Return the ids of the happenings that call off or put off a plan."""
        sql = "SELECT uid FROM happening WHERE json_extract(more, '$.cancels') = ? ORDER BY uid"
        return tuple(uid for (uid,) in self._db.execute(sql, (happening,)))

    def utterance(self, utterance: str) -> Utterance | None:
        """Return one utterance with its sayings."""
        reader = self._reader()
        row = reader.row_of("utterance", utterance)
        return None if row is None else reader.utterance(row)

    def entity(self, entity: str) -> WorldEntity | None:
        """Return one entity as known across articles."""
        reader = self._reader()
        row = reader.row_of("world_entity", entity)
        return None if row is None else reader.entity(row)

    def entity_of(self, article: str, local: str) -> str | None:
        """Return the id of the entity across articles that an article's entity belongs to."""
        return lookup.entity_of(self._db, article, local)

    def find_entities(self, name: str, limit: int = 20) -> tuple[WorldEntity, ...]:
        """Return the entities with a spelling that is, begins with or holds `name`, in this order."""
        return tuple(map(self._reader().entity, lookup.find_entities(self._db, name, limit)))

    def utterances_by(self, entity: str) -> tuple[str, ...]:
        """Return the ids of the utterances of a speaker, earliest first."""
        return lookup.utterances_by(self._db, entity)

    def utterance_of(self, article: str, statement: int) -> Utterance | None:
        """Return the utterance that a statement of an article is a saying of."""
        row = lookup.utterance_of(self._db, article, statement)
        return None if row is None else self._reader().utterance(row)

    def statements_about(self, entity: str) -> tuple[tuple[str, int], ...]:
        """Return (article, statement index) of statements that name an entity in their content."""
        return lookup.statements_about(self._db, entity)

    def happenings_with(self, entity: str) -> tuple[str, ...]:
        """Return the ids of happenings in which an entity acts, is acted on, or is the place; earliest first."""
        return lookup.happenings_with(self._db, entity)

    def copies_of(self, article: str) -> tuple[CopyGroup, ...]:
        """Return the groups of copies that an article belongs to."""
        return tuple(map(self._reader().copies, lookup.copies_of(self._db, article)))

    # What people decided

    @property
    def reviews(self) -> ReviewBook:
        """What people judged of events and statements."""
        return ReviewBook(lambda: self._db, self._arrived)

    @property
    def decisions(self) -> DecisionBook:
        """What people decided about entities."""
        return DecisionBook(lambda: self._db, self._arrived)

    # Search, removal, checks

    def search(
        self, query: str, limit: int = 20, offset: int = 0, *, exact: bool = False, filters: Filters = NO_FILTERS
    ) -> tuple[Hit, ...]:
        """Return the articles that hold all words of a query, best first; docs/search.md says what a query is."""
        return search_articles(
            self._db, Asked(query, limit, offset, exact, filters), lru_cache(partial(load_article, self._db))
        )

    def search_statements(
        self, query: str, limit: int = 20, offset: int = 0, *, exact: bool = False, filters: Filters = NO_FILTERS
    ) -> tuple[StatementHit, ...]:
        """Return the statements whose content or holder holds all words of a query, best first."""

        @lru_cache
        def reading_of(row: int) -> Reading:
            return load_reading(self._db, row, load_article(self._db, row))

        return search_statements(self._db, Asked(query, limit, offset, exact, filters), reading_of)

    def search_happenings(
        self, query: str, limit: int = 20, offset: int = 0, *, exact: bool = False, filters: Filters = NO_FILTERS
    ) -> tuple[HappeningHit, ...]:
        """Return the happenings told of with all words of a query, best first."""
        return search_happenings(self._db, Asked(query, limit, offset, exact, filters))

    def unknown_names(self, filters: Filters) -> tuple[str, ...]:
        """Return the names that filters give and that nothing stored has: no entity, no outlet, no origin."""
        return unknown_names(self._db, filters)

    @property
    def meaning(self) -> MeaningBook:
        """The vectors for searching by meaning; empty until `build` is given an encoder (an optional extra)."""
        return self._meaning

    def forget(self, kind: ForgetKind, what: str) -> Removed:
        """Remove a page, an article or a person with everything that rests on it, for good. Stories are cleared."""
        with writing(self._db):
            forgetter = Forgetter(self._db)
            removed = {"page": forgetter.page, "article": forgetter.article, "person": forgetter.person}[kind](what)
            clear_stories(self._db)
            drop_stale(self._db, "happenings")
            purge(self._db)
            self._changed()
        # Nothing may linger in the write-ahead log.
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return removed

    def state(self) -> str:
        """Return a mark that differs whenever anything in the store does: the file, its changes, its builds."""
        file = self.path.stat()
        told = (str(self.path.resolve()), file.st_dev, file.st_ino, *self._steps())
        return hashlib.sha256(repr(told).encode(errors="surrogateescape")).hexdigest()[:20]

    def totals(self) -> Totals:
        """Count what the store holds."""
        return lookup.totals(self._db)

    def faults(self) -> Iterator[str]:
        """Iterate over what is wrong with the store, in words: damage, and facts without their evidence."""
        return find_faults(self._db)
