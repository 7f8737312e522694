"""Days told against each other: in copies of one text, by words that correct a day, and of what happens but once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Reading, Span, When
from tawatur.stories.contested.clauses import Clause, has
from tawatur.stories.contested.matching import affirms
from tawatur.stories.disagreements.news_days import happened_since
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.happenings.partial import Partial, read_partial
from tawatur.text.words import find_words

# The share of their words that two sentences of copies have in common, and the words of a sentence worth comparing.
_SAME, _LEAST = 0.75, 5
# Content words that two clauses of one deed share, and their share of the shorter one.
_WORDS, _MOSTLY = 4, 0.6
# A night is of two days.
_NIGHT = ("ليل", "منتصف ليل")
_DAY = timedelta(days=1)
# Letters between a day and the word that sets it against another («مساء السبت لا فجر الأحد»).
_GAP = 4
_LEDE = 3
# The group of sessions that are put off, beside those of deeds.
_SESSION = "session"
# Words between the word for beginning and its day.
_BEGINS_WITHIN = 8
# Reports of one thing come out so near each other.
_NEAR = timedelta(days=4)
# Days of one thing that sources tell differently lie no further apart, but for sessions put off.
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Dated:
    """A clause with a day that it names: the words for the day, and what of month, day and weekday they name."""

    clause: Clause
    when: When
    words: str
    named: Partial


def dated_clauses(reading: Reading, clauses: Sequence[Clause], lexicon: JoinLexicon) -> list[Dated]:
    """Return the clauses of an article that name a day, by weekday or date, once for each day."""
    found: list[Dated] = []
    for when in reading.times:
        words = when.span.of(reading.article.text)
        named = read_partial(words, lexicon.months, lexicon.weekdays)
        if named.months and not named.days and when.first is not None and when.first == when.last:
            # «الثالث من مارس»: a day that is written as a word.
            named = replace(named, days=(when.first.day,))
        clause = next((c for c in clauses if c.span.holds(when.span)), None)
        if clause is None or _of_speech(reading, clause, when, lexicon):
            continue
        if when.first is not None and (named.weekday is not None or len(named.days) == 1):
            found.append(Dated(clause, when, words, named))
    return found


def _of_speech(reading: Reading, clause: Clause, when: When, lexicon: JoinLexicon) -> bool:
    """Tell whether a day is that of speaking («قال الوزير الجمعة إن …»): it stands outside of what is said."""
    cues = [s for s in reading.statements if s.cue is not None and clause.span.holds(s.cue)]
    if cues and not any(s.content.holds(when.span) for s in cues):
        return True
    before = find_words(reading.article.text, Span(clause.span.start, when.span.start))
    behind = find_words(reading.article.text, Span(when.span.end, clause.span.end))
    says = has([w.norm for w in before], lexicon.told.tells)
    return says and has([w.norm for w in behind], lexicon.told.that)


def days_apart(one: Dated, other: Dated) -> bool:
    """Tell whether two named days are not one: other dates, or other weekdays that are not one night."""
    if one.named.days and other.named.days:
        return (one.named.months, one.named.days) != (other.named.months, other.named.days)
    if one.named.weekday is not None and other.named.weekday is not None:
        if one.named.weekday == other.named.weekday:
            return False
        return not (_is_night(one) or _is_night(other)) or _gap(one, other) > _DAY
    return _gap(one, other) > _DAY


def _is_night(dated: Dated) -> bool:
    return dated.words.strip().startswith(_NIGHT)


def _gap(one: Dated, other: Dated) -> timedelta:
    if one.when.first is None or other.when.first is None:
        return timedelta()
    return abs(one.when.first - other.when.first)


def of_copies(
    copies: Mapping[str, str], readings: Mapping[str, Reading], dated: Mapping[str, Sequence[Dated]]
) -> Iterator[tuple[Dated, Dated]]:
    """Yield the days in which two copies of one text differ, in sentences that are otherwise nearly the same words."""
    for one, other in combinations(sorted(a for a in readings if a in copies), 2):
        if copies[one] != copies[other]:
            continue
        rows = {b.index: _words(readings[other], b.span) for b in readings[other].sentences}
        for sentence in readings[one].sentences:
            words = _words(readings[one], sentence.span)
            like = [n for n, row in rows.items() if len(words) >= _LEAST and _share(words, row) >= _SAME]
            first = [d for d in dated[one] if d.clause.sentence == sentence.index]
            second = [d for n in like for d in dated[other] if d.clause.sentence == n]
            if len(like) != 1 or len(first) != len(second):
                continue
            yield from (
                (a, b)
                for a, b in zip(first, second, strict=True)
                if _written_apart(a, b) and not _are_two(a, b, dated, readings)
            )


def _written_apart(one: Dated, other: Dated) -> bool:
    """Tell whether two days are written as others, and are others: «الأحد» of two weeks is one."""
    if one.named.days and other.named.days:
        return (one.named.months, one.named.days) != (other.named.months, other.named.days)
    if one.named.weekday is None or other.named.weekday is None:
        return False
    return one.named.weekday != other.named.weekday and _gap(one, other) >= _DAY


def _words(reading: Reading, span: Span) -> frozenset[str]:
    times = [when.span for when in reading.times]
    words = find_words(reading.article.text, span)
    return frozenset(w.norm for w in words if w.kind == "word" and not any(t.holds(w.span) for t in times))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def corrected(
    readings: Mapping[str, Reading], dated: Mapping[str, Sequence[Dated]], lexicon: JoinLexicon
) -> Iterator[tuple[Dated, Dated]]:
    """Yield a day that is set right («مساء السبت لا فجر الأحد») and the clauses of others that tell the other one."""
    every = [d for row in dated.values() for d in row]
    for right, wrong in ((a, b) for row in dated.values() for a, b in combinations(row, 2)):
        if not _sets_right(right, wrong, readings[right.clause.article], lexicon):
            continue
        for told in every:
            if told.clause.article == right.clause.article and told.clause.sentence == right.clause.sentence:
                continue
            if told.named.weekday == wrong.named.weekday and told.named.days == wrong.named.days:
                shared = [t for t in told.clause.tokens if any(t.meets(own) for own in right.clause.tokens)]
                if shared and affirms(told.clause, shared, readings[told.clause.article], lexicon):
                    yield right, told


def _sets_right(right: Dated, wrong: Dated, reading: Reading, lexicon: JoinLexicon) -> bool:
    between = Span(right.when.span.end, wrong.when.span.start)
    if not right.clause.span.holds(right.when.span) or between.end <= between.start or right.clause != wrong.clause:
        return False
    words = [w for w in find_words(reading.article.text, between) if w.kind == "word"]
    return bool(words) and len(words) <= _GAP and words[0].norm in lexicon.contest.instead


def of_one_deed(
    readings: Mapping[str, Reading], dated: Mapping[str, Sequence[Dated]], lexicon: JoinLexicon
) -> Iterator[tuple[Dated, Dated]]:
    """Yield two days told of what happens but once in a story: what opens its articles, or a session put off."""
    every = [d for row in dated.values() for d in row]
    groups: dict[str, list[Dated]] = {}
    for one in every:
        for deed in sorted(_deeds(one)) or ([_SESSION] if _put_off(one, readings, lexicon) else []):
            groups.setdefault(deed, []).append(one)
    pairs = (pair for deed in sorted(groups) for pair in combinations(groups[deed], 2))
    for one, other in pairs:
        if one.clause.article == other.clause.article or not days_apart(one, other):
            continue
        if not _came_out_near(one, other, readings) or _are_two(one, other, dated, readings):
            continue
        put_off = all(_put_off(d, readings, lexicon) for d in (one, other))
        if put_off or (
            _gap(one, other) <= _WEEK
            and (
                _in_same_words(one, other, readings, lexicon)
                or _begin(one, other, readings, lexicon)
                or _once(one, other, readings, lexicon)
            )
        ):
            yield one, other


def _came_out_near(one: Dated, other: Dated, readings: Mapping[str, Reading]) -> bool:
    a, b = (published_days(readings[d.clause.article]).first for d in (one, other))
    return a is not None and b is not None and abs(a - b) <= _NEAR


def _are_two(one: Dated, other: Dated, dated: Mapping[str, Sequence[Dated]], readings: Mapping[str, Reading]) -> bool:
    """Tell whether two days are of two deeds: one came since, a sentence tells both, or they count otherwise."""
    a, b = (published_days(readings[d.clause.article]).first for d in (one, other))
    if happened_since(one.when.first, a, other.when.first, b):
        return True
    return _tells_both(one, other, dated) or _tells_both(other, one, dated) or _count_otherwise(one, other, readings)


def _tells_both(one: Dated, other: Dated, dated: Mapping[str, Sequence[Dated]]) -> bool:
    """Tell whether the sentence of a day tells the other's as well: of two things («يومي الأربعاء والخميس»)."""
    own = (d for d in dated[one.clause.article] if d.clause.sentence == one.clause.sentence and d is not one)
    return any(not days_apart(d, other) for d in own)


