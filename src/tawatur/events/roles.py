"""Roles of noun phrases: which phrases of the sentence act in an event and which are acted upon, by learned weights.

The frames give first guesses; here every noun phrase of the sentence is weighed by where it stands, what governs it,
what it is, and what the frames say, so that subjects at a distance are found and things are not taken for actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.events.frames import Participants
from tawatur.events.phrases import Phrase, Phrases
from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.model import Span
from tawatur.text.fold import without_marks

# Words from a trigger at which a noun phrase is still weighed: long news sentences seldom need more.
FARTHEST = 32


@dataclass(frozen=True, slots=True)
class Part:
    """A noun phrase of the trigger's sentence with its features, which are shared by both roles.

    `joined` says that its first word begins with «و» for "and", which is not cut off it.
    """

    span: Span
    features: frozenset[str]
    joined: bool = False


def sentence_phrases(scene: Scene, phrases: Phrases, index: int) -> list[Phrase]:
    """Return the noun phrases of a trigger's sentence in order, none of them over the trigger itself."""
    begin, end = scene.bounds(index)
    found: list[Phrase] = []
    at = max(begin, index - FARTHEST)
    while at < min(end, index + FARTHEST):
        # No phrase begins with the verb of another event: «اتهمت الحكومة» is a verb and its subject.
        if at == index or at in phrases.begin_none:
            at += 1
            continue
        phrase = phrases.at(at, clitic=True)
        if phrase is None or (phrase.first < index < phrase.last):
            at += 1
            continue
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return found


def find_parts(
    scene: Scene, phrases: Phrases, c: Candidate, guess: Participants, place_guess: Span | None
) -> list[Part]:
    """Return the noun phrases around a trigger that may take part in its event, with their features."""
    around = sentence_phrases(scene, phrases, c.index)
    spans = {p.span for p in around}
    guessed = [s for s in (*guess.actors, *guess.recipients) if s not in spans]
    around = [p for p in around if not any(g.meets(p.span) for g in guessed)]
    around += [_as_phrase(scene, s) for s in guessed]
    around.sort(key=lambda p: p.first)
    stands = _stands(scene, phrases, c)
    standing: dict[tuple[str, str], frozenset[str]] = {}
    parts = []
    for place, phrase in enumerate(around):
        before = around[place - 1] if place else None
        side = "after" if phrase.first > c.index else "before"
        said = _said(guess, phrase)
        features = set(_features(scene, phrases, c, guess, phrase, before, side, said))
        features |= standing.get((side, said)) or standing.setdefault((side, said), _standing(stands, c, side, said))
        if stands.article == "the" and phrase.first == c.index + 1 and scene.name_at[phrase.first] < 0:
            # A noun with the article has no genitive: what stands beside it is its adjective («الهجوم الانتحاري»).
            features.add("beside the noun with its article")
        if place_guess is not None:
            features.add("place guess" if place_guess.meets(phrase.span) else "other place guess")
        parts.append(Part(phrase.span, frozenset(features)))
    return parts


def find_time_parts(scene: Scene, c: Candidate, guess: Span | None) -> list[Part]:
    """Return the time expressions of a trigger's sentence with their features."""
    begin, end = scene.bounds(c.index)
    seen: dict[int, int] = {}
    for at in range(begin, end):
        if scene.time_at[at] >= 0:
            seen.setdefault(scene.time_at[at], at)
    return [_time_part(scene, c, guess, when, at, len(seen)) for when, at in seen.items()]


def _time_part(scene: Scene, c: Candidate, guess: Span | None, when: int, at: int, fellows: int) -> Part:
    time = scene.annotation.times[when]
    side = "after" if at > c.index else "before"
    gap = abs(at - c.index)
    away = "1-3" if gap <= 3 else "4-7" if gap <= 7 else "8-14" if gap <= 14 else "far"
    shape = "verb" if c.verbal else c.form.shape
    features = {
        f"granularity={time.granularity}",
        f"granularity={time.granularity},{side}",
        f"place={side},{away}",
        f"place={side},{away},{shape}",
        f"type={c.sense.type}",
        f"times={min(fellows, 3)}",
        f"times={min(fellows, 3)},{side},{away}",
        f"governor={scene.norm(at - 1) if at > scene.bounds(at)[0] else 'edge'}",
        "guess" if guess == time.span else "no guess" if guess is None else "other guess",
    }
    low, high = (c.index, at) if at > c.index else (at, c.index)
    marks = sum(scene.words[w].text in ("،", ",", "؛", ":") for w in range(low, high))
    features.add(f"marks between={min(marks, 3)},{side}")
    statement = scene.statement(c.index)
    if statement is not None:
        features.add("same content" if statement.content.holds(time.span) else "outside content")
    return Part(time.span, frozenset(features))


