"""Build the rows of lists: articles, stories, people, bodies and places."""

from __future__ import annotations

from datetime import date

from tawatur.model import Article, CopyGroup, Count, Span, Story, WorldEntity
from tawatur.views.building import Builder, published_days
from tawatur.views.segments import whole_words
from tawatur.views.values import ArticleRow, EntityRow, StoryRow

# Letters of an article's beginning, shown where it has no title.
_LEAD = 160


def article_row(article: Article, builder: Builder) -> ArticleRow:
    """Return an article for a list; copies name their group and its origin."""
    copies = builder.store.copies_of(article.id)
    copy_of = next((g.id for g in copies if _first_of(g, builder) != article.id), None)
    origin = next((g.origin for g in copies if g.origin), None)
    basis = article.published.basis if article.published else None
    when = published_days(article.published)
    return ArticleRow(article.id, article.title, article.outlet, when, basis, copy_of, origin, lead(article.text))


def _first_of(group: CopyGroup, builder: Builder) -> str:
    """Return the article that the others of a group may be copied from: the earliest, of equals one with a credit.

    One that credits the agency comes before one that gives its text as its own.
    """
    found = [article for article in map(builder.store.article, group.articles) if article is not None]
    known = [(a.published.first or date.max if a.published else date.max, not a.credits, a.id) for a in found]
    return min(known, default=(date.max, True, group.articles[0]))[2]


def rows(articles: tuple[str, ...], builder: Builder) -> tuple[ArticleRow, ...]:
    """Return rows of the articles that are stored, earliest first, undated ones last."""
    found = [article_row(a, builder) for a in map(builder.store.article, articles) if a is not None]
    return tuple(sorted(found, key=lambda row: (row.published.first is None, row.published.first, row.id)))


def story_row(story: Story, builder: Builder) -> StoryRow:
    """Return a story for a list."""
    found = [a for a in map(builder.store.article, story.articles) if a is not None]
    first = [a.published.first for a in found if a.published and a.published.first]
    last = [a.published.last for a in found if a.published and a.published.last]
    happenings = [h for h in map(builder.find_happening, story.happenings) if h is not None]
    best = max((h.count for h in happenings), key=lambda c: (c.known, c.unknown), default=Count(0, 0, 0))
    return StoryRow(
        story.id,
        story.label,
        min(first, default=None),
        max(last, default=None),
        len(found),
        len({a.outlet for a in found if a.outlet}),
        len(happenings),
        best.known,
        best.unknown,
        sum(len(h.disagreements) for h in happenings) + len(story.differences),
        story.line,
    )


def entity_row(entity: WorldEntity) -> EntityRow:
    """Return an entity for a list."""
    articles = len({article for article, _ in entity.members})
    known = (entity.type, entity.latin, entity.country, entity.spellings)
    return EntityRow(entity.id, entity.canonical, *known, articles)


def lead(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= _LEAD:
        return text
    end = whole_words(text, [Span(_LEAD, _LEAD)])[0].end
    return text[:end].rstrip() + "…"
