"""Unnamed people: «مواطن», «مسلحون مجهولون», «أحد المسافرين» are others in every report, however alike the words."""

from __future__ import annotations

from functools import lru_cache

from tawatur.text.fold import fold_words
from tawatur.text.words import cuts, find_words

# Words for people of whom nothing is said but what they are or did, in the forms of any number; folded at import.
_PEOPLE = fold_words(
    "مواطن مواطنة مواطنا مواطنون مواطنين مواطنان مقيم مقيمين وافد وافدين وافدان شخص شخصا شخصين شخصان أشخاص رجل "
    "رجلا رجلين رجلان رجال امرأة سيدة فتاة شاب شابا شابان شابين شبان شباب طفل طفلا طفلة طفلان طفلين أطفال مسن "
    "مسلح مسلحا مسلحان مسلحين مسلحون ملثم ملثمون ملثمين مجهول مجهولون مجهولين مسافر مسافرا مسافرين مسافرون متهم "
    "متهما متهمين متهمان متهمون مشتبه مطلوب مطلوبا مطلوبين مطلوبون جان جاني جناة سائق سائقا سائقين جندي جنديا "
    "جنديين جنود شرطي شرطيا شرطيين ضابط ضابطا ضابطين ضباط مدني مدنيا مدنيين مدنيون عامل عاملا عمال لص لصوص مهرب "
    "مهربا مهربين مروج مروجين مهاجر مهاجرا مهاجرين مهاجرون لاجئ لاجئين قتيل قتيلا قتلى جريح جريحا جرحى مصاب "
    "مصابين ضحية ضحايا عنصر عنصرا عناصر إرهابي إرهابيا إرهابيين إرهابيون متشدد متشددين متطرف متطرفين انتحاري "
    "انتحاريا انتحاريين طالب طالبا طلاب طالبة معتمر حاج حجاج زائر زائرين مريض مرضى محتج محتجين متظاهر متظاهرين "
    "متظاهرون تاجر تجار فرد أفراد"
)
# What stands before such a word without telling who is meant: «أحد المسافرين», «عدد من المدنيين», «ثلاثة مسلحين».
_BEFORE = fold_words(
    "أحد إحدى بعض عدد عددا عدة عشرات مئات آلاف مجموعة أكثر أقل نحو حوالي من على الأقل كل جميع سائر بقية واحد اثنين "
    "اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة ثلاث أربع خمس ست سبع ثماني تسع عشر المدعو المواطن"
)


@lru_cache(maxsize=65536)
def is_unnamed(words: str) -> bool:
    """Tell whether the words for a participant are those for people of whom nothing else is said."""
    for word in find_words(words):
        forms = {cut.form for cut in cuts(word.norm)}
        if word.kind != "word" or forms & _BEFORE:
            continue
        return any(form.removeprefix("ال") in _PEOPLE for form in forms)
    return False
