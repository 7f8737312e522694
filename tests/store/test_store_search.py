"""Search: Arabic words in any spelling and with any clitics; no query can break it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.lexicon.search_words import load_search_words
from tawatur.model import Article, Page, Reading, SplitPage
from tawatur.search import locate, parse
from tawatur.store import ReadPage, SqliteStore

TEXTS = {
    "a": "أكدت وزارة الخارجية النيجرية أن الوفد وصل إلى روسيا يوم الأحد، ونقلت شحنة لروسيا.",
    "b": "قُتِلَ 60,000 شخص وفق تقدير للأمم المتحدة، وبالعاصمة مظاهرات.",
    "c": "زار الوزير مصنع F-35 والمدرسة الكبرى في کوریا.",
    "d": "لا شيء عن ذلك هنا: للوفد كلام.",
}


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    pages = []
    for name, text in TEXTS.items():
        article = Article(name, text, f"عنوان {name}", page=f"p{name}")
        pages.append(ReadPage(SplitPage(Page(f"p{name}", text), (), (article,)), (Reading(article),)))
    store.put(pages)
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("روسيا", "a"),
        ("لروسيا", "a"),
        ("وزارة", "a"),
        ("الوزارة", "a"),
        ("النيجرية", "a"),
        ("نيجريه", "a"),
        ("الأمم المتحدة", "b"),
        ("«الأمم المتحدة»", "b"),
        ('"المتحدة الأمم"', ""),
        ("قتل", "b"),
        ("عاصمة", "b"),
        ("60,000", "b"),
        ("٦٠,٠٠٠", "b"),
        ("F-35", "c"),
        ("كوريا", "c"),
        ("مدرسة", "c"),
        ("الوفد", "ad"),
        ("وفد روسيا", "a"),
        ("غيرموجود", ""),
    ],
)
def test_words_are_found_in_every_form(filled: SqliteStore, query: str, found: str) -> None:
    assert sorted(hit.article for hit in filled.search(query)) == list(found)


def test_spans_are_those_of_the_original(filled: SqliteStore) -> None:
    (hit,) = filled.search("روسيا")
    assert [span.of(TEXTS["a"]) for span in hit.spans] == ["روسيا", "لروسيا"]
    (hit,) = filled.search("«أمم متحدة»") or filled.search("«الأمم المتحدة»")
    assert [span.of(TEXTS["b"]) for span in hit.spans] == ["للأمم المتحدة"]


@pytest.mark.parametrize(
    "query", ["", " ", '"', '""', "«»", "*", "AND", "OR NOT", "NEAR(", "title:x", "^", "\x00", "(", "'"]
)
def test_signs_of_the_query_language_mean_nothing(filled: SqliteStore, query: str) -> None:
    assert isinstance(filled.search(query), tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
def test_any_query_is_answered(filled: SqliteStore, query: str) -> None:
    for hit in filled.search(query):
        assert hit.spans or hit.title_spans or hit.caption_spans


@given(st.text(alphabet='وفبلكالروسيا «»" 12', max_size=30))
def test_found_spans_lie_in_the_text(text: str) -> None:
    for span in locate(text, parse(text, load_search_words()).wanted):
        assert 0 <= span.start < span.end <= len(text)


def test_the_title_counts_more(store: SqliteStore) -> None:
    pages = []
    for name, title, text in (("x", "خبر", "نيامي هنا مرة واحدة فقط"), ("y", "نيامي", "نص عن شيء آخر تماما")):
        article = Article(name, text, title, page=f"p{name}")
        pages.append(ReadPage(SplitPage(Page(f"p{name}", text), (), (article,)), (Reading(article),)))
    store.put(pages)
    assert [hit.article for hit in store.search("نيامي")] == ["y", "x"]
    assert [hit.article for hit in store.search("نيامي", limit=1, offset=1)] == ["x"]
