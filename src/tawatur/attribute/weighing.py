"""Weigh the candidates of a sentence: which are statements, and which reading of each part holds."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur.attribute.candidates import Candidate, as_phrase, likeliest
from tawatur.attribute.clitics import asks_for_silence, cut_preposition
from tawatur.attribute.drafts import Draft
from tawatur.attribute.hearing import Hearing, ladder
from tawatur.attribute.options import Option, carriers, contents, holders, shared
from tawatur.attribute.phrase_parts import of_its_day
from tawatur.attribute.stances import calls_false, stance_of
from tawatur.lexicon.sparse_weights import Row
from tawatur.lexicon.statement_weights import StatementWeights
from tawatur.model import Span
from tawatur.model.readings import Stance
from tawatur.tagger.labels import STANCES

# Log probability by which a content may be behind the likeliest one and still be weighed together with a holder.
MUCH_LESS = 1.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement that was decided for: its draft with the parts chosen, carriers, stance and probability."""

    draft: Draft
    vias: tuple[Span, ...]
    stance: Stance
    p: float


def weigh(hearing: Hearing, candidates: Sequence[Candidate], weights: StatementWeights) -> list[Weighed]:
    """Return the statements of a sentence, in the order of the candidates."""
    found = []
    for candidate in candidates:
        p = weights.found.probability(found_features(hearing, candidates, candidate))
        if p >= weights.found.threshold:
            found.append(_settled(hearing, candidate, weights, p))
    return found


def _settled(hearing: Hearing, candidate: Candidate, weights: StatementWeights, p: float) -> Weighed:
    content, holder = _who_and_what(hearing, candidate, weights)
    holder = _bounded(hearing, holder)
    vias = candidate.vias
    if candidate.heard is not None:
        options = carriers(hearing, candidate, holder, content)
        chosen = [o.span for o in options if weights.via.odds(o.features) >= 1.0]
        vias = _apart([span for span in chosen if span is not None])
    draft = with_parts(hearing, candidate, holder, content)
    if candidate.heard is None:
        return Weighed(draft, vias, stance_of(hearing.sight, draft), p)
    if calls_false(hearing.sight, draft):
        return Weighed(draft, vias, "deny", p)
    return Weighed(draft, vias, weights.pick_stance(stance_features(hearing, candidate, draft)), p)


def _who_and_what(hearing: Hearing, candidate: Candidate, weights: StatementWeights) -> tuple[Span, Span | None]:
    """Return the content and the holder that are likeliest together.

    They share no word, so one may leave no room for the other. Contents much less likely than the likeliest are not
    asked.
    """
    said = contents(hearing, candidate)
    if len(said) < 2:
        content = (said[0].span if said else None) or candidate.draft.content
        return content, best(holders(hearing, candidate, content), weights.holder)
    scored = [(_log_p(weights.content, option), option.span) for option in said]
    top = max(score for score, _ in scored)
    who = [(_log_p(weights.holder, option), option.span) for option in holders(hearing, candidate)]
    found: list[tuple[float, Span, Span | None]] = []
    for score, span in scored:
        if span is not None and score >= top - MUCH_LESS:
            beside = [each for each in who if each[1] is None or not each[1].meets(span)]
            likeliest, holder = max(beside, key=lambda each: each[0])
            found.append((score + likeliest, span, holder))
    _, content, holder_span = max(found, key=lambda each: each[0])
    return content, holder_span


def _log_p(row: Row, option: Option) -> float:
    return math.log(max(row.probability(option.features), 1e-9)) if option.features else 0.0


def _bounded(hearing: Hearing, holder: Span | None) -> Span | None:
    """Return a holder without what its source asks, to whom it spoke, and when, but with a day that belongs to it.

    «رفض كشف هويته», «ليلى بن عمار | للمرسى», «متحدث عسكري | الأحد», «خطيب صلاة الجمعة».
    """
    if holder is None:
        return None
    sight = hearing.sight
    first, last = hearing.word_range(holder)
    if last < len(sight) and of_its_day(sight, last):
        return Span(holder.start, sight.words[last].span.end)
    for k in range(first + 1, last):
        told = k - 1 in sight.named and sight.named[k - 1].type == "PER" and cut_preposition(sight, k) == "ل"
        if told or asks_for_silence(sight, k):
            return Span(holder.start, sight.words[k - 1].span.end)
    if last - first > 1 and _is_day(hearing, last - 1):
        return Span(holder.start, sight.words[last - 2].span.end)
    return holder


