"""Words for codes, in Arabic and English: event types, statuses, stances, roles, kinds, bases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, Protocol

from tawatur.views.measured import MEASURES

Language = Literal["ar", "en"]

_WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "type": {
        "AGREE": ("اتفاق أو وعد", "Agree"),
        "CONSULT": ("لقاء أو زيارة", "Consult"),
        "SUPPORT": ("تأييد", "Support"),
        "CONCEDE": ("تنازل", "Concede"),
        "COOPERATE": ("تعاون", "Cooperate"),
        "AID": ("مساعدة", "Aid"),
        "RETREAT": ("تراجع أو إفراج", "Retreat"),
        "REQUEST": ("مطالبة", "Request"),
        "ACCUSE": ("اتهام أو إدانة", "Accuse"),
        "REJECT": ("رفض أو نفي", "Reject"),
        "THREATEN": ("تهديد", "Threaten"),
        "PROTEST": ("احتجاج", "Protest"),
        "SANCTION": ("عقوبة", "Sanction"),
        "MOBILIZE": ("تحريك قوات أو سلاح", "Mobilize"),
        "COERCE": ("اعتقال أو تقييد", "Coerce"),
        "ASSAULT": ("هجوم أو قتل", "Assault"),
    },
    "status": {
        "actual": ("ذُكر أنه وقع", "reported as having happened"),
        "alleged": ("ادعاء", "alleged"),
        "denied": ("منفي", "denied"),
        "planned": ("مقرر أو متوقع", "planned"),
        "hypothetical": ("محتمل أو مشروط", "hypothetical"),
        "negated": ("لم يقع", "did not happen"),
    },
    "stance": {
        "assert": ("يقول", "asserts"),
        "deny": ("ينفي", "denies"),
        "accuse": ("يتهم", "accuses"),
        "intend": ("يعتزم", "intends"),
        "demand": ("يطالب", "demands"),
        "evaluate": ("يقيّم", "evaluates"),
    },
    "judged": {
        "accept": ("أكّده مراجع", "confirmed by a reviewer"),
        "correct": ("صحّحه مراجع", "corrected by a reviewer"),
        "reject": ("عدّه مراجع خطأ", "judged wrong by a reviewer"),
        "any": ("الكل مع ما عُدّ خطأ", "all, what was judged wrong too"),
    },
    # The same stances beside a speaker of any gender and number.
    "stance_noun": {
        "assert": ("قول", "asserts"),
        "deny": ("نفي", "denies"),
        "accuse": ("اتهام", "accuses"),
        "intend": ("عزم", "intends"),
        "demand": ("مطالبة", "demands"),
        "evaluate": ("تقييم", "evaluates"),
    },
    "kind": {
        "direct": ("نص حرفي", "direct"),
        "indirect": ("بالمعنى", "indirect"),
        "mixed": ("بعضه بنصه", "mixed"),
        "sources": ("خلاف بين المصادر", "sources disagree"),
        "transmission": ("اختلاف في النقل عن مصدر واحد", "one source, transmitted differently"),
        "update": ("تحديث لقيمة سابقة", "updates an earlier value"),
        "exact": ("نسخة مطابقة", "exact copy"),
        "near": ("نسخة شبه مطابقة", "near copy"),
        "reworked": ("نسخة معدلة", "reworked copy"),
        "origin": ("المصدر الأول", "origin"),
        "carrier": ("الناقل", "carrier"),
        "outlet": ("الناشر", "outlet"),
    },
    "attribute": {
        "figure": ("العدد", "figure"),
        "date": ("التاريخ", "date"),
        "place": ("المكان", "place"),
        "actor": ("الفاعل", "who did it"),
        "status": ("الحال", "status"),
        "cause": ("السبب أو الطريقة", "cause or manner"),
    },
    "measure": MEASURES,
    "basis": {
        "given": ("معطى مع المقال", "given with the article"),
        "markup": ("من بيانات الصفحة", "from the page's markup"),
        "line": ("من سطر التاريخ", "from the date line"),
        "dateline": ("من مطلع الخبر", "from the dateline"),
        "inferred": ("مستنتج من النص", "inferred from the text"),
        "witness": ("مشاهدة مباشرة", "seen by a witness"),
        "document": ("وثيقة", "a document"),
        "picture": ("صورة أو قمر اصطناعي", "pictures or satellite images"),
        "debris": ("حطام", "debris"),
        "intercept": ("اعتراض اتصالات", "intercepts"),
        "intelligence": ("استخبارات لم تُسمَّ", "unnamed intelligence"),
        "none": ("دون دليل", "no evidence given"),
        "unverified": ("لم يُتحقق منه", "could not be verified"),
    },
    "role": {
        "headline": ("عنوان", "headline"),
        "subhead": ("عنوان فرعي", "subhead"),
        "caption": ("نص صورة", "caption"),
        "body": ("متن", "body"),
        "byline": ("كاتب أو وكالة", "byline"),
        "date": ("تاريخ", "date"),
        "source": ("مصدر", "source"),
        "keywords": ("كلمات دلالية", "keywords"),
        "teaser": ("إحالة إلى غيره", "teaser"),
        "section": ("عنوان قسم", "section"),
        "furniture": ("من لوازم الصفحة", "furniture"),
    },
    "granularity": {
        "day": ("يوم", "a day"),
        "month": ("شهر", "a month"),
        "year": ("سنة", "a year"),
        "interval": ("مدة بين تاريخين", "an interval"),
        "duration": ("مدة", "a length of time"),
        "part": ("جزء من يوم", "a part of a day"),
        "season": ("فصل", "a season"),
        "ref": ("زمن غير محدد", "a time not told exactly"),
        "set": ("زمن متكرر", "a repeated time"),
    },
    "day_part": {
        "MO": ("صباحًا", "morning"),
        "MI": ("ظهرًا", "midday"),
        "AF": ("بعد الظهر", "afternoon"),
        "EV": ("مساءً", "evening"),
        "NI": ("ليلًا", "night"),
        "DT": ("نهارًا", "daytime"),
    },
    "season": {
        "SP": ("ربيع", "spring"),
        "SU": ("صيف", "summer"),
        "FA": ("خريف", "autumn"),
        "WI": ("شتاء", "winter"),
    },
    "reference": {
        "PAST_REF": ("زمن مضى دون تحديد", "some time past"),
        "PRESENT_REF": ("الوقت الحاضر", "the present"),
        "FUTURE_REF": ("زمن آتٍ دون تحديد", "some time to come"),
        "SET": ("زمن متكرر", "a repeated time"),
    },
    "name": {
        "PER": ("شخص", "person"),
        "ORG": ("جهة", "organisation"),
        "GPE": ("بلد أو مدينة", "country or city"),
        "LOC": ("مكان", "place"),
        "FAC": ("منشأة", "facility"),
        "OTHER": ("غير ذلك", "other"),
    },
}


def word(group: str, code: str | None, language: Language) -> str:
    """Return the words for a code of a group («status», «type», …); the code itself when it has none."""
    pair = _WORDS.get(group, {}).get(code or "")
    if pair is None:
        return code or ""
    return pair[0] if language == "ar" else pair[1]


def side_in(attribute: str, value: str, language: Language) -> str:
    """Return a side of a disagreement in words: a status by its word, every other value as the texts give it."""
    return word("status", value, language) if attribute == "status" else value


def differing(attribute: str, what: str, language: Language) -> str:
    """Return what differs, with its measure where it has one («العدد: القتلى», «الحال»)."""
    name = word("attribute", attribute, language)
    return f"{name}: {word('measure', what, language)}" if what else name


# What is put before a title where nothing beside it tells that it was not simply reported as done.
_PREFIXES: dict[str, tuple[str, str]] = {
    "alleged": ("ادعاء", "Alleged"),
    "denied": ("منفي", "Denied"),
    "planned": ("مقرر", "Planned"),
    "hypothetical": ("محتمل", "Possible"),
    "negated": ("لم يقع", "Did not happen"),
}


def with_status(title: str, status: str, language: Language) -> str:
    """Return a title behind a word for its status («مقرر: زيارة …»); as it is where it is told as done."""
    pair = _PREFIXES.get(status)
    return title if pair is None else f"{pair[0] if language == 'ar' else pair[1]}: {title}"


class Titled(Protocol):
    """What has a title in Arabic (or its words, when it has no other) and may have one in English."""

    @property
    def label(self) -> str: ...

    @property
    def label_en(self) -> str: ...


def title_in(item: Titled, language: Language) -> str:
    """Return a title in a language; the Arabic one where there is no English one."""
    return item.label_en if language == "en" and item.label_en else item.label


class WithStatus(Titled, Protocol):
    """What has a title and a status."""

    @property
    def status(self) -> str: ...


def titled(item: WithStatus, language: Language) -> str:
    """Return the title of a happening with its status, for places that do not show the status beside it."""
    return with_status(title_in(item, language), item.status, language)


def codes(group: str) -> tuple[str, ...]:
    """Return the codes of a group."""
    return tuple(_WORDS[group])


# Month names of CLDR's Arabic and English locales.
_MONTHS = {
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def day(value: date, language: Language) -> str:
    """Word one day, the month by name so that no reader has to guess the order."""
    return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"


def day_month(value: date, language: Language) -> str:
    """Word a day without its year, for ticks."""
    return f"{value.day} {_MONTHS[language][value.month - 1]}"


def month_year(value: date, language: Language) -> str:
    """Word the month that a day lies in, for ticks."""
    return f"{_MONTHS[language][value.month - 1]} {value.year}"


def days(first: date | None, last: date | None, language: Language) -> str:
    """Word a range of days: one day, an interval, an open end, or unknown."""
    if first is None and last is None:
        return "تاريخ غير معروف" if language == "ar" else "date unknown"
    if first is None or last is None:
        known = day(first or last, language)  # type: ignore[arg-type]
        if first is None:
            return f"في {known} أو قبله" if language == "ar" else f"on or before {known}"
        return f"في {known} أو بعده" if language == "ar" else f"on or after {known}"
    if first == last:
        return day(first, language)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last + timedelta(1)).day == 1:
        return f"{_MONTHS[language][first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{day(first, language)} – {day(last, language)}"


def published(first: date | None, last: date | None, language: Language) -> str:
    """Word when something was published: one day, an interval, an open end, or unknown."""
    if first is None and last is None:
        return "تاريخ النشر غير معروف" if language == "ar" else "date of publication unknown"
    told = days(first, last, language)
    if language == "en":
        return f"published {told}"
    if first is None or last is None:
        return f"نُشر {told}"
    return f"نُشر بين {told.replace(' – ', ' و')}" if " – " in told else f"نُشر في {told}"


def chains(known: int, unknown: int, language: Language) -> str:
    """Word the pair of METHOD's count: never a verification, only who reports."""
    if language == "ar":
        return f"مصادر مستقلة معروفة: {known}، سلاسل مجهولة المصدر: {unknown}"
    return f"known independent origins: {known}; chains of unknown origin: {unknown}"
