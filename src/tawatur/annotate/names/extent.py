"""How far a person's name reaches, and which words look like names and which like ordinary words."""

from __future__ import annotations

from tawatur.annotate.names.known import match_at
from tawatur.annotate.names.tokens import Token
from tawatur.lexicon.name_words import NameLexicon

# The most words a person's name takes: «محمد بن سلمان بن عبد العزيز آل سعود» is eight.
_LONGEST = 9
KUNYA = frozenset(["ابو", "ابي", "ابا"])
# Fronts and endings of ordinary words: verbs, masdars, plurals, words with an article behind a clitic or a pronoun.
_FRONTS = ("است", "لل", "بال", "وال", "فال", "كال", "مست", "سي", "ست")
_PRONOUNS = ("ها", "هم", "هما", "تهم", "ته", "ونه", "ونها")
PLURALS = ("ات", "ون", "ين")


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
    if len(form) > 4 and (form.endswith(PLURALS) or form.startswith("مت")):
        return True
    # Imperfect verbs; a listed name never comes here.
    if (form[0] == "ت" and 2 < len(form) < 7) or (form[0] == "ي" and len(form) > 2):
        return True
    return len(form) > 3 and form.endswith(("ت", "ه"))


def is_nameable(form: str, lexicon: NameLexicon) -> bool:
    return form in lexicon.given or form in lexicon.foreign


def is_place(form: str, lexicon: NameLexicon) -> bool:
    entries = lexicon.known.get(form, ())
    return any(not rest and not entry.weak and entry.type in ("GPE", "LOC", "ORG") for rest, entry in entries)


def extend(tokens: tuple[Token, ...], first: int, lexicon: NameLexicon) -> int:
    """Return where the person's name that starts at token `first` ends (that token is taken whatever it is)."""
    last = first + 1
    size = 1
    forms = {cut.form for cut in tokens[first].cuts}
    if "عبد" in forms:
        last = _servant(tokens, first, lexicon) or last
    elif forms & KUNYA or tokens[first].norm in lexicon.particles:
        last = _after_particle(tokens, first, lexicon) or last
    while last < len(tokens) and last - first < _LONGEST and tokens[last].joined:
        step = _step(tokens, last, size, lexicon)
        if step is None:
            break
        last = step
        size += 1
    return _listed_end(tokens, first, last, lexicon)


def _listed_end(tokens: tuple[Token, ...], first: int, last: int, lexicon: NameLexicon) -> int:
    """Cut back to a listed person what was taken beyond it, unless more of a name follows («صدام» + «حسين»)."""
    listed = match_at(tokens, first, lexicon)
    if listed is None or listed.entry.type != "PER" or not listed.listed or listed.last >= last:
        return last
    form = tokens[listed.last].norm
    goes_on = form in lexicon.given or form in lexicon.particles or form == "عبد" or form in lexicon.surnames
    return last if goes_on else listed.last


def _is_person(form: str, lexicon: NameLexicon) -> bool:
    return any(not rest and entry.type == "PER" and not entry.weak for rest, entry in lexicon.known.get(form, ()))


