"""What is denied: the matter of denials, of what is called untrue, and of negated clauses that answer somebody."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Reading, Span, Statement
from tawatur.stories.contested.clauses import Clause, Token, content, cue_norms, has, has_phrase, senses
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words

# Content words looked at of one denial; words before which a noun for what others tell may stand.
_MOST, _FIRST = 12, 5
# A denial goes on over a comma where so little of it stands before.
_LITTLE = 2
_PART_WITHIN = 4
# «رفضت اتهامات الوزارة»: a charge among the first words of what is rejected.
_FIRST_OF, _CHARGE = 2, frozenset({"اتهام", "اتهامات", "مزاعم", "ادعاءات", "ادعاء"})
_BE = frozenset({"يكون", "تكون", "يكونوا"})
# «تصريحاته بشأن المملكة» tells but what it is about, «الأنباء عن الكوليرا» what is said to be.
_SAYING = frozenset({"عن", "من"})
_ONLY = frozenset({"الا", "سوي"})
_INSTEAD = frozenset({"بل", "وانما", "انما"})
_BUT = frozenset({"لكن", "ولكن"}) | _INSTEAD
_IS_NOT = frozenset({"ليس", "ليست", "وليس", "وليست"})
_DID_NOT = frozenset({"لم", "ولم", "عدم"}) | _IS_NOT
_ANY, _OF, _DEATH = "اي", "من", "مقتل"
# Letters behind a clause in which «بل» goes on.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Denied:
    """What a statement denies: its content words, and how sure the words themselves make it.

    `plain` is a denial by a word of denying, else the first of the words is what is negated; `answers` tells that the
    words answer somebody («كما قيل», «بل»), `exists` that all of it is said not to be, `points` that only what was said
    before is denied.
    """

    article: str
    statement: int
    sentence: int
    span: Span
    tokens: tuple[Token, ...]
    plain: bool
    answers: bool = False
    exists: bool = False
    points: bool = False


def denials(reading: Reading, clauses: Sequence[Clause], lexicon: JoinLexicon) -> Iterator[Denied]:
    """Yield what the statements of an article deny."""
    for number, statement in enumerate(reading.statements):
        if not is_denial(reading, statement, lexicon) or denies_part(reading, statement, lexicon):
            continue
        if not _is_relative(reading, statement, lexicon):
            yield _denied(reading, number, statement, lexicon)
    for clause in clauses:
        if clause.statement is None:
            continue
        statement = reading.statements[clause.statement]
        if is_denial(reading, statement, lexicon) or statement.holder is None:
            continue
        if has_phrase(clause.norms, lexicon.contest.alive):
            yield from _alive(reading, clause, lexicon)
        elif has_phrase(clause.norms, lexicon.contest.untrue):
            yield from _untrue(reading, clause, lexicon)
        elif has(clause.norms, lexicon.contest.free_of):
            yield from _free_of(reading, clause, lexicon)
        else:
            yield from _negated(reading, clause, lexicon)


def is_denial(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    """Tell whether a statement denies by a word of denying («نفت», «كذّب», «رفض الاتهامات»)."""
    if statement.stance != "deny":
        return False
    cue = cue_norms(reading, statement)
    if has(cue, lexicon.contest.denies | lexicon.contest.parting):
        return True
    first = [w.norm for w in find_words(reading.article.text, statement.content) if w.kind == "word"][:_FIRST_OF]
    return has(cue, lexicon.contest.rejects) and any(f in _CHARGE for norm in first for f in forms(norm))


def denies_part(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    """Tell whether what is denied is a part in something («أي علاقة له بالتفجير», «تبرأت من», «أن تكون وراء»)."""
    if has(cue_norms(reading, statement), lexicon.contest.parting):
        return True
    words = [w.norm for w in find_words(reading.article.text, statement.content) if w.kind == "word"]
    if any(form in lexicon.told.involved for norm in words[:_PART_WITHIN] for form in forms(norm)):
        return True
    pairs = pairwise(words[: _PART_WITHIN + 1])
    return any(one in _BE and other in lexicon.contest.stands_behind for one, other in pairs)


def _is_relative(reading: Reading, statement: Statement, lexicon: JoinLexicon) -> bool:
    """Tell whether a denial only says more of a thing that is told («الهجوم الذي نفته الحركة»)."""
    words = [w.norm for w in find_words(reading.article.text, statement.content) if w.kind == "word"]
    return bool(words) and words[-1] in lexicon.contest.relative


def _denied(reading: Reading, number: int, statement: Statement, lexicon: JoinLexicon) -> Denied:
    text = reading.article.text
    words = list(find_words(text, statement.content))
    start, about = _matter(words, lexicon)
    times = [when.span for when in reading.times]
    tokens = content(find_words(text, Span(start, statement.content.end)), times, lexicon)
    tokens = _up_to_comma(words, tokens)
    tokens = tuple(t for t in tokens if not _is_any(t.span.of(text), lexicon.answers))
    norms = [w.norm for w in words if w.kind == "word"]
    exists = has(norms[:_PART_WITHIN], lexicon.contest.exists) or about in _SAYING
    whole = Span(min(start, statement.cue.start if statement.cue else start), statement.content.end)
    return Denied(
        reading.article.id,
        number,
        statement.sentence,
        whole,
        tokens[:_MOST],
        True,
        exists=exists,
        points=not tokens,
    )


def _up_to_comma(words: Sequence[Word], tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for mark in words:
        if mark.text in "،؛":
            before = tuple(token for token in tokens if token.span.end <= mark.span.start)
            if len(before) >= _LITTLE:
                return before
    return tokens


def _matter(words: Sequence[Word], lexicon: JoinLexicon) -> tuple[int, str | None]:
    """Return where what is denied begins, and the word before it: «ما تناقلته … عن …» denies what is behind «عن»."""
    row = [word for word in words if word.kind == "word"]
    start = words[0].span.start if words else 0
    claims = next((n for n, w in enumerate(row[:_FIRST]) if has((w.norm,), lexicon.contest.claims)), None)
    if claims is None:
        return start, None
    about = next((word for word in row[claims + 1 :] if word.norm in lexicon.contest.about), None)
    return (about.span.end, about.norm) if about is not None else (start, None)


def _untrue(reading: Reading, clause: Clause, lexicon: JoinLexicon) -> Iterator[Denied]:
    """Yield what a clause calls untrue («ما تروّجه الجماعة من … محض دعاية»), or that it only points back."""
    text = reading.article.text
    assert clause.statement is not None
    first = reading.statements[clause.statement].content.start
    span = Span(first if first < clause.span.end else clause.span.start, clause.span.end)
    words = list(find_words(text, span))
    start, about = _matter(words, lexicon)
    said = {part for phrase in lexicon.contest.untrue for part in phrase.split()}
    inside = clause.tokens if about is None else content(words, [when.span for when in reading.times], lexicon)
    own = [t for t in inside if t.span.start >= start and not _is_any(t.span.of(text), said)]
    tokens = tuple(t for t in own if not _is_any(t.span.of(text), lexicon.answers | lexicon.contest.pointing))
    number, place = clause.statement, clause.sentence
    if about is not None and tokens:
        yield Denied(clause.article, number, place, span, tokens[:_MOST], True, exists=about in _SAYING)
    elif not tokens and has(clause.norms, lexicon.contest.pointing):
        yield Denied(clause.article, number, place, span, (), True, points=True)


def _alive(reading: Reading, clause: Clause, lexicon: JoinLexicon) -> Iterator[Denied]:
    """Yield the death of whom a clause tells to be alive («ما زال على قيد الحياة»)."""
    assert clause.statement is not None
    said = {part for phrase in lexicon.contest.alive for part in phrase.split()}
    words = find_words(reading.article.text, clause.span)
    at = next((w.span.start for w in words if w.norm in said), clause.span.end)
    whom = [t for t in clause.tokens if t.span.end <= at and not _is_any(t.span.of(reading.article.text), said)]
    if whom:
        death = Token(_DEATH, stem(_DEATH), senses(_DEATH, lexicon.contest), clause.span)
        tokens = (*whom[:_MOST], death)
        yield Denied(clause.article, clause.statement, clause.sentence, clause.span, tokens, plain=False, answers=True)


def _free_of(reading: Reading, clause: Clause, lexicon: JoinLexicon) -> Iterator[Denied]:
    """Yield what a clause says that a place is free of («خلو الولاية من المرض»)."""
    words = [w for w in find_words(reading.article.text, clause.span) if w.kind == "word"]
    at = next(n for n, w in enumerate(words) if has((w.norm,), lexicon.contest.free_of))
    of = next((w.span.end for w in words[at + 1 : at + 1 + _FIRST] if w.norm == _OF), None)
    tokens = tuple(t for t in clause.tokens if of is not None and t.span.start >= of)
    assert clause.statement is not None
    if tokens:
        place = clause.sentence
        yield Denied(clause.article, clause.statement, place, clause.span, tokens[:_MOST], plain=True, exists=True)


def _negated(reading: Reading, clause: Clause, lexicon: JoinLexicon) -> Iterator[Denied]:
    """Yield what a clause says not to have happened («لم تقع أي معركة», «وليس فيها انسحاب»)."""
    at = next((n for n, norm in enumerate(clause.norms) if norm in _DID_NOT), None)
    rest = clause.norms[at + 1 :] if at is not None else ()
    if at is None or clause.statement is None or not rest or any(norm in _ONLY for norm in rest):
        return
    if rest[0] in lexicon.contest.silent:
        # «لم يؤكد الجيش مقتل …» leaves it open.
        return
    words = [w for w in find_words(reading.article.text, clause.span) if w.kind == "word"]
    turn = next((w.span.start for w in words[at + 1 :] if w.norm in _BUT), clause.span.end)
    tokens = tuple(t for t in clause.tokens if words[at].span.end <= t.span.start < turn)
    if not tokens:
        return
    if clause.norms[at] in _IS_NOT and not has(rest[:1], lexicon.contest.within):
        # «المرض ليس كوليرا»: what is not so first, then what it is said of.
        tokens = (*tokens, *(t for t in clause.tokens if t.span.end <= words[at].span.start))
    follows = reading.article.text[clause.span.end : clause.span.end + _NEAR]
    instead = any(norm in _INSTEAD for norm in rest) or any(w.norm in _INSTEAD for w in find_words(follows))
    answers = instead or has_phrase(clause.norms, lexicon.contest.rebuts)
    happens = has(rest[:2], lexicon.contest.happens) and _ANY in rest
    if not answers and _ANY not in rest and not any(n.span.meets(t.span) for n in reading.names for t in tokens):
        # Much does not happen; what somebody else tells is named, or «any» of it is denied.
        return
    yield Denied(
        clause.article,
        clause.statement,
        clause.sentence,
        clause.span,
        tokens[:_MOST],
        plain=False,
        answers=answers,
        exists=happens,
    )


def _is_any(word: str, listed: Container[str]) -> bool:
    return any(w.norm in listed for w in find_words(word))
