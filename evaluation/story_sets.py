"""Score stories, happenings, counts and disagreements on sets of invented articles: `python -m evaluation.story_sets`.

Each set (`corpus/stories/NAME.jsonl` with `NAME.gold.json`; see the README there) tells several stories through several
invented outlets, and its gold which words tell one happening, how many independent chains there are, and where values
cannot both hold. `--show` prints every disagreement found with its verdict, and those missed; `--kept` reads each set
once and keeps the readings beside.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from tawatur import stories as building
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Anchor, Happening, Reading, Report, Stories
from tawatur.pipeline import load_knowledge, read_article
from tawatur.views.contract import article_of_line

FOLDER = Path(__file__).parent.parent / "corpus" / "stories"

Gold = Mapping[str, Any]
# An article and the code points of it that tell something.
Place = tuple[str, int, int]
# The places of an article that tell happenings of the gold, with the happening's name.
Places = dict[str, list[tuple[Place, str]]]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right."""

    right: int
    of: int

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.right:4d} of {self.of:4d} ({self.right / self.of:.3f})" if self.of else "   0 of    0"


@dataclass(frozen=True, slots=True)
class Found:
    """One disagreement as the program tells it: what it is of, and for each value the wording and its places."""

    kind: str
    what: str
    sides: tuple[tuple[str, tuple[Place, ...]], ...]


@dataclass(frozen=True, slots=True)
class StorySet:
    """The articles of a set, read, by id, and its gold with places for words."""

    name: str
    readings: Mapping[str, Reading]
    gold: Gold

    def place(self, told: Sequence[str]) -> Place:
        """Return where the words of a place of the gold stand."""
        article, words = told
        start = self.readings[article].article.text.index(words)
        return article, start, start + len(words)


def story_sets(folder: Path = FOLDER, names: Sequence[str] = (), *, kept: Path | None = None) -> Iterator[StorySet]:
    """Yield the sets of a folder, or those of some `names`, read with the shipped tagger."""
    knowledge = None
    for path in sorted(folder.glob("*.jsonl")):
        if names and path.stem not in names:
            continue
        file = kept / f"{path.stem}.pickle" if kept else None
        if file and file.exists():
            readings: tuple[Reading, ...] = pickle.loads(file.read_bytes())
        else:
            knowledge = knowledge or load_knowledge()
            lines = path.read_bytes().splitlines()
            readings = tuple(read_article(article_of_line(line, n), knowledge) for n, line in enumerate(lines, 1))
            if file:
                file.write_bytes(pickle.dumps(readings))
        gold: Gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        yield StorySet(path.stem, {reading.article.id: reading for reading in readings}, gold)


def disagreements(built: Stories) -> list[Found]:
    """Return the disagreements of happenings and the differing tolls of stories."""
    found: list[Found] = []
    for happening in built.happenings:
        for one in happening.disagreements:
            by_article = defaultdict(list)
            for anchor in one.evidence:
                by_article[anchor.source].append(_place(anchor))
            sides = tuple(
                (told, tuple(p for n in numbers for p in by_article[happening.reports[n].article]))
                for told, numbers in one.sides
            )
            found.append(Found(one.kind, one.what or one.attribute, sides))
    for story in built.stories:
        for toll in story.differences:
            sides = tuple((told, tuple(_place(g.anchor) for g in given)) for told, given in toll.sides)
            found.append(Found(toll.kind, toll.what, sides))
    return found


def _place(anchor: Anchor) -> Place:
    return anchor.source, anchor.start, anchor.end


def matches(found: Found, difference: Gold, texts: StorySet) -> bool:
    """Tell whether two values found are two values of one difference of the gold: in its words, with its numbers."""
    values = [
        (_numbers(value["value"]), [texts.place(told) for told in value["places"]]) for value in difference["values"]
    ]
    held = [
        {
            n
            for n, (numbers, places) in enumerate(values)
            if any(_meet(a, b) for a in given for b in places) and _agree(_numbers(told), numbers)
        }
        for told, given in found.sides
    ]
    return any(a != b for one, other in combinations(held, 2) for a in one for b in other)


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


