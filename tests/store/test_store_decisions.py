"""People's decisions about entities: kept, listed, taken back, and stronger than what is built again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.invented import read_page, stories_of

from tawatur.ingest import rebuild_stories
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, DecidedMention, Entity, Name, Page, Reading, Sentence, Span, SplitPage
from tawatur.store import AmbiguousName, ReadPage, SqliteStore, StoreError, UnknownItem

# Each article tells of something else, so that none are of one story.
TOLD = {
    "a": "الاجتماع انتهى دون بيان لأن المفاوضين اختلفوا على جدول الأعمال ومكان الجولة المقبلة",
    "b": "أسعار القمح ارتفعت هذا الموسم بعد جفاف أتلف محصول الفلاحين في السهول الشرقية",
    "c": "المدرسة أغلقت بسبب السيول التي جرفت سورها وأغرقت قاعات الدرس ومكتبتها",
    "d": "القطار الجديد يعمل من الخريف ويقطع الصحراء في ساعتين بين الميناء والعاصمة",
}


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def page(ident: str, *names: str, first: int = 0) -> ReadPage:
    """Return a page that names people, one in each sentence; their entities are numbered from `first`."""
    lines = [f"قال {name} إن {TOLD[ident]}." for name in names]
    text = "\n".join(lines)
    spans, sentences, at = [], [], 0
    for line, name in zip(lines, names, strict=True):
        spans.append(Span(at + 4, at + 4 + len(name)))
        sentences.append(Sentence(len(sentences), Span(at, at + len(line))))
        at += len(line) + 1
    found = [Name(span, "PER", f"e{first + n}") for n, span in enumerate(spans)]
    entities = tuple(Entity(f"e{first + n}", name, "PER") for n, name in enumerate(names))
    article = Article(ident, text, page="p" + ident)
    split = SplitPage(Page("p" + ident, text), (), (article,))
    return ReadPage(split, (Reading(article, tuple(sentences), tuple(found), entities),))


def members(store: SqliteStore) -> list[set[str]]:
    return sorted(({article for article, _ in entity.members} for entity in store.list_entities()), key=sorted)


def filled(store: SqliteStore, lexicons: Lexicons, *pages: ReadPage) -> SqliteStore:
    store.put(pages)
    rebuild_stories(store, lexicons)
    return store


def test_same_joins_and_undoing_parts_again(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, page("a", "سالم القنطري"), page("b", "أبو مازن القنطري"))
    assert members(store) == [{"a"}, {"b"}]
    decision = store.decisions.decide("same", "سالم القنطري", "أبو مازن القنطري", "his kunya")
    assert store.decisions.all() == (decision,)
    assert decision.one.mentions == (DecidedMention("a", "سالم القنطري", Span(4, 16)),)
    assert not store.stories_are_current()
    rebuild_stories(store, lexicons)
    (entity,) = store.list_entities()
    assert len(entity.members) == 2
    assert "decided" in entity.reasons[-1]
    assert store.decisions.undo(decision.id) == decision
    assert store.decisions.all() == ()
    rebuild_stories(store, lexicons)
    assert members(store) == [{"a"}, {"b"}]


def test_different_parts_namesakes_by_their_mentions(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, *(page(i, "سالم القنطري") for i in "abc"))
    (entity,) = store.list_entities()
    store.decisions.decide("different", ("b", "e0"), entity.id)
    rebuild_stories(store, lexicons)
    assert members(store) == [{"a", "c"}, {"b"}]
    # Which of the two a new article means, the name alone does not tell.
    filled(store, lexicons, page("d", "سالم القنطري"))
    assert members(store) == [{"a", "c"}, {"b"}, {"d"}]


def test_different_parts_two_spellings_of_one_entity(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, page("a", "سيرغي مارينكوف"), page("b", "سيرجي مارينكوف"))
    assert members(store) == [{"a", "b"}]
    store.decisions.decide("different", "سيرغي مارينكوف", "سيرجي مارينكوف")
    rebuild_stories(store, lexicons)
    assert members(store) == [{"a"}, {"b"}]
    filled(store, lexicons, page("c", "سيرجي مارينكوف"))
    assert members(store) == [{"a"}, {"b", "c"}]


def test_decisions_outlast_another_reading_of_the_articles(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, page("a", "سالم القنطري"), page("b", "أبو مازن القنطري"))
    store.decisions.decide("same", "سالم القنطري", "أبو مازن القنطري")
    (kept,) = store.decisions.all()
    again = [page("a", "سالم القنطري", first=5).readings[0], page("b", "أبو مازن القنطري", first=7).readings[0]]
    from tawatur.stories import build_stories

    (entity,) = build_stories(again, lexicons, [kept]).entities
    assert set(entity.members) == {("a", "e5"), ("b", "e7")}
    # A name read a little longer is still that mention.
    longer = replace(again[0], names=(Name(Span(0, 16), "PER", "e5"),))
    assert len(build_stories([longer, again[1]], lexicons, [kept]).entities) == 1


def test_the_newer_of_two_contrary_decisions_holds(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, page("a", "سالم القنطري"), page("b", "أبو مازن القنطري"), page("c", "ماهر الدرعاوي"))
    store.decisions.decide("same", "سالم القنطري", "أبو مازن القنطري")
    rebuild_stories(store, lexicons)
    store.decisions.decide("same", "ماهر الدرعاوي", "سالم القنطري")
    rebuild_stories(store, lexicons)
    assert members(store) == [{"a", "b", "c"}]
    newer = store.decisions.decide("different", "سالم القنطري", "أبو مازن القنطري")
    rebuild_stories(store, lexicons)
    assert {"a", "b"} not in [m & {"a", "b"} for m in members(store)]
    store.decisions.undo(newer.id)
    rebuild_stories(store, lexicons)
    assert members(store) == [{"a", "b", "c"}]


def test_the_same_decision_is_kept_once(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, page("a", "سالم القنطري"), page("b", "ماهر الدرعاوي"))
    store.decisions.decide("different", "سالم القنطري", "ماهر الدرعاوي")
    store.decisions.decide("different", "ماهر الدرعاوي", "سالم القنطري", "brothers-in-law")
    assert [d.note for d in store.decisions.all()] == ["brothers-in-law"]


def test_what_is_not_told_apart_is_refused(store: SqliteStore, lexicons: Lexicons) -> None:
    # Two mentions of one given name stay two entities: the name may mean either.
    filled(store, lexicons, page("a", "ناصر"), page("b", "ناصر"), page("c", "ماهر الدرعاوي"))
    with pytest.raises(AmbiguousName, match="w-"):
        store.decisions.decide("same", "ناصر", "ماهر الدرعاوي")
    with pytest.raises(UnknownItem):
        store.decisions.decide("same", "لا أحد", "ماهر الدرعاوي")
    with pytest.raises(UnknownItem):
        store.decisions.decide("same", ("c", "e9"), "ماهر الدرعاوي")
    with pytest.raises(StoreError, match="same mentions"):
        store.decisions.decide("same", "ماهر الدرعاوي", "ماهر الدرعاوي")
    with pytest.raises(UnknownItem):
        store.decisions.undo("d-none")
    assert store.decisions.all() == ()


def test_two_of_one_gazetteer_entry_are_parted(store: SqliteStore, lexicons: Lexicons) -> None:
    pages = [read_page(n) for n in range(3)]
    store.put(pages)
    store.replace_stories(stories_of(*pages))
    store.decisions.decide("different", ("a1", "e1"), "w1")
    rebuild_stories(store, lexicons)
    cities = [entity for entity in store.list_entities() if entity.type == "GPE"]
    assert sorted(len(city.members) for city in cities) == [1, 2]
    assert len({city.id for city in cities}) == 2


def test_forgetting_takes_decisions_along(store: SqliteStore, lexicons: Lexicons) -> None:
    filled(store, lexicons, page("a", "سالم القنطري"), page("b", "أبو مازن القنطري"), page("c", "ماهر الدرعاوي"))
    store.decisions.decide("same", "سالم القنطري", "أبو مازن القنطري")
    store.decisions.decide("different", "أبو مازن القنطري", "ماهر الدرعاوي")
    store.forget("page", "pa")
    assert [d.verdict for d in store.decisions.all()] == ["different"]
    rebuild_stories(store, lexicons)
    store.forget("person", "ماهر الدرعاوي")
    assert store.decisions.all() == ()
    assert "الدرعاوي".encode() not in store.path.read_bytes()
