"""Context: what stands with an event in its sentence, for what its own slots leave open."""

from __future__ import annotations

import re
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span, When
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.stories.happenings.special import is_answered_to, special_family
from tawatur.text.words import Word, find_words, without_article

# Names of one sentence beyond these are a list, not participants.
_MOST_NAMES = 8
# How many words after a light verb its noun may stand («أجرت سيول وواشنطن مناورات»).
_NOUN_AFTER = 5
# A dateline: town, date and agency in front of the first sentence («أغاديز، 6 تموز/يوليو (ضفاف) - …»), at most so long.
_DATELINE = re.compile(r"[^\n؟!«»\"]{0,90}?\([^()\n]{2,40}\)\s*[-–—:]\s")
# The sentences that a dateline may open: a title may have been read as the first.
_DATELINE_WITHIN = 3
# What sets a happening apart stands right behind its noun («هجوم آخر») or, if it can mean nothing else, within so many
# words of its clause («قتلوا في هجوم مماثل»).
_APART_WITHIN = 8
# A sentence turns to another matter with no more words than these.
_OPENING = 3
# Code points before a time in which «حتى» stands.
_UNTIL_REACH = 8
# Words right before a deed that belongs to the words before it («بعد يوم من هجوم», «مقتل ستة في هجوم»).
_BEFORE_DEEDS = frozenset({"من", "علي", "في", "خلال", "اثر", "جراء", "ب", "نتيجه", "بسبب"})
# Code points between a verb and its noun («وقع خلالها معاهدة»).
_ONE_ACT = 16


def in_dateline(reading: Reading, span: Span) -> bool:
    """Tell whether a span lies in the dateline of its article: that names the reporter, not who took part."""
    for sentence in reading.sentences[:_DATELINE_WITHIN]:
        if sentence.span.start <= span.start < sentence.span.end:
            found = _DATELINE.match(sentence.span.of(reading.article.text))
            return found is not None and span.end <= sentence.span.start + found.end()
    return False


def ends_a_wait(reading: Reading, time: Span) -> bool:
    """Tell whether a time is the end of something that lasts («حتى صباح الأحد»), not the time of what happened."""
    before = reading.article.text[max(0, time.start - _UNTIL_REACH) : time.start]
    words = [word.norm for word in find_words(before)]
    return bool(words) and words[-1] in ("حتي", "لغايه")


def is_background(reading: Reading, event: Event, told: ToldWords) -> bool:
    """Tell whether the words of an event set it apart from what its article tells of («هجوم آخر», «هجمات مماثلة»)."""
    sentence = sentence_of(reading, event)
    text = reading.article.text
    words = [*find_words(text, event.trigger), *find_words(text, Span(event.trigger.end, sentence.end))]
    if turns(reading, sentence, told):
        return True
    if _after_another(text, sentence, event, told) or _is_long_past(text, sentence, event, told):
        return True
    norms = [word.norm for word in _until_mark(words)][: _APART_WITHIN + 1]
    if ("قبل", "ذلك") in pairwise(norms):
        return True
    for at, norm in enumerate(norms[1:], start=1):
        noun = at == 1 or any(form in told.attacks for form in forms(norms[at - 1]))
        bare = without_article(norm)
        if bare in told.apart_near or (noun and norm in told.apart_behind) or (at == 1 and bare in told.second):
            return True
    # Who died in «هجمات» told of in the same sentence did not die in the one attack.
    nearby = (word.norm for word in find_words(text, sentence) if not word.span.meets(event.trigger))
    return any(form in told.many_attacks for norm in nearby for form in forms(norm))


def _after_another(text: str, sentence: Span, event: Event, told: ToldWords) -> bool:
    """Tell whether the sentence has just told of another one («غارة أخرى استهدفت … وأدت الغارة إلى …»)."""
    norms = [word.norm for word in find_words(text, Span(sentence.start, event.trigger.start)) if word.kind == "word"]
    return any(
        norm in ("اخر", "اخري", "مماثل", "مماثله") and any(form in told.attacks for form in forms(norms[at]))
        for at, norm in enumerate(norms[1:])
    )


