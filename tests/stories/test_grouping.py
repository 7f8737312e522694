"""Grouping: one happening with its reactions is one story; two happenings of one kind are two; story lines above."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, CopyGroup, DayRange, Published
from tawatur.stories.grouping import StoryTraits, group_articles, group_lines
from tawatur.stories.grouping.graph import likeness_graph
from tawatur.stories.grouping.openings import openings
from tawatur.stories.grouping.stems import cut_clitics, stem
from tawatur.stories.grouping.vectors import unit_vectors
from tawatur.stories.linkage import average_linkage


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def article(name: str, title: str | None, text: str, day: date | None = date(2021, 3, 4)) -> Article:
    return Article(name, text, title, published=Published(day, day, "given") if day else None)


BRIDGE = article(
    "bridge1",
    "انهيار جسر الزهور في مدينة صفاقس ومصرع ستة عمال",
    "لقي ستة عمال مصرعهم صباح اليوم في انهيار جسر الزهور بمدينة صفاقس التونسية أثناء أعمال صيانة، وفق الحماية المدنية.",
)
BRIDGE_TOLL = article(
    "bridge2",
    "ارتفاع ضحايا انهيار جسر صفاقس إلى تسعة",
    "قالت الحماية المدنية التونسية إن عدد ضحايا انهيار جسر الزهور في صفاقس ارتفع إلى تسعة عمال بعد انتشال ثلاث جثث.",
    date(2021, 3, 5),
)
BRIDGE_REACTION = article(
    "bridge3",
    "نقابة العمال تطالب بتحقيق في انهيار جسر صفاقس",
    "طالبت نقابة عمال البناء بفتح تحقيق مستقل في انهيار جسر الزهور بصفاقس الذي قتل فيه عمال أثناء أعمال الصيانة.",
    date(2021, 3, 6),
)
STRIKE = article(
    "strike1",
    "سائقو القطارات في صفاقس يبدأون إضرابا مفتوحا",
    "بدأ سائقو القطارات في صفاقس إضرابا مفتوحا للمطالبة بزيادة الأجور، وتوقفت الرحلات نحو العاصمة التونسية.",
)
POET = article(
    "poet1",
    "الشاعرة نجلاء الهوني تفوز بجائزة الآداب",
    "فازت الشاعرة نجلاء الهوني بجائزة المدينة للآداب عن ديوانها الثالث، وقالت لجنة التحكيم إن قصائدها تمزج لغتين.",
)


def groups(lexicon: StoryLexicon, *articles: Article, copies: tuple[CopyGroup, ...] = ()) -> set[tuple[str, ...]]:
    return set(group_articles(articles, copies, lexicon))


def test_a_happening_with_its_follow_up_and_reaction_is_one_story(lexicon: StoryLexicon) -> None:
    assert groups(lexicon, BRIDGE, BRIDGE_TOLL, BRIDGE_REACTION, STRIKE, POET) == {
        ("bridge1", "bridge2", "bridge3"),
        ("strike1",),
        ("poet1",),
    }


def test_the_same_words_months_later_are_another_story(lexicon: StoryLexicon) -> None:
    later = Article(
        "bridge9", BRIDGE_TOLL.text, BRIDGE_TOLL.title, published=Published(date(2021, 9, 1), date(2021, 9, 1), "given")
    )
    assert groups(lexicon, BRIDGE, later) == {("bridge1",), ("bridge9",)}
    undated = Article("bridge9", BRIDGE_TOLL.text, BRIDGE_TOLL.title)
    assert groups(lexicon, BRIDGE, undated) == {("bridge1", "bridge9")}


def test_without_titles_the_texts_decide(lexicon: StoryLexicon) -> None:
    bare = [Article(a.id, a.text, published=a.published) for a in (BRIDGE, BRIDGE_TOLL, STRIKE, POET)]
    assert ("bridge1", "bridge2") in groups(lexicon, *bare)


def likeness(lexicon: StoryLexicon, one: Article, other: Article) -> float:
    found = openings([one, other])
    vectors = unit_vectors([[found[one.id]], [found[other.id]]], lexicon.expected)
    return likeness_graph(vectors, [(None, None)] * 2).as_mapping().get((0, 1), 0.0)


def test_what_texts_tell_first_counts_more_than_what_they_add(lexicon: StoryLexicon) -> None:
    filling = "وتبيع الأسواق القريبة فخارا وزعفرانا وسجادا منسوجا باليد وأقفاصا للطيور وخناجر فضية وقلائد من المرجان."
    same_first = [Article(n, BRIDGE.text + filling + more) for n, more in (("a", STRIKE.text), ("b", POET.text))]
    same_last = [Article(n, more + filling + BRIDGE.text) for n, more in (("a", STRIKE.text), ("b", POET.text))]
    assert likeness(lexicon, *same_first) > likeness(lexicon, *same_last) + 0.1


def test_a_word_in_common_says_less_in_a_line_of_two(lexicon: StoryLexicon) -> None:
    # Cosine alone gives .5 to two texts of two words each that share one.
    assert likeness(lexicon, Article("a", "زعفران مرجان"), Article("b", "زعفران خناجر")) < 0.4


def test_headings_of_columns_are_no_titles(lexicon: StoryLexicon) -> None:
    cartoons = [article(f"c{n}", "كاريكاتير", "") for n in range(3)]
    texts = (BRIDGE.text, STRIKE.text, POET.text)
    columns = [Article(f"k{n}", text, "كلمة المدينة", outlet="المدينة") for n, text in enumerate(texts)]
    assert len(groups(lexicon, *cartoons, *columns)) == 6


def test_copies_stay_together_and_count_once(lexicon: StoryLexicon) -> None:
    copy = CopyGroup("c", ("poet1", "strike1"), "near", 0.9)
    assert ("poet1", "strike1") in groups(lexicon, STRIKE, POET, BRIDGE, copies=(copy,))


def test_tiny_and_empty_inputs(lexicon: StoryLexicon) -> None:
    assert groups(lexicon) == set()
    assert groups(lexicon, POET) == {("poet1",)}
    assert groups(lexicon, article("a", None, ""), article("b", "", "")) == {("a",), ("b",)}


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_order_changes_nothing(seed: int) -> None:
    lexicon = load_story_words()
    articles = [BRIDGE, BRIDGE_TOLL, BRIDGE_REACTION, STRIKE, POET]
    expected = group_articles(articles, (), lexicon)
    random.Random(seed).shuffle(articles)
    assert group_articles(articles, (), lexicon) == expected


@given(
    st.lists(st.tuples(st.text("ابتثج حخ\u064e\u200fـ٣", max_size=30), st.text("ابتثج حخ", max_size=40)), max_size=8)
)
@settings(max_examples=50, deadline=None)
def test_every_id_stands_once(texts: list[tuple[str, str]]) -> None:
    articles = [article(f"a{n}", title, text) for n, (title, text) in enumerate(texts)]
    found = group_articles(articles, (), StoryLexicon())
    assert sorted(i for group in found for i in group) == sorted(a.id for a in articles)


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("والرياض", "رياض"),
        ("للمدينه", "مدين"),
        ("بالجسر", "جسر"),
        ("المهندسون", "مهندس"),
        ("مهندسين", "مهندس"),
        ("تونسيه", "تونس"),
        ("التونسي", "تونس"),
        ("وفد", "وفد"),
        ("لبن", "لبن"),
        ("ال", "ال"),
        ("", ""),
    ],
)
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@given(st.text("ابتثجحخدلوفهي", max_size=12))
def test_stems_never_vanish(word: str) -> None:
    assert bool(stem(word)) == bool(word)
    assert cut_clitics(word) in word


def test_linkage_counts_missing_pairs() -> None:
    # 0-1 and 1-2 are alike, 0-2 is not: the mean of joining 2 to {0, 1} is .45.
    likeness = {(0, 1): 0.9, (1, 2): 0.9}
    assert average_linkage(3, likeness, 0.5) == [[0, 1], [2]]
    assert average_linkage(3, likeness, 0.4) == [[0, 1, 2]]
    assert average_linkage(3, {}, 0.5, seeds=[[0, 2]]) == [[0, 2], [1]]
    assert average_linkage(4, {}, 0.5, seeds=[[0, 2], [2, 3]]) == [[0, 2, 3], [1]]


@given(
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.floats(0, 1), max_size=20), st.floats(0.05, 0.9)
)
def test_linkage_parts_the_nodes(likeness: dict[tuple[int, int], float], least: float) -> None:
    ordered = {(min(p), max(p)): v for p, v in likeness.items()}
    clusters = average_linkage(7, ordered, least)
    assert sorted(node for cluster in clusters for node in cluster) == list(range(7))


def traits(name: str, entities: tuple[str, ...], types: tuple[str, ...], first: date | None) -> StoryTraits:
    return StoryTraits(name, name, entities, types, DayRange(first, first))


def test_a_line_holds_two_parties_and_one_kind_of_dealing() -> None:
    stories = [
        traits("s1", ("gpe:KE", "gpe:UG"), ("CONSULT",), date(2020, 1, 5)),
        traits("s2", ("gpe:KE", "gpe:UG", "gpe:TZ"), ("AGREE",), date(2020, 4, 1)),
        traits("s3", ("gpe:KE", "gpe:UG"), ("ASSAULT",), date(2020, 4, 2)),
        traits("s4", ("gpe:KE", "gpe:TZ"), ("CONSULT",), date(2020, 4, 3)),
        traits("s5", ("gpe:KE", "gpe:UG"), ("CONSULT",), date(2021, 4, 3)),
    ]
    (line,) = group_lines(stories, {"gpe:KE": "كينيا", "gpe:UG": "أوغندا"})
    assert line.stories == ("s1", "s2")
    assert line.label == "كينيا – أوغندا"
    assert group_lines(list(reversed(stories)), {"gpe:KE": "كينيا", "gpe:UG": "أوغندا"}) == (line,)


def test_a_capital_and_its_country_are_no_two_parties() -> None:
    stories = [traits(f"s{n}", ("nairobi", "kenya"), ("CONSULT",), date(2020, 1, n + 1)) for n in range(3)]
    assert len(group_lines(stories)) == 1
    assert group_lines(stories, countries={"nairobi": "KE", "kenya": "KE"}) == ()


def test_a_story_stands_in_one_line() -> None:
    stories = [traits(f"s{n}", ("a", "b", "c"), ("CONSULT", "ACCUSE"), date(2020, 1, n + 1)) for n in range(4)]
    lines = group_lines(stories)
    held = [s for line in lines for s in line.stories]
    assert sorted(held) == ["s0", "s1", "s2", "s3"]
    assert len(lines) == 1


@pytest.mark.shared
def test_floors_on_the_gold_stories() -> None:
    import itertools
    import json
    from pathlib import Path

    gold = Path(__file__).parents[3] / "shared" / "gold"
    if not (gold / "stories_dev.json").exists():
        pytest.skip("the gold stories are not beside the checkout")
    from tawatur.stories.copies import find_copies

    lexicon = load_story_words()
    lines = (gold / "stories_dev_articles.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    articles = [article(r["id"], r.get("title"), r["text"], date.fromisoformat(r["date"])) for r in rows]
    known = json.loads((gold / "stories_dev.json").read_text(encoding="utf-8"))
    copies = find_copies(articles, lexicon)
    pairs = {p for c in copies for p in itertools.combinations(c.articles, 2)}
    wanted = {p for c in known["reprints"] for p in itertools.combinations(sorted(c), 2)}
    assert 2 * len(pairs & wanted) / (len(pairs) + len(wanted)) >= 0.97
    found = {i: set(g) for g in group_articles(articles, copies, lexicon) for i in g}
    true = {i: set(c["ids"]) for c in known["clusters"] for i in c["ids"]}
    precision = sum(len(found[i] & true[i]) / len(found[i]) for i in true) / len(true)
    recall = sum(len(found[i] & true[i]) / len(true[i]) for i in true) / len(true)
    assert 2 * precision * recall / (precision + recall) >= 0.91
