"""The view of an outlet: what it writes itself, what it reprints and from whom, and who passes its word on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.model import CopyGroup
from tawatur.store import OutletTotals
from tawatur.views.building import Builder
from tawatur.views.happening import happening_view
from tawatur.views.rows import article_row, rows
from tawatur.views.values import ArticleRow, HappeningView

# Articles and happenings shown of one outlet; a daily paper has thousands.
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that an outlet's articles rest on: its label, its entity where resolved, in how many articles."""

    label: str
    entity: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class ReprintView:
    """An article that stands in other outlets too: the kind of copy, where the text goes back to, the others."""

    row: ArticleRow
    kind: str
    origin: str | None
    others: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet. `own` are articles whose text stands nowhere else; `credited` those of them that name an agency."""

    name: str
    articles: int
    first: date | None
    last: date | None
    own: tuple[ArticleRow, ...]
    credited: tuple[tuple[ArticleRow, tuple[str, ...]], ...]
    reprints: tuple[ReprintView, ...]
    carriers: tuple[SourceRow, ...]
    origins: tuple[SourceRow, ...]
    originates: tuple[HappeningView, ...]
    relayed: tuple[ArticleRow, ...]


def outlet_view(totals: OutletTotals, builder: Builder) -> OutletView:
    """Return an outlet; of its articles the latest."""
    store = builder.store
    own: list[ArticleRow] = []
    credited: list[tuple[ArticleRow, tuple[str, ...]]] = []
    reprints: list[ReprintView] = []
    for found in store.articles_of(totals.name)[:_MOST_SHOWN]:
        article = store.article(found)
        if article is None:
            continue
        row = article_row(article, builder)
        groups = store.copies_of(found)
        if groups:
            reprints.append(_reprint(row, groups[0], builder))
        elif article.credits:
            credited.append((row, tuple(dict.fromkeys(anchor.exact for anchor in article.credits))))
        else:
            own.append(row)
    links = store.outlet_links(totals.name)
    happenings = [h for h in map(store.happening, links.happenings[:_MOST_SHOWN]) if h is not None]
    relayed = [a for a in map(store.article, links.relayed[:_MOST_SHOWN]) if a is not None]
    return OutletView(
        totals.name,
        totals.articles,
        totals.first,
        totals.last,
        tuple(own),
        tuple(credited),
        tuple(reprints),
        tuple(SourceRow(s.label, s.entity, s.articles) for s in links.carriers),
        tuple(SourceRow(s.label, s.entity, s.articles) for s in links.origins),
        tuple(happening_view(h, builder) for h in happenings),
        tuple(article_row(a, builder) for a in relayed),
    )


def _reprint(row: ArticleRow, group: CopyGroup, builder: Builder) -> ReprintView:
    others = rows(tuple(article for article in group.articles if article != row.id), builder)
    return ReprintView(row, group.kind, group.origin, others)
