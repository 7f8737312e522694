"""Where content ends, and whether it is quoted: before the next cue's clause, a source phrase or the sentence's end."""

from __future__ import annotations

from tawatur.attribute.complements import opens_quote
from tawatur.attribute.view import Sight
from tawatur.lexicon.cues import CueVerb
from tawatur.model import Span
from tawatur.model.readings import Kind
from tawatur.text.quotes import Quote

_TRIM = frozenset(" .،,;؛:!…\u00a0-–—\u200e\u200f\n")
_AFTER_QUOTE = frozenset("،,؛;.!؟?")


def quote_from(sight: Sight, start: int) -> Quote | None:
    """Return the quotation whose opening mark stands at a code point."""
    return next((q for q in sight.quotes if q.span.start == start), None)


def content_span(sight: Sight, word: int, start: int) -> Span:
    """Return the content that begins at a code point in word `word`, trimmed of outer quotation marks."""
    if opens_quote(sight, word):
        quote = quote_from(sight, sight.words[word].span.start)
        if quote is not None and quote.span.end < sight.span.end:
            after = next(
                (k for k in range(word, len(sight)) if sight.words[k].span.start >= quote.span.end), len(sight)
            )
            if after >= len(sight) or sight.words[after].text in _AFTER_QUOTE or _ends(sight, after, word):
                return trimmed(sight, Span(start, quote.span.end))
        elif quote is not None:
            return trimmed(sight, Span(start, min(quote.span.end, sight.span.end)))
    end = sight.span.end
    for k in range(word + 1, len(sight)):
        if sight.quoted[k] != sight.quoted[word] and sight.quoted[k] >= 0:
            continue
        if _ends(sight, k, word):
            end = sight.words[k].span.start
            break
    return trimmed(sight, Span(start, end))


def _ends(sight: Sight, k: int, first: int) -> bool:
    """Tell whether content that began at word `first` ends before word `k`."""
    if sight.is_comma(k):
        return _ends_at_comma(sight, k + 1)
    norm = sight.norm(k)
    if k == first:
        return False
    phrases = sight.lexicon.phrases
    if norm == "علي" and sight.norm(k + 1) == "حد":
        return k + 3 >= len(sight) or sight.is_mark(k + 3) or True
    if starts_source(sight, k) or starts_reported(sight, k):
        return True
    bare = sight.bare(k)
    if norm[:1] == "و" and bare.endswith(("ا", "ين")) and _chained(sight, k):
        return True
    if norm.endswith("ا") or bare.endswith(("ين", "ه")):
        for _, form in sight.forms(k):
            if form.form.kind == "participle" and _clause_next(sight, k) and not sight.is_comma(k - 1):
                return True
    if norm[:1] == "و" and phrases is not None:
        return any(
            f.form.kind in ("perfect", "imperfect") and f.verb.frame.clause and _clause_next(sight, k)
            for c, f in sight.forms(k)
            if c.clitics.startswith("و")
        )
    return False


def _chained(sight: Sight, k: int) -> bool:
    """Tell whether «ومطالبا», «ومشيرا» carries a chain of participles on: a cue of its own with what it takes."""
    for cut, form in sight.forms(k):
        if form.form.kind == "participle" and cut.clitics == "و" and form.form.text.endswith(("ا", "ين")):
            after = sight.norm(k + 1)
            return form.verb.frame.takes(after) or form.verb.frame.takes(after[:1]) or _clause_next(sight, k)
    return False


def _clause_next(sight: Sight, k: int) -> bool:
    after = k + 1
    if sight.norm(after) in ("الي", "علي", "ب"):
        after += 1
    return sight.lexicon.is_a("clause", sight.norm(after)) or opens_quote(sight, after) or sight.norm(after) == ":"


def _ends_at_comma(sight: Sight, k: int) -> bool:
    while (sight.is_mark(k) and sight.words[k].text in '"»”') or sight.is_comma(k):
        k += 1
    lexicon = sight.lexicon
    norm = sight.norm(k)
    if not norm:
        return True
    if starts_source(sight, k) or starts_reported(sight, k) or norm == "وذلك":
        return True
    if norm in ("وهو", "وهي", "الامر") and sight.norm(k + 1) in ("ما", "الذي", "التي"):
        return True
    if norm == "في" and sight.norm(k + 1) in ("اشاره", "حين", "وقت", "الوقت", "تصريح", "حديث", "اول", "رد"):
        return True
    if norm in ("فيما", "بينما", "كما", "علي") and (norm != "علي" or sight.norm(k + 1) in ("حد", "ما")):
        return True
    if bare_of(norm) in ("لكنه", "لكنها", "لكنهم", "لكنهما") and any(
        f.form.kind == "perfect" for _, f in sight.forms(k + 1)
    ):
        return True
    for cut, form in sight.forms(k):
        kind = form.form.kind
        if kind == "participle" and not cut.clitics.strip("و") and _participle_here(sight, k, norm):
            return True
        joined = cut.clitics in ("و", "ف") or kind == "perfect"
        if joined and kind in ("perfect", "imperfect") and form.verb.frame.clause and not form.verb.frame.weak:
            return not lexicon.is_a("noclause", sight.norm(k - 1))
        if kind == "perfect" and cut.clitics == "و" and not form.verb.frame.weak:
            return True
    return False


