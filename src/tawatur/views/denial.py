"""Build the view of denials: who denies what, through whom."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.views.building import Builder, days
from tawatur.views.utterance import saying_view
from tawatur.views.values import DenialView, DeniedView, PartyView
from tawatur.views.wording import titled


def denials(utterances: Iterable[str], builder: Builder) -> tuple[DenialView, ...]:
    """Return the denials among utterances, by their ids, each once: who denies what, through whom."""
    found = (builder.find_utterance(ident) for ident in dict.fromkeys(utterances))
    return tuple(
        DenialView(
            u.id,
            PartyView(u.speaker_label, u.speaker),
            days(u.when),
            tuple(saying_view(saying, builder) for saying in u.sayings),
            tuple(denied for answer in u.answers if (denied := _denied(answer, builder)) is not None),
        )
        for u in found
        if u is not None and u.stance == "deny"
    )


def _denied(ident: str, builder: Builder) -> DeniedView | None:
    if (said := builder.store.utterance(ident)) is not None:
        first = said.sayings[0]
        evidence = builder.evidence(first.anchor)
        who = PartyView(said.speaker_label, said.speaker)
        return DeniedView(ident, evidence.exact, evidence, who, builder.chain(first.chain))
    if (happening := builder.store.happening(ident)) is not None:
        evidence = builder.evidence(happening.reports[0].anchor)
        return DeniedView(ident, titled(happening, "ar"), evidence, label_en=titled(happening, "en"))
    return None
