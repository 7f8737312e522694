"""What reviewers judged: what they rejected is nowhere told as read, what they corrected stands corrected."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.store.invented import read_page

from tawatur.export import Wanted as Taken
from tawatur.export import export
from tawatur.mcp_server import tools
from tawatur.model import Span
from tawatur.store import Filters, SqliteStore, open_store
from tawatur.views import StoreSource, Wanted
from tawatur.views.values import HappeningView, ReportView, StoryView, UtteranceView
from tawatur.web import create_app
from tawatur.web.api import create_api


@pytest.fixture
def store(tmp_path: Path, demo_db: Path) -> Iterator[SqliteStore]:
    shutil.copy(demo_db, tmp_path / "demo.db")
    with open_store(tmp_path / "demo.db") as opened:
        yield opened


@pytest.fixture
def source(store: SqliteStore) -> StoreSource:
    return StoreSource(store)


def largest(source: StoreSource) -> StoryView:
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    return story


def judge(store: SqliteStore, happening: str, judgement: str, *changes: tuple[str, str]) -> None:
    """Judge the event of every report of a happening."""
    found = store.happening(happening)
    assert found is not None
    for report in found.reports:
        reading = store.reading(report.article)
        assert reading is not None
        store.reviews.judge("event", report.article, reading.events[report.event].trigger, judgement, "محررة", changes)  # type: ignore[arg-type]


def saying_of(utterance: UtteranceView) -> tuple[str, Span]:
    evidence = utterance.sayings[0].evidence
    return evidence.article, Span(evidence.start, evidence.end)


def once(source: StoreSource) -> tuple[HappeningView, ReportView]:
    """Return a happening told by one report."""
    happening = next(h for h in largest(source).happenings if len(h.reports) == 1 and h.count.articles == 1)
    return happening, happening.reports[0]


def test_a_rejected_happening_is_nowhere(store: SqliteStore, source: StoreSource) -> None:
    happening, report = once(source)
    before = source.stories(1)[0]
    judge(store, happening.id, "reject")
    assert source.happening(happening.id) is None
    story = largest(source)
    assert happening.id not in {h.id for h in story.happenings}
    assert source.stories(1)[0].happenings == before.happenings - 1
    assert happening.id not in {h.id for h in source.search_happenings(Wanted(filters=Filters(type=happening.type)))}
    for table in ("reports", "happenings"):
        assert happening.id.encode() not in b"".join(export(source, "jsonl", Taken(table)))
    assert happening.id.encode() not in b"".join(export(source, "plover", Taken()))
    answer = json.dumps(tools.story_timeline(source, story.id, 50, 0), ensure_ascii=False)
    assert happening.id not in answer
    client = TestClient(create_app(source, create_api(source)))
    assert client.get(f"/happening/{happening.id}").status_code == 404
    assert client.get(f"/api/v1/happenings/{happening.id}").status_code == 404
    read = client.get(f"/api/v1/readings/{report.evidence.article}").json()
    raw = client.get(f"/api/v1/readings/{report.evidence.article}?as_read=true").json()
    assert len(raw["events"]) > len(read["events"])
    assert "reject" in {r["judgement"] for r in read["reviews"]}


def test_a_report_that_is_rejected_takes_its_side_and_its_origin_with_it(
    store: SqliteStore, source: StoreSource
) -> None:
    disputed = next(h for h in largest(source).happenings if h.disagreements)
    found = store.happening(disputed.id)
    assert found is not None
    gone = set(found.disagreements[0].sides[0][1])
    for number in gone:
        report = found.reports[number]
        reading = store.reading(report.article)
        assert reading is not None
        store.reviews.judge("event", report.article, reading.events[report.event].trigger, "reject", "محررة")
    left = source.happening(disputed.id)
    assert left is not None
    assert len(left.reports) < len(disputed.reports)
    assert left.count.articles <= disputed.count.articles
    assert left.count.known <= disputed.count.known
    for view in left.disagreements:
        assert len(view.sides) > 1
        told = {(r.evidence.article, r.evidence.start) for side in view.sides for r in side.reports}
        assert told <= {(r.anchor.source, r.anchor.start) for n, r in enumerate(found.reports) if n not in gone}


def test_a_rejected_statement_is_found_only_where_it_is_asked_for(store: SqliteStore, source: StoreSource) -> None:
    utterance = next(u for u in largest(source).utterances if len(u.sayings) == 1 and u.speaker.entity)
    article, span = saying_of(utterance)
    store.reviews.judge("statement", article, span, "reject", "محررة")
    words = utterance.sayings[0].evidence.exact.split()
    wanted = Wanted(" ".join(words[:4]), 200)

    def places(asked: Wanted) -> set[tuple[str, int]]:
        return {
            (f.about.saying.evidence.article, f.about.saying.evidence.start) for f in source.search_statements(asked)
        }

    place = (article, span.start)
    assert place not in places(wanted)
    for judged in ("any", "reject"):
        shown = replace(wanted, filters=Filters(judged=judged))
        assert place in places(shown)
    assert place not in places(replace(wanted, filters=Filters(judged="accept")))
    assert source.utterance(utterance.id) is None
    assert utterance.id not in {u.id for u in largest(source).utterances}
    speaker = source.entity(utterance.speaker.entity or "")
    assert speaker is not None
    assert utterance.id not in {u.id for u in speaker.utterances}
    view = source.article(article)
    assert view is not None
    assert view.rejected == 1
    marked = {(m.layer, m.start) for s in view.segments for m in s.marks}
    with_it = source.article(article, rejected=True)
    assert with_it is not None
    assert ("statement", span.start) not in marked
    assert ("reject", span.start) in {(m.judgement, m.start) for s in with_it.segments for m in s.marks}
    page = TestClient(create_app(source)).get(f"/article/{article}?rejected=1").text
    assert "m-rejected" in page


def test_a_correction_is_shown_with_what_was_read(store: SqliteStore, source: StoreSource) -> None:
    happening, report = once(source)
    status = "denied" if report.status != "denied" else "planned"
    judge(store, happening.id, "correct", ("status", status))
    view = source.happening(happening.id)
    assert view is not None
    shown = view.reports[0]
    assert shown.status == status
    assert shown.review is not None
    assert dict(shown.review.read) == {"status": report.status}
    rows = [json.loads(line) for line in b"".join(export(source, "jsonl", Taken("reports"))).splitlines()]
    (row,) = (r for r in rows if r["happening"] == happening.id)
    assert (row["status"], row["judgement"], row["read_as"]) == (status, "correct", [f"status={report.status}"])
    (record,) = (json.loads(line) for line in b"".join(export(source, "plover", Taken())).splitlines()
                 if json.loads(line)["happening"] == happening.id)  # fmt: skip
    assert (record["status"], record["status_read"]) == (status, report.status)
    assert b'"reviewed:correct; read status=' in b"".join(export(source, "annotations", Taken()))
    html = TestClient(create_app(source)).get(f"/happening/{happening.id}").text
    assert "صحّحه مراجع" in html


def test_a_corrected_stance_is_searched_for_as_corrected(store: SqliteStore, source: StoreSource) -> None:
    utterance = next(u for u in largest(source).utterances if u.stance == "assert")
    article, span = saying_of(utterance)
    store.reviews.judge("statement", article, span, "correct", "محررة", [("stance", "demand")])

    def stances(stance: str) -> set[tuple[str, int]]:
        found = source.search_statements(Wanted(limit=200, filters=Filters(type=stance)))
        assert {f.about.stance for f in found} <= {stance}
        return {(f.about.saying.evidence.article, f.about.saying.evidence.start) for f in found}

    assert (article, span.start) in stances("demand")
    assert (article, span.start) not in stances("assert")


def test_judgements_hold_for_the_same_text_read_again(tmp_path: Path) -> None:
    first, again = read_page(0), read_page(1)
    with open_store(tmp_path / "t.db") as store:
        store.put([first])
        content = first.readings[0].statements[0].content
        store.reviews.judge("statement", "a0", content, "reject", "محررة")
        store.put([again])
        source = StoreSource(store)
        found = {(f.article.id, f.about.saying.evidence.start) for f in source.search_statements("الدرعاوي")}
        assert {article for article, _ in found} == {"a0", "a1"}
        assert not {("a0", content.start), ("a1", content.start)} & found
        rows = [json.loads(line) for line in b"".join(export(source, "jsonl", Taken("reviews"))).splitlines()]
        assert [(r["judgement"], r["who"], r["exact"]) for r in rows] == [
            ("reject", "محررة", content.of(first.readings[0].article.text))
        ]
