"""What tells one happening of a kind from another of the same kind, in one article and across articles."""

from __future__ import annotations

from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Reading, Stories
from tawatur.stories.happenings.apart import is_as_such, items_of
from tawatur.stories.happenings.unnamed import is_unnamed


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


def sizes(stories: Stories) -> list[int]:
    return sorted(len(happening.reports) for happening in stories.happenings)


def customs(second: str) -> Reading:
    text = (
        f"ضبط جمارك ميناء الساحل مسافرا قدم على متن رحلة وفي حقيبته كبسولات. {second} "
        "ضبط جمارك ميناء الساحل مسافرا قدم على متن رحلة وفي حقيبته مسحوق."
    )
    events = [
        {"trigger": "ضبط", "nth": n, "type": "COERCE", "actors": ["جمارك ميناء الساحل"], "recipients": ["مسافرا"]}
        for n in (0, 1)
    ]
    return reading("a1", text, day="2023-05-07", names={"جمارك ميناء الساحل": ("ORG", "customs", None)}, events=events)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("وفي العملية الثانية", [1, 1]),
        ("وفي الحادث الثالث", [1, 1]),
        ("من جهة أخرى", [1, 1]),
        ("وبحسب المدير", [2]),
        # A second day, or a deputy, is no second find.
        ("وأكد النائب الثاني أنه", [2]),
    ],
)
def test_what_an_article_calls_the_second_is_another(lexicon: JoinLexicon, second: str, expected: list[int]) -> None:
    assert sizes(build(lexicon, customs(second))) == expected


def test_one_police_force_and_two_people_in_two_sentences_are_two_arrests(lexicon: JoinLexicon) -> None:
    text = "أوقفت شرطة الساحل بائع دراجات بتهمة الغش. وأوقفت شرطة الساحل طبيب أسنان يعمل دون رخصة."
    events = [
        {"trigger": "أوقفت", "type": "COERCE", "actors": ["شرطة الساحل"], "recipients": ["بائع دراجات"]},
        {"trigger": "أوقفت", "nth": 1, "type": "COERCE", "actors": ["شرطة الساحل"], "recipients": ["طبيب أسنان"]},
    ]
    one = reading("a1", text, day="2023-05-07", names={"شرطة الساحل": ("ORG", "police", None)}, events=events)
    assert sizes(build(lexicon, one)) == [1, 1]


def convict(ident: str, who: str, key: str) -> Reading:
    text = f"نفذت وزارة العدل اليوم حكم القتل في مهرب بمدينة كسلا. وجرى القبض على {who} وهو يهرب كمية كبيرة."
    return reading(
        ident,
        text,
        day="2023-05-07",
        names={
            "وزارة العدل": ("ORG", "justice", None),
            "كسلا": ("GPE", "kassala", "gpe:GN371760"),
            who: ("PER", key, None),
        },
        times={"اليوم": ("2023-05-07", "2023-05-07")},
        events=[
            {"trigger": "القتل", "type": "ASSAULT", "actors": ["وزارة العدل"], "place": "كسلا", "time": "اليوم"},
            {"trigger": "القبض", "type": "COERCE", "recipients": [who]},
        ],
    )


@pytest.mark.parametrize(("who", "key", "together"), [("سالم العمري", "salem", True), ("رائد الخطيب", "raed", False)])
def test_one_formula_about_two_people_is_two_deeds(lexicon: JoinLexicon, who: str, key: str, together: bool) -> None:
    stories = build(lexicon, convict("a1", "سالم العمري", "salem"), convict("a2", who, key), clusters=[("a1", "a2")])
    killings = [h for h in stories.happenings if h.type == "ASSAULT"]
    assert (len(killings) == 1) is together


def robbery(ident: str, who: str, text: str) -> Reading:
    event = {"trigger": "سرق", "type": "ASSAULT", "actors": [who], "time": "السبت"}
    days = {"السبت": ("2023-05-06", "2023-05-06")}
    return reading(ident, text.format(who), day="2023-05-07", times=days, events=[event])


@pytest.mark.parametrize(("who", "expected"), [("مسلحون مجهولون", [1, 1]), ("طيارو نادي الصقور", [2])])
def test_unnamed_people_in_two_articles_are_not_the_same(lexicon: JoinLexicon, who: str, expected: list[int]) -> None:
    one = robbery("a1", who, "هدأت السوق. وعاد التجار. وسرق {} السبت سيارة أجرة قرب الميناء القديم.")
    other = robbery("a2", who, "أغلقت المدارس. ونزل المطر. كما سرق {} السبت متجرا للهواتف في ساعة متأخرة.")
    assert sizes(build(lexicon, one, other, clusters=[("a1", "a2")])) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("مواطن", True),
        ("أحد المسافرين القادمين", True),
        ("ثلاثة مسلحين مجهولين", True),
        ("عدد من المدنيين", True),
        ("والمسلحون", True),
        ("مُسَلَّحِينَ", True),
        ("شرطة الساحل", False),
        ("وزير العدل", False),
        ("ثلاث شاحنات", False),
        ("", False),
        ("،", False),
    ],
)
def test_words_for_people_of_whom_nothing_is_said(lexicon: JoinLexicon, words: str, expected: bool) -> None:
    assert is_unnamed(words, lexicon.told) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("القتل", True), ("والحرب", True), ("الهجوم", False), ("الزياره", False)]
)
def test_nouns_that_may_mean_a_thing_as_such(lexicon: JoinLexicon, word: str, expected: bool) -> None:
    assert is_as_such(word, lexicon.told) is expected


