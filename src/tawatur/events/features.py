"""Features of candidates: what the scoring model weighs to tell events from other mentions, and to give their status.

A feature is a short name; it is there or not. The names are what the weight files hold, so they can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.events.frames import Participants
from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Span

TOPICS = ("sport_topic", "business_topic", "accident_topic", "culture_topic", "health_topic")
STATUS_MARKERS = ("planned_before", "hypothetical_before", "negated_before", "alleged_before", "denied_before")
# How far before a trigger a word may stand that plans, denies or doubts it.
STATUS_REACH = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with what was found around it."""

    candidate: Candidate
    who: Participants
    place: Span | None
    time: Span | None
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """What a whole article tells of each of its candidates: its topics, and where its candidates stand."""

    topics: tuple[str, ...]
    by_sentence: dict[int, tuple[Candidate, ...]]
    first_of_lemma: dict[tuple[str, str], int]
    density: str


def keep_company(scene: Scene, candidates: Sequence[Candidate], lexicon: EventLexicon) -> Company:
    """Gather what the candidates of an article tell of one another."""
    words = max(1, len(scene.words))
    topics = []
    for topic in TOPICS:
        share = sum(w.norm in lexicon.markers[topic] for w in scene.words) / words
        # One word in a hundred of a topic's own words tells of it, one in thirty says it is the article's subject.
        if share > 0.01:
            topics.append(f"{topic}+" if share > 0.033 else topic)
    by_sentence: dict[int, list[Candidate]] = {}
    first: dict[tuple[str, str], int] = {}
    for c in candidates:
        by_sentence.setdefault(scene.words[c.index].sentence, []).append(c)
        first.setdefault((c.sense.lemma, c.sense.type), c.index)
    strong = len({c.index for c in candidates if c.sense.strength == 3})
    return Company(
        tuple(topics),
        {k: tuple(v) for k, v in by_sentence.items()},
        first,
        str(min(4, 100 * strong // words)),
    )


def event_features(scene: Scene, read: Reading, company: Company, lexicon: EventLexicon) -> Iterator[str]:
    """Yield the features by which a candidate is told to be an event of its type."""
    c = read.candidate
    sense, shape = c.sense, c.form.shape
    yield f"type={sense.type}"
    yield f"strength={sense.strength}"
    yield f"strength={sense.strength},{shape}"
    yield f"shape={shape}"
    yield f"type={sense.type},{shape}"
    yield f"lemma={sense.lemma},{sense.type}"
    yield f"lemma={sense.lemma},{sense.type},{shape}"
    yield f"kind={sense.frame.kind},{shape}"
    if sense.needs:
        yield "condition"
        yield f"condition={sense.needs}"
    yield from _form_features(c)
    yield from _filler_features(read)
    yield from _neighbour_features(scene, c, lexicon)
    yield from _company_features(scene, c, company)


def _form_features(c: Candidate) -> Iterator[str]:
    if not c.verbal:
        grade = "pronoun" if c.match.suffix else "definite" if c.definite else "bare"
        yield f"noun={grade}"
        yield f"noun={grade},{c.sense.type}"
        yield f"noun={grade},strength={c.sense.strength}"
        if c.match.clitics:
            yield f"clitic={c.match.clitics[-1]}"
        if c.form.plural:
            yield "noun=plural"
    elif c.match.suffix:
        yield "verb=pronoun"
    if c.form.passive:
        yield "passive"


def _filler_features(read: Reading) -> Iterator[str]:
    sense = read.candidate.sense
    shape = "v" if read.candidate.verbal else "n"
    fillers = ("a" if read.who.actors else "") + ("r" if read.who.recipients else "")
    yield f"fillers={fillers or '-'},{shape}"
    yield f"fillers={fillers or '-'},{sense.type}"
    yield f"fillers={fillers or '-'},strength={sense.strength}"
    if read.place:
        yield f"place,{shape}"
    if read.time:
        yield f"time,{shape}"
    if read.figures:
        yield "figures"


def _neighbour_features(scene: Scene, c: Candidate, lexicon: EventLexicon) -> Iterator[str]:
    first, last = scene.bounds(c.index)
    shape = "v" if c.verbal else "n"
    for side, at in (("prev", c.index - 1), ("next", c.index + 1)):
        if not first <= at < last:
            yield f"{side}=edge,{shape}"
            continue
        norm = scene.norm(at)
        yield f"{side}:{norm}"
        yield f"{side}={_word_class(scene, at, lexicon)},{shape}"
    name = scene.name(c.index)
    if name is not None:
        yield "inside name" if name.span.start < c.span.start or name.span.end > c.span.end else "is name"
    statement = scene.statement(c.index)
    if statement is None:
        yield f"outside statement,{shape}"
    else:
        yield f"stance={statement.stance},{shape}"
    if any(s.cue and s.cue.meets(c.span) for s in scene.statements):
        yield "is cue"
        yield f"is cue,{c.sense.type}"


def _word_class(scene: Scene, at: int, lexicon: EventLexicon) -> str:
    norm = scene.norm(at)
    if scene.words[at].kind != "word":
        return scene.words[at].kind
    if scene.name_at[at] >= 0:
        return "name"
    if scene.time_at[at] >= 0:
        return "time"
    for marker in ("light", "relative", "complementizer", "locative", "stop", "plain_verb", "actor_head"):
        if norm in lexicon.markers[marker]:
            return marker
    if norm.startswith(("ال", "لل", "وال", "بال")):
        return "definite"
    return "joined" if norm.startswith("و") else "word"


def _company_features(scene: Scene, c: Candidate, company: Company) -> Iterator[str]:
    sentence = scene.words[c.index].sentence
    fellows = [f for f in company.by_sentence[sentence] if f.index != c.index]
    before = [f for f in fellows if f.index < c.index and f.sense.strength >= 2]
    if any(f.sense.lemma == c.sense.lemma for f in before):
        yield "lemma before in sentence"
    same = [f for f in before if f.sense.type == c.sense.type]
    if same:
        yield "type before in sentence"
        yield f"type before in sentence,{c.sense.type}"
        if c.index - same[-1].index <= 3:
            yield "type just before"
    if any(f.index == c.index - 1 and f.sense.strength >= 2 for f in fellows):
        yield "trigger just before"
    if any(f.index == c.index + 1 and f.sense.strength >= 2 for f in fellows):
        yield "trigger just after"
    if company.first_of_lemma[c.sense.lemma, c.sense.type] < c.index:
        yield "lemma before in article"
    rivals = [f for f in company.by_sentence[sentence] if f.index == c.index and f is not c]
    if rivals:
        best = max(f.sense.strength for f in rivals)
        yield "rival " + ("stronger" if best > c.sense.strength else "equal" if best == c.sense.strength else "weaker")
    yield f"sentence={min(sentence, 3)}"
    yield f"density={company.density}"
    for topic in company.topics:
        yield topic
        if c.sense.type == "ASSAULT":
            yield f"{topic},ASSAULT"


def status_features(scene: Scene, read: Reading, company: Company, lexicon: EventLexicon) -> Iterator[str]:
    """Yield the features by which an event's status is told."""
    c = read.candidate
    yield f"type={c.sense.type}"
    yield f"shape={c.form.shape}"
    yield f"type={c.sense.type},{c.form.shape}"
    if c.match.clitics.endswith("ل"):
        yield "clitic=ل"
    yield "finite" if c.verbal else "definite" if c.definite else "bare"
    first, last = scene.bounds(c.index)
    for at in range(c.index - 1, max(first, c.index - STATUS_REACH) - 1, -1):
        if scene.words[at].text in (".", "؛", "؟"):
            break
        distance = c.index - at
        for marker in STATUS_MARKERS:
            if not lexicon.markers[marker].isdisjoint(scene.variants[at]):
                yield marker
                if distance <= 2:
                    yield f"{marker}<=2"
                    if c.verbal:
                        yield f"{marker}<=2,finite"
    for at in range(c.index + 1, min(last, c.index + 4)):
        if scene.norm(at) in lexicon.markers["doubt_after"]:
            yield f"after:{scene.norm(at).removeprefix('ال').removesuffix('ه')}"
    if c.index > first:
        yield f"prev:{scene.norm(c.index - 1)}"
    if c.index - 2 >= first:
        yield f"prev2:{scene.norm(c.index - 2)}"
    yield from _governor_features(scene, c, company)
    yield from _tense_features(scene, read, lexicon)
    yield from _statement_features(scene, c, lexicon)


def _tense_features(scene: Scene, read: Reading, lexicon: EventLexicon) -> Iterator[str]:
    """Yield whether the event's time says of itself that it is to come or past («المقبل», «أمس»)."""
    if read.time is None:
        return
    said = {w.norm for w in scene.prepared.words_in(read.time)}
    for tense in ("future_time", "past_time"):
        if not said.isdisjoint(lexicon.markers[tense]):
            yield tense
            yield f"{tense},{read.candidate.sense.type}"


def _governor_features(scene: Scene, c: Candidate, company: Company) -> Iterator[str]:
    """Yield what the nearest trigger before this one in the sentence is: «طالب بـ», «قرر», «هدد بـ» govern."""
    fellows = company.by_sentence[scene.words[c.index].sentence]
    before = [f for f in fellows if 0 < c.index - f.index <= STATUS_REACH and f.sense.strength >= 2]
    if not before:
        yield "governor=none"
        return
    nearest = max(before, key=lambda f: (f.index, f.sense.strength))
    reach = "near" if c.index - nearest.index <= 4 else "far"
    yield f"governor={nearest.sense.type},{reach}"
    if nearest.verbal:
        yield f"governor={nearest.sense.type},verb"
        yield f"governor={nearest.sense.lemma}"


def _statement_features(scene: Scene, c: Candidate, lexicon: EventLexicon) -> Iterator[str]:
    statement = scene.statement(c.index)
    if statement is None:
        yield "outside statement"
        return
    shape = "finite" if c.verbal else "noun"
    yield f"stance={statement.stance}"
    yield f"stance={statement.stance},{shape}"
    yield f"stance={statement.stance},{c.form.shape}"
    yield f"kind={statement.kind}"
    inside = [w for w in scene.prepared.words_in(statement.content) if w.index < c.index]
    yield f"depth={min(3, len(inside) // 4)}"
    if statement.cue is not None:
        word = scene.prepared.word_at(statement.cue.start)
        if word is not None:
            for marker in STATUS_MARKERS:
                if not lexicon.markers[marker].isdisjoint(scene.variants[word.index]):
                    yield f"cue={marker}"
    if statement.holder is not None:
        words = scene.prepared.words_in(statement.holder)
        if words:
            party = "name" if scene.name_at[words[0].index] >= 0 else scene.norm(words[0].index)
            yield f"holder={party}"
    outer = [s for s in scene.statements if s is not statement and s.content.holds(statement.content)]
    for s in outer:
        yield f"outer={s.stance}"
