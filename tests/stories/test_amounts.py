"""Sums, shares, sizes, lengths and numbers that the articles of a story give differently, in invented sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.stories.hand_readings import at, build, reading

from tawatur.lexicon.amount_words import load_amount_words
from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.lexicon.tables import read_table
from tawatur.model import Difference, Reading, When
from tawatur.stories.amounts.find import CLASSES, NUMBER
from tawatur.stories.amounts.pairs import can_both_hold
from tawatur.stories.amounts.read import Amount, read_amounts
from tawatur.stories.disagreements.counts import read_counts
from tawatur.views.measured import MEASURES

Told = Mapping[str, tuple[Any, str, str | None]]
MONEY = "دولار"


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


def paper(
    ident: str, text: str, figures: Told, *said: tuple[str, str, str], lengths: Mapping[str, str] = {}
) -> Reading:
    """Return an article of 6 May 2031; `said` are cue, holder and what is said, `lengths` words for lengths of time."""
    statements = [{"cue": cue, "holder": who, "content": content} for cue, who, content in said]
    read = reading(ident, text, day="2031-05-06", outlet=f"صحيفة {ident}", figures=figures, statements=statements)
    times = tuple(When(at(text, words), value, "duration") for words, value in lengths.items())
    return replace(read, times=(*read.times, *times))


def says(ident: str, who: str, content: str, words: str, value: float, unit: str | None, sign: str = "=") -> Reading:
    """Return an article in which somebody gives one figure."""
    return paper(ident, f"قال {who} إن {content}.", {words: (value, sign, unit)}, ("قال", who, content))


def differences(lexicon: JoinLexicon, *readings: Reading) -> list[Difference]:
    stories = build(lexicon, *readings, clusters=(tuple(r.article.id for r in readings),))
    return [found for story in stories.stories for found in story.differences]


SHEIKH, SOURCE = "شيخ القبيلة", "مصدر في الوزارة"


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        (
            "ransom",
            ("الخاطفين تسلموا فدية قدرها 300 ألف دولار", "300 ألف دولار", 300e3, MONEY),
            ("ما دفع للخاطفين بلغ 700 ألف دولار", "700 ألف دولار", 700e3, MONEY),
        ),
        (
            "magnitude",
            ("قوة الهزة بلغت 5.9 درجات", "5.9 درجات", 5.9, "درجات"),
            ("الزلزال سجل 6.4 درجات على مقياس ريختر", "6.4 درجات", 6.4, "درجات"),
        ),
        (
            "turnout",
            ("نسبة المشاركة بلغت 61 في المئة", "61 في المئة", 61.0, "%"),
            ("الإقبال لم يزد على 34 في المئة", "34 في المئة", 34.0, "%"),
        ),
        (
            "aboard",
            ("المركب كان يقل 90 مهاجرا", "90 مهاجرا", 90.0, "مهاجرا"),
            ("على متن المركب 140 مهاجرا", "140 مهاجرا", 140.0, "مهاجرا"),
        ),
        (
            "losses",
            ("خسائر المصنع من الحريق بلغت 4 ملايين دولار", "4 ملايين دولار", 4e6, MONEY),
            ("خسائر المصنع من الحريق 9 ملايين دولار", "9 ملايين دولار", 9e6, MONEY),
        ),
    ],
)
def test_two_sources_of_a_story_measure_one_thing(
    lexicon: JoinLexicon, what: str, one: tuple[str, str, float, str], other: tuple[str, str, float, str]
) -> None:
    (found,) = differences(lexicon, says("a", SHEIKH, *one), says("b", SOURCE, *other))
    assert (found.attribute, found.what, found.kind) == ("figure", what, "sources")
    assert [side for side, _ in found.sides] == [one[1], other[1]]
    assert [given.chain.origin.label for _, every in found.sides for given in every] == [SHEIKH, SOURCE]


LOSS = ("خسائر المصنع من الحريق بلغت 4 ملايين دولار", "4 ملايين دولار", 4e6, MONEY)


@pytest.mark.parametrize(
    ("who", "content", "words", "value", "unit", "sign"),
    [
        # The same source; another currency; another rate; what is only expected; what the first rounds.
        (SHEIKH, "ديون المصنع بعد الحريق 9 ملايين دولار", "9 ملايين دولار", 9e6, MONEY, "="),
        (SOURCE, "خسائر المصنع من الحريق 9 ملايين دينار", "9 ملايين دينار", 9e6, "دينار", "="),
        (SOURCE, "خسائر المصنع من الحريق 9 ملايين دولار يوميا", "9 ملايين دولار", 9e6, MONEY, "="),
        (SOURCE, "خسائر المصنع من الحريق يتوقع أن تبلغ 9 ملايين دولار", "9 ملايين دولار", 9e6, MONEY, "="),
        (SOURCE, "خسائر المصنع من الحريق 4.1 ملايين دولار", "4.1 ملايين دولار", 4.1e6, MONEY, "="),
        (SOURCE, "خسائر المصنع من الحريق أكثر من 3 ملايين دولار", "3 ملايين دولار", 3e6, MONEY, ">"),
        # Too far from each other, and too few words of one matter.
        (SOURCE, "خسائر المصنع من الحريق 90 مليون دولار", "90 مليون دولار", 90e6, MONEY, "="),
        (SOURCE, "خسائر الموسم 9 ملايين دولار", "9 ملايين دولار", 9e6, MONEY, "="),
    ],
)
def test_amounts_of_two_things(
    lexicon: JoinLexicon, who: str, content: str, words: str, value: float, unit: str, sign: str
) -> None:
    assert not differences(lexicon, says("a", SHEIKH, *LOSS), says("b", who, content, words, value, unit, sign))


@pytest.mark.parametrize("player", ["سامي الجبلي", "رامي النهري"])
def test_contracts_of_two_players(lexicon: JoinLexicon, player: str) -> None:
    names = {"سامي الجبلي": ("PER", "sami", None), "رامي النهري": ("PER", "rami", None)}
    told = {"a": ("سامي الجبلي", "4 ملايين دولار", 4e6), "b": (player, "6 ملايين دولار", 6e6)}
    papers = [
        reading(
            ident,
            f"وقع النادي عقد اللاعب {who} لمدة موسمين بقيمة {words}.",
            day="2031-05-06",
            outlet=f"صحيفة {ident}",
            names={who: names[who]},
            figures={words: (value, "=", MONEY)},
        )
        for ident, (who, words, value) in told.items()
    ]
    assert len(differences(lexicon, *papers)) == (player == "سامي الجبلي")


def test_who_tells_both_values_tells_of_two_things(lexicon: JoinLexicon) -> None:
    text = "قال مصدر في الوزارة إن خسائر المصنع من الحريق 9 ملايين دولار. وكانت 4 ملايين دولار قد رصدت للصيانة."
    figures: Told = {"9 ملايين دولار": (9e6, "=", MONEY), "4 ملايين دولار": (4e6, "=", MONEY)}
    other = paper("b", text, figures, ("قال", SOURCE, "خسائر المصنع من الحريق 9 ملايين دولار"))
    assert not differences(lexicon, says("a", SHEIKH, *LOSS), other)


def convoy(ident: str, number: int, more: str = "") -> Reading:
    content = f"القافلة التي تحركت صباح أمس نحو البلدة المحاصرة تضم {number} شاحنة محملة بالطحين{more}"
    return says(ident, "مديرة الإغاثة", content, f"{number} شاحنة", number, "شاحنة")


def test_one_text_with_two_figures(lexicon: JoinLexicon) -> None:
    (found,) = differences(lexicon, convoy("a", 17), convoy("b", 71))
    assert (found.kind, found.what) == ("transmission", "convoy")
    assert not differences(lexicon, convoy("a", 17, " في الدفعة الثانية"), convoy("b", 71, " في الدفعة الثالثة"))


def bulletin(ident: str, *numbers: int) -> Reading:
    text = "ارتفعت أسعار {} شركة وتراجعت أسعار {} شركة في السوق الكبير. وباع المستثمرون في سوق المعادن {} سهما أمس."
    words = [f"{n} شركة" for n in numbers[:2]] + [f"{numbers[2]} سهما"]
    figures: Told = {w: (float(n), "=", w.split()[1]) for w, n in zip(words, numbers, strict=True)}
    return paper(ident, text.format(*numbers), figures)


def test_a_mould_that_is_filled_anew(lexicon: JoinLexicon) -> None:
    assert not differences(lexicon, bulletin("a", 31, 12, 707), bulletin("b", 22, 45, 898))
    (found,) = differences(lexicon, bulletin("a", 31, 12, 707), bulletin("b", 13, 12, 707))
    assert [side for side, _ in found.sides] == ["31 شركة", "13 شركة"]


def set_against(between: str, other: str, words: str, value: float, unit: str | None, who: str = "سكان") -> Reading:
    text = f"قالت البلدية إنها وزعت 40 خيمة على الحي{between} {who} يقولون إن {other}."
    figures: Told = {"40 خيمة": (40.0, "=", "خيمة"), words: (value, "=", unit)}
    return paper("a", text, figures, ("قالت", "البلدية", "وزعت 40 خيمة على الحي"), ("يقولون", who, other))


@pytest.mark.parametrize(
    ("between", "other", "words", "value", "unit"),
    [
        ("، لكن", "ما وزع على الحي 15 خيمة", "15 خيمة", 15.0, "خيمة"),
        (". إلا أن", "ما وزع على الحي 15 خيمة", "15 خيمة", 15.0, "خيمة"),
        ("، في حين أن", "العدد لم يصل 15", "15", 15.0, None),
    ],
)
def test_an_article_sets_one_source_against_another(
    lexicon: JoinLexicon, between: str, other: str, words: str, value: float, unit: str | None
) -> None:
    (found,) = differences(lexicon, set_against(between, other, words, value, unit))
    assert found.kind == "sources"
    assert [side for side, _ in found.sides] == ["40 خيمة", words]


@pytest.mark.parametrize(
    ("between", "other", "words", "value", "unit"),
    [
        # No contrast; another thing; a part; too many more.
        (". وأضاف أن", "ما وزع على الحي 15 خيمة", "15 خيمة", 15.0, "خيمة"),
        ("، لكن", "على الحي 15 حارسا", "15 حارسا", 15.0, "حارسا"),
        ("، لكن", "ما وزع على الحي بينها 15 خيمة كبيرة", "15 خيمة", 15.0, "خيمة"),
        ("، لكن", "ما وزع على الحي 400 خيمة", "400 خيمة", 400.0, "خيمة"),
    ],
)
def test_figures_that_an_article_tells_beside_each_other(
    lexicon: JoinLexicon, between: str, other: str, words: str, value: float, unit: str | None
) -> None:
    assert not differences(lexicon, set_against(between, other, words, value, unit))


def test_lengths_of_time(lexicon: JoinLexicon) -> None:
    text = "أعلن المحافظ إغلاق السوق لمدة أسبوعين، لكن التجار يقولون إن القرار ينص على ثلاثة أيام."
    said = ("أعلن", "المحافظ", "إغلاق السوق لمدة أسبوعين"), ("يقولون", "التجار", "القرار ينص على ثلاثة أيام")
    lengths = {"أسبوعين": "P2W", "ثلاثة أيام": "P3D"}
    (found,) = differences(lexicon, paper("a", text, {}, *said, lengths=lengths))
    assert (found.what, [side for side, _ in found.sides]) == ("duration", ["أسبوعين", "ثلاثة أيام"])
    after = text.replace("على ثلاثة أيام", "بعد ثلاثة أيام")
    said = said[0], ("يقولون", "التجار", "القرار ينص بعد ثلاثة أيام")
    assert not differences(lexicon, paper("a", after, {}, *said, lengths=lengths))


def test_own_words_beside_what_a_source_says(lexicon: JoinLexicon) -> None:
    text = "تسري الآلية طوال مدة الاتفاق أي عشر سنوات، غير أن الدول تقول إنها تمددها لمدة خمس عشرة سنة."
    said = ("تقول", "الدول", "تمددها لمدة خمس عشرة سنة")
    lengths = {"عشر سنوات": "P10Y", "خمس عشرة سنة": "P15Y"}
    assert not differences(lexicon, paper("a", text, {}, said, lengths=lengths))


def test_a_length_in_other_words(lexicon: JoinLexicon) -> None:
    told = {"a": ("أسبوعين", "P2W"), "b": ("15 يوما", "P15D")}
    texts = {ident: f"يستمر معسكر الفريق في الجبل لمدة {words}." for ident, (words, _) in told.items()}
    papers = [paper(ident, texts[ident], {}, lengths={told[ident][0]: told[ident][1]}) for ident in told]
    assert not differences(lexicon, *papers)


def test_a_value_that_is_set_right(lexicon: JoinLexicon) -> None:
    first = says("a", "قائد الشرطة", "عدد المتظاهرين في الساحة بلغ 60", "60", 60.0, None)
    text = "قال قائد الشرطة إن عدد المتظاهرين في الساحة 40 لا 60."
    figures: Told = {"40": (40.0, "=", None), "60": (60.0, "=", None)}
    later = paper("b", text, figures, ("قال", "قائد الشرطة", "عدد المتظاهرين في الساحة 40 لا 60"))
    (found,) = differences(lexicon, first, later)
    assert (found.kind, found.what, {side for side, _ in found.sides}) == ("update", "participants", {"40", "60"})


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        (100.0, 98.0, True),
        (2e6, 1.95e6, True),
        (2e6, 1.5e6, False),
        (12.0, 11.0, False),
        (6.0, 5.0, False),
    ],
)
def test_what_is_rounded_is_no_other_value(lexicon: JoinLexicon, one: float, other: float, holds: bool) -> None:
    amounts = [
        next(amounts_of(lexicon, says("a", SHEIKH, f"في القافلة {n:g} شاحنة", f"{n:g} شاحنة", n, "شاحنة")))
        for n in (one, other)
    ]
    assert can_both_hold(amounts[0], amounts[1]) == holds


def amounts_of(lexicon: JoinLexicon, read: Reading) -> Iterator[Amount]:
    return read_amounts(read, read_counts(read, lexicon), lexicon, load_amount_words())


def test_every_measure_has_words_in_both_languages() -> None:
    whats = {what for what, _, _ in read_table("amount_words.tsv", 3)} - {"*"}
    counted: Sequence[str] = [what for what, how, _ in read_table("toll_words.tsv", 3) if how in ("noun", "deed")]
    for what in {*whats, *CLASSES.values(), NUMBER, *counted} - {"sought"}:
        arabic, english = MEASURES[what]
        assert arabic.strip()
        assert english.isascii()


def numbers(lexicon: JoinLexicon, text: str, figures: Told) -> list[float]:
    read = paper("a", text, figures)
    return [amount.number for amount in amounts_of(lexicon, read)]


@pytest.mark.parametrize(
    ("text", "figures", "read"),
    [
        ("بلغت مدة الإصدارين 5 و7 أشهر من التداول.", {"7": (7.0, "=", None)}, []),
        ("تستضيف المدينة البطولة الثالثة والعشرين للكرة.", {"العشرين": (20.0, "=", None)}, []),
        ("بلغت الخسائر 7 ملايين دولار.", {"7 ملايين دولار": (7e6, "=", MONEY)}, [7e6]),
    ],
)
def test_numbers_of_which_a_part_stands_before(
    lexicon: JoinLexicon, text: str, figures: Told, read: list[float]
) -> None:
    assert numbers(lexicon, text, figures) == read


def test_passengers_are_not_all_aboard(lexicon: JoinLexicon) -> None:
    one = says("a", SHEIKH, "الطائرة كانت تقل 174 راكبا", "174 راكبا", 174, "راكبا")
    other = says("b", SOURCE, "على متن الطائرة 181 شخصا", "181 شخصا", 181, "شخصا")
    assert differences(lexicon, one, other) == []


def test_one_outlet_fills_its_mould(lexicon: JoinLexicon) -> None:
    text = "بلغت جائزة الشوط السابع لخيل الإنتاج المحلي على مضمار الواحة الشمالي {} ألف ريال نقدا."
    told = [
        paper(n, text.format(value), {f"{value} ألف ريال": (value * 1e3, "=", "ريال")})
        for n, value in (("a", 20), ("b", 60))
    ]
    assert len(differences(lexicon, *told)) == 1
    one = [replace(read, article=replace(read.article, outlet="صحيفة الواحة")) for read in told]
    assert differences(lexicon, *one) == []
