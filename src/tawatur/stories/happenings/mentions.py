"""Mentions: the events of all readings as they are compared, with participants, place and days resolved."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import Literal

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import DayRange, Event, Measure, Reading, Status, When
from tawatur.stories.happenings.apart import is_apart, is_as_such, item_at, items_of, people_by_sentence, people_of
from tawatur.stories.happenings.blame import cleared, held_responsible
from tawatur.stories.happenings.context import (
    clause_of,
    ends_a_wait,
    in_dateline,
    is_background,
    is_coordinated,
    naming_word,
    near_parties,
    scope_of,
    scope_time,
    spoken_time,
)
from tawatur.stories.happenings.kind_words import (
    count_before,
    is_any_of,
    is_attended,
    is_definite,
    is_next_step,
    is_plural,
    is_talks,
    sums_up_several,
)
from tawatur.stories.happenings.own_days import is_borrowed, is_hour
from tawatur.stories.happenings.part_taken import measures_of, sides_of, take_part, teller
from tawatur.stories.happenings.partial import Partial, partial_of, read_partial
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.happenings.places import place_of
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.stories.happenings.telling import (
    claimant,
    denies_it,
    is_manner,
    noun_before,
    only_reacts,
    partner_before,
    told_as_done,
    told_status,
)
from tawatur.stories.wording import folded_words, stems
from tawatur.text.words import find_words

Realm = Literal["done", "ahead"]
# Statuses of things told as done (or as not done, or claimed so) and of things that lie ahead: never joined as one.
_REALMS: Mapping[Status, Realm] = {
    "actual": "done",
    "alleged": "done",
    "denied": "done",
    "negated": "done",
    "planned": "ahead",
    "hypothetical": "ahead",
}
# Words that make an interval one from a first to a last day («بين … و…», «من … إلى …», «حتى»), not a vague date.
_EXTENT_WORDS = frozenset({"بين", "ما", "من", "الي", "حتي", "لغايه"})
# Longer spans than a year identify nothing («منذ 1990»); a day, a night over midnight, a week-end are exact enough.
_LONGEST_VAGUE = 366
_EXACT_DAYS = 3


# The sentences in which an article says what it is about.
_LEDE = 2
# What is told without a date happened within two weeks of its article: reports take that long, follow-ups say when.
_NEWS = timedelta(days=14)
# Families of meetings: a plan of one is of another type (AGREE) than the meeting itself.
_MEETINGS = frozenset({"visit", "meeting", "summit"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One event of one article, ready to be compared.

    `sharpness` is 0 for days known to within three, 1 for an extent or a vague date (a month, «الأسبوع الماضي»),
    2 for an unknown date. `days` of an unknown date are bounded by the day of publication alone. `definite`, `plural`
    are those of the trigger as a noun. `near` are the names that stand with the event in its sentence. `background`
    tells of words that set it apart from what the article is about («هجوم آخر»), `coordinated` of a «و» before it;
    `clause` counts the words before it in its sentence that go over to something else («كما», «فيما»). `recalled`
    tells that the article only recalls it, `reacts` that who speaks of it only answers to it («أدانت … الهجوم»);
    `words` are the stems of the sentence that tells of it, `teller` the entity whose statement holds it.
    `held` are those held responsible by whoever tells (by themselves, or accused), `cleared` who denies a part in it;
    `denied` tells that a denial is of the event itself. `apart` tells of words that make it another than what its
    article told before, `as_such` that its noun may mean a kind of thing («القتل»); `people` are those it is done to;
    `item` numbers the item of a page of briefs. `talks` tells of a plural that is one meeting, `any_of` of words that
    mean any of a kind («مثل هذا الاجتماع»), `counted` the number before it
    («سبع ضربات»), `sums` of a sentence that sums up several incidents; `means` is the key of what a bare «الاجتماع»
    points back to. `hour` tells of a time that names no day («فجرا»), `opened` that its article opens with an attack.
    """

    article: str
    event: int
    type: str
    mode: str | None
    status: Status
    realm: Realm
    family: str | None
    trigger: str
    led: bool
    definite: bool
    plural: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Party | None
    near: tuple[Party, ...]
    days: DayRange
    window: DayRange
    partial: Partial
    time: str
    sharpness: int
    extent: bool
    sentence: int
    text_key: int
    cluster: str
    copy: str | None
    measures: tuple[Measure, ...]
    start: int
    lede: bool
    background: bool = False
    coordinated: bool = False
    clause: int = 0
    recalled: bool = False
    reacts: bool = False
    words: frozenset[str] = frozenset()
    teller: str | None = None
    held: tuple[Party, ...] = ()
    cleared: Party | None = None
    denied: bool = False
    apart: bool = False
    as_such: bool = False
    people: frozenset[str] = frozenset()
    item: int = 0
    talks: bool = False
    any_of: bool = False
    counted: float = 0.0
    sums: bool = False
    means: tuple[str, int] | None = None
    hour: bool = False
    opened: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """The order that makes every result independent of the order of input."""
        return (self.article, self.event)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors and recipients together."""
        return self.actors + self.recipients


def find_mentions(
    reader: PartyReader,
    lexicon: JoinLexicon,
    cluster: str,
    copy: str | None,
    *,
    only: Collection[int] | None = None,
    kinds: Collection[str] | None = None,
) -> Iterator[Mention]:
    """Yield the mentions of one reading in order of its events; of the `only` numbers or the `kinds` given alone."""
    reading = reader.reading
    published = published_days(reading)
    # Only sentences of copies are ever compared as such.
    keys = {s.index: _text_key(s.span.of(reading.article.text)) for s in reading.sentences if copy is not None}
    words = _Words(reading, lexicon)
    people, items = people_by_sentence(reader), items_of(reading.article.text)
    for index, event in enumerate(reading.events):
        if (only is not None and index not in only) or is_manner(reading, event, lexicon.told):
            continue
        text = reading.article.text
        scope = scope_of(reading, event)
        when = event_time(reading, event) or scope_time(reading, event, scope)
        borrowed = when if when is not None and is_borrowed(reading, event, when, lexicon.told) else None
        when = None if borrowed else when
        spoken = borrowed or (spoken_time(reading, event) if when is None and event.statement is not None else None)
        measures = measures_of(reading, event, lexicon)
        done = event.status in ("planned", "hypothetical") and told_as_done(reading, event, when, lexicon.told)
        realm: Realm = "done" if done else _realm(event.status, when, published, measures)
        days, sharpness, extent = _days(when, published, realm, text, lexicon)
        named = naming_word(text, event, scope, lexicon)
        noun = noun_before(text, event, scope, lexicon)
        trigger, family, led = (*noun, True) if noun else named
        kind = "CONSULT" if realm == "done" and event.type == "AGREE" and family in _MEETINGS else event.type
        if kinds is not None and kind not in kinds and family not in kinds:
            continue
        definite = is_definite(trigger, lexicon.told)
        claimed = claimant(reading, event, lexicon.told)
        actors, recipients = sides_of(reader, event, claimed, lexicon.told)
        denier = cleared(reader, event)
        sentence = sentence_of(reading, event)
        if family == "meeting" and definite and is_attended(reading, event, sentence, lexicon.told):
            actors = recipients = ()
        near = near_parties(reader, event, scope, actors + recipients)
        if family == "meeting" and len(actors + recipients) == 1:
            # A meeting needs two: the other may be whom the sentence before is about.
            near += tuple(p for p in take_part(reader, partner_before(reading, event)) if p not in near)
        yield Mention(
            reading.article.id,
            index,
            kind,
            event.mode,
            told_status(reading, event, definite=definite, done=done),
            realm,
            family,
            trigger,
            led,
            definite,
            is_plural(trigger, lexicon.told),
            actors,
            recipients,
            place_of(reader, event, near),
            near,
            days,
            days if sharpness < 2 else _window(realm, when, spoken, published),
            _partial(when, spoken, days, sharpness, text, lexicon),
            when.span.of(text) if when else "",
            sharpness,
            extent,
            event.sentence,
            keys.get(event.sentence, 0),
            cluster,
            copy,
            measures,
            event.trigger.start,
            event.sentence < _LEDE,
            # Only attacks are told of by such words; the rest need not be looked at.
            event.type == "ASSAULT" and is_background(reading, event, lexicon.told),
            is_coordinated(text, event),
            clause_of(reading, event, lexicon.told) if event.type == "ASSAULT" else 0,
            event.background,
            only_reacts(reading, event, lexicon.told, definite=definite),
            words.of(event.sentence),
            teller(reader, event),
            held_responsible(reader, event, claimed, actors),
            denier,
            event.status == "denied" and denier is None and denies_it(reading, event, lexicon.told),
            is_apart(reading, event, lexicon.told)
            or (kind == "CONSULT" and is_next_step(reading, event, sentence, lexicon.told)),
            is_as_such(trigger, lexicon.told),
            people_of(event, (e for p in recipients if p.kind == "person" for e in p.ids), people),
            item_at(items, event.trigger.start),
            is_talks(trigger, lexicon.told),
            is_any_of(reading, event, sentence, lexicon.told),
            count_before(reading, event, sentence),
            event.type == "ASSAULT" and sums_up_several(reading, sentence, lexicon.told, lexicon.telling["several"]),
            hour=is_hour(reading, when, lexicon),
        )


class _Words:
    """The content stems of the sentences of one article, found once."""

    def __init__(self, reading: Reading, lexicon: JoinLexicon) -> None:
        self._text, self._stop = reading.article.text, lexicon.stop
        self._spans = {s.index: s.span for s in reading.sentences}
        self._found: dict[int, frozenset[str]] = {}

    def of(self, sentence: int) -> frozenset[str]:
        """Return the stems of a sentence; none where there is no such sentence."""
        if sentence not in self._found:
            span = self._spans.get(sentence)
            self._found[sentence] = frozenset(stems(span.of(self._text), self._stop)) if span else frozenset()
        return self._found[sentence]


def _window(realm: Realm, when: When | None, spoken: When | None, published: DayRange) -> DayRange:
    """Return the days of what is told without a date: the news of its article unless something shows otherwise."""
    if realm == "ahead":
        return DayRange(published.first, None)
    if when is not None and when.granularity != "duration":
        # A month without a year may be of long ago.
        return DayRange(None, published.last)
    if spoken is not None and spoken.first is not None:
        return DayRange(spoken.first - _NEWS, spoken.last)
    return DayRange(published.first - _NEWS if published.first else None, published.last)


def _partial(
    when: When | None, spoken: When | None, days: DayRange, sharpness: int, text: str, lexicon: JoinLexicon
) -> Partial:
    if sharpness < 2:
        return partial_of(days)
    if when is not None and when.granularity not in ("duration", "set", "ref"):
        return read_partial(when.span.of(text), lexicon.months, lexicon.weekdays)
    if spoken is None:
        return Partial()
    # Of the day on which it was spoken of only the month bears on the event.
    return Partial(read_partial(spoken.span.of(text), lexicon.months, lexicon.weekdays).months)


def _realm(status: Status, when: When | None, published: DayRange, measures: tuple[Measure, ...]) -> Realm:
    """Return what an event is told as.

    What was planned for days now past is looked for among what was done, and so is what has counted dead.
    """
    if status == "hypothetical" and any(measure.what in ("killed", "wounded") for measure in measures):
        return "done"
    if when is not None and when.last is not None and published.first is not None and when.last < published.first:
        return "done"
    return _REALMS[status]


def _text_key(sentence: str) -> int:
    return int.from_bytes(blake2b(" ".join(folded_words(sentence)).encode(), digest_size=8).digest())


def published_days(reading: Reading) -> DayRange:
    """Return the days between which an article was published, both unknown where nothing tells."""
    published = reading.article.published
    return DayRange(published.first, published.last) if published else DayRange()


def event_time(reading: Reading, event: Event) -> When | None:
    """Return the time expression that an event's time span is, or None."""
    if event.time is None or in_dateline(reading, event.time) or ends_a_wait(reading, event.time):
        return None
    return next((when for when in reading.times if when.span.meets(event.time)), None)


def _days(
    when: When | None, published: DayRange, realm: Realm, text: str, lexicon: JoinLexicon
) -> tuple[DayRange, int, bool]:
    if when is None or when.first is None or when.last is None or (when.last - when.first).days > _LONGEST_VAGUE:
        # What is told as done was done by the day of publication; what lies ahead was not done before it.
        bounded = DayRange(None, published.last) if realm == "done" else DayRange(published.first, None)
        return bounded, 2, when is not None and when.value is None and _is_extent(when, text, lexicon)
    days = DayRange(when.first, when.last)
    length = (when.last - when.first).days + 1
    extent = length > 1 and _is_extent(when, text, lexicon)
    return days, 1 if extent or length > _EXACT_DAYS else 0, extent


def _is_extent(when: When, text: str, lexicon: JoinLexicon) -> bool:
    """Tell whether an interval is told from a first to a last day; «بين يناير ويونيو» is no more than vague."""
    words = {word.norm for word in find_words(text, when.span)}
    days = read_partial(when.span.of(text), lexicon.months, lexicon.weekdays).days
    return when.granularity == "interval" and bool(days) and bool(words & _EXTENT_WORDS)
