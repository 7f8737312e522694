"""Copies: what is one text however it was shortened, credited or spelt, and what only looks like it."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Anchor, Article, Published
from tawatur.stories.copies import copy_likeness, find_copies
from tawatur.stories.copies.origin import find_credits
from tawatur.stories.copies.texts import folded_words

WIRE = (
    "أعلنت بلدية طرابلس صباح الاثنين إغلاق الجسر القديم الذي يربط ضفتي المدينة بعد ظهور تشققات في دعاماته الوسطى. "
    "وقال المهندس سالم القنطري الذي يرأس لجنة الفحص إن الجسر بني قبل سبعين عاما ولم يخضع لصيانة شاملة منذ عقدين. "
    "وأضاف أن حركة الشاحنات ستحول إلى الطريق الساحلي حتى نهاية الصيف، وأن الحافلات ستسلك شارع الميناء. "
    "وطلب سكان الضفة الشرقية من البلدية تشغيل عبارات مجانية، لأن أبناءهم يعبرون الجسر يوميا إلى مدارسهم. "
    "وتقدر كلفة الإصلاح بنحو أربعة ملايين دينار، وفق ما جاء في وثيقة عرضتها اللجنة على أعضاء المجلس. "
    "ولم تحدد البلدية موعدا لإعادة فتح الجسر، لكنها وعدت بنشر تقرير أسبوعي عن سير الأشغال."
)
OTHER = (
    "فازت الشاعرة نجلاء الهوني بجائزة المدينة للآداب عن ديوانها الثالث الذي صدر في تونس مطلع العام. "
    "وقالت لجنة التحكيم إن قصائدها تمزج بين لغة الصيادين في جزيرة جربة والموشح القديم. "
    "وتسلمت الهوني الجائزة في حفل أقيم في المسرح البلدي، وقرأت ثلاثا من قصائدها أمام جمهور غفير. "
    "ويصدر ديوانها الرابع في الخريف عن دار النخلة، وهو مهدى إلى معلمتها في مدرسة القرية."
)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def article(name: str, text: str, outlet: str = "أ") -> Article:
    return Article(name, text, outlet=outlet)


def groups(lexicon: StoryLexicon, *articles: Article) -> list[tuple[str, ...]]:
    return [copy.articles for copy in find_copies(articles, lexicon)]


SENTENCES = WIRE.split(". ")


@pytest.mark.parametrize(
    "copied",
    [
        WIRE,
        WIRE.replace("أ", "ا").replace("ة", "ه").replace("ى", "ي"),
        WIRE.replace("أعلنت", "أَعْلَنَتْ").replace("الجسر", "الجســر"),
        "طرابلس (رويترز) - " + WIRE,
        WIRE.replace(". ", ".\n\n"),
        ". ".join(SENTENCES[:3]),
        ". ".join(SENTENCES[:2] + SENTENCES[3:]),
        WIRE + " " + OTHER.split(". ")[0],
        WIRE.replace("صباح الاثنين", "اليوم الاثنين").replace("وأضاف أن", "وأوضح أن").replace("نحو", "حوالي"),
    ],
    ids=["exact", "spelling", "marks", "dateline", "lines", "shortened", "a gap", "extended", "reworked"],
)
def test_a_copy_is_found_however_it_was_edited(lexicon: StoryLexicon, copied: str) -> None:
    assert groups(lexicon, article("a", WIRE), article("b", copied), article("c", OTHER)) == [("a", "b")]


def test_kinds(lexicon: StoryLexicon) -> None:
    (exact,) = find_copies([article("a", WIRE), article("b", WIRE)], lexicon)
    (near,) = find_copies([article("a", WIRE), article("b", WIRE.replace("صباح", "فجر"))], lexicon)
    reworked = ". ".join([*SENTENCES[:2], *SENTENCES[4:], OTHER])
    (late,) = find_copies([article("a", WIRE), article("b", reworked)], lexicon)
    assert (exact.kind, exact.shared, near.kind, late.kind) == ("exact", 1.0, "near", "reworked")


def test_another_text_on_the_same_subject_is_no_copy(lexicon: StoryLexicon) -> None:
    retold = (
        "شكا أهالي الحي الشرقي في طرابلس من طوابير طويلة أمام مرسى القوارب بعد أن منعت الشرطة المرور فوق الجسر القديم. "
        "وروت المعلمة هدى الزليطني أنها احتاجت ساعتين لتصل إلى مدرستها، وأن نصف تلاميذها غابوا. "
        "ودعت نقابة السائقين إلى اجتماع عاجل مع اللجنة التي فحصت الدعامات."
    )
    assert groups(lexicon, article("a", WIRE), article("b", retold)) == []


def test_a_shared_footer_is_no_copy(lexicon: StoryLexicon) -> None:
    footer = "\nاشترك في خدمة الأخبار العاجلة بإرسال الرقم واحد إلى الرقم الموحد من أي مشغل في البلاد"
    bodies = [" ".join(f"كلمة{i}{j}" for j in range(25)) for i in range(6)]
    assert groups(lexicon, *(article(f"a{i}", body + footer) for i, body in enumerate(bodies))) == []


def test_a_footer_does_not_hide_a_copy(lexicon: StoryLexicon) -> None:
    footer = "\nاشترك في خدمة الأخبار العاجلة بإرسال الرقم واحد إلى الرقم الموحد من أي مشغل في البلاد"
    bodies = [" ".join(f"كلمة{i}{j}" for j in range(25)) for i in range(6)]
    articles = [article(f"a{i}", body + footer) for i, body in enumerate(bodies)]
    assert groups(lexicon, *articles, article("z", bodies[2] + footer)) == [("a2", "z")]


def test_tables_of_times_are_no_copies(lexicon: StoryLexicon) -> None:
    cities = ["الرباط", "فاس", "طنجة", "أغادير", "وجدة", "مراكش"]
    days = [
        "مواقيت الصلاة " + " ".join(f"{c} {h}:{day + n} {h + 3}:{day * 2 + n}" for n, c in enumerate(cities, 10))
        for day, h in ((1, 4), (7, 5))
    ]
    assert groups(lexicon, article("a", days[0]), article("b", days[1])) == []


def test_one_sentence_texts_need_the_same_words(lexicon: StoryLexicon) -> None:
    one, other = "وصول سفينة المعونة إلى ميناء المكلا", "وصول سفينة القمح إلى ميناء الحديدة"
    assert groups(lexicon, article("a", one), article("b", other)) == []
    assert groups(lexicon, article("a", one), article("b", one)) == [("a", "b")]


def test_empty_input(lexicon: StoryLexicon) -> None:
    assert groups(lexicon) == []
    assert groups(lexicon, article("a", ""), article("b", "")) == []


def test_order_changes_nothing(lexicon: StoryLexicon) -> None:
    articles = [article(f"w{i}", ". ".join(SENTENCES[: 3 + i % 4])) for i in range(8)]
    articles += [article(f"o{i}", OTHER) for i in range(3)]
    first = find_copies(articles, lexicon)
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        assert find_copies(articles, lexicon) == first


@given(st.lists(st.text(alphabet="ابتثو \n.ـ\u064e\u200f٣(ﷺ", max_size=60), max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_article_is_in_one_group_at_most(texts: list[str]) -> None:
    copies = find_copies([article(f"a{i}", text) for i, text in enumerate(texts)], StoryLexicon())
    held = [i for copy in copies for i in copy.articles]
    assert len(held) == len(set(held))
    assert all(len(copy.articles) > 1 and 0.0 < copy.shared <= 1.0 for copy in copies)


@given(st.lists(st.sampled_from("ابتثجح"), max_size=30), st.lists(st.sampled_from("ابتثجح"), max_size=30))
def test_likeness_has_no_side(one: list[str], other: list[str]) -> None:
    assert copy_likeness(tuple(one), tuple(other)) == copy_likeness(tuple(other), tuple(one))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("طرابلس (رويترز) - " + WIRE, ["رويترز"]),
        ("الرياض - واس: " + WIRE, ["وكالة الأنباء السعودية"]),
        ("بيروت: «الشرق الأوسط» " + WIRE, []),
        (WIRE + " (أ ف ب)", ["فرانس برس"]),
        (WIRE + " (أ.ف.ب).", ["فرانس برس"]),
        (WIRE + "\nد ب أ", ["وكالة الأنباء الألمانية"]),
        ("واشنطن، الولايات المتحدة (CNN) -- " + WIRE, ["سي إن إن"]),
        ("فارس القحطاني - عمّان: " + WIRE, []),
        ("مهر العروس غال - " + WIRE, []),
        ("قالت وكالة رويترز في نبأ عاجل إن الجسر أغلق وإن السكان غاضبون من البلدية التي لم تنذرهم: " + WIRE, []),
        (WIRE, []),
    ],
)
def test_credits(lexicon: StoryLexicon, text: str, names: list[str]) -> None:
    found = list(find_credits(article("a", text), lexicon.agencies))
    assert [agency.name for agency, _ in found] == names
    for _, anchor in found:
        anchor.check(text)


def test_the_origin_needs_a_credit_that_is_not_contradicted(lexicon: StoryLexicon) -> None:
    plain, credited = article("a", WIRE), article("b", WIRE + " (أ ف ب)")
    other = article("c", "طرابلس (رويترز) - " + WIRE)
    (copy,) = find_copies([plain, credited], lexicon)
    assert (copy.origin, [e.exact for e in copy.evidence]) == ("فرانس برس", ["أ ف ب"])
    (unknown,) = find_copies([plain, article("d", WIRE)], lexicon)
    assert (unknown.origin, unknown.evidence) == (None, ())
    (torn,) = find_copies([plain, credited, other], lexicon)
    assert torn.origin is None
    assert len(torn.evidence) == 2


def test_credits_of_the_page_count(lexicon: StoryLexicon) -> None:
    page = "نشر يوم الأحد\nالمصدر: رويترز"
    credit = Anchor("page1", 22, 28, page[22:28])
    (copy,) = find_copies([Article("a", WIRE, credits=(credit,)), article("b", WIRE)], lexicon)
    assert copy.origin == "رويترز"
    copy.evidence[0].check(page)


def test_folded_words() -> None:
    assert folded_words("إنَّ الآلة، رقم ٣!") == ("ان", "الاله", "رقم", "3")


def telegram(country: str, leader: str, feast: str, capital: str) -> str:
    return (
        f"بعث رئيس الجمهورية سالم القنطري برقية تهنئة إلى {leader} رئيس {country} بمناسبة {feast} في بلاده. "
        f"وأعرب الرئيس باسمه وباسم الشعب عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لرئيس {country} {leader} "
        f"ولشعب {country} الصديق المزيد من التقدم والازدهار. وتقام في {capital} احتفالات بمناسبة {feast} "
        "يحضرها وفد رسمي برئاسة وزير الثقافة، وأشاد بالعلاقات المتميزة التي تربط البلدين ويحرص الجانبان على تنميتها."
    )


def test_reports_of_one_mould_on_two_subjects_are_no_copies(lexicon: StoryLexicon) -> None:
    one = telegram("جامايكا", "دونالد هيبرت", "ذكرى الاستقلال", "كينغستون")
    other = telegram("منغوليا", "باتار غانسوخ", "مهرجان النادام", "أولان باتور")
    titles = ["القنطري يهنئ جامايكا بذكرى الاستقلال", "القنطري يهنئ منغوليا بمهرجان النادام"]
    assert copy_likeness(folded_words(one), folded_words(other)).score > 0.6
    assert groups(lexicon, Article("a", one, titles[0]), Article("b", other, titles[1])) == []
    assert groups(lexicon, Article("a", one, titles[0]), Article("b", one.replace("أصدق", "أحر"), titles[0])) == [
        ("a", "b")
    ]


def test_a_text_that_comes_back_later_must_be_nearly_the_same(lexicon: StoryLexicon) -> None:
    def dated(name: str, text: str, day: int) -> Article:
        return Article(name, text, published=Published(date(2020, 5, day), date(2020, 5, day), "given"))

    reworked = ". ".join([*SENTENCES[:2], *SENTENCES[4:], OTHER])
    assert groups(lexicon, dated("a", WIRE, 1), dated("b", reworked, 2)) == [("a", "b")]
    assert groups(lexicon, dated("a", WIRE, 1), dated("b", reworked, 20)) == []
    assert groups(lexicon, dated("a", WIRE, 1), dated("b", WIRE, 20)) == [("a", "b")]
