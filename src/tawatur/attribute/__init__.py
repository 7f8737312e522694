"""Attribute content to its sources: statements with holder, cue, content, carriers, kind and stance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.attribute.candidates import LEAST_CUE, Candidate, cue_words, of_the_tagger
from tawatur.attribute.carriers import all_carriers, carriers_of, inherited, only_carries
from tawatur.attribute.drafts import Draft
from tawatur.attribute.extents import kind_of
from tawatur.attribute.finding import find_statements
from tawatur.attribute.grounds import bases_in, basis_of
from tawatur.attribute.hearing import Hearing, hear
from tawatur.attribute.reliability import reliability
from tawatur.attribute.speakers import Cast, is_anonymous
from tawatur.attribute.stances import stance_of
from tawatur.attribute.view import Sight, see
from tawatur.attribute.weighing import Weighed, weigh
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Entity, Span, Statement
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared


def attribute(
    prepared: Prepared, annotation: Annotation, lexicons: Lexicons, tagged: TaggedText | None = None
) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """Find the statements of a text, each with its speaker resolved.

    Returns them in order of their cue, and the article's entities: those of the annotation, with roles added where the
    text states them, and those of speakers who are known by their role alone («متحدث باسم الكرملين»). With what the
    tagger says of the text, grammar and tagger are weighed against each other; without it the grammar reads alone.
    """
    sights = sights_of(prepared, annotation, lexicons)
    cast = Cast.of(annotation.entities, annotation.names)
    for sight in sights:
        cast.learn(sight)
    weights = lexicons.cues.weights
    statements: list[Statement] = []
    if tagged is None or weights is None:
        for index, sight in enumerate(sights):
            statements.extend(_told(index, sight, cast, _by_grammar(sight)))
    else:
        drafted = [(hearing, find_statements(hearing.sight)) for hearing in hear(sights, tagged, LEAST_CUE)]
        tagged.ask("cue", sorted({word for each in drafted for word in cue_words(*each)}))
        for index, (hearing, drafts) in enumerate(drafted):
            weighed = weigh(hearing, candidates_of(hearing, drafts), weights)
            statements.extend(_told(index, hearing.sight, cast, weighed))
    return tuple(statements), tuple(cast.entities.values())


def sights_of(prepared: Prepared, annotation: Annotation, lexicons: Lexicons) -> list[Sight]:
    """Return the sentences of a text as attribution sees them."""
    return [see(prepared, annotation.names, s.index, lexicons.cues) for s in prepared.sentences]


def candidates_of(hearing: Hearing, drafts: Sequence[Draft]) -> list[Candidate]:
    """Return the statements that may stand in a sentence, by grammar (`drafts`) or tagger, in order of their cues."""
    sight = hearing.sight
    found: list[Candidate] = []
    tagged = of_the_tagger(hearing, drafts)
    near = all_carriers(sight) if drafts or tagged else ()
    for draft, vias, carrier in _with_carriers(sight, drafts):
        heard = None if draft.pattern == "headed" else hearing.best_word(draft.cue)
        found.append(Candidate(draft, vias, near, heard, False, carrier, _is_nested(drafts, draft)))
    for draft in tagged:
        found.append(
            Candidate(draft, carriers_of(sight, draft), near, draft.word, True, False, _is_nested(drafts, draft))
        )
    return sorted(found, key=lambda c: c.draft.cue)


def _is_nested(drafts: Sequence[Draft], draft: Draft) -> bool:
    return any(d.content.holds(draft.cue) for d in drafts if d is not draft)


def _with_carriers(sight: Sight, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, tuple[Span, ...], bool]]:
    """Yield each draft with its carriers, and whether it only names the carrier of another."""
    carried = {id(d): only_carries(sight, drafts, d) for d in drafts}
    vias: list[tuple[Span, ...]] = []
    for place, draft in enumerate(drafts):
        own = carriers_of(sight, draft) or inherited(sight, drafts, vias, place)
        told = [d.holder.span for d in drafts if d.holder is not None and place in carried[id(d)]]
        vias.append((*own, *(s for s in told if s not in own)))
        yield draft, vias[-1], bool(carried[id(draft)])


def _by_grammar(sight: Sight) -> Iterator[Weighed]:
    drafts = find_statements(sight)
    for draft, vias, carrier in _with_carriers(sight, drafts):
        if not carrier:
            p = reliability(draft, _is_nested(drafts, draft))
            yield Weighed(draft, vias, stance_of(sight, draft), p)


def _told(index: int, sight: Sight, cast: Cast, found: Iterable[Weighed]) -> Iterator[Statement]:
    """Yield the statements of a sentence with kind, speaker and basis, in the order in which speakers are met."""
    # A word of telling right before a full stop («.. وصف .. وقوارب») tells nothing.
    said_here = [said for said in found if said.draft.content.start < said.draft.content.end]
    bases = bases_in(sight) if said_here else []
    for said in said_here:
        draft = said.draft
        basis = basis_of(bases, draft.content)
        yield Statement(
            index,
            None if draft.pattern == "headed" else draft.cue,
            draft.holder.span if draft.holder else None,
            draft.content,
            kind_of(sight, draft.content),
            said.stance,
            said.vias,
            cast.resolve(sight, draft),
            basis[0] if basis else None,
            basis[1] if basis else None,
            is_anonymous(sight, draft),
            said.p,
        )
