"""Learn how grammar and tagger weigh for statements: `python -m tawatur.attribute.train --taggers DIR ... [--write]`.

Sparse logistic regressions (L2) over the named features of tawatur.attribute.weighing and options. The tagger nearly
knows its training texts by heart, so every text is read with a tagger that was trained without it (DIR comes from
tawatur.tagger.train.crossfit). Prints figures cross-validated by article; with --write also writes the weights into
the lexicon. Needs scikit-learn (a development dependency); the solver is deterministic.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from tawatur.annotate import annotate
from tawatur.attribute import candidates_of, sights_of
from tawatur.attribute.candidates import LEAST_CUE, Candidate
from tawatur.attribute.finding import find_statements
from tawatur.attribute.hearing import Hearing, hear
from tawatur.attribute.options import Option, carriers, contents, holders
from tawatur.attribute.weighing import found_features, stance_features, weigh, with_parts
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.lexicon.learning import fit_classes, fit_row, kept, row_data, write_weights
from tawatur.lexicon.sparse_weights import Row
from tawatur.lexicon.statement_weights import FILE, StatementWeights
from tawatur.model import Published, Span
from tawatur.model.readings import Stance
from tawatur.tagger import TaggedText
from tawatur.tagger.train.crossfit import unseen_taggers
from tawatur.tagger.train.prepare import read_golds
from tawatur.text.prepared import prepare

Gold = dict[str, Any]
Features = frozenset[str]
Example = tuple[Features, Any]
# Chosen by cross-validation over the training articles: inverse regularisations, least count of a feature, exponent of
# a stance's rarity.
STRENGTH = {"found": 0.1, "holder": 0.2, "content": 0.2, "via": 0.1, "stance": 0.05}
LEAST, RARITY = 3, 0.3
# A content is learned as right from this share of common words with gold, a holder or carrier from the other.
SAME_CONTENT, SAME_PHRASE = 0.8, 0.5
FOLDS = 6
VIA_THRESHOLD = 0.4
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The candidates of a sentence with the gold statement of each, None for those that are none."""

    hearing: Hearing
    candidates: list[Candidate]
    gold: list[Gold | None]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article to learn from."""

    gold: Gold
    sentences: list[Sentence]


def read_lesson(gold: Gold, tagged: TaggedText, lexicons: Lexicons) -> Lesson:
    """Read one gold article with the stages before attribution, as at run time."""
    prepared = tagged.prepared
    day = date.fromisoformat(gold["date"]) if gold.get("date") else None
    annotation = annotate(prepared, Published(day, day, "given") if day else None, lexicons, tagged)
    sentences = []
    for hearing in hear(sights_of(prepared, annotation, lexicons), tagged, LEAST_CUE):
        candidates = candidates_of(hearing, find_statements(hearing.sight))
        if candidates:
            sentences.append(Sentence(hearing, candidates, _matched(hearing, candidates, gold["statements"])))
    return Lesson(gold, sentences)


def _matched(hearing: Hearing, candidates: list[Candidate], golds: list[Gold]) -> list[Gold | None]:
    """Return each candidate's gold statement: those of overlapping cues, each once, the largest overlaps first."""
    pairs = []
    for i, candidate in enumerate(candidates):
        for j, gold in enumerate(golds):
            if (gold["cue"] is None) == (candidate.heard is None):
                one, other = candidate.draft, gold["cue"] or gold["content"]
                span = one.cue if candidate.heard is not None else one.content
                common = min(span.end, other[1]) - max(span.start, other[0])
                if common > 0:
                    pairs.append((-common, i, j))
    found: list[Gold | None] = [None] * len(candidates)
    used: set[int] = set()
    for _, i, j in sorted(pairs):
        if found[i] is None and j not in used:
            found[i] = golds[j]
            used.add(j)
    return found


# --- what is learned --------------------------------------------------------------------------------------------------


def _same(hearing: Hearing, one: Span | None, other: list[int] | None, least: float) -> bool:
    """Tell whether two spans share enough of their words (F1), marks left aside, or are both absent."""
    if one is None or other is None:
        return one is None and other is None
    words = [w for w in hearing.sight.words if w.kind != "mark"]
    a = {w.index for w in words if w.span.start < one.end and one.start < w.span.end}
    b = {w.index for w in words if w.span.start < other[1] and other[0] < w.span.end}
    return bool(a and b) and 2 * len(a & b) >= least * (len(a) + len(b))


