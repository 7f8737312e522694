"""Learn the weights of names: `python -m tawatur.annotate.names.train --gold GOLD --corpus corpus/texts --taggers DIR`.

Logistic regression (L2) over the named features of tawatur.annotate.names.features. A tagger knows its training
articles nearly by heart, so each article is read with one that was trained without it (DIR comes from
tawatur.tagger.train.crossfit). Prints figures cross-validated by article; --write also writes name_weights.json into
the lexicon. Needs scikit-learn (a development dependency); solver and folds are deterministic.
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

from tawatur.annotate.names.features import ladder
from tawatur.annotate.names.grammar import grammar_names, grammar_readings
from tawatur.annotate.names.tokens import Found, Token, sentence_tokens
from tawatur.annotate.names.weighing import Weighed, stand, weigh
from tawatur.lexicon.learning import fit_row, row_data, write_weights
from tawatur.lexicon.name_words import NameLexicon, load_name_words
from tawatur.lexicon.sparse_weights import Row
from tawatur.model import Span
from tawatur.tagger import TaggedText, Tagger
from tawatur.tagger.train.crossfit import unseen_taggers
from tawatur.tagger.train.prepare import read_golds
from tawatur.text.prepared import prepare

# Inverse regularisation and least count of a feature: first guesses, near those of the other models.
STRENGTH, LEAST = 0.1, 4
FOLDS = 4
# Real articles count so many times: in the invented ones the lists know no name, which teaches distrust of them.
REAL_COUNTS = 4
Gold = dict[str, Any]
Answer = tuple[int, int, str]

# A class word before a name may stand in the name or before it, as may quotation marks: both are right.
_CLASS_WORD = re.compile(
    "(?:صحيفة|جريدة|مجلة|وكالة|قناة|محطة|إذاعة|اذاعة|شبكة|موقع|تنظيم|جماعة|حركة|ميليشيات|ميليشيا|مليشيات|كتائب|جبهة|مجموعة|"
    "شركة|منظمة|مؤسسة|حزب|نادي|فريق|بطولة|لعبة|سفينة|مدينة|محافظة|ولاية|بلدة|قرية|إقليم|دولة|جمهورية|جامعة|مسجد|مطار|ميناء|نهر|"
    r"جبل)\s+"
)
_EDGE = "«»\"“”'’‘()[]# \u200e\u200f"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article to learn from: its tokens, its candidates with features, and the right names."""

    text: str
    sentences: list[tuple[Token, ...]]
    weighed: list[Weighed]
    gold: frozenset[Answer]

    def answer(self, name: Found) -> Answer:
        """Return a name as it is compared with the gold."""
        return core(self.text, name.span(self.sentences[name.sentence]), name.type)


def core(text: str, span: Span, kind: str) -> Answer:
    """Return a span without marks at its edges and a class word at its front, and its type."""
    first, last = _trimmed(text, *span)
    match = _CLASS_WORD.match(text, first, last)
    if match and match.end() < last:
        first, last = _trimmed(text, match.end(), last)
    return (first, last, kind) if first < last else (*span, kind)


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    part = text[first:last]
    return first + len(part) - len(part.lstrip(_EDGE)), first + len(part.rstrip(_EDGE))


def read_lesson(record: Gold, tagged: TaggedText, lexicon: NameLexicon) -> Lesson:
    """Make a lesson of a gold record, as at run time."""
    prepared = tagged.prepared
    sentences = [sentence_tokens(prepared, s.index) for s in prepared.sentences]
    readings = grammar_readings(sentences, lexicon)
    weighed = weigh(sentences, readings, grammar_names(sentences, readings, lexicon), tagged, lexicon)
    gold = frozenset(core(record["text"], Span(*n["span"]), n["type"]) for n in record["names"])
    return Lesson(record["text"], sentences, weighed, gold)


def read_lessons(golds: Iterable[Gold], unseen: Callable[[str], Tagger], lexicon: NameLexicon) -> Iterator[Lesson]:
    """Yield the lessons of gold records, each tagged by the tagger that `unseen` gives for its id."""
    for gold in golds:
        yield read_lesson(gold, unseen(gold["id"]).tag(prepare(gold["text"])), lexicon)