def bare_of(norm: str) -> str:
    """Return a folded word without its conjunction و."""
    return norm[1:] if norm[:1] == "و" else norm


def _participle_here(sight: Sight, k: int, norm: str) -> bool:
    text = sight.words[k].text.rstrip("\u064b\u0627") if norm.endswith("ا") else ""
    return (
        bool(text)
        or sight.words[k].text.rstrip("\u064b").endswith("ة")
        or norm.endswith("ين")
        or _clause_next(sight, k)
    )


def phrase_shift(sight: Sight, k: int) -> int:
    """Return how many letters of conjunction stand before a source phrase at a word: 1 in «ووفقا», 0 in «وفقا»."""
    norm = sight.norm(k)
    known = sight.lexicon.phrases
    whole = any(norm in known.get(kind, {}) for kind in ("source", "reported"))
    return 0 if whole or norm[:1] not in ("و", "ف") else 1


def starts_source(sight: Sight, k: int) -> int:
    """Return how many words of a source phrase («وفقا لـ», «نقلا عن») begin at a word, 0 for none."""
    norm = sight.norm(k)
    for shift in (0, 1):
        if shift and norm[:1] not in ("و", "ف"):
            break
        for phrase in sight.lexicon.phrases.get("source", {}).get(norm[shift:], ()):
            size = len(phrase)
            last = phrase[-1]
            if last == "ل" and size > 1:
                if all(sight.norm(k + i) == w for i, w in enumerate(phrase[:-1]) if i) and (
                    sight.norm(k + size - 1)[:1] == "ل"
                ):
                    return size
            elif all(sight.norm(k + i) == w for i, w in enumerate(phrase) if i):
                return size
    return 0


def _reports(verb: CueVerb) -> bool:
    frame = verb.frame
    return (
        (frame.clause and "q" not in frame.weak) or bool(frame.special & {"JA", "NS"}) or verb.lemma in ("نقل", "ذكر")
    )


def starts_reported(sight: Sight, k: int) -> int:
    """Return how many words of «وفق ما», «حسبما», «كما» begin at a word when a verb of saying follows, 0 for none."""
    norm = sight.norm(k)
    for shift in (0, 1):
        if shift and norm[:1] not in ("و", "ف"):
            break
        for phrase in sight.lexicon.phrases.get("reported", {}).get(norm[shift:], ()):
            size = len(phrase)
            if all(sight.norm(k + i) == w for i, w in enumerate(phrase) if i) and any(
                f.form.kind in ("perfect", "imperfect") and _reports(f.verb) for _, f in sight.forms(k + size)
            ):
                return size
    return 0


def trimmed(sight: Sight, span: Span) -> Span:
    """Trim spaces and full stops from a span, and outer quotation marks when the whole of it is quoted."""
    text = sight.text
    start, end = span
    while True:
        before = (start, end)
        while start < end and text[start] in _TRIM - {"-"}:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        if end - start < 2:
            break
        for quote in sight.quotes:
            if (quote.span.start == start and (quote.span.end == end or quote.inner.end >= end)) or (
                quote.span.start == start and quote.span.end == end + 1
            ):
                start += 1
            elif quote.span.end == end and quote.span.start < start:
                end -= 1
        if text[start] in '«“"' and not any(c in '»”"' for c in text[start + 1 : end]):
            start += 1
        if text[end - 1] in "»”" and not any(c in "«“" for c in text[start : end - 1]):
            end -= 1
        if (start, end) == before or start >= end:
            break
    return Span(start, max(end, start))


def kind_of(sight: Sight, span: Span) -> Kind:
    """Tell whether content is quoted wholly, partly or not at all; a name in quotation marks is no quotation."""
    meeting = [q for q in sight.quotes if q.span.start < span.end and span.start < q.span.end]
    if any(q.inner.start <= span.start and span.end <= q.inner.end for q in meeting):
        return "direct"
    for quote in meeting:
        if not any(n.span.start <= quote.inner.start and quote.inner.end <= n.span.end for n in sight.names):
            return "mixed"
    return "indirect"