def examples(lessons: Sequence[Lesson]) -> dict[str, list[Example]]:
    """Return the features and the truth of every decision, by model."""
    found: dict[str, list[Example]] = {k: [] for k in STRENGTH}
    for lesson in lessons:
        for s in lesson.sentences:
            for candidate, gold in zip(s.candidates, s.gold, strict=True):
                features = found_features(s.hearing, s.candidates, candidate)
                found["found"].append((features, gold is not None))
                if gold is not None and candidate.heard is not None:
                    _add_parts(found, s.hearing, candidate, gold)
    return found


def _add_parts(found: dict[str, list[Example]], hearing: Hearing, candidate: Candidate, gold: Gold) -> None:
    said = contents(hearing, candidate)
    found["content"] += _judged(hearing, said, gold["content"], SAME_CONTENT)
    right = [o.span for o in said if _same(hearing, o.span, gold["content"], SAME_CONTENT)]
    content = next((span for span in right if span is not None), candidate.draft.content)
    found["holder"] += _judged(hearing, holders(hearing, candidate, content), gold["holder"], SAME_PHRASE)
    holder = Span(*gold["holder"]) if gold["holder"] else None
    for option in carriers(hearing, candidate, holder, content):
        truth = any(_same(hearing, option.span, via, SAME_PHRASE) for via in gold["via"] or [])
        found["via"].append((option.features, truth))
    draft = with_parts(hearing, candidate, holder, content)
    found["stance"].append((stance_features(hearing, candidate, draft), gold["stance"]))


def _judged(
    hearing: Hearing, options: list[Option], truth: list[int] | None, least: float
) -> Iterator[tuple[Features, bool]]:
    for option in options if len(options) > 1 else []:
        yield option.features, _same(hearing, option.span, truth, least)


def fit(lessons: Sequence[Lesson], threshold: float = 0.45) -> StatementWeights:
    """Fit all models on lessons."""
    taught = examples(lessons)
    rows = {k: _fit_row(taught, k, 0.5) for k in ("holder", "content")}
    rows_of_stance, stances = [f for f, _ in taught["stance"]], [cast(Stance, s) for _, s in taught["stance"]]
    stance, bias = fit_classes(rows_of_stance, stances, strength=STRENGTH["stance"], rarity=RARITY, least=LEAST)
    return StatementWeights(
        found=_fit_row(taught, "found", threshold),
        via=_fit_row(taught, "via", VIA_THRESHOLD),
        stance=stance,
        stance_bias=bias,
        **rows,
    )


def _fit_row(taught: dict[str, list[Example]], key: str, threshold: float) -> Row:
    rows, truth = [f for f, _ in taught[key]], [t for _, t in taught[key]]
    return fit_row(rows, truth, strength=STRENGTH[key], threshold=threshold, least=LEAST)


# --- how well it reads ------------------------------------------------------------------------------------------------


def read_with(lesson: Lesson, weights: StatementWeights) -> list[Gold]:
    """Return the statements of an article in the form in which they are scored, cues without words left out."""
    return [
        {
            "cue": list(w.draft.cue),
            "holder": list(w.draft.holder.span) if w.draft.holder else None,
            "content": list(w.draft.content),
            "via": [list(v) for v in w.vias],
            "stance": w.stance,
            "p": w.p,
        }
        for s in lesson.sentences
        for w in weigh(s.hearing, s.candidates, weights)
        if w.draft.pattern != "headed"
    ]


def figures(lessons: Sequence[Lesson], readings: Sequence[list[Gold]]) -> dict[str, float]:
    """Return the measures of the project's gold scorer for statements with cues."""
    from tawatur.tagger.train.scoring import scores

    golds = [{**lesson.gold, "names": [], "events": []} for lesson in lessons]
    read = [{"names": [], "events": [], "statements": r} for r in readings]
    measured = {k: v for k, v in scores(golds, read).items() if k.startswith("statements")}
    return {k.removeprefix("statements."): v for k, v in measured.items()} | {"stance.macro": _macro(golds, readings)}


