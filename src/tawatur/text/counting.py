"""Counted nouns: Arabic has six forms by number, English two; which one follows the Unicode CLDR's plural rules."""

from __future__ import annotations

from typing import Literal

# No line ends between a number and its noun.
NO_BREAK = "\u00a0"

# Arabic: zero, one, two, few (3 to 10 of a hundred), many (11 to 99), other; English: one, other.
_NOUNS: dict[str, tuple[tuple[str, str, str, str, str, str], tuple[str, str]]] = {
    "articles": (
        ("لا مقالات", "مقال واحد", "مقالان", "{} مقالات", "{} مقالًا", "{} مقال"),
        ("{} article", "{} articles"),
    ),
    "pages": (
        ("لا صفحات", "صفحة واحدة", "صفحتان", "{} صفحات", "{} صفحة", "{} صفحة"),
        ("{} page", "{} pages"),
    ),
    "inputs": (
        ("لا مُدخلات", "مُدخل واحد", "مُدخلان", "{} مُدخلات", "{} مُدخلًا", "{} مُدخل"),
        ("{} input", "{} inputs"),
    ),
    "new_pages": (
        ("لا صفحة جديدة", "صفحة جديدة واحدة", "صفحتان جديدتان", "{} صفحات جديدة", "{} صفحة جديدة", "{} صفحة جديدة"),
        ("{} new page", "{} new pages"),
    ),
    "outlets": (
        ("لا ناشر معروفًا", "ناشر واحد", "ناشران", "{} ناشرين", "{} ناشرًا", "{} ناشر"),
        ("{} outlet", "{} outlets"),
    ),
    "happenings": (
        ("لا أحداث", "حدث واحد", "حدثان", "{} أحداث", "{} حدثًا", "{} حدث"),
        ("{} happening", "{} happenings"),
    ),
    "events": (
        ("لا أحداث", "حدث واحد", "حدثان", "{} أحداث", "{} حدثًا", "{} حدث"),
        ("{} event", "{} events"),
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
    "in_stories": (
        ("في لا قصة", "في قصة واحدة", "في قصتين", "في {} قصص", "في {} قصة", "في {} قصة"),
        ("in {} story", "in {} stories"),
    ),
    "copies": (
        ("لا نسخ", "نسخة أخرى", "نسختان أخريان", "{} نسخ أخرى", "{} نسخة أخرى", "{} نسخة أخرى"),
        ("{} more copy", "{} more copies"),
    ),
    "reports": (
        ("لا أخبار", "خبر واحد", "خبران", "{} أخبار", "{} خبرًا", "{} خبر"),
        ("{} report", "{} reports"),
    ),
    "statements": (
        ("لا أقوال", "قول واحد", "قولان", "{} أقوال", "{} قولًا", "{} قول"),
        ("{} statement", "{} statements"),
    ),
    "facts": (
        ("لا معلومات", "معلومة واحدة", "معلومتان", "{} معلومات", "{} معلومة", "{} معلومة"),
        ("{} fact", "{} facts"),
    ),
    # What reasons say of numbers: in Arabic the verb follows the number as the noun does.
    "chains": (
        ("لا سلسلة", "سلسلة واحدة", "سلسلتان", "{} سلاسل", "{} سلسلة", "{} سلسلة"),
        ("{} chain", "{} chains"),
    ),
    "chains_go_back": (
        ("لا سلسلة ترجع", "سلسلة واحدة ترجع", "سلسلتان ترجعان", "{} سلاسل ترجع", "{} سلسلة ترجع", "{} سلسلة ترجع"),
        ("{} chain goes back", "{} chains go back"),
    ),
    "chains_unnamed": (
        ("كل السلاسل تسمّي مصدرها", "سلسلة واحدة لا تسمّي مصدرها", "سلسلتان لا تسمّيان مصدرهما",
         "{} سلاسل لا تسمّي مصدرها", "{} سلسلة لا تسمّي مصدرها", "{} سلسلة لا تسمّي مصدرها"),
        ("{} chain does not name its origin", "{} chains do not name their origin"),
    ),
    "articles_one_text": (
        ("لا مقال يرويه", "مقال واحد يرويه", "مقالان يرويانه بنص واحد ويُعدّان مرة",
         "{} مقالات ترويه بنص واحد وتُعدّ مرة", "{} مقالًا ترويه بنص واحد وتُعدّ مرة",
         "{} مقال ترويه بنص واحد وتُعدّ مرة"),
        ("{} article tells it", "{} articles tell it in one text and count once"),
    ),
    "articles_own_words": (
        ("لا مقال يرويه بلفظه", "مقال واحد يرويه بلفظه أيضًا مع المصدر الذي يسمّيه",
         "مقالان يرويانه بلفظهما أيضًا مع المصدر الذي يسمّيانه",
         "{} مقالات ترويه بلفظها أيضًا مع المصدر الذي تسمّيه",
         "{} مقالًا ترويه بلفظها أيضًا مع المصدر الذي تسمّيه",
         "{} مقال ترويه بلفظها أيضًا مع المصدر الذي تسمّيه"),
        ("{} article tells it in its own words too, beside the source that it names",
         "{} articles tell it in their own words too, beside the sources that they name"),
    ),
    "articles_react": (
        ("لا مقال يرد عليه", "مقال واحد يرد عليه فحسب ولا يُعدّ مصدرًا له",
         "مقالان يردان عليه فحسب ولا يُعدّان مصدرًا له", "{} مقالات ترد عليه فحسب ولا تُعدّ مصدرًا له",
         "{} مقالًا ترد عليه فحسب ولا تُعدّ مصدرًا له", "{} مقال ترد عليه فحسب ولا تُعدّ مصدرًا له"),
        ("{} article only answers to it and does not count as its source",
         "{} articles only answer to it and do not count as its source"),
    ),
    "results": (
        ("لا نتائج", "نتيجة واحدة", "نتيجتان", "{} نتائج", "{} نتيجة", "{} نتيجة"),
        ("{} result", "{} results"),
    ),
    "articles_tell": (
        ("لا مقال يروي", "مقال واحد يروي", "مقالان يرويان", "{} مقالات تروي", "{} مقالًا يروي", "{} مقال يروي"),
        ("{} article tells", "{} articles tell"),
    ),
    "articles_copied": (
        ("لا مقال منها نسخة", "مقال واحد منها نسخة", "مقالان منها نسختان من نص واحد",
         "{} مقالات منها نسخ من نص واحد", "{} مقالًا منها نسخ من نص واحد", "{} مقال منها نسخ من نص واحد"),
        ("{} of the articles is a copy", "{} of the articles are copies of one text"),
    ),
    "articles_share": (
        ("لا مقال يشترك", "مقال واحد يشترك", "مقالان يشتركان", "{} مقالات تشترك", "{} مقالًا تشترك", "{} مقال تشترك"),
        ("{} article shares", "{} articles share"),
    ),
    "of_articles": (
        ("لا مقال", "مقال واحد", "مقالين", "{} مقالات", "{} مقالًا", "{} مقال"),
        ("{} article", "{} articles"),
    ),
    "denials": (
        ("لا خبر ينفيه", "خبر واحد ينفيه ولا يُعدّ معه", "خبران ينفيانه ولا يُعدّان معه",
         "{} أخبار تنفيه ولا تُعدّ معه", "{} خبرًا تنفيه ولا تُعدّ معه", "{} خبر تنفيه ولا تُعدّ معه"),
        ("{} report denies it and does not count for it", "{} reports deny it and do not count for it"),
    ),
    "words_shared": (
        ("لا ألفاظ مشتركة", "لفظ مشترك واحد", "لفظان مشتركان", "{} ألفاظ مشتركة", "{} لفظًا مشتركًا", "{} لفظ مشترك"),
        ("{} word shared", "{} words shared"),
    ),
    "words_in_a_row": (
        ("لا كلمات متتالية مشتركة", "كلمة واحدة مشتركة", "كلمتان متتاليتان مشتركتان", "{} كلمات متتالية مشتركة",
         "{} كلمة متتالية مشتركة", "{} كلمة متتالية مشتركة"),
        ("{} word shared", "{} words in a row shared"),
    ),
    "days_long": (
        ("أقل من يوم", "يوم واحد", "يومان", "{} أيام", "{} يومًا", "{} يوم"),
        ("{} day", "{} days"),
    ),
    "months_long": (
        ("أقل من شهر", "شهر واحد", "شهران", "{} أشهر", "{} شهرًا", "{} شهر"),
        ("{} month", "{} months"),
    ),
    "years_long": (
        ("أقل من سنة", "سنة واحدة", "سنتان", "{} سنوات", "{} سنة", "{} سنة"),
        ("{} year", "{} years"),
    ),
    "weeks_long": (
        ("أقل من أسبوع", "أسبوع واحد", "أسبوعان", "{} أسابيع", "{} أسبوعًا", "{} أسبوع"),
        ("{} week", "{} weeks"),
    ),
    "hours_long": (
        ("أقل من ساعة", "ساعة واحدة", "ساعتان", "{} ساعات", "{} ساعة", "{} ساعة"),
        ("{} hour", "{} hours"),
    ),
    "minutes_long": (
        ("أقل من دقيقة", "دقيقة واحدة", "دقيقتان", "{} دقائق", "{} دقيقة", "{} دقيقة"),
        ("{} minute", "{} minutes"),
    ),
}  # fmt: skip


def nouns() -> tuple[str, ...]:
    """Return the nouns that can be counted."""
    return tuple(_NOUNS)


def plural_form(number: int) -> int:
    """Return the place of the form that a whole number wants in Arabic: zero, one, two, few, many, other (CLDR)."""
    if 0 <= number <= 2:
        return number
    hundredth = number % 100
    if 3 <= hundredth <= 10:
        return 3
    return 4 if hundredth >= 11 else 5


def counted(noun: str, number: int, language: Literal["ar", "en"]) -> str:
    """Return a number with its noun in the form that the number wants; raises KeyError for a noun not known here."""
    arabic, english = _NOUNS[noun]
    if language == "en":
        return english[number != 1].format(f"{number:,}")
    return arabic[plural_form(number)].format(f"{number:,}")


def unparted(told: str) -> str:
    """Return a counted noun whose number and noun stay on one line."""
    first, space, rest = told.partition(" ")
    return first + NO_BREAK + rest if space and first[:1].isdigit() else told
