"""Reasons of joins, counts, copies and dates in the words of a language.

Reasons of stories are codes with parameters (`stories.reasons`). Those of dates, copies and entities are written in
English around words of the text; for Arabic their English parts are put into Arabic, the quoted words left alone.
"""

from __future__ import annotations

import re
from datetime import date

from tawatur.stories.reasons import explain as explain_code
from tawatur.text.counting import counted
from tawatur.views.places import country_name
from tawatur.views.reason_words import worded
from tawatur.views.wording import Language, day

# English parts of reasons, longest first where one is part of another, and their Arabic.
_PHRASES = tuple(
    (re.compile(english), arabic)
    for english, arabic in (
        (r" articles share (\d+%) of the shorter text's words in the same order, and (\d+%) of their first 100",
         r":articles_share> في \1 من ألفاظ أقصرها بالترتيب نفسه، وفي \2 من المئة الأولى"),
        (r"no article of the group credits an agency", "لا ينسب أي من المقالات النص إلى وكالة"),
        (r"the credits name several agencies", "تُنسب إلى وكالات عدة"),
        (r"credited to (.+?) in (\d+) of (\d+) articles", r"منسوب إلى \1 في \2 من \3:of_articles>"),
        (r"fetched on «", "جُلبت الصفحة في «"),
        (r"a picture is dated «", "صورة مؤرخة «"),
        (r"» fixes the weekday", "» يحدد يوم الأسبوع"),
        (r"» is still to come", "» لم يأتِ بعد"),
        (r"» has begun", "» قد بدأ"),
        (r"» can be spoken of since ", "» لا يُذكر إلا منذ "),
        (r"», in office until (\S+), acts on a day of that week", r"»، في المنصب حتى \1، يتصرف في يوم من ذلك الأسبوع"),
        (r"» of a war that began on ", "» من حرب بدأت في "),
        (r"» is spoken of, past or soon to come", "» ذُكر زمنًا ماضيًا أو قريبًا"),
        (r"» fits few years", "» لا يوافق إلا سنوات قليلة"),
        (r": the same words, spelt differently", ": اللفظ نفسه بكتابة أخرى"),
        (r": the same words", ": اللفظ نفسه"),
        (r"^(?:JSON-LD|itemprop|meta\b|time\b|og:|article:).*$", "من بيانات الصفحة"),
        (r"^date line$", "سطر التاريخ"),
        (r"^dateline$", "مطلع الخبر"),
        (r"^(published|updated) line$", "سطر تاريخ النشر"),
        (r"Islamic date, give or take a day", "تاريخ هجري، بفارق يوم محتمل"),
        (r"^given with the record$", "معطى مع المدخل"),
        (r"the same gazetteer entry (?:\S+)", "المدخل نفسه في المعجم الجغرافي"),
        (r"the same name «", "الاسم نفسه «"),
        (r"» is also (?:spelt|written) «", "» يُكتب أيضًا «"),
        (r"» has more parts than «", "» أكثر أجزاء من «"),
        (r"» goes on with the fathers' names", "» يتبعه اسم الأب والجد"),
        (r"» has the role of «", "» له صفة «"),
        (r"^decided: «", "قرار: «"),
        (r"» are the same$", "» واحد"),
        (r"» is the office of «(.+?)» in a story$", r"» منصب «\1» في قصة واحدة"),
        (r"» is the office of «(.+?)» at that time$", r"» منصب «\1» في ذلك الوقت"),
        (r"» and «(.+?)» are one office at one time$", r"» و«\1» منصب واحد في وقت واحد"),
        (r"» names «", "» يسمّي «"),
        (r"» stands in a story with «(.+?)» alone", r"» في قصة ليس فيها من هذا الاسم إلا «\1»"),
        (r"» and «", "» و«"),
        (r", both in (?=[A-Z]{2}\b)", "، كلاهما في "),
        (r", in one story", "، في قصة واحدة"),
        (r"» since ", "» منذ "),
        (r"; ", "؛ "),
    )
)  # fmt: skip


_DAY = re.compile(r"(?<![\d-])(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?(?![\d-])")
# Numbers that the phrases above leave to be counted with a noun, and codes of countries.
_COUNTED = re.compile(r"(\d+):(\w+)>")
_COUNTRY = re.compile(r"(?<=كلاهما في )[A-Z]{2}\b")


def explain(reason: str, language: Language) -> str:
    """Return a stored reason in the words of a language, days by their names; what is not known stands as it is."""
    told = worded(reason, language) or explain_code(reason, language)
    if language == "ar" and told == reason:
        for pattern, arabic in _PHRASES:
            told = pattern.sub(arabic, told)
        told = _COUNTED.sub(lambda found: counted(found[2], int(found[1]), "ar"), told)
        told = _COUNTRY.sub(lambda found: country_name(found[0], "ar"), told)
    return _DAY.sub(lambda found: _days(found[1], found[2], language), told)


def _days(first: str, last: str | None, language: Language) -> str:
    try:
        ends = [day(date.fromisoformat(one), language) for one in (first, last) if one]
    except ValueError:
        return first if last is None else f"{first}/{last}"
    return " – ".join(ends)
