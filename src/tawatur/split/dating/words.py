"""The words that lines of dates are made of: months of every tradition, weekdays, and what stands around them."""

from __future__ import annotations

from tawatur.text.fold import fold

_MONTHS = (
    ("يناير", "كانون الثاني", "جانفي", "ينايير", "جانفيي", "january", "jan"),
    ("فبراير", "شباط", "فيفري", "فبرائر", "february", "feb"),
    ("مارس", "آذار", "مرس", "march", "mar"),
    ("أبريل", "إبريل", "نيسان", "أفريل", "april", "apr"),
    ("مايو", "أيار", "ماي", "may"),
    ("يونيو", "حزيران", "جوان", "يونية", "يونيه", "june", "jun"),
    ("يوليو", "تموز", "جويلية", "يوليوز", "يوليه", "يولية", "july", "jul"),
    ("أغسطس", "آب", "أوت", "غشت", "اغسطس", "august", "aug"),
    ("سبتمبر", "أيلول", "شتنبر", "سبتمبير", "september", "sep", "sept"),
    ("أكتوبر", "تشرين الأول", "اكتوبر", "october", "oct"),
    ("نوفمبر", "تشرين الثاني", "نونبر", "نوفنبر", "november", "nov"),
    ("ديسمبر", "كانون الأول", "دجنبر", "ديسمبير", "december", "dec"),
)
_HIJRI = (
    ("محرم", "المحرم"),
    ("صفر",),
    ("ربيع الأول", "ربيع أول"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع آخر"),
    ("جمادى الأولى", "جمادى الأول", "جمادى أول"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الثاني", "جمادى الآخر"),
    ("رجب",),
    ("شعبان",),
    ("رمضان",),
    ("شوال",),
    ("ذو القعدة", "ذي القعدة", "ذوالقعدة", "ذي قعدة"),
    ("ذو الحجة", "ذي الحجة", "ذوالحجة", "ذي حجة"),
)
_WEEKDAYS = (
    ("الاثنين", "الإثنين", "إثنين", "اثنين", "monday", "mon"),
    ("الثلاثاء", "ثلاثاء", "الثلثاء", "tuesday", "tue"),
    ("الأربعاء", "أربعاء", "الاربعاء", "wednesday", "wed"),
    ("الخميس", "خميس", "thursday", "thu"),
    ("الجمعة", "جمعة", "friday", "fri"),
    ("السبت", "سبت", "saturday", "sat"),
    ("الأحد", "أحد", "الاحد", "sunday", "sun"),
)


def _numbered(rows: tuple[tuple[str, ...], ...], first: int) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(rows, first) for name in names}


# Folded name to number: months from 1, weekdays from 0 (Monday), as datetime counts them.
MONTHS = _numbered(_MONTHS, 1)
HIJRI_MONTHS = _numbered(_HIJRI, 1)
WEEKDAYS = _numbered(_WEEKDAYS, 0)

# Words that stand on lines of dates beside names and numbers.
AROUND = frozenset(
    fold(
        "نشر نشرت النشر نشره تم آخر اخر أخر تحديث التحديث تاريخ التاريخ بتاريخ حدث محدث أضيف أضيفت وقت "
        "الوقت في من على عند يوم اليوم الساعة الساعه الموافق الموافقة هـ ه م ميلادي ميلادية هجري هجرية "
        "للهجرة عام سنة شهر و ال بعد قبل منذ مضت ص ت صباحا صباحاً مساء مساءً ظهرا فجرا ليلا عصرا الظهر "
        "دقيقة دقائق دقيقتين ساعة ساعات ساعتين أيام يومين أسبوع أسابيع أسبوعين أشهر شهرين سنوات سنتين ثانية "
        "ثواني بتوقيت توقيت غرينتش غرينيتش جرينتش مكة المكرمة القاهرة محلي المحلي الدوحة أبوظبي السعودية "
        "لندن تعديل آخر الخبر المقال gmt utc am pm th st nd rd ast edt est updated published last posted on "
        "at date of ago hours hour days day minutes"
    ).split()
)
_PARTS = frozenset(part for name in (*MONTHS, *HIJRI_MONTHS) for part in name.split())
# Words one of which a line of dates holds, unless numbers with marks between show the date.
DATING = frozenset({*_PARTS, *WEEKDAYS, "منذ", "قبل", "ago"})


def is_date_word(norm: str) -> bool:
    """Tell whether a folded word may stand on a line of dates."""
    return norm in AROUND or norm in WEEKDAYS or norm in _PARTS or norm[:1].isdigit()
