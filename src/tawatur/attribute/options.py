"""What may be a statement's holder, content and carriers, by grammar and tagger, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tawatur.attribute.acts import is_act
from tawatur.attribute.candidates import Candidate, likeliest, rest_of, said_span
from tawatur.attribute.clitics import addresses_carrier, cut_preposition, is_carrier
from tawatur.attribute.drafts import Draft
from tawatur.attribute.hearing import Heard, Hearing, ladder
from tawatur.attribute.view import CLOSING, Sight
from tawatur.model import Span
from tawatur.tagger.tagged import Filler

Features = frozenset[str]
# Contents shorter than this many code points are slips of a boundary.
_LEAST_SAID = 2
# What an agency calls itself after its name, as `norm` has it («وكالة "الأفق" للأنباء»).
_KINDS_OF_AGENCY = frozenset({"للانباء", "للاخبار", "للاعلام", "للصحافه"})


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a part of a statement: its span, None for «there is none», and the features that speak for it."""

    span: Span | None
    features: Features


def shared(hearing: Hearing, one: Span | None, other: Span | None) -> float:
    """Return the F1 of the words of two spans; 1 where both are absent."""
    if one is None or other is None:
        return float(one is other)
    (a, b), (c, d) = hearing.word_range(one), hearing.word_range(other)
    common = min(b, d) - max(a, c)
    return 2 * max(common, 0) / max(1, (b - a) + (d - c))


def _gathered(spans: Iterator[tuple[str, Span]], hearing: Hearing) -> list[tuple[Span, tuple[str, ...]]]:
    """Return the spans of different words, each with all who propose it."""
    found: dict[tuple[int, int], tuple[Span, list[str]]] = {}
    for who, span in spans:
        key = hearing.word_range(span)
        found.setdefault(key, (span, []))[1].append(who)
    return [(span, tuple(who)) for span, who in found.values()]


# --- content ----------------------------------------------------------------------------------------------------------


def contents(hearing: Hearing, candidate: Candidate) -> list[Option]:
    """Return what may be the content: either reading, the start of one with the end of the other, the rest."""
    draft = candidate.draft
    if candidate.heard is None:
        return [Option(draft.content, frozenset())]
    heard = hearing.heard(candidate.heard)
    gathered = _gathered(_content_spans(hearing, candidate, heard), hearing)
    return [Option(span, frozenset(_of_content(hearing, candidate, heard, span, who))) for span, who in gathered]


def _content_spans(hearing: Hearing, candidate: Candidate, heard: Heard) -> Iterator[tuple[str, Span]]:
    sight, draft = hearing.sight, candidate.draft
    grammar = None if candidate.alone else draft.content
    if grammar is not None:
        yield "grammar", grammar
    runs = heard.fillers["content"]
    best = likeliest(runs)
    spans: list[tuple[str, Span]] = []
    if best is not None:
        best = _with_its_act(hearing, draft, heard, best)
        spans.append(("tagger", best.span))
        if len(runs) > 1:
            spans.append(("all runs", Span(runs[0].span.start, runs[-1].span.end)))
        if grammar is not None:
            spans.append(("tagger to grammar", Span(best.span.start, grammar.end)))
            spans.append(("grammar to tagger", Span(grammar.start, best.span.end)))
        if best.span.start > draft.cue.start:
            spans.append(("tagger to end", Span(best.span.start, sight.span.end)))
    spans.append(("rest", rest_of(sight, draft.cue)))
    for who, span in spans:
        if span.end - span.start < _LEAST_SAID:
            continue
        said = said_span(sight, span)
        if said.end - said.start >= _LEAST_SAID and not said.meets(draft.cue):
            yield who, said


def _with_its_act(hearing: Hearing, draft: Draft, heard: Heard, said: Filler) -> Filler:
    """Return the tagger's content with the act before it that it takes for the holder: «أكدت | حرص الجامعة على …»."""
    acts = (f.span for f in heard.fillers["holder"] if _is_her_act(hearing, draft, f.span))
    start = next((s.start for s in acts if draft.cue.end <= s.start < said.span.start), said.span.start)
    return replace(said, span=Span(start, said.span.end))


