"""Who stands about a trigger in its clause: subjects before and behind verbs, of light verbs, givers, agents."""

from __future__ import annotations

from tawatur.events.phrases import Phrase, Phrases
from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Span

# How many words after a trigger its complements are looked for, and how many before it its light verb or subject.
REACH, BACK = 14, 14

Spans = tuple[Span, ...]


def spans_of(phrases: list[Phrase]) -> Spans:
    """Return the spans of noun phrases."""
    return tuple(p.span for p in phrases)


class ClauseReader:
    """Finds what stands about the triggers of one article, by the order and the small words of a clause."""

    def __init__(self, scene: Scene, phrases: Phrases, lexicon: EventLexicon) -> None:
        self.scene = scene
        self.phrases = phrases
        self.markers = lexicon.markers

    def leading(self, c: Candidate) -> list[Phrase]:
        """Return the subject right before a verb, after which its object follows: «إن الشرطة استخدمت …», «الذي يتهم …».

        A pronoun on a verb behind a relative is the antecedent, which is then the object («التي تصنفها تركيا»).
        """
        scene = self.scene
        if self.relative_before(c.index):
            return [] if c.match.suffix else self.antecedent(c)
        begin, _ = scene.bounds(c.index)
        at = c.index - 1
        while at > begin and scene.norm(at) in self.markers["verb_particle"]:
            at -= 1
        for start in range(at, max(begin, at - BACK), -1):
            if scene.divides(start):
                return []
            if scene.norm(start - 1) in self.markers["nominal_clause"]:
                group = self.phrases.group(start)
                return group if group and group[-1].last == at + 1 else []
        return []

    def following(self, index: int) -> list[Phrase]:
        """Return the noun phrases that begin at or shortly after a word, times and commas between passed over."""
        scene = self.scene
        if index >= len(scene.words):
            return []
        _, end = scene.bounds(index - 1)
        at = index
        while at < min(end, index + 5) and self.passed_over(at, index, end):
            at += 1
        return self.phrases.group(at) if at < end else []

    def passed_over(self, at: int, first: int, end: int) -> bool:
        """Tell whether a word between a verb and its subject is part of a time or a comma around one."""
        scene = self.scene
        if scene.time_at[at] >= 0 and scene.figure_at[at] < 0:
            return True
        comma = scene.words[at].text in ("،", ",")
        return comma and (at > first or (at + 1 < end and scene.time_at[at + 1] >= 0))

    def relative_before(self, index: int) -> bool:
        return self.scene.norm(index - 1).removeprefix("و") in self.markers["relative"]

    def antecedent(self, c: Candidate) -> list[Phrase]:
        """Return the noun phrase before a relative pronoun that stands before a verb."""
        if not self.relative_before(c.index):
            return []
        stop = c.index - 1
        begin, _ = self.scene.bounds(c.index)
        if stop > begin and self.scene.words[stop - 1].text in ("،", ","):
            stop -= 1  # «المملكة المتحدة، التي طردت …»
        found = self.ending_at(stop)
        return [found] if found else []

    def before(self, c: Candidate) -> list[Phrase]:
        """Return the subject that stands before a verb: after a complementizer, at the start, before a relative."""
        scene = self.scene
        if self.relative_before(c.index):
            return self.antecedent(c)
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

    def ending_at(self, stop: int) -> Phrase | None:
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

    def end(self, c: Candidate) -> int:
        return self.scene.bounds(c.index)[1]

    def after_words(self, c: Candidate, words: tuple[str, ...]) -> Spans:
        scene = self.scene
        clitics = tuple(w for w in words if len(w) == 1)
        for at in range(c.index + 1, min(self.end(c), c.index + 1 + REACH)):
            norm = scene.norm(at)
            if self.breaks(at):
                return ()
            if norm in words and at + 1 < self.end(c):
                return spans_of(self.phrases.group(at + 1, clitic=False))
            if clitics and norm.startswith(clitics) and self.clitic_start(at):
                return spans_of(self.phrases.group(at, clitic=True))
        return ()

    def clitic_start(self, at: int) -> bool:
        scene = self.scene
        norm = scene.norm(at)
        name = scene.name(at)
        if name is not None:
            return scene.words[at].span.start < name.span.start
        return norm.startswith(("لل", "بال")) or norm[1:] in self.markers["actor_head"]

    def breaks(self, at: int) -> bool:
        return self.scene.ends_clause(at, self.markers) or self.scene.norm(at) in self.markers["plain_verb"]

    def agent(self, c: Candidate) -> Spans:
        """Return who acts by «على يد», «من قبل», «من طرف», «برصاص» and the like after the trigger."""
        scene = self.scene
        for at in range(c.index + 1, min(self.end(c) - 1, c.index + 1 + REACH)):
            norm = scene.norm(at)
            if self.breaks(at):
                return ()
            if norm not in self.markers["perpetrator"]:
                continue
            if norm in ("قبل", "جانب", "طرف") and scene.norm(at - 1) != "من":
                continue
            if norm in ("جانب", "طرف") and scene.norm(at + 1) in ("واحد", "اخر", "ثالث"):
                continue
            if norm in ("يد", "ايدي", "يدي", "ايد") and scene.norm(at - 1) not in ("علي", "ب"):
                continue
            return spans_of(self.phrases.group(at + 1))
        return ()

    def targeted(self, c: Candidate) -> Spans:
        """Return what an attack is said to have hit: «هجوم استهدف …»."""
        scene = self.scene
        for at in range(c.index + 1, min(self.end(c) - 1, c.index + 7)):
            if scene.norm(at) in self.markers["targeting"]:
                return spans_of(self.following(at + 1))
        return ()

    def light_subject(self, c: Candidate) -> Spans:
        """Return the subject of a noun's light verb: «شن … هجوما», «الهجوم الذي شنه …», or who is blamed for it."""
        return self.shown_subject(c) or self.blamed(c) or self.subject_of(c, "light")

    def shown_subject(self, c: Candidate) -> Spans:
        """Return the subject of a light verb behind its noun: «الهجوم الذي شنه …», «الهجوم …، والذي قامت به …»."""
        scene = self.scene
        for at in range(c.index + 1, min(self.end(c) - 1, c.index + 1 + REACH)):
            norm = scene.norm(at)
            relative = self.relative_before(at)
            near = relative or at < c.index + 7
            if near and norm in self.markers["light"] and norm.endswith(("ه", "ها", "هم")):
                return spans_of(self.following(at + 1))
            if relative and norm in self.markers["acting"] and scene.norm(at + 1) in ("به", "بها"):
                return spans_of(self.following(at + 2))
            if scene.ends(at) or norm in self.markers["complementizer"]:
                return ()
        return ()

    def blamed(self, c: Candidate) -> Spans:
        """Return who is said to stand behind an act: «حملت … الجماعة مسؤولية الهجوم», «نسبت الهجوم إلى الجماعة»."""
        if c.sense.type not in ("ASSAULT", "COERCE", "MOBILIZE"):
            return ()
        scene = self.scene
        begin, _ = scene.bounds(c.index)
        for at in range(c.index - 1, max(begin, c.index - 4), -1):
            if scene.divides(at):
                return ()
            if scene.norm(at) in self.markers["responsible"]:
                found = self.ending_at(at)
                return (found.span,) if found else ()
        blaming = any(scene.norm(at) in self.markers["attributing"] for at in range(max(begin, c.index - 5), c.index))
        return self.after_words(c, ("الي", "ل")) if blaming else ()

    def giver(self, c: Candidate) -> Spans:
        """Return who a noun comes from: «طلب من الرئيس», «فيتو من روسيا», «اتصالا هاتفيا من نظيره»."""
        if c.form.shape != "noun" or c.sense.type in ("RETREAT", "MOBILIZE", "SANCTION", "COERCE"):
            return ()
        scene = self.scene
        for at in range(c.index + 1, min(self.end(c) - 1, c.index + 3)):
            if scene.norm(at) == "من":
                group = self.phrases.group(at + 1)
                name = scene.name(at + 1)
                people = name is not None and name.type in ("PER", "ORG", "GPE")
                return spans_of(group) if people or scene.norm(at + 1) in self.markers["actor_head"] else ()
            if self.phrases.stops(at):
                return ()
        return ()

    def subject_of(self, c: Candidate, kind: str) -> Spans:
        """Return the subject of a verb of a class that stands before a noun in its clause."""
        scene = self.scene
        begin, _ = scene.bounds(c.index)
        for at in range(c.index - 1, max(begin, c.index - BACK) - 1, -1):
            norm = scene.norm(at)
            if norm in self.markers[kind] or (norm[:1] in "وف" and norm[1:] in self.markers[kind]):
                group = [p for p in self.following(at + 1) if p.last <= c.index]
                return spans_of(group or self.preceding(at))
            if scene.words[at].text in (".", "؛", ":") or norm in self.markers["relative"]:
                return ()
        return ()

    def preceding(self, index: int) -> list[Phrase]:
        """Return the noun phrase that stands right before a verb as its subject."""
        begin, _ = self.scene.bounds(index)
        stop = index
        while stop > begin and self.scene.norm(stop - 1) in ("قد", "التي", "الذي", "الذين", "ان", "لم", "كانت", "كان"):
            stop -= 1
        found = self.ending_at(stop) if stop > begin else None
        return [found] if found else []

    def owner_or(self, actors: Spans, c: Candidate) -> Spans:
        """Return `actors`, or for a pronoun the subject of the nearest verb before that agrees with it."""
        if actors:
            return actors
        begin, _ = self.scene.bounds(c.index)
        first: list[Phrase] = []
        for at in range(c.index - 1, begin - 1, -1):
            if at in self.phrases.verbs or self.phrases.is_plain_verb(at):
                group = [p for p in self.following(at + 1) if p.last <= c.index] or self.preceding(at)
                if group and self._agrees(group, c.match.suffix):
                    return spans_of(group)
                first = group or first
        return spans_of(first)

    def _agrees(self, group: list[Phrase], suffix: str) -> bool:
        """Tell whether a noun phrase can be what a pronoun stands for, by the ending of its head and its count."""
        head = group[0].first
        name = self.scene.name(head)
        norm = self.scene.norm(head)
        many = len(group) > 1 or self.scene.figure_at[head] >= 0 or norm.endswith(("ون", "ين"))
        if suffix in ("هم", "هما"):
            return many
        if suffix == "ها":
            return not many and (norm.endswith(("ه", "ات")) or (name is not None and name.type != "PER"))
        return not many and not norm.endswith("ه")