def told_twice(noun: str) -> Reading:
    text = f"شهدت بلدة كسلا السبت {noun} كبيرا أودى بثلاثة. ويرى باحثون أن ال{noun} ظاهرة قديمة."
    return reading(
        "a1",
        text,
        day="2023-05-07",
        names={"كسلا": ("GPE", "kassala", "gpe:GN371760")},
        times={"السبت": ("2023-05-06", "2023-05-06")},
        events=[
            {"trigger": noun, "type": "COERCE", "place": "كسلا", "time": "السبت"},
            {"trigger": f"ال{noun}", "type": "COERCE"},
        ],
    )


def test_a_thing_as_such_does_not_point_back(lexicon: JoinLexicon) -> None:
    assert sizes(build(lexicon, told_twice("تهريب"))) == [1, 1]
    assert sizes(build(lexicon, told_twice("اقتحام"))) == [2]


def one_event(text: str, **event: Any) -> Reading:
    return reading("a1", text, day="2023-05-07", events=[event])


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("قال مصدر في البلدة، طالبا عدم كشف هويته، إن السوق أغلق.", "طالبا", 0),
        ("قال مصدر في البلدة، طالباً عدم ذكر اسمه، إن السوق أغلق.", "طالبا", 0),
        ("رفض المصدر الكشف عن هويته.", "رفض", 0),
        ("ختم الشيخ كلمته داعيا الله أن يحفظ الناس.", "داعيا", 0),
        ("قال المدير، طالبا زيادة الأجور، إن السوق أغلق.", "طالبا", 1),
        ("رفض المدير الكشف عن أرباح الشركة.", "رفض", 1),
        ("ختم الشيخ كلمته داعيا التجار إلى الصبر.", "داعيا", 1),
    ],
)
def test_how_somebody_speaks_is_no_happening(lexicon: JoinLexicon, text: str, trigger: str, kept: int) -> None:
    found = build(lexicon, one_event(text, trigger=trigger, type="REJECT" if trigger == "رفض" else "REQUEST"))
    assert len(found.happenings) == kept


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("اقتحم مسلحون المخزن قبل أن", "actual"),
        ("اقتحم مسلحون المخزن بعد أن", "actual"),
        ("اقتحم مسلحون المخزن ويريدون أن", "hypothetical"),
        # Who was killed before it did nothing more.
        ("اقتحم مسلحون المخزن وقتلوا قبل أن", "hypothetical"),
    ],
)
def test_the_next_step_of_what_is_told_as_done_is_done(lexicon: JoinLexicon, before: str, status: str) -> None:
    one = reading(
        "a1",
        f"{before} يحرقوا ثلاث شاحنات.",
        day="2023-05-07",
        events=[
            {"trigger": "اقتحم", "type": "COERCE", "actors": ["مسلحون"]},
            {"trigger": "يحرقوا", "type": "ASSAULT", "recipients": ["ثلاث شاحنات"], "status": "hypothetical"},
        ],
    )
    (burnt,) = (h for h in build(lexicon, one).happenings if h.type == "ASSAULT")
    assert burnt.status == status


def test_a_verb_and_its_object_are_one_act(lexicon: JoinLexicon) -> None:
    text = "{} القوة {} إلى البلدة."
    events = [{"trigger": "أرسلت", "type": "MOBILIZE", "actors": ["القوة"]}, {"trigger": "تعزيزات", "type": "MOBILIZE"}]
    beside = reading("a1", "قال العقيد إن القوة أرسلت تعزيزات إلى البلدة.", day="2023-05-07", events=events)
    assert sizes(build(lexicon, beside)) == [2]
    apart = reading("a1", text.format("أرسلت", "إلى البلدة سيارات، وطلبت تعزيزات"), day="2023-05-07", events=events)
    assert sizes(build(lexicon, apart)) == [1, 1]
    further = reading("a1", "قال العقيد إن القوة أرسلت وتعزيزات تكفيها.", day="2023-05-07", events=events)
    assert sizes(build(lexicon, further)) == [1, 1]


BRIEFS = (
    "مقتل ثلاثة في كسلا\nكسلا - «الضفاف»: قتل حراس السوق في انهيار جدار السبت.\n"
    "سيول تغلق طريق الميناء\nبورتسودان - «الضفاف»: قتل حراس السوق في سيول أغلقت الطريق السبت."
)


def test_items_of_a_page_of_briefs_are_never_one_happening(lexicon: JoinLexicon) -> None:
    deaths = [{"trigger": "قتل", "nth": n, "type": "ASSAULT", "recipients": ["حراس السوق"]} for n in (1, 2)]
    text = BRIEFS.replace("مقتل", "وفاة")
    deaths = [{**event, "nth": n} for n, event in enumerate(deaths)]
    assert sizes(build(lexicon, reading("a1", text, day="2023-05-07", events=deaths))) == [1, 1]
    one = "قتل حراس السوق في انهيار جدار السبت.\nوقالت البلدية إن الجدار قتل حراس السوق حين انهار السبت."
    assert sizes(build(lexicon, reading("a1", one, day="2023-05-07", events=deaths))) == [2]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (BRIEFS, 2),
        ("كسلا (ضفاف) - هدأت السوق.\nبورتسودان (ضفاف) - عاد التجار.", 2),
        # A dateline alone makes no page of briefs; nor does a speaker before a colon.
        ("كسلا - «الضفاف»: هدأت السوق.\nوعاد التجار.", 0),
        ("قال المدير: هدأت السوق.\nقال التاجر: عدنا.", 0),
        ("", 0),
    ],
)
def test_where_the_items_of_a_page_begin(text: str, count: int) -> None:
    items = items_of(text)
    assert len(items) == count
    assert all(0 <= place < len(text) and (place == 0 or text[place - 1] == "\n") for place in items)
