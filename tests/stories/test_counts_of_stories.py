"""What the articles of one story count: dead, hurt, held, missing, displaced, saved. All invented."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Reading
from tawatur.stories.disagreements.counts import read_counts

TOWNS = {
    "سلوان": ("GPE", "slwan", "gpe:GN1"),
    "الجرداء": ("GPE", "jarda", "gpe:GN2"),
    "مرفأ الزهور": ("LOC", "zohour", None),
}
TIMES = {
    "الأحد": ("2031-05-04", "2031-05-04"),
    "الاثنين": ("2031-05-05", "2031-05-05"),
    "العام الماضي": ("2030-01-01", "2030-12-31"),
}
_FIGURE = re.compile(r"(?:أكثر من )?\d+(?: على الأقل)?(?: [ء-ي]+)?")
# Words that no number counts.
_NOT_COUNTED = {"بعد", "إلى", "في", "من", "لا", "بدلا", "أصيبوا", "أوقفوا", "منهم", "على"}


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


def paper(ident: str, text: str, *said: tuple[str, str], day: str = "2031-05-06") -> Reading:
    """Return an article of Tuesday 6 May 2031; `said` are holders with what each says, after «قال» or «قالت»."""
    figures: dict[str, Any] = {}
    for match in _FIGURE.finditer(text):
        words = match.group()
        number, *unit = re.sub(r"أكثر من |على الأقل ?", "", words).split()
        counted = [word for word in unit if word not in _NOT_COUNTED]
        told = words if counted or not unit else words[: -len(unit[0]) - 1]
        figures[told] = (
            float(number),
            ">" if "أكثر" in words else ">=" if "الأقل" in words else "=",
            (counted or [None])[0],
        )
    cues = [("قالت" if who.endswith("ة") else "قال") for who, _ in said]
    statements = [
        {"cue": cue, "holder": who, "content": content, "speaker": who}
        for cue, (who, content) in zip(cues, said, strict=True)
    ]
    return reading(
        ident,
        text,
        day=day,
        outlet=f"صحيفة {ident}",
        names={name: value for name, value in TOWNS.items() if name in text},
        times={words: days for words, days in TIMES.items() if words in text},
        figures=figures,
        statements=statements,
    )


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("أعلنت الشرطة إيقاف 23 شخصا في سلوان.", [("detained", "", "23 شخصا")]),
        ("إن 23 شخصا أوقفوا.", [("detained", "", "23 شخصا")]),
        ("إن عدد الموقوفين في سلوان على خلفية ما جرى بلغ 37.", [("detained", "", "37")]),
        ("انتشلت الفرق 31 جثة.", [("killed", "", "31 جثة")]),
        ("قتل 6 من جنوده.", [("killed", "soldier", "6")]),
        ("مقتل 7 من عناصر الشرطة.", [("killed", "police", "7")]),
        ("نزحت عن البلدة 300 عائلة.", [("displaced", "family", "300 عائلة")]),
        ("سجلت الجمعية 520 عائلة نازحة.", [("displaced", "family", "520 عائلة")]),
        ("أنقذت الدورية 46 شخصا.", [("rescued", "", "46 شخصا")]),
        ("إن 27 شخصا ما زالوا في عداد المفقودين.", [("missing", "", "27 شخصا")]),
        ("إن الجرحى 4 لا 6.", [("wounded", "", "4")]),
        ("وفاة 32 مصابا بالمرض.", [("killed", "", "32 مصابا")]),
        ("أسفر عن 9 قتلى و14 جريحا.", [("killed", "", "9 قتلى"), ("wounded", "", "14 جريحا")]),
        # Neither sought nor things, further ones, some of those counted, nor why a toll rose.
        ("تلاحق الشرطة 14 شخصا.", []),
        ("أوقفت الشرطة 3 سيارات.", []),
        ("قتل 11 شخصا، 6 منهم في الحافلة.", [("killed", "", "11 شخصا")]),
        ("ارتفعت بعد وفاة 2 من الجرحى.", []),
        ("سقط عشرات القتلى.", []),
        ("وقع التصادم لسيارة كانت تقل 7 ركاب.", []),
        ("البحث جار عن 6 أشخاص.", []),
        # «آخرون» are of the sort counted before.
        ("مقتل 9 من عناصر التنظيم وإصابة 12 آخرين.", [("killed", "fighter", "9"), ("wounded", "fighter", "12 آخرين")]),
        ("قتل 14 شخصا وأصيب 37 آخرون.", [("killed", "", "14 شخصا"), ("wounded", "", "37 آخرون")]),
    ],
)
def test_what_a_figure_counts(lexicon: JoinLexicon, text: str, counted: list[tuple[str, str, str]]) -> None:
    found = [(c.what, c.people, c.measure.anchor.exact) for c in read_counts(paper("a", text), lexicon)]
    assert found == counted


def shown(lexicon: JoinLexicon, *papers: Reading) -> list[tuple[str, str, list[str]]]:
    (story,) = build(lexicon, *papers, clusters=[tuple(p.article.id for p in papers)]).stories
    return sorted((d.what, d.kind, sorted(value for value, _ in d.sides)) for d in story.differences)


POLICE = "شهدت سلوان مواجهات الاثنين. وقالت الشرطة إن 5 أشخاص أوقفوا."
LAWYER = "تواصل التوتر في سلوان غداة مواجهات الاثنين. وقالت المحامية إن 14 شخصا أوقفوا."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("الشرطة", POLICE), ("المحامية", LAWYER), [("detained", "sources", ["14 شخصا", "5 أشخاص"])]),
        # The same count, another town, another year.
        (("الشرطة", POLICE), ("المحامية", LAWYER.replace("14 شخصا", "5 أشخاص")), []),
        (("الشرطة", POLICE), ("المحامية", LAWYER.replace("سلوان", "الجرداء")), []),
        (("الشرطة", POLICE), ("المحامية", LAWYER.replace("الاثنين", "العام الماضي")), []),
        # A sum of several incidents, another one, far more.
        (("الشرطة", POLICE), ("المحامية", LAWYER.replace("إن 14", "إن عدد الموقوفين في حوادث متفرقة 14")), []),
        (("الشرطة", POLICE), ("المحامية", LAWYER.replace("14 شخصا", "900 شخص")), []),
        # Police hurt are not all hurt.
        (
            ("الشرطة", POLICE.replace("5 أشخاص أوقفوا", "5 شرطيين أصيبوا")),
            ("المحامية", LAWYER.replace("14 شخصا أوقفوا", "14 شخصا أصيبوا")),
            [],
        ),
    ],
)
def test_two_papers(
    lexicon: JoinLexicon, one: tuple[str, str], other: tuple[str, str], found: list[tuple[str, str, list[str]]]
) -> None:
    papers = [
        paper(ident, text, (who, text.split(" إن ")[1].rstrip(".")))
        for ident, (who, text) in zip("ab", (one, other), strict=True)
    ]
    assert shown(lexicon, *papers) == found


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        (
            "شهدت سلوان مواجهات الاثنين. وقالت الشرطة إن 5 أشخاص أوقفوا. لكن قالت المحامية إن 14 شخصا أوقفوا.",
            [("الشرطة", "5 أشخاص أوقفوا"), ("المحامية", "14 شخصا أوقفوا")],
            [("detained", "sources", ["14 شخصا", "5 أشخاص"])],
        ),
        # Without a word that sets them against each other two sources tell of two things.
        (
            "شهدت سلوان مواجهات الاثنين. وقالت الشرطة إن 5 أشخاص أوقفوا. وقالت المحامية إن 14 شخصا أوقفوا.",
            [("الشرطة", "5 أشخاص أوقفوا"), ("المحامية", "14 شخصا أوقفوا")],
            [],
        ),
        # One source counts twice: a whole and a part.
        (
            "شهدت سلوان مواجهات الاثنين. وقالت الشرطة إن 14 شخصا أوقفوا. وقالت الشرطة إن 5 رجال أوقفوا.",
            [("الشرطة", "14 شخصا أوقفوا"), ("الشرطة", "5 رجال أوقفوا")],
            [],
        ),
        # What is told instead of an earlier value.
        (
            "شهدت سلوان مواجهات الاثنين. وقالت الشرطة إن عدد القتلى 6 بدلا من 7.",
            [("الشرطة", "عدد القتلى 6 بدلا من 7")],
            [("killed", "update", ["6", "7"])],
        ),
    ],
)
def test_one_paper(
    lexicon: JoinLexicon, text: str, said: list[tuple[str, str]], found: list[tuple[str, str, list[str]]]
) -> None:
    assert shown(lexicon, paper("a", text, *said)) == found