def _is_long_past(text: str, sentence: Span, event: Event, told: ToldWords) -> bool:
    """Tell whether the words right before an event say that it was weeks or years ago («بعد أسابيع من الهجوم»).

    Nor has been done what somebody set out for («خرجوا لتنفيذ الهجوم»).
    """
    before = [w.norm for w in find_words(text, Span(sentence.start, event.trigger.start)) if w.kind == "word"][-3:]
    if before and before[-1][:1] == "ل" and before[-1][1:] in told.laying:
        return True
    return len(before) > 1 and before[-1] in ("من", "علي") and before[-2] in told.long_spans


def turns(reading: Reading, sentence: Span, told: ToldWords) -> bool:
    """Tell whether a sentence opens by turning to another matter («إلى ذلك»، «على صعيد آخر»)."""
    first = [word.norm.removeprefix("و") for word in find_words(reading.article.text, sentence)][:_OPENING]
    return any(" ".join(first[:size]) in told.turns for size in range(2, len(first) + 1))


def is_coordinated(text: str, event: Event) -> bool:
    """Tell whether an «و» leads the trigger, which then tells of a further act."""
    start = event.trigger.start
    return text[max(0, start - 1) : start] == "و" or text[start : start + 1] == "و"


def clause_of(reading: Reading, event: Event, told: ToldWords) -> int:
    """Return how many words of an event's sentence before it go over to something else («كما قتل», «غداة مقتل»)."""
    sentence = sentence_of(reading, event)
    norms = [word.norm for word in find_words(reading.article.text, Span(sentence.start, event.trigger.start))]
    # «بعد أربعة أيام على هجوم»: what came before by so many days.
    since = sum(
        norm.removeprefix("و") == "بعد" and bool({"علي", "من"} & set(norms[at + 2 : at + 4]))
        for at, norm in enumerate(norms)
    )
    trigger = event.trigger.of(reading.article.text)
    behind = [*norms[1:], next((word.norm for word in find_words(trigger)), "")]
    if since and _follows(reading.article.text, sentence, event):
        # «بعد ساعتين من تفجير … قتل شخصان»: what came before opens the sentence.
        since = 0
    # «الغارات بعد مقتل …», «قبل أن …», «قبل غارات السبت».
    other = sum(
        (norm in ("قبل", "بعد") and follows in told.deaths)
        or (norm == "قبل" and (follows == "ان" or any(form in told.attacks for form in forms(follows))))
        for norm, follows in zip(norms, behind, strict=False)
    )
    # «مقتل المسؤول عن تفجير …»: what somebody is blamed for is another deed than what is done to him.
    blamed = sum(norm.removeprefix("ل") in told.blamed and follows == "عن" for norm, follows in pairwise(norms))
    over = sum(norm in told.goes_over or norm.removeprefix("و") in told.answers for norm in norms)
    return since + other + blamed + over


def _follows(text: str, sentence: Span, event: Event) -> bool:
    """Tell whether what a sentence opens with («بعد يوم من مقتل …») has been told when an event's word comes."""
    before = list(find_words(text, Span(sentence.start, event.trigger.start)))
    norms = [word.norm for word in before if word.kind == "word"]
    if not norms or norms[-1] in _BEFORE_DEEDS:
        # The deed comes right behind «من», or goes on with it («من مقتل ستة في هجوم»).
        return False
    return norms[0].removeprefix("و") == "بعد" or any(word.norm in ("،", ",") for word in before)


def scope_of(reading: Reading, event: Event) -> Span:
    """Return the stretch that tells of an event: the innermost statement's content that holds it, else its sentence."""
    if event.statement is not None and event.statement < len(reading.statements):
        content = reading.statements[event.statement].content
        if content.holds(event.trigger):
            return content
    return sentence_of(reading, event)


