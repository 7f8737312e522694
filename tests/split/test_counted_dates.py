"""Dates from anniversaries, editions, people's ages and foreign names in other spellings, and what gives none."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.lexicon.counted_events import Counted, Edition, load_counted_events
from tawatur.lexicon.page_people import load_page_people
from tawatur.model import Page
from tawatur.split import split_page
from tawatur.split.output import published_json

LEXICONS = load_lexicons()


def published(text: str) -> object:
    more = "وأوضح المتحدث أن الأعمال ستستمر في الأحياء القريبة من النهر."
    page = f"جسر جديد في المدينة القديمة قرب الميناء\n{text}\n{more}\n"
    (article,) = split_page(Page("x", page), LEXICONS).articles
    return published_json(article.published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أحيا العمال الذكرى الـ70 لقصف هيروشيما قرب الجسر.", ["2015-06-07", "2016-02-05"]),
        ("أحيا العمال الذكرى السبعين لإلقاء القنبلة الذرية على هيروشيما.", ["2015-06-07", "2016-02-05"]),
        ("أحيا العمال الذكرى العاشرة لاغتيال الرئيس رفيق الحريري.", ["2014-12-16", "2015-08-16"]),
        ("أحيا العمال ثورة التحرير المجيدة في ذكراها الـ60 قرب الجسر.", ["2014-09-02", "2015-05-03"]),
        ("يحتفل العمال باليوم الوطني السعودي الـ85 قرب الجسر.", ["2015-07-25", "2016-03-24"]),
        # Without a number, of another count, or of a birth: nothing.
        ("أحيا العمال ذكرى قصف هيروشيما قرب الجسر.", None),
        ("أحيا العمال الذكرى الـ80 لميلاد محمود درويش قرب الجسر.", None),
        ("زار 70 عاملا متحف هيروشيما قرب الجسر.", None),
        # What is planned for years ahead.
        ("تبدأ المدينة استعدادات الذكرى الـ80 لقصف هيروشيما.", ["2022-08-04", "2026-02-05"]),
    ],
)
def test_an_anniversary_tells_the_year(text: str, expected: object) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يفتتح العمال الدورة الـ68 من مهرجان كان السينمائي الدولي.", ["2013-09-28", "2017-02-03"]),
        ("افتتح معرض القاهرة الدولي للكتاب في دورته السادسة والأربعين.", ["2013-09-28", "2017-02-03"]),
        ("تعقد القمة العربية السادسة والعشرون قرب الجسر.", ["2013-11-26", "2016-05-04"]),
        ("فاز الفريق في خليجي 22 قرب الجسر.", ["2008-10-27", "2016-01-04"]),
        # With another date in the sentence, or below the lead, it may be history.
        ("فازت المدينة في مارس 2023 كما فازت في خليجي 22 قرب الجسر.", ["2023-03-01", None]),
        # Other events of like names, years, and what has no number.
        ("فاز الفريق في كأس آسيا للشباب الـ18 قرب الجسر.", None),
        ("فاز الفريق في النسخة الـ18 من كأس آسيا للناشئين.", None),
        ("يستعد العمال لمهرجان كان السينمائي.", None),
        ("فاز الفريق بكأس العالم الثالثة له قرب الجسر.", None),
    ],
)
def test_an_edition_tells_the_year(text: str, expected: object) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سجل الأرجنتيني ليونيل ميسي (28 عاما) هدفا قرب الجسر.", ["2014-12-23", "2016-12-24"]),
        ("سجل كريستيانو رونالدو البالغ من العمر 30 عاما هدفا.", ["2014-08-06", "2016-08-06"]),
        ("سجل ليونيل ميسي هدفا قرب الجسر.", ["2003-11-01", None]),
        # Another's spelling, by the sounds.
        ("فاز الإسباني رفاييل نادال قرب الجسر.", ["2002-01-01", None]),
        # The age of another day.
        ("كان ليونيل ميسي (16 عاما) لاعبا حينها.", ["2003-11-01", None]),
        # A bracket between two words parts them, and a namesake is another.
        ("زار الجسر ليونيل) ميسي قرب الميناء.", ["2003-01-01", None]),
        ("قال المهندس محمد صلاح إن الجسر فتح.", None),
        ("قال محمد صلاح بعد مباراة ليفربول إن الجسر فتح.", ["2010-01-01", None]),
    ],
)
def test_people_tell_since_when_and_by_their_age(text: str, expected: object) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت وزيرة الدفاع الألمانية أورزولا فون دير لاين إن الجسر فتح.", ["2013-10-03", "2019-09-15"]),
        ("قال المستشار الألماني اولاف شولتز إن الجسر فتح.", ["2021-09-24", "2025-07-05"]),
        # A former president of something else, and a native name spelled otherwise.
        ("زار موريسيو ماكري الرئيس السابق لنادي المدينة الجسر.", None),
        ("زار الرئيس السابق موريسيو ماكري الجسر.", ["2019-09-26", None]),
    ],
)
def test_foreign_holders_are_known_by_their_sounds(text: str, expected: object) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Holders of offices from every Arab country and of bodies of the world.
        ("قال وزير التموين المصري خالد حنفي إن الجسر فتح.", ["2013-12-16", "2016-10-24"]),
        ("قال الوزير الأول الجزائري نور الدين بدوي إن الجسر فتح.", ["2018-12-27", "2020-02-17"]),
        ("قال مصطفى الخلفي وزير الاتصال المغربي إن الجسر فتح.", ["2011-10-20", "2017-06-04"]),
        ("قال محافظ البصرة أسعد العيداني إن الجسر فتح.", ["2017-05-18", None]),
        ("قال المبعوث الأممي إلى العراق نيكولاي ملادينوف إن الجسر فتح.", ["2013-05-18", "2015-04-29"]),
        ("زار نجم مانشستر سيتي رياض محرز الجسر.", ["2018-04-26", "2023-09-26"]),
        # Who has left, is dead, or is told of in history bounds nothing from above.
        ("زار نجم ريال مدريد السابق كريستيانو رونالدو الجسر.", ["2018-04-26", None]),
        ("أحيا العمال ذكرى رحيل رئيس البرلمان الأوروبي ديفيد ساسولي.", ["2019-04-19", None]),
        ("كان رئيس الوزراء الأردني عون الخصاونة زار الجسر عام 2012.", ["2011-08-10", None]),
        ("زار وزير الداخلية المغربي الراحل إدريس البصري الجسر.", ["1999-08-26", None]),
        # Another country's minister is another.
        ("قال وزير التموين السوري خالد حنفي إن الجسر فتح.", None),
    ],
)
def test_offices_of_the_whole_arab_world(text: str, expected: object) -> None:
    assert published(text) == expected


def test_editions_are_counted_from_the_nearest_of_regular_ones() -> None:
    rows = (Edition(10, *_year(2000), 2), Edition(20, *_year(2021), 2))
    counted = Counted("edition", editions=rows)
    assert [held.first.year for number in (9, 20, 21) if (held := counted.held(number))] == [1998, 2021, 2023]
    assert counted.held(400) is None
    assert Counted("edition", editions=(Edition(3, *_year(2000), 0),)).held(4) is None


def test_the_tables_hold_what_their_rules_ask() -> None:
    events, people = load_counted_events(), load_page_people()
    assert all(counted.begun or counted.editions for counted in events.phrases.values())
    for named in people.openings.values():
        for name, person in named:
            assert person.born or person.since, name
            if person.born and person.since:
                assert person.since.year - person.born[0].year >= 9, name


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
