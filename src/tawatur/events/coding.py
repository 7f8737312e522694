"""Choose among candidates: which are events, one type a word, with what status."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from tawatur.events.disclaiming import is_disclaimed
from tawatur.events.features import Company, Reading, event_features, keep_company, status_features
from tawatur.events.fillers import choose_participants, likeliest
from tawatur.events.formulas import without_formulas
from tawatur.events.frames import FrameReader, Participants
from tawatur.events.phrases import Phrases
from tawatur.events.roles import Part, find_parts, find_time_parts
from tawatur.events.scene import WHAT, Scene
from tawatur.events.sensed import event_steps, role_steps, sensed_candidates, status_steps, with_sensed
from tawatur.events.settings import clause_of, find_figures, find_place, find_time
from tawatur.events.status import grammatical_status
from tawatur.events.triggers import find_candidates
from tawatur.lexicon.event_weights import EventWeights
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Event, Span, Status
from tawatur.model.readings import STATUSES
from tawatur.tagger import TaggedText

# Statuses of what has not happened yet, and by how much (log odds) one must lead for a meeting to be coded AGREE: the
# weights lean to rare statuses by 0.4 of the log of their rarity (events.train), about one for these.
AHEAD: tuple[Status, ...] = ("planned", "hypothetical")
AHEAD_LEAD = 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate as read, with the features that its probability is told by.

    `certain` is the status that grammar alone settles, or None; `disclaimed` tells of an attack that who is named
    denies a link to.
    `status` gives the features of its status, `parts`, `times` and `figures` what may fill the event's places; these
    are asked of candidates that are events alone.
    """

    read: Reading
    event: frozenset[str]
    status: Callable[[], frozenset[str]]
    certain: Status | None
    disclaimed: bool
    parts: Callable[[], list[Part]]
    times: Callable[[], list[Part]]
    figures: Callable[[tuple[Span, ...]], tuple[int, ...]]


def judge_candidates(scene: Scene, lexicon: EventLexicon, tagged: TaggedText | None = None) -> list[Judged]:
    """Return all candidates of an article with their surroundings and features, in order of their words."""
    candidates = find_candidates(scene, lexicon)
    if tagged is not None:
        more = sensed_candidates(scene, candidates, tagged)
        candidates = tuple(sorted((*candidates, *more), key=lambda c: c.index))
    phrases = Phrases(scene, lexicon, frozenset(c.index for c in candidates if c.verbal))
    reader = FrameReader(scene, phrases, lexicon)
    company = keep_company(scene, candidates, lexicon)
    judged = []
    # Set phrases are company to the other candidates, but no events.
    for c in without_formulas(scene, candidates, lexicon):
        who, clause = reader.read(c), clause_of(scene, c.index, lexicon)
        read = Reading(
            c,
            who,
            find_place(scene, phrases, c.index, clause, lexicon, who.actors),
            find_time(scene, c.index, clause),
            find_figures(scene, c.index, clause, lexicon, (*who.actors, *who.recipients)),
        )
        judged.append(
            Judged(
                read,
                frozenset(
                    (*event_features(scene, read, company, lexicon), *(event_steps(c, tagged) if tagged else ()))
                ),
                partial(_status_features, scene, read, company, lexicon, tagged),
                grammatical_status(scene, c, lexicon),
                is_disclaimed(scene, c, lexicon),
                partial(_parts, scene, phrases, read, tagged),
                partial(_times, scene, read, tagged),
                partial(find_figures, scene, c.index, clause, lexicon),
            )
        )
    return judged


def _status_features(
    scene: Scene, read: Reading, company: Company, lexicon: EventLexicon, tagged: TaggedText | None
) -> frozenset[str]:
    told = status_features(scene, read, company, lexicon)
    return frozenset((*told, *(status_steps(read.candidate.index, tagged) if tagged else ())))


def _parts(scene: Scene, phrases: Phrases, read: Reading, tagged: TaggedText | None) -> list[Part]:
    """Return the noun phrases that may take part, and spans that the tagger alone proposes.

    Neither vehicles nor the media that reported it take part.
    """
    parts = find_parts(scene, phrases, read.candidate, read.who, read.place)
    parts = with_sensed(scene, read.candidate.index, parts, tagged, phrases.begin_none) if tagged else parts
    parts = [p for p in parts if not _stands_by(scene, p.span, phrases.markers)]
    return [replace(p, joined=True) if phrases.begins_with_and(p.span) else p for p in parts]


def _stands_by(scene: Scene, span: Span, markers: dict[str, frozenset[str]]) -> bool:
    """Tell whether a span is what somebody rides on («على دراجات») or a medium that tells («ما نشرته صحيفة …»)."""
    words = scene.prepared.words_in(span)
    if not words:
        return False
    first = words[0].index
    if scene.norm(first - 1) in ("علي", "متن"):
        return any(word.norm in markers["vehicle"] for word in words[:2])
    return scene.norm(first - 2) in WHAT and scene.norm(first) in markers["medium"]


