"""Bodies, facilities and places named with a class word: where their noun phrase begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.annotate.names.persons import is_common
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import ClassWord, NameLexicon

_CLOSING = ("»", '"', "”", "'", "’")
# The most words after a class word; longer phrases in news are nearly always two.
_LONGEST = 8


def find_bodies(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield what class words name in a sentence; several readings of one place may be yielded."""
    for at in range(len(tokens)):
        for cut in tokens[at].cuts:
            for entry in lexicon.classes.get(cut.form, ()):
                head = at + len(entry.words)
                if not _matches(tokens, at, entry):
                    continue
                found = _named(tokens, at, head, cut.letters, entry, lexicon, sentence)
                if found is not None:
                    yield found


def _matches(tokens: tuple[Token, ...], at: int, entry: ClassWord) -> bool:
    end = at + len(entry.words)
    return end <= len(tokens) and all(
        tokens[i].joined and tokens[i].norm == entry.words[i - at] for i in range(at + 1, end)
    )


def _named(
    tokens: tuple[Token, ...], at: int, head: int, cut: int, entry: ClassWord, lexicon: NameLexicon, sentence: int
) -> Found | None:
    if head >= len(tokens):
        return None
    if entry.mode == "nation":
        last = _nation(tokens, at, head, lexicon)
        return None if last is None else Found(sentence, at, last, cut, entry.type, "body of a nation", 66 + last - at)
    if tokens[head].quoted:
        last = _quoted(tokens, head)
        if last is None or entry.mode == "chain":
            return None
        first, letters = (head, 0) if entry.mode == "drop" else (at, cut)
        return Found(sentence, first, last, letters, entry.type, "class word and quotes", 72)
    if not tokens[head].joined:
        return None
    if entry.mode == "chain":
        last = _chain(tokens, head, lexicon)
        return None if last is None else Found(sentence, at, last, cut, entry.type, "class chain", 64 + last - at)
    last = _proper(tokens, head, lexicon)
    if last is None:
        return None
    if entry.mode == "drop":
        return Found(sentence, head, last, 0, entry.type, "place class", 50)
    return Found(sentence, at, last, cut, entry.type, f"class and name {entry.type}", 62 + last - at)


def _quoted(tokens: tuple[Token, ...], head: int) -> int | None:
    for last in range(head + 1, min(head + 6, len(tokens)) + 1):
        if tokens[last - 1].after[:1] in _CLOSING:
            return last
        if last < len(tokens) and not tokens[last].joined:
            return None
    return None


def _feminine(form: str) -> bool:
    return form.endswith(("ه", "ات")) or form in ("الاركان", "القوي")


def _nation(tokens: tuple[Token, ...], at: int, head: int, lexicon: NameLexicon) -> int | None:
    """End of a definite body's adjectives, the last of them a nationality that agrees: «الجيش الوطني الليبي»."""
    feminine = any(_feminine(cut.form) for cut in tokens[at].cuts)
    last = None
    for at in range(head, min(head + 3, len(tokens))):
        form = tokens[at].norm
        if not tokens[at].joined or not form.startswith("ال"):
            break
        if form in lexicon.demonyms and _feminine(form) == feminine:
            last = at + 1
        elif last is not None and form not in ("الشماليه", "الجنوبيه", "الشمالي", "الجنوبي"):
            break
        elif last is not None:
            last = at + 1
    return last


def _chain(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon) -> int | None:
    """End of a body named by nouns with article: «وزارة الدفاع الروسية», «هيئة الإذاعة والتلفزيون»."""
    last = None
    named = False
    for at in range(head, min(head + _LONGEST, len(tokens))):
        form = tokens[at].norm
        if not tokens[at].joined or form in lexicon.times or form in lexicon.tails - {"العام", "العامه", "الاعلي"}:
            break
        if form.startswith("ال"):
            if form in lexicon.titles and form not in lexicon.stop:
                break
        elif form.startswith(("وال", "لل")) and last is not None:
            pass
        elif form in lexicon.known and last is None:
            named = True
        else:
            break
        last = at + 1
        if form in lexicon.demonyms:
            named = True
            break
    if last is None or not (named or last - head >= 1):
        return None
    return last


def _proper(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon) -> int | None:
    form = tokens[head].norm
    if (
        is_common(form, lexicon)
        or form in lexicon.tails
        or form in lexicon.particles
        or tokens[head].word.kind != "word"
    ):
        return None
    if form[0] in "وفبلك" and any(c.clitics and c.form in lexicon.stop for c in tokens[head].cuts):
        return None
    last = head + 1
    while last < len(tokens) and last - head < 4 and tokens[last].joined:
        form = tokens[last].norm
        if form in lexicon.foreign and not is_common(form, lexicon):
            last += 1
        else:
            break
    return last