def _of_content(
    hearing: Hearing, candidate: Candidate, heard: Heard, span: Span, who: tuple[str, ...]
) -> Iterator[str]:
    sight, draft = hearing.sight, candidate.draft
    source = "+".join(w for w in who if w in ("grammar", "tagger")) or who[0]
    first, last = hearing.word_range(span)
    kind = f"{draft.pattern},{draft.shape}"
    yield f"from={source}"
    yield f"from={source},{kind}"
    for one in who:
        yield f"by={one}"
    yield from ladder("inside", heard.over("content", first, last))
    yield from ladder("first", heard.at("content", first))
    yield from ladder("last", heard.at("content", _spoken(sight, last - 1, -1)))
    yield from ladder("before", heard.at("content", _spoken(sight, first - 1, -1)))
    yield from ladder("after", heard.at("content", _spoken(sight, last, 1)))
    yield f"left={_mark(sight, first - 1)}"
    yield f"left={_mark(sight, first - 1)},{draft.shape}"
    yield f"right={_mark(sight, last)}"
    yield f"right={_mark(sight, last)},{draft.shape}"
    yield f"side={'before' if span.end <= draft.cue.start else 'after'},{draft.pattern}"
    yield f"words={min(4, (last - first) // 2)}"


def _spoken(sight: Sight, word: int, step: int) -> int:
    """Return the nearest word at or beyond a place that is no mark of punctuation."""
    while sight.is_mark(word):
        word += step
    return word


def _mark(sight: Sight, word: int) -> str:
    if not 0 <= word < len(sight):
        return "edge"
    if sight.words[word].kind == "mark":
        return sight.words[word].text
    return sight.norm(word) if sight.lexicon.is_a("clause", sight.norm(word)) else sight.words[word].kind


# --- holder -----------------------------------------------------------------------------------------------------------


def holders(hearing: Hearing, candidate: Candidate, content: Span | None = None) -> list[Option]:
    """Return who may be the holder: either reading, or nobody; none that meets the content, if given, or the cue."""
    draft = candidate.draft
    own = draft.holder.span if draft.holder is not None else None
    if candidate.heard is None:
        return [Option(own, frozenset())]
    heard = hearing.heard(candidate.heard)
    nobody = Option(None, frozenset(_of_nobody(candidate, heard)))
    found = [nobody]
    for span, who in _gathered(_holder_spans(hearing, candidate, heard), hearing):
        if not (content is not None and span.meets(content)) and not span.meets(draft.cue):
            found.append(Option(span, frozenset(_of_holder(hearing, candidate, heard, span, who))))
    return found


def _holder_spans(hearing: Hearing, candidate: Candidate, heard: Heard) -> Iterator[tuple[str, Span]]:
    draft = candidate.draft
    if draft.holder is not None and not candidate.alone:
        yield "grammar", draft.holder.span
    best = likeliest(heard.fillers["holder"])
    for filler in heard.fillers["holder"]:
        if not (_is_told(hearing, draft, filler.span) or _is_her_act(hearing, draft, filler.span)):
            yield "tagger" if filler is best else "tagger too", _without_carrier(hearing.sight, filler.span)


def _is_told(hearing: Hearing, draft: Draft, span: Span) -> bool:
    """Tell whether a span is to whom a verb of saying right before it speaks: «وقال | لرئيسه إن …»."""
    sight = hearing.sight
    first = hearing.word_range(span)[0]
    if draft.pattern != "verb" or first != draft.word + 1 or cut_preposition(sight, first) != "ل":
        return False
    return any(form.verb.frame.clause for _, form in sight.forms(draft.word))


def _is_her_act(hearing: Hearing, draft: Draft, span: Span) -> bool:
    """Tell whether a span is what a feminine verb has for its object: «أكدت | تصميم الدولة»."""
    feminine = draft.pattern == "verb" and draft.gender == "f" and draft.number == "s"
    return feminine and is_act(hearing.sight, hearing.word_range(span)[0])


def _without_carrier(sight: Sight, span: Span) -> Span:
    """Return a holder without whom the words were said to: «الوزير لوكالة الأنباء», «مصدر للصحفيين»."""
    for at, word in enumerate(sight.words):
        if span.start < word.span.start < span.end and addresses_carrier(sight, at):
            return Span(span.start, sight.words[at - 1].span.end)
    return span


def _of_nobody(candidate: Candidate, heard: Heard) -> Iterator[str]:
    draft = candidate.draft
    grammar = "alone" if candidate.alone else "none" if draft.holder is None else "some"
    yield "nobody"
    yield f"nobody,{draft.pattern}"
    yield f"nobody,grammar={grammar}"
    yield f"nobody,grammar={grammar},{draft.pattern}"
    yield from ladder("nobody,likeliest word", max(heard.by_word["holder"], default=0.0))


