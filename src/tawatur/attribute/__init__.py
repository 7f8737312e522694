"""Attribute content to its sources: statements with holder, cue, content, carriers, kind and stance."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribute.carriers import carriers_of, inherited, only_carries
from tawatur.attribute.extents import kind_of
from tawatur.attribute.finding import find_statements
from tawatur.attribute.grounds import bases_in, basis_of
from tawatur.attribute.reliability import reliability
from tawatur.attribute.speakers import Cast, is_anonymous
from tawatur.attribute.stances import stance_of
from tawatur.attribute.view import Sight, see
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Entity, Span, Statement
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared


def attribute(
    prepared: Prepared, annotation: Annotation, lexicons: Lexicons, tagged: TaggedText | None = None
) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """Find the statements of a text, each with its speaker resolved.

    Returns them in order of their cue, and the article's entities: those of the annotation, with roles added where the
    text states them, and those of speakers who are known by their role alone («متحدث باسم الكرملين»).
    """
    sights = [see(prepared, annotation.names, s.index, lexicons.cues) for s in prepared.sentences]
    cast = Cast.of(annotation.entities, annotation.names)
    for sight in sights:
        cast.learn(sight)
    statements: list[Statement] = []
    for index, sight in enumerate(sights):
        statements.extend(_of_sentence(index, sight, cast))
    return tuple(statements), tuple(cast.entities.values())


def _of_sentence(index: int, sight: Sight, cast: Cast) -> Iterator[Statement]:
    drafts = find_statements(sight)
    bases = bases_in(sight) if drafts else []
    carried = {id(d): only_carries(sight, drafts, d) for d in drafts}
    vias: list[tuple[Span, ...]] = []
    for place, draft in enumerate(drafts):
        own = carriers_of(sight, draft) or inherited(sight, drafts, vias, place)
        told = [d.holder.span for d in drafts if d.holder is not None and place in carried[id(d)]]
        vias.append((*own, *(s for s in told if s not in own)))
        if not carried[id(draft)]:
            nested = any(d.content.holds(draft.cue) for d in drafts if d is not draft)
            basis = basis_of(bases, draft.content)
            yield Statement(
                index,
                None if draft.pattern == "headed" else draft.cue,
                draft.holder.span if draft.holder else None,
                draft.content,
                kind_of(sight, draft.content),
                stance_of(sight, draft),
                vias[-1],
                cast.resolve(sight, draft),
                basis[0] if basis else None,
                basis[1] if basis else None,
                is_anonymous(sight, draft),
                reliability(draft, nested),
            )
