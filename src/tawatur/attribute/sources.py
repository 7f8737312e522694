"""Statements marked by a source phrase («وفقا لـ», «بحسب ما قال») and those relayed («نقلت … عن …»)."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.complements import find_complement
from tawatur.attribute.drafts import Draft
from tawatur.attribute.extents import content_span, phrase_shift, trimmed
from tawatur.attribute.holders import subject_after
from tawatur.attribute.phrases import Phrase, read_phrase
from tawatur.attribute.view import Sight
from tawatur.lexicon.cues import CueForm, Frame
from tawatur.model import Span
from tawatur.text.words import Cut

_CLAUSE = Frame(clause=True)
# A source phrase this near to its sentence's beginning is followed, not preceded, by its content.
_NEAR_START = 2


def _start_of(sight: Sight, at: int) -> int:
    word = sight.words[at]
    return word.cut(1) if word.norm[:1] in ("و", "ف") and word.norm[1:] else word.span.start


def source_statement(sight: Sight, drafts: Sequence[Draft], at: int, size: int) -> Draft | None:
    """Read «…، وفقا لـ <holder>» or «وفقا لـ <holder>، …» at word `at`, the phrase being `size` words long."""
    last = at + size - 1
    clitic = sight.norm(last)[:1] == "ل" and len(sight.norm(last)) > 1 and sight.norm(at).rstrip("ا")[-2:] != "سب"
    joined = clitic and size > 1
    first = last if joined else last + 1
    if joined and sight.norm(last) == "ل":
        first, joined = last + 1, False
    if first >= len(sight) or sight.lexicon.is_a("selfreference", sight.norm(first)):
        return None
    holder = read_phrase(sight, first, cut=1 if joined else 0)
    if holder is None or (sight.norm(at)[-4:] != "بحسب" and _is_standard(sight, holder.first, joined)):
        return None
    start = sight.words[at].cut(phrase_shift(sight, at))
    end = holder.span.start if not joined else sight.words[last].cut(1)
    cue = Span(start, end if joined else sight.words[last].span.end)
    content = _beside(sight, drafts, at, holder.last, start)
    if content is None:
        return None
    return Draft(
        at, cue, sight.norm(at), "assert", "source", holder, content, "source", beside=True,
    )  # fmt: skip


def _is_standard(sight: Sight, first: int, joined: bool) -> bool:
    """Tell whether what follows «وفق», «حسب» is a rule or measure and no source («وفق الجدول», «حسب الحاجة»)."""
    norm = sight.norm(first)
    forms = {norm, norm[1:]} if joined else {norm}
    return any(
        sight.lexicon.is_a("standard", w[k:]) for w in forms for k in ((0, 1, 2) if w[:2] in ("ال", "لل") else (0,))
    )


def _beside(sight: Sight, drafts: Sequence[Draft], at: int, after: int, start: int) -> Span | None:
    """Return the content that a source phrase marks: what stands before it, or what follows when nothing does."""
    if at <= _NEAR_START or (sight.is_comma(at - 1) and at <= 5 and sight.is_comma(after)):
        k = _past_relative(sight, after)
        while k < len(sight) and (sight.is_mark(k) or sight.norm(k) in ("فان", "فقد", "ان", "فانه", "فانها")):
            if sight.is_mark(k) and sight.words[k].text in '"«“':
                break
            k += 1
        if k >= len(sight):
            return None
        span = content_span(sight, k, sight.words[k].span.start)
        return span if span.end - span.start > 2 else None
    first = _start_of(sight, 0) if len(sight.norm(0)) > 3 else sight.words[0].span.start
    for draft in drafts:
        if draft.pattern in ("source", "reported") and draft.cue.end < start and draft.holder is not None:
            first = max(first, draft.holder.span.end)
    span = trimmed(sight, Span(first, start))
    if sight.text[span.start : span.end].endswith(("وذلك",)):
        span = trimmed(sight, Span(span.start, span.end - 4))
    return span if span.end - span.start > 2 else None


def _past_relative(sight: Sight, at: int) -> int:
    """Return the comma after a relative clause on a source («وثيقة اطلعت عليها الصحيفة،»), else `at`."""
    if not (sight.lexicon.is_a("relverb", sight.norm(at)) or sight.lexicon.is_a("relative", sight.norm(at))):
        return at
    return next((k for k in range(at, min(at + 14, len(sight))) if sight.is_comma(k)), at)


def reported_statement(sight: Sight, drafts: Sequence[Draft], at: int, size: int) -> tuple[Draft | None, int]:
    """Read «…، وفق ما أعلن <holder>»; returns the statement and the word where reading goes on."""
    verb = at + size
    after = verb + 1
    if sight.norm(after) in ("عن", "به", "في"):
        after += 1
    holder, _ = subject_after(sight, after, strict=False)
    if sight.norm(at) == "كما" and (at == 0 or holder is None):
        return None, at
    if sight.norm(at) == "كما" and _has_own_content(sight, holder):
        return None, at
    relayer = None
    if holder is not None and sight.norm(verb).startswith("نقل"):
        link = next((k for k in range(holder.last, min(holder.last + 5, len(sight))) if sight.norm(k) == "عن"), -1)
        source, _ = subject_after(sight, link + 1, strict=False) if link > 0 else (None, 0)
        if source is not None:
            holder, relayer = source, holder
    content = _beside(sight, drafts, at, holder.last if holder else after, sight.words[at].span.start)
    if content is None:
        return None, at
    cue = Span(sight.words[at].cut(phrase_shift(sight, at)), sight.words[after - 1].span.end)
    draft = Draft(
        at, cue, sight.norm(verb), "assert", "reported", holder, content, "source",
        relayer=relayer, beside=holder is not None,
    )  # fmt: skip
    return draft, holder.last if holder else after


def _has_own_content(sight: Sight, holder: Phrase | None) -> bool:
    if holder is None:
        return True
    complement = find_complement(sight, holder.last, _CLAUSE, suffixed=False, strong=True)
    return complement is not None


def relayed(sight: Sight, at: int, cut: Cut, cue: CueForm) -> Draft | None:
    """Read «نقلت <carrier> عن <holder> قوله إن …» and «نسبت <carrier> إلى <holder> القول إن …»."""
    if cue.form.kind not in ("perfect", "imperfect"):
        return None
    carrier, after = subject_after(sight, at + 1, strict=False)
    links = ("الي",) if "NS" in cue.verb.frame.special else ("عن",)
    k = after
    while k < min(after + 14, len(sight)) and sight.norm(k) not in links:
        if sight.lexicon.is_a("clause", sight.norm(k)):
            break
        k += 1
    span = Span(sight.words[at].cut(cut.letters), sight.words[at].span.end)
    holder: Phrase | None = None
    if sight.norm(k) in links:
        holder, after = subject_after(sight, k + 1, strict=False)
        if carrier is None:
            span = Span(span.start, sight.words[k].span.end) if k == at + 1 else span
        if holder is None:
            return None
    complement = find_complement(sight, after, _CLAUSE, suffixed=False, strong=True)
    if complement is None:
        return None
    content = content_span(sight, complement.word, complement.start)
    if content.end - content.start < 2:
        return None
    if holder is None:
        holder, carrier = carrier, None
    return Draft(
        at, span, cue.verb.lemma, "assert", "relayed", holder, content, complement.shape, cue.form.gender,
        cue.form.number, relayer=carrier, beside=holder is not None,
    )  # fmt: skip
