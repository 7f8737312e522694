"""Who takes part in a deed is told by the words around its slots: who falls into an ambush, between whom one met."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.lexicon.told_words import ToldWords, load_told_words
from tawatur.model import Article, Event, Published, Reading, Sentence, Span
from tawatur.pipeline import Knowledge, read_article
from tawatur.stories import build_stories
from tawatur.stories.happenings.part_taken import sides_of
from tawatur.stories.happenings.parties import PartyReader, build_world

DAY = date(2022, 4, 5)


@pytest.fixture(scope="module")
def told_words() -> ToldWords:
    return load_told_words()


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def sides(
    told: ToldWords, text: str, trigger: str, type_: str, actors: list[str], recipients: list[str]
) -> tuple[list[str], list[str]]:
    """Return the words of who acts and of whom it is done to, of an event of one sentence."""

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words))

    event = Event(
        0,
        span(trigger),
        type_,
        None,
        "actual",
        tuple(map(span, actors)),
        tuple(map(span, recipients)),
        None,
        None,
        (),
        (),
        None,
    )
    article = Article("a1", text, published=Published(DAY, DAY, "given"))
    reading = Reading(article, (Sentence(0, Span(0, len(text))),), (), (), (), (), (), (event,))
    reader = PartyReader(reading, build_world((), {}, (reading,), told))
    found = sides_of(reader, event, None, told)
    return [p.words for p in found[0]], [p.words for p in found[1]]


@pytest.mark.parametrize(
    ("text", "actors", "expected"),
    [
        ("وقعت قافلة للجيش في كمين نصبه مسلحون قرب النهر.", ["قافلة للجيش", "مسلحون"], (["مسلحون"], ["قافلة للجيش"])),
        ("سقطت دورية الحرس في كمين فجر اليوم.", ["دورية الحرس"], ([], ["دورية الحرس"])),
        ("الدورية وقعت في كمين على الطريق.", ["الدورية"], ([], ["الدورية"])),
        ("نصب مسلحون كمين الوادي.", ["مسلحون"], (["مسلحون"], [])),
    ],
)
def test_who_falls_into_an_ambush_does_not_lay_it(
    told_words: ToldWords, text: str, actors: list[str], expected: tuple[list[str], list[str]]
) -> None:
    assert sides(told_words, text, "كمين", "ASSAULT", actors, []) == expected


@pytest.mark.parametrize(
    ("text", "actors", "expected"),
    [
        (
            "أكد الناطق الأمر بعد اجتماع جرى سرا بين المبعوث وقادة العشائر.",
            ["الناطق", "المبعوث", "قادة العشائر"],
            ["المبعوث", "قادة العشائر"],
        ),
        (
            "عقد الوالي اجتماع عمل لبحث التعاون بين البلدية والجامعة.",
            ["الوالي", "البلدية", "الجامعة"],
            ["الوالي", "البلدية", "الجامعة"],
        ),
        ("عقد الوالي اجتماع عمل مع رئيس البلدية.", ["الوالي", "رئيس البلدية"], ["الوالي", "رئيس البلدية"]),
    ],
)
def test_between_names_those_who_met(told_words: ToldWords, text: str, actors: list[str], expected: list[str]) -> None:
    assert sides(told_words, text, "اجتماع", "CONSULT", actors, [])[0] == expected


def test_those_told_of_before_them_did_not_fall_into_the_ambush(told_words: ToldWords) -> None:
    text = "بعد مقتل ستة جنود في بلدة أخرى، وقع رتل في كمين عند المدخل."
    assert sides(told_words, text, "كمين", "ASSAULT", ["رتل"], ["ستة جنود"]) == ([], ["رتل"])


def test_a_stance_on_an_agreement_makes_nobody_a_party_to_it(told_words: ToldWords) -> None:
    text = "كرر الوزير تحفظات بلاده على الاتفاق خلال لقاء أمس."
    assert sides(told_words, text, "الاتفاق", "AGREE", ["الوزير"], []) == ([], [])
    text = "وقع الوزير أمس الاتفاق مع الشركة."
    assert sides(told_words, text, "الاتفاق", "AGREE", ["الوزير"], ["الشركة"]) == (["الوزير"], ["الشركة"])


def test_the_body_that_the_arrested_belong_to_is_not_arrested(told_words: ToldWords) -> None:
    text = "أعلن اعتقال ثلاثة شبان ينتمون إلى شبكة تهريب."
    assert sides(told_words, text, "اعتقال", "COERCE", [], ["ثلاثة شبان", "شبكة تهريب"]) == ([], ["ثلاثة شبان"])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "expected"),
    [
        ("فتحت المدارس بعد تحرير البلدة من المسلحين.", "تحرير", ["المسلحين"], ([], ["المسلحين"])),
        ("أعلن تحرير البلدة بعملية نفذها الجيش.", "تحرير", ["الجيش"], (["الجيش"], [])),
        (
            "تلقت فرق الإطفاء بلاغا عن سقوط قذيفة على مزرعة.",
            "سقوط",
            ["فرق الإطفاء"],
            ([], []),
        ),
        ("أنهت القوات حصارا ثم سقوط البلدة.", "سقوط", ["القوات"], (["القوات"], [])),
        ("استهدفت سيارة نقطة تفتيش تابعة لوحدات الحماية ثم وقع تفجير.", "تفجير", ["وحدات الحماية"], ([], [])),
    ],
)
def test_who_is_driven_out_or_gets_notice_of_it_does_nothing(
    told_words: ToldWords, text: str, trigger: str, actors: list[str], expected: tuple[list[str], list[str]]
) -> None:
    assert sides(told_words, text, trigger, "ASSAULT", actors, []) == expected


def test_the_title_tells_whom_an_ambush_was_laid_for(lexicons: Lexicons) -> None:
    text = "وقع رتل عسكري في كمين قرب مدينة كيفة الثلاثاء، وقتل أربعة جنود."
    article = Article("a1", text, published=Published(DAY, DAY, "given"))
    built = build_stories([read_article(article, Knowledge(lexicons))], lexicons)
    assert not any("على يد رتل" in h.label or "من رتل" in h.label for h in built.happenings)
