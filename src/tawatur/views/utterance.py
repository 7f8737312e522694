"""Build the view of who says what: an utterance in its wordings, a statement of an article."""

from __future__ import annotations

from tawatur.model import Anchor, Saying, Utterance
from tawatur.views.building import Builder, count, days, published_days
from tawatur.views.parts_said import said_once
from tawatur.views.values import LinkView, PartyView, SayingView, UtteranceView


def utterance_view(utterance: Utterance, builder: Builder) -> UtteranceView:
    """Return who says what, in every wording."""
    speaker = PartyView(utterance.speaker_label, utterance.speaker)
    return UtteranceView(
        utterance.id,
        speaker,
        utterance.stance,
        days(utterance.when),
        tuple(saying_view(saying, builder) for saying in said_once(utterance.sayings, builder.reading)),
        count(utterance.count),
        utterance.answers,
        utterance.reasons,
    )


def saying_view(saying: Saying, builder: Builder) -> SayingView:
    """Return one wording of an utterance."""
    return statement_view(saying.article, saying.statement, saying.anchor, builder.chain(saying.chain), builder)


def statement_view(
    article: str, index: int, anchor: Anchor, chain: tuple[LinkView, ...], builder: Builder
) -> SayingView:
    """Return a statement of an article as a saying; `anchor` holds its content."""
    reading = builder.reading(article)
    if reading is None or index >= len(reading.statements):
        return SayingView(builder.evidence(anchor), None, "indirect", chain)
    stated = reading.statements[index]
    cue = stated.cue.of(reading.article.text) if stated.cue else None
    when = published_days(reading.article.published)
    review = builder.standing.shown(article, "statement", index)
    kind = dict(review.changes).get("kind", stated.kind) if review else stated.kind
    return SayingView(builder.evidence(anchor), cue, kind, chain, stated.basis, when, review)