def _times(scene: Scene, read: Reading, tagged: TaggedText | None) -> list[Part]:
    parts = find_time_parts(scene, read.candidate, read.time)
    index = read.candidate.index
    return (
        [Part(p.span, p.features.union(role_steps(index, p.span, ("time",), tagged))) for p in parts]
        if tagged
        else parts
    )


def choose_events(
    scene: Scene,
    judged: list[Judged],
    weights: EventWeights,
    recalls: Callable[[int, bool, Span | None], bool],
    tagged: TaggedText | None = None,
) -> tuple[Event, ...]:
    """Return the events among judged candidates: those likely enough, the likeliest type of each word.

    `recalls` tells of a trigger's index, whether it is a verb, and its time whether the event is only recalled.
    `tagged` is what the candidates were judged with: its roles of all events are worked out at once.
    """
    best: dict[int, tuple[float, Judged]] = {}
    for item in judged:
        p = weights.probability(item.event)
        index = item.read.candidate.index
        if p >= weights.event.threshold and (index not in best or p > best[index][0]):
            best[index] = (p, item)
    if tagged is not None:
        tagged.ask("trigger", best)
    return tuple(_event(scene, item, weights, p, recalls) for p, item in best.values())


def _fillers(scene: Scene, item: Judged, weights: EventWeights) -> tuple[Participants, Span | None, Span | None]:
    """Return participants, place and time: without weights for roles the frame's and the clause's own findings."""
    read = item.read
    if not weights.roles:
        return read.who, read.place, read.time
    parts, times = item.parts(), item.times()
    odds = [weights.phrase_odds(part.features) for part in parts]
    who = choose_participants(scene, parts, odds, read.who, read.candidate.sense.type)
    place = likeliest(parts, [each["place"] for each in odds])
    return who, place, likeliest(times, [weights.roles["time"].odds(part.features) for part in times])


def _event(
    scene: Scene, item: Judged, weights: EventWeights, p: float, recalls: Callable[[int, bool, Span | None], bool]
) -> Event:
    read = item.read
    c = read.candidate
    kind, mode = c.sense.type, c.sense.mode
    status = item.certain or _likely_status(item, weights, meeting=kind == "CONSULT")
    who, place, time = _fillers(scene, item, weights)
    if item.disclaimed:
        # Who stands before the deed is who has no part in it.
        who = Participants(tuple(s for s in who.actors if s.start > c.span.start), who.recipients)
    # PLOVER: a meeting told as still to come is an agreement to meet.
    if kind == "CONSULT" and status in AHEAD:
        kind, mode = "AGREE", None
    statement = telling(scene, c.index, status)
    return Event(
        scene.words[c.index].sentence,
        c.span,
        kind,
        mode,
        status,
        who.actors,
        who.recipients,
        place,
        time,
        item.figures((*who.actors, *who.recipients)),
        _by(scene, statement, status),
        statement,
        status in ("actual", "alleged") and recalls(c.index, c.verbal, time),
        round(p, 4),
    )


def _likely_status(item: Judged, weights: EventWeights, *, meeting: bool) -> Status:
    """Return the likeliest status; a meeting lies ahead only when that is much likelier than that it took place."""
    scores = weights.status_scores(item.status())
    if meeting:
        held = max(scores[s] for s in STATUSES if s not in AHEAD)
        scores = {
            s: score if s not in AHEAD or score >= held + AHEAD_LEAD else -math.inf for s, score in scores.items()
        }
    return max(STATUSES, key=scores.__getitem__)


def telling(scene: Scene, index: int, status: Status) -> int | None:
    """Return the statement by which an event is told: the innermost around its trigger.

    Of statements with a trigger in their content the denial tells of what is denied, another of what is alleged: in
    «قال المسؤول إن القوات عبرت الحدود، وهو ما نفته الحكومة» it is the government that denies.
    """
    at = scene.statement_at[index]
    if at < 0:
        return None
    if status not in ("denied", "alleged"):
        return at
    span = scene.words[index].span
    around = [
        (s.content.end - s.content.start, number)
        for number, s in enumerate(scene.statements)
        if s.content.meets(span) and (s.stance == "deny") == (status == "denied")
    ]
    return min(around)[1] if around else at


def _by(scene: Scene, statement: int | None, status: Status) -> tuple[str, ...]:
    """Return the entity that alleges or denies: the speaker of the statement by which the event is told."""
    if status not in ("alleged", "denied") or statement is None:
        return ()
    speaker = scene.statements[statement].speaker
    return (speaker,) if speaker is not None else ()
