"""What the tagger says of one text: the spans it decides for, and its probability of any other reading of a word.

Spans are code points of the text as given, after the clitic letters of their first word. Every `p` is a probability
of the model as it is: of a span, the geometric mean over its words. They are not calibrated here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tawatur.model import Span
from tawatur.tagger.cutting import possible_cuts
from tawatur.tagger.decoding import Floats, Run, best_labels, leaned, log_softmax, runs
from tawatur.tagger.edges import edged
from tawatur.tagger.heads import Heads
from tawatur.tagger.labels import (
    CUT_GROUPS,
    EVENT_TYPES,
    MOST_CUT,
    NAME_TYPES,
    PREDICATE_KINDS,
    STANCES,
    STATUSES,
    head_slices,
)
from tawatur.tagger.roles import Roles, roles_of
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word

_SLICES = head_slices()


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name: its span, likeliest type, and the probability of each type for these words."""

    span: Span
    type: str
    p: float
    types: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a role of a predicate."""

    span: Span
    p: float


@dataclass(frozen=True, slots=True)
class TaggedCue:
    """A cue of attribution: `word` is the index of its first word; `stances` sums to 1."""

    word: int
    span: Span
    p: float
    stances: Mapping[str, float]
    holder: Filler | None
    content: Filler | None
    via: tuple[Filler, ...]

    @property
    def stance(self) -> str:
        """The likeliest stance."""
        return max(self.stances, key=self.stances.__getitem__)


@dataclass(frozen=True, slots=True)
class TaggedTrigger:
    """A trigger of an event: `p` that it is one, whatever its type; `types` and `statuses` sum to 1."""

    word: int
    span: Span
    p: float
    types: Mapping[str, float]
    statuses: Mapping[str, float]
    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    place: Filler | None
    time: Filler | None

    @property
    def type(self) -> str:
        """The likeliest PLOVER type."""
        return max(self.types, key=self.types.__getitem__)

    @property
    def status(self) -> str:
        """The likeliest status."""
        return max(self.statuses, key=self.statuses.__getitem__)


@dataclass(frozen=True, slots=True)
class CueView:
    """What the tagger thinks of any word as a cue."""

    p: float
    stances: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TriggerView:
    """What the tagger thinks of any word as a trigger."""

    p: float
    types: Mapping[str, float]
    statuses: Mapping[str, float]


@dataclass(frozen=True)
class TaggedText:
    """One text as the tagger sees it.

    `scores` holds the outputs of the word heads (words × outputs), `as_predicate` and `as_other` each word projected
    for the role network (words × width), `windows` the ranges of words that were read at once, in order. `leaning`
    says for some of name, cue, trigger, "cue roles", "trigger roles" how far decisions lean to finding something: what
    is added to the log probability of every label but "outside". No probability changes with it.
    """

    prepared: Prepared
    heads: Heads = field(repr=False)
    scores: Floats = field(repr=False)
    as_predicate: Floats = field(repr=False)
    as_other: Floats = field(repr=False)
    windows: tuple[tuple[int, int], ...] = field(repr=False)
    leaning: Mapping[str, float] = field(default_factory=dict, repr=False)
    _role_cache: dict[tuple[str, int], Roles] = field(default_factory=dict, repr=False, compare=False)

    # --- decided spans ------------------------------------------------------------------------------------------------

    @cached_property
    def names(self) -> tuple[TaggedName, ...]:
        """The names, in order, none overlapping."""
        return tuple(self._name(run) for run in self._decided("name"))

    @cached_property
    def cues(self) -> tuple[TaggedCue, ...]:
        """The cues with their holders, contents and carriers, in order."""
        return tuple(self.cue(run.first, run.last, run.p) for run in self._decided("cue"))

    @cached_property
    def cue_spans(self) -> dict[int, Span]:
        """The spans of the cues alone, by the index of their first word: nothing is asked about their roles."""
        return {run.first: self._span(run.first, run.last, "predicate") for run in self._decided("cue")}

    @cached_property
    def triggers(self) -> tuple[TaggedTrigger, ...]:
        """The triggers with their participants, place and time, in order."""
        return tuple(self.trigger(run.first, run.last, run.p) for run in self._decided("trigger"))

    # --- queries ------------------------------------------------------------------------------------------------------

    def cue_at(self, word: int) -> CueView:
        """Return the probability that a cue starts at the word with this index, and its stances if it does."""
        return CueView(self.cue_p(word), self._spread("stance", STANCES, word))

    def cue_p(self, word: int) -> float:
        """Return the probability alone that a cue starts at the word with this index."""
        return self._p["cue"][word][1]

    def trigger_at(self, word: int) -> TriggerView:
        """Return the probability that a trigger starts at the word with this index, its types and statuses if so."""
        p = self._p["trigger"][word][1]
        return TriggerView(p, self._spread("type", EVENT_TYPES, word), self._spread("status", STATUSES, word))

    def likely_triggers(self, least: float) -> list[int]:
        """Return the indexes of the words that start a trigger with at least this probability, in order."""
        if not len(self.scores):
            return []
        return [int(at) for at in np.flatnonzero(self._log_p("trigger")[:, 1] >= np.log(least))]

    def predicate_span(self, word: int) -> Span:
        """Return the code points of the cue or trigger at any word, after the clitic letters that the tagger cuts."""
        return self._span(word, word + 1, "predicate")

    def name_types(self, span: Span) -> dict[str, float]:
        """Return, for each type, the probability that the words of any span are a name of it; all 0 without words.

        The geometric mean over the words of "first or further word of a name of this type".
        """
        first, last = self._words_of(span)
        if first == last:
            return dict.fromkeys(NAME_TYPES, 0.0)
        log_p = self._log_p("name")[first:last]
        either = np.logaddexp(log_p[:, 1::2], log_p[:, 2::2]).mean(axis=0)
        return dict(zip(NAME_TYPES, np.exp(either).tolist(), strict=True))

    @property
    def name_log_p(self) -> Floats:
        """Log probability of each label of a name (`labels`: O, then B and I of each type) for each word."""
        return self._log_p("name") if len(self.scores) else np.zeros((0, 1 + 2 * len(NAME_TYPES)), np.float32)

    def name_cut(self, word: int) -> int:
        """Return how many clitic letters a name that starts in the word with this index leaves out."""
        return self._letters_cut(self.prepared.words[word], "name")

    def role_p(self, kind: str, word: int, role: str, span: Span) -> float:
        """Return how far the words of any span fill a role of the predicate at a word: the mean over its words.

        `kind` is "cue" or "trigger", `role` one of its roles (`labels.PREDICATE_KINDS`). Words outside the stretch that
        was read together with the predicate count 0. Raises ValueError for an unknown role.
        """
        return self.roles_p(kind, word, (role,), (span,))[0][role]

    def roles_p(self, kind: str, word: int, roles: Sequence[str], spans: Iterable[Span]) -> list[dict[str, float]]:
        """Return, for each of some spans, how far its words fill each of some roles: `role_p` of all."""
        at, by_word = self.roles_by_word(kind, word)
        if unknown := [role for role in roles if role not in by_word]:
            raise ValueError(f"a {kind} has no role {unknown[0]!r}, but {', '.join(by_word)}")
        told = [(role, by_word[role]) for role in roles]
        found = []
        for span in spans:
            first, last = self._words_of(span)
            begin, end = max(first - at, 0), max(last - at, 0)
            inside = ((role, p[begin:end]) for role, p in told)
            found.append({role: sum(p) / (last - first) if p else 0.0 for role, p in inside})
        return found

    def ask(self, kind: str, words: Iterable[int]) -> None:
        """Work out the roles of several predicates at once, which costs less than one by one, as they are asked."""
        asked = [(word, *self._window(word)) for word in words if (kind, word) not in self._role_cache]
        for word, roles in roles_of(kind, asked, self.heads, self.as_predicate, self.as_other):
            self._role_cache[kind, word] = roles

    def fillers(self, kind: str, word: int) -> dict[str, tuple[Filler, ...]]:
        """Return the best spans for each role of the predicate at any word, whether or not it was tagged as one."""
        first, _ = self._window(word)
        log_p = self._roles(kind, word).log_p
        found: dict[str, list[Filler]] = {role: [] for role in PREDICATE_KINDS[kind]}
        for run in runs(best_labels(leaned(log_p, self.leaning.get(f"{kind} roles", 0.0))), log_p):
            role = PREDICATE_KINDS[kind][run.kind]
            group = "content" if role == "content" else "phrase"
            found[role].append(Filler(self._span(run.first + first, run.last + first, group), run.p))
        return {role: tuple(spans) for role, spans in found.items()}

    def cue(self, word: int, last: int | None = None, p: float | None = None) -> TaggedCue:
        """Return the words [word, last) as a cue with its best holder, content and carriers, tagged as one or not."""
        view, roles = self.cue_at(word), self.fillers("cue", word)
        return TaggedCue(
            word,
            self._span(word, last or word + 1, "predicate"),
            view.p if p is None else p,
            view.stances,
            _likeliest(roles["holder"]),
            _likeliest(roles["content"]),
            roles["via"],
        )

    def likely_cues(self, least: float) -> list[int]:
        """Return the indexes of the words that start a cue with at least this probability, in order."""
        if not len(self.scores):
            return []
        return [int(at) for at in np.flatnonzero(self._log_p("cue")[:, 1] >= np.log(least))]

    def roles_by_word(self, kind: str, word: int) -> tuple[int, dict[str, list[float]]]:
        """Return how far each word fills each role of the predicate at a word: what `role_p` is the mean of.

        The number is the index of the first word that was read together with the predicate; the lists go on from it.
        """
        return self._window(word)[0], self._roles(kind, word).by_word

    def trigger(self, word: int, last: int | None = None, p: float | None = None) -> TaggedTrigger:
        """Return the words [word, last) as a trigger with its best participants, tagged as one or not."""
        view, roles = self.trigger_at(word), self.fillers("trigger", word)
        return TaggedTrigger(
            word,
            self._span(word, last or word + 1, "predicate"),
            view.p if p is None else p,
            view.types,
            view.statuses,
            roles["actor"],
            roles["recipient"],
            _likeliest(roles["place"]),
            _likeliest(roles["time"]),
        )

    # --- inside -------------------------------------------------------------------------------------------------------

    @cached_property
    def _all_log_p(self) -> dict[str, Floats]:
        heads = ("name", "cue", "stance", "trigger", "type", "status")
        return {head: log_softmax(self.scores[:, _SLICES[head]]) for head in heads} if len(self.scores) else {}

    def _log_p(self, head: str) -> Floats:
        return self._all_log_p[head]

    @cached_property
    def _p(self) -> dict[str, list[list[float]]]:
        # As lists, because words are asked about one by one.
        return {head: np.exp(log_p).tolist() for head, log_p in self._all_log_p.items() if head != "name"}

    def _spread(self, head: str, labels: tuple[str, ...], word: int) -> dict[str, float]:
        return dict(zip(labels, self._p[head][word], strict=True))

    def _decided(self, head: str) -> list[Run]:
        found = []
        for first, last in self.windows:
            log_p = self._log_p(head)[first:last]
            for run in runs(best_labels(leaned(log_p, self.leaning.get(head, 0.0))), log_p):
                found.append(Run(run.first + first, run.last + first, run.kind, run.p))
        return found

    def _name(self, run: Run) -> TaggedName:
        span = self._span(run.first, run.last, "name")
        return TaggedName(span, NAME_TYPES[run.kind], run.p, self.name_types(span))

    def _span(self, first: int, last: int, group: str) -> Span:
        words = self.prepared.words
        if group != "predicate":
            first, last = edged(words, first, last, self._window(first)[1])
        return Span(words[first].cut(self._letters_cut(words[first], group)), words[last - 1].span.end)

    def _letters_cut(self, word: Word, group: str) -> int:
        """Return how many clitic letters stand before a span that starts in the word: what can be cut, scored."""
        possible = possible_cuts(word.norm)
        if len(possible) == 1:
            return possible[0]
        at = _SLICES["cut"].start + CUT_GROUPS.index(group) * (MOST_CUT + 1)
        return max(possible, key=lambda n: float(self.scores[word.index, at + n]))

    def _words_of(self, span: Span) -> tuple[int, int]:
        """Return the range of the words that a span touches, its first word perhaps only after its clitics."""
        first, last = self.prepared.range_in(span)
        begun = self.prepared.word_at(span.start) if span.end > span.start else None
        return (first if begun is None else begun.index), last

    def _window(self, word: int) -> tuple[int, int]:
        for first, last in self.windows:
            if first <= word < last:
                return first, last
        raise IndexError(f"the text has no word {word}")

    def _roles(self, kind: str, word: int) -> Roles:
        if (kind, word) not in self._role_cache:
            self.ask(kind, (word,))
        return self._role_cache[kind, word]


def _likeliest(fillers: tuple[Filler, ...]) -> Filler | None:
    return max(fillers, key=lambda filler: filler.p, default=None)