def near_parties(reader: PartyReader, event: Event, scope: Span, taken: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the people, bodies and places named in the scope of an event beside its own participants.

    Whoever is named as a source there (holder or carrier of a statement) takes no part in the event.
    """
    reading = reader.reading
    if is_answered_to(reading, event, reader.world.told):
        return ()
    sources = [
        span
        for statement in reading.statements
        if statement.sentence == event.sentence
        # Who offers or promises something at a meeting is there.
        for span in (statement.holder if statement.stance != "intend" else None, *statement.via)
        if span is not None
    ]
    known = frozenset(entity for party in taken for entity in party.ids)
    inner = _inner_contents(reading, scope)
    found: dict[Party, None] = {}
    for name in reading.names:
        if not scope.holds(name.span) or name.type == "OTHER":
            continue
        if any(span.holds(name.span) for span in (*sources, *inner)):
            continue
        party = reader.party(name.span)
        if in_dateline(reading, name.span):
            continue
        if party.ids and not party.ids & known:
            found.setdefault(party)
    return tuple(found)[:_MOST_NAMES]


def scope_time(reading: Reading, event: Event, scope: Span) -> When | None:
    """Return the only dated expression of an event's scope, or None where there are several or another event has it."""
    dated = [when for when in reading.times if scope.holds(when.span) and when.first is not None]
    dated = [when for when in dated if not (in_dateline(reading, when.span) or ends_a_wait(reading, when.span))]
    inner = _inner_contents(reading, scope)
    dated = [when for when in dated if not any(content.holds(when.span) for content in inner)]
    if len(dated) != 1:
        return None
    span = dated[0].span
    for other in reading.events:
        if other is not event and other.time is not None and other.time.meets(span) and not _goes_on(event, other):
            return None
    return dated[0]


def _goes_on(one: Event, other: Event) -> bool:
    """Tell whether a verb stands right before the noun of one act («وقع خلالها معاهدة»)."""
    first, second = sorted((one, other), key=lambda event: event.trigger)
    return one.type == other.type and second.trigger.start - first.trigger.end <= _ONE_ACT


def spoken_time(reading: Reading, event: Event) -> When | None:
    """Return the only time that stands with the cue of what tells of an event («وفي أغسطس أعلن … عن هجوم»), or None.

    It is not the event's own, but what was announced in August did not happen in September.
    """
    sentence = sentence_of(reading, event)
    inner = _inner_contents(reading, sentence)
    found = [
        when
        for when in reading.times
        if sentence.holds(when.span)
        and when.granularity not in ("duration", "set", "ref")
        and not in_dateline(reading, when.span)
        and not any(content.holds(when.span) for content in inner)
    ]
    return found[0] if len(found) == 1 else None


def _inner_contents(reading: Reading, scope: Span) -> list[Span]:
    """Return what is said inside a scope: it tells of other things than the words around it."""
    return [s.content for s in reading.statements if scope.holds(s.content) and s.content != scope]


def naming_word(text: str, event: Event, scope: Span, lexicon: JoinLexicon) -> tuple[str, str | None, bool]:
    """Return the folded word that names an event, its family, and whether it is the noun that a light verb leads."""
    words = [word for word in find_words(text, event.trigger) if word.kind == "word"]
    if not words:
        return event.trigger.of(text), None, False
    word = words[-1].norm
    if len(words) == 1 and word.startswith("ل") and text[max(0, event.trigger.start - 1) : event.trigger.start] == "ل":
        # «للهجوم»: the article went with the preposition.
        word = f"ا{word}"
    family = special_family(text, event, scope, lexicon.family(event.type, word), lexicon.told)
    if lexicon.is_light(word):
        following = list(find_words(text, Span(event.trigger.end, max(scope.end, event.trigger.end))))
        for noun in _until_mark(following)[:_NOUN_AFTER]:
            if noun_family := lexicon.family(event.type, noun.norm):
                return noun.norm, noun_family, True
    return word, family, False


def _until_mark(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if word.kind == "mark" and word.norm in ".؟!؛:":
            break
        if word.kind == "word":
            kept.append(word)
    return kept