def _is_day(hearing: Hearing, k: int) -> bool:
    """Tell whether a word says when, behind an adjective or a person's name: not «خطيب الجمعة», «صحيفة اليوم»."""
    sight, norm = hearing.sight, hearing.sight.norm(k)
    if k in sight.named or not sight.lexicon.is_a("time", norm) or not (norm.startswith("ال") or norm == "امس"):
        return False
    person = k - 1 in sight.named and sight.named[k - 1].type == "PER"
    return person or (not sight.norm(k - 1).startswith("ال") and sight.norm(k - 1).endswith(("ي", "يه", "ون", "ين")))


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, of two that meet the longer."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s)):
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def best(options: list[Option], row: Row) -> Span | None:
    """Return the span of the option with the highest probability, the first of equals."""
    if len(options) == 1:
        return options[0].span
    return max(options, key=lambda o: row.probability(o.features)).span if options else None


def with_parts(hearing: Hearing, candidate: Candidate, holder: Span | None, content: Span) -> Draft:
    """Return a candidate's draft with the parts that were chosen."""
    draft = candidate.draft
    if holder is None:
        return replace(draft, holder=None, content=content)
    if draft.holder is not None and draft.holder.span == holder:
        return replace(draft, content=content)
    return replace(draft, holder=as_phrase(hearing, holder), content=content)


def found_features(hearing: Hearing, candidates: Sequence[Candidate], candidate: Candidate) -> frozenset[str]:
    """Return what speaks for and against a candidate being a statement."""
    return frozenset(_found(hearing, candidates, candidate))


def _found(hearing: Hearing, candidates: Sequence[Candidate], candidate: Candidate) -> Iterator[str]:
    draft = candidate.draft
    pattern = f"alone,{draft.pattern}" if candidate.alone else draft.pattern
    yield f"pattern={pattern}"
    yield f"pattern={pattern},{draft.shape}"
    yield f"lemma={draft.lemma}"
    yield f"lemma={draft.lemma},{draft.pattern}"
    yield f"lexicon={draft.stance},{pattern}"
    if candidate.nested:
        yield "nested"
        yield f"nested,{pattern}"
        yield f"nested,{draft.shape}"
    if candidate.carrier:
        yield "carrier"
    yield f"beside={draft.beside},{pattern}"
    if candidate.heard is None:
        return
    heard = hearing.heard(candidate.heard)
    yield from ladder("cue", heard.p)
    yield from ladder("cue,alone" if candidate.alone else "cue,grammar", heard.p)
    content, holder = likeliest(heard.fillers["content"]), likeliest(heard.fillers["holder"])
    if content is None:
        yield "no content"
    else:
        yield from ladder("content", content.p)
        if not candidate.alone:
            yield f"contents agree={shared(hearing, content.span, draft.content) >= 0.7}"
    if holder is not None:
        yield from ladder("holder", holder.p)
    if not candidate.alone and (holder is not None or draft.holder is not None):
        own = draft.holder.span if draft.holder is not None else None
        yield f"holders agree={shared(hearing, holder.span if holder else None, own) >= 0.5}"
    quoted = hearing.sight.quoted[candidate.heard] >= 0
    if quoted:
        yield "quoted"
        yield f"quoted,{pattern}"
    yield from _rivals(hearing, candidates, candidate, heard.p)


def _rivals(hearing: Hearing, candidates: Sequence[Candidate], candidate: Candidate, p: float) -> Iterator[str]:
    """Yield how a candidate stands to its neighbours: of two cues of the same words, mostly one is the gold one."""
    for other in candidates:
        if other is candidate or other.heard is None or candidate.heard is None:
            continue
        rank = "stronger" if hearing.cue_p(other.heard) > p else "weaker"
        if abs(other.heard - candidate.heard) <= 2:
            yield f"near {rank}"
        if shared(hearing, other.draft.content, candidate.draft.content) >= 0.8:
            yield f"same content {rank}"


def stance_features(hearing: Hearing, candidate: Candidate, draft: Draft) -> frozenset[str]:
    """Return what tells a statement's stance: the lexicon, the rules over its content, the tagger."""
    found = {f"lexicon={draft.stance}", f"lemma={draft.lemma}", f"pattern={draft.pattern}"}
    rule = stance_of(hearing.sight, draft)
    found.update((f"rule={rule}", f"lexicon={draft.stance},rule={rule}"))
    if candidate.heard is not None:
        stances = hearing.heard(candidate.heard).stances
        top = max(STANCES, key=lambda s: stances[s])
        found.update((f"tagger={top}", f"tagger={top},rule={rule}", f"tagger={top},lexicon={draft.stance}"))
        for stance in STANCES:
            found.update(ladder(f"tagger {stance}", stances[stance]))
    return frozenset(found)