def _of_holder(hearing: Hearing, candidate: Candidate, heard: Heard, span: Span, who: tuple[str, ...]) -> Iterator[str]:
    sight, draft = hearing.sight, candidate.draft
    source = "+".join(who)
    first, last = hearing.word_range(span)
    grammar = "alone" if candidate.alone else "none" if draft.holder is None else "some"
    yield f"from={source}"
    yield f"from={source},{draft.pattern}"
    yield f"from={source},grammar={grammar}"
    if "grammar" in who:
        yield f"beside={draft.beside},{source},{draft.pattern}"
    yield from ladder("inside", heard.over("holder", first, last))
    yield from ladder("head", heard.at("holder", first))
    yield from ladder("likeliest word", max(heard.by_word["holder"], default=0.0))
    yield f"side={'before' if span.end <= draft.cue.start else 'after'},{draft.pattern}"
    if draft.holder is not None and not candidate.alone and "grammar" not in who:
        agree = shared(hearing, span, draft.holder.span)
        yield "agree" if agree >= 0.5 else "meets" if agree > 0 else "apart"
    if any(k in sight.named for k in range(first, last)):
        yield "named"
    # A preposition that stands alone («لـ "الوطن"») opens no holder, one before it («لمصدر») tells of whom.
    yield f"opens={sight.norm(first) if len(sight.norm(first)) == 1 else 'word'}"
    yield f"left={_mark(sight, first - 1)}"
    yield f"words={min(4, last - first)}"


# --- carriers ---------------------------------------------------------------------------------------------------------


def carriers(hearing: Hearing, candidate: Candidate, holder: Span | None, content: Span) -> list[Option]:
    """Return what may carry a statement: the carriers of either reading that meet neither its holder nor its cue."""
    if candidate.heard is None:
        return [Option(span, frozenset()) for span in candidate.vias]
    heard = hearing.heard(candidate.heard)
    spans = [("grammar", s) for s in candidate.vias] + [("tagger", f.span) for f in heard.fillers["via"]]
    spans += [("near", s) for s in candidate.near if not s.meets(content)]
    found: list[Option] = []
    for span, who in _gathered(iter(spans), hearing):
        if span.meets(candidate.draft.cue) or (holder is not None and span.meets(holder)):
            continue
        if _is_rest(hearing, span):
            continue
        found.append(Option(span, frozenset(_of_carrier(hearing, candidate, heard, span, who, content))))
    return found


def _is_rest(hearing: Hearing, span: Span) -> bool:
    """Tell whether a span is what is left of a carrier: the «ل» of «ل"الأفق"», «للأنباء» after an agency's name."""
    sight = hearing.sight
    first, last = hearing.word_range(span)
    if last == first + 1 and len(sight.norm(first)) < 2:
        return True
    named_before = first > 0 and (first - 1 in sight.named or sight.words[first - 1].text in CLOSING)
    return last == first + 1 and named_before and sight.norm(first) in _KINDS_OF_AGENCY


def _of_carrier(
    hearing: Hearing, candidate: Candidate, heard: Heard, span: Span, who: tuple[str, ...], content: Span
) -> Iterator[str]:
    sight, draft = hearing.sight, candidate.draft
    source = "+".join(w for w in who if w != "near") or "near"
    first, last = hearing.word_range(span)
    yield f"from={source}"
    yield f"from={source},{draft.pattern}"
    if "near" in who:
        yield "near"
    if any(o.meets(span) for o in candidate.vias) and "grammar" not in who:
        yield "meets grammar"
    gap = first - candidate.heard if candidate.heard is not None else 0
    yield f"gap={min(3, abs(gap) // 4)}{'+' if gap > 0 else '-'}"
    yield from ladder("inside", heard.over("via", first, last))
    yield from ladder("inside as holder", heard.over("holder", first, last))
    yield from ladder("cue", heard.p)
    norm = sight.norm(first)
    bare = norm[2:] if norm.startswith("ال") else norm
    for kind in ("media", "platform", "document"):
        if sight.lexicon.is_a(kind, norm) or sight.lexicon.is_a(kind, bare):
            yield f"is {kind}"
            yield f"is {kind},{source}"
    if is_carrier(sight, first, norm):
        yield "is carrier"
    if first in sight.named:
        yield f"name={sight.named[first].type}"
    if span.meets(content):
        yield "in content"
    yield f"side={'before' if span.end <= draft.cue.start else 'after'},{draft.pattern}"
    yield f"previous={sight.norm(first - 1) if sight.lexicon.is_a('pp', sight.norm(first - 1)) else '-'}"
