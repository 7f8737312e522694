"""Noun phrases over words: where the head noun phrase that begins at a word ends, and what is coordinated with it.

No parser: an Arabic noun phrase is followed by the patterns of construct, adjective and apposition, and ended by
prepositions, relatives, complementizers, verbs, marks and the start of another noun phrase.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.passing import passed_words
from tawatur.events.scene import WHAT, Scene
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Span

OPENING = ('"', "«", "“")
# A head noun phrase of news seldom has more words than this («رئيس مجلس الوزراء وزير الدفاع …» apart).
LONGEST = 9
# Letters of «أكبر», «جديد», which are adjectives by their pattern, and of words too short to have one («حر»).
_ELATIVE, _SHORT = 4, 2
_BEFORE_VERB = WHAT | {"الذي", "التي", "الذين", "اللذان", "اللتان"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the words [first, last), its span without leading clitics, and whether its head is definite."""

    first: int
    last: int
    span: Span
    definite: bool


class Phrases:
    """The noun phrases of one article, found when asked for and kept."""

    def __init__(self, scene: Scene, lexicon: EventLexicon, verbs: frozenset[int]) -> None:
        self.scene = scene
        self.markers = lexicon.markers
        self.verbs = verbs
        self.lexicon = lexicon
        plain = self.markers["plain_verb"]
        self._opening = frozenset(i for i, n in enumerate(scene.norms) if n[:1] in ("و", "ف") and n[1:] in plain)
        self._plain = self._opening | {i for i, n in enumerate(scene.norms) if n in plain}
        # No noun phrase begins with a verb or with what leads to an agent. Verbs that could be nouns («دخل») are told
        # where they open a clause («وتشهد المنطقة …», «غادر وزير …»).
        self.begin_none = verbs | {w.index for w in scene.words if self._is_verb(w.index) or self._leads_agent(w.index)}
        cues = (word for s in scene.statements if s.cue is not None for word in scene.prepared.words_in(s.cue))
        self.cues = frozenset(word.index for word in cues)
        self._known: dict[tuple[int, bool], Phrase | None] = {}
        self.passed = passed_words(scene, self.markers, verbs)

    def at(self, index: int, *, clitic: bool = False) -> Phrase | None:
        """Return the noun phrase that begins at a word, or None; `clitic` allows a preposition written onto it."""
        key = (index, clitic)
        if key not in self._known:
            self._known[key] = self._find(index, clitic)
        return self._known[key]

    def group(self, index: int, *, clitic: bool = False) -> list[Phrase]:
        """Return the noun phrase that begins at a word and those coordinated with it by «و»."""
        _, end = self.scene.bounds(index) if index < len(self.scene.words) else (0, 0)
        if index + 2 < end and self.scene.norm(index) in ("كل", "كلا", "كلتا") and self.scene.norm(index + 1) == "من":
            index += 2
        phrase = self.at(index, clitic=clitic)
        found: list[Phrase] = []
        while phrase is not None:
            found.append(phrase)
            at = phrase.last
            if at < end and self.scene.norm(at) in ("،", ",") and at + 1 < end:
                at += 1
            phrase = self._coordinate(at, found[0]) if at < end else None
        return found

    def begins_with_and(self, span: Span) -> bool:
        """Tell whether a span begins with «و» for "and"; names and words like «وزير» have it of their own."""
        word = self.scene.prepared.word_at(span.start)
        if word is None or word.span.start != span.start or not word.norm.startswith("و"):
            return False
        return self.scene.name_at[word.index] < 0 and word.norm not in self.markers["own_waw"]

    def stops(self, index: int) -> bool:
        """Tell whether no noun phrase goes on over a word."""
        scene = self.scene
        word = scene.words[index]
        if word.kind == "mark":
            return word.text not in "#-"
        if scene.name_at[index] >= 0:
            return False
        if scene.time_at[index] >= 0 and scene.figure_at[index] < 0:
            return True
        return word.norm in self.markers["stop"] or index in self.verbs or self.is_plain_verb(index)

    def is_plain_verb(self, index: int) -> bool:
        """Tell whether a word is a verb that tells of no event, bare or behind «و» or «ف»."""
        return index in self._plain

    def _leads_agent(self, index: int) -> bool:
        """Tell whether a word only leads to who acts: «على أيدي المسلحين», «من جانب السلطات», «برصاص مجهولين»."""
        norm = self.scene.norm(index)
        led = norm[:1] == "ب" or self.scene.norm(index - 1) in ("علي", "من")
        return led and norm in self.markers["perpetrator"]

    def _is_verb(self, index: int) -> bool:
        """Tell whether a word is a verb: by its form alone, or because it opens a clause and who acts follows it."""
        scene = self.scene
        norm = scene.norm(index)
        if scene.words[index].kind != "word" or scene.name_at[index] >= 0:
            return False
        if norm in self.markers["sure_verb"] or index in self._opening:
            return True
        before = scene.norm(index - 1)
        first, last = scene.bounds(index)
        joined = norm[:1] in ("و", "ف")
        opens = index == first or scene.divides(index - 1) or before in self.markers["verb_before"] or joined
        return opens and index + 1 < last and self._could_be_verb(norm, joined) and self._acts(index + 1)

    def _could_be_verb(self, norm: str, joined: bool) -> bool:
        forms = (norm, norm[1:]) if joined else (norm,)
        return any(
            form in self.markers["either_verb"]
            or any(f.shape in ("past", "imperfect", "future") for f in self.lexicon.alone.get(form, ()))
            for form in forms
        )

    def _acts(self, index: int) -> bool:
        """Tell whether a word opens the name or the office of somebody who can act."""
        name = self.scene.name(index)
        if name is not None:
            return name.type in ("PER", "ORG")
        norm = self.scene.norm(index)
        return norm in self.markers["actor_head"] or norm in self.markers["office_head"]

    def _coordinate(self, index: int, first: Phrase) -> Phrase | None:
        scene = self.scene
        norm = scene.norm(index)
        if not norm.startswith("و") or len(norm) < 3 or index in self.begin_none:
            return None
        name = scene.name(index)
        rest = norm[1:]
        starts_name = name is not None and name.span.start == scene.words[index].cut(1)
        alike = (rest.startswith("ال") and first.definite) or rest in self.markers["actor_head"]
        if not (starts_name or alike):
            return None
        return self._find(index, clitic=True)

    def _starts_other(self, index: int, first: int, definite: bool, accusative: bool) -> bool:
        """Tell whether a word begins another noun phrase although nothing stands between."""
        scene = self.scene
        norm = scene.norm(index)
        if norm.startswith(("و", "ب", "ل")) and self._has_clitic(index):
            return True
        name = scene.name(index)
        if name is not None:
            if name.span.start < scene.words[index].span.start:
                return False
            if name.type == "PER":
                return scene.name_at[first] >= 0
            return definite
        if scene.figure_at[index] >= 0 and scene.figure_at[index] != scene.figure_at[index - 1]:
            return True
        if norm.startswith("ال"):
            after = self._follows_name(index) or self._disagrees(index, first)
            return definite and (norm in self.markers["actor_head"] or after)
        if definite:
            return True
        return norm.endswith("ا") and not norm.endswith("يا") and not accusative and norm not in ("ليبيا",)

    def _follows_name(self, index: int) -> bool:
        """Tell whether a definite word behind a name is neither its adjective nor the title of a person."""
        scene = self.scene
        title = scene.name(index + 1) if index + 1 < len(scene.words) else None
        if scene.name_at[index - 1] < 0 or (title is not None and title.type == "PER"):
            return False
        return not _is_adjectival(scene.norm(index)[2:])

    def _disagrees(self, index: int, first: int) -> bool:
        """Tell whether a definite word is too unlike a phrase of one word to be its adjective: «الجيش | المدينة».

        Adjectives agree: with a dual in the dual, with «ون» in «ون», with a man or a body in gender.
        """
        scene = self.scene
        head, norm = scene.norm(first), scene.norm(index)
        head = head if head.startswith("ال") else scene.words[first].norm[1:]
        if index - first > 1 or scene.name_at[first] >= 0 or not head.startswith("ال"):
            return False
        if norm.endswith("ات"):
            return not head.endswith("ات")
        if head.endswith("ان") and head in self.markers["actor_head"]:
            return not norm.endswith("ان")
        if head.endswith("ون") and len(head) > 5:
            return not norm.endswith("ون")
        if scene.words[index].text.endswith("ة"):
            return head in self.markers["masculine_head"]
        elative = norm.startswith("الا") and len(norm) <= 6
        feminine = scene.words[first].text.endswith("ة") and head not in self.markers["masculine_head"]
        return feminine and not elative and not norm.endswith(("ي", "ا", "ه", "اء"))

    def _has_clitic(self, index: int) -> bool:
        """Tell whether a conjunction or preposition is written onto a word that begins a noun phrase of its own."""
        scene = self.scene
        norm = scene.norm(index)
        name = scene.name(index)
        if name is not None:
            return scene.words[index].span.start < name.span.start
        rest = norm[1:]
        return rest.startswith("ال") or norm.startswith("لل") or rest in self.markers["actor_head"]

    def _find(self, index: int, clitic: bool) -> Phrase | None:
        scene = self.scene
        _, end = scene.bounds(index) if index < len(scene.words) else (0, 0)
        if index + 1 < end and scene.words[index].text in OPENING:
            return self._find(index + 1, clitic)
        if index < end and scene.norm(index - 1) in _BEFORE_VERB and scene.name_at[index] < 0:
            return None  # «لما نشرته صحيفة», «الذي شنه مسلحون»: a verb
        if index >= end or (self.stops(index) and not (clitic and not self._hard_stop(index))):
            return None
        if scene.words[index].kind == "mark":
            return self._find(index + 1, clitic) if scene.words[index].text == "#" else None
        if not clitic and self._has_clitic(index) and scene.norm(index)[:1] in "وبلف":
            return None
        start = self._start(index, clitic)
        accusative = scene.norm(index).endswith("ا") or scene.words[index].kind == "number"
        definite = self._is_definite(index, start)
        at = index + 1
        while at < end and at - index < LONGEST:
            if self._quote_opens(at, end):
                at = self._quote_end(at, end)
                definite = True
                continue
            if scene.norm(at) == "من" and self._partitive(at - 1, at, end):
                at += 2
                continue
            if self._same_unit(at):
                at += 1
                definite = definite or scene.name_at[at - 1] >= 0
                continue
            inner = self._complement(index, at, end)
            if inner is not None:
                at, definite = inner.last, True
                continue
            if self.stops(at) or self._starts_other(at, index, definite, accusative):
                break
            definite = definite or scene.norm(at).startswith("ال") or scene.name_at[at] >= 0
            at += 1
        last = scene.words[at - 1]
        stop = last.span.end
        if scene.name_at[at - 1] >= 0:
            stop = max(stop, scene.annotation.names[scene.name_at[at - 1]].span.end)
        return Phrase(index, at, Span(start, stop), definite)

    def _complement(self, first: int, at: int, end: int) -> Phrase | None:
        """Return what an office goes on with: «المتحدث باسم …», «الأمين العام لمنظمة …», «قوة تابعة لـ…»."""
        norm = self.scene.norm(at)
        if norm not in ("باسم", "ب") and not (
            norm.startswith("ل") and len(norm) > 3 and norm not in self.markers["stop"]
        ):
            return None
        heads = self.markers["office_head"]
        if self.scene.norm(first) not in heads and self.scene.norm(at - 1) not in heads:
            return None
        if norm == "باسم":
            return self.at(at + 1) if at + 1 < end else None
        return self.at(at, clitic=True)

    def _hard_stop(self, index: int) -> bool:
        return self.scene.words[index].kind == "mark" or self.scene.norm(index) in self.markers["stop"]

    def _start(self, index: int, clitic: bool) -> int:
        scene = self.scene
        word = scene.words[index]
        name = scene.name(index)
        if name is not None and word.span.start < name.span.start < word.span.end:
            return name.span.start
        if not clitic or (name is not None and name.span.start == word.span.start):
            return word.span.start
        if not self._has_clitic(index):
            return word.span.start
        norm = word.norm
        letters = 1 if norm[:1] in "وف" and len(norm) > 3 else 0
        if norm[letters : letters + 1] in ("ب", "ل") and (
            norm[letters + 1 :].startswith("ال") or norm[letters:].startswith("لل") or letters == 0
        ):
            letters += 1
        return word.cut(letters)

    def _is_definite(self, index: int, start: int) -> bool:
        scene = self.scene
        if scene.name_at[index] >= 0:
            return True
        word = scene.words[index]
        rest = word.norm[len(word.norm) - (word.span.end - start) :] if start > word.span.start else word.norm
        return rest.startswith("ال") or (start > word.span.start and rest.startswith("ل")) or self._pronominal(rest)

    def _pronominal(self, norm: str) -> bool:
        return len(norm) > 4 and norm.endswith(("ها", "هم", "هما"))

    def _same_unit(self, at: int) -> bool:
        """Tell whether a word goes on a name or figure that covers the word before it."""
        scene = self.scene
        same_name = scene.name_at[at] >= 0 and scene.name_at[at] == scene.name_at[at - 1]
        return same_name or (scene.figure_at[at] >= 0 and scene.figure_at[at] == scene.figure_at[at - 1])

    def _partitive(self, before: int, at: int, end: int) -> bool:
        norm = self.scene.norm(before)
        many = norm in self.markers["quantifier"] or self.scene.words[before].kind == "number"
        return many and at + 1 < end and not self.stops(at + 1)

    def _quote_opens(self, at: int, end: int) -> bool:
        """Tell whether a short quotation («تنظيم "الفجر"») goes on the noun phrase."""
        if self.scene.words[at].text not in OPENING:
            return False
        return self._quote_end(at, end) > at

    def _quote_end(self, at: int, end: int) -> int:
        for stop in range(at + 2, min(end, at + 6)):
            if self.scene.words[stop].text in ('"', "»", "”"):
                return stop + 1
        return at


def _is_adjectival(bare: str) -> bool:
    """Tell whether a folded word without its article can be an adjective behind a name, by its pattern.

    Nisbas, feminines, participles, «أكبر», «حالي», «جديد» can; «هجوم», «قرار», «اتفاق» are the object behind the
    subject («أدان مجلس الأمن | الهجوم»).
    """
    if bare.endswith(("ي", "ه", "يين", "يون")) or bare.startswith("م"):
        return True
    if bare.startswith("ا"):
        return len(bare) <= _ELATIVE
    return bare[1:2] == "ا" or (len(bare) == _ELATIVE and bare[2] == "ي") or len(bare) <= _SHORT
