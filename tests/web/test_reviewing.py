"""Reviewing in the browser: shut without its token, safe from other sites, and every decision kept and taken back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tawatur.lexicon.bundle import load_lexicons
from tawatur.store import SqliteStore, open_store
from tawatur.views import StoreSource
from tawatur.web import create_app
from tawatur.web.api import create_api
from tawatur.web.review import Desk

BASE = "http://testserver"
HERE = {"Origin": BASE}


@pytest.fixture
def store(tmp_path: Path, demo_db: Path) -> Iterator[SqliteStore]:
    shutil.copy(demo_db, tmp_path / "demo.db")
    with open_store(tmp_path / "demo.db") as opened:
        yield opened


@pytest.fixture
def desk(store: SqliteStore) -> Desk:
    return Desk(store, load_lexicons, "token-of-the-test", "محررة")


@pytest.fixture
def stranger(store: SqliteStore, desk: Desk) -> TestClient:
    source = StoreSource(store)
    api = create_api(source, tokens=frozenset({desk.token}), keep=desk.keep)
    return TestClient(create_app(source, api, desk), follow_redirects=False)


@pytest.fixture
def client(stranger: TestClient, desk: Desk) -> TestClient:
    answer = stranger.get("/review/open", params={"token": desk.token})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert desk.token not in cookie
    return stranger


def form_of(client: TestClient, desk: Desk, **changes: str) -> dict[str, str]:
    """The first form of the queue, filled in."""
    html = client.get("/review").text
    form = re.search(r'<form class="judge".*?</form>', html, re.S)
    assert form is not None
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    assert fields["secret"] == desk.form
    return {**fields, "judgement": "accept", **changes}


def test_without_the_token_there_is_nothing_to_write_with(stranger: TestClient, desk: Desk) -> None:
    assert stranger.get("/review/state").status_code == 403
    for path in ("/review", "/review/history", "/review/open", "/review/open?token=guess"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert desk.form not in answer.text
        assert "set-cookie" not in answer.headers
    for path in ("/review", "/review/undo", "/review/entities", "/review/build"):
        assert stranger.post(path, data={"secret": desk.form}, headers=HERE).status_code == 403
    page = stranger.get("/")
    assert "script" not in page.headers["content-security-policy"]
    assert "/review" not in page.text


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
     {"Origin": BASE, "Sec-Fetch-Site": "same-site"}, {"Origin": "http://testserver.evil.example"}],
)  # fmt: skip
def test_other_sites_cannot_write(client: TestClient, desk: Desk, store: SqliteStore, headers: dict[str, str]) -> None:
    fields = form_of(client, desk)
    assert client.post("/review", data=fields, headers=headers).status_code == 403
    assert store.reviews.history() == ()


def test_a_form_needs_its_secret(client: TestClient, desk: Desk, store: SqliteStore) -> None:
    for secret in ("", "guess", desk.session):
        assert client.post("/review", data=form_of(client, desk, secret=secret), headers=HERE).status_code == 403
    assert store.reviews.history() == ()


def test_a_judgement_is_kept_shown_and_taken_back(client: TestClient, desk: Desk, store: SqliteStore) -> None:
    fields = form_of(client, desk, judgement="correct", type="AID", status="denied", at="3")
    answer = client.post("/review", data=fields, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?told=correct#i3")
    (kept,) = store.reviews.history()
    assert (kept.who, dict(kept.changes)) == ("محررة", {"type": "AID", "status": "denied"})
    assert not store.stories_are_current()
    history = client.get("/review/history").text
    assert "مساعدة" in history
    assert re.search(r'<time datetime="[^"]+">\d+ \w+ \d{4} <bdi dir="ltr">\d\d:\d\d UTC</bdi></time>', history)
    assert form_of(client, desk)["start"] + form_of(client, desk)["article"] != fields["start"] + fields["article"]
    undone = client.post("/review/undo", data={"secret": desk.form, "back": "/review"}, headers=HERE)
    assert undone.headers["location"] == "/review?told=undone"
    assert store.reviews.history()[0].undone
    assert form_of(client, desk)["start"] == fields["start"]


def test_entities_are_merged_and_taken_apart_again(client: TestClient, desk: Desk, store: SqliteStore) -> None:
    one, other = (e.id for e in list(store.list_entities())[:2])
    before = len(list(store.list_entities()))
    fields = {"secret": desk.form, "back": f"/entity/{one}", "verdict": "same", "one": one, "other": other}
    assert client.post("/review/entities", data=fields, headers=HERE).status_code == 303
    assert "/review/build" in client.get(f"/entity/{one}").text
    assert client.get("/review/state").json() == {"state": "rest", "stale": True}
    answer = client.post("/review/build", data={"secret": desk.form}, headers=HERE)
    assert answer.headers["location"] == "/review?told=building"
    assert desk.rebuilding.wait(600)
    assert client.get("/review/state").json() == {"state": "rest", "stale": False}
    assert len(list(store.list_entities())) < before
    client.post("/review/undo", data={"secret": desk.form}, headers=HERE)
    client.post("/review/build", data={"secret": desk.form}, headers=HERE)
    assert desk.rebuilding.wait(600)
    assert len(list(store.list_entities())) == before


@pytest.mark.parametrize("back", ["//evil.example/", "http://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_leads_back_to_this_site_alone(client: TestClient, desk: Desk, back: str) -> None:
    answer = client.post("/review/undo", data={"secret": desk.form, "back": back}, headers=HERE)
    assert answer.headers["location"] == "/review?told=nothing"


@pytest.mark.parametrize(
    "changes",
    [{"layer": "page"}, {"judgement": "love"}, {"start": "-1"}, {"start": "x"}, {"article": "none"},
     {"judgement": "correct", "type": "WEDDING"}],
)  # fmt: skip
def test_what_cannot_be_kept_is_told(
    client: TestClient, desk: Desk, store: SqliteStore, changes: dict[str, str]
) -> None:
    answer = client.post("/review", data=form_of(client, desk, **changes), headers=HERE)
    assert answer.status_code in {404, 422}
    assert 'dir="rtl"' in answer.text
    assert store.reviews.history() == ()


def test_a_reviewers_pages_run_one_script_of_this_site(client: TestClient) -> None:
    for path in ("/", "/review", "/review/history"):
        answer = client.get(path)
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/static/review.js" defer>']
    assert "<script" not in client.get("/review?keys=off").text


def test_the_api_keeps_decisions_too(stranger: TestClient, desk: Desk, store: SqliteStore) -> None:
    article, number = store.reviews.waiting("statement", limit=1)[0]
    reading = store.reading(article)
    assert reading is not None
    start, end = reading.statements[number].content
    told = {"layer": "statement", "article": article, "start": start, "end": end, "judgement": "reject"}
    bearer = {"Authorization": f"Bearer {desk.token}"}
    assert stranger.post("/api/v1/reviews", json=told, headers=bearer).status_code == 204
    assert [r.judgement for r in store.reviews.history()] == ["reject"]
    assert stranger.post("/api/v1/reviews", json={**told, "start": 10**7}, headers=bearer).status_code == 404
    assert stranger.post("/api/v1/reviews", json=told).status_code == 401
