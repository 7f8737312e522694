"""Forgetting: what is removed leaves only one-way marks, by which it is known again and kept out.

A person's name is blotted out of every stored text with signs of the same number, so that all other evidence stays
where it is, and no fact by or about the person remains. The marks are hashes: the list of the forgotten is no list of
names. A short form of a name is only blotted out where the article ties it to the full name: alone it could be
anyone's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tawatur.model import Anchor, Article, Block, Page, Reading, Span, SplitPage, Statement
from tawatur.store.page_rows import span_text
from tawatur.store.reading_rows import event_spans, statement_spans
from tawatur.store.values import ReadPage
from tawatur.text.words import Word, cuts, find_words

BLOT = "█"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The marks of what shall not come back: pages, articles and texts by digest, persons by number of words."""

    pages: frozenset[bytes] = frozenset()
    articles: frozenset[bytes] = frozenset()
    persons: frozenset[bytes] = frozenset()
    lengths: tuple[int, ...] = ()


def mark_of(*words: str) -> bytes:
    """Return the one-way mark of an id, a digest or the folded words of a name."""
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).digest()


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words that a name is known again by."""
    return tuple(w.norm for w in find_words(name) if w.kind != "mark")


def name_spans(text: str, forgotten: Forgotten) -> Iterator[Span]:
    """Yield where a text names a forgotten person, clitics before the name left standing."""
    if not forgotten.persons:
        return
    words = [w for w in find_words(text) if w.kind != "mark"]
    for at, word in enumerate(words):
        for length in forgotten.lengths:
            if at + length <= len(words):
                window = words[at : at + length]
                start = _start(word, tuple(w.norm for w in window[1:]), forgotten)
                if start is not None:
                    yield Span(start, window[-1].span.end)


def _start(word: Word, rest: tuple[str, ...], forgotten: Forgotten) -> int | None:
    for cut in cuts(word.norm):
        if mark_of(cut.form, *rest) in forgotten.persons:
            return word.cut(cut.letters)
    return None


def blotted(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length with the given spans blotted out."""
    letters = list(text)
    for span in spans:
        letters[span[0] : span[1]] = BLOT * (min(span[1], len(text)) - span[0])
    return "".join(letters)


def _anchors(anchors: tuple[Anchor, ...], texts: dict[str, str]) -> tuple[Anchor, ...]:
    return tuple(Anchor(a.source, a.start, a.end, texts[a.source][a.start : a.end]) for a in anchors)


def without_persons(read: ReadPage, forgotten: Forgotten) -> ReadPage:
    """Return what was read on a page without the forgotten persons: names blotted out, facts by and about them gone."""
    if not forgotten.persons:
        return read
    page = unmarked(read.split)
    found = {r.article.id: _person_spans(r, forgotten) for r in read.readings}
    forgotten = _with_short_forms(forgotten, read, found)
    bodies = [piece.page for r in read.readings for piece in r.article.pieces]
    page_spans = [s for s in name_spans(page.text, forgotten) if not any(s.meets(body) for body in bodies)]
    for reading in read.readings:
        page_spans += [place for span in found[reading.article.id] for place in _on_page(reading.article, page, span)]
    if not page_spans and not any(found.values()) and not _named_outside(read, forgotten):
        return read
    new_page = _page_without(page, page_spans, forgotten)
    readings = tuple(_reading_without(r, new_page, found[r.article.id], forgotten) for r in read.readings)
    blocks = tuple(_block_without(b, page, new_page, forgotten) for b in read.split.blocks)
    return ReadPage(SplitPage(new_page, blocks, tuple(r.article for r in readings)), readings)


def _with_short_forms(forgotten: Forgotten, read: ReadPage, found: dict[str, tuple[Span, ...]]) -> Forgotten:
    """Add the forms by which this page names the person: its headline and captions have them too."""
    forms = {name_words(Span(*span).of(r.article.text)) for r in read.readings for span in found[r.article.id]} - {()}
    persons = forgotten.persons | {mark_of(*form) for form in forms}
    lengths = {*forgotten.lengths, *map(len, forms)}
    return replace(forgotten, persons=persons, lengths=tuple(sorted(lengths, reverse=True)))


def _named_outside(read: ReadPage, forgotten: Forgotten) -> bool:
    """Tell whether a title, caption or keyword names a forgotten person, though no text of the page does."""
    articles = [r.article for r in read.readings]
    texts = [read.split.page.title, *(b.text for b in read.split.blocks)]
    texts += [text for a in articles for text in (a.title, *a.captions, *a.keywords)]
    return any(text and any(name_spans(text, forgotten)) for text in texts)


