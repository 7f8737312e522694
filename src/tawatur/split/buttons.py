"""Buttons, bars of buttons, and the line of a site's editors, known by their build."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.lexicon.page_words import PageLexicon
from tawatur.split.credits import may_be_name
from tawatur.text.fold import fold

# A bar of buttons has no more words, one or two buttons in words and an editor's name fewer.
_BAR, _BUTTON, _NAME = 10, 8, 4
_SHARE = fold("شارك")
_SIZES = frozenset(fold("ت ا ع خ أ ط حجم الحجم الخط خط الطبيعي تكبير تصغير عادي aa a").split())
# «اطبع هذا الخبر», «أرسل لصديق», «انسخ الرابط»: what to do, and with what.
_DOING = frozenset(
    fold(
        "اطبع إطبع طباعة أرسل ارسل إرسال ارسال انسخ إنسخ نسخ حفظ احفظ إحفظ شارك شاركه شاركها شاركوا مشاركة انشر إنشر "
        "غرد علق أبلغ بلغ إبلاغ حمل تحميل استمع اشترك إشترك تابع تابعنا تابعونا أضف إضافة اضافة قيم كبر صغر تكبير "
        "تصغير اسحب افتح إغلاق إظهار اظهار إخفاء عرض أعد أرسلها راسلنا اضغط اضغطوا إضغط انقر انضم انضموا"
    ).split()
)
_WITH = frozenset(
    fold(
        "هذا هذه الخبر المقال المقالة الصفحة الموضوع التقرير القصة الرابط رابط لصديق صديق لصديقك إلى الى على عبر في عن "
        "بالبريد البريد الإلكتروني الالكتروني الآن واتساب فيسبوك تويتر إكس تلغرام تيليغرام النص الخط للمفضلة المفضلة "
        "للمفضلات الكل المزيد خطأ نسخة مختصر المختصر اصدقائك أصدقائك مع تعليق التعليقات القائمة هنا "
        "للاشتراك للانضمام للمتابعة قناتنا صفحتنا مجموعتنا يوتيوب اليوتيوب "
        "الفيسبوك تلجرام التلغرام الواتساب مرات مرة"
    ).split()
)
_STAFF = tuple(
    tuple(fold(title).split())
    for title in (
        *("رئيس التحرير", "رئيسة التحرير", "مدير التحرير", "مديرة التحرير", "سكرتير التحرير", "نائب رئيس التحرير"),
        *("رئيس مجلس الإدارة", "رئيس مجلس الادارة", "المدير العام", "المدير المسؤول", "صاحب الامتياز", "المشرف العام"),
        *("الناشر", "المؤسس", "هاتف", "تلفون", "فاكس", "عنوان المكتب", "العنوان", "المقر", "المكتب الرئيسي"),
    )
)


def button_reason(words: Sequence[str], count: int, stop: bool, lexicon: PageLexicon) -> str:
    """Return what a line of buttons is («ع ع ع», «شارك التغطية», «فيسبوك إكس واتساب»), "" for none; words folded."""
    if count > 1 and all(word in _SIZES for word in words):
        return "buttons for the size of letters"
    if words[0] == _SHARE and count <= 3 and not stop:
        return "a button for sharing"
    if 1 < count <= _BAR and all("furniture" in lexicon.whole_classes((word,)) for word in words):
        return "buttons in a row"
    if 1 < count <= _BUTTON and words[0] in _DOING and all(word in _WITH or word in _DOING for word in words):
        return "a button"
    return ""


def names_staff(text: str, words: Sequence[str], count: int) -> bool:
    """Tell whether a line names a site's editor or office («المشرف العام: …», «رئيس التحرير عادل …»), and no more."""
    title = next((title for title in _STAFF if tuple(words[: len(title)]) == title), None)
    if title is None or count > 3 * _NAME:
        return False
    if ":" in text[:60]:
        return len(text[: text.index(":")].split()) == len(title)
    editor = title[-1] == fold("التحرير")
    return editor and 2 <= count - len(title) <= _NAME and may_be_name(words[len(title) :])


_SKIP, _AND_ON, _END = fold("تخطى"), fold("القراءة"), fold("نهاية")


def skips_box(words: Sequence[str]) -> bool:
    """Tell whether a line offers to skip a box and read on («تخطى الأكثر قراءة وواصل القراءة»)."""
    return len(words) > 2 and words[0] == _SKIP and words[-1] == _AND_ON


def ends_box(words: Sequence[str]) -> bool:
    """Tell whether a line says that a box ends here («الأكثر قراءة نهاية»): the text goes on below it."""
    return 2 <= len(words) <= _BUTTON and _END in (words[0], words[-1])
