"""The words of the pages themselves, Arabic and English side by side."""

from __future__ import annotations

from tawatur.views.wording import Language

_WORDS: dict[str, tuple[str, str]] = {
    "name": ("تواتر", "Tawatur"),
    "tagline": ("من قال ماذا، وعمّن نقل", "who says what, through whom"),
    "skip": ("إلى المحتوى", "Skip to content"),
    "search": ("بحث", "Search"),
    "search_hint": ("ابحث في المقالات", "Search the articles"),
    "stories": ("القصص", "Stories"),
    "other_language": ("English", "العربية"),
    "no_stories": (
        "لا قصص بعد. أضف صفحات بالأمر tawatur add",
        "No stories yet. Add pages with: tawatur add PATH --db FILE",
    ),
    "timeline": ("ما ذُكر أنه حدث", "What is reported to have happened"),
    "who_says": ("من قال ماذا", "Who says what"),
    "disagreements": ("أين تختلف الروايات", "Where the reports differ"),
    "articles": ("المقالات", "Articles"),
    "article": ("مقال", "article"),
    "related": ("قصص متصلة", "Related stories"),
    "no_disagreements": ("لم يُعثر على اختلاف.", "No difference was found."),
    "no_statements": ("لم يُعثر على أقوال منسوبة.", "No attributed statement was found."),
    "no_happenings": ("لم يُعثر على أحداث سياسية.", "No political event was found."),
    "known_origins": ("مصادر مستقلة معروفة", "known independent origins"),
    "unknown_chains": ("سلاسل مجهولة المصدر", "chains of unknown origin"),
    "outlets": ("ناشرون", "outlets"),
    "happenings": ("أحداث", "happenings"),
    "count_note": (
        "العدد للمصادر الأولى المستقلة لا للمقالات، والنسخ لا تزيده، وليس تحققًا من صحة الخبر.",
        "Counted are independent origins, not articles; copies never raise it, and it is no verification.",
    ),
    "speaker": ("القائل", "Who"),
    "stance": ("الموقف", "Stance"),
    "content": ("القول بنصه وسلسلة نقله", "The words, and the chain that carries them"),
    "all_reports": ("كل التقارير", "All reports"),
    "why": ("لماذا؟", "Why?"),
    "by": ("بحسب", "by"),
    "unknown": ("غير معروف", "unknown"),
    "answers": ("رد على ادعاء", "answers an allegation"),
    "fulfils": ("تحقيق لما كان مقررًا", "carries out what was planned"),
    "published": ("النشر", "Published"),
    "date_basis": ("كيف عُرف التاريخ", "How the date is known"),
    "outlet": ("الناشر", "Outlet"),
    "original": ("الصفحة الأصلية", "Original page"),
    "captions": ("نصوص الصور", "Captions"),
    "credits": ("نُسب إلى", "Credited to"),
    "keywords": ("كلمات دلالية", "Keywords"),
    "copies": ("نسخ من النص نفسه", "Copies of the same text"),
    "copy": ("نسخة", "copy"),
    "key": ("دليل الألوان", "Colours"),
    "story": ("القصة", "Story"),
    "spellings": ("كما كُتب", "As written"),
    "roles": ("الصفات الواردة في النصوص", "Roles as stated"),
    "country": ("البلد", "Country"),
    "statements_by": ("أقواله", "Statements"),
    "statements_about": ("ما قيل عنه", "Statements about"),
    "events_with": ("أحداث ورد فيها", "Events"),
    "results": ("النتائج", "Results"),
    "no_results": ("لا نتائج لـ", "Nothing found for"),
    "not_found": ("لا شيء بهذا العنوان", "There is nothing at this address"),
    "layer_statement": ("مضمون القول", "content"),
    "layer_cue": ("فعل النسبة", "cue"),
    "layer_holder": ("القائل", "holder"),
    "layer_event": ("حدث", "event"),
    "layer_name": ("اسم", "name"),
    "layer_time": ("زمن", "time"),
    "layer_figure": ("عدد", "figure"),
    "foot": (
        "كل سطر هنا ما نقلته صفحة عن قائل، لا حكم بصحته. اضغط على النص لتراه في موضعه.",
        "Every line is what a page reports of someone, not a finding. Follow the words to see them in place.",
    ),
}


def say(key: str, language: Language) -> str:
    """Return the page's own words for a key; raises KeyError for a key that has none."""
    return _WORDS[key][0 if language == "ar" else 1]