def _name_follows(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool:
    if at + 1 >= len(tokens) or not tokens[at + 1].joined:
        return False
    return is_nameable(tokens[at + 1].norm, lexicon) or tokens[at + 1].norm.startswith("ال")


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
    if form in lexicon.fixed and not is_name_despite_fold(tokens[after]):
        return None
    ordinary = not is_nameable(form, lexicon) and (is_common(form, lexicon) or is_wordlike(form))
    if ordinary and tokens[at].norm in lexicon.loose_particles:
        return None
    return after + 1


def is_name_despite_fold(token: Token) -> bool:
    """Tell the names «علي» and «آن» from the particles «على» and «أن»; folding makes them one."""
    text = token.word.text
    return (token.norm == "علي" and text.endswith(("ي", "ی"))) or (token.norm == "ان" and text.startswith("آ"))


def _step(tokens: tuple[Token, ...], at: int, size: int, lexicon: NameLexicon) -> int | None:
    token = tokens[at]
    form = token.norm
    if form == "عبد":
        return _servant(tokens, at, lexicon)
    if form in lexicon.of_god and size < 3 and not is_common(tokens[at - 1].norm, lexicon):
        return at + 1
    if form in lexicon.particles and not (form in lexicon.loose_particles and size > 2):
        return _after_particle(tokens, at, lexicon)
    if form in lexicon.given or is_name_despite_fold(token):
        return at + 1
    if form in lexicon.surnames and _arabic_start(tokens[at - 1], lexicon) and not _name_follows(tokens, at, lexicon):
        return at + 1
    if form in lexicon.ordinals and size == 1 and _arabic_start(tokens[at - 1], lexicon):
        return at + 1
    if form in lexicon.fixed or form in lexicon.titles or form in lexicon.tails or token.word.kind != "word":
        return None
    if form in lexicon.given_weak:
        return at + 1 if form not in lexicon.stop or (size < 3 and _arabic_start(tokens[at - 1], lexicon)) else None
    if _is_person(form, lexicon) or (form.startswith("ابو") and len(form) > 5):
        return at + 1
    if size > 1 and is_place(form, lexicon):
        return None
    if form.startswith("ال") and form not in lexicon.foreign:
        return at + 1 if _surname(tokens, at, size, lexicon) else None
    return at + 1 if _other_word(tokens, at, size, lexicon) else None


def _other_word(tokens: tuple[Token, ...], at: int, size: int, lexicon: NameLexicon) -> bool:
    """Tell whether a word that no list of names has is a further part of a name of `size` words."""
    token = tokens[at]
    form = token.norm
    if is_common(form, lexicon) or form in lexicon.foreign:
        return form in lexicon.foreign and not is_common(form, lexicon)
    if is_clitic_word(token, lexicon) or is_accusative(form, lexicon) or size > 3:
        return False
    if form[0] in "بلو" and (is_wordlike(form) or form.endswith(("ا", "يه", "ام", "ال"))):
        return False
    if size == 1:
        return not (form.startswith(_FRONTS) or form.endswith(_PRONOUNS) or (form[0] == "ت" and is_wordlike(form)))
    if _arabic_start(tokens[at - 1], lexicon):
        return not is_wordlike(form)
    return size == 2 and not is_wordlike(form) and form[0] not in "بلو"


def _arabic_start(token: Token, lexicon: NameLexicon) -> bool:
    return token.norm in lexicon.given or token.norm in lexicon.given_weak


def _surname(tokens: tuple[Token, ...], at: int, size: int, lexicon: NameLexicon) -> bool:
    """Tell whether a word with article is a surname after `size` words of a name."""
    form = tokens[at].norm
    if form in lexicon.times or form in lexicon.descriptive or form in lexicon.classes:
        return False
    if at > 1 and tokens[at - 2].norm in ("بن", "ابن"):
        return form not in lexicon.stop
    if form in lexicon.adjectives or form.endswith((*PLURALS, "اء")):
        return False
    before = tokens[at - 1].norm
    if not _arabic_start(tokens[at - 1], lexicon) and not before.startswith("ال") and before not in lexicon.abd:
        return form.endswith("ي") and form not in lexicon.stop and form not in lexicon.demonyms
    if form in lexicon.demonyms:
        return size == 1 and not form.endswith("ه")
    if form in lexicon.stop:
        return size == 1 and not form.endswith("ه") and _arabic_start(tokens[at - 1], lexicon)
    return size == 1 or not form.endswith("ه")


def is_accusative(form: str, lexicon: NameLexicon) -> bool:
    return form.endswith("ا") and len(form) > 3 and form[:-1] in lexicon.stop


def is_clitic_word(token: Token, lexicon: NameLexicon) -> bool:
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
