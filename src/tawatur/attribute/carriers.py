"""Carriers named between a holder and this outlet: media, platforms, and the documents that words were given in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.attribute.clitics import is_carrier
from tawatur.attribute.drafts import Draft
from tawatur.attribute.phrase_parts import is_definite
from tawatur.attribute.phrases import read_phrase
from tawatur.attribute.view import CLOSING, OPENING, Sight
from tawatur.model import Span

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Carrier:
    """One carrier: its span and what it is."""

    span: Span
    kind: str


def carriers_of(sight: Sight, draft: Draft) -> tuple[Span, ...]:
    """Return the carriers of a statement, in the order of the text."""
    found: list[Carrier] = []
    if draft.relayer is not None:
        found.append(Carrier(draft.relayer.span, "media"))
    for first, last in _stretches(sight, draft):
        found.extend(_in_words(sight, first, last, draft))
    media = any(c.kind in ("media", "platform") for c in found)
    kept = [c for c in found if c.kind != "document" or not media or _stands(sight, c.span)]
    spans = sorted({c.span for c in kept})
    return tuple(s for s in spans if not any(o != s and o.holds(s) for o in spans))


def _stands(sight: Sight, span: Span) -> bool:
    standing = sight.lexicon.words["standing"]
    return any(w.norm in standing for w in sight.words if w.span.start == span.start or w.span.end == span.end)


def _stretches(sight: Sight, draft: Draft) -> list[tuple[int, int]]:
    """Return the word ranges in which a statement's carriers are named."""
    words = sight.words
    after_cue = draft.word + 1
    if draft.pattern in ("source", "reported"):
        first = draft.holder.last if draft.holder else after_cue
        last = first
        while last < len(words) and last - first < _LONGEST and not sight.is_mark(last):
            last += 1
        return [(first, last)]
    ranges: list[tuple[int, int]] = []
    first = after_cue
    last = first
    while last < len(words) and words[last].span.start < draft.content.start:
        last += 1
    if draft.content.start > draft.cue.start:
        ranges.append((first, last))
    if draft.content.start > draft.cue.start and draft.pattern == "verb" and _opens_with_document(sight, draft):
        ranges.append((0, draft.word))
    return ranges


def _opens_with_document(sight: Sight, draft: Draft) -> bool:
    """Tell whether the sentence leads up to the cue from «وفي بيان …», «وعبر تويتر …»."""
    return draft.word <= 14 and sight.norm(0) in ("في", "وفي", "عبر", "وعبر", "علي", "وعلي", "خلال", "وخلال")


def _in_words(sight: Sight, first: int, last: int, draft: Draft) -> list[Carrier]:
    found: list[Carrier] = []
    k = first
    holder = draft.holder
    while k < last:
        if holder is not None and holder.first <= k < holder.last:
            k = holder.last
            continue
        carrier, after = _at(sight, k)
        if carrier is not None and carrier.span.end <= sight.words[last - 1].span.end:
            found.append(carrier)
            k = max(after, k + 1)
        else:
            k += 1
    return found


def all_carriers(sight: Sight) -> tuple[Span, ...]:
    """Return every media outlet, platform and document in a sentence that stands where a carrier may stand."""
    found: list[Span] = []
    k = 0
    while k < len(sight):
        carrier, after = _at(sight, k)
        if carrier is not None:
            found.append(carrier.span)
        k = max(after, k + 1)
    return tuple(found)


def _at(sight: Sight, k: int) -> tuple[Carrier | None, int]:
    word = sight.words[k]
    if word.kind != "word":
        return None, k
    norm = word.norm
    before = sight.norm(k - 1)
    preposition = norm[:1] in ("ل", "ب") and not sight.lexicon.is_a("media", norm)
    linked = before in ("مع", "عبر", "وعبر", "علي", "وعلي", "في", "وفي", "ل", "ب", "الي", "من")
    lexicon = sight.lexicon
    if lexicon.is_a("platform", norm) or (is_definite(norm) and lexicon.is_a("platform", norm[2:])):
        first = k - 1 if sight.norm(k - 1) == "موقع" else k
        return Carrier(Span(sight.words[first].span.start, word.span.end), "platform"), k + 1
    if preposition and norm[:1] == "ل":
        rest = "ا" + norm[1:] if norm.startswith("لل") else norm[1:]
        if is_carrier(sight, k, rest):
            return _medium(sight, k, 1)
    if norm == "ل" and k + 1 < len(sight):
        inner = k + 1
        while inner < len(sight) and sight.words[inner].text in OPENING:
            inner += 1
        if inner < len(sight) and (is_carrier(sight, inner, sight.norm(inner)) or inner > k + 1):
            return _medium(sight, inner, 0)
    if is_carrier(sight, k, norm) and (linked or _has_carried(sight, k)):
        return _medium(sight, k, 0)
    return _document(sight, k)


