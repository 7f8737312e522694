"""Reworked copies: another opening, parts left out or added, sentences moved, and one text is still behind them."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, Published
from tawatur.stories.copies import align, find_copies, find_reworked, sentences_of
from tawatur.stories.copies.candidates import run_hashes, sharing_pairs

WIRE = [
    "أعلنت بلدية طرابلس صباح الاثنين إغلاق الجسر القديم الذي يربط ضفتي المدينة بعد ظهور تشققات في دعاماته الوسطى.",
    "وقال المهندس سالم القنطري الذي يرأس لجنة الفحص إن الجسر بني قبل سبعين عاما ولم يخضع لصيانة شاملة منذ عقدين.",
    "وأضاف أن حركة الشاحنات ستحول إلى الطريق الساحلي حتى نهاية الصيف وأن الحافلات ستسلك شارع الميناء الجديد.",
    "وطلب سكان الضفة الشرقية من البلدية تشغيل عبارات مجانية لأن أبناءهم يعبرون الجسر يوميا إلى مدارسهم في المدينة.",
    "وتقدر كلفة الإصلاح بنحو أربعة ملايين دينار وفق ما جاء في وثيقة عرضتها اللجنة على أعضاء المجلس البلدي.",
    "ولم تحدد البلدية موعدا لإعادة فتح الجسر لكنها وعدت بنشر تقرير أسبوعي عن سير الأشغال على موقعها.",
]
LEAD = [
    "استيقظ أهالي الحي الشرقي على طوابير طويلة أمام مرسى القوارب في أول يوم بلا جسر يصلهم بوسط مدينتهم.",
    "وروت المعلمة هدى الزليطني للصحيفة أنها احتاجت ساعتين لتصل إلى مدرستها وأن نصف تلاميذها غابوا عن الدرس.",
    "أما بائع السمك عمران فقال إنه باع صيده على الرصيف لأن زبائنه لم يجدوا طريقا إلى السوق قبل الظهر.",
    "ودعت نقابة السائقين أعضاءها إلى لقاء مفتوح مساء الأربعاء في مقهى الميناء للتشاور في أجور الرحلات الأطول.",
]
PARAGRAPH = "ويعد الجسر من أقدم منشآت الساحل وكان مهندسون قد حذروا من حاله قبل ثلاث سنوات في رسالة نشرتها نقابتهم."
OTHER = (
    "فازت الشاعرة نجلاء الهوني بجائزة المدينة للآداب عن ديوانها الثالث الذي صدر في تونس مطلع العام الجاري. "
    "وقالت لجنة التحكيم إن قصائدها تمزج بين لغة الصيادين في جزيرة جربة والموشح القديم بلا تكلف. "
    "وتسلمت الهوني الجائزة في حفل أقيم في المسرح البلدي وقرأت ثلاثا من قصائدها أمام جمهور غفير من الطلاب."
)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def article(name: str, *sentences: str, day: date | None = None) -> Article:
    return Article(name, " ".join(sentences), published=Published(day, day, "given") if day else None)


def reworked(lexicon: StoryLexicon, *articles: Article) -> list[tuple[str, ...]]:
    return [group.articles for group in find_reworked(articles, find_copies(articles, lexicon), lexicon)]


@pytest.mark.parametrize(
    "text",
    [
        [*LEAD, *WIRE[1:]],
        [*LEAD, *WIRE[2:], PARAGRAPH],
        [*LEAD, *reversed(WIRE[1:])],
        [*LEAD, *(s.replace("وأضاف أن", "وأوضح أن").replace("نحو", "حوالي") for s in WIRE[1:])],
        [*LEAD, *(s.rstrip(".") + "،" for s in WIRE[1:])],
        [*LEAD, *(s.replace("ة", "ه").replace("أ", "ا") for s in WIRE[1:])],
    ],
    ids=["another lead", "a paragraph added", "another order", "words changed", "sentences joined", "spelling"],
)
def test_a_reworked_copy_is_found(lexicon: StoryLexicon, text: list[str]) -> None:
    assert reworked(lexicon, article("a", *WIRE), article("b", *text), article("c", OTHER)) == [("a", "b")]


def test_one_quoted_sentence_is_no_copy(lexicon: StoryLexicon) -> None:
    assert reworked(lexicon, article("a", *WIRE), article("b", *LEAD, PARAGRAPH, WIRE[1])) == []


def test_a_roundup_does_not_join_what_it_rounds_up(lexicon: StoryLexicon) -> None:
    found = reworked(lexicon, article("a", *WIRE), article("b", OTHER), article("r", PARAGRAPH, OTHER, *WIRE))
    assert not any({"a", "b"} <= set(group) for group in found)


def test_the_same_text_weeks_later_is_another_report(lexicon: StoryLexicon) -> None:
    early = article("a", *WIRE, day=date(2021, 3, 1))
    late = [article(f"b{n}", *LEAD, *WIRE[2:], PARAGRAPH, day=date(2021, 3, n)) for n in (2, 25)]
    assert reworked(lexicon, early, late[0]) == [("a", "b2")]
    assert reworked(lexicon, early, late[1]) == []


def test_copies_go_into_a_group_wholly(lexicon: StoryLexicon) -> None:
    articles = [article("a1", *WIRE), article("a2", *WIRE), article("b", *LEAD, *WIRE[1:])]
    (group,) = find_reworked(articles, find_copies(articles, lexicon), lexicon)
    assert (group.articles, group.kind) == (("a1", "a2", "b"), "reworked")
    assert 0.7 < group.shared < 1.0
    assert group.reasons[0].startswith("2 texts share whole sentences: 8")


def test_the_parts_shared_and_added_are_known(lexicon: StoryLexicon) -> None:
    text = " ".join([*LEAD, *WIRE[2:], PARAGRAPH])
    found = align(sentences_of(" ".join(WIRE)), sentences_of(text))
    own = [text[span.start : span.end] for span in found.other_own]
    assert own == [sentence.rstrip(".") for sentence in (*LEAD, PARAGRAPH)]
    assert [text[span.start : span.end] for span in found.other_shared] == [s.rstrip(".") for s in WIRE[2:]]
    assert 0.6 < found.one_share < 0.75
    assert 0.35 < found.other_share < 0.5


def test_order_changes_nothing(lexicon: StoryLexicon) -> None:
    articles = [article(f"w{n}", *LEAD[: n % 3], *WIRE[n % 2 :]) for n in range(6)] + [article("o", OTHER)]
    copies = find_copies(articles, lexicon)
    first = find_reworked(articles, copies, lexicon)
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        assert find_reworked(articles, copies, lexicon) == first


@given(st.text(alphabet="ابت \n.؟!ـ\u064e\u200f٣", max_size=120), st.text(alphabet="ابت \n.", max_size=120))
@settings(max_examples=80, deadline=None)
def test_sentences_are_places_of_the_text(one: str, other: str) -> None:
    mine, theirs = sentences_of(one), sentences_of(other)
    assert all(one[s.span.start : s.span.end].strip() == one[s.span.start : s.span.end] != "" for s in mine)
    found = align(mine, theirs)
    assert sorted((*found.one_shared, *found.one_own)) == sorted(s.span for s in mine)
    turned = align(theirs, mine)
    assert (found.one_share, found.other_share) == (turned.other_share, turned.one_share)


def test_the_index_in_parts_gives_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    texts = [[str(chance.randrange(40)) for _ in range(60)] for _ in range(40)]
    texts += [[*text[:40], *texts[n + 1][:20]] for n, text in enumerate(texts[:20])]
    known: dict[str, int] = {}
    runs = [run_hashes(text, known) for text in texts]
    whole = sharing_pairs(runs)
    monkeypatch.setattr("tawatur.stories.copies.candidates._PART", 100)
    assert sharing_pairs(runs) == whole
    assert len(whole) >= 20
