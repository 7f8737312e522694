"""Whether a date inside a text is past, still to come, or of no clear tense, by the words around it."""

from __future__ import annotations

from tawatur.text.fold import fold
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts
from tawatur.timex.expressions import TimeExpression

_AHEAD = frozenset(
    fold(
        "المقرر المزمع المتوقع المنتظر يتوقع تتوقع متوقع مقرر مقررا مقررة بحلول حتى لغاية المقبل المقبلة "
        "القادم القادمة سوف ستكون سيكون موازنة ميزانية انتخابات كأس مونديال أولمبياد بطولة دورة رؤية خطة "
        "موسم إكسبو استراتيجية هدف أهداف أجندة مشروع العام بنهاية نهاية قبل اعتبارا ينتهي تنتهي لعام توقعات"
    ).split()
)
# What is announced for a day or year, or is called by it: elections, cups, plans, terms; clitics and article off.
_ANNOUNCED = frozenset(
    fold(
        "مقرر مقررة مقررا مزمع مزمعة متوقع متوقعة منتظر منتظرة مرتقب مرتقبة محتمل محتملة يتوقع تتوقع نتوقع توقع "
        "توقعات مونديال كأس أولمبياد أولمبي أولمبية ألعاب نهائيات تصفيات قرعة دورة دور بطولة انتخاب انتخابات رئاسة "
        "رئاسيات مرشح مرشحين مرشحا ترشح ترشيح سباق استحقاق موعد مواعيد موعدا أقصاه استضافة تستضيف يستضيف طلبات "
        "بحلول غاية خطة خطط مستهدف مستهدفة تستهدف يستهدف هدف أهداف طموح يطمح استراتيجية استراتيجيات رؤية أجندة برنامج "
        "مشروع مشاريع موازنة ميزانية موسم معرض عاصمة بدءا اعتبارا ابتداء ابتداءا يبدأ تبدأ ينتهي تنتهي لتبدأ قادم "
        "قادمة مقبل مقبلة مستقبل استعداد استعدادا استعدادات تحضيرا تحضيرات تمهيدا تجهيز إصدار تكملة يسعى تسعى يأمل "
        "تأمل يعتزم تعتزم ينوي تنوي يرغب ترغب خوض تنظر احتمال إمكانية فرصة فرص تحديد حددت تحدد توسع تنفيذ إنجاز "
        "تشغيل يرتفع ترتفع ينخفض تنخفض يصل تصل يبلغ جدول تقويم ترشيحات جولة مهلة صلاحية صالح صالحة يسري تسري عقد "
        "عقدا تجديد يمتد تمتد ولاية صدور يصدر تصدر ينظم تنظم افتتاح تدشين انتهاء إطلاق"
    ).split()
)
# Verbs in the past tense: with one of them before it, and nothing that looks ahead, a date is past.
_HAPPENED = frozenset(
    fold(
        "كان كانت بدأ بدأت اندلع اندلعت وقع وقعت حدث حدثت جرى جرت تم تمت شهد شهدت أعلن أعلنت أصدر أصدرت صدر "
        "صدرت التقى عقد عقدت تولى تولت انتخب قتل قتلت أسفر أسفرت أدى أدت أطلق أطلقت شن شنت انسحب انسحبت "
        "سيطر سيطرت استولى انتهى انتهت توفي ولد اغتيل أطاح أطاحت أقر أقرت فرض فرضت بلغ بلغت سجل سجلت قرر "
        "قررت حكم حكمت أدين اعتقل اعتقلت احتل احتلت غزا غزت ضم ضمت وقعا زار زارت فاز فازت خسر خسرت استقال "
        "أقيل تأسس تأسست افتتح أغلق أغلقت هاجر فر نفذ نفذت استهدف استهدفت تعرض تعرضت انطلق انطلقت توقف "
        "توقفت انهار انهارت سقط سقطت عاد عادت غادر وصل وصلت تبنى تبنت اعترف اعترفت اعترافها اتهم اتهمت"
    ).split()
)
# Words of a sentence before and after a date among which its tense is looked for.
_BEFORE, _AFTER = 12, 4


def is_past(prepared: Prepared, expression: TimeExpression, length: int) -> bool:
    """Tell whether a date whose tense is not clear is past all the same: by «منذ», or by a past verb before it."""
    index = prepared.sentence_at(expression.span.start)
    if index is None or expression.hijri:
        return False
    before = [w for w in prepared.sentence_words(index) if w.span.end <= expression.span.start and w.kind != "mark"]
    if before and before[-1].norm in ("منذ", "ومنذ"):
        return True
    # A year alone also names budgets, cups and plans: it counts only after «منذ», as above, or a clear past tense.
    if length > 92 or (expression.kind == "interval" and length > 31):
        return False
    near = before[-8:]
    happened = any(word.norm in _HAPPENED or word.norm.removeprefix("و") in _HAPPENED for word in near)
    return happened and not any(_looks_ahead(word) for word in before[-_BEFORE:])


def is_announced(prepared: Prepared, expression: TimeExpression) -> bool:
    """Tell whether a word near a date says that it is a term, a plan, or an event's name: it may lie ahead."""
    index = prepared.sentence_at(expression.span.start)
    if index is None:
        return True
    words = [word for word in prepared.sentence_words(index) if word.kind != "mark"]
    before = [word for word in words if word.span.end <= expression.span.start]
    after = [word for word in words if word.span.start >= expression.span.end][:_AFTER]
    return any(_looks_ahead(word) or _names_term(word) for word in (*before, *after))


def _names_term(word: Word) -> bool:
    return any(cut.form in _ANNOUNCED or cut.form.removeprefix("ال") in _ANNOUNCED for cut in cuts(word.norm))


def _looks_ahead(word: Word) -> bool:
    norm = word.norm.removeprefix("و")
    return norm in _AHEAD or (norm.startswith(("سي", "ست", "سن")) and len(norm) >= 5 and norm not in ("سياسه", "سيناء"))
