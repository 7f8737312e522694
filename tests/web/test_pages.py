"""Web pages over hand-made views: right to left, both languages, hostile text harmless, headers strict."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from tawatur.store import NO_FILTERS, Filters, OutletTotals
from tawatur.views import Wanted
from tawatur.views.original import OriginalView, PageLine
from tawatur.views.outlet import OutletView, ReprintView, SourceRow
from tawatur.views.overview import ActiveStory, Overview
from tawatur.views.values import (
    AboutView,
    ArticleRow,
    ArticleView,
    CountView,
    DaysView,
    DenialView,
    DisagreementView,
    EntityRow,
    EntityView,
    EvidenceView,
    HappeningView,
    LinkView,
    Mark,
    MeasureView,
    PartyView,
    ReportView,
    RoleView,
    SayingView,
    SearchHit,
    Segment,
    SideView,
    StatementFound,
    StoryRow,
    StoryView,
    UtteranceView,
)
from tawatur.views.wording import word
from tawatur.web import create_app
from tawatur.web.rendering import apart
from tawatur.web.report import story_report
from tawatur.web.wordings import say

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
MEASURES = (MeasureView("killed", 14, 16, ">", HOSTILE), MeasureView("killed", 17, 17, "=", "17"))
REPORT = ReportView(EVIDENCE, "alleged", CHAIN, DAY, "أغاديز", ("14 قتيلا",), (PartyView("سامر الفارس", "w1"),), DAY,
                    MEASURES)  # fmt: skip
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


OUTLET = OutletView(
    HOSTILE, 3, None, None, (ROW,), ((ROW, (HOSTILE,)),), (ReprintView(ROW, "near", HOSTILE, (ROW,)),),
    (SourceRow(HOSTILE, None, 2),), (SourceRow("سامر الفارس", "w1", 1),), (HAPPENING,), (ROW,),
)  # fmt: skip
ORIGINAL = OriginalView("p1", HOSTILE, "javascript:alert(1)", None, (PageLine(HOSTILE, "headline", HOSTILE, True),))


class Shelf:
    """A source that holds one of each."""

    def stories(self, limit: int = 100, offset: int = 0) -> tuple[StoryRow, ...]:
        return (STORY_ROW,)

    def overview(self, text: str = "", order: str = "active", filters: Filters = NO_FILTERS, limit: int = 50,
                 offset: int = 0) -> Overview:  # fmt: skip
        return Overview((ActiveStory(STORY_ROW, ((date(2025, 7, 5), 2), (date(2025, 7, 9), 1))),), 100)

    def story(self, story_id: str) -> StoryView | None:
        return STORY if story_id == "s1" else None

    def happening(self, happening_id: str) -> HappeningView | None:
        return HAPPENING if happening_id == "h1" else None

    def stories_with(self, happening_id: str) -> tuple[StoryRow, ...]:
        return (STORY_ROW,)

    def stories_naming(self, entity_id: str) -> tuple[StoryRow, ...]:
        return (STORY_ROW,)

    def article(self, article_id: str, rejected: bool = False) -> ArticleView | None:
        url = "javascript:alert(1)"
        return ArticleView(ROW, url, "p1", (), ("السبت",), SEGMENTS, (HOSTILE,), ("ضفاف",), (), STORY_ROW, (ROW,), ())

    def original(self, article_id: str) -> OriginalView | None:
        return ORIGINAL

    def entity(self, entity_id: str) -> EntityView | None:
        role = (("المتحدث", EVIDENCE),)
        days = (RoleView(HOSTILE, date(2025, 7, 5), None, 2, EVIDENCE), RoleView("قائد", None, None, 1, EVIDENCE))
        return EntityView("w1", "سامر الفارس", "PER", None, "NE", ("سامر", HOSTILE), role, (UTTERANCE,), (HAPPENING,),
                          (ROW,), (), (ABOUT,), days)  # fmt: skip

    def entities(self, limit: int | None = 100, offset: int = 0) -> tuple[EntityRow, ...]:
        return (EntityRow("w1", HOSTILE, "PER", HOSTILE, None, (HOSTILE,), 3),)

    def named(self, name: str, limit: int = 20) -> tuple[EntityRow, ...]:
        return self.entities()

    def outlets(self) -> tuple[OutletTotals, ...]:
        return (OutletTotals(HOSTILE, 3, date(2025, 7, 5), None),)

    def outlet(self, name: str) -> OutletView | None:
        return OUTLET if name in (HOSTILE, "الصدى") else None

    def state(self) -> str:
        return "as ever"

    def search(self, wanted: Wanted | str) -> tuple[SearchHit, ...]:
        return (SearchHit(ROW, TEXT, ((1, 4),), 1.0, "s1"),)

    def search_statements(self, wanted: Wanted | str) -> tuple[StatementFound, ...]:
        return (StatementFound(ROW, ABOUT, ((0, 2),), 1.0, "s1"),)

    def search_happenings(self, wanted: Wanted | str) -> tuple[HappeningView, ...]:
        return (HAPPENING,)


PATHS = [
    "/", "/?q=%3Cscript%3E&entity=%22%3E%3Cimg%20src%3Dx%3E&order=known&happened_from=2025-07-01", "/story/s1",
    "/happening/h1", "/article/a1?at=26-41", "/article/a1?beside=page&hide=name,%22%3E%3Cscript%3E", "/entity/w1",
    "/entities", "/entities?q=%3Cscript%3E", "/outlets", "/outlet/%D8%A7%D9%84%D8%B5%D8%AF%D9%89",
    "/search?q=%D9%82%D8%AA%D9%84", "/search?q=x&of=statements&type=deny&exact=1", "/search?of=happenings&origin=x",
    "/help",
]  # fmt: skip


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
    assert "style=" not in client.get(path).text


def test_found_words_are_marked_once(client: TestClient) -> None:
    html = client.get("/article/a1?at=26-41").text
    assert html.count('id="found"') == 1


def test_a_story_answers_at_its_top(client: TestClient) -> None:
    """What happened, how many origins, what is disputed and who denies stand before anything else of a story."""
    page = client.get("/story/s1").text
    top = page[page.index('class="sheet answer"') : page.index('class="toc"')]
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", top)).replace("\u00a0", " ")
    for key in ("what_happened", "how_many", "what_differs", "who_denies"):
        assert say(key, "ar") in told
    assert "مصدران مستقلان معروفان" in told
    assert "14 / 17" in told
    assert 'href="#h1"' in top
    assert 'href="#d1"' in top
    assert say("no_denial", "ar") in told


def test_a_denial_is_told_at_the_top_with_its_way(client: TestClient) -> None:
    denial = DenialView("u1", PartyView("سامر الفارس", "w1"), DAY, (SAYING,))
    told = story_report(replace(STORY, denials=(denial,)))
    top = told[told.index('class="sheet answer"') : told.index('class="toc"')]
    assert 'href="#denial-u1"' in top
    assert "سامر الفارس" in top
    assert say("unnamed_outlet", "ar") in top
    assert say("no_denial", "ar") not in top


def test_who_is_not_named_is_called_so_and_long_lists_are_folded(client: TestClient) -> None:
    nobody = replace(UTTERANCE, speaker=PartyView(""))
    told = story_report(replace(STORY, utterances=(nobody,) * 17))
    assert told.count(say("not_named", "ar")) == 17
    assert f"{say('more_statements', 'ar')} (2)" in told


def test_a_search_tells_how_many_it_found(client: TestClient) -> None:
    assert "نتيجة واحدة" in client.get("/search?q=قتلوا").text.replace("\u00a0", " ")
    assert "1 result" in client.get("/search?q=قتلوا&lang=en").text.replace("\u00a0", " ")


def test_the_twin_of_a_search_takes_what_its_page_takes(client: TestClient) -> None:
    asked_for = "/search.json?of=statements&type=%D9%8A%D9%86%D9%81%D9%8A&least_known=1"
    found = client.get(asked_for)
    assert found.status_code == 200
    assert "saying" in found.json()[0]["about"]
    assert client.get("/search.json?of=happenings&q=x").json()[0]["id"] == "h1"
    assert client.get("/search.json").json() == []
    fault = client.get("/search.json?q=x&happened_from=2025-99-01")
    assert fault.status_code == 422
    assert "happened_from" in fault.json()["detail"]


@pytest.mark.parametrize(
    ("told", "made"),
    [
        ("the origin: ضفاف", '<bdi>the origin: <bdi lang="ar">ضفاف</bdi></bdi>'),
        ("both: سامر، جماعة «الواحة»", '<bdi>both: <bdi lang="ar">سامر، جماعة «الواحة»</bdi></bdi>'),
        ("7 chains go back to سامر", '<bdi>7 chains go back to <bdi lang="ar">سامر</bdi></bdi>'),
        ("3 سلاسل ترجع إلى سامر", '<bdi lang="ar">3 سلاسل ترجع إلى سامر</bdi>'),
        ("<b> & سامر", '<bdi>&lt;b&gt; &amp; <bdi lang="ar">سامر</bdi></bdi>'),
    ],
)
def test_arabic_in_a_sentence_keeps_its_own_direction(told: str, made: str) -> None:
    assert apart(told) == made


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


def test_an_address_without_a_page_says_why_and_where_to_go_on(client: TestClient) -> None:
    page = client.get("/nowhere")
    assert "قد يكون في العنوان خطأ" in page.text
    assert 'href="/entities"' in page.text


@pytest.mark.parametrize("path", ["/review", "/review/history", "/review/open?token=guess"])
def test_where_reviewing_is_off_its_addresses_say_how_it_is_opened(client: TestClient, path: str) -> None:
    for lang, told in (("ar", "المراجعة غير مفعّلة"), ("en", "Reviewing is off")):
        page = client.get(path, params={"lang": lang, "token": "guess"})
        assert page.status_code == 404
        assert told in page.text
        assert "--review" in page.text
        assert "قد يكون في العنوان خطأ" not in page.text
        assert '<form class="judge' not in page.text


@pytest.mark.parametrize("path", [*PATHS, "/nowhere", "/review", "/static/style.css", "/stories.json", "/favicon.ico"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, whole = client.head(path), client.get(path)
    assert head.content == b""
    assert head.status_code == whole.status_code
    assert dict(head.headers) == dict(whole.headers)


@pytest.mark.parametrize("key", ["show_rejected", "hide_rejected", "told_reject", "judged_none"])
def test_what_the_button_says_the_pages_say(key: str) -> None:
    assert say("reject", "ar") in say(key, "ar")
    assert say("reject", "ar") in word("judged", "reject", "ar")
    assert say("reject", "en").casefold() in say(key, "en")


def test_search_survives_any_query(client: TestClient) -> None:
    for query in ('"', "NEAR(", "\x00", "a" * 400, "«»"):
        assert client.get("/search", params={"q": query}).status_code == 200


def test_a_report_is_one_file() -> None:
    for language in ("ar", "en"):
        html = story_report(STORY, language)  # type: ignore[arg-type]
        assert "<script" not in html
        assert not re.findall(r'(?:src|href)="', html.replace('href="#', ""))
        assert 'url("data:font/woff2' in html
