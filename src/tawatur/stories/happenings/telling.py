"""Telling: how an article's words tell of an event, where its coded status, actors and time leave that open."""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span, Statement, Status, When
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.text.fold import fold
from tawatur.text.words import Word, find_words

# Words before an attack among which somebody says that it was theirs («تبنى», «مسؤوليته»).
_CLAIM_REACH = 4
_TO_BE = frozenset({"يكون", "تكون", "يكونوا"})
# Words of a denial before the event that is denied: «نفى صحة ما تردد عن وقوع هجوم».
_DENIED_WITHIN = 5
# Who answers for what has been told rather than telling of it: by the stance of the words that hold the event.
_REACTING = frozenset({"evaluate", "demand"})
# Words between a noun and the masdar of doing behind it («التدريبات المقرر إجراؤها»).
_NOUN_BEFORE = 5
# What is hidden by who asks not to be named («طالبا عدم كشف هويته»): the beginnings of such words.
_NAMES = ("اسم", "هوي")
_ASKED_WITHIN = 5
_ASKING = frozenset({"REQUEST", "REJECT"})
# What comes before somebody's next step («فتحوا النار قبل أن يحرقوا») where nobody kept them from it.
_STEPS = (("قبل", "ان"), ("بعد", "ان"), ("الي", "ان"))


def told_as_done(reading: Reading, event: Event, when: When | None, words: ToldWords) -> bool:
    """Tell whether the words around an event coded as lying ahead show that it has taken place."""
    text = reading.article.text
    if when is not None and any(word.norm in words.over for word in find_words(text, when.span)):
        return True
    sentence = sentence_of(reading, event)
    behind = next((w for w in find_words(text, Span(event.trigger.end, sentence.end)) if w.kind == "word"), None)
    if (behind is not None and behind.norm in words.took_place) or _next_step(reading, event, sentence, words):
        return True
    statement = _statement(reading, event)
    if statement is None or statement.cue is None:
        return False
    return any(word.norm in words.shown for word in find_words(text, statement.cue))


def _next_step(reading: Reading, event: Event, sentence: Span, words: ToldWords) -> bool:
    """Tell whether an event is the next thing that those did who did what its sentence tells before («قبل أن …»)."""
    text = reading.article.text
    norms = [w.norm for w in find_words(text, Span(sentence.start, event.trigger.start)) if w.kind == "word"]
    if tuple(norms[-2:]) not in _STEPS:
        return False
    before = [e for e in reading.events if e.sentence == event.sentence and e.trigger.end <= event.trigger.start]
    if not any(e.status in ("actual", "alleged") for e in before):
        return False
    return not any(n in words.stopping or n.removeprefix("و") in words.stopping for n in norms)


def is_manner(reading: Reading, event: Event, words: ToldWords) -> bool:
    """Tell whether an event is only how somebody spoke: asking not to be named, or praying."""
    if event.type not in _ASKING and event.type != "ACCUSE":
        return False
    end = sentence_of(reading, event).end
    behind = (w.norm for w in find_words(reading.article.text, Span(event.trigger.end, end)) if w.kind == "word")
    norms = [norm for norm, _ in zip(behind, range(_ASKED_WITHIN), strict=False)]
    if norms and norms[0] in words.prayed_to:
        return True
    hidden = any(norm in words.disclosing or norm.removeprefix("ال") in words.disclosing for norm in norms)
    return hidden and any(norm.removeprefix("ل").removeprefix("عن").startswith(_NAMES) for norm in norms)


def told_status(reading: Reading, event: Event, *, definite: bool, done: bool) -> Status:
    """Return how an event is told.

    «لم يسفر الهجوم عن قتلى» and «أدانت … الهجوم» take for granted that there was an attack; what the words show to have
    taken place is not planned.
    """
    if event.status == "negated" and event.type == "ASSAULT" and definite:
        return "actual"
    if event.status == "denied" and definite and event.type == "ASSAULT" and not _is_denial(reading, event):
        return "actual"
    return "actual" if done and event.status in ("planned", "hypothetical") else event.status


def _is_denial(reading: Reading, event: Event) -> bool:
    return any(s.stance == "deny" and s.content.holds(event.trigger) for s in reading.statements)


