"""What the HTTP API says of requests that are not understood, and of what is not there."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tawatur.views.wording import codes

PREFIX = "/api/v1"


@pytest.mark.parametrize("query", ['"', "NEAR(", "\x00", "a" * 500, "«»", "' OR 1=1 --", "%", "*", "\u202e", ""])
@pytest.mark.parametrize("where", ["/search?q=", "/entities?name=", "/stories/", "/timeline?story="])
def test_no_words_of_a_client_break_a_query(client: TestClient, where: str, query: str) -> None:
    answer = client.get(PREFIX + where + quote(query, safe=""))
    assert answer.status_code in {200, 307, 404, 422}


@pytest.mark.parametrize(
    "request_",
    [
        "/stories?limit=0",
        "/stories?limit=201",
        "/stories?offset=-1",
        "/stories?offset=9999999",
        "/timeline",
        "/search?happened_from=yesterday",
        "/search?published_to=0",
        "/search/statements?status=sure",
        "/search/statements?type=ASSAULT",
        "/search/happenings?type=deny",
        "/search?type=nothing",
        "/search/happenings?least_known=-1",
        "/search?q=" + "a" * 501,
        "/exports/xlsx?story=s",
        "/evidence?source=a&start=x&end=2",
        "/stories/" + "a" * 1001,
    ],
)
def test_what_is_not_understood_is_told(client: TestClient, request_: str) -> None:
    answer = client.get(PREFIX + request_)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["where"]


def test_a_value_that_is_none_is_told_those_allowed(client: TestClient) -> None:
    def fault(request: str) -> str:
        return str(client.get(PREFIX + request).json()["errors"][0]["fault"])

    assert all(code in fault("/search?type=x") for code in codes("type"))
    told = fault("/search/statements?type=x")
    assert all(code in told for code in (*codes("stance"), "direct", "indirect", "mixed"))
    assert all(code in fault("/search?status=sure") for code in codes("status"))


def test_words_for_codes_are_understood(client: TestClient) -> None:
    by_code = client.get(PREFIX + "/search/statements?type=deny").json()["items"]
    for word in ("ينفي", "نفي", "denies"):
        assert client.get(PREFIX + "/search/statements", params={"type": word}).json()["items"] == by_code


@pytest.mark.parametrize("path", ["/search", "/search/statements", "/search/happenings"])
def test_names_that_nothing_has_are_told(client: TestClient, path: str) -> None:
    names = {"outlet": "صحيفة لا وجود لها", "origin": "وكالة لا وجود لها", "entity": "من لا وجود له"}
    for name, value in names.items():
        page = client.get(PREFIX + path, params={"q": "أغاديز", name: value}).json()
        assert (page["items"], page["unknown"]) == ([], [value])
    assert client.get(PREFIX + path, params={"q": "كلمةلاترد"}).json()["unknown"] == []


@pytest.mark.parametrize(
    "request_", ["/stories/none", "/readings/x%2Fy", "/timeline?story=none", "/statements-by?entity=none", "/nowhere"]
)
def test_what_is_not_there_is_told(client: TestClient, request_: str) -> None:
    answer = client.get(PREFIX + request_)
    assert (answer.status_code, answer.json()["title"]) == (404, "Not Found")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "etag" not in answer.headers