def _count_otherwise(one: Dated, other: Dated, readings: Mapping[str, Reading]) -> bool:
    """Tell whether both clauses give numbers of which none is shared: who was arrested on two days, say."""
    first, second = (
        {figure.value for figure in readings[d.clause.article].figures if d.clause.span.holds(figure.span)}
        for d in (one, other)
    )
    return bool(first and second) and not first & second


def _in_same_words(one: Dated, other: Dated, readings: Mapping[str, Reading], lexicon: JoinLexicon) -> bool:
    """Tell whether two clauses tell of one deed in mostly the same words."""
    first, second = ({t.stem: t for t in d.clause.tokens} for d in (one, other))
    shared = [s for s in first if s in second or any(first[s].meets(t) for t in second.values())]
    if len(shared) < _WORDS or len(shared) < _MOSTLY * min(len(first), len(second)) or not _deeds(one) & _deeds(other):
        return False
    return all(affirms(d.clause, d.clause.tokens, readings[d.clause.article], lexicon) for d in (one, other))


def _put_off(dated: Dated, readings: Mapping[str, Reading], lexicon: JoinLexicon) -> bool:
    """Tell whether a day is that to which a session is put off («تأجيل … إلى 26 مارس»)."""
    text = readings[dated.clause.article].article.text
    words = [w.norm for w in find_words(text, Span(dated.clause.span.start, dated.when.span.start)) if w.kind == "word"]
    return has(words, lexicon.contest.adjourned) and has(words[-2:], frozenset({"الي", "لجلسه", "حتي", "ليوم"}))


def _begin(one: Dated, other: Dated, readings: Mapping[str, Reading], lexicon: JoinLexicon) -> bool:
    """Tell whether two days are those on which one thing begins («الهدنة تدخل حيز التنفيذ فجر الجمعة»)."""
    for dated in (one, other):
        text = readings[dated.clause.article].article.text
        before = find_words(text, Span(dated.clause.span.start, dated.when.span.start))
        if not has([w.norm for w in before if w.kind == "word"][-_BEGINS_WITHIN:], lexicon.contest.opens):
            return False
    return bool(_deeds(one) & _deeds(other) & lexicon.contest.begun)


def _once(one: Dated, other: Dated, readings: Mapping[str, Reading], lexicon: JoinLexicon) -> bool:
    """Tell whether two clauses open their articles with one deed that is done but once («أفرج», «وقع»)."""
    if not _deeds(one) & _deeds(other) & lexicon.contest.once:
        return False
    return all(
        d.clause.sentence < _LEDE and affirms(d.clause, d.clause.tokens, readings[d.clause.article], lexicon)
        for d in (one, other)
    )


def _deeds(dated: Dated) -> frozenset[str]:
    return frozenset().union(*(token.senses for token in dated.clause.tokens))
