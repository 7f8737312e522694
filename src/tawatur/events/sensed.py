"""What the tagger says of candidates: features beside those of the grammar, and triggers that no lexicon row knows.

A probability becomes a ladder of yes-or-no features, one for each step of its log odds that it reaches, so that the
same sparse logistic models weigh the tagger together with the grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.events.roles import Part
from tawatur.events.scene import WHAT, Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import Form, Frame, Match, Sense
from tawatur.model import Span
from tawatur.model.readings import STATUSES
from tawatur.tagger import TaggedText
from tawatur.tagger.ladder import Ladder
from tawatur.text.words import cuts

# Log odds at which a step of the ladder stands: from 1 in 150 to 150 in 151, finer about the middle.
STEPS = (-5.0, -4.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)
# A word that no row of the lexicon knows is a candidate from this probability of being a trigger, for each type that
# has at least the second share of it; both so low that the models decide, not they.
LEAST_TRIGGER, LEAST_TYPE = 0.15, 0.2
# A known trigger is also a candidate for a type its row does not have, when the tagger is this sure of the type.
LEAST_OTHER_TYPE = 0.3
_NO_FRAME = Frame("none")
ladder = Ladder(STEPS)


def sensed_candidates(scene: Scene, known: Sequence[Candidate], tagged: TaggedText) -> list[Candidate]:
    """Return candidates that the tagger alone proposes: other words, and other types of known triggers."""
    types: dict[int, set[str]] = {}
    for c in known:
        types.setdefault(c.index, set()).add(c.sense.type)
        if c.sense.type == "CONSULT":
            # What is still to come of a meeting is coded AGREE later; a rival for it would only split the odds.
            types[c.index].add("AGREE")
    found = []
    for index in tagged.likely_triggers(LEAST_TRIGGER):
        if scene.words[index].kind != "word":
            continue
        least = LEAST_OTHER_TYPE if index in types else LEAST_TYPE
        for kind, p in tagged.trigger_at(index).types.items():
            if p >= least and kind not in types.get(index, ()):
                found.append(_candidate(scene, index, kind, tagged))
    return found


def _candidate(scene: Scene, index: int, kind: str, tagged: TaggedText) -> Candidate:
    word = scene.words[index]
    span = tagged.predicate_span(index)
    letters = next((c.letters for c in cuts(word.norm) if word.cut(c.letters) == span.start), 0)
    rest = word.norm[letters:]
    match = Match(Form("", "noun"), word.norm[:letters], letters, "")
    return Candidate(index, span, match, Sense("", kind, None, _NO_FRAME, 0), False, rest.startswith("ال"))


def event_steps(c: Candidate, tagged: TaggedText) -> Iterator[str]:
    """Yield what the tagger says of a candidate: that it is a trigger, of its type, and both."""
    view = tagged.trigger_at(c.index)
    of_type = view.types[c.sense.type]
    if c.sense.type == "CONSULT":
        of_type += view.types["AGREE"] * (view.statuses["planned"] + view.statuses["hypothetical"])
    yield from ladder("tagger trigger", view.p)
    yield from ladder("tagger type", of_type)
    yield from ladder("tagger both", view.p * of_type)
    if not c.sense.lemma:
        yield "tagger alone"
        yield f"tagger alone,{c.sense.type}"


def status_steps(index: int, tagged: TaggedText) -> Iterator[str]:
    """Yield what the tagger says of the status of an event at a word."""
    statuses = tagged.trigger_at(index).statuses
    for status in STATUSES:
        yield from ladder(f"tagger {status}", statuses[status])
    yield f"tagger likeliest={max(STATUSES, key=statuses.__getitem__)}"


def role_steps(index: int, span: Span, roles: Sequence[str], tagged: TaggedText) -> Iterator[str]:
    """Yield how far the tagger sees the words of a span in each of some roles of the event at a word."""
    for role in roles:
        yield from ladder(f"tagger {role}", tagged.role_p("trigger", index, role, span))


PHRASE_ROLES = ("actor", "recipient", "place")
_STEPS_OF = {role: f"tagger {role}" for role in PHRASE_ROLES}
# What is known of a phrase without the tagger, for its likeliest role to stand beside.
_GUESSES = ("guess=", "head=", "place=", "governor=")
# Below this a phrase's likeliest role says that it has none.
_LEAST_ROLE = 0.2
# Two readings of the same words, the chunker's and the tagger's, are one where they share this much.
_SAME = 0.8


def with_sensed(
    scene: Scene, index: int, parts: list[Part], tagged: TaggedText, verbs: frozenset[int] = frozenset()
) -> list[Part]:
    """Return the noun phrases with what the tagger says of each, and the spans that it alone proposes for a role.

    `verbs` are the words that a proposed span may not begin with: «اتهمت الحكومة» is the verb and its subject. Nor does
    it begin with a verb that a cue is or that carries an object («أعلن رئيس البلدية», «أوردته صحيفة»).
    """
    known = [p.span for p in parts]
    fillers = tagged.fillers("trigger", index)
    proposed = (_without_verb(scene, f.span, verbs) for role in PHRASE_ROLES for f in fillers[role])
    alone = {span for span in proposed if span is not None}
    alone = {span for span in alone if not any(_overlap(span, other) >= _SAME for other in known)}
    found = list(parts)
    for span in sorted(alone):
        crossing = any(span.meets(other) for other in known)
        found.append(Part(span, frozenset({"tagger span", "tagger span crosses" if crossing else "tagger span apart"})))
    seen = tagged.roles_p("trigger", index, PHRASE_ROLES, [p.span for p in found])
    best = {role: max((p[role] for p in seen), default=0.0) for role in PHRASE_ROLES}
    told = tagged.trigger_at(index)
    kind = max(told.types, key=lambda name: told.types[name])
    return [
        Part(part.span, part.features.union(_part_steps(part, p, best, kind)))
        for part, p in zip(found, seen, strict=True)
    ]


def _without_verb(scene: Scene, span: Span, verbs: frozenset[int]) -> Span | None:
    words = scene.prepared.words_in(span)
    if words and scene.norm(words[0].index - 1) in WHAT:
        return None  # «ما تقول الوزارة», «ما نشرته صحيفة»: a verb and its subject
    if len(words) > 1 and words[0].index not in verbs and _is_cue(scene, words[0].index):
        return Span(words[1].span.start, span.end)
    first = next((word for word in words if word.index not in verbs), None)
    if first is None:
        return None if words else span  # a span that starts after a clitic holds no start of a word
    return Span(first.span.start, span.end) if words[0].index in verbs else span


def _is_cue(scene: Scene, index: int) -> bool:
    """Tell whether a word is the verb of a statement whose holder follows at once."""
    span = scene.words[index].span
    return any(
        s.cue is not None and s.cue.meets(span) and s.holder is not None and 0 < s.holder.start - span.end <= 1
        for s in scene.statements
    )


def _part_steps(part: Part, p: dict[str, float], best: dict[str, float], kind: str) -> Iterator[str]:
    """Yield what the tagger says of a phrase in each role, alone, beside the others, and beside the grammar's guess."""
    for role in PHRASE_ROLES:
        yield from ladder(_STEPS_OF[role], p[role])
        if p[role] == best[role] >= _LEAST_ROLE:
            yield f"tagger best {role}"
    likeliest = max(PHRASE_ROLES, key=p.__getitem__)
    role = likeliest if p[likeliest] >= _LEAST_ROLE else "none"
    told = f"tagger role={role}"
    yield told
    yield f"{told},{kind}"
    yield from [f"{told},{guess}" for guess in part.features if guess.startswith(_GUESSES) and guess.count(",") <= 1]


def _overlap(one: Span, other: Span) -> float:
    """Return the shared share of two spans' code points, as an F1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * max(shared, 0) / ((one.end - one.start) + (other.end - other.start))
