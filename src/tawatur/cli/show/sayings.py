"""Who says what, and who denies it, on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tawatur.cli.show.lines import MOST, Lines, alike
from tawatur.cli.terminal import clean
from tawatur.views.values import DenialView, DeniedView, SayingView, UtteranceView
from tawatur.views.wording import word


class SayingLines(Lines):
    """Prints who says what."""

    def utterances(self, utterances: Sequence[UtteranceView]) -> None:
        """Print who says what, in every wording."""
        for utterance in utterances[:MOST]:
            stance = word("stance_noun", utterance.stance, self._language)
            label = clean(utterance.speaker.label) or self._say("unknown")
            self._line(0, Text(label, "bold"), f"  {stance}  {self._days(utterance.when)}  ", Text(utterance.id, "dim"))
            self.sayings(utterance.sayings)
            if len(utterance.sayings) > 1:
                self._line(2, self._count(utterance.count))
                self._reasons(4, utterance.reasons)
        self._rest(len(utterances))

    def sayings(self, sayings: Sequence[SayingView]) -> None:
        """Print wordings with their chains; the same wording in several articles once."""
        for same in alike(sayings, lambda s: (s.evidence.exact, s.kind, s.basis)):
            first = same[0]
            basis = f"{self._comma}{word('basis', first.basis, self._language)}" if first.basis else ""
            self._line(4, Text(f"- {word('kind', first.kind, self._language)}{basis}", "dim"))
            self._line(6, self._words(first.evidence))
            self._chains([(saying.evidence.article, saying.chain) for saying in same if saying.chain])

    def denials(self, denials: Sequence[DenialView]) -> None:
        """Print who denies, what, through whom, and whose claim it is."""
        for denial in denials:
            speaker = clean(denial.speaker.label) or self._say("unknown")
            self._line(0, Text(speaker, "bold"), f"  {word('stance', 'deny', self._language)}  "
                       f"{self._days(denial.when)}  ", Text(denial.utterance, "dim"))  # fmt: skip
            self.sayings(denial.sayings)
            for denied in denial.denies:
                self._denied(denied)

    def _denied(self, denied: DeniedView) -> None:
        label = f"{self._say('denied')}: "
        if denied.speaker is not None:
            who = clean(denied.speaker.label) or self._say("unknown")
            self._line(4, Text(label, "dim"), Text(who, "cyan"), ": ", self._title(denied), "  ",
                       Text(denied.id, "dim"))  # fmt: skip
            self._line(6, self._chain(denied.chain))
        else:
            self._line(4, Text(label, "dim"), self._title(denied), "  ", Text(denied.id, "dim"))
