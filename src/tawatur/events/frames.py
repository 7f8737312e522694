"""Participants: which noun phrases around a trigger act and which are acted upon, by the trigger's frame."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.clauses import ClauseReader, Spans, spans_of
from tawatur.events.phrases import Phrase
from tawatur.events.triggers import Candidate
from tawatur.model import Span


@dataclass(frozen=True, slots=True)
class Participants:
    """Spans of those who act and of those who are acted upon."""

    actors: Spans = ()
    recipients: Spans = ()


class FrameReader(ClauseReader):
    """Finds the participants of the triggers of one article."""

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
        after = self.following(c.index + 1)
        behind = self._prepositional(c)
        plural = c.form.plural or (c.match.suffix == "" and self._first_person(c))
        first = [] if plural and not c.form.passive else after
        leading = [] if c.form.passive else self.leading(c)
        active = bool(leading and first)
        if kind == "die" or c.form.passive or (kind == "tr" and not active and self._passive(c, first)):
            return Participants(self.agent(c), spans_of(first or self.before(c)))
        subject = leading or first or self.before(c)
        objects = self._object(c, [] if leading else first)
        if c.match.suffix and not objects:
            objects = self.antecedent(c)
        return self._assign(kind, spans_of(subject), spans_of(objects), behind)

    def _assign(self, kind: str, subject: Spans, objects: Spans, behind: Spans) -> Participants:
        if kind == "host":
            return Participants(objects or behind, subject)
        if kind in ("tr", "visit", "mut"):
            return Participants(subject, objects or behind)
        return Participants(subject, behind)

    def _first_person(self, c: Candidate) -> bool:
        """Tell whether «we» or «I» act: «استنكرنا», «نستنكر», «سأطلب»."""
        norm = self.scene.norm(c.index)
        if c.form.shape == "past":
            return norm.endswith("نا")
        return norm[c.match.letters :].removeprefix("س")[:1] in ("ن", "ا")

    def _object(self, c: Candidate, subject: list[Phrase]) -> list[Phrase]:
        """Return the second noun phrase after a verb, or the first where the subject stands before the verb."""
        if not subject:
            return self.following(c.index + 1)
        at = subject[-1].last
        _, end = self.scene.bounds(c.index)
        return self.following(at) if at < end else []

    def _passive(self, c: Candidate, after: list[Phrase]) -> bool:
        """Tell whether a verb that is written alike in both voices is passive: one noun phrase, and that no agent."""
        if c.match.suffix or (c.form.shape != "past" and not after):
            return False
        if not after:
            return self.relative_before(c.index) and c.form.shape == "past"
        if self._object(c, after):
            return False
        if self.agent(c):
            return True
        head = self.scene.norm(after[0].first)
        name = self.scene.name(after[0].first)
        if head in self.markers["agent"] or (name is not None and name.type in ("GPE", "ORG")):
            return False
        numbered = self.scene.figure_at[after[0].first] >= 0 or self.scene.words[after[0].first].kind == "number"
        victim = c.sense.type in ("ASSAULT", "COERCE")
        return numbered or (victim and (head in self.markers["actor_head"] or name is not None))

    # --- nouns and participles

    def _nominal(self, c: Candidate) -> Participants:
        frame = c.sense.frame
        behind = self._prepositional(c)
        agents = self.agent(c)
        genitive = self._genitive(c)
        second = self.following(genitive[-1].last) if genitive and genitive[-1].last < self.end(c) else []
        if c.form.shape == "participle":
            return self._participle(c, genitive, agents, behind)
        if frame.kind == "die":
            return Participants(agents, spans_of(genitive))
        if frame.kind == "mut":
            return self._mutual(c, genitive, second, behind)
        giver = self.giver(c)
        received = self.subject_of(c, "receiving")
        if received and c.form.shape == "noun":
            # «تعرض المقر لهجوم», «تلقى الوزير دعما من نظيره»: the subject of the verb is who it is done to.
            return Participants(agents or giver or spans_of(genitive) or self.shown_subject(c), received)
        light = giver or self.light_subject(c)
        if frame.kind in ("tr", "host"):
            # Where the agent is told («من طرف …»), the genitive is whom it is done to.
            if second and not c.match.suffix and not agents:
                actors, recipients = spans_of(genitive), spans_of(second)
            else:
                actors, recipients = agents or light, spans_of(genitive) or behind
            if c.match.suffix:
                actors, recipients = self.owner_or(actors, c), spans_of(genitive) or behind
            return Participants(recipients, actors) if frame.kind == "host" else Participants(actors, recipients)
        actors = agents or spans_of(genitive) or light
        if c.match.suffix:
            actors = actors or self.owner_or((), c)
        return Participants(actors, behind or self.targeted(c) or spans_of(second if frame.kind == "visit" else []))

    def _participle(self, c: Candidate, genitive: list[Phrase], agents: Spans, behind: Spans) -> Participants:
        before = self.ending_at(c.index)
        owner = (before.span,) if before else ()
        if c.form.passive or agents:
            return Participants(agents or (behind if c.sense.frame.kind == "in" else ()), owner)
        if c.sense.type == "COERCE":
            return Participants((), owner)
        return Participants(owner or self.owner_or((), c), spans_of(genitive) or behind)

    def _mutual(self, c: Candidate, genitive: list[Phrase], second: list[Phrase], behind: Spans) -> Participants:
        parties = list(spans_of(genitive))
        between = self.after_words(c, ("بين",))
        parties += [s for s in between if s not in parties]
        if c.match.suffix:
            parties += self.owner_or((), c)
            return Participants(tuple(parties), behind)
        if not between:
            parties = parties or list(dict.fromkeys((*self.light_subject(c), *self.giver(c))))
            parties += [s for s in (*behind, *spans_of(second)) if s not in parties]
        return Participants(tuple(parties))

    def _genitive(self, c: Candidate) -> list[Phrase]:
        """Return the noun phrases in the genitive of a noun; adjectives of the noun are passed over."""
        scene = self.scene
        at, end = c.index + 1, self.end(c)
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
        return self.after_words(c, tuple(words))
