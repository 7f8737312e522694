"""Charts: days where they belong, open ends told, unknown days apart, values side by side, chains in their columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.views.values import (
    CountView,
    DaysView,
    EvidenceView,
    HappeningView,
    LinkView,
    MeasureView,
    ReportView,
    RoleView,
)
from tawatur.web.charts import activity_chart, chain_graph, figure_panels, role_lanes, timeline_chart
from tawatur.web.charts.axis import DayAxis

DAY = date(2025, 7, 5)
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


def link(kind: str, label: str, entity: str | None = None) -> LinkView:
    return LinkView(kind, label, bool(label), entity)


def report(who: str, value: float, published: date | None, article: str = "a", high: float | None = None) -> ReportView:
    evidence = EvidenceView(article, None, None, 0, 3, "قتل")
    chain = (link("origin", who), link("outlet", "الصدى"))
    measure = MeasureView("killed", value, value if high is None else high, "=", f"{value} قتيلا")
    return ReportView(
        evidence, "actual", chain, DaysView(), measures=(measure,), published=DaysView(published, published)
    )


def happening(id: str, first: date | None, last: date | None, *reports: ReportView) -> HappeningView:
    count = CountView(1, 0, max(1, len(reports)))
    when = DaysView(first, last)
    return HappeningView(id, "ASSAULT", None, "هجوم", "actual", when, None, (), (), count, reports)


@given(DAYS, st.integers(0, 5000), st.integers(0, 5000), st.booleans())
def test_days_stand_in_order_within_the_axis(first: date, length: int, at: int, rtl: bool) -> None:
    axis = DayAxis(first, first + timedelta(length), rtl)
    here, next_ = axis.at(first + timedelta(at)), axis.at(first + timedelta(at + 1))
    assert 0 <= here <= 100
    assert (here >= next_) if rtl else (here <= next_)
    for language in ("ar", "en"):
        ticks = axis.ticks(language)  # type: ignore[arg-type]
        assert len(ticks) <= 6
        assert all(0 <= tick.x <= 100 for tick in ticks)


def test_unknown_days_stand_in_a_lane_of_their_own() -> None:
    chart = timeline_chart([happening("h1", DAY, DAY), happening("h2", None, None)], "ar")
    assert chart is not None
    assert [lane.happening.id for lane in chart.lanes] == ["h1"]
    assert [line.happening.id for line in chart.unknown] == ["h2"]


@pytest.mark.parametrize(("first", "last", "start", "end"), [(DAY, None, False, True), (None, DAY, True, False)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_open_end_is_told_and_the_known_end_stands_where_it_is(
    first: date | None, last: date | None, start: bool, end: bool, language: str
) -> None:
    others = [happening(f"h{n}", DAY + timedelta(n), DAY + timedelta(n)) for n in range(-3, 4)]
    chart = timeline_chart([*others, happening("open", first, last)], language)  # type: ignore[arg-type]
    assert chart is not None
    day, place = chart.lanes[3].place, chart.lanes[-1].place
    assert (place.open_start, place.open_end) == (start, end)
    assert place.middle is None
    edges = {round(place.left), round(place.left + place.width)}
    assert edges & {round(day.left), round(day.left + day.width)}


def test_a_far_day_stands_at_the_edge_and_leaves_room_for_the_others() -> None:
    near = [happening(f"h{n}", DAY + timedelta(n), DAY + timedelta(n)) for n in range(6)]
    chart = timeline_chart([happening("far", date(2011, 1, 1), date(2011, 12, 31)), *near], "en")
    assert chart is not None
    assert chart.lanes[0].place.beyond
    middles = [lane.place.middle or 0 for lane in chart.lanes[1:]]
    assert max(middles) - min(middles) > 50


def test_many_happenings_are_drawn_in_part_and_told() -> None:
    chart = timeline_chart([happening(f"h{n}", DAY + timedelta(n), DAY + timedelta(n)) for n in range(100)], "ar")
    assert chart is not None
    assert len(chart.lanes) + chart.left_out == 100


def test_what_is_told_in_the_same_words_has_one_lane_with_its_reports() -> None:
    one, other = happening("h1", DAY, DAY, report("ناطق", 1, DAY)), happening("h2", DAY, DAY, report("شاهد", 1, DAY))
    chart = timeline_chart([one, other, replace(other, id="h3", label="غيره"), happening("h4", None, None)], "ar")
    assert chart is not None
    assert [(lane.happening.id, lane.reports) for lane in chart.lanes] == [("h1", 2), ("h3", 0)]
    assert [(line.happening.id, line.reports) for line in chart.unknown] == [("h4", 0)]
    assert chart.left_out == 0


def test_values_of_a_day_stand_side_by_side_and_of_one_origin_are_joined() -> None:
    reports = (report("ناطق", 14, DAY), report("جبهة", 17, DAY, "b"), report("ناطق", 16, DAY + timedelta(1), "c"),
               report("ناطق", 16, DAY + timedelta(1), "d"), report("مصدر", 3, None, "e", 5))  # fmt: skip
    (panel,) = figure_panels([happening("h1", DAY, DAY, *reports)], "ar", "?")
    assert len({(p.x, p.y) for p in panel.points}) == len(panel.points) == 4
    assert [p.articles for p in panel.points if p.label == "16"] == [2]
    assert len(panel.lines) == 1
    assert panel.undated is not None
    assert next(p for p in panel.points if p.day is None).label == "3–5"
    assert all(0 <= p.x <= 100 for p in panel.points)


def test_a_small_chart_names_its_days() -> None:
    chart = activity_chart(((DAY, 2), (DAY + timedelta(2), 1)), "ar")
    assert chart is not None
    assert chart.first.startswith(str(DAY.day))
    long = activity_chart(((DAY, 2), (DAY + timedelta(800), 1)), "en")
    assert long is not None
    assert long.first.endswith(str(DAY.year))


def test_one_value_is_no_plot() -> None:
    same = (report("ناطق", 14, DAY), report("جبهة", 14, DAY, "b"), report("جبهة", 14, None, "c"))
    assert figure_panels([happening("h1", DAY, DAY, *same)], "ar", "?") == ()


@pytest.mark.parametrize("rtl", [True, False])
def test_chains_run_from_origin_to_outlet(rtl: bool) -> None:
    chains = [
        ("a", (link("origin", "ناطق", "w1"), link("carrier", "ضفاف"), link("outlet", "الصدى"))),
        ("b", (link("origin", "الناطق", "w1"), link("carrier", "ضفاف"), link("outlet", ""))),
        ("c", (link("origin", "جبهة"), link("outlet", "الصدى"))),
    ]
    graph = chain_graph(chains, rtl)
    assert graph is not None
    by_kind = {kind: [b for b in graph.boxes if b.kind == kind] for kind in ("origin", "carrier", "none", "outlet")}
    assert [len(by_kind[kind]) for kind in by_kind] == [2, 1, 1, 2]
    columns = [by_kind[kind][0].x for kind in ("origin", "carrier", "outlet")]
    assert columns == sorted(columns, reverse=rtl)
    assert next(b for b in by_kind["origin"] if b.entity == "w1").articles == 2
    assert max(edge.width for edge in graph.edges) == 2
    assert all(b.y + 40 <= graph.height for b in graph.boxes)


def test_a_crowded_column_shares_a_box() -> None:
    graph = chain_graph([(f"a{n}", (link("origin", f"م{n}"), link("outlet", "الصدى"))) for n in range(50)], True)
    assert graph is not None
    origins = [b for b in graph.boxes if b.kind == "origin"]
    assert len(origins) == 14
    assert sum(b.others or 1 for b in origins) == 50


def test_activity_is_drawn_for_more_than_one_article() -> None:
    assert activity_chart((), "ar") is None
    assert activity_chart(((DAY, 1),), "ar") is None
    chart = activity_chart(((DAY, 1), (DAY + timedelta(900), 4)), "ar")
    assert chart is not None
    first, last = chart.bars
    assert first.x > last.x
    assert last.height == chart.height


def test_roles_without_a_day_have_no_place() -> None:
    evidence = EvidenceView("a", None, None, 0, 3, "قتل")
    role = RoleView("وزير", DAY, None, 1, evidence)
    ticks, lanes = role_lanes([role, replace(role, first=None)], "ar")
    assert ticks
    assert [lane.place is None for lane in lanes] == [False, True]
