"""Since when a thing, decade or school year can be spoken of, and the words that only look like one."""

from __future__ import annotations

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page
from tawatur.split import split_page
from tawatur.split.output import published_json

LEXICONS = load_lexicons()
HEAD = "جسر جديد في المدينة القديمة قرب الميناء\n"
MORE = "\nوأوضح المتحدث أن الأعمال ستستمر في الأحياء القريبة من النهر.\n"


def published(text: str) -> object:
    (article,) = split_page(Page("x", HEAD + text + MORE), LEXICONS).articles
    return published_json(article.published)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        # A phrase that is listed with its prefix too hides no other that opens with the same word.
        ("قال متحدث لهيئة الهلال الأحمر السعودي في جدة إن الجسر أغلق.", "2008-01-01"),
        ("زارت لجنة التنمية الاجتماعية الأهلية في رجال ألمع عمال الجسر.", "2007-07-01"),
        ("زارت لجنة التنمية الاجتماعية الأهلية في الإقليم عمال الجسر.", None),
        ("قال متحدث إن الدخول للموقع الإلكتروني متاح لسكان الأحياء.", "1995-01-01"),
        ("زار محافظ الطائف الجسر الجديد صباحا واطلع على سير العمل.", "1992-03-01"),
        ("نقل المصابون إلى مستشفى الملك فهد القريب من الجسر.", "1982-06-13"),
        ("هبط سعر خام برنت أمس وسط وفرة المعروض في الأسواق.", "1976-01-01"),
        ("قال عامل في الجسر إن بحثا عن الخلايا الجذعية أنقذ حياة ابنه.", "1981-01-01"),
        ("ذكر شاهد أن حركة طالبان أغلقت الجسر أمام العابرين.", "1994-09-01"),
        ("انتشر مقطع فيديو يظهر عمال الجسر وهم يغنون قرب النهر.", "1980-01-01"),
        ("قال العامل إنه بنى الجسر الأول في السبعينيات مع والده.", "1970-01-01"),
        ("قال العامل إنه بنى الجسر الأول في السبعينيات من القرن الماضي مع والده.", "2000-01-01"),
        ("قال باحث إن الجسور في القرن الحادي والعشرين أطول عمرا.", "1985-01-04"),
        ("قال باحث إن الجسر يليق بمدن القرن التاسع عشر في شكله.", None),
        ("قال باحث إن حرارة المدينة ترتفع في ثلاثينيات القرن الحالي.", None),
        # Two students, people, what was hoped for before it came.
        ("لقي طالبان حتفهما قرب الجسر بعد اصطدام سيارتين.", None),
        ("قال إنه رأى ناسا كثيرين قرب الجسر وقت الحادث.", None),
        ("قال معارض إن سقوط الأسد سيفتح الجسر أمام العابرين.", "2011-03-01"),
        # A plan of several years is announced before them; two years that tell of the past are near.
        ("قال متحدث إن العمل في «جسور 2020-2025» مع سكان الأحياء القريبة.", "2012-01-02"),
        ("قال متحدث إن العمل توقف بين عامي 2010 و2012 لنقص المال.", "2008-01-02"),
    ],
)
def test_what_a_text_speaks_of_bounds_it_from_below(text: str, since: str | None) -> None:
    assert published(text) == (None if since is None else [since, None])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تستعد المدارس للعام الدراسي الجديد 1436 في الأحياء القريبة.", ["2013-05-03", "2015-10-14"]),
        ("تستعد المدارس للعام الدراسي الجديد 1436 - 1437 في الأحياء القريبة.", ["2013-04-24", "2016-10-02"]),
        ("يلعب الفريق في الموسم الجديد 2018 أمام فرق الأحياء القريبة.", ["2016-07-02", "2018-12-31"]),
        ("تنظم البلدية بطولة جديدة 2018 لاعبا فيها من الأحياء القريبة.", None),
    ],
)
def test_a_new_year_is_about_to_begin_or_has_begun(text: str, expected: object) -> None:
    assert published(text) == expected