# «500 ألف» is 500,000.
_SCALES = {"ألف": 10**3, "آلاف": 10**3, "مليون": 10**6, "ملايين": 10**6}


def _numbers(told: str) -> frozenset[int]:
    found = re.findall(r"(\d+)(?:\s+(\w+))?", told.replace(",", "").replace("٬", ""))
    return frozenset(int(number) * _SCALES.get(word, 1) for number, word in found)


def _agree(one: frozenset[int], other: frozenset[int]) -> bool:
    return not one or not other or bool(one & other)


def told_happenings(happening: Happening, places: Places, texts: StorySet) -> list[set[str]]:
    """Return for each report of a happening that the gold knows which of its happenings the words belong to."""
    return [own for report in happening.reports if (own := _told_at(report, places, texts))]


def _told_at(report: Report, places: Places, texts: StorySet) -> set[str]:
    """Return the happenings of the gold to whose words a report's event belongs."""
    start = texts.readings[report.article].events[report.event].trigger.start
    return {name for (_, first, last), name in places.get(report.article, ()) if first <= start < last}


def build(texts: StorySet, lexicons: Lexicons, *, given: bool = False) -> Stories:
    """Return what is built of a set; with the stories `given`, those of the gold stand for the grouping's."""
    if not given:
        return building.build_stories(texts.readings.values(), lexicons)
    own = building.group_articles
    building.group_articles = lambda *_, **__: _clusters(texts)  # type: ignore[assignment]
    try:
        return building.build_stories(texts.readings.values(), lexicons)
    finally:
        building.group_articles = own


def _clusters(texts: StorySet) -> tuple[tuple[str, ...], ...]:
    told = [tuple(sorted(story)) for story in texts.gold["stories"]]
    held = {article for story in told for article in story}
    return tuple(sorted([*told, *((article,) for article in texts.readings if article not in held)]))


def score(texts: StorySet, built: Stories, *, show: bool = False) -> dict[str, Share]:
    """Return the scores of what was built of one set."""
    found: dict[str, Share] = {}
    found |= _score_disagreements(texts, built, show)
    found |= _score_happenings(texts, built, show)
    return found


