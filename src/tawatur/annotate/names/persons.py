"""Persons: names announced by titles and roles, and names that begin with a given name."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon

# The most words a person's name takes: «محمد بن سلمان بن عبد العزيز آل سعود» is eight.
_LONGEST = 9
# Particles that govern only what can itself be a name; the others («بن», «أبو», «آل») take nearly any word.
_LOOSE = frozenset(
    [
        "دي",
        "لا",
        "لي",
        "ال",
        "دو",
        "دا",
        "لو",
        "ام",
        "ذي",
        "ذو",
        "ود",
        "بو",
        "با",
        "سان",
        "سانت",
        "سيدي",
        "حاج",
        "بيت",
        "بني",
    ]
)
_KUNYA = frozenset(["ابو", "ابي", "ابا"])
# Fronts and endings of ordinary words: verbs, masdars, plurals, words with an article behind a clitic or a pronoun.
_FRONTS = ("است", "لل", "بال", "وال", "فال", "كال", "مست", "سي", "ست")
_PRONOUNS = ("ها", "هم", "هما", "تهم", "ته", "ونه", "ونها")
_PLURALS = ("ات", "ون", "ين")


def find_persons(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield the persons of a sentence, one after the other."""
    at = 0
    while at < len(tokens):
        found = _given(tokens, at, lexicon, sentence) or _titled(tokens, at, lexicon, sentence)
        if found is None:
            at += 1
            continue
        yield found
        at = found.last


def is_common(form: str, lexicon: NameLexicon) -> bool:
    """Tell whether a form is a common word, a title or an adjective of nationality, and so begins no name."""
    return (
        form in lexicon.stop
        or form in lexicon.demonyms
        or form in lexicon.classes
        or form in lexicon.titles
        or form in lexicon.tails
        or form in lexicon.descriptive
    )


def is_wordlike(form: str) -> bool:
    """Tell whether an unlisted form has the shape of an ordinary word (verb, plural, word with pronoun or article)."""
    if form.startswith(_FRONTS) or form.endswith(_PRONOUNS):
        return True
    if len(form) > 4 and (form.endswith(_PLURALS) or form.startswith("مت")):
        return True
    return len(form) > 3 and (form[0] == "ي" or form.endswith(("ت", "ه")))


def _nameable(form: str, lexicon: NameLexicon) -> bool:
    return form in lexicon.given or form in lexicon.foreign


def _is_place(form: str, lexicon: NameLexicon) -> bool:
    entries = lexicon.known.get(form, ())
    return any(not rest and not entry.weak and entry.type in ("GPE", "LOC", "ORG") for rest, entry in entries)


def extend(tokens: tuple[Token, ...], first: int, lexicon: NameLexicon) -> int:
    """Return where the person's name that starts at token `first` ends (that token is taken whatever it is)."""
    last = first + 1
    size = 1
    forms = {cut.form for cut in tokens[first].cuts}
    if "عبد" in forms:
        last = _servant(tokens, first, lexicon) or last
    elif forms & _KUNYA or tokens[first].norm in lexicon.particles:
        last = _after_particle(tokens, first, lexicon) or last
    while last < len(tokens) and last - first < _LONGEST and tokens[last].joined:
        step = _step(tokens, last, size, lexicon)
        if step is None:
            break
        last = step
        size += 1
    return last


def _servant(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> int | None:
    if at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].norm in lexicon.abd:
        return at + 2
    return None


