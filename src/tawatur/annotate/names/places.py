"""Places, facilities and works named with a class word: «محافظة صعدة», «مطار القاهرة الدولي», «فيلم «…»»."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.annotate.names.bodies import quoted_to, stands
from tawatur.annotate.names.extent import extend, is_common, is_wordlike
from tawatur.annotate.names.known import match_at
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import ClassWord, NameLexicon


def find_places(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield the places, facilities and titled things that class words name in a sentence."""
    for at in range(len(tokens)):
        resolution = _resolution(tokens, at)
        if resolution is not None:
            yield Found(sentence, at, resolution, 0, "OTHER", "resolution", 80)
        for cut in tokens[at].cuts:
            for entry in lexicon.classes.get(cut.form, ()):
                if entry.type == "ORG" or not stands(tokens, at, entry):
                    continue
                found = _place(tokens, at, cut.letters, entry, lexicon, sentence)
                if found is not None:
                    yield found


def _resolution(tokens: tuple[Token, ...], at: int) -> int | None:
    """End of a resolution named by its number: «القرار 2216», «القرار الأممي رقم 1701»."""
    if tokens[at].norm != "القرار":
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].joined and tokens[last].norm in ("الاممي", "الدولي", "رقم"):
        last += 1
    # Resolutions of the Security Council that news still names have three or four digits.
    if last < len(tokens) and tokens[last].joined and tokens[last].word.kind == "number":
        return last + 1 if 3 <= len(tokens[last].norm) <= 4 else None
    return None


def _place(
    tokens: tuple[Token, ...], at: int, cut: int, entry: ClassWord, lexicon: NameLexicon, sentence: int
) -> Found | None:
    head = at + len(entry.words)
    if head >= len(tokens):
        return None
    closing = quoted_to(tokens, head)
    if closing is not None and (closing - head > 1 or len(tokens[head].norm) > 2):
        return Found(sentence, head, closing, 0, entry.type, f"quotes {entry.type}", 66 + 3 * (closing - head))
    if not tokens[head].joined or entry.mode == "title":
        return None
    if entry.mode == "drop":
        own = _own_name(tokens, head, lexicon)
        return None if own is None else Found(sentence, head, own, 0, entry.type, f"drop {entry.type}", 54)
    if entry.mode == "chain":
        last: int | None = _contest(tokens, head, lexicon)
    else:
        last = _kept(tokens, head, entry, lexicon)
    if last is None:
        return None
    return Found(sentence, at, last, cut, entry.type, f"keep {entry.type}", 66 + 3 * (last - at))


def _contest(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon) -> int | None:
    """End of a contest's name: «كأس السوبر السعودي», «دوري الدرجة الأولى»."""
    last = head
    while last < len(tokens) and last - head < 4 and tokens[last].joined:
        form = tokens[last].norm
        if not form.startswith("ال") or form in lexicon.times or form in lexicon.descriptive or form in lexicon.fixed:
            break
        last += 1
    return last if last > head else None


def _kept(tokens: tuple[Token, ...], head: int, entry: ClassWord, lexicon: NameLexicon) -> int | None:
    form = tokens[head].norm
    match = match_at(tokens, head, lexicon, clitics=False)
    if match is not None and match.entry.type != "OTHER" and not (match.entry.weak and is_common(form, lexicon)):
        last = match.last
    elif entry.type == "OTHER":
        return None
    elif form in lexicon.honoured and head + 1 < len(tokens) and tokens[head + 1].joined:
        last = extend(tokens, head + 1, lexicon)
    elif form in lexicon.given:
        last = extend(tokens, head, lexicon)
    else:
        own = _own_name(tokens, head, lexicon)
        if own is None:
            return None
        last = own
    if entry.mode == "keep" and entry.type == "GPE" and match is None:
        return None
    while last < len(tokens) and tokens[last].joined and tokens[last].norm in lexicon.suffixes:
        last += 1
    return last


def _own_name(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon) -> int | None:
    """End of an unlisted place's name: one word, and the foreign words that follow it."""
    form = tokens[head].norm
    if tokens[head].word.kind != "word" or is_common(form, lexicon) or form in lexicon.links or len(form) < 3:
        return None
    if form not in lexicon.foreign and form not in lexicon.known:
        if form.endswith(("ات", "ون", "ين")) and not form.startswith("ال"):
            return None
        if is_wordlike(form) and not form.endswith("ه") and not form.startswith("ال"):
            return None
        if form[0] in "وفبلك" and any(c.clitics and c.form in lexicon.stop for c in tokens[head].cuts):
            return None
        if form.endswith(("يه", "ا")) and not form.startswith("ال"):
            return None
    last = head + 1
    while last < len(tokens) and last - head < 4 and tokens[last].joined:
        form = tokens[last].norm
        if form not in lexicon.foreign or is_common(form, lexicon):
            break
        last += 1
    return last
