"""Web pages over hand-made views: right to left, both languages, hostile text harmless, headers strict."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from tawatur.views.values import (
    AboutView,
    ArticleRow,
    ArticleView,
    CountView,
    DaysView,
    DisagreementView,
    EntityView,
    EvidenceView,
    HappeningView,
    LinkView,
    Mark,
    PartyView,
    ReportView,
    SayingView,
    SearchHit,
    Segment,
    SideView,
    StoryRow,
    StoryView,
    UtteranceView,
)
from tawatur.web import create_app
from tawatur.web.report import story_report

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>\u202eمقلوب\u202c{{7*7}}'
TEXT = "وقال المتحدث سامر الفارس إن 14 شخصاً قتلوا."
DAY = DaysView(date(2025, 7, 5), date(2025, 7, 5), "مساء السبت")
EVIDENCE = EvidenceView("a1", HOSTILE, "الصدى", 26, 41, "14 شخصاً قتلوا", "إن ", ".")
CHAIN = (
    LinkView("origin", "سامر الفارس", True, "w1", EVIDENCE),
    LinkView("carrier", HOSTILE, True),
    LinkView("outlet", "", False),
)
COUNT = CountView(2, 1, 3, ("وكالة واحدة في ثلاث صحف",))
REPORT = ReportView(EVIDENCE, "alleged", CHAIN, DAY, "أغاديز", ("14 قتيلا",), (PartyView("سامر الفارس", "w1"),), DAY)
SIDES = (SideView("14", (REPORT,)), SideView("17", (replace(REPORT, status="denied"),)))
DISAGREEMENT = DisagreementView("d1", "sources", "figure", "قتلى", "h1", "هجوم على قافلة", SIDES, ("مصدران مختلفان",))
HAPPENING = HappeningView(
    "h1", "ASSAULT", None, HOSTILE, "actual", DAY, PartyView("أغاديز", "w2"), (), (), COUNT, (REPORT,), (DISAGREEMENT,)
)
UNKNOWN_DAY = replace(HAPPENING, id="h2", label="لقاء مرتقب", status="planned", when=DaysView(), disagreements=())
SAYING = SayingView(EVIDENCE, "قال", "indirect", CHAIN, "none")
UTTERANCE = UtteranceView("u1", PartyView("سامر الفارس", "w1"), "deny", DAY, (SAYING, SAYING), COUNT, ("u0",))
ROW = ArticleRow("a1", HOSTILE, None, DaysView(date(2025, 7, 5), None), "inferred", "c1", "ضفاف", TEXT)
STORY_ROW = StoryRow("s1", HOSTILE, date(2025, 7, 5), date(2025, 7, 9), 3, 2, 2, 2, 1, 1)
STORY = StoryView(
    "s1", "هجوم على قافلة", (ROW,), (HAPPENING, UNKNOWN_DAY), (UTTERANCE,), (DISAGREEMENT,), COUNT, (STORY_ROW,)
)
SEGMENTS = (
    Segment("و", 0),
    Segment("قال", 1, (Mark(1, 4, "cue", "قال"),)),
    Segment(TEXT[4:], 4, (Mark(4, 41, "statement", "assert", HOSTILE),)),
)


ABOUT = AboutView(PartyView("سامر الفارس", "w1"), "accuse", SAYING)


class Shelf:
    """A source that holds one of each."""

    def stories(self, limit: int = 100, offset: int = 0) -> tuple[StoryRow, ...]:
        return (STORY_ROW,)

    def story(self, story_id: str) -> StoryView | None:
        return STORY if story_id == "s1" else None

    def article(self, article_id: str) -> ArticleView | None:
        url = "javascript:alert(1)"
        return ArticleView(ROW, url, "p1", (), ("السبت",), SEGMENTS, (HOSTILE,), ("ضفاف",), (), STORY_ROW, (ROW,), ())

    def entity(self, entity_id: str) -> EntityView | None:
        role = (("المتحدث", EVIDENCE),)
        return EntityView(
            "w1", "سامر الفارس", "PER", None, "NE", ("سامر",), role, (UTTERANCE,), (HAPPENING,), (ROW,), (), (ABOUT,)
        )

    def state(self) -> str:
        return "as ever"

    def search(self, text: str, limit: int = 30) -> tuple[SearchHit, ...]:
        return (SearchHit(ROW, TEXT, ((1, 4),), 1.0, "s1"),)


PATHS = ["/", "/story/s1", "/article/a1?at=26-41", "/entity/w1", "/search?q=%D9%82%D8%AA%D9%84"]


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(create_app(Shelf()))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_in_both_languages(client: TestClient, path: str, lang: str) -> None:
    answer = client.get(path + ("&" if "?" in path else "?") + f"lang={lang}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", PATHS)
def test_hostile_text_is_text(client: TestClient, path: str) -> None:
    html = client.get(path).text
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in html
    assert "javascript:" not in html
    assert "مقلوب49" not in html


@pytest.mark.parametrize("path", PATHS)
def test_no_external_address(client: TestClient, path: str) -> None:
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', client.get(path).text)


def test_found_words_are_marked_once(client: TestClient) -> None:
    html = client.get("/article/a1?at=26-41").text
    assert html.count('id="found"') == 1


def test_highlights_give_the_text_back(client: TestClient) -> None:
    html = client.get("/article/a1").text
    reading = re.search(r'<div class="reading"[^>]*>(.*?)</div>', html, re.S)
    assert reading is not None
    assert re.sub(r"<[^>]+>", "", reading[1]).strip() == TEXT


def test_unknown_things_are_404_pages(client: TestClient) -> None:
    for path in ("/story/none", "/nowhere", "/story/%2e%2e%2fetc"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert 'dir="rtl"' in answer.text


def test_search_survives_any_query(client: TestClient) -> None:
    for query in ('"', "NEAR(", "\x00", "a" * 400, "«»"):
        assert client.get("/search", params={"q": query}).status_code == 200


def test_a_report_is_one_file() -> None:
    for language in ("ar", "en"):
        html = story_report(STORY, language)  # type: ignore[arg-type]
        assert "<script" not in html
        assert not re.findall(r'(?:src|href)="', html.replace('href="#', ""))
        assert 'url("data:font/woff2' in html