def _macro(golds: Sequence[Gold], readings: Sequence[list[Gold]]) -> float:
    pairs = Counter[tuple[str, str]]()
    for gold, read in zip(golds, readings, strict=True):
        for g in gold["statements"]:
            meets = (r for r in read if g["cue"] and r["cue"][0] < g["cue"][1] and g["cue"][0] < r["cue"][1])
            said = next(meets, None)
            if said is not None:
                pairs[g["stance"], said["stance"]] += 1
    f1 = []
    for stance in sorted({g for g, _ in pairs}):
        wanted, given = (
            sum(n for (g, _), n in pairs.items() if g == stance),
            sum(n for (_, p), n in pairs.items() if p == stance),
        )
        if wanted >= 5:
            f1.append(2 * pairs[stance, stance] / (wanted + given))
    return round(sum(f1) / max(1, len(f1)), 4)


def cross_validate(lessons: Sequence[Lesson], threshold: float = 0.45) -> list[tuple[Lesson, StatementWeights]]:
    """Return each lesson with weights that were fitted without it."""
    held = []
    for fold in range(FOLDS):
        weights = fit([lesson for i, lesson in enumerate(lessons) if i % FOLDS != fold], threshold)
        held += [(lesson, weights) for i, lesson in enumerate(lessons) if i % FOLDS == fold]
    return held


def calibration(held: Sequence[tuple[Lesson, StatementWeights]]) -> list[tuple[float, float, int]]:
    """Return mean probability, share of true statements and count by tenths of probability, over all candidates."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for lesson, weights in held:
        for s in lesson.sentences:
            for candidate, gold in zip(s.candidates, s.gold, strict=True):
                p = weights.found.probability(found_features(s.hearing, s.candidates, candidate))
                bins.setdefault(min(9, int(p * 10)), []).append((p, gold is not None))
    return [(sum(p for p, _ in b) / len(b), sum(t for _, t in b) / len(b), len(b)) for _, b in sorted(bins.items())]


def write(weights: StatementWeights) -> None:
    """Write weights into the lexicon's data folder, negligible ones left out, keys in order."""
    data = {
        "about": "Learned by python -m tawatur.attribute.train; see docs/stages/attribute.md.",
        **{key: row_data(getattr(weights, key)) for key in ("found", "holder", "content", "via")},
        "stance_bias": weights.stance_bias,
        "stance": {s: kept(row) for s, row in sorted(weights.stance.items())},
    }
    write_weights(FILE, data)


def main(arguments: list[str] | None = None) -> int:
    """Cross-validate, choose the threshold, and write the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn how grammar and tagger weigh for statements.")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="gold files, one article a line")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="files or folders of the corpus")
    parser.add_argument("--taggers", type=Path, required=True, help="folder of taggers trained without a part each")
    parser.add_argument("--write", action="store_true", help=f"write {FILE} into the lexicon")
    options = parser.parse_args(arguments)
    lexicons = load_lexicons()
    unseen = unseen_taggers(options.taggers)
    golds = read_golds(options.gold, options.corpus)
    lessons = [read_lesson(gold, unseen(gold["id"]).tag(prepare(gold["text"])), lexicons) for gold in golds]
    threshold = report(lessons)
    if options.write:
        write(fit(lessons, threshold))
    return 0


def report(lessons: Sequence[Lesson]) -> float:
    """Print cross-validated figures by threshold and the calibration; return the threshold with the best sum of F1."""
    held, f1 = cross_validate(lessons, THRESHOLDS[0]), {}
    read = [read_with(*pair) for pair in held]
    for threshold in THRESHOLDS:
        left = [[said for said in statements if said["p"] >= threshold] for statements in read]
        measured = figures([lesson for lesson, _ in held], left)
        # A statement found with a wrong holder or content helps nobody: both measures count.
        f1[threshold] = measured["found"] + measured["full"]
        print(f"p >= {threshold:.2f}:", "  ".join(f"{k} {v:.3f}" for k, v in measured.items()))
    for mean, share, count in calibration(held):
        print(f"said {mean:.2f}, true {share:.2f} of {count}")
    return max(f1, key=lambda t: (f1[t], -t))


if __name__ == "__main__":
    raise SystemExit(main())
