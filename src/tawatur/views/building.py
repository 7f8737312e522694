"""Build views of parts: participants, evidence, chains, days and counts; each article is looked up once."""

from __future__ import annotations

from functools import lru_cache

from tawatur.model import Anchor, Article, Chain, Count, DayRange, Happening, Published, Span, Utterance
from tawatur.store import Store, holding
from tawatur.views.segments import whole_words
from tawatur.views.standing import Standing
from tawatur.views.values import CountView, DaysView, EvidenceView, LinkView, PartyView

# Letters of the sentence shown before and after the words that say it.
_CONTEXT = 120
# Readings kept at hand while one view is built: those of a large story's articles.
_AT_HAND = 512


class Builder:
    """Builds views from one store, looking each article and entity up once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.reading = lru_cache(maxsize=_AT_HAND)(store.reading)
        self.standing = Standing(self.reading, lru_cache(maxsize=_AT_HAND)(lambda a: holding(store.reviews.of(a))))
        self._entity_label = lru_cache(maxsize=4096)(self._find_label)
        self._text = lru_cache(maxsize=_AT_HAND)(self._find_text)

    def find_happening(self, id: str) -> Happening | None:
        """Return a happening without what people rejected of it."""
        return self.standing.happening(self.store.happening(id))

    def find_utterance(self, id: str) -> Utterance | None:
        """Return an act of speaking without what people rejected of it."""
        return self.standing.utterance(self.store.utterance(id))

    def _find_label(self, entity: str) -> str | None:
        found = self.store.entity(entity)
        return found.canonical if found else None

    def _find_text(self, source: str) -> tuple[str, Article | None]:
        reading = self.reading(source)
        if reading is not None:
            return reading.article.text, reading.article
        return self.store.text_of(source) or "", None

    def names(self, who: str) -> bool:
        """Tell whether an id is that of an entity across articles."""
        return self._entity_label(who) is not None

    def party(self, who: str) -> PartyView:
        """Return a participant: by its entity's name where it is one, else by the words themselves."""
        label = self._entity_label(who)
        return PartyView(who) if label is None else PartyView(label, who)

    def evidence(self, anchor: Anchor) -> EvidenceView:
        """Return an anchor's words with the rest of their sentence around them."""
        text, article = self._text(anchor.source)
        start, end = max(0, anchor.start - _CONTEXT), min(len(text), anchor.end + _CONTEXT)
        reading = self.reading(anchor.source)
        for sentence in reading.sentences if reading else ():
            if sentence.span.start <= anchor.start < sentence.span.end:
                start = max(start, sentence.span.start)
                end = min(end, max(sentence.span.end, anchor.end))
        edges = whole_words(text, [Span(start, start), Span(end, end)])
        before = text[edges[0].start : anchor.start] if text else ""
        after = text[anchor.end : edges[1].end] if text else ""
        title = article.title if article else None
        outlet = article.outlet if article else None
        at, page = anchor.span, article.page if article else anchor.source
        place = article.page_span(at) if article else at
        on_page = (page, place.start, place.end) if place else (page, None, None)
        return EvidenceView(anchor.source, title, outlet, *at, anchor.exact, before, after, *on_page)

    def chain(self, chain: Chain) -> tuple[LinkView, ...]:
        """Return the links of a chain; those that nothing shows are marked unknown."""
        return tuple(
            LinkView(
                link.kind,
                link.label,
                link.key is not None,
                link.entity,
                self.evidence(link.anchor) if link.anchor else None,
            )
            for link in chain.links
        )


def days(when: DayRange, wording: str | None = None) -> DaysView:
    """Return days as shown."""
    return DaysView(when.first, when.last, wording)


def published_days(published: Published | None) -> DaysView:
    """Return the days of publication as shown."""
    return DaysView(published.first, published.last) if published else DaysView()


def count(value: Count) -> CountView:
    """Return the pair of counts as shown."""
    return CountView(value.known, value.unknown, value.articles, value.reasons)
