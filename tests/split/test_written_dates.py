"""Lines of dates: every way in which pages write when they were published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.split.dating.written import best_date, written_dates


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("4-6-2025 | 12:49", "2025-06-04", "2025-06-04"),
        ("13th, September 2023 GMT", "2023-09-13", "2023-09-13"),
        ("نوفمبر 21, 2024آخر تحديث: نوفمبر 21, 2024", "2024-11-21", "2024-11-21"),
        ("الخميس 19 أكتوبر 2023", "2023-10-19", "2023-10-19"),
        ("الثلاثاء 14 ماي 2019 - 10:32", "2019-05-14", "2019-05-14"),
        ("14 يناير/ كانون الثاني 2019", "2019-01-14", "2019-01-14"),
        ("نشر في: 20 أغسطس (آب) 2021 - 11:05 م", "2021-08-20", "2021-08-20"),
        ("٢٥ تموز ٢٠١٥", "2015-07-25", "2015-07-25"),
        ("الثلاثاء 8 صفر 1438 هـ الموافق 8 نوفمبر 2016 م", "2016-11-08", "2016-11-08"),
        ("الثلاثاء 1438/2/8 هـ الموافق 2016/11/08 م", "2016-11-08", "2016-11-08"),
        ("8 صفر 1438 هـ", "2016-11-07", "2016-11-09"),
        ("1438/2/8 هـ", "2016-11-07", "2016-11-09"),
        ("08.11.2016", "2016-11-08", "2016-11-08"),
        ("23/10/18 14:05", "2018-10-23", "2018-10-23"),
        ("10/23/2018", "2018-10-23", "2018-10-23"),
        ("الأحد 6/4/2025", "2025-04-06", "2025-04-06"),
        ("الجمعة 4/6/2021", "2021-06-04", "2021-06-04"),
        ("الثلاثاء 4/6/2021", "2021-04-06", "2021-04-06"),
        ("آخر تحديث: 5 مارس 2021 نشر: 4 مارس 2021", "2021-03-04", "2021-03-04"),
        ("Published: Mar 3, 2020", "2020-03-03", "2020-03-03"),
        ("2020-02-29T10:00:00+03:00", "2020-02-29", "2020-02-29"),
        ("تشرين الأول 2012", "2012-10-01", "2012-10-31"),
        ("1 من ديسمبر 2012", "2012-12-01", "2012-12-01"),
        ("السبت، ١١ ذو الحجة ١٤٤٥ هـ", "2024-06-16", "2024-06-18"),
    ],
)
def test_a_line_of_dates(line: str, first: str, last: str) -> None:
    found = best_date(written_dates(line))
    assert found is not None
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "line", ["", "قبل 3 ساعات", "12:49", "الخميس", "19 أكتوبر", "31/2/2020", "2.5 مليون", "1234", "99/99/99"]
)
def test_no_full_date(line: str) -> None:
    assert best_date(written_dates(line)) is None


@given(st.text(alphabet="0123456789٠١٢ /-.،,()هم يناير مارس صفر نشر تحديث\u200f", max_size=60))
def test_spans_lie_inside(text: str) -> None:
    for written in written_dates(text):
        assert 0 <= written.span.start < written.span.end <= len(text)
        assert written.first <= written.last
