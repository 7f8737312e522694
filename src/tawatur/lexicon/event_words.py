"""Triggers of events: verbs and nouns with PLOVER type, mode, frame and the context they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from tawatur.lexicon.event_forms import (
    NOUN_SUFFIXES,
    VERB_SUFFIXES,
    Inflected,
    Shape,
    imperfect_forms,
    noun_forms,
    participle_forms,
    past_forms,
)
from tawatur.lexicon.event_weights import EventWeights, load_event_weights
from tawatur.lexicon.plain_verbs import plain_verbs
from tawatur.lexicon.silence import silence_words
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import Word, cuts

FrameKind = Literal["tr", "in", "sub", "mut", "visit", "host", "die", "none"]

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_FRAMES = ("tr", "in", "sub", "mut", "visit", "host", "die", "none")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a trigger's neighbours are its participants; `prepositions` lead to the recipient (to a party of mut)."""

    kind: FrameKind
    prepositions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a trigger means where its condition holds; strength from 0 (seldom an event) to 3 (nearly always).

    `needs` and `bars` are classes of words: one of `needs` must stand near, none of `bars` may; empty asks nothing.
    """

    lemma: str
    type: str
    mode: str | None
    frame: Frame
    strength: int
    needs: str = ""
    bars: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form of a lemma: its key into the senses, shape, and whether surely passive or plural."""

    lemma: str
    shape: Shape
    passive: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a word: the clitics before it, folded letters they take, and the pronoun after it."""

    form: Form
    clitics: str
    letters: int
    suffix: str


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """What events are coded by.

    `alone` and `joined` give the forms that stand alone and before pronouns, `senses` the senses of a lemma, `classes`
    the words that conditions ask for, `markers` function words by what they tell of their neighbours,
    `weights` the models that select events and give their status by the grammar alone, `weights_tagged` those that
    weigh what the tagger says with it.
    """

    alone: dict[str, tuple[Form, ...]]
    joined: dict[str, tuple[Form, ...]]
    senses: dict[str, tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]
    markers: dict[str, frozenset[str]]
    weights: EventWeights
    weights_tagged: EventWeights

    def look_up(self, word: Word) -> tuple[Match, ...]:
        """Return the ways to read a word as a form of a lemma, the uncut word's first."""
        found: list[Match] = []
        for cut in cuts(word.norm):
            # Two letters that a preposition leaves are seldom a verb («بحث» is no «حث»).
            if len(cut.form) < 3 and cut.clitics not in ("", "و"):
                continue
            preposition = cut.clitics[-1:] if cut.clitics[-1:] in ("ب", "ل", "ك") else ""
            found += [
                Match(form, cut.clitics, cut.letters, "")
                for form in self.alone.get(cut.form, ())
                if _fits(form, preposition)
            ]
            if not word.text.endswith("ة"):
                found += self._joined_matches(cut.form, cut.clitics, cut.letters, preposition)
        return tuple(found)

    def _joined_matches(self, form: str, clitics: str, letters: int, preposition: str) -> Iterable[Match]:
        for suffix in VERB_SUFFIXES:
            if not form.endswith(suffix) or len(form) - len(suffix) < 3:
                continue
            for known in self.joined.get(form[: -len(suffix)], ()):
                if known.shape == "noun" and suffix not in NOUN_SUFFIXES:
                    continue
                if _fits(known, preposition):
                    yield Match(known, clitics, letters, suffix)


def _fits(form: Form, preposition: str) -> bool:
    if not preposition or form.shape in ("noun", "participle"):
        return True
    return preposition == "ل" and form.shape == "imperfect"


def load_event_words() -> EventLexicon:
    """Build the lexicon from event_verbs.tsv, event_nouns.tsv and event_classes.tsv."""
    alone: dict[str, list[Form]] = {}
    joined: dict[str, list[Form]] = {}
    senses: dict[str, list[Sense]] = {}
    for past, imperfect, nouns, *rest in read_table("event_verbs.tsv", 8):
        lemma = f"{fold(past)}/{fold(imperfect)}"
        if lemma not in senses:
            masdars = tuple(nouns.split())
            forms = [*past_forms(past), *imperfect_forms(imperfect), *participle_forms(past, imperfect, masdars)]
            _enter(alone, joined, lemma, forms)
            for noun in masdars:
                _enter(alone, joined, lemma, noun_forms(noun))
        senses.setdefault(lemma, []).append(_sense(lemma, rest))
    for words, *rest in read_table("event_nouns.tsv", 6):
        singular, *plurals = words.split()
        lemma = fold(singular)
        if lemma not in senses:
            _enter(alone, joined, lemma, noun_forms(singular, regular_plural=False))
        for plural in plurals:
            _enter(alone, joined, lemma, noun_forms(plural, plural=True))
        senses.setdefault(lemma, []).append(_sense(lemma, rest))
    classes = {name: frozenset(map(fold, words.split())) for name, words in read_table("event_classes.tsv", 2)}
    markers = {name: frozenset(map(fold, words.split())) for name, words in read_table("event_markers.tsv", 2)}
    verbs = plain_verbs()
    markers |= silence_words() | verbs
    markers["plain_verb"] |= verbs["sure_verb"]
    markers["filler_head"] = markers["place_head"] | markers["office_head"] | markers["actor_head"]
    _check(senses, classes)
    return EventLexicon(
        {k: tuple(v) for k, v in alone.items()},
        {k: tuple(v) for k, v in joined.items()},
        {k: tuple(v) for k, v in senses.items()},
        classes,
        markers,
        load_event_weights(),
        load_event_weights("event_weights_tagged.json"),
    )


def _enter(alone: dict[str, list[Form]], joined: dict[str, list[Form]], lemma: str, forms: Iterable[Inflected]) -> None:
    # A lemma has hundreds of written forms that are few forms: each is made, and hashed, once.
    made: dict[tuple[Shape, bool, bool], Form] = {}
    for written, shape, joins, passive, plural in forms:
        kind = (shape, passive, plural)
        form = made.get(kind)
        if form is None:
            form = made[kind] = Form(lemma, *kind)
        known = (joined if joins else alone).setdefault(written, [])
        if form not in known:
            known.append(form)


def _sense(lemma: str, fields: list[str]) -> Sense:
    kind, mode, frame, strength, condition = fields
    name, _, prepositions = frame.partition(":")
    needs, _, bars = condition.partition("-")
    if kind not in TYPES or name not in _FRAMES:
        raise LexiconError(f"the event word {lemma!r} has type {kind!r} and frame {frame!r}; one of them is unknown")
    return Sense(
        lemma,
        kind,
        mode or None,
        Frame(cast(FrameKind, name), tuple(map(fold, filter(None, prepositions.split(","))))),
        int(strength),
        needs.removeprefix("+"),
        bars,
    )


def _check(senses: dict[str, list[Sense]], classes: dict[str, frozenset[str]]) -> None:
    for entries in senses.values():
        for sense in entries:
            for name in (sense.needs, sense.bars):
                if name and name not in classes:
                    raise LexiconError(f"the event word {sense.lemma!r} asks for the unknown class {name!r}")