def fit(lessons: Sequence[Lesson], threshold: float = 0.45) -> Row:
    """Fit «is this a name of its type» on the candidates of lessons."""
    rows = [climbed(w.features) for lesson in lessons for w in lesson.weighed]
    truth = [lesson.answer(w.candidate.found) in lesson.gold for lesson in lessons for w in lesson.weighed]
    return at_once(fit_row(rows, truth, strength=STRENGTH, threshold=threshold, least=LEAST))


def climbed(features: Iterable[str]) -> frozenset[str]:
    """Return features with, for the step of each ladder that is reached, those below it too."""
    steps: set[str] = set()
    for feature in features:
        name, is_step, step = feature.rpartition(">=")
        steps.update(ladder(name, float(step)) if is_step else (feature,))
    return frozenset(steps)


def at_once(row: Row) -> Row:
    """Return a model in which the weight of each step of a ladder is that of all steps up to it."""
    weights = {feature: weight for feature, weight in row.weights.items() if ">=" not in feature}
    for name in sorted({feature.rpartition(">=")[0] for feature in row.weights if ">=" in feature}):
        total = 0.0
        for step in ladder(name, math.inf):
            total += row.weights.get(step, 0.0)
            weights[step] = round(total, 3)
    return replace(row, weights=weights)


def cross_validate(lessons: Sequence[Lesson]) -> list[tuple[Row, Lesson]]:
    """Return each lesson with weights that were fitted without it."""
    held: list[tuple[Row, Lesson]] = []
    # By the words of the article, so that one that comes with several taggers is held out with all of them.
    folds = [crc32(lesson.text.encode()) % FOLDS for lesson in lessons]
    for fold in range(FOLDS):
        weights = fit([lesson for lesson, own in zip(lessons, folds, strict=True) if own != fold])
        held += [(weights, lesson) for lesson, own in zip(lessons, folds, strict=True) if own == fold]
    return held


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of names right, given and in the gold, and how far their probability was off by tenths (calibration)."""

    right: int
    given: int
    gold: int
    off: float

    def f1(self) -> float:
        """Return the F1 of names with their type."""
        return 2 * self.right / max(1, self.given + self.gold)


def tally(held: Sequence[tuple[Row, Lesson]], threshold: float) -> Tally:
    """Count the names of held-out lessons at one threshold."""
    right = given = gold = 0
    tenths: dict[int, list[float]] = {}
    for weights, lesson in held:
        names = stand(lesson.weighed, replace(weights, threshold=threshold))
        for name in names:
            good = lesson.answer(name) in lesson.gold
            right += good
            tenths.setdefault(int((name.p or 0.0) * 10), []).append((name.p or 0.0) - good)
        given += len(names)
        gold += len(lesson.gold)
    return Tally(right, given, gold, sum(abs(sum(part)) for part in tenths.values()) / max(1, given))


def main() -> None:
    """Cross-validate, choose the threshold by F1, and write the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn the weights of names.")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="gold files, one JSON object a line")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="files or folders of the annotated corpus")
    parser.add_argument("--taggers", type=Path, required=True, help="taggers that have not seen the texts (crossfit)")
    parser.add_argument("--write", action="store_true", help="write name_weights.json into the lexicon")
    arguments = parser.parse_args()
    lexicon, unseen = load_name_words(), unseen_taggers(arguments.taggers)
    real = list(read_lessons(read_golds(arguments.gold, []), unseen, lexicon))
    lessons = real * REAL_COUNTS + list(read_lessons(read_golds([], arguments.corpus), unseen, lexicon))
    weights = learn(lessons)
    if arguments.write:
        write(weights)


def learn(lessons: Sequence[Lesson]) -> Row:
    """Return the weights fitted on all lessons, their threshold chosen by cross-validation."""
    held = cross_validate(lessons)
    tallies = {t / 100: tally(held, t / 100) for t in range(30, 66, 5)}
    for t, counts in tallies.items():
        precision, recall = counts.right / max(1, counts.given), counts.right / max(1, counts.gold)
        print(f"p >= {t:.2f}: F1 {counts.f1():.4f} P {precision:.3f} R {recall:.3f} off {counts.off:.3f}")
    return fit(lessons, max(tallies, key=lambda t: tallies[t].f1()))


def write(weights: Row) -> None:
    """Write the weights into the lexicon's data folder, negligible ones left out, in order."""
    about = "Learned by python -m tawatur.annotate.names.train; see docs/stages/names.md."
    write_weights("name_weights.json", {"about": about, **row_data(weights)})


if __name__ == "__main__":
    main()
