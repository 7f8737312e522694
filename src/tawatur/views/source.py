"""All views of one store: what the command line, the web and exports ask for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from tawatur.model import Anchor, Reading, ReviewLayer, Span
from tawatur.search.meaning import Encoder, load_encoder
from tawatur.store import NO_FILTERS, Filters, OutletTotals, Store, StoryOrder, Totals
from tawatur.views.article import article_view
from tawatur.views.building import Builder
from tawatur.views.entity import entity_view
from tawatur.views.finding import found_articles, found_happenings, found_statements
from tawatur.views.happening import happening_view
from tawatur.views.original import OriginalView, original_view
from tawatur.views.outlet import OutletView, outlet_view
from tawatur.views.overview import Overview, overview
from tawatur.views.reviewing import (
    JudgedView,
    MemberView,
    PlacedReview,
    ReviewItem,
    alike,
    judged,
    members,
    placed_reviews,
    waiting,
)
from tawatur.views.rows import article_row, entity_row, story_row
from tawatur.views.story import story_view
from tawatur.views.utterance import utterance_view
from tawatur.views.values import (
    ArticleRow,
    ArticleView,
    EntityRow,
    EntityView,
    EvidenceView,
    HappeningView,
    SearchHit,
    StatementFound,
    StoryRow,
    StoryView,
    UtteranceView,
)
from tawatur.views.wanted import Wanted, wanted_of

# Stories shown beside a happening or an entity.
_MOST_RELATED = 20


class StoreSource:
    """Views of a store, each built afresh when it is asked for. Ids that are not stored give None.

    Searches take a `Wanted`, or bare words. Those by meaning raise MeaningMissing without the optional extra that
    `encoder` loads, and NoVectors where the store holds no vectors.
    """

    def __init__(self, store: Store, encoder: Callable[[], Encoder] = load_encoder) -> None:
        self._store = store
        self._encoder = encoder

    def stories(self, limit: int | None = 100, offset: int = 0) -> tuple[StoryRow, ...]:
        """Return stories, those of most articles first; a limit of None: all."""
        builder = Builder(self._store)
        end = None if limit is None else offset + limit
        return tuple(story_row(story, builder) for story in islice(self._store.list_stories(), offset, end))

    def story(self, story_id: str) -> StoryView | None:
        """Return one story."""
        story = self._store.story(story_id)
        return story_view(story, Builder(self._store)) if story else None

    def article(self, article_id: str, rejected: bool = False) -> ArticleView | None:
        """Return one article as people reviewed it; with `rejected` also the marks of what they rejected."""
        reading = self._store.reading(article_id)
        return article_view(reading, Builder(self._store), rejected) if reading else None

    def entity(self, entity_id: str) -> EntityView | None:
        """Return one entity."""
        entity = self._store.entity(entity_id)
        return entity_view(entity, Builder(self._store)) if entity else None

    def overview(
        self,
        text: str = "",
        order: StoryOrder = "active",
        filters: Filters = NO_FILTERS,
        limit: int = 50,
        offset: int = 0,
    ) -> Overview:
        """Return the stories that words and filters ask for, the most active first unless told otherwise."""
        return overview(Builder(self._store), text, order, filters, limit, offset)

    def outlets(self) -> tuple[OutletTotals, ...]:
        """Return the outlets, those of most articles first."""
        return self._store.outlets()

    def outlet(self, name: str) -> OutletView | None:
        """Return one outlet, by its name."""
        totals = next((totals for totals in self._store.outlets() if totals.name == name), None)
        return outlet_view(totals, Builder(self._store)) if totals else None

    def original(self, article_id: str) -> OriginalView | None:
        """Return the page that an article was taken from, line by line."""
        return original_view(article_id, self._store)

    def waiting(self, layer: ReviewLayer, story: str | None = None, limit: int = 20) -> tuple[ReviewItem, ...]:
        """Return what no one has judged yet, the least certain first."""
        return waiting(Builder(self._store), layer, story, limit)

    def judged(self, limit: int | None = 50, offset: int = 0) -> tuple[JudgedView, ...]:
        """Return the history of reviews, the newest first; a limit of None: all."""
        return judged(Builder(self._store), limit, offset)

    def members(self, entity_id: str) -> tuple[MemberView, ...]:
        """Return the articles' own entities that an entity is joined from."""
        return members(Builder(self._store), entity_id)

    def alike(self, entity_id: str) -> tuple[EntityRow, ...]:
        """Return other entities that share a word of a name, the best match first."""
        return tuple(map(entity_row, alike(self._store, entity_id)))

    def stories_with(self, happening_id: str) -> tuple[StoryRow, ...]:
        """Return the stories that a happening belongs to."""
        return self._rows_of(self._store.stories_with(happening_id))

    def stories_naming(self, entity_id: str) -> tuple[StoryRow, ...]:
        """Return the stories with an article that names an entity, in the order of the articles."""
        found = (story for article in self.articles_naming(entity_id) for story in self._store.stories_of(article))
        return self._rows_of(tuple(dict.fromkeys(found)))

    def _rows_of(self, stories: tuple[str, ...]) -> tuple[StoryRow, ...]:
        builder = Builder(self._store)
        found = map(self._store.story, stories[:_MOST_RELATED])
        return tuple(story_row(story, builder) for story in found if story is not None)

    def articles(self, limit: int | None = 100, offset: int = 0) -> tuple[ArticleRow, ...]:
        """Return articles in the order they were stored; a limit of None: all."""
        builder = Builder(self._store)
        ids = islice(self._store.articles(), offset, None if limit is None else offset + limit)
        return tuple(article_row(found, builder) for found in map(self._store.article, ids) if found is not None)

    def entities(self, limit: int | None = 100, offset: int = 0) -> tuple[EntityRow, ...]:
        """Return persons, bodies and places, always in the same order; a limit of None: all."""
        end = None if limit is None else offset + limit
        return tuple(map(entity_row, islice(self._store.list_entities(), offset, end)))

    def articles_naming(self, entity_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that name an entity."""
        entity = self._store.entity(entity_id)
        return tuple(dict.fromkeys(article for article, _ in entity.members)) if entity else ()

    def named(self, name: str, limit: int = 20) -> tuple[EntityRow, ...]:
        """Return the entities that a name may mean, best match first, as rows of a list."""
        return tuple(map(entity_row, self._store.find_entities(name, limit)))

    def happening(self, happening_id: str) -> HappeningView | None:
        """Return one happening."""
        builder = Builder(self._store)
        found = builder.find_happening(happening_id)
        return happening_view(found, builder) if found else None

    def utterance(self, utterance_id: str) -> UtteranceView | None:
        """Return one act of speaking."""
        builder = Builder(self._store)
        found = builder.find_utterance(utterance_id)
        return utterance_view(found, builder) if found else None

    def evidence(self, source_id: str, start: int, end: int) -> EvidenceView | None:
        """Return the words at [start, end) of an article or page; None where it is not stored or has no such place."""
        text = self._store.text_of(source_id)
        if text is None or not 0 <= start < end <= len(text):
            return None
        return Builder(self._store).evidence(Anchor.of(source_id, text, Span(start, end)))

    def reading(self, article_id: str) -> Reading | None:
        """Return everything read in one article, as the stages gave it: what people judged is not put to it."""
        return self._store.reading(article_id)

    def reviewed(self, article_id: str) -> tuple[Reading, tuple[PlacedReview, ...]] | None:
        """Return what was read in one article as people judged it, and their judgements with what was read there."""
        reading = self._store.reading(article_id)
        return placed_reviews(reading, self._store) if reading else None

    def totals(self) -> Totals:
        """Count what the store holds."""
        return self._store.totals()

    def state(self) -> str:
        """Return a mark that differs whenever anything in the store does."""
        return self._store.state()

    def who(self, name: str, limit: int = 5) -> tuple[EntityView, ...]:
        """Return the entities that a name may mean, best match first."""
        builder = Builder(self._store)
        return tuple(entity_view(entity, builder) for entity in self._store.find_entities(name, limit))

    def unknown_names(self, filters: Filters) -> tuple[str, ...]:
        """Return the names that filters give and that nothing stored has: no entity, no outlet, no origin."""
        return self._store.unknown_names(filters)

    def search(self, wanted: Wanted | str) -> tuple[SearchHit, ...]:
        """Return the articles that are asked for, best first."""
        return found_articles(self._store, wanted_of(wanted), self._encoder)

    def search_statements(self, wanted: Wanted | str) -> tuple[StatementFound, ...]:
        """Return the statements whose content or holder has what is asked for, best first."""
        return found_statements(self._store, wanted_of(wanted), self._encoder)

    def search_happenings(self, wanted: Wanted | str) -> tuple[HappeningView, ...]:
        """Return the happenings that are told of as asked for, best first."""
        return found_happenings(self._store, wanted_of(wanted), self._encoder)