def _as_phrase(scene: Scene, span: Span) -> Phrase:
    words = scene.prepared.words_in(span)
    first = scene.prepared.word_at(span.start)
    start = first.index if first is not None else words[0].index
    return Phrase(start, words[-1].index + 1 if words else start + 1, span, True)


def _features(
    scene: Scene,
    phrases: Phrases,
    c: Candidate,
    guess: Participants,
    phrase: Phrase,
    before: Phrase | None,
    side: str,
    said: str,
) -> Iterator[str]:
    shape = "passive" if c.form.passive else "verb" if c.verbal else c.form.shape
    kind, frame = c.sense.type, c.sense.frame.kind
    head = _head_class(scene, phrases, phrase)
    governor = _governor(scene, phrases, phrase)
    away = _distance(c.index, phrase)
    yield f"guess={said}"
    yield f"guess={said},{frame},{shape}"
    yield f"guess={said},{head}"
    yield f"guess={said},{kind}"
    yield f"guess={said},{side},{away}"
    if said == "-":
        yield f"other guess={'a' if guess.actors else ''}{'r' if guess.recipients else ''}"
    yield f"head={head}"
    yield f"head={head},{kind}"
    yield f"head={head},{side}"
    yield f"place={side},{away},{shape}"
    yield f"governor={governor},{side}"
    yield f"governor={governor},{side},{frame},{shape}"
    yield f"governor={governor},{side},{kind}"
    yield f"governor={governor},{head}"
    yield f"lemma={c.sense.lemma},{side},{governor}"
    for name in _between(phrases, c.index, phrase):
        yield f"{name},{side}"
        yield f"{name},{side},{shape}"
    if (
        before is not None
        and scene.norm(phrase.first).startswith("و")
        and before.last in (phrase.first, phrase.first - 1)
    ):
        yield f"joined to {_said(guess, before)}"
    if c.verbal:
        number = _number(scene.norm(c.index), past=c.form.shape == "past")
        gender = _gender(scene, phrase)
        yield f"verb={number},{gender},{side}"
        yield f"verb={number},{gender},{side},{governor}"
    yield from _statement_features(scene, c, phrase)


def _said(guess: Participants, phrase: Phrase) -> str:
    """Return what the frames say of a phrase: "a" that it acts, "r" that it is acted upon, "-" neither."""
    return "a" if phrase.span in guess.actors else "r" if phrase.span in guess.recipients else "-"


@dataclass(frozen=True, slots=True)
class _Stands:
    """How a trigger stands in its clause: what governs it, its article or pronoun, the verb that rules over it."""

    governor: str
    article: str
    ruled: str


# Verbs whose subject meets the act that they rule over: who repels, suffers, blames or claims it is not who does it.
_RULING = ("foil", "repelling", "receiving", "charging", "claiming", "light", "denying")
# Words before a trigger among which such a verb is looked for.
_RULED = 6


def _stands(scene: Scene, phrases: Phrases, c: Candidate) -> _Stands:
    governor = _governor(scene, phrases, Phrase(c.index, c.index + 1, c.span, c.definite))
    article = "verb" if c.verbal else "pronoun" if c.match.suffix else "the" if c.definite else "bare"
    begin, _ = scene.bounds(c.index)
    for at in range(c.index - 1, max(begin, c.index - _RULED) - 1, -1):
        if scene.ends(at):
            break
        if at in phrases.cues:
            # «أعلنت الشرطة مقتل …»: who tells of a death has not brought it about.
            return _Stands(governor, article, "telling of a death" if c.sense.frame.kind == "die" else "telling")
        norm = scene.norm(at)
        forms = (norm, norm[1:]) if norm[:1] in ("و", "ف") else (norm,)
        ruling = next((name for name in _RULING if any(f in phrases.markers[name] for f in forms)), None)
        if ruling:
            return _Stands(governor, article, ruling)
    return _Stands(governor, article, "-")


def _standing(stands: _Stands, c: Candidate, side: str, said: str) -> frozenset[str]:
    """Return what a trigger's own place tells of a phrase: a subject before «بعد الهجوم» seldom did it."""
    return frozenset(
        (
            f"led={stands.governor},{side}",
            f"led={stands.governor},{said}",
            f"led={stands.governor},{side},{stands.article}",
            f"article={stands.article},{side},{said}",
            f"article={stands.article},{side},{c.sense.type}",
            f"ruled={stands.ruled},{side}",
            f"ruled={stands.ruled},{said}",
        )
    )