def b_cubed(texts: StorySet, built: Stories) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of the articles in stories of several (Bagga and Baldwin 1998)."""
    told = {article: set(cluster) for cluster in _clusters(texts) for article in cluster}
    found = {article: set(story.articles) for story in built.stories for article in story.articles}
    many = [article for article, cluster in told.items() if len(cluster) > 1]
    precision = sum(len(found[i] & told[i]) / len(found[i]) for i in many) / len(many)
    recall = sum(len(found[i] & told[i]) / len(told[i]) for i in many) / len(many)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _score_disagreements(texts: StorySet, built: Stories, show: bool) -> dict[str, Share]:
    told = disagreements(built)
    gold = texts.gold["differences"]
    right = [any(matches(one, difference, texts) for difference in gold) for one in told]
    hit = [any(matches(one, difference, texts) for one in told) for difference in gold]
    if show:
        for one, good in zip(told, right, strict=True):
            print("right" if good else "WRONG", texts.name, one.kind, one.what)
            for value, places in one.sides:
                for article, start, end in sorted(set(places)):
                    near = texts.readings[article].article.text[max(0, start - 110) : end + 60].replace("\n", " ")
                    print(f"     {value} | {article} …{near}…")
        for difference, good in zip(gold, hit, strict=True):
            if not good:
                print("MISSED", texts.name, difference["kind"], difference["attribute"], difference["what"])
                for value in difference["values"]:
                    for article, words in value["places"]:
                        print(f"     {value['value']} | {article} {words}")
    figures = [
        good
        for one, good in zip(told, right, strict=True)
        if one.what not in ("date", "place", "actor", "status", "cause")
    ]
    return {
        "disagreements found that are right": Share(sum(right), len(right)),
        "of figures": Share(sum(figures), len(figures)),
        "disagreements of the gold found": Share(sum(hit), len(hit)),
    }


def _score_happenings(texts: StorySet, built: Stories, show: bool) -> dict[str, Share]:
    gold = {one["id"]: one for one in texts.gold["happenings"]}
    places: Places = defaultdict(list)
    for name, one in gold.items():
        for told in one["reports"]:
            place = texts.place(told)
            places[place[0]].append((place, name))
    told_by = [(happening, told_happenings(happening, places, texts)) for happening in built.happenings]
    joined = [(happening, own) for happening, own in told_by if len(own) > 1]
    if show:
        _show_joined([(happening, own) for happening, own in joined if not set.intersection(*own)], texts)
    pairs = counts = Share(0, 0)
    for name, one in gold.items():
        holders = _holders(name, one, built, places, texts)
        couples = list(combinations(sorted(holders), 2))
        pairs += Share(sum(bool(holders[a] & holders[b]) for a, b in couples), len(couples))
        counts += _score_count(one, holders, built, show)
    return {
        "happenings of two reports or more that are one": Share(
            sum(bool(set.intersection(*own)) for _, own in joined), len(joined)
        ),
        "pairs of articles with a happening found": pairs,
        "counts of chains that are right (all reports joined)": counts,
    }


def _show_joined(wrong: Sequence[tuple[Happening, list[set[str]]]], texts: StorySet) -> None:
    for happening, own in wrong:
        print("JOINED", texts.name, happening.label, sorted(set().union(*own)))
        for report in happening.reports:
            print(f"     {report.article} {report.anchor.exact[:170]}")


def _holders(name: str, one: Gold, built: Stories, places: Places, texts: StorySet) -> dict[str, set[str]]:
    """Return for each article that tells a happening of the gold the happenings found that it is told in."""
    return {
        article: {
            happening.id
            for happening in built.happenings
            for report in happening.reports
            if report.article == article and name in _told_at(report, places, texts)
        }
        for article in {told[0] for told in one["reports"]}
    }


def _score_count(one: Gold, holders: Mapping[str, set[str]], built: Stories, show: bool) -> Share:
    """Return whether the count of chains is right, of a happening of several articles found in all of them."""
    many = Counter(ident for ids in holders.values() for ident in ids)
    best = max(sorted(many), key=lambda ident: many[ident], default=None)
    if best is None or len(holders) < 2 or many[best] < len(holders):
        return Share(0, 0)
    count = next(happening.count for happening in built.happenings if happening.id == best)
    right = (count.known, count.unknown) == (one["known"], one["unknown"])
    if show and not right:
        print("COUNT", one["what"], "gold", one["known"], one["unknown"], one["origins"], "told", count)
    return Share(int(right), 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores of each set and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--set", nargs="*", default=[], dest="names", help="only these sets")
    parser.add_argument("--show", action="store_true", help="print what was found wrong and what was missed")
    parser.add_argument(
        "--given", action="store_true", help="take the stories of the gold: what is built in them alone"
    )
    parser.add_argument("--kept", type=Path, help="keep the readings in this folder")
    options = parser.parse_args(arguments)
    knowledge = load_knowledge(grammar_alone=True)
    every: dict[str, Share] = defaultdict(lambda: Share(0, 0))
    for texts in story_sets(options.folder, options.names, kept=options.kept):
        built = build(texts, knowledge.lexicons, given=options.given)
        print(
            texts.name,
            "stories of several articles: B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(*b_cubed(texts, built)),
        )
        for name, share in score(texts, built, show=options.show).items():
            print(f"  {name:55s} {share}")
            every[name] += share
    print("all")
    for name, share in every.items():
        print(f"  {name:55s} {share}")


if __name__ == "__main__":
    main()
