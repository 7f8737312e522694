"""What are no two values of one thing: days of two deeds, sums over a time, parts of a toll that rose. All invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from test_contested import differences, says
from test_counts_of_stories import paper, shown

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Span
from tawatur.stories.disagreements.find import one_wording
from tawatur.stories.disagreements.news_days import happened_since
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.happenings.parties import PartyReader, build_world


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


@pytest.mark.parametrize(
    ("one", "other", "since"),
    [
        # Each: the day told, the day its paper came out.
        (("2031-05-02", "2031-05-03"), ("2031-05-04", "2031-05-05"), True),
        (("2031-05-02", "2031-05-05"), ("2031-05-05", "2031-05-06"), True),
        # A day late, both papers after both days, and what is only planned.
        (("2031-05-04", "2031-05-05"), ("2031-05-05", "2031-05-06"), False),
        (("2031-05-02", "2031-05-06"), ("2031-05-04", "2031-05-06"), False),
        (("2031-05-08", "2031-05-05"), ("2031-05-10", "2031-05-06"), False),
    ],
)
def test_what_came_after_a_paper_is_another_thing(one: tuple[str, str], other: tuple[str, str], since: bool) -> None:
    first, second = ([date.fromisoformat(day) for day in told] for told in (one, other))
    assert happened_since(*first, *second) is happened_since(*second, *first) is since


FREED = {"فجر الأحد": "2026-03-01"}


@pytest.mark.parametrize(
    ("content", "times", "found"),
    [
        ("الخاطفين أطلقوا سراح البحارة مساء الجمعة", {"الجمعة": "2026-02-27"}, 1),
        # Both days in one sentence: of two groups.
        (
            "الخاطفين أطلقوا سراح بحارة مساء الجمعة ثم أفرج عن آخرين الأحد",
            {"الجمعة": "2026-02-27", "الأحد": "2026-03-01"},
            0,
        ),
    ],
)
def test_one_sentence_of_two_days(lexicon: JoinLexicon, content: str, times: Mapping[str, str], found: int) -> None:
    told = says("a", "نقيب البحارة", "قال", "البحارة أفرج عنهم فجر الأحد", times=FREED)
    other = says("b", "أحد الناجين", "قال", content, times=times)
    assert len([d for d in differences(lexicon, told, other) if d.attribute == "date"]) == found


@pytest.mark.parametrize(
    ("holder", "found"),
    [("وزير النقل", 1), ("تقرير نقيب البحارة", 0), ("نقيب المعلمين", 1)],
)
def test_whose_report_it_is(lexicon: JoinLexicon, holder: str, found: int) -> None:
    told = says("a", "نقيب البحارة", "قال", "الحارس ترك الرصيف مفتوحا أمام الشاحنات")
    denial = says("b", holder, "نفى", "أن يكون الرصيف قد ترك مفتوحا", "deny")
    assert len(differences(lexicon, told, denial)) == found


RIVER = "شهدت سلوان فيضانا الاثنين. وقالت الشرطة إن 5 أشخاص قتلوا."


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("عدد القتلى بلغ 9", "عدد القتلى بلغ 9", [("killed", "sources", ["5 أشخاص", "9"])]),
        # Since something began, and some of the hurt.
        ("عدد القتلى منذ بدء الموسم بلغ 9", "عدد القتلى منذ بدء الموسم بلغ 9", []),
        ("9 قتلى دفنوا", "9 قتلى دفنوا", [("killed", "sources", ["5 أشخاص", "9 قتلى"])]),
        ("9 مصابين رفعوا شكوى", "9 مصابين رفعوا شكوى", []),
    ],
)
def test_what_is_counted_since_then_and_of_whom(
    lexicon: JoinLexicon, text: str, said: str, found: list[tuple[str, str, list[str]]]
) -> None:
    other = f"تضررت سلوان من فيضان الاثنين. وقالت المحامية إن {text}."
    one = RIVER.replace("قتلوا", "أصيبوا") if "مصابين" in text else RIVER
    first = paper("a", one, ("الشرطة", one.split(" إن ")[1].rstrip(".")))
    assert shown(lexicon, first, paper("b", other, ("المحامية", said))) == found


def test_a_toll_that_rose_is_later_than_what_nobody_known_gave(lexicon: JoinLexicon) -> None:
    first = paper("a", "قتل 5 أشخاص في فيضان شهدته سلوان الأحد.", day="2031-05-05")
    text = "رفع الجيش حصيلة القتلى في فيضان سلوان الأحد إلى 9 قتلى."
    assert [(what, kind) for what, kind, _ in shown(lexicon, first, paper("b", text))] == [("killed", "update")]


def test_a_new_count_is_later(lexicon: JoinLexicon) -> None:
    first = ("الشرطة", "5 أشخاص قتلوا في فيضان سلوان الأحد")
    later = ("المحامية", "9 أشخاص قتلوا في فيضان سلوان الأحد حسب حصيلة جديدة")
    papers = [
        paper(n, f"وقالت {who} إن {said}.", (who, said)) for n, (who, said) in zip("ab", (first, later), strict=True)
    ]
    assert [(what, kind) for what, kind, _ in shown(lexicon, *papers)] == [("killed", "update")]


def test_parts_that_come_to_a_whole(lexicon: JoinLexicon) -> None:
    whole = paper(
        "a",
        "شهدت سلوان فيضانا الأحد أودى بحياة 9 أشخاص. وقالت الشرطة إن 5 أشخاص قتلوا على الفور وتوفي 4 آخرون لاحقا.",
        ("الشرطة", "5 أشخاص قتلوا على الفور وتوفي 4 آخرون لاحقا"),
    )
    other = paper("b", "شهدت سلوان فيضانا الأحد أودى بحياة 9 أشخاص.")
    assert shown(lexicon, whole, other) == []


def test_a_first_count_is_earlier(lexicon: JoinLexicon) -> None:
    first = ("الشرطة", "5 أشخاص قتلوا في فيضان سلوان الأحد في حصيلة أولية")
    later = ("المحامية", "9 أشخاص قتلوا في فيضان سلوان الأحد")
    papers = [
        paper(ident, f"وقالت {who} إن {said}.", (who, said))
        for ident, (who, said) in zip("ab", (first, later), strict=True)
    ]
    assert [(what, kind) for what, kind, _ in shown(lexicon, *papers)] == [("killed", "update")]


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("قتل 7 أشخاص في الجرداء في موجة عنف جديدة.", 1),
        ("قتل 7 أشخاص في سلوان.", 0),
        ("تبعد الجرداء عن العاصمة.", 0),
    ],
)
def test_dead_of_another_town_are_of_another_incident(lexicon: JoinLexicon, second: str, number: int) -> None:
    read = paper("a", f"وقع انفجار في سلوان الأحد أودى بحياة 5 أشخاص. {second}")
    parties = {"a": PartyReader(read, build_world((), {}, (read,), lexicon.told))}
    at = read.article.text.index(second)
    assert Occasions(parties, lexicon).at("a", Span(at, at + 3)).number == number


@pytest.mark.parametrize(("verb", "found"), [("يترك", 1), ("يؤكد", 0)])
def test_what_is_only_not_confirmed_is_not_denied(lexicon: JoinLexicon, verb: str, found: int) -> None:
    told = says("a", "نقيب البحارة", "قال", "الحارس ترك الرصيف مفتوحا أمام الشاحنات")
    denial = says("b", "مدير المرفأ", "قال", f"لم {verb} الحارس أي رصيف مفتوحا بل ترك الشاحنات")
    assert len(differences(lexicon, told, denial)) == found


SHORT = "قصف الطيران مواقع المسلحين في سلوان فجر الأحد ودمر مخازن السلاح والذخيرة قرب المطار"


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (SHORT.replace("سلوان", "الجرداء"), True),
        (f"{SHORT.replace('سلوان', 'الجرداء')} {' '.join(f'كلمة{letter}' for letter in 'ابتثجحخدذرزسشصضطظعغ')}", False),
    ],
)
def test_a_sentence_that_tells_much_more_is_no_other_wording(other: str, one: bool) -> None:
    assert one_wording(SHORT, other) is one


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("9 مصابين في العناية المركزة", []),
        ("نقل 9 مصابين إلى المستشفى تم", []),
        ("الفيضان أسفر عن 9 مصابين", [("wounded", "sources", ["5 أشخاص", "9 مصابين"])]),
        # Told place by place.
        ("سلوان سجلت 9 مصابين والجرداء 4 مصابين ومرفأ الزهور 2 مصابين", []),
    ],
)
def test_some_of_the_hurt(lexicon: JoinLexicon, said: str, found: list[tuple[str, str, list[str]]]) -> None:
    one = RIVER.replace("قتلوا", "أصيبوا")
    other = f"تضررت سلوان من فيضان الاثنين. وقالت المحامية إن {said}."
    first = paper("a", one, ("الشرطة", one.split(" إن ")[1].rstrip(".")))
    assert shown(lexicon, first, paper("b", other, ("المحامية", said))) == found


def test_a_page_opens_with_its_first_matter(lexicon: JoinLexicon) -> None:
    read = paper("a", "وقع انفجار في سلوان الأحد. إلى ذلك وقع انفجار في الجرداء الاثنين.")
    parties = {"a": PartyReader(read, build_world((), {}, (read,), lexicon.told))}
    towns = Occasions(parties, lexicon).opening("a").towns
    assert any("سلوان" in town for town in towns)
    assert not any("جرداء" in town for town in towns)


@pytest.mark.parametrize(("opens", "number"), [("كما أفاد مصدر", 1), ("وأفاد مصدر", 0)])
def test_what_a_source_tells_besides_is_another_incident(lexicon: JoinLexicon, opens: str, number: int) -> None:
    second = f"{opens} بمقتل 19 مسلحا في الشمال."
    read = paper("a", f"وقع انفجار في سلوان الأحد أودى بحياة 5 أشخاص. {second}")
    parties = {"a": PartyReader(read, build_world((), {}, (read,), lexicon.told))}
    at = read.article.text.index(second)
    assert Occasions(parties, lexicon).at("a", Span(at, at + 3)).number == number
