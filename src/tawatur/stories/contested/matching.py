"""Matching: which clauses of a story tell as done what a statement denies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Reading, Span
from tawatur.stories.contested.clauses import Clause, Token, cue_norms, has, has_phrase
from tawatur.stories.contested.denied import Denied, is_denial
from tawatur.stories.disagreements.told_days import is_long_ago
from tawatur.text.words import find_words

# The share of the words of a denial that a clause must tell; a negated clause that answers nobody needs more of them.
_SHARE, _NEARLY, _LEAST, _PAIR = 0.6, 0.85, 3, 2
# The sentences in which an article says what it is about.
_LEDE = 2
# Sentences between a denial and what is said right before it, and those in which a deed told alone is the one denied.
_BESIDE, _CLOSE = 1, 2
# Words between what is told and the denial that points back at it in one sentence («…، لكن نائب الوزير فنّد ذلك»).
_NEXT_TO = 8
_TELLING = frozenset({"assert", "accuse", "evaluate", "deny"})


class ClauseIndex:
    """The clauses of a story by their words and deeds: what a denial is compared with shares some of its own."""

    def __init__(self, clauses: Mapping[str, Sequence[Clause]]) -> None:
        self.clauses = clauses
        self._rows = [clause for row in clauses.values() for clause in row]
        self._by_word: dict[str, list[int]] = {}
        for number, clause in enumerate(self._rows):
            for word in {word for token in clause.tokens for word in (token.stem, *token.senses)}:
                self._by_word.setdefault(word, []).append(number)

    def sharing(self, tokens: Sequence[Token]) -> Iterator[Clause]:
        """Yield the clauses that share a word or deed with some words, two where there are more than two, in order."""
        counts = Counter(
            n
            for t in {t.stem: t for t in tokens}.values()
            for n in {n for w in (t.stem, *t.senses) for n in self._of(w)}
        )
        least = min(_PAIR, len(tokens))
        yield from (self._rows[n] for n in sorted(counts) if counts[n] >= least or len(tokens) <= _PAIR)

    def _of(self, word: str) -> Sequence[int]:
        return self._by_word.get(word, ())


def affirmed(
    denied: Denied, index: ClauseIndex, readings: Mapping[str, Reading], lexicon: JoinLexicon
) -> Iterator[Clause]:
    """Yield the clauses of a story that tell as done what is denied, of whomever; who says them is not asked here."""
    if denied.points:
        yield from _just_before(denied, index.clauses[denied.article], readings[denied.article], lexicon)
        return
    denying = readings[denied.article]
    if not denied.plain and len(readings) == 1:
        # In one text alone a negated clause is mostly of something else.
        return
    for clause in index.sharing(denied.tokens):
        reading = readings[clause.article]
        if clause.article == denied.article and _is_own(denied, clause, denying):
            continue
        beside = clause.article == denied.article and abs(clause.sentence - denied.sentence) <= _CLOSE
        near = beside or clause.sentence < _LEDE or _accuses(clause, reading)
        told = _told(denied, clause, near)
        if told and _names(denied, denying, clause) and affirms(clause, told, reading, lexicon):
            yield clause


def _is_own(denied: Denied, clause: Clause, reading: Reading) -> bool:
    """Tell whether a clause is the denial itself; the same words may stand for both («…، وهو ما نفته الشرطة»)."""
    content = reading.statements[denied.statement].content
    same = clause.statement is not None and reading.statements[clause.statement].content == content
    return denied.span.meets(clause.span) and not same


def affirms(clause: Clause, told: Sequence[Token], reading: Reading, lexicon: JoinLexicon) -> bool:
    """Tell whether a clause tells its words as done: not negated, denied, wished or unsure."""
    if (
        _is_asked(clause, reading)
        or has(clause.norms, lexicon.contest.unsure)
        or _is_recalled(clause, reading, lexicon)
    ):
        return False
    if has(clause.norms, lexicon.contest.negators) or has(clause.norms, lexicon.contest.denies):
        return False
    if has(clause.norms, lexicon.contest.rumours) or _is_untrue(clause, reading, lexicon):
        return False
    middle = told[0].span
    for statement in reading.statements:
        if statement.content.holds(middle):
            if is_denial(reading, statement, lexicon) and not _claimed_there(
                clause, statement.content, reading, lexicon
            ):
                return False
            if statement.stance not in _TELLING:
                return False
    return True


def _is_untrue(clause: Clause, reading: Reading, lexicon: JoinLexicon) -> bool:
    """Tell whether what a clause tells is called untrue by who speaks of it («إن ما يقال … عار عن الصحة»)."""
    if clause.statement is None:
        return False
    content = reading.statements[clause.statement].content
    return has_phrase([w.norm for w in find_words(reading.article.text, content)], lexicon.contest.untrue)


def _accuses(clause: Clause, reading: Reading) -> bool:
    return clause.statement is not None and reading.statements[clause.statement].stance == "accuse"


def _names(denied: Denied, reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause names, in whole or part, who and what a denial names, and tells more of it than names."""
    told = {form for norm in clause.norms for form in forms(norm)}
    text = reading.article.text
    own = reading.statements[denied.statement].holder
    named: set[Span] = set()
    for name in reading.names:
        inside = {t.span for t in denied.tokens if name.span.holds(t.span)}
        named |= inside
        spelled = {form for span in inside for w in find_words(text, span) for form in forms(w.norm)}
        if inside and not (own and own.holds(name.span)) and not told & spelled:
            return False
    others = [t for t in denied.tokens if t.span not in named]
    return any(t.meets(token) for t in others for token in clause.tokens)


