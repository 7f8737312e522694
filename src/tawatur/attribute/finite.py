"""Finite verbs of attribution: which noun phrase is their subject, before or after them, and which their content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribute.clitics import cut_preposition
from tawatur.attribute.complements import Complement, find_complement, opens_quote
from tawatur.attribute.drafts import Draft, Pattern
from tawatur.attribute.extents import content_span, trimmed
from tawatur.attribute.holders import agrees, continued_holder, subject_after, subject_before
from tawatur.attribute.phrase_parts import has_suffix
from tawatur.attribute.phrases import Phrase
from tawatur.attribute.view import Sight
from tawatur.lexicon.cues import CueForm
from tawatur.model import Span
from tawatur.text.words import Cut

_SELF = ("ه", "ها", "هم", "هما", "هن", "ني", "نا")


def cue_span(sight: Sight, at: int, cut: Cut) -> Span:
    """Return the span of a cue without its clitics."""
    word = sight.words[at]
    return Span(word.cut(cut.letters), word.span.end)


def finite_statement(sight: Sight, drafts: Sequence[Draft], at: int, cut: Cut, cue: CueForm) -> Draft | None:
    """Read the statement of a finite verb at word `at`; None where its frame is not filled."""
    frame, form = cue.verb.frame, cue.form
    before, how = subject_before(sight, at)
    if before is not None and not agrees(sight, before, form.gender, form.number):
        before, how = None, ""
    holder, complement = None, None
    if how == "subject":
        complement = _complement(sight, at + 1, cue, strong=True)
        holder = before if complement is not None else None
    if complement is None:
        holder, complement = _verb_first(sight, at, cue)
    if complement is None:
        return _said_before(sight, drafts, at, cut, cue, before)
    if cue.verb.lemma == "اعتبر" and form.kind == "imperfect" and complement.shape == "object":
        # «تعتبر المدينة أكبر …» is passive far more often.
        return None
    if holder is None:
        holder = before
        if holder is None and frame.weak & {"q", "n"} and not cut.clitics:
            return None
        if holder is None:
            holder = continued_holder(sight, drafts, at, form.gender, form.number)
    impersonal = _is_impersonal(sight, at, cue, complement, holder, how)
    if impersonal:
        holder = None
    draft = build_draft(sight, at, cut, cue, holder, complement, beside=holder is not None)
    return replace(draft, pattern="impersonal") if draft is not None and impersonal else draft


def _complement(sight: Sight, after: int, cue: CueForm, *, strong: bool) -> Complement | None:
    if "S" in cue.verb.frame.special and cue.form.suffix:
        return _named_as(sight, after)
    return find_complement(sight, after, cue.verb.frame, suffixed=bool(cue.form.suffix), strong=strong)


def _verb_first(sight: Sight, at: int, cue: CueForm) -> tuple[Phrase | None, Complement | None]:
    """Read a verb with its subject behind it, or with none; what seems a subject may prove to be the object."""
    frame, form = cue.verb.frame, cue.form
    only_clause = frame.clause and not frame.object and not frame.addressed and not frame.joined
    stops = frame.prepositions | frame.addressed | frame.joined
    subject, after = subject_after(sight, at + 1, strict=not only_clause, stops=stops)
    if subject is not None and not agrees(sight, subject, form.gender, form.number):
        subject, after = None, at + 1
    if subject is not None and frame.object and not form.suffix and _is_possessed(sight, subject):
        subject, after = None, at + 1
    complement = _complement(sight, after, cue, strong=subject is not None)
    if complement is None and subject is not None:
        complement = _complement(sight, at + 1, cue, strong=False)
        subject = None
    return subject, complement


def _is_possessed(sight: Sight, phrase: Phrase) -> bool:
    """Tell whether a phrase begins with a noun and its possessive («قلقهم», «استعدادها»): an object, mostly."""
    word = sight.words[phrase.first]
    return phrase.first not in sight.named and has_suffix(word.text, word.norm) and not sight.is_a("role", phrase.first)


def _named_as(sight: Sight, after: int) -> Complement | None:
    """Find what something is called: «ما سماه الوزير …», «وصفته بأنه …», «تصنفها كـ…»."""
    k = after
    while k < len(sight) and (sight.lexicon.is_a("adverb", sight.norm(k)) or sight.lexicon.is_a("time", sight.norm(k))):
        k += 1
    shape = "clause"
    start = -1
    if sight.lexicon.is_a("clause", sight.norm(k)) or sight.norm(k) in ("ب", "ك"):
        k += 1
    elif k < len(sight) and cut_preposition(sight, k) in ("ب", "ك"):
        start = sight.words[k].cut(1)
    elif k >= len(sight) or (sight.is_mark(k) and not opens_quote(sight, k)) or sight.lexicon.is_a("pp", sight.norm(k)):
        return None
    if k >= len(sight):
        return None
    return Complement(sight.words[k].span.start if start < 0 else start, k, "clause" if shape else "quote")


def _said_before(
    sight: Sight, drafts: Sequence[Draft], at: int, cut: Cut, cue: CueForm, before: Phrase | None
) -> Draft | None:
    """Read a denial of what was said before it («…، وهو ما نفاه الوزير», «نفتها الوزارة»)."""
    if cue.verb.stance != "deny" or not cue.form.suffix:
        return None
    holder, _ = subject_after(sight, at + 1, strict=False)
    span = cue_span(sight, at, cut)
    earlier = [d for d in drafts if d.content.end <= span.start]
    content = earlier[-1].content if earlier else trimmed(sight, Span(sight.span.start, span.start))
    if content.end - content.start < 2:
        return None
    return Draft(
        at, span, cue.verb.lemma, "deny", "verb", holder or before, content, "object", cue.form.gender,
        cue.form.number, beside=holder is not None,
    )  # fmt: skip


def _is_impersonal(
    sight: Sight, at: int, cue: CueForm, complement: Complement, holder: Phrase | None, how: str
) -> bool:
    """Tell whether a form is passive («يعتقد أن»): masculine, its clause right behind it, no person before it."""
    if (
        "x" not in cue.verb.frame.special
        or cue.form.kind != "imperfect"
        or (cue.form.gender, cue.form.number) != ("m", "s")
    ):
        return False
    if complement.word > at + 2 or how == "relative" or (holder is not None and holder.last > at):
        return False
    return not (how == "subject" and _is_person(sight, holder))


def _is_person(sight: Sight, phrase: Phrase | None) -> bool:
    return phrase is not None and (
        sight.is_a("role", phrase.first)
        or any(k in sight.named and sight.named[k].type == "PER" for k in range(phrase.first, phrase.last))
    )


def build_draft(
    sight: Sight,
    at: int,
    cut: Cut,
    cue: CueForm,
    holder: Phrase | None,
    complement: Complement,
    *,
    beside: bool,
    marked: Span | None = None,
) -> Draft | None:
    """Settle a statement's content and holder; None where no content is left. `marked` replaces the cue's own span."""
    content = content_span(sight, complement.word, complement.start)
    if content.end - content.start < 2:
        return None
    span = marked or cue_span(sight, at, cut)
    if holder is not None and holder.span.meets(content) and content.start <= holder.span.start:
        holder = None
    kinds: dict[str, Pattern] = {"participle": "participle", "noun": "noun"}
    lead = sight.norm(complement.word - 1) if complement.shape == "clause" else ""
    return Draft(
        at, span, cue.verb.lemma, cue.verb.stance, kinds.get(cue.form.kind, "verb"), holder, content,
        complement.shape, cue.form.gender, cue.form.number, beside=beside,
        reflexive=len(lead) > 2 and lead.endswith(_SELF),
    )  # fmt: skip