def claimant(reading: Reading, event: Event, words: ToldWords) -> Span | None:
    """Return who says of an attack that it was theirs («تبنت …», «أعلنت … مسؤوليتها عن الهجوم»), or None.

    «حمّل الجيش الجبهة مسؤولية الهجوم» holds somebody else responsible.
    """
    statement = _statement(reading, event)
    if event.type != "ASSAULT" or statement is None or statement.holder is None:
        return None
    if statement.stance in ("accuse", "deny"):
        return None
    start = statement.cue.start if statement.cue is not None else statement.content.start
    before = [
        w.norm for w in find_words(reading.article.text, Span(min(start, event.trigger.start), event.trigger.start))
    ]
    near = before[-_CLAIM_REACH:] + before[:1]
    if _TO_BE & set(before):
        # «يتوقع أن يكون التنظيم مسؤولا عن الهجوم» is said of somebody else.
        return None
    return statement.holder if any(norm.removeprefix("و") in words.claimed for norm in near) else None


def only_reacts(reading: Reading, event: Event, words: ToldWords, *, definite: bool) -> bool:
    """Tell whether who speaks of an event only answers to it («أدانت … الهجوم»): that tells of no further source."""
    statement = _statement(reading, event)
    if statement is None or not definite:
        return False
    if statement.holder is None and statement.speaker is None and not statement.via:
        # «يشتبه بضلوعهم في الهجوم»: nobody is named who says so, and the attack is taken for granted.
        return True
    if event.time is not None or event.figures:
        return False
    return statement.stance in _REACTING and claimant(reading, event, words) is None


def noun_before(text: str, event: Event, sentence: Span, lexicon: JoinLexicon) -> tuple[str, str] | None:
    """Return the noun, and its family, that a masdar of doing stands behind («التدريبات المقرر إجراؤها»), or None."""
    if fold(event.trigger.of(text)) not in lexicon.told.doing:
        return None
    words: list[Word] = [w for w in find_words(text, Span(sentence.start, event.trigger.start)) if w.kind == "word"]
    for word in reversed(words[-_NOUN_BEFORE:]):
        if (family := lexicon.family(event.type, word.norm)) is not None:
            return word.norm, family
    return None


def partner_before(reading: Reading, event: Event) -> tuple[Span, ...]:
    """Return the actors that the sentence before tells of: «وكان قد التقى كيم» is about whoever was told of last."""
    before = [other for other in reading.events if other.sentence == event.sentence - 1 and other.actors]
    return before[-1].actors[:1] if before else ()


def denies_it(reading: Reading, event: Event, words: ToldWords) -> bool:
    """Tell whether a denial is of an event itself, not of a part in it or something about it («نفى وقوع الهجوم»)."""
    denied = _denied_before(reading, event, words)
    if denied is None or len(denied) > _DENIED_WITHIN:
        return False
    return not any(word in words.about or word in words.involved for word in denied)


def denies_part(reading: Reading, event: Event, words: ToldWords) -> Span | None:
    """Return who denies having had a part in an event («نفى … علاقته بالهجوم»), or None."""
    denied = _denied_before(reading, event, words)
    if denied is None or not any(word in words.involved for word in denied[-_CLAIM_REACH:]):
        return None
    return next((s.holder for s in reading.statements if s.stance == "deny" and s.content.holds(event.trigger)), None)


def _denied_before(reading: Reading, event: Event, words: ToldWords) -> list[str] | None:
    """Return the words of a denial before the event that it holds, without clitics; None where none holds it."""
    denial = next((s for s in reading.statements if s.stance == "deny" and s.content.holds(event.trigger)), None)
    if denial is None:
        return None
    before = find_words(reading.article.text, Span(denial.content.start, event.trigger.start))
    return [_bare(word.norm, words) for word in before if word.kind == "word"]


def _bare(norm: str, words: ToldWords) -> str:
    return next((form for form in forms(norm) if form in words.about or form in words.involved), norm)


def _statement(reading: Reading, event: Event) -> Statement | None:
    if event.statement is None or event.statement >= len(reading.statements):
        return None
    return reading.statements[event.statement]
