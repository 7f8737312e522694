"""Blame laid on somebody: «حمّل … مسؤولية …», «ألقى باللوم على …»."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.complements import Complement
from tawatur.attribute.drafts import Draft
from tawatur.attribute.finite import build_draft, cue_span
from tawatur.attribute.holders import agrees, continued_holder, subject_after, subject_before
from tawatur.attribute.phrases import Phrase
from tawatur.attribute.view import Sight
from tawatur.lexicon.cues import CueForm
from tawatur.model import Span
from tawatur.text.words import Cut

# Between the verb and «المسؤولية» stand who blames and who is blamed, seldom more than this many words.
_FARTHEST = 16


def laid_blame(sight: Sight, drafts: Sequence[Draft], at: int, cut: Cut, cue: CueForm) -> Draft | None:
    """Read the statement of a verb of blaming at word `at`; None where responsibility or blame is not named."""
    if cue.form.kind == "noun":
        return None
    if "LQ" in cue.verb.frame.special:
        return _cast(sight, drafts, at, cut, cue)
    burden = _find(sight, at + 1, "burden")
    if burden < 0:
        return None
    holder, first = _blamer(sight, at, cue, burden)
    if holder is None:
        holder = _holder_elsewhere(sight, drafts, at, cue)
    complement = Complement(sight.words[first].span.start, first, "object")
    return build_draft(sight, at, cut, cue, holder, complement, beside=holder is not None)


def _cast(sight: Sight, drafts: Sequence[Draft], at: int, cut: Cut, cue: CueForm) -> Draft | None:
    blame = _find(sight, at + 1, "blameword")
    if blame < 0:
        return None
    subject, after = subject_after(sight, at + 1, strict=True, stops=frozenset("ب"))
    holder = subject if subject is not None and subject.last <= blame else None
    on = next((k for k in range(blame + 1, min(blame + 10, len(sight))) if sight.norm(k) == "علي"), -1)
    if on < 0 or on + 1 >= len(sight):
        return None
    if holder is None and after <= blame + 1 < on:
        holder, _ = subject_after(sight, blame + 1, strict=True)
    if holder is None:
        holder = _holder_elsewhere(sight, drafts, at, cue)
    complement = Complement(sight.words[on + 1].span.start, on + 1, "preposition", "علي")
    start = cue_span(sight, at, cut).start
    end = sight.words[blame].span.end if blame == at + 1 else sight.words[at].span.end
    return build_draft(
        sight, at, cut, cue, holder, complement, beside=holder is not None, marked=Span(start, end)
    )  # fmt: skip


def _find(sight: Sight, first: int, kind: str) -> int:
    """Return the word of a class that follows before the sentence's next full stop or cue, -1 for none."""
    for k in range(first, min(first + _FARTHEST, len(sight))):
        if sight.is_mark(k) and sight.words[k].text in ".!؟:":
            return -1
        if sight.is_a(kind, k):
            return k
    return -1


def _blamer(sight: Sight, at: int, cue: CueForm, burden: int) -> tuple[Phrase | None, int]:
    """Return who blames, where named behind the verb, and the word that the content begins with."""
    subject, after = subject_after(sight, at + 1, strict=True)
    if subject is None or cue.form.kind == "participle" or not agrees(sight, subject, cue.form.gender, cue.form.number):
        return None, at + 1
    if cue.form.suffix:
        return (subject, burden) if subject.last <= burden else (None, burden)
    return (subject, after) if subject.last < burden and after < burden else (None, at + 1)


def _holder_elsewhere(sight: Sight, drafts: Sequence[Draft], at: int, cue: CueForm) -> Phrase | None:
    if cue.form.kind != "participle":
        before, how = subject_before(sight, at)
        if before is not None and how and agrees(sight, before, cue.form.gender, cue.form.number):
            return before
    return continued_holder(sight, drafts, at, cue.form.gender, cue.form.number)
