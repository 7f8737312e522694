"""The HTTP API: as its OpenAPI document says, cheap to ask again, no harm from what is asked or what pages hold."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from fastapi.testclient import TestClient
from tests.api.write_examples import DOCUMENT, cut, requests_for

from tawatur.store import StoreBusy, open_store
from tawatur.views import StoreSource
from tawatur.web import create_app
from tawatur.web.api import create_api
from tawatur.web.api.examples import all_examples
from tawatur.web.api.reviewing import Decision

PREFIX = "/api/v1"
DECISION = {"layer": "event", "article": "a1", "start": 0, "end": 4, "judgement": "correct",
            "changes": {"status": "denied"}}  # fmt: skip


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(PREFIX + "/openapi.json").json()
    return found


@pytest.fixture(scope="module")
def requests(source: StoreSource) -> dict[str, str]:
    return requests_for(source)


def _schema_of(document: dict[str, Any], path: str) -> dict[str, Any]:
    known = document["paths"].get(path) or document["paths"]["/" + path.split("/")[1] + "/{id}"]
    found: dict[str, Any] = known["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return {**found, "components": document["components"]}


def test_every_answer_and_every_example_fits_the_document(
    client: TestClient, document: dict[str, Any], requests: dict[str, str]
) -> None:
    assert set(all_examples()) == set(requests)
    for name, request in requests.items():
        answer = client.get(PREFIX + request)
        assert answer.status_code == 200, (name, answer.text)
        shape = _schema_of(document, request.split("?")[0])
        for instance in (answer.json(), all_examples()[name]):
            jsonschema.validate(instance, shape, cls=jsonschema.Draft202012Validator)


def test_every_endpoint_is_documented_with_an_arabic_example(document: dict[str, Any]) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for path, methods in document["paths"].items():
        assert f"{PREFIX}{path.split('{')[0]}" in text, path
        assert all(method["description"] for method in methods.values())
    for name, example in all_examples().items():
        assert json.dumps(example, ensure_ascii=False, indent=1) in text, "python -m tests.api.write_examples"
        assert name in {"about"} or re.search("[\u0621-\u064a]", json.dumps(example, ensure_ascii=False))


def test_the_examples_have_the_fields_of_today(client: TestClient, requests: dict[str, str]) -> None:
    for name, request in requests.items():
        assert set(cut(client.get(PREFIX + request).json())) == set(all_examples()[name]), (
            "python -m tests.api.write_examples"
        )


def test_head_is_get_without_the_body(client: TestClient) -> None:
    for path in ("/stories?limit=2", "/openapi.json", "/search?q=x", "/stories/none", "/stories?limit=0"):
        head, whole = client.head(PREFIX + path), client.get(PREFIX + path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert dict(head.headers) == dict(whole.headers)


# Lists


@pytest.mark.parametrize("name", ["stories", "articles", "utterances", "happenings", "articles-of"])
def test_pages_give_the_whole_list_once(client: TestClient, requests: dict[str, str], name: str) -> None:
    address: str | None = PREFIX + requests[name].replace("limit=1", "limit=3")
    whole = client.get(PREFIX + requests[name].replace("limit=1", "limit=200")).json()["items"]
    found: list[Any] = []
    while address:
        answer = client.get(address)
        page = answer.json()
        assert len(page["items"]) <= 3
        assert (page["next"] is not None) == ("link" in answer.headers)
        found += page["items"]
        address = page["next"]
    assert found == whole
    assert len(found) > 1


def test_search_is_arabic(client: TestClient) -> None:
    for query in ("القافلة", "قَافِلَة", "قافله"):
        assert client.get(PREFIX + "/search", params={"q": query}).json()["items"], query
    page = client.get(PREFIX + "/search", params={"q": "أغاديز", "limit": 2}).json()
    assert page["next"].startswith(PREFIX + "/search?q=%D8")
    assert client.get(page["next"]).json()["items"]


def test_searches_are_narrowed(client: TestClient) -> None:
    def found(path: str, **params: str) -> list[Any]:
        items: list[Any] = client.get(PREFIX + path, params=params).json()["items"]
        return items

    assert {h["type"] for h in found("/search/happenings", type="ASSAULT")} == {"ASSAULT"}
    assert all(h["count"]["known"] >= 2 for h in found("/search/happenings", least_known="2"))
    assert {s["about"]["stance"] for s in found("/search/statements", type="deny")} == {"deny"}
    assert found("/search") == []
    every = found("/search", q="أغاديز", limit="200")
    some = found("/search", q="أغاديز", limit="200", published_from="2025-07-07")
    assert 0 < len(some) < len(every)
    assert found("/search", q="أغاديز", outlet="لا وجود له") == []
    page = client.get(PREFIX + "/search/happenings", params={"type": "ASSAULT", "limit": "1"}).json()
    assert "type=ASSAULT" in page["next"]


# Evidence


def test_evidence_is_the_exact_words_and_their_page(client: TestClient, requests: dict[str, str]) -> None:
    story = client.get(PREFIX + requests["story"]).json()
    evidence = story["happenings"][0]["reports"][0]["evidence"]
    place = {"source": evidence["article"], "start": evidence["start"], "end": evidence["end"]}
    found = client.get(PREFIX + "/evidence", params=place).json()
    text = client.get(PREFIX + "/readings/" + quote(evidence["article"])).json()["text"]
    assert found == evidence
    assert found["exact"] == text[evidence["start"] : evidence["end"]]
    words = {"source": evidence["page"], "start": evidence["page_start"], "end": evidence["page_end"]}
    assert evidence["exact"].startswith(client.get(PREFIX + "/evidence", params=words).json()["exact"])


def test_places_outside_a_text_are_not_there(client: TestClient, requests: dict[str, str]) -> None:
    article = client.get(PREFIX + "/articles").json()["items"][0]["id"]
    for start, end in ((5, 5), (9, 2), (0, 10**8)):
        answer = client.get(PREFIX + "/evidence", params={"source": article, "start": start, "end": end})
        assert answer.status_code == 404


# Asking again


def test_an_unchanged_store_answers_without_the_data(client: TestClient, requests: dict[str, str]) -> None:
    marks = set()
    for request in requests.values():
        mark = client.get(PREFIX + request).headers["etag"]
        for known in (mark, f'"other", W/{mark}'):
            again = client.get(PREFIX + request, headers={"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
        assert client.get(PREFIX + request, headers={"If-None-Match": '"other"'}).status_code == 200
        marks.add(mark)
    assert len(marks) == len(requests)


def test_the_mark_changes_with_the_store(demo_db: Path, tmp_path: Path) -> None:
    shutil.copy(demo_db, tmp_path / "copy.db")
    with open_store(tmp_path / "copy.db") as store:
        source = StoreSource(store)
        client = TestClient(create_api(source))
        first = client.get("/stories").headers["etag"]
        assert client.get("/stories").headers["etag"] == first
        store.replace_stories(store.stories())
        second = client.get("/stories").headers["etag"]
        store.forget("article", source.articles(1)[0].id)
        third = client.get("/stories").headers["etag"]
    assert len({first, second, third}) == 3


# Twins


def test_every_page_has_a_twin(client: TestClient, requests: dict[str, str]) -> None:
    story = requests["story"].removeprefix("/stories/")
    article = requests["article"].removeprefix("/articles/")
    person = requests["entity"].removeprefix("/entities/")
    pairs = {
        f"/story/{story}": requests["story"],
        f"/article/{article}": requests["article"],
        f"/entity/{person}": requests["entity"],
    }
    for page, same in pairs.items():
        assert client.get(page).headers["content-type"].startswith("text/html")
        twin = client.get(page + ".json")
        assert twin.json() == client.get(PREFIX + same).json()
        assert client.get(page + ".json", headers={"If-None-Match": twin.headers["etag"]}).status_code == 304
    assert client.get("/stories.json").json() == client.get(PREFIX + "/stories").json()["items"]
    assert client.get("/search.json", params={"q": "قافلة"}).json()
    assert client.get("/entities.json").json() == client.get(PREFIX + "/entities").json()["items"]
    assert client.get("/entities.json", params={"q": "هالفورسن"}).json()[0]["label"]
    assert all(outlet["articles"] for outlet in client.get("/outlets.json").json())
    assert set(client.get("/help.json").json()) == {"steps", "signs", "sections"}
    for path in ("/story/none.json", "/nowhere.json"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


# Writing


def test_a_server_without_tokens_only_reads(client: TestClient) -> None:
    assert client.post(PREFIX + "/reviews", json=DECISION).status_code == 401
    any_token = {"Authorization": "Bearer any"}
    assert client.post(PREFIX + "/reviews", json=DECISION, headers=any_token).status_code == 403
    for path in ("/stories", "/about"):
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            answer = client.request(method, PREFIX + path)
            assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")


def test_a_decision_needs_a_token(source: StoreSource) -> None:
    kept: list[Decision] = []
    api = TestClient(create_api(source, tokens=frozenset({"سر-one", "two"}), keep=kept.append))
    for headers in ({}, {"Authorization": "Bearer three"}, {"Authorization": "Basic two"}, {"Authorization": "two"}):
        answer = api.post("/reviews", json=DECISION, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert not kept
    assert api.post("/reviews", json=DECISION, headers={"Authorization": "Bearer two"}).status_code == 204
    assert [decision.judgement for decision in kept] == ["correct"]
    closed = TestClient(create_api(source, tokens=frozenset({"two"})))
    assert closed.post("/reviews", json=DECISION, headers={"Authorization": "Bearer two"}).status_code == 501


# Harm


def test_hostile_pages_are_harmless_data(hostile_db: Path) -> None:
    with open_store(hostile_db) as store:
        source = StoreSource(store)
        client = TestClient(create_app(source, create_api(source)))
        row = client.get(PREFIX + "/articles").json()["items"][0]
        for path in ("/readings/", "/articles/"):
            answer = client.get(PREFIX + path + quote(row["id"], safe=""))
            assert answer.status_code == 200
            assert "<" not in answer.text
            assert not re.search("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]", answer.text)
            assert "<script>" in json.dumps(answer.json())
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("error", [StoreBusy("locked"), sqlite3.OperationalError("disk I/O error at /secret/path")])
def test_a_store_that_cannot_answer_is_told_without_its_secrets(source: StoreSource, error: Exception) -> None:
    class Broken(StoreSource):
        def __init__(self) -> None:
            pass

        def state(self) -> str:
            raise error

    answer = TestClient(create_api(Broken())).get("/stories")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "secret" not in answer.text


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet", "annotations", "ftm", "plover"])
def test_a_story_is_taken_out(client: TestClient, requests: dict[str, str], format: str) -> None:
    story = requests["story"].removeprefix("/stories/")
    answer = client.get(f"{PREFIX}/exports/{format}", params={"story": story, "bom": True})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="tawatur')
    assert (
        hashlib.sha256(answer.content).digest()
        == hashlib.sha256(
            client.get(f"{PREFIX}/exports/{format}", params={"story": story, "bom": True}).content
        ).digest()
    )
    assert client.get(f"{PREFIX}/exports/{format}", params={"story": "none"}).status_code == 404
