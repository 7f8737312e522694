"""Own days: whether a time that stands with an event is its own, or that of another verb of its sentence."""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span, When
from tawatur.stories.happenings.partial import read_partial
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.stories.happenings.special import is_answered_to
from tawatur.text.words import find_words, without_article

# Words at the beginning of a sentence among which its verb stands («وقد رفع الجيش، أمس، …»).
_OPENING = 3
# Endings of participles in the plural, which tell of a state.
_STATES = ("ين", "ون")


def is_borrowed(reading: Reading, event: Event, when: When, told: ToldWords) -> bool:
    """Tell whether a time before an event's word is that of a verb before both («شيّع الآلاف أمس ضحايا التفجير»).

    «اعتقلت الشرطة أمس خمسة متهمين بالتفجير»: of another kind of event before the time, or of what answers to the deed.
    So is any time beside an agreement that somebody only has a stance on.
    """
    if is_answered_to(reading, event, told):
        return True
    if when.span.start >= event.trigger.start:
        return False
    sentence = sentence_of(reading, event)
    if when.span.start < sentence.start:
        return False
    if event.trigger.of(reading.article.text).endswith(_STATES):
        # «وصل أمس المهندسون الذين كانوا مخطوفين»: a state has no day of its own before it.
        return True
    if any(_leads(other, event, when) for other in reading.events if other.sentence == event.sentence):
        return True
    before = find_words(reading.article.text, Span(sentence.start, when.span.start))
    norms = [word.norm for word in before if word.kind == "word"][:_OPENING]
    return any(norm in told.answering or norm.removeprefix("و") in told.answering for norm in norms)


def _leads(other: Event, event: Event, when: When) -> bool:
    """Tell whether a time stands behind another event of its sentence whose time it is."""
    if other is event or other.type == event.type or other.trigger.end > when.span.start:
        return False
    return other.time is not None and other.time.meets(when.span)


def is_hour(reading: Reading, when: When | None, lexicon: JoinLexicon) -> bool:
    """Tell whether a time is a part of the day alone («فجرا», «الساعة الرابعة»), of whatever day was told of."""
    if when is None or when.granularity != "part":
        return False
    words = {without_article(w.norm) for w in find_words(reading.article.text, when.span) if w.kind == "word"}
    named = read_partial(when.span.of(reading.article.text), lexicon.months, lexicon.weekdays)
    return not named.known and not words & lexicon.told.this_day