def _after_particle(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> int | None:
    """Take the particle at `at` with the word or words it governs."""
    after = at + 1
    if after >= len(tokens) or not tokens[after].joined:
        return None
    form = tokens[after].norm
    if form == "عبد":
        return _servant(tokens, after, lexicon)
    if form in lexicon.particles and form != tokens[at].norm:
        return _after_particle(tokens, after, lexicon)
    if form in lexicon.fixed and not _is_ali(tokens[after]):
        return None
    if tokens[at].norm in _LOOSE and not _nameable(form, lexicon) and (is_common(form, lexicon) or is_wordlike(form)):
        return None
    return after + 1


def _is_ali(token: Token) -> bool:
    """Tell «علي» from the preposition «على»; folding makes them one."""
    return token.norm == "علي" and token.word.text.endswith(("ي", "ی"))


def _step(tokens: tuple[Token, ...], at: int, size: int, lexicon: NameLexicon) -> int | None:
    token = tokens[at]
    form = token.norm
    if form == "عبد":
        return _servant(tokens, at, lexicon)
    if form in lexicon.of_god and size < 3 and not is_common(tokens[at - 1].norm, lexicon):
        return at + 1
    if form in lexicon.particles and not (form in _LOOSE and size > 2):
        return _after_particle(tokens, at, lexicon)
    if form in lexicon.given or _is_ali(token):
        return at + 1
    if form in lexicon.fixed or form in lexicon.titles or form in lexicon.tails or token.word.kind != "word":
        return None
    if form in lexicon.given_weak:
        return at + 1 if size < 3 or form not in lexicon.stop else None
    if size > 1 and _is_place(form, lexicon):
        return None
    if form.startswith("ال") and form not in lexicon.foreign:
        return at + 1 if _surname(tokens, at, size, lexicon) else None
    if is_common(form, lexicon):
        return None
    if form in lexicon.foreign:
        return at + 1
    if _clitic_word(token, lexicon) or _accusative(form, lexicon):
        return None
    if size > 1 and (is_wordlike(form) or form[0] in "بل" or not _arabic_start(tokens[at - 1], lexicon)):
        return at + 1 if size == 2 and not is_wordlike(form) and form[0] not in "بلوفك" else None
    return None if form.startswith(_FRONTS) or form.endswith(_PRONOUNS) or size > 3 else at + 1


def _arabic_start(token: Token, lexicon: NameLexicon) -> bool:
    return token.norm in lexicon.given or token.norm in lexicon.given_weak


def _surname(tokens: tuple[Token, ...], at: int, size: int, lexicon: NameLexicon) -> bool:
    """Tell whether a word with article is a surname after `size` words of a name."""
    form = tokens[at].norm
    if form in lexicon.times or form in lexicon.descriptive or form in lexicon.classes:
        return False
    if form in lexicon.adjectives or form.endswith((*_PLURALS, "اء")):
        return False
    before = tokens[at - 1].norm
    if not _arabic_start(tokens[at - 1], lexicon) and not before.startswith("ال") and before not in lexicon.abd:
        return form.endswith("ي") and form not in lexicon.stop and form not in lexicon.demonyms
    if form in lexicon.demonyms:
        return size == 1 and not form.endswith("ه")
    if form in lexicon.stop:
        return size == 1 and not form.endswith("ه") and _arabic_start(tokens[at - 1], lexicon)
    return size == 1 or not form.endswith("ه")


def _given(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    token = tokens[at]
    if token.norm in lexicon.fixed and not _is_ali(token):
        return None
    for cut in token.cuts:
        weak = cut.form in lexicon.given_weak or (cut.form == "علي" and _is_ali(token))
        if not weak and cut.form not in lexicon.given and cut.form not in _KUNYA and cut.form != "عبد":
            continue
        # «لل» gives back an alef only before the article, which no given name of the list begins with.
        if cut.clitics and (token.norm in lexicon.stop or cut.letters != len(token.norm) - len(cut.form)):
            continue
        if weak and not _weak_start(tokens, at, lexicon):
            return None
        last = extend(tokens, at, lexicon)
        if last - at == 1:
            return None
        return Found(sentence, at, last, cut.letters, "PER", "weak given name" if weak else "given name", 68)
    return None


def _weak_start(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool:
    """Tell whether what follows an ambiguous given name shows that it is one here."""
    if at + 1 >= len(tokens) or not tokens[at + 1].joined:
        return False
    form = tokens[at + 1].norm
    if form in lexicon.fixed and not _is_ali(tokens[at + 1]):
        return False
    if form in lexicon.given or form in ("بن", "عبد", "ولد") or (form in lexicon.foreign and len(form) > 4):
        return not _is_place(form, lexicon)
    if form.startswith("ال") and form not in lexicon.stop and form not in lexicon.demonyms:
        return not is_common(form, lexicon) and form.endswith("ي")
    return form in lexicon.given_weak and _title_before(tokens, at, lexicon) is not None


def _titled(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    """A name right after a title, or after the title's adjectives: «الرئيس النيجيري السابق أوباسانجو»."""
    if at == 0 or tokens[at].word.kind != "word" or not (tokens[at].joined or tokens[at].before == '"'):
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
    if _is_ali(token):
        return True
    if form in lexicon.titles or form in lexicon.tails or form in lexicon.fixed or form in lexicon.demonyms:
        return False
    if _is_place(form, lexicon):
        return False
    if form in lexicon.given or (form in lexicon.foreign and len(form) > 3) or form == "عبد":
        return True
    if not definite:
        return form in lexicon.particles and not form.startswith(("ال", "ذ"))
    if form in lexicon.particles:
        return True
    if form in lexicon.given_weak:
        return form not in lexicon.stop
    if form.startswith("ال") or is_common(form, lexicon) or is_wordlike(form) or form.endswith("ا"):
        return False
    return not _clitic_word(token, lexicon) and len(form) > 2


def _accusative(form: str, lexicon: NameLexicon) -> bool:
    return form.endswith("ا") and len(form) > 3 and form[:-1] in lexicon.stop


def _clitic_word(token: Token, lexicon: NameLexicon) -> bool:
    """Tell whether a word is more likely a known word with a conjunction or preposition."""
    return token.norm[0] in "وفبلك" and any(cut.clitics and _known_word(cut.form, lexicon) for cut in token.cuts)


def _known_word(form: str, lexicon: NameLexicon) -> bool:
    return (
        form in lexicon.stop
        or form in lexicon.given
        or form in lexicon.known
        or form in lexicon.demonyms
        or form in lexicon.titles
        or form.startswith("ال")
    )
