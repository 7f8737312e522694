"""Participants: which noun phrases around a trigger act and which are acted upon, by the trigger's frame."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.phrases import Phrase, Phrases
from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Span

# How many words after a trigger its complements are looked for, and how many before it its light verb or subject.
REACH, BACK = 14, 14

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Participants:
    """Spans of those who act and of those who are acted upon."""

    actors: Spans = ()
    recipients: Spans = ()


def _spans(phrases: list[Phrase]) -> Spans:
    return tuple(p.span for p in phrases)


class FrameReader:
    """Finds the participants of the triggers of one article."""

    def __init__(self, scene: Scene, phrases: Phrases, lexicon: EventLexicon) -> None:
        self.scene = scene
        self.phrases = phrases
        self.markers = lexicon.markers

    def read(self, candidate: Candidate) -> Participants:
        """Return the participants of a candidate by its frame."""
        if candidate.sense.frame.kind == "none":
            return Participants()
        found = self._verbal(candidate) if candidate.verbal else self._nominal(candidate)
        seen: set[Span] = set()
        actors = tuple(s for s in found.actors if not (s in seen or seen.add(s)))  # type: ignore[func-returns-value]
        return Participants(actors, tuple(s for s in found.recipients if s not in seen))

    # --- verbs

    def _verbal(self, c: Candidate) -> Participants:
        kind = c.sense.frame.kind
        after = self._following(c.index + 1)
        behind = self._prepositional(c)
        plural = c.form.plural or (c.form.shape == "past" and c.match.suffix == "" and self._first_person(c))
        first = [] if plural and not c.form.passive else after
        if kind == "die" or c.form.passive or (kind == "tr" and self._passive(c, first)):
            return Participants(self._agent(c), _spans(first or self._before(c)))
        subject = first or self._before(c)
        objects = self._object(c, first)
        if c.match.suffix and not objects:
            objects = self._antecedent(c)
        return self._assign(kind, _spans(subject), _spans(objects), behind)

    def _assign(self, kind: str, subject: Spans, objects: Spans, behind: Spans) -> Participants:
        if kind == "host":
            return Participants(objects or behind, subject)
        if kind in ("tr", "visit", "mut"):
            return Participants(subject, objects or behind)
        return Participants(subject, behind)

    def _first_person(self, c: Candidate) -> bool:
        return self.scene.words[c.index].norm.endswith("نا")

    def _following(self, index: int) -> list[Phrase]:
        """Return the noun phrases that begin at or shortly after a word, times and commas between passed over."""
        scene = self.scene
        if index >= len(scene.words):
            return []
        _, end = scene.bounds(index - 1)
        at = index
        while at < min(end, index + 5) and self._passed_over(at, index, end):
            at += 1
        return self.phrases.group(at) if at < end else []

    def _passed_over(self, at: int, first: int, end: int) -> bool:
        """Tell whether a word between a verb and its subject is part of a time or a comma around one."""
        scene = self.scene
        if scene.time_at[at] >= 0 and scene.figure_at[at] < 0:
            return True
        comma = scene.words[at].text in ("،", ",")
        return comma and (at > first or (at + 1 < end and scene.time_at[at + 1] >= 0))

    def _object(self, c: Candidate, subject: list[Phrase]) -> list[Phrase]:
        """Return the second noun phrase after a verb, or the first where the subject stands before the verb."""
        if not subject:
            return self._following(c.index + 1)
        at = subject[-1].last
        _, end = self.scene.bounds(c.index)
        return self._following(at) if at < end else []

    def _passive(self, c: Candidate, after: list[Phrase]) -> bool:
        """Tell whether a verb that is written alike in both voices is passive: one noun phrase, and that no agent."""
        if c.match.suffix or (c.form.shape != "past" and not after):
            return False
        if not after:
            return self._relative_before(c) and c.form.shape == "past"
        if self._object(c, after):
            return False
        if self._agent(c):
            return True
        head = self.scene.norm(after[0].first)
        name = self.scene.name(after[0].first)
        if head in self.markers["agent"] or (name is not None and name.type in ("GPE", "ORG")):
            return False
        numbered = self.scene.figure_at[after[0].first] >= 0 or self.scene.words[after[0].first].kind == "number"
        victim = c.sense.type in ("ASSAULT", "COERCE")
        return numbered or (victim and (head in self.markers["actor_head"] or name is not None))

    def _relative_before(self, c: Candidate) -> bool:
        return self.scene.norm(c.index - 1) in self.markers["relative"]

    def _antecedent(self, c: Candidate) -> list[Phrase]:
        """Return the noun phrase before a relative pronoun that stands before a verb."""
        if not self._relative_before(c):
            return []
        found = self._ending_at(c.index - 1)
        return [found] if found else []

    def _before(self, c: Candidate) -> list[Phrase]:
        """Return the subject that stands before a verb: after a complementizer, at the start, before a relative."""
        scene = self.scene
        if self._relative_before(c):
            return self._antecedent(c)
        begin, _ = scene.bounds(c.index)
        at = c.index - 1
        if scene.norm(at) in ("قد", "وقد", "لم", "لن", "لا", "كانت", "كان", "كانوا", "ان"):
            at -= 1
        low = max(begin, at - BACK)
        for start in range(at, low - 1, -1):
            opener = start == begin or scene.norm(start - 1) in self.markers["complementizer"]
            if opener or (scene.words[start - 1].kind == "mark" and scene.words[start - 1].text not in '#-"«»'):
                group = self.phrases.group(start)
                if group and group[-1].last <= c.index:
                    return group
            if scene.norm(start - 1) in self.markers["plain_verb"]:
                group = self.phrases.group(start)
                return group if group and group[-1].last <= c.index else []
        return []

    def _ending_at(self, stop: int) -> Phrase | None:
        """Return the longest noun phrase that ends right before a word."""
        begin, _ = self.scene.bounds(stop)
        found = None
        for start in range(stop - 1, max(begin, stop - 8) - 1, -1):
            phrase = self.phrases.at(start, clitic=True)
            if phrase is not None and phrase.last == stop:
                found = phrase
            elif self.phrases.stops(start):
                break
        return found

    # --- nouns and participles

    def _nominal(self, c: Candidate) -> Participants:
        frame = c.sense.frame
        behind = self._prepositional(c)
        agents = self._agent(c)
        genitive = self._genitive(c)
        second = self._following(genitive[-1].last) if genitive and genitive[-1].last < self._end(c) else []
        if c.form.shape == "participle":
            return self._participle(c, genitive, agents, behind)
        if frame.kind == "die":
            return Participants(agents, _spans(genitive))
        if frame.kind == "mut":
            return self._mutual(c, genitive, second, behind)
        light = self._light_subject(c)
        if frame.kind in ("tr", "host"):
            if second and not c.match.suffix:
                actors, recipients = _spans(genitive), _spans(second)
            else:
                actors, recipients = agents or light, _spans(genitive) or behind
            if c.match.suffix:
                actors, recipients = self._owner_or(actors, c), _spans(genitive) or behind
            return Participants(recipients, actors) if frame.kind == "host" else Participants(actors, recipients)
        actors = agents or _spans(genitive) or light
        if c.match.suffix:
            actors = actors or self._owner_or((), c)
        return Participants(actors, behind or self._targeted(c) or _spans(second if frame.kind == "visit" else []))

    def _participle(self, c: Candidate, genitive: list[Phrase], agents: Spans, behind: Spans) -> Participants:
        before = self._ending_at(c.index)
        owner = (before.span,) if before else ()
        if c.form.passive or agents:
            return Participants(agents or (behind if c.sense.frame.kind == "in" else ()), owner)
        if c.sense.type == "COERCE":
            return Participants((), owner)
        return Participants(owner or self._owner_or((), c), _spans(genitive) or behind)

    def _mutual(self, c: Candidate, genitive: list[Phrase], second: list[Phrase], behind: Spans) -> Participants:
        parties = list(_spans(genitive))
        between = self._after_words(c, ("بين",))
        parties += [s for s in between if s not in parties]
        if c.match.suffix:
            parties += self._owner_or((), c)
            return Participants(tuple(parties), behind)
        if not between:
            parties = parties or list(self._light_subject(c))
            parties += [s for s in (*behind, *_spans(second)) if s not in parties]
        return Participants(tuple(parties))

    def _end(self, c: Candidate) -> int:
        return self.scene.bounds(c.index)[1]

    def _genitive(self, c: Candidate) -> list[Phrase]:
        """Return the noun phrases in the genitive of a noun; adjectives of the noun are passed over."""
        scene = self.scene
        at, end = c.index + 1, self._end(c)
        if at >= end or self.phrases.stops(at):
            return []
        article = c.definite and not c.match.suffix
        norm = scene.norm(at)
        if article or (scene.name_at[at] < 0 and not self._nominal_start(at, c)):
            return []
        if (
            norm.startswith("ال")
            and scene.name_at[at] < 0
            and c.match.suffix
            and norm not in self.markers["actor_head"]
        ):
            return []
        return self.phrases.group(at)

    def _nominal_start(self, at: int, c: Candidate) -> bool:
        """Tell whether the word after a noun without article is its genitive rather than an adjective of it."""
        norm = self.scene.norm(at)
        return (
            norm.startswith("ال")
            or norm in self.markers["actor_head"]
            or self.scene.figure_at[at] >= 0
            or self.scene.words[at].kind == "number"
            or (c.sense.frame.kind in ("tr", "die") and not norm.endswith("يه"))
        )

    def _prepositional(self, c: Candidate) -> Spans:
        """Return the noun phrases behind the first preposition after the trigger that leads to a recipient."""
        words = set(c.sense.frame.prepositions) | {"ضد", "بحق"}
        if c.sense.frame.kind in ("mut",):
            words |= {"مع"}
        if c.sense.frame.kind == "visit":
            words |= {"الي"}
        if c.sense.frame.kind == "tr":
            words -= {"ب", "من", "الي", "على", "علي"}
        return self._after_words(c, tuple(words))

    def _after_words(self, c: Candidate, words: tuple[str, ...]) -> Spans:
        scene = self.scene
        clitics = tuple(w for w in words if len(w) == 1)
        for at in range(c.index + 1, min(self._end(c), c.index + 1 + REACH)):
            norm = scene.norm(at)
            if self._breaks(at):
                return ()
            if norm in words and at + 1 < self._end(c):
                return _spans(self.phrases.group(at + 1, clitic=False))
            if clitics and norm.startswith(clitics) and self._clitic_start(at):
                return _spans(self.phrases.group(at, clitic=True))
        return ()

    def _clitic_start(self, at: int) -> bool:
        scene = self.scene
        norm = scene.norm(at)
        name = scene.name(at)
        if name is not None:
            return scene.words[at].span.start < name.span.start
        return norm.startswith(("لل", "بال")) or norm[1:] in self.markers["actor_head"]

    def _breaks(self, at: int) -> bool:
        scene = self.scene
        norm = scene.norm(at)
        if scene.words[at].text in (".", "؛", ":", "!", "؟"):
            return True
        return (
            norm in self.markers["complementizer"]
            or norm in self.markers["plain_verb"]
            or (norm[:1] == "و" and norm[1:] in self.markers["plain_verb"])
        )

    def _agent(self, c: Candidate) -> Spans:
        """Return who acts by «على يد», «من قبل», «برصاص» and the like after the trigger."""
        scene = self.scene
        for at in range(c.index + 1, min(self._end(c) - 1, c.index + 1 + REACH)):
            norm = scene.norm(at)
            if self._breaks(at):
                return ()
            if norm not in self.markers["perpetrator"]:
                continue
            if norm in ("قبل", "جانب") and scene.norm(at - 1) != "من":
                continue
            if norm in ("يد", "ايدي", "يدي", "ايد") and scene.norm(at - 1) not in ("علي", "ب"):
                continue
            return _spans(self.phrases.group(at + 1))
        return ()

    def _targeted(self, c: Candidate) -> Spans:
        """Return what an attack is said to have hit: «هجوم استهدف …»."""
        scene = self.scene
        for at in range(c.index + 1, min(self._end(c) - 1, c.index + 7)):
            if scene.norm(at) in self.markers["targeting"]:
                return _spans(self._following(at + 1))
        return ()

    def _light_subject(self, c: Candidate) -> Spans:
        """Return the subject of a noun's light verb: «شن … هجوما», «الهجوم الذي شنه …»."""
        scene = self.scene
        for at in range(c.index + 1, min(self._end(c) - 1, c.index + 7)):
            if scene.norm(at) in self.markers["light"] and scene.norm(at).endswith(("ه", "ها", "هم")):
                return _spans(self._following(at + 1))
        begin, _ = scene.bounds(c.index)
        for at in range(c.index - 1, max(begin, c.index - BACK) - 1, -1):
            norm = scene.norm(at)
            if norm in self.markers["light"] or (norm[:1] in "وف" and norm[1:] in self.markers["light"]):
                group = [p for p in self._following(at + 1) if p.last <= c.index]
                return _spans(group or self._preceding(at))
            if scene.words[at].text in (".", "؛", ":") or norm in self.markers["relative"]:
                return ()
        return ()

    def _preceding(self, index: int) -> list[Phrase]:
        """Return the noun phrase that stands right before a verb as its subject."""
        begin, _ = self.scene.bounds(index)
        stop = index
        while stop > begin and self.scene.norm(stop - 1) in ("قد", "التي", "الذي", "الذين", "ان", "لم", "كانت", "كان"):
            stop -= 1
        found = self._ending_at(stop) if stop > begin else None
        return [found] if found else []

    def _owner_or(self, actors: Spans, c: Candidate) -> Spans:
        """Return `actors`, or for a pronoun the subject of the sentence's first verb where that stands before."""
        if actors:
            return actors
        begin, _ = self.scene.bounds(c.index)
        for at in range(begin, c.index):
            if at in self.phrases.verbs or self._is_plain_verb(at):
                group = [p for p in self._following(at + 1) if p.last <= c.index]
                if group:
                    return _spans(group)
        return ()

    def _is_plain_verb(self, at: int) -> bool:
        norm = self.scene.norm(at)
        return norm in self.markers["plain_verb"] or (norm[:1] in "وف" and norm[1:] in self.markers["plain_verb"])
