"""Build the view of a happening: its reports with their figures, its disagreements, who denies it, its plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tawatur.model import Comparator, Disagreement, Happening, Measure, Report
from tawatur.views.building import Builder, count, days
from tawatur.views.contract import number
from tawatur.views.denial import denials
from tawatur.views.values import (
    DaysView,
    DisagreementView,
    HappeningView,
    MeasureView,
    PartyView,
    PlanChangeView,
    ReportView,
    SideView,
)
from tawatur.views.wording import titled

_SIGNS: dict[Comparator, str] = {"=": "", ">": "> ", "<": "< ", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}


def happening_view(happening: Happening, builder: Builder) -> HappeningView:
    """Return a happening with its reports and disagreements."""
    reports = tuple(report_view(report, builder) for report in happening.reports)
    return HappeningView(
        happening.id,
        happening.type,
        happening.mode,
        happening.label,
        happening.status,
        days(happening.when, _common_wording(reports)),
        builder.party(happening.place) if happening.place else None,
        tuple(map(builder.party, happening.actors)),
        tuple(map(builder.party, happening.recipients)),
        count(happening.count),
        told_once(reports),
        tuple(disagreement(d, happening, reports) for d in happening.disagreements),
        happening.fulfils,
        happening.reasons,
        denials(happening.denied_by, builder),
        happening.label_en,
        _cancels(happening, builder),
        _cancelled_by(happening, builder),
    )


def report_view(report: Report, builder: Builder) -> ReportView:
    """Return one article's report of a happening."""
    return ReportView(
        builder.evidence(report.anchor),
        report.status,
        builder.chain(report.chain),
        _report_days(report, builder),
        builder.party(report.place).label if report.place else None,
        tuple(figure_words(measure) for measure in report.measures),
        tuple(_by(report.article, local, builder) for local in report.by),
        days(report.published),
        tuple(map(measure_view, report.measures)),
        builder.standing.shown(report.article, "event", report.event),
    )


def _report_days(report: Report, builder: Builder) -> DaysView:
    reading = builder.reading(report.article)
    wording = None
    if reading is not None and report.event < len(reading.events):
        place = reading.events[report.event].time
        wording = place.of(reading.article.text) if place else None
    return DaysView(report.when.first, report.when.last, wording)


def _by(article: str, local: str, builder: Builder) -> PartyView:
    """Return who alleges or denies: an entity across articles, or else of the article alone, or else the words."""
    if builder.names(local):
        return builder.party(local)
    world = builder.store.entity_of(article, local)
    if world is not None:
        return builder.party(world)
    reading = builder.reading(article)
    own = next((e.canonical for e in reading.entities if e.id == local), local) if reading else local
    return PartyView(own)


def _cancels(happening: Happening, builder: Builder) -> PlanChangeView | None:
    plan = builder.store.happening(happening.cancels) if happening.cancels else None
    return PlanChangeView(plan.id, plan.label, change_of(happening)) if plan else None


def _cancelled_by(plan: Happening, builder: Builder) -> tuple[PlanChangeView, ...]:
    found = map(builder.store.happening, builder.store.cancelled_by(plan.id))
    return tuple(PlanChangeView(h.id, h.label, change_of(h)) for h in found if h is not None)


def change_of(happening: Happening) -> Literal["cancelled", "postponed"]:
    """Tell whether what calls off a plan only puts it off."""
    return "postponed" if any(r.startswith("postpones-plan") for r in happening.reasons) else "cancelled"


def told_once(reports: tuple[ReportView, ...]) -> tuple[ReportView, ...]:
    """Return the reports with those of one sentence and status folded: an attack and its dead are told once.

    Figures of all of them are kept, in order.
    """
    folded: dict[tuple[str, int, int, str], ReportView] = {}
    for report in reports:
        key = (report.evidence.article, report.evidence.start, report.evidence.end, report.status)
        first = folded.get(key)
        if first is None:
            folded[key] = report
        else:
            figures = tuple(dict.fromkeys((*first.figures, *report.figures)))
            measures = tuple(dict.fromkeys((*first.measures, *report.measures)))
            when = first.when if first.when.wording else report.when
            judged = first.review or report.review
            folded[key] = replace(first, figures=figures, measures=measures, when=when, review=judged)
    return tuple(folded.values())


def figure_words(measure: Measure) -> str:
    """Return a figure as shown: sign, number or range, unit."""
    value = measure.value
    told = f"{number(value[0])}–{number(value[1])}" if isinstance(value, tuple) else f"{number(value)}"
    return f"{_SIGNS[measure.comparator]}{told} {measure.unit or measure.what}".strip()


def measure_view(measure: Measure) -> MeasureView:
    """Return a figure as numbers."""
    low, high = measure.value if isinstance(measure.value, tuple) else (measure.value, measure.value)
    return MeasureView(measure.what, low, high, measure.comparator, figure_words(measure))


def disagreement(value: Disagreement, happening: Happening, reports: tuple[ReportView, ...]) -> DisagreementView:
    """Return a disagreement with the reports of each side."""
    sides = tuple(
        SideView(side, told_once(tuple(reports[ix] for ix in numbers if ix < len(reports))))
        for side, numbers in value.sides
    )
    return DisagreementView(
        value.id,
        value.kind,
        value.attribute,
        value.what,
        happening.id,
        titled(happening, "ar"),
        sides,
        value.reasons,
        titled(happening, "en"),
    )


def _common_wording(reports: tuple[ReportView, ...]) -> str | None:
    """The wording of the day when all reports that word it word it alike."""
    wordings = {report.when.wording for report in reports if report.when.wording}
    return wordings.pop() if len(wordings) == 1 else None
