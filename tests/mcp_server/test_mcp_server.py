"""The MCP server, asked by the SDK's own client: it only reads, and what pages say is marked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.shared.memory import create_connected_server_and_client_session

from tawatur import __version__
from tawatur.mcp_server import create_server
from tawatur.mcp_server.quoting import MOST_LETTERS, NOTICE, marked, quoted
from tawatur.store import open_store
from tawatur.views import StoreSource

Call = Callable[..., Any]


def _caller(source: StoreSource) -> Call:
    server = create_server(source)

    def call(tool: str, **arguments: Any) -> Any:
        async def ask() -> Any:
            async with create_connected_server_and_client_session(server) as session:
                return await session.call_tool(tool, arguments)

        return anyio.run(ask)

    return call


@pytest.fixture(scope="module")
def call(demo_db: Path) -> Iterator[Call]:
    with open_store(demo_db) as store:
        yield _caller(StoreSource(store))


@pytest.fixture(scope="module")
def hostile(hostile_db: Path) -> Iterator[Call]:
    with open_store(hostile_db) as store:
        yield _caller(StoreSource(store))


def result(answer: Any) -> Any:
    assert not answer.isError, answer.content
    assert json.loads(answer.content[0].text) == answer.structuredContent
    assert answer.structuredContent["notice"] == NOTICE
    return answer.structuredContent["result"]


def test_every_tool_only_reads_and_says_what_it_does(demo_db: Path) -> None:
    with open_store(demo_db) as store:
        server = create_server(StoreSource(store))

        async def ask() -> Any:
            async with create_connected_server_and_client_session(server) as session:
                begun = await session.initialize()
                return begun, (await session.list_tools()).tools

        begun, tools = anyio.run(ask)
        instructions = begun.instructions
    assert (begun.serverInfo.name, begun.serverInfo.version) == ("tawatur", __version__)
    assert NOTICE in instructions
    names = {
        "stories",
        "story",
        "timeline",
        "disagreements",
        "search",
        "find_entity",
        "statements_of_entity",
        "evidence",
    }
    assert {tool.name for tool in tools} == names
    for tool in tools:
        assert tool.annotations.readOnlyHint
        assert not tool.annotations.destructiveHint
        assert len(tool.description) > 40


def test_searches_are_narrowed(call: Call) -> None:
    happenings = result(call("search", query="هجوم", of="happenings", type="ASSAULT", least_known=2))["items"]
    assert happenings
    assert all(h["type"] == "ASSAULT" and h["known"] >= 2 for h in happenings)
    denials = result(call("search", query="", of="statements", type="deny", published_from="2025-07-01"))["items"]
    assert denials
    assert {d["stance"] for d in denials} == {"deny"}
    assert (
        result(call("search", query="", of="statements", type="ينفي", published_from="2025-07-01"))["items"] == denials
    )


def test_names_that_nothing_has_are_told_with_names_near_them(call: Call) -> None:
    found = result(call("search", query="أغاديز", outlet="لا وجود له"))
    assert found["items"] == []
    assert found["unknown"] == [{"name": {"untrusted": "لا وجود له"}, "near": []}]
    near = result(call("search", query="", origin="غارب", of="statements", type="deny"))
    assert all(entry["near"] for entry in near.get("unknown", []))


def test_a_type_that_is_none_is_told_those_allowed(call: Call) -> None:
    for of, code in (("happenings", "ASSAULT"), ("articles", "PROTEST"), ("statements", "deny")):
        answer = call("search", query="x", of=of, type="nothing")
        assert answer.isError
        assert code in answer.content[0].text


def test_from_a_question_to_the_words(call: Call) -> None:
    hits = result(call("search", query="قافلة أغاديز", limit=2))
    assert len(hits["items"]) == 2
    assert hits["next_offset"] == 2
    story = result(call("story", id=hits["items"][0]["story"]))
    assert story["count"]["known"] >= 1
    line = result(call("timeline", story=story["id"], limit=3))["items"]
    words = line[0]["reports"][0]["evidence"]
    again = result(call("evidence", article=words["article"], start=words["start"], end=words["end"]))
    assert again == words
    assert words["page"]


def test_both_sides_of_a_disagreement_with_their_sources(call: Call) -> None:
    story = result(call("stories", limit=1))["items"][0]["id"]
    found = result(call("disagreements", story=story))["items"]
    assert any(len(one["sides"]) > 1 for one in found)
    assert all(side["reports"][0]["evidence"]["exact"]["untrusted"] for one in found for side in one["sides"])


def test_who_says_what(call: Call) -> None:
    person = result(call("find_entity", name="غاربا"))["items"][0]
    said = result(call("statements_of_entity", entity=person["id"]))
    assert said["items"][0]["wordings"][0]["chain"][-1]["kind"] == "outlet"
    place = result(call("find_entity", name="النرويج"))["items"][0]["id"]
    assert result(call("statements_of_entity", entity=place, about=True))["items"]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("story", {"id": "none"}),
        ("timeline", {"story": "none"}),
        ("statements_of_entity", {"entity": "none"}),
        ("evidence", {"article": "none", "start": 0, "end": 5}),
        ("evidence", {"article": "none", "start": 0, "end": 10**6}),
        ("search", {"query": "x", "limit": 0}),
        ("search", {"query": "x", "of": "cats"}),
        ("search", {"query": "x", "status": "sure"}),
        ("search", {"query": "x", "happened_from": "yesterday"}),
        ("search", {"query": "x" * 501}),
        ("stories", {"limit": 51}),
    ],
)
def test_what_is_not_there_or_not_allowed_is_an_error_in_words(call: Call, tool: str, arguments: Any) -> None:
    answer = call(tool, **arguments)
    assert answer.isError
    assert "Traceback" not in answer.content[0].text


@pytest.mark.parametrize("query", ['"', "NEAR(", "\x00", "«»", "' OR 1=1", ""])
def test_no_query_breaks_a_search(call: Call, query: str) -> None:
    assert isinstance(result(call("search", query=query))["items"], list)


def _strings(value: Any, quoted_here: bool = False) -> Iterator[tuple[str, bool]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, key == "untrusted")
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, quoted_here)
    elif isinstance(value, str):
        yield value, quoted_here


def test_every_word_of_a_page_is_marked(call: Call) -> None:
    story = result(call("stories", limit=1))["items"][0]["id"]
    for answer in (call("story", id=story), call("timeline", story=story), call("disagreements", story=story)):
        plain = [text for text, marked_here in _strings(result(answer)) if not marked_here]
        assert plain
        assert not [text for text in plain if any("\u0600" <= letter <= "\u06ff" for letter in text)]


def test_orders_on_a_page_stay_quotations(hostile: Call) -> None:
    answer = hostile("search", query="القافلة")
    item = result(answer)["items"][0]
    assert item["title"]["untrusted"].startswith("=HYPERLINK")
    raw = answer.content[0].text
    assert not [c for c in raw if c in "\u202e\u202c" or "\U000e0000" <= c <= "\U000e007f"]
    whole = result(hostile("evidence", article=item["article"], start=0, end=60))
    assert "\\u202e" in whole["exact"]["untrusted"] + whole["after"]["untrusted"]


def test_quotations_are_bounded() -> None:
    assert len(quoted("م" * 10_000)) < MOST_LETTERS + 10
    assert marked({"new_field": "نص", "id": "s1"}) == {"new_field": {"untrusted": "نص"}, "id": "s1"}
