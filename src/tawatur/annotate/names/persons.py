"""Persons: names announced by titles and roles, and names that begin with a given name."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon

# The most words a person's name takes: «محمد بن سلمان بن عبد العزيز آل سعود» is eight.
_LONGEST = 9
_VERB_FRONTS = ("ي", "ت", "سي", "ست", "است", "يست", "تست")


def find_persons(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield the persons of a sentence, one after the other."""
    at = 0
    while at < len(tokens):
        found = _titled(tokens, at, lexicon, sentence) or _given(tokens, at, lexicon, sentence)
        if found is None:
            at += 1
            continue
        yield found
        at = found.last


def is_common(form: str, lexicon: NameLexicon) -> bool:
    """Tell whether a form is a common word or a verb by its shape, and so no part of a name."""
    if form in lexicon.given or form in lexicon.foreign:
        return form in lexicon.verbs or form in lexicon.times
    if form in lexicon.stop or form in lexicon.demonyms or form in lexicon.classes or form in lexicon.titles:
        return True
    return len(form) > 3 and (form[0] in "يت" or form.startswith(("است", "سي", "ست"))) and not form.endswith(("و", "ا"))


def _strong(form: str, lexicon: NameLexicon) -> bool:
    return form in lexicon.given


def _nameable(form: str, lexicon: NameLexicon) -> bool:
    return form in lexicon.given or form in lexicon.given_weak or form in lexicon.foreign


def extend(tokens: tuple[Token, ...], first: int, lexicon: NameLexicon) -> int:
    """Return where the person's name that starts at token `first` ends (its token is taken whatever it is)."""
    last = first + 1
    size = 1
    if tokens[first].cuts[-1].form == "عبد" or tokens[first].norm.endswith("عبد"):
        last = _with_next(tokens, first, lexicon) or last
    elif _last_form(tokens[first]) in lexicon.particles:
        last = _after_particle(tokens, first, lexicon) or last
    while last < len(tokens) and last - first < _LONGEST and tokens[last].joined:
        step = _step(tokens, last, size, lexicon)
        if step is None:
            break
        last = step
        size += 1
    return last


def _last_form(token: Token) -> str:
    return token.cuts[0].form


def _with_next(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> int | None:
    if at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].norm in lexicon.abd:
        return at + 2
    return None


def _after_particle(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> int | None:
    """Take the particle at `at` with the word or words it governs."""
    following = at + 1
    if following >= len(tokens) or not tokens[following].joined:
        return None
    form = tokens[following].norm
    if form == "عبد":
        return _with_next(tokens, following, lexicon)
    if form in lexicon.particles and following + 1 < len(tokens):
        return _after_particle(tokens, following, lexicon) if form != tokens[at].norm else None
    if form in lexicon.times or (form in lexicon.verbs and not _nameable(form, lexicon)):
        return None
    if tokens[at].norm in ("دي", "لا", "لي", "ال", "دو", "دا", "لو", "ام", "ذي", "ذو", "ود", "بو", "با") and (
        is_common(form, lexicon) and not _nameable(form, lexicon)
    ):
        return None
    return following + 1


def _step(tokens: tuple[Token, ...], at: int, size: int, lexicon: NameLexicon) -> int | None:
    form = tokens[at].norm
    if form == "عبد":
        return _with_next(tokens, at, lexicon)
    if form in lexicon.of_god and tokens[at - 1].norm not in lexicon.stop:
        return at + 1
    if form in lexicon.particles:
        return _after_particle(tokens, at, lexicon)
    if _strong(form, lexicon) or (_nameable(form, lexicon) and not is_common(form, lexicon)):
        return at + 1
    if form in lexicon.given_weak and form not in lexicon.stop:
        return at + 1
    if form.startswith("ال"):
        return at + 1 if _surname(form, size, lexicon) else None
    if is_common(form, lexicon) or tokens[at].word.kind != "word":
        return None
    if _clitic_word(tokens[at], lexicon):
        return None
    return at + 1 if size == 1 else None


def _known_word(form: str, lexicon: NameLexicon) -> bool:
    return form in lexicon.stop or form in lexicon.given or form in lexicon.known or form in lexicon.demonyms


def _surname(form: str, size: int, lexicon: NameLexicon) -> bool:
    """Tell whether a word with article is a surname after `size` words of a name."""
    if form in lexicon.times or form in lexicon.tails or form in lexicon.titles:
        return False
    if form in lexicon.demonyms:
        return size == 1
    if form in lexicon.stop or form in lexicon.classes:
        return form.endswith("ي") and size == 1 and form not in lexicon.adjectives
    return size == 1 or form.endswith("ي")


def _given(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    for cut in tokens[at].cuts:
        if cut.form not in lexicon.given and not (cut.form == "عبد" or cut.form in ("ابو", "ابي", "ابا")):
            continue
        if cut.clitics and tokens[at].norm in lexicon.stop:
            continue
        last = extend(tokens, at, lexicon)
        if last - at == 1:
            return None
        return Found(sentence, at, last, cut.letters, "PER", "given name", 70)
    return None


def _titled(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    """A name right after a title, or after the title's adjectives: «الرئيس النيجيري السابق أوباسانجو»."""
    if at == 0 or not tokens[at].joined or tokens[at].word.kind != "word":
        return None
    definite = _title_before(tokens, at, lexicon)
    if definite is None or not _follows_title(tokens[at], definite, lexicon):
        return None
    last = extend(tokens, at, lexicon)
    if last - at == 1 and tokens[at].norm in lexicon.particles:
        return None
    return Found(sentence, at, last, 0, "PER", "title", 68)


def _title_before(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool | None:
    """Tell whether the title before a token is definite, by article or adjective; None where there is no title."""
    before = at - 1
    adjectives = False
    while before >= 0 and (tokens[before].norm in lexicon.tails or tokens[before].norm in lexicon.demonyms):
        adjectives = True
        if not tokens[before].joined:
            return None
        before -= 1
    if before < 0:
        return None
    title = next((cut.form for cut in tokens[before].cuts if cut.form in lexicon.titles), None)
    return None if title is None else adjectives or title.startswith("ال")


def _follows_title(token: Token, definite: bool, lexicon: NameLexicon) -> bool:
    form = token.norm
    if form in lexicon.titles or form in lexicon.tails or form in lexicon.stop:
        return False
    if form in lexicon.given or form in lexicon.foreign or form == "عبد":
        return True
    if not definite:
        return form in lexicon.particles and not form.startswith(("ال", "ذ"))
    if form in lexicon.particles or form in lexicon.given_weak:
        return True
    if form.startswith("ال") or is_common(form, lexicon) or _accusative(form, lexicon):
        return False
    return not _clitic_word(token, lexicon)


def _accusative(form: str, lexicon: NameLexicon) -> bool:
    return form.endswith("ا") and len(form) > 3 and form[:-1] in lexicon.stop


def _clitic_word(token: Token, lexicon: NameLexicon) -> bool:
    """Tell whether a word is more likely a known word with a conjunction or preposition."""
    return token.norm[0] in "وفبلك" and any(cut.clitics and _known_word(cut.form, lexicon) for cut in token.cuts)
