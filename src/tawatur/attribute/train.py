"""Learn how grammar and tagger weigh for statements: `python -m tawatur.attribute.train --taggers DIR ... [--write]`.

Sparse logistic regressions (L2) over the named features of tawatur.attribute.weighing and options. The tagger nearly
knows its training texts by heart, so every text is read with a tagger that was trained without it (DIR comes from
tawatur.tagger.train.crossfit). Prints figures cross-validated by article; with --write also writes the weights into
the lexicon. Needs scikit-learn (a development dependency); the solver is deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tawatur.annotate import annotate
from tawatur.attribute import candidates_of, sights_of
from tawatur.attribute.candidates import LEAST_CUE, Candidate
from tawatur.attribute.hearing import Hearing, hear
from tawatur.attribute.options import Option, carriers, contents, holders
from tawatur.attribute.weighing import found_features, stance_features, weigh, with_parts
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.lexicon.event_weights import Row
from tawatur.lexicon.statement_weights import FILE, StatementWeights
from tawatur.model import Published, Span
from tawatur.model.readings import Stance
from tawatur.tagger import TaggedText, load_tagger
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
# Weights below this move a probability by less than half a percent: left out of the file.
NEGLIGIBLE = 0.02
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
        candidates = candidates_of(hearing)
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
    rows = {k: _fit_row(taught[k], STRENGTH[k], 0.5) for k in ("holder", "content")}
    stance, bias = _fit_stance(taught["stance"])
    return StatementWeights(
        found=_fit_row(taught["found"], STRENGTH["found"], threshold),
        via=_fit_row(taught["via"], STRENGTH["via"], VIA_THRESHOLD),
        stance=stance,
        stance_bias=bias,
        **rows,
    )


def _matrix(rows: Sequence[Features], index: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    columns = [[index[f] for f in sorted(row) if f in index] for row in rows]
    starts = np.cumsum([0] + [len(c) for c in columns])
    flat = [c for row in columns for c in row]
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(index)))


def _index(rows: Sequence[Features]) -> dict[str, int]:
    counts = Counter(f for row in rows for f in row)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}


def _fit_row(taught: Sequence[Example], strength: float, threshold: float) -> Row:
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    rows, truth = [f for f, _ in taught], [t for _, t in taught]
    index = _index(rows)
    model = LogisticRegression(C=strength, max_iter=2000).fit(_matrix(rows, index), truth)
    weights = {f: round(float(model.coef_[0][i]), 3) for f, i in index.items()}
    return Row(weights, round(float(model.intercept_[0]), 3), threshold)


def _fit_stance(
    taught: Sequence[tuple[Features, Stance]],
) -> tuple[dict[Stance, dict[str, float]], dict[Stance, float]]:
    from sklearn.linear_model import LogisticRegression

    rows, truth = [f for f, _ in taught], [s for _, s in taught]
    index, counts = _index(rows), Counter(truth)
    rarity = {s: (len(truth) / n) ** RARITY for s, n in counts.items()}
    model = LogisticRegression(C=STRENGTH["stance"], max_iter=2000, class_weight=rarity)
    model.fit(_matrix(rows, index), truth)
    names: list[Stance] = list(model.classes_)
    by_name = dict(zip(names, model.coef_, strict=True))
    weights = {s: {f: round(float(by_name[s][i]), 3) for f, i in index.items()} for s in names}
    return weights, {s: round(float(b), 3) for s, b in zip(names, model.intercept_, strict=True)}


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

    def sparse(row: Row) -> dict[str, Any]:
        return {"bias": row.bias, "threshold": row.threshold, "weights": kept(row.weights)}

    def kept(row: dict[str, float]) -> dict[str, float]:
        return {f: w for f, w in sorted(row.items()) if abs(w) >= NEGLIGIBLE}

    data = {
        "about": "Learned by python -m tawatur.attribute.train; see docs/stages/attribute.md.",
        **{key: sparse(getattr(weights, key)) for key in ("found", "holder", "content", "via")},
        "stance_bias": weights.stance_bias,
        "stance": {s: kept(row) for s, row in sorted(weights.stance.items())},
    }
    path = Path(__file__).parents[1] / "lexicon" / "data" / FILE
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def gold_texts(gold: Sequence[Path], corpus: Sequence[Path]) -> list[Gold]:
    """Return the annotated texts of gold files and of folders of the corpus."""
    from tawatur.tagger.train.corpus import load

    lines = [line for file in gold for line in file.read_text(encoding="utf-8").splitlines() if line]
    return [json.loads(line) for line in lines] + [text for _, text in load(list(corpus))]


def tagged_unseen(golds: Sequence[Gold], folder: Path) -> Iterator[tuple[Gold, TaggedText]]:
    """Yield each text of a part with what the tagger says that was trained without that part; texts of no part not.

    The folder has folds.json (text id → part k) and f{k}/model. Raises ModelError where a model is missing.
    """
    part_of: dict[str, int] = json.loads((folder / "folds.json").read_text(encoding="utf-8"))
    for part in sorted(set(part_of.values())):
        tagger = load_tagger(folder / f"f{part}" / "model")
        assert tagger is not None  # a folder was named
        for gold in golds:
            if part_of.get(gold["id"]) == part:
                yield gold, tagger.tag(prepare(gold["text"]))


def main(arguments: list[str] | None = None) -> int:
    """Cross-validate, choose the threshold of found by F1, and write the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn how grammar and tagger weigh for statements.")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="gold files, one article a line")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="files or folders of the corpus")
    parser.add_argument("--taggers", type=Path, required=True, help="folder of taggers trained without a part each")
    parser.add_argument("--write", action="store_true", help=f"write {FILE} into the lexicon")
    options = parser.parse_args(arguments)
    lexicons = load_lexicons()
    read = tagged_unseen(gold_texts(options.gold, options.corpus), options.taggers)
    lessons = [read_lesson(gold, tagged, lexicons) for gold, tagged in read]
    threshold = report(lessons)
    if options.write:
        write(fit(lessons, threshold))
    return 0


def report(lessons: Sequence[Lesson]) -> float:
    """Print cross-validated figures by threshold and the calibration; return the threshold with the best F1."""
    held, f1 = cross_validate(lessons, THRESHOLDS[0]), {}
    read = [read_with(*pair) for pair in held]
    for threshold in THRESHOLDS:
        left = [[said for said in statements if said["p"] >= threshold] for statements in read]
        measured = figures([lesson for lesson, _ in held], left)
        f1[threshold] = measured["found"]
        print(f"p >= {threshold:.2f}:", "  ".join(f"{k} {v:.3f}" for k, v in measured.items()))
    for mean, share, count in calibration(held):
        print(f"said {mean:.2f}, true {share:.2f} of {count}")
    return max(f1, key=lambda t: (f1[t], -t))


if __name__ == "__main__":
    raise SystemExit(main())
