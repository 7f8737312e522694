"""Find the statements of one sentence: verbs, participles, verbal nouns, nouns and source phrases in their frames."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribute.blaming import laid_blame
from tawatur.attribute.clitics import cut_preposition, silence_at
from tawatur.attribute.complements import find_complement
from tawatur.attribute.drafts import Draft
from tawatur.attribute.extents import content_span, starts_reported, starts_source, trimmed
from tawatur.attribute.finite import build_draft, cue_span, finite_statement
from tawatur.attribute.headed import headed_statement
from tawatur.attribute.holders import continued_holder, subject_after, subject_before
from tawatur.attribute.phrase_parts import is_definite
from tawatur.attribute.sources import relayed, reported_statement, source_statement
from tawatur.attribute.view import Sight
from tawatur.lexicon.cues import CueForm, Frame
from tawatur.model import Span
from tawatur.text.words import Cut


def find_statements(sight: Sight) -> list[Draft]:
    """Return the statements of a sentence in the order of their cues."""
    headed = headed_statement(sight)
    drafts: list[Draft] = [headed] if headed is not None else []
    at = 0
    while at < len(sight):
        at = _step(sight, drafts, at)
    return drafts


def _step(sight: Sight, drafts: list[Draft], at: int) -> int:
    # «طالبا عدم كشف هويته» belongs to its holder.
    skip = silence_at(sight, at) or _formula(sight, at)
    if skip:
        return at + skip
    size = starts_reported(sight, at)
    if size:
        draft, after = reported_statement(sight, drafts, at, size)
        if draft is not None:
            drafts.append(draft)
            return after
    size = starts_source(sight, at)
    if size:
        draft = source_statement(sight, drafts, at, size)
        if draft is not None:
            drafts.append(draft)
            after = draft.holder.last if draft.holder else at + size
            while draft.content.start > draft.cue.start and after < len(sight):
                if sight.words[after].span.start >= draft.content.start:
                    break
                after += 1
            return after
    if sight.is_mark(at) or at in sight.named:
        return at + 1
    for cut, form in _readings(sight, at):
        draft = _verb(sight, drafts, at, cut, form)
        if draft is not None and _is_likely(sight, drafts, draft):
            drafts.append(draft)
            return max(at + 1, _past(sight, draft))
    draft = _noun(sight, drafts, at)
    if draft is not None:
        drafts.append(draft)
    return at + 1


def _is_likely(sight: Sight, drafts: list[Draft], draft: Draft) -> bool:
    """Tell whether a cue inside another's content is likely a statement of its own.

    With an object or a preposition and no subject beside it, it is more often plain wording: on gold/train.jsonl two
    of three such readings were none; inside quotations nearly all.
    """
    if draft.shape in ("clause", "quote", "source") or not any(d.content.holds(draft.cue) for d in drafts):
        return True
    return draft.beside and sight.quoted[draft.word] < 0


def _past(sight: Sight, draft: Draft) -> int:
    """Return the word after which further cues are looked for: «قائلا», «قوله» before the content belong to the cue."""
    at = draft.word + 1
    while at < len(sight) and sight.words[at].span.start < draft.content.start:
        if sight.norm(at) in ("الذي", "التي", "الذين", "ما", "مما", "بما", "فيه", "فيها"):
            return at
        at += 1
    return at


def _formula(sight: Sight, at: int) -> int:
    norm = sight.norm(at)
    for shift in (0, 1):
        if shift and norm[:1] != "و":
            break
        for phrase in sight.lexicon.phrases.get("formula", {}).get(norm[shift:], ()):
            if all(sight.norm(at + i) == w for i, w in enumerate(phrase) if i):
                return len(phrase)
    return 0


def _readings(sight: Sight, at: int) -> Iterator[tuple[Cut, CueForm]]:
    order = {"imperfect": 0, "perfect": 0, "participle": 1, "noun": 2}
    for cut, form in sorted(sight.forms(at), key=lambda f: order[f[1].form.kind]):
        if form.form.kind in ("perfect", "imperfect"):
            if _is_verb_here(sight, at, cut, form):
                yield cut, form
        elif form.form.kind == "participle":
            if _is_participle_here(sight, at, cut, form):
                yield cut, form
        else:
            yield cut, form


def _is_verb_here(sight: Sight, at: int, cut: Cut, form: CueForm) -> bool:
    before = sight.norm(at - 1)
    frame = form.verb.frame
    takes_object = frame.clause or frame.object or frame.addressed or frame.joined or frame.special
    if sight.lexicon.is_a("negation", before) or (form.form.suffix and not takes_object):
        return False
    if form.form.kind == "imperfect":
        return before not in ("ان", "لكي", "كي", "قبل") or cut.clitics != ""
    if cut.clitics in ("و", "ف"):
        return True
    if sight.lexicon.is_a("preposition", before):
        return False
    return not sight.lexicon.is_a("nounlike", cut.form) or _begins_clause(sight, at)


def _begins_clause(sight: Sight, at: int) -> bool:
    """Tell whether a verb may stand here: a clause begins, a subject stands before, an auxiliary or relative leads."""
    before = sight.norm(at - 1)
    lexicon = sight.lexicon
    if (
        at == 0
        or sight.is_mark(at - 1)
        or before in ("كما", "ثم", "وقد", "قد", "عندما", "بعدما", "حين", "وهو", "اليوم")
    ):
        return True
    if any(lexicon.is_a(kind, before) for kind in ("auxiliary", "opener", "relative", "time", "clause", "adverb")):
        return True
    return subject_before(sight, at)[0] is not None


def _is_participle_here(sight: Sight, at: int, cut: Cut, form: CueForm) -> bool:
    norm = form.form.text
    text = sight.words[at].text.rstrip("\u064b\u064c\u064d")
    if sight.lexicon.is_a("preposition", sight.norm(at - 1)) or cut.clitics not in ("", "و"):
        return False
    if norm.endswith("ا") and form.form.gender == "m":
        return True
    if norm.endswith("ين") and not norm.startswith("ال") and cut.clitics == "":
        after = sight.norm(at + 1)
        governs = form.verb.frame.takes(after) or form.verb.frame.takes(cut_preposition(sight, at + 1) or "-")
        if governs and (is_definite(sight.norm(at - 1)) or at - 1 in sight.named):
            return True
    if text.endswith("ة") or norm.endswith("ين"):
        return sight.is_comma(at - 1) or sight.is_mark(at - 1) or cut.clitics == "و" or _clause_follows(sight, at)
    return sight.is_comma(at - 1) and _clause_follows(sight, at)


def _clause_follows(sight: Sight, at: int) -> bool:
    return any(sight.lexicon.is_a("clause", sight.norm(at + k)) for k in (1, 2))


def _verb(sight: Sight, drafts: list[Draft], at: int, cut: Cut, cue: CueForm) -> Draft | None:
    kind = cue.form.kind
    frame = cue.verb.frame
    if "NS" in frame.special or cue.verb.lemma == "نقل":
        return relayed(sight, at, cut, cue)
    if frame.special & {"M", "LQ"}:
        return laid_blame(sight, drafts, at, cut, cue)
    if "JA" in frame.special:
        return _stands_in(sight, at, cut, cue)
    if kind == "noun":
        return _verbal_noun(sight, drafts, at, cut, cue)
    if kind == "participle":
        complement = find_complement(sight, at + 1, frame, suffixed=False, strong=False)
        if complement is None or complement.word > at + 12:
            return None
        holder = continued_holder(sight, drafts, at, cue.form.gender, cue.form.number)
        return build_draft(sight, at, cut, cue, holder, complement, beside=False)
    return finite_statement(sight, drafts, at, cut, cue)


def _stands_in(sight: Sight, at: int, cut: Cut, cue: CueForm) -> Draft | None:
    """Read «جاء في البيان أن …», «ورد في تقرير …»."""
    if sight.norm(at + 1) not in ("في", "علي") or cue.form.kind != "perfect":
        return None
    subject, after = subject_after(sight, at + 2, strict=False)
    complement = find_complement(sight, after, cue.verb.frame, suffixed=False, strong=True)
    if complement is None:
        complement = find_complement(sight, after, Frame(clause=True), suffixed=False, strong=True)
    if subject is None or complement is None:
        return None
    span = Span(cue_span(sight, at, cut).start, sight.words[at + 1].span.end)
    return build_draft(sight, at, cut, cue, subject, complement, beside=True, marked=span)


def _verbal_noun(sight: Sight, drafts: list[Draft], at: int, cut: Cut, cue: CueForm) -> Draft | None:
    frame = cue.verb.frame
    if cut.clitics.endswith("ك") or cue.verb.silent_noun:
        return None
    subject, after = None, at + 1
    if not cue.form.suffix and not cue.form.text.startswith("ال"):
        subject, after = subject_after(sight, at + 1, strict=True)
    complement = find_complement(sight, after, frame, suffixed=False, strong=False)
    if complement is None or complement.word > after + 3:
        return None
    if complement.shape == "object" and (subject is None and not cue.form.suffix):
        return None
    if complement.shape == "object" and complement.word > after:
        return None
    if subject is None and cue.form.suffix:
        subject = continued_holder(sight, drafts, at, "", "")
    return build_draft(sight, at, cut, cue, subject, complement, beside=subject is not None)


# «وسط مخاوف من …، انتشرت الشرطة»: a noun this near to the beginning, after a preposition, belongs to an adverbial.
_OPENING_ADVERBIAL = 3


def _is_preposition(sight: Sight, at: int) -> bool:
    norm = sight.norm(at)
    return any(sight.lexicon.is_a("pp", n) for n in (norm, norm[1:] if norm[:1] == "و" else norm))


def _noun(sight: Sight, drafts: list[Draft], at: int) -> Draft | None:
    word = sight.words[at]
    for shift, norm in enumerate((word.norm, word.norm[1:] if word.norm[:1] in "وبلف" else "")):
        noun = sight.lexicon.nouns.get(norm)
        if noun is None:
            continue
        complement = find_complement(sight, at + 1, noun.frame, suffixed=False, strong=False)
        if complement is None or complement.word > at + 5 or complement.shape == "object":
            return None
        content = content_span(sight, complement.word, complement.start)
        if at <= _OPENING_ADVERBIAL and _is_preposition(sight, 0):
            comma = next((k for k in range(complement.word, len(sight)) if sight.is_comma(k)), len(sight))
            content = trimmed(sight, Span(content.start, min(content.end, sight.words[comma - 1].span.end)))
        if content.end - content.start < 2:
            return None
        cue = Span(word.cut(shift), word.span.end)
        return Draft(
            at, cue, noun.lemma, noun.stance, "noun", None, content, complement.shape,
        )  # fmt: skip
    return None
