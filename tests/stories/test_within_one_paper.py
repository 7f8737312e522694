"""Two values in one article: set against each other only where the article itself does. All texts invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_readings import build
from test_one_incident import paper, shown

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Anchor, Figure, Reading, Span
from tawatur.stories.disagreements.claims import Claim, compare
from tawatur.stories.disagreements.measures import is_listed
from tawatur.text.words import find_words

LEAD = "قتل 12 شخصا في انفجار هز سوق سلوان الاثنين."


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def kinds(lexicon: object, *papers: Reading) -> list[str]:
    (story,) = build(lexicon, *papers, clusters=[tuple(p.article.id for p in papers)]).stories
    return [d.kind for d in story.differences]


@pytest.mark.parametrize(
    ("rest", "said", "differ"),
    [
        # Its own words and a source's, of what it opens with, in nearly the same number; not where one is far from it.
        ("وذكر مدير المشفى أن 10 أشخاص قتلوا.", ("ذكر", "مدير المشفى", "أن 10 أشخاص قتلوا"), True),
        ("وذكر مدير المشفى أن 3 أشخاص قتلوا.", ("ذكر", "مدير المشفى", "أن 3 أشخاص قتلوا"), False),
        ("وذكر مدير المشفى أن 10 أشخاص قتلوا.", None, False),
        # Some of a list of people, and a group that is counted as a whole.
        (
            "وذكر مدير المشفى أن الانفجار قتل 10 أشخاص من طاقمه وطباخا له.",
            ("ذكر", "مدير المشفى", "أن الانفجار قتل 10 أشخاص من طاقمه وطباخا له"),
            False,
        ),
    ],
)
def test_own_words_and_a_source(lexicon, rest: str, said: tuple[str, str, str] | None, differ: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(shown(lexicon, paper("a", f"{LEAD} {rest}", said))) is differ


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("ثلاثة من أفراد طاقمه وطباخ له", True),
        ("ثلاثة من أفراد طاقمه وأصيب رابع", False),
        ("أربعة من أفراد أسرته", False),
        ("ثلاثة من حراس وزارة الري", False),
        ("أربعة من أفراد أسرته، وصديق له", False),
        ("أكثر من عشرين مصليا وإمام", False),
    ],
)
def test_some_in_a_list_of_people(lexicon, words: str, listed: bool) -> None:  # type: ignore[no-untyped-def]
    number = Span(0, words.index(" من ")) if not words.startswith("أكثر") else Span(0, len("أكثر من عشرين مصليا"))
    figure = Figure(number, 2.0, "=", None)
    assert is_listed(words, figure, tuple(find_words(words, Span(number.end, len(words)))), lexicon) is listed


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        # One key of two unnamed sources does not show them to be one: what they tell differs.
        ("مصدر طبي", "مصادر طبية في المشفى", "sources"),
        ("مصدر طبي", "مصدر طبي", "transmission"),
    ],
)
def test_unnamed_sources_of_one_sort(lexicon, one: str, other: str, kind: str) -> None:  # type: ignore[no-untyped-def]
    papers = [
        paper(
            ident,
            f"قال {who} إن انفجار سلوان الاثنين قتل {n} شخصا.",
            ("قال", who, f"انفجار سلوان الاثنين قتل {n} شخصا"),
        )
        for ident, who, n in (("a", one, 12), ("b", other, 15))
    ]
    unnamed = [
        replace(told, statements=tuple(replace(s, speaker=None, anonymous=True) for s in told.statements))
        for told in papers
    ]
    assert kinds(lexicon, *unnamed) == [kind]


def claim(number: int, source: str, label: str, told: str) -> Claim:
    anchor = Anchor(f"a{number}", 0, len(told), told)
    return Claim(number, told, told, anchor, frozenset({source}), label, f"{told}.", None, f"{told}.")


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        # As most word it, but by more than «المدير» where anybody does, the longest of equals.
        (("مدير المشفى", "المدير", "مدير مشفى سلوان", "مدير مشفى سلوان"), "مدير مشفى سلوان"),
        (("المدير", "المدير", "مدير المشفى"), "مدير المشفى"),
        (("مدير المشفى", "مدير مشفى سلوان"), "مدير مشفى سلوان"),
        (("المدير",), "المدير"),
    ],
)
def test_each_source_is_named_once(labels: tuple[str, ...], named: str) -> None:
    own = [claim(number, "ent:director", label, "مساء") for number, label in enumerate(labels)]
    other = claim(len(labels), "ent:police", "قائد الشرطة", "فجرا")
    (found,) = compare("h1", "date", "", [*own, other], lambda a, b: a.value != b.value)
    assert found.kind == "sources"
    assert found.reasons[0].endswith(f": {named}، قائد الشرطة")


def test_a_line_that_repeats_the_title_counts_nothing(lexicon) -> None:  # type: ignore[no-untyped-def]
    title = "قتل 15 شخصا في انفجار هز سوق سلوان الاثنين"
    text = f"هز انفجار سوق سلوان الاثنين وأوقع ضحايا كثيرين بين الباعة والمارة. ولم تعرف أسبابه. رابط الخبر: {title}."
    assert shown(lexicon, paper("a", LEAD), paper("b", text))
    assert not shown(lexicon, paper("a", LEAD), paper("b", text, title=title))