def _has_carried(sight: Sight, k: int) -> bool:
    """Tell whether a verb of carrying stands before («بثته وكالة …», «نشرته صحيفة …»)."""
    return sight.norm(k - 1).endswith(("ته", "تها", "لته", "ه", "ها")) and k > 0 and k - 1 not in sight.named


def _medium(sight: Sight, k: int, cut: int) -> tuple[Carrier, int]:
    name = sight.name_from.get(k)
    if name is not None:
        last = sight.name_to[name.span.start]
        start = name.span.start
        end = name.span.end
        return Carrier(Span(start, end), "media"), last
    phrase = read_phrase(sight, k, strict=True, cut=cut)
    if phrase is None:
        word = sight.words[k]
        return Carrier(Span(word.cut(cut), word.span.end), "media"), k + 1
    last = phrase.last
    if last < len(sight) and sight.words[last].text in OPENING:
        close = next((i for i in range(last + 1, min(last + 7, len(sight))) if sight.words[i].text in CLOSING), -1)
        if close > 0:
            return Carrier(Span(phrase.span.start, sight.words[close].span.end), "media"), close + 1
    return Carrier(phrase.span, "media"), last


def _document(sight: Sight, k: int) -> tuple[Carrier | None, int]:
    """Read «في بيان», «في تصريح صحفي», «ببيانها», «في مقابلة تلفزيونية»."""
    norm = sight.norm(k)
    lexicon = sight.lexicon
    cut = 1 if norm[:1] in ("ب", "ل") and _is_document(sight, norm[1:]) else 0
    if not cut and not _is_document(sight, norm):
        return None, k
    before = sight.norm(k - 1)
    if not cut and before not in ("في", "وفي", "عبر", "وعبر", "خلال", "وخلال", "سلسله", "من", "ضمن", "علي"):
        return None, k
    last = k + 1
    following = sight.norm(last)
    relation = not is_definite(norm) and following.endswith(("ي", "يه", "فيديو")) and following[:1] not in ("ل", "ب")
    relation = relation and not lexicon.is_a("pp", following)
    if relation or lexicon.is_a("attribute", following):
        last += 1
    return Carrier(Span(sight.words[k].cut(cut), sight.words[last - 1].span.end), "document"), last


def _is_document(sight: Sight, norm: str) -> bool:
    lexicon = sight.lexicon
    if lexicon.is_a("document", norm) or (is_definite(norm) and lexicon.is_a("document", norm[2:])):
        return True
    return any(norm.endswith(s) and lexicon.is_a("document", norm[: -len(s)]) for s in ("ه", "ها", "هم", "هما"))


def only_carries(sight: Sight, drafts: Sequence[Draft], draft: Draft) -> list[int]:
    """Return the places of the statements that a source phrase names the carrier of, empty where it is a source itself.

    «قال الوزير إن …، وفقا لما نقلته وكالة …» is one statement with a carrier, not two.
    """
    if draft.holder is None or not (draft.pattern == "source" or draft.lemma.startswith("نقل")):
        return []
    first = sight.norm(draft.holder.first)
    bare = first[1:] if first[:1] in ("ل", "ب") else first
    if not (is_carrier(sight, draft.holder.first, first) or _is_document(sight, first) or _is_document(sight, bare)):
        return []
    return [
        k
        for k, d in enumerate(drafts)
        if d.pattern in ("verb", "participle", "relayed")
        and draft.content.holds(d.cue)
        and (d.holder is not None or (draft.pattern == "reported" and draft.lemma.startswith("نقل")))
    ]


def inherited(sight: Sight, drafts: Sequence[Draft], vias: Sequence[tuple[Span, ...]], index: int) -> tuple[Span, ...]:
    """Return the carriers that a statement without its own takes over from the one it continues in its sentence."""
    draft = drafts[index]
    if draft.pattern not in ("participle", "verb", "noun"):
        return ()
    for outer in reversed(drafts[:index]):
        if outer.holder is not None and outer.content.holds(draft.cue) and draft.holder is not None:
            first = sight.norm(outer.holder.first)
            told = is_carrier(sight, outer.holder.first, first) or _is_document(sight, first)
            return (outer.holder.span,) if told else ()
    for k in range(index - 1, -1, -1):
        earlier = drafts[k]
        if earlier.pattern in ("source", "reported"):
            continue
        if draft.holder is not None and earlier.holder == draft.holder:
            return vias[k]
        if draft.holder is None and earlier.holder is None and draft.pattern == "participle":
            return vias[k]
    return ()
