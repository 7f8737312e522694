"""Persons: names announced by titles and roles, and names that begin with a given name."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.annotate.names.extent import (
    KUNYA,
    PLURALS,
    extend,
    is_accusative,
    is_clitic_word,
    is_common,
    is_name_despite_fold,
    is_place,
    is_wordlike,
)
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon

# The longest role looked back over for its title.
_ROLE_WORDS = 9
_AFTER_SPEAKER = frozenset(["ان", "انه", "انها", "انهم", "بان", "عن", "الي", "في", "علي", "ل", "لـ"])


def find_persons(tokens: tuple[Token, ...], lexicon: NameLexicon, sentence: int) -> Iterator[Found]:
    """Yield the persons of a sentence, one after the other."""
    at = 0
    while at < len(tokens):
        found = (
            _given(tokens, at, lexicon, sentence)
            or _titled(tokens, at, lexicon, sentence)
            or _speaking(tokens, at, lexicon, sentence)
            or _in_role(tokens, at, lexicon, sentence)
        )
        if found is None:
            at += 1
            continue
        yield found
        at = found.last


def _given(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    token = tokens[at]
    if token.norm in lexicon.fixed and not is_name_despite_fold(token):
        return None
    for cut in token.cuts:
        weak = cut.form in lexicon.given_weak or (not cut.clitics and is_name_despite_fold(token))
        if not weak and cut.form not in lexicon.given and cut.form not in KUNYA and cut.form != "عبد":
            continue
        # «لل» gives back an alef only before the article, which no given name of the list begins with.
        if cut.clitics and (token.norm in lexicon.stop or cut.letters != len(token.norm) - len(cut.form)):
            continue
        if weak and not _weak_start(tokens, at, cut.form, lexicon):
            return None
        last = extend(tokens, at, lexicon)
        if last - at == 1:
            return None
        return Found(
            sentence, at, last, cut.letters, "PER", "weak given name" if weak else "given name", 66 + 3 * (last - at)
        )
    return None


def _weak_start(tokens: tuple[Token, ...], at: int, own: str, lexicon: NameLexicon) -> bool:
    """Tell whether what follows an ambiguous given name shows that it is one here."""
    if at + 1 >= len(tokens) or not tokens[at + 1].joined:
        return False
    form = tokens[at + 1].norm
    if form in lexicon.fixed and not is_name_despite_fold(tokens[at + 1]):
        return False
    announced = _title_before(tokens, at, lexicon) is not None
    if (own in lexicon.verbs and not announced) or is_place(form, lexicon):
        return False
    if form in lexicon.given or form in ("بن", "عبد", "ولد") or (form in lexicon.foreign and len(form) > 4):
        return True
    if form.startswith("ال") and not is_common(form, lexicon):
        return form.endswith("ي") or announced or form in lexicon.surnames
    if announced and not is_common(form, lexicon):
        return True
    return (
        form in lexicon.given_weak and (announced or form not in lexicon.stop) and tokens[at].norm not in lexicon.nouns
    )


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
    return Found(sentence, at, last, 0, "PER", "title", 66 + 3 * (last - at))


def _title_before(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool | None:
    """Tell whether the title before a token is definite, by article or adjective; None where there is no title."""
    before = at - 1
    adjectives = False
    while before >= 0 and _title_adjective(tokens[before].norm, lexicon):
        adjectives = True
        if not tokens[before].joined:
            return None
        before -= 1
    if before < 0:
        return None
    title = next((cut.form for cut in tokens[before].cuts if cut.form in lexicon.titles), None)
    return None if title is None else adjectives or title.startswith("ال")


def _title_adjective(form: str, lexicon: NameLexicon) -> bool:
    if form in lexicon.tails or form in lexicon.demonyms:
        return True
    return form.startswith("ال") and form.endswith(("ي", "يه")) and form not in lexicon.titles and len(form) > 5


def _unlisted(token: Token, lexicon: NameLexicon) -> bool:
    """Tell whether a word is in no list and has the shape of no ordinary word: what a foreign name looks like."""
    form = token.norm
    if token.word.kind != "word" or len(form) < 3 or form.startswith("ال") or is_common(form, lexicon):
        return False
    if form in lexicon.foreign:
        return not is_place(form, lexicon)
    if is_wordlike(form) or form in lexicon.particles or form in lexicon.links or form in lexicon.purposes:
        return False
    return not is_clitic_word(token, lexicon) and not is_accusative(form, lexicon) and not is_place(form, lexicon)


def _speaking(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    """An unlisted word after a verb of saying: «وقال هولمكفيست إن …»."""
    if at == 0 or not tokens[at].joined or not any(c.form in lexicon.saying for c in tokens[at - 1].cuts):
        return None
    if not _unlisted(tokens[at], lexicon) or (tokens[at].norm[0] in "بلوفك" and tokens[at].norm not in lexicon.foreign):
        return None
    last = extend(tokens, at, lexicon)
    after = tokens[last].norm if last < len(tokens) else ""
    closed = last >= len(tokens) or not tokens[last].joined or after in _AFTER_SPEAKER or after in lexicon.titles
    if not closed and last - at == 1:
        return None
    return Found(sentence, at, last, 0, "PER", "after saying", 60 + 3 * (last - at))


def _in_role(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon, sentence: int) -> Found | None:
    """Two unlisted words at the end of a role: «المتحدث باسم المفوضية الأوروبية مارغاريتيس سخيناس»."""
    if at < 2 or at + 1 >= len(tokens) or not tokens[at + 1].joined or tokens[at].before not in ("", "،", ","):
        return None
    if not (_unlisted(tokens[at], lexicon) or tokens[at].norm in lexicon.given_weak):
        return None
    form = tokens[at + 1].norm
    surname = form.startswith("ال") and not is_common(form, lexicon) and not form.endswith((*PLURALS, "ه", "اء"))
    if not surname and not _unlisted(tokens[at + 1], lexicon):
        return None
    if not _role_before(tokens, at, lexicon):
        return None
    last = extend(tokens, at, lexicon)
    if last - at < 2:
        return None
    return Found(sentence, at, last, 0, "PER", "end of role", 60 + 3 * (last - at))


def _role_before(tokens: tuple[Token, ...], at: int, lexicon: NameLexicon) -> bool:
    """Tell whether an unbroken noun phrase that begins with a title ends just before a token."""
    if not tokens[at - 1].norm.startswith(("ال", "لل")) and not is_place(tokens[at - 1].norm, lexicon):
        return False
    for before in range(at - 1, max(at - _ROLE_WORDS, 0) - 1, -1):
        form = tokens[before].norm
        if any(cut.form in lexicon.titles for cut in tokens[before].cuts):
            return True
        if not tokens[before].joined or form in lexicon.verbs or form in lexicon.saying:
            return False
        if form in lexicon.fixed and form not in ("في", "عن"):
            return False
    return False


def _follows_title(token: Token, definite: bool, lexicon: NameLexicon) -> bool:
    form = token.norm
    if is_name_despite_fold(token):
        return True
    if form in lexicon.titles or form in lexicon.tails or form in lexicon.fixed or form in lexicon.demonyms:
        return False
    if is_place(form, lexicon):
        return False
    if form in lexicon.given or form == "عبد":
        return True
    if form in lexicon.foreign and len(form) > 3 and (definite or (len(form) > 4 and not is_wordlike(form))):
        return True
    if not definite:
        return form in lexicon.particles and not form.startswith(("ال", "ذ"))
    if form in lexicon.particles:
        return True
    if form in lexicon.given_weak:
        return form not in lexicon.stop
    if form.startswith("ال") or is_common(form, lexicon) or is_wordlike(form) or is_accusative(form, lexicon):
        return False
    return not is_clitic_word(token, lexicon) and len(form) > 2