def _is_recalled(clause: Clause, reading: Reading, lexicon: JoinLexicon) -> bool:
    """Tell whether a clause tells of another time or another thing of the kind («غارات مماثلة»)."""
    return has(clause.norms, lexicon.telling["another"]) or is_long_ago(reading, clause.span)


def _claimed_there(clause: Clause, content: object, reading: Reading, lexicon: JoinLexicon) -> bool:
    """Tell whether somebody else says the very words that a denial holds («…، وهو ما نفته الشرطة»)."""
    return any(
        s.content == content and s.holder is not None and not is_denial(reading, s, lexicon) for s in reading.statements
    )


def _is_asked(clause: Clause, reading: Reading) -> bool:
    return reading.article.text[clause.span.end : clause.span.end + 2].strip()[:1] in ("?", "؟")


def _told(denied: Denied, clause: Clause, near: bool) -> list[Token]:
    """Return the words of a clause that tell what is denied, none where they are too few."""
    wanted = list({token.stem: token for token in denied.tokens}.values())
    few = len(wanted) <= _PAIR
    pairs = [(w, t) for w in wanted for t in clause.tokens if (w.surely_meets(t) if few else w.meets(t))]
    met = {w.stem for w, _ in pairs}
    deeds = [w for w in wanted if w.senses]
    if not met or ((not denied.plain or not deeds) and wanted[0].stem not in met):
        return []
    if deeds and not any(w.stem in met for w in deeds):
        return []
    # One article tells of many things in like words.
    share = _SHARE if (denied.plain or denied.answers) and clause.article != denied.article else _NEARLY
    return [t for _, t in pairs] if _enough(denied, len(wanted), len(met), bool(deeds) and near, share) else []


def _enough(denied: Denied, count: int, met: int, deed: bool, share: float) -> bool:
    """Tell whether so many of the words of a denial are told by a clause: all of few, most of many."""
    sure = denied.plain or denied.answers
    if count == 1:
        # A deed alone may be another one elsewhere («نفى تنفيذ الغارات»).
        return denied.exists or (sure and deed)
    if count == _PAIR:
        return met == count and (sure or deed)
    return met >= max(_LEAST, ceil(share * count))


def _just_before(denied: Denied, row: Sequence[Clause], reading: Reading, lexicon: JoinLexicon) -> Iterator[Clause]:
    """Yield the claim that a denial points back at: what somebody else says right before it.

    Of a sentence before it, only a charge is sure to be what is denied, or what somebody answers («ورد … بأن»).
    """
    own = reading.statements[denied.statement]
    answers = has(cue_norms(reading, own), lexicon.contest.replies)
    said = [
        (s.content.end, n)
        for n, s in enumerate(reading.statements)
        if s.content.end <= denied.span.start
        and denied.sentence - s.sentence <= _BESIDE
        and s.stance in ("accuse", "assert")
        and s.holder is not None
        and (s.speaker is None or s.speaker != own.speaker)
    ]
    if not said:
        return
    number = max(said)[1]
    claim = reading.statements[number]
    between = find_words(reading.article.text, Span(claim.content.end, denied.span.start))
    next_to = claim.sentence == denied.sentence and sum(w.kind == "word" for w in between) <= _NEXT_TO
    if claim.stance != "accuse" and not answers and not next_to:
        return
    for clause in row:
        if clause.statement == number and clause.tokens and affirms(clause, clause.tokens, reading, lexicon):
            yield clause
            return
