"""Bodies named with a class word («وزارة الدفاع الروسية», «حركة طالبان»): where their noun phrase begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.annotate.names.body_parts import honoured_end, in_halves, purpose_end
from tawatur.annotate.names.extent import is_common, is_wordlike
from tawatur.annotate.names.known import match_at
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import ClassWord, NameLexicon

_CLOSING = ("»", '"', "”", "'", "’")
# The most words after a class word; longer phrases in news are nearly always two.
_LONGEST = 8
# The words of a company's name after «شركة», the last of them «القابضة».
_COMPANY_WORDS = 5
_QUALIFIERS = frozenset({"الشماليه", "الجنوبيه", "الشمالي", "الجنوبي"})


def find_bodies(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield the bodies that class words name in a sentence; several readings of one place may be yielded."""
    for at in range(len(tokens)):
        for cut in tokens[at].cuts:
            for entry in lexicon.classes.get(cut.form, ()):
                if entry.type != "ORG" or not stands(tokens, at, entry):
                    continue
                found = _body(tokens, at, cut.letters, entry, lexicon, sentence)
                if found is not None:
                    yield found


def stands(tokens: tuple[Token, ...], at: int, entry: ClassWord) -> bool:
    """Tell whether the further words of a class word follow its first at token `at`."""
    end = at + len(entry.words)
    return end <= len(tokens) and all(
        tokens[i].joined and tokens[i].norm == entry.words[i - at] for i in range(at + 1, end)
    )


def quoted_to(tokens: tuple[Token, ...], head: int) -> int | None:
    """Return where the quotation that opens before token `head` closes, at most six words on; None for longer ones."""
    if not tokens[head].quoted:
        return None
    for last in range(head + 1, min(head + 6, len(tokens)) + 1):
        if any(mark in _CLOSING for mark in tokens[last - 1].after):
            return last
        if last < len(tokens) and not tokens[last].joined:
            return None
    return None


def _body(
    tokens: tuple[Token, ...], at: int, cut: int, entry: ClassWord, lexicon: NameLexicon, sentence: int
) -> Found | None:
    head = at + len(entry.words)
    if head >= len(tokens):
        return None
    halves = in_halves(tokens, head) if entry.mode in ("party", "named", "chain") else None
    if halves is not None:
        return Found(sentence, at, halves, cut, "ORG", "class and halves", 64 + 3 * (halves - at), None, head - at)
    if entry.mode in ("party", "named"):
        return _owned(tokens, at, head, cut, entry, lexicon, sentence)
    if not tokens[head].joined:
        return None
    if entry.mode == "nation":
        last = None if _in_construct(tokens, at, lexicon) else _nation(tokens, at, head, lexicon)
    elif entry.mode == "definite":
        last = None if _in_construct(tokens, at, lexicon) else _definite(tokens, at, head, lexicon)
    else:
        last = _chain(tokens, at, head, lexicon, national=entry.mode == "state")
        # «مركز الاعتقال»: one common noun alone makes no name.
        alone = last is not None and last - head == 1 and tokens[head].norm in lexicon.stop
        if alone and entry.words[0] in lexicon.broad:
            return None
    if last is None:
        return None
    listed = match_at(tokens, at, lexicon)
    shorter = listed is not None and listed.entry.type == "ORG" and listed.listed and listed.last < last
    # What follows a listed name belongs to it only as a nationality.
    if shorter and tokens[last - 1].norm not in lexicon.demonyms:
        return None
    return Found(sentence, at, last, cut, "ORG", entry.mode, 64 + 3 * (last - at))


