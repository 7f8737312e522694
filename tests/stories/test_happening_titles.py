"""Titles of happenings: nominal phrases in both languages, made of type, participants and place."""

from __future__ import annotations

import pytest

from tawatur.lexicon import title_words
from tawatur.lexicon.tables import LexiconError
from tawatur.lexicon.title_words import load_title_words
from tawatur.stories.happenings.labels import pattern_of, title
from tawatur.stories.happenings.title_names import behind_li, behind_wa, described, in_english
from tawatur.stories.happenings.title_patterns import BY_FAMILY, BY_MODE, BY_TYPE, BY_WORD, TYPE_NAMES
from tawatur.text.fold import fold
from tawatur.views.wording import codes, with_status, word

WORDS = load_title_words()

# type, mode, family, trigger; who acts; to whom; the place with the word before it; what the title says in Arabic.
ARABIC = [
    (("ASSAULT", None, "attack", "هجوم"), [], ["قافلة"], ("أغاديز", "قرب"), "هجوم على قافلة قرب أغاديز"),
    (("ASSAULT", "firearms", "killing", "قتل"), ["مسلحين"], ["جنود"], ("", ""), "مقتل جنود على يد مسلحين"),
    (("ASSAULT", None, "killing", "مقتل"), [], [], ("سبها", ""), "سقوط قتلى في سبها"),
    (("ASSAULT", "drone", "attack", "استهداف"), ["الجبهة"], ["المطار"], ("", ""), "هجوم بمسيّرة من الجبهة على المطار"),
    (("ASSAULT", None, "clash", "اشتباكات"), ["الجيش", "مسلحين"], [], ("", ""), "اشتباك بين الجيش ومسلحين"),
    (("ASSAULT", None, "attack", "كمين"), [], ["دورية"], ("كيدال", ""), "كمين لدورية في كيدال"),
    (("ASSAULT", "abduct", "abduction", "خطف"), [], ["طبيب"], ("", ""), "اختطاف طبيب"),
    (("CONSULT", "visit", "visit", "زار"), ["سالم الرعد"], [], ("أوسلو", ""), "زيارة سالم الرعد إلى أوسلو"),
    (
        ("CONSULT", None, "meeting", "التقى"),
        ["سالم الرعد"],
        ["نورة القطان"],
        ("", ""),
        "لقاء بين سالم الرعد ونورة القطان",
    ),
    (("CONSULT", None, "meeting", "مفاوضات"), ["مالي"], [], ("الجزائر", ""), "محادثات مع مالي في الجزائر"),
    (("REJECT", None, "denial", "نفته"), ["الشرطة"], [], ("", ""), "نفي من الشرطة"),
    (("REJECT", None, "refusal", "رفض"), ["البرلمان"], [], ("", ""), "رفض من البرلمان"),
    (("PROTEST", None, None, "خرج"), ["مزارعين"], [], ("سبها", ""), "احتجاج مزارعين في سبها"),
    (("PROTEST", "demo", "protest", "تظاهر"), ["طلاب"], ["القرار"], ("", ""), "مظاهرة طلاب ضد القرار"),
    (("PROTEST", "demo", "ceasefire", "وقفة"), ["طلاب"], [], ("", ""), "مظاهرة طلاب"),
    (
        ("ACCUSE", "disapprove", "condemnation", "أدانت"),
        ["منظمة أفق بلا خوف"],
        [],
        ("", ""),
        "إدانة من منظمة أفق بلا خوف",
    ),
    (("ACCUSE", "allege", "accusation", "اتهم"), ["الجيش"], ["الحكومة"], ("", ""), "اتهام الجيش للحكومة"),
    (("COERCE", "arrest", "arrest", "أوقفت"), ["الشرطة"], ["صحفيين"], ("", ""), "اعتقال صحفيين على يد الشرطة"),
    (("COERCE", "deport", "deportation", "طرد"), ["الجيش"], ["مسلحين"], ("", ""), "طرد مسلحين على يد الجيش"),
    (("COERCE", "censor", None, "الرقابة"), ["الحكومة"], ["الحدود"], ("", ""), "رقابة من الحكومة على الحدود"),
    (("RETREAT", "release", "release", "أفرج"), ["الجبهة"], ["رهائن"], ("", ""), "إفراج الجبهة عن رهائن"),
    (("AGREE", None, "treaty", "وقع"), ["مالي", "النيجر"], [], ("", ""), "اتفاق بين مالي والنيجر"),
    (("AGREE", None, "visit", "سيزور"), ["سالم الرعد"], ["مالي"], ("", ""), "زيارة سالم الرعد إلى مالي"),
    (("THREATEN", None, "threat", "حذر"), ["الجيش"], ["القبائل"], ("", ""), "تحذير الجيش للقبائل"),
    (("SANCTION", None, "sanctions", "عقوبات"), ["مالي"], ["شركة"], ("", ""), "عقوبات من مالي على شركة"),
    (("SUPPORT", None, "praise", "رحبت"), ["الحكومة"], [], ("", ""), "تأييد من الحكومة"),
    (("MOBILIZE", "troops", None, "أرسلت"), ["الجيش"], [], ("سبها", "شمال"), "تحرك قوات للجيش شمال سبها"),
]


