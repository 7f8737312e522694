"""Dailies: the forecasts of two days are two stories, those of one day are one, and a storm is followed over days."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Published
from tawatur.stories.copies import find_copies
from tawatur.stories.copies.moulds import is_daily
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.grouping import group_articles

FORECAST = (
    "توقعت مصلحة الأرصاد في تقريرها عن حالة الطقس لهذا اليوم أن تكون السماء غائمة جزئيا على المرتفعات، "
    "مع رياح نشطة مثيرة للأتربة تحد من مدى الرؤية الأفقية، وأن تبلغ درجة الحرارة العظمى {} مئوية في العاصمة."
)
STORM = (
    "قتل ثلاثة أشخاص وانقطعت الكهرباء عن أحياء كثيرة أمس بعد أن ضربت عاصفة قوية الساحل، وقالت مصلحة الأرصاد إن "
    "رياحا لم تسجل منذ سنوات اقتلعت الأشجار، فيما تواصل فرق الإنقاذ البحث عن صيادين فقدوا."
)


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def article(ident: str, title: str, text: str, day: int) -> Article:
    published = date(2019, 7, day)
    return Article(ident, text, title, None, None, Published(published, published, "given"))


@pytest.mark.parametrize(
    ("title", "text", "daily"),
    [
        ("طقس حار على معظم المناطق", FORECAST.format("أربعين"), True),
        ("عاصفة تقتل ثلاثة على الساحل", STORM, False),
        ("الوزير يزور مصلحة الأرصاد", "زار الوزير مصلحة الأرصاد أمس واطلع على أجهزتها الجديدة.", False),
    ],
)
def test_a_forecast_is_told_by_its_words(lexicons: Lexicons, title: str, text: str, daily: bool) -> None:
    assert is_daily(tuple(folded_words(f"{title} {text}")), lexicons.stories.daily) is daily


def test_the_forecast_of_the_morrow_is_no_copy(lexicons: Lexicons) -> None:
    texts = [FORECAST.format(degrees) for degrees in ("أربعين", "أربعين", "خمسين")]
    articles = [article(ident, "الطقس", text, day) for ident, text, day in zip("abc", texts, (4, 5, 6), strict=True)]
    assert [group.articles for group in find_copies(articles, lexicons.stories)] == [("a", "b")]


def test_forecasts_of_two_days_are_two_stories(lexicons: Lexicons) -> None:
    today = [article("a", "طقس حار على معظم المناطق", FORECAST.format("أربعين"), 4)]
    also = article("b", "الأرصاد: أجواء غائمة على معظم المناطق", FORECAST.format("أربعين"), 4)
    tomorrow = article("c", "طقس حار على معظم المناطق", FORECAST.format("إحدى وأربعين"), 5)
    assert group_articles([*today, also, tomorrow], (), lexicons.stories) == (("a", "b"), ("c",))


def test_a_storm_is_one_story_over_days(lexicons: Lexicons) -> None:
    later = STORM.replace("ثلاثة", "خمسة")
    articles = [
        article("a", "عاصفة تقتل ثلاثة على الساحل", STORM, 4),
        article("b", "خمسة قتلى في عاصفة الساحل", later, 5),
    ]
    assert group_articles(articles, (), lexicons.stories) == (("a", "b"),)
