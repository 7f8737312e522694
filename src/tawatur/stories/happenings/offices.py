"""Offices: which post a wording names, so that a foreign minister is never taken for his head of state."""

from __future__ import annotations

from functools import lru_cache

from tawatur.text.fold import fold_words
from tawatur.text.words import find_words, without_article

_HEADS = fold_words("زعيم ملك ملكة عاهل سلطان")
_CHIEFS = fold_words("رئيس رئيسة الرئيس رئيسا رئيسي رؤساء زعيما زعيمي زعماء")
_MINISTERS = fold_words("وزير وزيرة وزيرا وزيري وزراء")
_CABINET = fold_words("وزراء حكومة")
# Posts that need no further word; a former or deputy holder of a post is somebody else than its holder.
_PLAIN = {
    **dict.fromkeys(fold_words("سفير سفيرة"), "ambassador"),
    **dict.fromkeys(fold_words("متحدث متحدثة ناطق ناطقة"), "spokesman"),
    **dict.fromkeys(fold_words("مبعوث مبعوثة موفد"), "envoy"),
}
_OTHERWISE = fold_words("سابق سابقة أسبق راحل راحلة منتخب نائب نائبة وكيل مساعد مساعدة ابن نجل زوجة شقيق مكتب")
# What a «رئيس» who is no head of state is at the head of.
_BODIES = fold_words(
    "برلمان مجلس أركان حزب بلدية جامعة شركة تحرير وفد لجنة هيئة اتحاد نادي محكمة مخابرات استخبارات ديوان جهاز منظمة "
    "بعثة "
    "تحالف ائتلاف كتلة حركة دائرة قسم جمعية نقابة مؤسسة مركز إدارة قطاع غرفة بنك مصرف معهد نيابة تيار تنظيم جماعة جبهة"
)
# Heads of phrases that stand for two or more holders of one post («وزيرا خارجية … و…»), with the word for one.
_DUALS = {
    **dict.fromkeys(fold_words("وزيرا وزيري وزراء"), "وزير"),
    **dict.fromkeys(fold_words("رئيسا رئيسي رؤساء"), "رئيس"),
    **dict.fromkeys(fold_words("زعيما زعيمي زعماء قادة قائدا قائدي"), "زعيم"),
    **dict.fromkeys(fold_words("سفيرا سفيري سفراء"), "سفير"),
}
_POST_WITHIN = 4


@lru_cache(maxsize=65536)
def office_of(words: str) -> str | None:
    """Return the post that a wording names («وزير الخارجية الروسي»: "minister:خارجيه"), or None where it tells none.

    The post is that of whoever is meant: a former minister and a minister's deputy hold none.
    """
    norms = [without_article(word.norm) for word in find_words(words) if word.kind == "word"]
    if any(norm in _OTHERWISE for norm in norms[:_POST_WITHIN]):
        return None
    for at, norm in enumerate(norms[:_POST_WITHIN]):
        following = norms[at + 1] if at + 1 < len(norms) else ""
        if norm in _MINISTERS:
            return f"minister:{following}" if following else None
        if norm in _CHIEFS or norm in _HEADS:
            if following in _CABINET:
                return "premier"
            return f"chief:{following}" if following in _BODIES else "head"
        if norm in _PLAIN:
            return _PLAIN[norm]
    return None


def shared_post(words: str) -> str | None:
    """Return a wording of several holders of one post put into the singular: «وزيرا خارجية روسيا» → «وزير خارجية»."""
    found = [word for word in find_words(words) if word.kind == "word"]
    if not found or (one := _DUALS.get(found[0].norm)) is None:
        return None
    middle = found[1].text if len(found) > 2 else ""
    return f"{one} {middle}".strip()
