"""Part taken: who took part in an event, and who tells of it."""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Measure, Reading, Span
from tawatur.stories.disagreements.measures import read_measures
from tawatur.stories.happenings.context import in_dateline
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.stories.happenings.special import is_answered_to, tells_any
from tawatur.text.words import Word, find_words

# Words behind a meeting's noun among which «بين» tells between whom it was, and those that may stand before it.
_BETWEEN = 6
_RELATIVE = frozenset({"الذي", "التي", "اللذين", "اللتين"})
# Words before an ambush among which somebody falls into it («وقع رتل للجيش في كمين»).
_FALLS = 12
_MET = frozenset({"CONSULT", "AGREE"})


def sides_of(
    reader: PartyReader, event: Event, claimed: Span | None, told: ToldWords
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who does an event and to whom: its slots, as far as the words around them do not show it otherwise."""
    reading = reader.reading
    actors = (*((claimed,) if claimed else ()), *event.actors)
    recipients = event.recipients
    if is_answered_to(reading, event, told):
        return (), ()
    if event.type in _MET:
        actors, recipients = _between(reading, event, actors, recipients)
    elif event.type == "ASSAULT":
        in_ambush = _fallen(reading, event, actors, told)
        if in_ambush:
            # Those told of before them are of another deed («بعد مقتل ستة جنود، وقع رتل في كمين»).
            recipients = tuple(r for r in recipients if r.start >= in_ambush[0].start)
        fallen = (*in_ambush, *_driven_out(reading, event, actors, told))
        told_of = (*_told_of_it(reading, event, actors, told), *_owners(reading, event, actors, told))
        actors = tuple(a for a in actors if a not in (*fallen, *told_of))
        recipients = (*recipients, *fallen)
    elif event.type == "COERCE":
        recipients = _without_belonging(reading, recipients)
    return take_part(reader, actors), take_part(reader, recipients)


def measures_of(reading: Reading, event: Event, lexicon: JoinLexicon) -> tuple[Measure, ...]:
    """Return what is counted of an event; of an ambush that somebody falls into nothing that was told before them."""
    measures = read_measures(reading, event, lexicon)
    fallen = _fallen(reading, event, event.actors, lexicon.told) if event.type == "ASSAULT" else ()
    return tuple(m for m in measures if m.anchor.start >= fallen[0].start) if fallen else measures


def _between(
    reading: Reading, event: Event, actors: tuple[Span, ...], recipients: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return those whom «بين» names right behind a meeting's noun («اجتماع جرى في القاهرة بين …»), if it does."""
    behind = _words(reading, Span(event.trigger.end, sentence_of(reading, event).end))[: _BETWEEN + 1]
    at = next((n for n, word in enumerate(behind) if word.norm == "بين"), None)
    named = [name.span for name in reading.names] + [when.span for when in reading.times]
    if at is None or any(
        word.norm.startswith("ال") and n and word.norm not in _RELATIVE and not any(s.meets(word.span) for s in named)
        for n, word in enumerate(behind[:at])
    ):
        # «اجتماع لبحث التعاون بين البلدين» tells of something else.
        return actors, recipients
    met = tuple(span for span in (*actors, *recipients) if span.start >= behind[at].span.end)
    return (met, ()) if len(met) > 1 else (actors, recipients)


def _fallen(reading: Reading, event: Event, actors: tuple[Span, ...], told: ToldWords) -> tuple[Span, ...]:
    """Return those of the actors who fall into an ambush («وقع رتل للجيش في كمين»): it is laid for them."""
    words = _words(reading, Span(sentence_of(reading, event).start, event.trigger.start))[-_FALLS:]
    if not words or words[-1].norm != "في":
        return ()
    falls = tells_any([word.norm for word in words], told.falling)
    return tuple(actor for actor in actors if actor.end <= event.trigger.start) if falls else ()


def _driven_out(reading: Reading, event: Event, actors: tuple[Span, ...], told: ToldWords) -> tuple[Span, ...]:
    """Return those of the actors whom a town is freed from («تحرير المدينة من المسلحين»)."""
    if not tells_any(_norms(reading, event.trigger), told.freeing):
        return ()
    behind = (actor for actor in actors if actor.start >= event.trigger.end)
    return tuple(a for a in behind if _norms(reading, Span(event.trigger.end, a.start))[-1:] == ["من"])


def _told_of_it(reading: Reading, event: Event, actors: tuple[Span, ...], told: ToldWords) -> tuple[Span, ...]:
    """Return those of the actors who only get notice of it («تلقت فرق الإطفاء بلاغا عن سقوط قذيفة»)."""
    before = (actor for actor in actors if actor.end <= event.trigger.start)
    return tuple(a for a in before if any(w in told.notices for w in _norms(reading, Span(a.end, event.trigger.start))))


def _owners(reading: Reading, event: Event, actors: tuple[Span, ...], told: ToldWords) -> tuple[Span, ...]:
    """Return those of the actors to whom what is attacked belongs («نقطة تفتيش تابعة للشرطة»)."""
    start = sentence_of(reading, event).start
    before = ((actor, _norms(reading, Span(min(start, actor.start), actor.start))) for actor in actors)
    # A preposition may stand alone where the span begins behind it.
    led = ((actor, norms[:-1] if norms[-1:] == ["ل"] else norms) for actor, norms in before)
    return tuple(actor for actor, norms in led if norms and norms[-1] in told.belonging)


def _without_belonging(reading: Reading, recipients: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return those who are taken, without the body that they belong to («اعتقال شابين ينتميان إلى خلية»)."""
    return tuple(
        span
        for n, span in enumerate(recipients)
        if not (n and _norms(reading, Span(recipients[0].end, max(recipients[0].end, span.start)))[-1:] == ["الي"])
    )


def _words(reading: Reading, span: Span) -> list[Word]:
    return [word for word in find_words(reading.article.text, span) if word.kind == "word"]


def _norms(reading: Reading, span: Span) -> list[str]:
    return [word.norm for word in _words(reading, span)]


def take_part(reader: PartyReader, spans: tuple[Span, ...]) -> tuple[Party, ...]:
    """Return the parties that spans word, those of the dateline left out."""
    return reader.parties(span for span in spans if not in_dateline(reader.reading, span))


def teller(reader: PartyReader, event: Event) -> str | None:
    """Return the entity whose statement tells of an event, or None."""
    statements = reader.reading.statements
    if event.statement is None or event.statement >= len(statements):
        return None
    speaker = statements[event.statement].speaker
    return reader.world.members.get((reader.reading.article.id, speaker)) if speaker else None
