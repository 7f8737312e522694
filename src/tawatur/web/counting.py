"""Counted nouns: Arabic has six forms by number, English two (CLDR's plural rules)."""

from __future__ import annotations

from tawatur.views.wording import Language

# Arabic: none, one, two, three to ten, eleven to ninety-nine, hundreds; English: one, other.
_NOUNS: dict[str, tuple[tuple[str, str, str, str, str, str], tuple[str, str]]] = {
    "articles": (
        ("لا مقالات", "مقال واحد", "مقالان", "{} مقالات", "{} مقالًا", "{} مقال"),
        ("{} article", "{} articles"),
    ),
    "outlets": (
        ("لا ناشر معروفًا", "ناشر واحد", "ناشران", "{} ناشرين", "{} ناشرًا", "{} ناشر"),
        ("{} outlet", "{} outlets"),
    ),
    "happenings": (
        ("لا أحداث", "حدث واحد", "حدثان", "{} أحداث", "{} حدثًا", "{} حدث"),
        ("{} happening", "{} happenings"),
    ),
    "known": (
        ("لا مصدر مستقلًا معروفًا", "مصدر مستقل معروف واحد", "مصدران مستقلان معروفان", "{} مصادر مستقلة معروفة",
         "{} مصدرًا مستقلًا معروفًا", "{} مصدر مستقل معروف"),
        ("{} known independent origin", "{} known independent origins"),
    ),
    "unknown": (
        ("لا سلسلة مجهولة المصدر", "سلسلة واحدة مجهولة المصدر", "سلسلتان مجهولتا المصدر", "{} سلاسل مجهولة المصدر",
         "{} سلسلة مجهولة المصدر", "{} سلسلة مجهولة المصدر"),
        ("{} chain of unknown origin", "{} chains of unknown origin"),
    ),
    "differences": (
        ("لا اختلاف", "اختلاف واحد", "اختلافان", "{} اختلافات", "{} اختلافًا", "{} اختلاف"),
        ("{} difference", "{} differences"),
    ),
    "stories": (
        ("لا قصص", "قصة واحدة", "قصتان", "{} قصص", "{} قصة", "{} قصة"),
        ("{} story", "{} stories"),
    ),
    "copies": (
        ("لا نسخ", "نسخة أخرى", "نسختان أخريان", "{} نسخ أخرى", "{} نسخة أخرى", "{} نسخة أخرى"),
        ("{} more copy", "{} more copies"),
    ),
    "reports": (
        ("لا تقارير", "تقرير واحد", "تقريران", "{} تقارير", "{} تقريرًا", "{} تقرير"),
        ("{} report", "{} reports"),
    ),
    "statements": (
        ("لا أقوال", "قول واحد", "قولان", "{} أقوال", "{} قولًا", "{} قول"),
        ("{} statement", "{} statements"),
    ),
}  # fmt: skip


def counted(noun: str, number: int, language: Language) -> str:
    """Return a number with its noun in the form that the number wants."""
    arabic, english = _NOUNS[noun]
    if language == "en":
        return english[number != 1].format(f"{number:,}")
    hundredth = number % 100
    if number < 3:
        form = number
    elif 3 <= hundredth <= 10:
        form = 3
    else:
        form = 4 if hundredth >= 11 else 5
    return arabic[form].format(f"{number:,}")
