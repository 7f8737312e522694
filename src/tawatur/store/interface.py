"""What the rest of the program may ask of a store; SQLite stands behind it today, a server database may later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from tawatur.model import (
    Article,
    CopyGroup,
    Happening,
    Page,
    Reading,
    SetAside,
    SplitPage,
    Stories,
    Story,
    StoryLine,
    Utterance,
    WorldEntity,
)
from tawatur.store.outlet_lookup import OutletLinks
from tawatur.store.values import (
    NO_FILTERS,
    Filters,
    ForgetKind,
    Growth,
    HappeningHit,
    Hit,
    OutletTotals,
    PageState,
    ReadPage,
    Regathered,
    Removed,
    StatementHit,
    StoryOrder,
    Totals,
)

if TYPE_CHECKING:
    from tawatur.store.decisions import DecisionBook
    from tawatur.store.meaning import MeaningBook
    from tawatur.store.reviews import ReviewBook
    from tawatur.store.standing import Standing


class Store(Protocol):
    """Pages, readings and stories with their evidence.

    Every method that writes does so in one transaction: it has happened wholly or not at all. Methods that read may be
    called from several threads at once. All raise StoreError when the store cannot do what was asked.
    """

    def state_of(self, page: Page) -> PageState:
        """Tell whether a page is new, stored, forgotten (it shall not come back), or its id is another text's.

        A record that is stored with another date, title, outlet, address or byline than it has now is "changed".
        """
        ...

    def put(self, pages: Iterable[ReadPage]) -> int:
        """Store pages with all that was read in them; return how many were new. Raises AnchorError without evidence."""
        ...

    def put_again(self, read: ReadPage) -> bool:
        """Store a page in the place of the same page as it was told before; tell whether that was there."""
        ...

    def take_back(self, pages: Iterable[ReadPage]) -> None:
        """Let pages and articles that were forgotten be stored again; people that were forgotten stay out."""
        ...

    def put_aside(self, inputs: Iterable[SetAside]) -> None:
        """Keep inputs that could not be read, each with its reason, once."""
        ...

    def aside(self) -> Iterator[SetAside]:
        """Iterate over the inputs that were set aside."""
        ...

    def page(self, page: str) -> SplitPage | None:
        """Return a page with its blocks and articles."""
        ...

    def text_of(self, source: str) -> str | None:
        """Return the text that anchors in an article or a page count in."""
        ...

    def article(self, article: str) -> Article | None:
        """Return one article."""
        ...

    def articles(self) -> Iterator[str]:
        """Iterate over the ids of the articles in the order they were stored."""
        ...

    def reading(self, article: str) -> Reading | None:
        """Return everything read in one article."""
        ...

    def readings(self, only: Collection[str] | None = None) -> Iterator[Reading]:
        """Iterate over all readings, or those of some articles by their ids, in the order they were stored."""
        ...

    def replace_stories(
        self, stories: Stories, blocks: Mapping[str, Iterable[str]] | None = None, *, whole: bool = True
    ) -> None:
        """Put newly built stories in the place of the old ones; with `blocks` of their entities they can grow.

        Unless they are the `whole`, stories of all articles, they are current only when they have grown.
        """
        ...

    def can_grow(self) -> bool:
        """Tell whether since the stories were built only pages came, were reviewed, or entities decided about."""
        ...

    def grow_stories(self, growth: Growth) -> None:
        """Put in what new articles change; the stories are current once no article waits for one."""
        ...

    def regather(self, value: Regathered) -> None:
        """Put in the entities that were gathered anew after decisions; the articles that differ wait for stories."""
        ...

    @property
    def standing(self) -> Standing:
        """What stands around new articles."""
        ...

    def stories_are_current(self) -> bool:
        """Tell whether the stories were built from what the store holds now."""
        ...

    def stories(self) -> Stories:
        """Return everything built across the articles."""
        ...

    def story(self, story: str) -> Story | None:
        """Return one story."""
        ...

    def list_stories(self) -> Iterator[Story]:
        """Iterate over the stories, those of most articles first."""
        ...

    def find_stories(
        self, query: str = "", order: StoryOrder = "active", filters: Filters = NO_FILTERS
    ) -> tuple[str, ...]:
        """Return the ids of the stories with an article that a query and filters ask for, in an order.

        "active": those with most articles in the last week that the store knows; then the latest; then the largest.
        """
        ...

    def stories_with(self, happening: str) -> tuple[str, ...]:
        """Return the ids of the stories that a happening belongs to."""
        ...

    def outlets(self) -> tuple[OutletTotals, ...]:
        """Return the outlets, those of most articles first."""
        ...

    def articles_of(self, outlet: str) -> tuple[str, ...]:
        """Return the ids of an outlet's articles, the latest first."""
        ...

    def outlet_links(self, outlet: str) -> OutletLinks:
        """Return how an outlet stands in the chains of all articles."""
        ...

    def list_entities(self) -> Iterator[WorldEntity]:
        """Iterate over the entities across articles, those that most articles name first, always in the same order."""
        ...

    def list_lines(self) -> Iterator[StoryLine]:
        """Iterate over the story lines."""
        ...

    def stories_of(self, article: str) -> tuple[str, ...]:
        """Return the ids of the stories that an article belongs to."""
        ...

    def happening(self, happening: str) -> Happening | None:
        """Return one happening with its reports and disagreements."""
        ...

    def cancelled_by(self, happening: str) -> tuple[str, ...]:
        """Return the ids of the happenings that call off or put off a plan."""
        ...

    def utterance(self, utterance: str) -> Utterance | None:
        """Return one utterance with its sayings."""
        ...

    def entity(self, entity: str) -> WorldEntity | None:
        """Return one entity as known across articles."""
        ...

    def entity_of(self, article: str, local: str) -> str | None:
        """Return the id of the entity across articles that an article's entity belongs to."""
        ...

    def find_entities(self, name: str, limit: int = 20) -> tuple[WorldEntity, ...]:
        """Return the entities with a spelling that is, begins with or holds `name`, in this order."""
        ...

    def utterances_by(self, entity: str) -> tuple[str, ...]:
        """Return the ids of the utterances of a speaker, earliest first."""
        ...

    def utterance_of(self, article: str, statement: int) -> Utterance | None:
        """Return the utterance that a statement (its index in its article) is a saying of, or None."""
        ...

    def statements_about(self, entity: str) -> tuple[tuple[str, int], ...]:
        """Return (article, statement index) of statements that name an entity in their content."""
        ...

    def happenings_with(self, entity: str) -> tuple[str, ...]:
        """Return the ids of happenings in which an entity acts, is acted on, or is the place; earliest first."""
        ...

    def copies_of(self, article: str) -> tuple[CopyGroup, ...]:
        """Return the groups of copies that an article belongs to."""
        ...

    def search(
        self, query: str, limit: int = 20, offset: int = 0, *, exact: bool = False, filters: Filters = NO_FILTERS
    ) -> tuple[Hit, ...]:
        """Return the articles that hold all words of a query, best first; "…" and «…» hold phrases."""
        ...

    def search_statements(
        self, query: str, limit: int = 20, offset: int = 0, *, exact: bool = False, filters: Filters = NO_FILTERS
    ) -> tuple[StatementHit, ...]:
        """Return the statements whose content or holder holds all words of a query, best first."""
        ...

    def search_happenings(
        self, query: str, limit: int = 20, offset: int = 0, *, exact: bool = False, filters: Filters = NO_FILTERS
    ) -> tuple[HappeningHit, ...]:
        """Return the happenings told of with all words of a query, best first."""
        ...

    def unknown_names(self, filters: Filters) -> tuple[str, ...]:
        """Return the names that filters give and that nothing stored has: no entity, no outlet, no origin."""

    @property
    def meaning(self) -> MeaningBook:
        """The vectors for searching by meaning."""
        ...

    def forget(self, kind: ForgetKind, what: str) -> Removed:
        """Remove a page, an article or a person with everything that rests on it, for good. Stories are cleared."""
        ...

    @property
    def reviews(self) -> ReviewBook:
        """What people judged of events and statements."""
        ...

    @property
    def decisions(self) -> DecisionBook:
        """What people decided about entities."""
        ...

    def state(self) -> str:
        """Return a mark that differs whenever anything in the store does: what a kept answer is checked by."""
        ...

    def totals(self) -> Totals:
        """Count what the store holds."""
        ...

    def faults(self) -> Iterator[str]:
        """Iterate over what is wrong with the store, in words: damage, and facts without their evidence."""
        ...

    def close(self) -> None:
        """Close the store."""
        ...
