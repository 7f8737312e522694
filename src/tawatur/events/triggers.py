"""Candidates for triggers: words in which a lemma of the lexicon may stand, with the senses their context allows."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.scene import Scene
from tawatur.lexicon.event_words import EventLexicon, Form, Match, Sense
from tawatur.model import Span
from tawatur.text.words import Word

# How far the words of a condition may stand from the trigger: the object or adjective follows within a few words, a
# name or a time between them counting as one («نشر الحرس الجمهوري ليل الأحد مدرعات»).
BEFORE, AFTER = 3, 5
# The object of a verb stands behind its subject, which takes some words of its own.
AFTER_VERB = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may name an event: its index, the span without conjunctions and prepositions, form and sense.

    `verbal` tells a finite verb from a noun or participle; `definite` whether it carries the article or a pronoun.
    """

    index: int
    span: Span
    match: Match
    sense: Sense
    verbal: bool
    definite: bool

    @property
    def form(self) -> Form:
        """The inflected form that was found."""
        return self.match.form


def near(scene: Scene, index: int, words: frozenset[str], before: int = BEFORE, after: int = AFTER) -> bool:
    """Tell whether one of `words` stands near a word, within its sentence."""
    first, last = scene.bounds(index)
    for at in range(max(first, index - before), min(last, index + after + 1)):
        if at != index and not words.isdisjoint(scene.variants[at]):
            return True
    return False


def _is_verbal(scene: Scene, index: int, matches: tuple[Match, ...], lexicon: EventLexicon) -> bool:
    """Decide whether an unvowelled word that can be verb or noun («قتل») is a verb here."""
    shapes = {m.form.shape for m in matches}
    nominal = "noun" in shapes or "participle" in shapes
    finite = bool(shapes & {"past", "imperfect", "future"})
    if not (nominal and finite):
        return finite
    if any(m.clitics.endswith(("ب", "ل", "ك")) for m in matches):
        return False
    if _is_rather_noun(scene, index, matches) or _stops_hostility(scene, index, matches, lexicon):
        return False
    first, _ = scene.bounds(index)
    before = scene.norm(index - 1) if index > first else ""
    if before in lexicon.markers["verb_before"]:
        return True
    if before in lexicon.markers["noun_before"]:
        return False
    starts = index == first or scene.words[index - 1].kind == "mark"
    return starts or matches[0].clitics[:1] in ("و", "ف")


def _is_rather_noun(scene: Scene, index: int, matches: tuple[Match, ...]) -> bool:
    """Tell whether what could be a verb is a noun by its form: «الحكم» (no «ألح»), «، عارضا الوساطة» (no dual)."""
    finite = [m for m in matches if m.form.shape not in ("noun", "participle")]
    if all(m.suffix for m in finite):
        return scene.norm(index)[finite[0].letters :].startswith("ال")
    # A verb in the dual stands behind its two subjects.
    dual = scene.norm(index).endswith("ا") and all(m.form.plural and m.form.shape == "past" for m in finite)
    return dual and not scene.norm(index - 1).endswith(("ان", "ين", "هما", "كانا"))


def _stops_hostility(scene: Scene, index: int, matches: tuple[Match, ...], lexicon: EventLexicon) -> bool:
    """Tell whether «وقف» is what ends («ووقف دائم لإطلاق النار»), not who stood: standing has no such object."""
    halts = scene.norm(index)[matches[0].letters :] in lexicon.markers["halt"]
    return halts and near(scene, index, lexicon.classes["hostile"], before=0, after=2)


def _follows(scene: Scene, index: int, words: frozenset[str], reach: int) -> bool:
    """Tell whether one of `words` stands behind a word in its clause, names, times and quoted words counting as one."""
    _, last = scene.bounds(index)
    left = reach
    for at in range(index + 1, last):
        if not words.isdisjoint(scene.variants[at]):
            return True
        inside = (scene.name_at[at] >= 0 and scene.name_at[at] == scene.name_at[at - 1]) or (
            scene.time_at[at] >= 0 and scene.time_at[at] == scene.time_at[at - 1]
        )
        if scene.ends(at):
            return False
        left -= scene.words[at].kind != "mark" and not inside
        if left <= 0:
            return False
    return False


def _allowed(scene: Scene, index: int, sense: Sense, lexicon: EventLexicon, verbal: bool) -> bool:
    if sense.needs:
        words = lexicon.classes[sense.needs]
        if not near(scene, index, words) and not _follows(scene, index, words, AFTER_VERB if verbal else AFTER):
            return False
    return not (sense.bars and near(scene, index, lexicon.classes[sense.bars]))


def _best_senses(scene: Scene, index: int, match: Match, lexicon: EventLexicon, verbal: bool) -> dict[str, Sense]:
    """Return one sense a type: the first whose condition holds, conditions before the absence of one."""
    chosen: dict[str, Sense] = {}
    for sense in lexicon.senses[match.form.lemma]:
        if not _allowed(scene, index, sense, lexicon, verbal):
            continue
        known = chosen.get(sense.type)
        if known is None or (sense.strength, bool(sense.needs)) > (known.strength, bool(known.needs)):
            chosen[sense.type] = sense
    return chosen


def _matches(word: Word, lexicon: EventLexicon) -> tuple[Match, ...]:
    # Folding loses what tells «هنأ» from «هنا».
    barred = frozenset[str]() if word.text.endswith("أ") else lexicon.markers["no_event"]
    if word.norm in barred:
        return ()
    return tuple(m for m in lexicon.look_up(word) if word.norm[m.letters :] not in barred)


def find_candidates(scene: Scene, lexicon: EventLexicon) -> tuple[Candidate, ...]:
    """Return the candidates of an article in order; a word has one for each type that its senses allow."""
    found: list[Candidate] = []
    known: dict[tuple[str, bool], tuple[Match, ...]] = {}
    for word in scene.words:
        if word.kind != "word":
            continue
        key = (word.norm, word.text.endswith("ة"))
        if key not in known:
            known[key] = _matches(word, lexicon)
        matches = known[key]
        if not matches:
            continue
        verbal = _is_verbal(scene, word.index, matches, lexicon)
        by_type: dict[str, Candidate] = {}
        for match in matches:
            if (match.form.shape in ("past", "imperfect", "future")) != verbal:
                continue
            for kind, sense in _best_senses(scene, word.index, match, lexicon, verbal).items():
                held = by_type.get(kind)
                if held is None or (sense.strength, bool(sense.needs)) > (held.sense.strength, bool(held.sense.needs)):
                    by_type[kind] = _candidate(word.index, scene, match, sense, verbal)
        found.extend(by_type.values())
    return tuple(found)


def _candidate(index: int, scene: Scene, match: Match, sense: Sense, verbal: bool) -> Candidate:
    word = scene.words[index]
    span = Span(word.cut(match.letters), word.span.end)
    rest = word.norm[match.letters :]
    # «للهجوم» loses the alef of its article: the written part starts with the lam.
    swallowed = match.clitics.endswith("ل") and rest.startswith("ل") and len(rest) > 4
    definite = not verbal and (rest.startswith("ال") or swallowed or bool(match.suffix))
    return Candidate(index, span, match, sense, verbal, definite)