def _in_construct(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool:
    """Tell whether a definite noun belongs to a class word or a title before it («وزارة الخارجية», «وزير الدفاع»)."""
    if at == 0 or not tokens[at].joined:
        return False
    if tokens[at].norm in ("الخارجيه", "الداخليه") and tokens[at - 1].norm.startswith(("ال", "وال", "بال", "لل")):
        return True
    return any(
        not c.form.startswith("ال") and (c.form in lexicon.titles or c.form in ("وزاره", "وزيري", "وزراء"))
        for c in tokens[at - 1].cuts
    ) and tokens[at].norm in ("الخارجيه", "الداخليه", "الخزانه", "الدوله")


def _owned(
    tokens: tuple[Token, ...], at: int, head: int, cut: int, entry: ClassWord, lexicon: NameLexicon, sentence: int
) -> Found | None:
    """A class word with a quoted, known or foreign name of its own."""
    closing = quoted_to(tokens, head)
    if closing is not None:
        return Found(sentence, at, closing, cut, "ORG", "class and quotes", 80, class_words=head - at)
    if not tokens[head].joined:
        return None
    ending = _company_end(tokens, head, lexicon)
    if ending is not None:
        last = purpose_end(tokens, ending, lexicon) or ending
        return Found(sentence, at, last, cut, "ORG", f"{entry.mode} class", 66 + 3 * (last - at), None, head - at)
    match = match_at(tokens, head, lexicon, clitics=False)
    if match is not None and match.listed and (match.entry.type == "ORG" or entry.words[0] in lexicon.media):
        key = match.entry.key if match.entry.type == "ORG" else None
        last = _tail(tokens, match.last, lexicon)
        strength = 66 + 3 * (last - at)
        return Found(sentence, at, last, cut, "ORG", "class and known", strength, key, head - at)
    last_name = _own_name(tokens, head, lexicon, strict=entry.mode == "named")
    if last_name is None:
        return None
    last = purpose_end(tokens, last_name, lexicon) or _tail(tokens, last_name, lexicon)
    return Found(sentence, at, last, cut, "ORG", f"{entry.mode} class", 58 + 3 * (last - at), None, head - at)


def _tail(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> int:
    """Take in what ends names of companies and agencies: «القابضة», «للأنباء»."""
    return at + 1 if at < len(tokens) and tokens[at].joined and tokens[at].norm in lexicon.company_tails else at


def _company_end(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon) -> int | None:
    """End of a company's name by the word that ends such names: «شركة دروب المدينة القابضة»."""
    for last in range(head + 1, min(head + _COMPANY_WORDS, len(tokens))):
        form = tokens[last].norm
        if not tokens[last].joined or form in lexicon.fixed or form in lexicon.saying:
            return None
        if form in lexicon.company_ends:
            return last + 1
    return None


def _own_name(tokens: tuple[Token, ...], head: int, lexicon: NameLexicon, strict: bool) -> int | None:
    form = tokens[head].norm
    latin = form[0].isascii() and form[0].isalpha()
    if tokens[head].word.kind != "word" or is_common(form, lexicon) or form in lexicon.links:
        return None
    if not latin and form not in lexicon.foreign:
        if strict or is_wordlike(form) or len(form) < 3 or form in lexicon.particles:
            return None
        if form[0] in "وفبلك" and any(c.clitics and c.form in lexicon.stop for c in tokens[head].cuts):
            return None
    last = head + 1
    while last < len(tokens) and last - head < 4 and tokens[last].joined:
        form = tokens[last].norm
        foreign = form in lexicon.foreign or (form[0].isascii() and form[0].isalpha())
        if not foreign or is_common(form, lexicon):
            break
        last += 1
    return last


def _feminine(form: str) -> bool:
    return form.endswith(("ه", "ات")) or form in ("الاركان", "القوي")


def _nation(tokens: tuple[Token, ...], at: int, head: int, lexicon: NameLexicon) -> int | None:
    """End of a definite body's adjectives, the last of them a nationality that agrees: «الجيش الوطني الليبي»."""
    feminine = any(_feminine(cut.form) for cut in tokens[at].cuts)
    last = None
    for place in range(head, min(head + 4, len(tokens))):
        form = tokens[place].norm
        if not tokens[place].joined or not form.startswith("ال"):
            break
        if form in lexicon.demonyms and _feminine(form) == feminine:
            last = place + 1
        elif last is not None:
            last = place + 1 if form in _QUALIFIERS else last
            break
        elif form in lexicon.times or form in lexicon.descriptive:
            break
    return None if last is None else _football(tokens, last) or last


def _football(tokens: tuple[Token, ...], at: int) -> int | None:
    if at + 1 < len(tokens) and tokens[at].norm == "لكره" and tokens[at + 1].norm.startswith("ال"):
        return at + 2
    return None


def _definite(tokens: tuple[Token, ...], at: int, head: int, lexicon: NameLexicon) -> int | None:
    """End of «الهيئة العامة للطيران المدني», «المركز الإعلامي للجيش اليمني», «اللجنة اليهودية الأمريكية»."""
    official = national = False
    last = head
    while last < len(tokens) and last - head < 4 and tokens[last].joined:
        form = tokens[last].norm
        if not form.startswith("ال") or form in lexicon.times or form in lexicon.descriptive:
            break
        if not form.endswith(("ي", "يه", "العام", "العامه", "العليا", "الاعلي", "الاحمر", "المستقله")):
            break
        official = official or form in lexicon.official
        national = national or form in lexicon.demonyms
        last += 1
    if last == head:
        return None
    purpose = purpose_end(tokens, last, lexicon)
    if purpose is not None:
        return purpose
    return last if national or (official and last - head > 1) else None


def _chain(tokens: tuple[Token, ...], at: int, head: int, lexicon: NameLexicon, national: bool) -> int | None:
    """End of a body named by nouns with article, or None; with `national` a nationality or a country must be in it."""
    last: int | None = None
    named = False
    place = head
    if national and tokens[head].norm in lexicon.classes and tokens[head].norm.startswith("ال"):
        return None
    endowed = any(c.form in lexicon.endowed for c in tokens[at].cuts)
    if not national and endowed and tokens[head].norm in lexicon.honoured:
        return honoured_end(tokens, head, lexicon)
    while place < len(tokens) and place - head < _LONGEST and tokens[place].joined:
        form = tokens[place].norm
        if form in lexicon.times or form in lexicon.fixed or form in lexicon.descriptive:
            break
        match = match_at(tokens, place, lexicon, clitics=False)
        if match is not None and match.entry.type in ("GPE", "ORG", "LOC") and not match.entry.weak and match.listed:
            if last is not None and not form.startswith("ال") and tokens[place - 1].norm not in lexicon.links:
                break
            if national and (match.entry.type == "ORG" or tokens[head - 1].cuts[-1].form not in lexicon.of_country):
                return None
            named, last = True, match.last
            place = match.last
            break
        if form in lexicon.demonyms and form.startswith("ال"):
            named, last = True, place + 1
            place += 1
            if place < len(tokens) and tokens[place].joined and tokens[place].norm in _QUALIFIERS:
                last = place + 1
            break
        if not _continues(tokens, place, last is not None, lexicon):
            break
        if form not in lexicon.links:
            last = place + 1
        place += 1
    if last is None or (national and not named):
        return None
    if not national and any(c.form in lexicon.purposeful for c in tokens[at].cuts):
        last = purpose_end(tokens, last, lexicon) or last
    return last


def _continues(tokens: tuple[Token, ...], place: int, begun: bool, lexicon: NameLexicon) -> bool:
    form = tokens[place].norm
    if form in lexicon.links or (form in lexicon.titles and not form.startswith("ال") and not begun):
        return not begun or tokens[place - 1].norm in lexicon.links
    if form.startswith("ال"):
        return form not in lexicon.verbs
    return begun and form.startswith("وال") and form[1:] not in lexicon.titles and form[1:] not in lexicon.classes