@pytest.mark.parametrize(("kind", "actors", "recipients", "place", "told"), ARABIC)
def test_arabic_titles(
    kind: tuple[str, str | None, str | None, str],
    actors: list[str],
    recipients: list[str],
    place: tuple[str, str],
    told: str,
) -> None:
    pattern = pattern_of(kind[0], kind[1], kind[2], fold(kind[3]))
    assert title(pattern[0], actors, recipients, *place, arabic=True) == told


@pytest.mark.parametrize(
    ("kind", "actors", "recipients", "place", "told"),
    [
        (("ASSAULT", None, "attack"), [], ["convoy"], ("Agadez", "near"), "Attack on convoy near Agadez"),
        (("ASSAULT", None, "killing"), ["gunmen"], ["soldiers"], ("", ""), "Killing of soldiers by gunmen"),
        (("CONSULT", "visit", "visit"), ["Salem al-Raad"], [], ("Oslo", ""), "Visit by Salem al-Raad to Oslo"),
        (("CONSULT", None, "meeting"), ["Mali", "Niger"], [], ("Oslo", ""), "Meeting between Mali and Niger in Oslo"),
        (("REJECT", None, "denial"), ["police"], [], ("", ""), "Denial by police"),
        (("PROTEST", "strike", None), [], [], ("Sabha", ""), "Strike in Sabha"),
        (("COERCE", "arrest", "arrest"), [], ["journalists"], ("", ""), "Arrest of journalists"),
        (("ACCUSE", None, "accusation"), ["army"], ["government"], ("", ""), "Accusation against government by army"),
    ],
)
def test_english_titles(
    kind: tuple[str, str | None, str | None],
    actors: list[str],
    recipients: list[str],
    place: tuple[str, str],
    told: str,
) -> None:
    pattern = pattern_of(*kind, "")
    assert title(pattern[1], actors, recipients, *place, arabic=False) == told


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("مسلحون", "مسلحين"),
        ("شخصان", "شخصين"),
        ("طالباً", "طالب"),
        ("14 شخصاً", "أشخاص"),
        ("منظمة أفق بلا", "منظمة أفق"),
        ("الشرطة التي وصلت إلى المكان", "الشرطة"),
        ("جماعة (لم تسمها)", "جماعة"),
        ("أحداً", ""),
        ("هذه الدولة", ""),
        ("قواته", ""),
        ("منازلهم", ""),
        ("في المدينة", ""),
        ("هم", ""),
        ("قافلة", "قافلة"),
        ("مركز لبحوث المياه", "مركز لبحوث المياه"),
        ("ستة آخرون", ""),
        ("16 آخرين", ""),
    ],
)
def test_descriptions_stand_behind_a_noun(words: str, called: str) -> None:
    assert described(words, WORDS) == called


def test_a_name_is_kept_as_it_is() -> None:
    assert described("صالح بيبه", WORDS, names=True) == "صالح بيبه"


@pytest.mark.parametrize(
    ("name", "li", "wa"),
    [
        ("الجيش", "للجيش", "والجيش"),
        ("مالي", "لمالي", "ومالي"),
        ("«أفق»", "لـ«أفق»", "و «أفق»"),
        ("اللجنة", "للجنة", "واللجنة"),
    ],
)
def test_particles_join_as_they_are_written(name: str, li: str, wa: str) -> None:
    assert (behind_li(name), behind_wa(name)) == (li, wa)


@pytest.mark.parametrize(
    ("arabic", "english"), [("قافلة إغاثة", "convoy"), ("الشرطة", "police"), ("خمسة جنود", "soldiers"), ("أفق", "")]
)
def test_plain_words_in_english(arabic: str, english: str) -> None:
    assert in_english(arabic, WORDS) == english


def test_every_pattern_makes_a_title_of_anything_known() -> None:
    every = [*BY_FAMILY.values(), *BY_MODE.values(), *BY_TYPE.values(), *BY_WORD.values()]
    for pattern in every:
        for side in (0, 1):
            for actors in ([], ["X"], ["X", "Z"]):
                for recipients in ([], ["Y"]):
                    told = title(pattern[side], actors, recipients, "", arabic=side == 0)
                    assert told == " ".join(told.split())
                    assert told.strip("[]{}|") == told != ""


def test_every_type_has_a_pattern_and_the_glossary_name() -> None:
    assert {code: word("type", code, "ar") for code in codes("type")} == TYPE_NAMES
    assert set(BY_TYPE) == set(codes("type"))


def test_a_status_goes_before_a_title_only_where_it_is_not_done() -> None:
    assert with_status("زيارة", "planned", "ar") == "مقرر: زيارة"
    assert with_status("Attack", "negated", "en") == "Did not happen: Attack"
    assert with_status("هجوم", "actual", "ar") == "هجوم"


def test_words_of_titles_of_an_unknown_kind_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_words, "read_table", lambda name, columns: iter([("clauses", "الذي", "")]))
    with pytest.raises(LexiconError, match="clauses"):
        load_title_words()
