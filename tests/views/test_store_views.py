"""Views of a store: equal for everyone who shows them, and true to the texts they quote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.invented import BODY, read_page, stories_of

from tawatur.model import Span
from tawatur.store import SqliteStore, open_store
from tawatur.text.words import find_words
from tawatur.views import StoreSource
from tawatur.views.plain import as_plain
from tawatur.views.segments import segments_of, snippet, whole_words
from tawatur.views.values import EvidenceView, Mark

ARABIC = st.text(alphabet="والبكتثجمنهي َّـ«»،.\n12 ab", max_size=80)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    pages = [read_page(n) for n in range(3)]
    with open_store(tmp_path / "t.db") as opened:
        opened.put(pages)
        opened.replace_stories(stories_of(*pages))
        yield opened


def true_to_text(store: SqliteStore, evidence: EvidenceView) -> bool:
    text = store.text_of(evidence.article) or ""
    around = evidence.before + evidence.exact + evidence.after
    return text[evidence.start : evidence.end] == evidence.exact and around in text


def test_a_story_view_holds_its_parts(store: SqliteStore) -> None:
    view = StoreSource(store).story("s0")
    assert view is not None
    (happening,) = view.happenings
    assert [row.id for row in view.articles] == ["a0", "a1", "a2"]
    assert happening.place is not None
    assert (happening.place.label, happening.place.entity) == ("نيامي", "w1")
    assert [party.label for party in happening.actors] == ["سالم الدرعاوي"]
    assert [party.entity for party in happening.recipients] == [None]
    assert (view.count.known, view.count.unknown, view.count.articles) == (1, 1, 3)
    assert [len(side.reports) for side in view.disagreements[0].sides] == [1, 2]
    report = happening.reports[0]
    assert [(link.kind, link.known) for link in report.chain] == [
        ("origin", True),
        ("carrier", False),
        ("outlet", True),
    ]
    assert report.figures == ("14 شخصا",)
    assert report.when.wording == "أمس"
    assert [party.label for party in report.by] == ["سالم الدرعاوي"]
    assert all(true_to_text(store, r.evidence) for r in happening.reports)
    saying = view.utterances[0].sayings[0]
    assert saying.cue == "قال"
    assert true_to_text(store, saying.evidence)
    assert view.articles[1].copy_of == "c0"
    assert view.articles[0].origin == "وكالة الضفاف"


def test_evidence_keeps_to_its_sentence(store: SqliteStore) -> None:
    view = StoreSource(store).story("s0")
    assert view is not None
    evidence = view.happenings[0].reports[0].evidence
    assert "ونفى" not in evidence.after
    assert evidence.before.startswith("قال المتحدث")


def test_an_article_view_marks_all_that_was_read(store: SqliteStore) -> None:
    view = StoreSource(store).article("a0")
    assert view is not None
    assert "".join(segment.text for segment in view.segments) == BODY
    marks = {mark for segment in view.segments for mark in segment.marks}
    assert {mark.layer for mark in marks} == {"statement", "cue", "holder", "event", "name", "time", "figure"}
    assert {mark.link for mark in marks if mark.layer == "name"} == {"w0", "w1"}
    assert view.row.basis == "line"
    assert view.date_evidence == ("5 مارس 2024",)
    assert view.story is not None
    assert view.story.id == "s0"
    assert {row.id for row in view.copies} == {"a1", "a2"}
    assert [(party.label, party.entity) for party in view.speakers] == [("سالم الدرعاوي", "w0")]


def test_an_entity_view_says_who(store: SqliteStore) -> None:
    (view,) = StoreSource(store).who("الدرعاوى")
    assert view.id == "w0"
    assert [role for role, _ in view.roles] == ["المتحدث باسم الوزارة"]
    assert [u.id for u in view.utterances] == ["u0"]
    assert [h.id for h in view.happenings] == ["h0"]
    place = StoreSource(store).entity("w1")
    assert place is not None
    assert [about.stance for about in place.about] == ["assert"] * 3
    assert place.about[0].speaker.entity == "w0"
    assert all(true_to_text(store, about.saying.evidence) for about in place.about)


def test_rows_of_stories(store: SqliteStore) -> None:
    (row,) = StoreSource(store).stories()
    assert (row.articles, row.outlets, row.happenings, row.disagreements) == (3, 1, 1, 1)
    assert row.first == row.last
    assert StoreSource(store).stories(10, 1) == ()


def test_hits_show_the_original_spelling(store: SqliteStore) -> None:
    hits = StoreSource(store).search("متظاهرين نيامى")
    assert {hit.article.id for hit in hits} == {"a0", "a1", "a2"}
    for hit in hits:
        assert {hit.snippet[a:b] for a, b in hit.marks} == {"نيامي", "المتظاهرين"}
        assert hit.snippet in BODY
        assert hit.story == "s0"


@pytest.mark.parametrize("id", ["", "x", "a0' OR 1=1", "\ud800"])
def test_what_is_not_there_is_none(store: SqliteStore, id: str) -> None:
    source = StoreSource(store)
    assert source.story(id) is None
    assert source.article(id) is None
    assert source.entity(id) is None


def test_views_are_json(store: SqliteStore) -> None:
    source = StoreSource(store)
    for view in (
        source.stories(),
        source.story("s0"),
        source.article("a0"),
        source.entity("w0"),
        source.search("نيامي"),
    ):
        assert json.loads(json.dumps(as_plain(view)))


def test_stories_that_name_lost_things_are_still_shown(store: SqliteStore) -> None:
    pages = [read_page(n) for n in range(3)]
    stories = stories_of(*pages)
    lost = replace(stories.stories[0], happenings=("h0", "gone"), line="gone")
    store.replace_stories(replace(stories, stories=(lost,)))
    view = StoreSource(store).story("s0")
    assert view is not None
    assert [h.id for h in view.happenings] == ["h0"]


@given(ARABIC, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6))
def test_segments_give_the_text_back_and_never_cut_a_word(text: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(min(a, b, len(text)), min(max(a, b), len(text)), "name", "PER") for a, b in places]
    segments = segments_of(text, marks)
    assert "".join(segment.text for segment in segments) == text
    inside = {
        at for word in find_words(text) if word.kind == "word" for at in range(word.span.start + 1, word.span.end)
    }
    assert not inside.intersection(segment.start for segment in segments)
    for mark in marks:
        if mark.start < mark.end:
            shown = "".join(s.text for s in segments if mark in s.marks)
            assert text[mark.start : mark.end] in shown


@given(ARABIC, st.integers(0, 80), st.integers(0, 80))
def test_grown_spans_hold_the_given_ones(text: str, a: int, b: int) -> None:
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    (grown,) = whole_words(text, [span])
    assert grown.start <= span.start
    assert span.end <= grown.end <= len(text)


@given(ARABIC, st.integers(0, 80))
def test_snippets_lie_in_the_text(text: str, at: int) -> None:
    words = [word.span for word in find_words(text)]
    shown, marks = snippet(text, words[at : at + 3])
    assert shown in text
    assert all(0 <= start < end <= len(shown) for start, end in marks)
