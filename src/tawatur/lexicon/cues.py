"""Cues of attribution: verbs, prepositions and nouns, each with its frame and stance, and the words around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from tawatur.lexicon.conjugation import Form, conjugate
from tawatur.lexicon.silence import silence_words
from tawatur.lexicon.statement_weights import StatementWeights, load_statement_weights
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.model.readings import Stance
from tawatur.text.fold import fold

STANCES = frozenset({"assert", "deny", "accuse", "intend", "demand", "evaluate"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the content stands: a clause, the object, or the complement of one of the prepositions.

    `addressed` are prepositions before which an addressee may stand, `joined` those whose object belongs to the
    content, `weak` the parts of the frame that need a holder beside the verb; `special` names rarer frames.
    """

    clause: bool = False
    object: bool = False
    prepositions: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    special: frozenset[str] = frozenset()

    def takes(self, preposition: str) -> bool:
        """Tell whether the content may be the complement of a preposition."""
        return preposition in self.prepositions or preposition in self.addressed or preposition in self.joined


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of attribution: its perfect as listed, its frame and its holder's stance.

    `silent_noun`: its verbal noun names an act or a thing («قرار»), hardly ever a statement.
    """

    lemma: str
    frame: Frame
    stance: Stance
    silent_noun: bool = False


@dataclass(frozen=True, slots=True)
class CueForm:
    """One reading of a written form: the verb and the form."""

    verb: CueVerb
    form: Form


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun that announces content («اتهامات بـ», «دعوة إلى»): its frame and stance."""

    lemma: str
    frame: Frame
    stance: Stance


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """What statements are found by: written forms, nouns, and classes of words, all folded.

    `phrases` maps a class to word sequences, longest first, keyed by their first word. `weights` weigh the tagger's
    opinion together with the grammar's; without them the grammar reads alone.
    """

    forms: Mapping[str, tuple[CueForm, ...]] = field(default_factory=dict)
    nouns: Mapping[str, CueNoun] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = field(default_factory=dict)
    weights: StatementWeights | None = None

    def is_a(self, kind: str, norm: str) -> bool:
        """Tell whether a folded word belongs to a class."""
        return norm in self.words.get(kind, frozenset())


def parse_frame(written: str) -> Frame:
    """Read a frame as written in the data files; raises LexiconError for an unknown part."""
    parts: dict[str, set[str]] = defaultdict(set)
    for part in filter(None, written.split(",")):
        bare = part.rstrip("!dx")
        marks = part[len(bare) :]
        if not bare and part in ("x", "d"):
            parts["special"].add(part)
            continue
        if bare in ("q", "n") or bare.isupper():
            parts["plain" if bare in ("q", "n") else "special"].add(bare)
        elif bare[0] == "+":
            parts["addressed"].add(fold(bare[1:]))
        elif bare[0] == "=":
            parts["joined"].add(fold(bare[1:]))
        elif all("ء" <= c <= "ي" for c in bare):
            parts["prepositions"].add(fold(bare))
        else:
            raise LexiconError(f"unknown part {part!r} of the frame {written!r}")
        if "!" in marks:
            parts["weak"].add(fold(bare.lstrip("+=")))
        parts["special"].update(set(marks) & {"d", "x"})
    sets = {k: frozenset(v) for k, v in parts.items()}
    empty: frozenset[str] = frozenset()
    return Frame(
        "q" in parts["plain"],
        "n" in parts["plain"] or "+n" in written,
        sets.get("prepositions", empty),
        sets.get("addressed", empty) - {"n"},
        sets.get("joined", empty),
        sets.get("weak", empty),
        sets.get("special", empty),
    )


def _stance(written: str, source: str) -> Stance:
    if written not in STANCES:
        raise LexiconError(f"{source}: unknown stance {written!r}")
    return cast(Stance, written)


def _load_forms() -> dict[str, tuple[CueForm, ...]]:
    forms: dict[str, list[CueForm]] = defaultdict(list)
    for perfect, imperfect, participle, noun, frame, stance in read_table("cue_verbs.tsv", 6):
        verb = CueVerb(perfect, parse_frame(frame), _stance(stance, "cue_verbs.tsv"), noun.startswith("~"))
        seen: set[Form] = set()
        for form in conjugate(perfect, imperfect, participle, noun.removeprefix("~")):
            if form not in seen:
                seen.add(form)
                forms[form.text].append(CueForm(verb, form))
    return {text: tuple(found) for text, found in forms.items()}


def _load_nouns() -> dict[str, CueNoun]:
    nouns: dict[str, CueNoun] = {}
    for words, frame, stance in read_table("cue_nouns.tsv", 3):
        for word in words.split():
            nouns[fold(word)] = CueNoun(word, parse_frame(frame), _stance(stance, "cue_nouns.tsv"))
    return nouns


def _load_words() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for kind, word in read_table("cue_words.tsv", 2):
        words[kind].add(fold(word))
    for kind, phrase in read_table("cue_phrases.tsv", 2):
        if kind.startswith("basis-"):
            words["basis"].add(fold(phrase).split()[0])
    return {kind: frozenset(found) for kind, found in words.items()} | silence_words()


def _load_phrases() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    found: dict[str, dict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
    for kind, phrase in read_table("cue_phrases.tsv", 2):
        words = tuple(fold(phrase).split())
        found[kind][words[0]].append(words)
    return {
        kind: {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in table.items()}
        for kind, table in found.items()
    }


def load_cues() -> CueLexicon:
    """Build the lexicon from its data files; raises LexiconError when one is malformed."""
    return CueLexicon(_load_forms(), _load_nouns(), _load_words(), _load_phrases(), load_statement_weights())
