"""Happenings, their reports and their disagreements on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tawatur.cli.show.lines import MOST, Lines, alike
from tawatur.cli.terminal import arabic, clean
from tawatur.views.same_lines import reports_on, same_lines
from tawatur.views.values import DisagreementView, HappeningView, ReportView
from tawatur.views.wording import differing, side_in, word


class HappeningLines(Lines):
    """Prints what happened, and what differs."""

    def timeline(self, happenings: Sequence[HappeningView]) -> None:
        """Print happenings with their reports; those told in the same words of the same days under one line."""
        for line in same_lines(happenings[:MOST]):
            first = line[0]
            kind = self._comma.join(
                word(g, c, self._language) for g, c in (("type", first.type), ("status", first.status))
            )
            told = f"  {self._number('reports', reports_on(line))}" if len(line) > 1 else ""
            self._line(0, Text(self._days(first.when), "bold"), f"  {kind}{told}  ", Text(first.id, "dim"))
            self._line(2, self._title(first))
            for happening in line:
                if happening is not first:
                    self._line(2, Text(happening.id, "dim"))
                self._told(happening)
        self._rest(len(happenings))

    def _told(self, happening: HappeningView) -> None:
        for change in (*((happening.cancels,) if happening.cancels else ()), *happening.cancelled_by):
            self._line(2, f"{self._say(change.change)}: ", arabic(change.label), "  ", Text(change.id, "dim"))
        self._line(2, self._count(happening.count))
        self._reasons(4, happening.count.reasons)
        self.reports(happening.reports)

    def reports(self, reports: Sequence[ReportView]) -> None:
        """Print reports: their words, status, and chain; the same words in several articles once."""
        for same in alike(reports, lambda r: (r.evidence.before, r.evidence.exact, r.evidence.after, r.status)):
            first = same[0]
            status = word("status", first.status, self._language)
            who = "، ".join(clean(party.label) for party in first.by)
            told = f"{status} ({self._say('by')} {who})" if who else status
            figures = "".join(f" · {clean(figure)}" for figure in first.figures)
            self._line(4, Text(f"- {told}{figures}", "dim"))
            self._line(6, self._words(first.evidence))
            self._chains([(report.evidence.article, report.chain) for report in same])

    def disagreement(self, view: DisagreementView) -> None:
        """Print the sides of a disagreement, each with its reports."""
        kind = word("kind", view.kind, self._language)
        self._line(0, Text(clean(differing(view.attribute, view.what, self._language)), "bold"), f"  {kind}")
        self._line(2, self._title(view))
        for side in view.sides:
            self._line(4, Text(clean(side_in(view.attribute, side.value, self._language)), "bold red"))
            for same in alike(side.reports, lambda r: (r.evidence.before, r.evidence.exact)):
                self._line(6, self._words(same[0].evidence))
                self._chains([(report.evidence.article, report.chain) for report in same])
        self._reasons(4, view.reasons)
