"""Finite verbs of attribution: which noun phrase is their subject, before or after them, and which their content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribute.clitics import cut_preposition
from tawatur.attribute.complements import Complement, find_complement, opens_quote
from tawatur.attribute.drafts import Draft, Pattern
from tawatur.attribute.extents import content_span, trimmed
from tawatur.attribute.holders import agrees, continued_holder, subject_after, subject_before
from tawatur.attribute.phrase_parts import has_suffix, is_definite
from tawatur.attribute.phrases import Phrase, read_phrase
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
    if how == "subject" and sight.is_comma(at - 1):
        holder, complement = _led_up_to(sight, at, cue)
    if complement is None and how == "subject":
        complement = _complement(sight, at + 1, cue, strong=True)
        holder = before if complement is not None else None
    if complement is None:
        holder, complement = _verb_first(sight, at, cue)
    if frame.clause and (complement is None or complement.shape == "quote" or sight.norm(at - 1) == "هكذا"):
        quoted = _quoted_before(sight, at, cut, cue)
        if quoted is not None:
            return quoted
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
    if draft is not None and holder is not None and not impersonal:
        draft = _passed_on(sight, draft, holder, complement.word)
    return replace(draft, pattern="impersonal") if draft is not None and impersonal else draft


def _passed_on(sight: Sight, draft: Draft, carrier: Phrase, end: int) -> Draft:
    """Give the statement to whom its subject passes it on from («ذكرت صحيفة نقلا عن مصادر أن …»)."""
    for k in range(max(carrier.last, draft.word + 1), end):
        if sight.norm(k) in ("نقلا", "ناقله", "ناقلا") and sight.norm(k + 1) == "عن":
            source, _ = subject_after(sight, k + 2, strict=False)
            if source is None or source.last > end:
                return draft
            cue = Span(sight.words[k].span.start, sight.words[k + 1].span.end)
            return replace(draft, cue=cue, holder=source, relayer=carrier, gender="", number="")
    return draft


def _led_up_to(sight: Sight, at: int, cue: CueForm) -> tuple[Phrase | None, Complement | None]:
    """Read a verb after a comma that has a subject and a clause or quotation of its own behind it."""
    subject, complement = _verb_first(sight, at, cue)
    if subject is None or complement is None or complement.shape not in ("clause", "quote"):
        return None, None
    return (subject, complement) if complement.word <= subject.last + 2 else (None, None)


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
    if subject is not None and frame.object and not form.suffix:
        turned = _object_first(sight, subject, cue)
        if turned is not None:
            return turned
    if subject is not None and frame.object and not form.suffix and _is_possessed(sight, subject):
        subject, after = None, at + 1
    complement = _complement(sight, after, cue, strong=subject is not None)
    if complement is None and subject is not None:
        complement = _complement(sight, at + 1, cue, strong=False)
        subject = None
    return subject, complement


def _object_first(sight: Sight, thing: Phrase, cue: CueForm) -> tuple[Phrase, Complement] | None:
    """Read verb, object, subject («انتقد القرار نواب من المعارضة»): a thing, then people who end the clause."""
    head = thing.first
    if head in sight.named or not thing.definite or any(sight.is_a(k, head) for k in ("role", "body", "media")):
        return None
    if cue.verb.frame.clause or cue.verb.stance not in ("evaluate", "deny", "accuse"):
        return None
    at = next(
        (k for k in range(head + 1, thing.last) if sight.is_a("role", k) and not is_definite(sight.norm(k))), thing.last
    )
    name = sight.name_from.get(at)
    people = name is not None and name.span.start == sight.words[at].span.start if at < len(sight) else False
    if at >= len(sight) or not (people or sight.is_a("role", at) or sight.is_a("body", at)):
        return None
    subject = read_phrase(sight, at)
    if subject is None or not agrees(sight, subject, cue.form.gender, cue.form.number):
        return None
    return subject, Complement(sight.words[head].span.start, head, "object")


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


def _quoted_before(sight: Sight, at: int, cut: Cut, cue: CueForm) -> Draft | None:
    """Read «"…"، قال فلان»: a sentence opens with what was said, and the verb follows its closing mark."""
    p = at - 1
    thus = sight.norm(p) in ("هكذا", "بهذا", "بهذه")
    p -= 1 if thus else 0
    while p > 0 and sight.is_comma(p):
        p -= 1
    if p < 3 or not sight.is_mark(p) or cut.clitics or cue.form.suffix:
        return None
    quote = next((q for q in sight.quotes if q.span.end == sight.words[p].span.end), None)
    if quote is None or quote.span.start > sight.words[1].span.start or quote.inner.end - quote.inner.start < 8:
        return None
    subject, _ = subject_after(sight, at + 1, strict=False)
    if subject is None or not agrees(sight, subject, cue.form.gender, cue.form.number):
        return None
    return Draft(
        at, cue_span(sight, at, cut), cue.verb.lemma, cue.verb.stance, "verb", subject, trimmed(sight, quote.inner),
        "quote", cue.form.gender, cue.form.number, beside=True,
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
        if complement.shape == "object" and beside and holder.first > complement.word:
            content = trimmed(sight, Span(content.start, holder.span.start))
        else:
            holder = None
    kinds: dict[str, Pattern] = {"participle": "participle", "noun": "noun"}
    lead = sight.norm(complement.word - 1) if complement.shape == "clause" else ""
    return Draft(
        at, span, cue.verb.lemma, cue.verb.stance, kinds.get(cue.form.kind, "verb"), holder, content,
        complement.shape, cue.form.gender, cue.form.number, beside=beside,
        reflexive=len(lead) > 2 and lead.endswith(_SELF),
    )  # fmt: skip