def _on_page(article: Article, page: Page, span: Span) -> Iterator[Span]:
    if not article.pieces and page.text == article.text:
        yield span
    for piece in article.pieces:
        start, end = max(span.start, piece.article.start), min(span.end, piece.article.end)
        if start < end:
            shift = piece.page.start - piece.article.start
            yield Span(start + shift, end + shift)


def _person_spans(reading: Reading, forgotten: Forgotten) -> tuple[Span, ...]:
    """Where an article names a forgotten person: its full names, and the short forms that belong to the same entity."""
    text = reading.article.text
    spans = list(name_spans(text, forgotten))
    theirs = {n.entity for n in reading.names if any(n.span.meets(span) for span in spans)}
    theirs = {e.id for e in reading.entities if e.id in theirs and e.type == "PER"}
    spans += [Span(*n.span) for n in reading.names if n.entity in theirs]
    return tuple(sorted(set(spans)))


def _clean(text: str | None, forgotten: Forgotten) -> str | None:
    return None if text is None else blotted(text, name_spans(text, forgotten))


def _cleaned(texts: tuple[str, ...], forgotten: Forgotten) -> tuple[str, ...]:
    return tuple(blotted(text, name_spans(text, forgotten)) for text in texts)


def _page_without(page: Page, spans: list[Span], forgotten: Forgotten) -> Page:
    title, byline = _clean(page.title, forgotten), _clean(page.byline, forgotten)
    return replace(page, text=blotted(page.text, spans), title=title, byline=byline)


def _block_without(block: Block, page: Page, new_page: Page, forgotten: Forgotten) -> Block:
    if block.span.of(page.text) == block.text:
        return replace(block, text=block.span.of(new_page.text))
    return replace(block, text=blotted(block.text, name_spans(block.text, forgotten)))


def _reading_without(reading: Reading, page: Page, spans: tuple[Span, ...], forgotten: Forgotten) -> Reading:
    article = reading.article
    text = blotted(article.text, spans)
    texts = {article.id: text, page.id: page.text}
    published = article.published
    if published is not None:
        published = replace(published, evidence=_anchors(published.evidence, texts))
    cleaned = replace(
        article,
        text=text,
        title=_clean(article.title, forgotten),
        captions=_cleaned(article.captions, forgotten),
        keywords=_cleaned(article.keywords, forgotten),
        credits=_anchors(article.credits, texts),
        published=published,
    )
    return _facts_without(replace(reading, article=cleaned), spans)


def _facts_without(reading: Reading, spans: tuple[Span, ...]) -> Reading:
    """Leave out names, statements and events that a forgotten person has a part in, and put their numbers right."""
    if not spans:
        return reading

    def touched(*places: Span | None) -> bool:
        return any(Span(*place).meets(span) for place in places if place is not None for span in spans)

    names = tuple(n for n in reading.names if not touched(n.span))
    gone = {n.entity for n in reading.names} - {n.entity for n in names}
    # An entity known by a role alone has no name; it goes when the role's words hold the person's name.
    gone |= {e.id for e in reading.entities if any(touched(role.span) for role in e.roles)}
    gone |= {s.speaker for s in reading.statements if s.speaker and touched(s.holder)}
    entities = tuple(e for e in reading.entities if e.id not in gone)

    def by_or_about(s: Statement) -> bool:
        return s.speaker in gone or touched(s.content, *(span for _, span in statement_spans(s)))

    kept = [ix for ix, s in enumerate(reading.statements) if not by_or_about(s)]
    number = {old: new for new, old in enumerate(kept)}
    events = tuple(
        replace(e, statement=None if e.statement is None else number[e.statement])
        for e in reading.events
        if not touched(e.trigger, *(span for _, span in event_spans(e)))
        and not gone.intersection(e.by)
        and (e.statement is None or e.statement in number)
    )
    return replace(
        reading,
        names=tuple(n for n in names if n.entity not in gone),
        entities=entities,
        statements=tuple(reading.statements[ix] for ix in kept),
        events=events,
    )


def unmarked(split: SplitPage) -> Page:
    """Return a page as the plain text that its spans count in; markup may hold words in places no span leads to."""
    return replace(split.page, text=span_text(split), media="text") if split.page.media == "html" else split.page


def without_article(split: SplitPage, gone: Article) -> SplitPage:
    """Return a page with one of its articles blotted out: its lines keep their places, its words are gone."""
    page = unmarked(split)
    orders = {gone.order}
    spans = [b.span for b in split.blocks if b.article in orders] + [piece.page for piece in gone.pieces]
    new_page = replace(page, text=blotted(page.text, spans))
    blocks = tuple(replace(b, text=BLOT * len(b.text), reason="") if b.article in orders else b for b in split.blocks)
    return SplitPage(new_page, blocks, tuple(a for a in split.articles if a.id != gone.id))
