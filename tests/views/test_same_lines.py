"""Happenings told in the same words of the same days stand on one line of a timeline, each with its own evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tawatur.cli.show import Show
from tawatur.views.same_lines import reports_on, same_lines
from tawatur.views.values import CountView, DaysView, EvidenceView, HappeningView, ReportView

DAY = DaysView(date(2025, 7, 5), date(2025, 7, 5))


def happening(ident: str, reports: int = 1) -> HappeningView:
    told = tuple(
        ReportView(EvidenceView(f"{ident}{n}", None, None, 0, 3, "نفى"), "actual", (), DAY) for n in range(reports)
    )
    count = CountView(1, 0, reports, ())
    return HappeningView(ident, "REJECT", None, "نفي من الشرطة", "actual", DAY, None, (), (), count, told)


ONE = happening("h1", 2)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (happening("h2"), True),
        (replace(happening("h2"), label="نفي من الجيش"), False),
        (replace(happening("h2"), status="denied"), False),
        (replace(happening("h2"), type="ACCUSE"), False),
        (replace(happening("h2"), when=DaysView()), False),
    ],
    ids=["same", "title", "status", "type", "days"],
)
def test_lines(other: HappeningView, together: bool) -> None:
    lines = same_lines([ONE, other])
    assert [[h.id for h in line] for line in lines] == ([["h1", "h2"]] if together else [["h1"], ["h2"]])
    assert sum(map(reports_on, lines)) == 3


def test_the_terminal_tells_the_title_once_and_every_id(capsys: pytest.CaptureFixture[str]) -> None:
    Show("ar").timeline([ONE, happening("h2")])
    printed = capsys.readouterr().out
    assert printed.count("نفي من الشرطة") == 1
    assert "h1" in printed
    assert "h2" in printed
    assert "3 أخبار" in printed.replace("\u00a0", " ")