def _number(verb: str, *, past: bool) -> str:
    """Return gender and number of a verb of the third person by its form: "f", "p" for many, "m"."""
    bare = verb[1:] if verb[:1] in "وفس" and len(verb) > 3 else verb
    if bare.endswith(("وا", "ون")):
        return "p"
    feminine = bare.endswith("ت") if past else bare.startswith("ت")
    return "f" if feminine else "m"


def _gender(scene: Scene, phrase: Phrase) -> str:
    """Return what the ending of a phrase's head tells of its gender and number; of a name its type."""
    name = scene.name(phrase.first)
    if name is not None:
        return name.type
    word = scene.words[phrase.first]
    if without_marks(word.text).endswith("ة"):
        return "f"
    if word.norm.endswith("ات"):
        return "fp"
    return "mp" if word.norm.endswith(("ون", "ين")) and len(word.norm) > 5 else "m"


def _distance(index: int, phrase: Phrase) -> str:
    gap = phrase.first - index if phrase.first > index else index - phrase.last + 1
    return "1" if gap <= 1 else "2-3" if gap <= 3 else "4-7" if gap <= 7 else "8-14" if gap <= 14 else "far"


def _head_class(scene: Scene, phrases: Phrases, phrase: Phrase) -> str:
    names = [scene.name(at) for at in range(phrase.first, phrase.last)]
    first = names[0]
    if first is not None:
        return first.type
    markers = phrases.markers
    word = scene.words[phrase.first]
    forms = scene.variants[phrase.first]
    if not forms.isdisjoint(markers["agent"]):
        return "agent"
    people = any(not scene.variants[at].isdisjoint(markers["actor_head"]) for at in range(phrase.first, phrase.last))
    if scene.figure_at[phrase.first] >= 0 or word.kind == "number":
        return "counted people" if people or phrase.last - phrase.first == 2 else "counted"
    if not forms.isdisjoint(markers["actor_head"]):
        return "people"
    if any(n is not None and n.type in ("PER", "ORG") for n in names):
        return "with name"
    if not forms.isdisjoint(markers["place_head"]):
        return "place"
    if any(n is not None for n in names):
        return "with place"
    if len(word.norm) > 4 and word.norm.endswith(("ين", "ون", "يين", "يون")):
        return "plural"
    return "definite" if phrase.definite else "indefinite"


def _governor(scene: Scene, phrases: Phrases, phrase: Phrase) -> str:
    """Return what stands before a noun phrase: its clitic, preposition, a verb, a complementizer, a mark."""
    word = scene.words[phrase.first]
    if phrase.span.start > word.span.start:
        clitics = word.norm[: max(1, len(word.norm) - (word.span.end - phrase.span.start))]
        return clitics[-1]
    at = phrase.first - 1
    begin, _ = scene.bounds(phrase.first)
    while at > begin and (scene.words[at].kind == "mark" and scene.words[at].text in '"«“#('):
        at -= 1
    if at < begin:
        return "edge"
    norm = scene.norm(at)
    if scene.words[at].kind == "mark":
        return "mark"
    if at in phrases.cues:
        return "cue"
    if norm in phrases.markers["light"]:
        return "light"
    if norm in phrases.markers["plain_verb"] or norm[1:] in phrases.markers["plain_verb"]:
        return "plain verb"
    if at in phrases.verbs:
        return "trigger verb"
    if norm in phrases.markers["complementizer"]:
        return "that"
    if norm in phrases.markers["stop"]:
        return norm
    if scene.time_at[at] >= 0:
        return "time"
    return "noun"


def _between(phrases: Phrases, index: int, phrase: Phrase) -> Iterator[str]:
    low, high = (index + 1, phrase.first) if phrase.first > index else (phrase.last, index)
    high = max(low, high)  # a guessed phrase may lie over the trigger
    passed = phrases.passed
    if passed.thats[high] > passed.thats[low]:
        yield "that between"
    if passed.relatives[high] > passed.relatives[low]:
        yield "relative between"
    yield f"verbs between={min(passed.verbs[high] - passed.verbs[low], 2)}"
    yield f"marks between={min(passed.marks[high] - passed.marks[low], 2)}"


def _statement_features(scene: Scene, c: Candidate, phrase: Phrase) -> Iterator[str]:
    for s in scene.statements:
        if s.sentence != scene.words[c.index].sentence:
            continue
        cue = s.cue is not None and s.cue.meets(c.span)
        if s.holder is not None and s.holder.meets(phrase.span):
            yield f"holder of {'trigger' if cue else 'statement around' if s.content.holds(c.span) else 'other'}"
            if s.content.holds(c.span):
                yield f"holder around,{s.stance}"
                yield f"holder around,{c.sense.frame.kind},{'verb' if c.verbal else c.form.shape}"
                yield f"holder around,{c.sense.lemma}"
        elif cue and s.content.holds(phrase.span):
            yield "content of trigger"
