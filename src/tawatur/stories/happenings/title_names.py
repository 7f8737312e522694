"""What a title calls a participant or place: its name, or a plain description that stands well behind a noun."""

from __future__ import annotations

import re

from tawatur.stories.happenings.parties import Party, World
from tawatur.text.fold import fold
from tawatur.text.words import without_article


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition("=") for pair in words.split("|"))]


# A description of more words than this is a clause rather than a name for somebody.
_MOST_WORDS = 6
_NAME_LENGTH = 60
_EDGES = ' \n\t،,؛;:-–—«»"“”()[].ـ'
# Where a description ends: at a mark, or at a word that begins a clause about it; what is behind it is left out.
_MARKS = re.compile(r"[،,؛;:()\[\]«»\"“”\n.…]")
_CLAUSES = _folded(
    "الذي التي الذين اللذان اللتان اللواتي حيث بعد قبل خلال أثناء منذ لكن بينما عندما حين حتى إن أن كما قد"
)
# Words that a description neither ends with nor consists of: prepositions, conjunctions, «بلا» …
_HANGING = _folded(
    "من في على إلى عن مع بين عند لدى ضد دون بدون بلا باسم نحو حول تحت فوق أمام خلف عبر بـ لـ كـ و ف ثم "
    "أو أم بل لا ما لم لن غير سوى إلا ذات ذو ذي كل أي بعض أحد إحدى قرب شمال جنوب شرق غرب وسط ضمن بسبب "
    "جراء مثل"
)
# Words that name nobody by themselves: pronouns, «أحدًا», «آخرون», «الجانبان».
_NOBODY = _folded(
    "هو هي هم هما هن نحن أنا أنت أنتم هذا هذه هؤلاء ذلك تلك أولئك أحد أحدا شيء شيئا الجميع البعض آخر "
    "آخرون آخرين أخرى من ما الجانبان الجانبين الطرفان الطرفين كلاهما كليهما بعضهم نفسه نفسها هنا هناك "
    "أنه أنها أنهم مما"
)
_POINTING = _folded("هذا هذه هؤلاء ذلك تلك أولئك")
# Endings that are pronouns on a noun («قواته», «نظيرها»); the words below only look so.
_PRONOUN = re.compile(r".{2,}(?:ه|ها|هم|هما|هن|كم|نا)$")
_NO_PRONOUN = _folded(
    "مياه وجه شبه اتجاه فقيه نزيه سفيه شفاه جباه منبه متنزه منتزه مقهى فوه الله إله مهم متهم اللهم أهم "
    "ميناء فيينا غانا هافانا بوتسوانا"
)
# Plurals and duals in the nominative, which no preposition or idafa bears: «مسلحون», «شرطيان».
_SOUND_PLURAL = re.compile(r"(?:ال)?م\w{2,}ون$|\w{2,}يون$")
_NO_PLURAL = frozenset(("تلفزيون", "مليون", "بليون", "تريليون", "أفيون", "ممنون", "مضمون", "مجنون", "مخزون", "ماراثون"))
_DUAL = re.compile(
    r"((?:ال)?(?:شخص|جندي|مدني|رجل|شرطي|صحفي|صحافي|مسلح|طفل|عامل|ضابط|وزير|رئيس|زعيم|شاب|عنصر|مواطن))ان$"
)
# «طالباً», «مدنيًا»: the ending goes with its alef.
_TANWIN = re.compile("ا\u064b|\u064bا|\u064b")

# Plain descriptions in English, looked up by their first word without the article; words that only count go first.
_ENGLISH: dict[str, str] = {
    fold(arabic): english
    for arabic, english in _pairs(
        "قافلة=convoy|القوافل=convoys|قوافل=convoys|جيش=army|شرطة=police|قوات=forces|قوة=force|"
        "حكومة=government|سلطات=authorities|برلمان=parliament|محكمة=court|رئيس=president|وزير=minister|"
        "وزارة=ministry|متحدث=spokesman|متحدثة=spokeswoman|ناطق=spokesman|معارضة=opposition|حزب=party|"
        "جبهة=front|جماعة=group|جماعات=groups|تنظيم=group|منظمة=organisation|منظمات=organisations|"
        "مركز=centre|اتحاد=union|نقابة=union|شركة=company|مسلح=gunman|مسلحون=gunmen|مسلحين=gunmen|"
        "جندي=soldier|جنود=soldiers|شرطي=policeman|ضابط=officer|ضباط=officers|مدني=civilian|مدنيون=civilians|"
        "مدنيين=civilians|شخص=person|أشخاص=people|شخصان=two people|شخصين=two people|رجل=man|رجال=men|"
        "امرأة=woman|نساء=women|طفل=child|أطفال=children|شاب=young man|شبان=young men|سائق=driver|"
        "صحفي=journalist|صحافي=journalist|صحفيين=journalists|صحفيون=journalists|متظاهر=demonstrator|"
        "متظاهرون=demonstrators|متظاهرين=demonstrators|محتجون=protesters|محتجين=protesters|طلاب=students|"
        "طلبة=students|عامل=worker|عمال=workers|موظفون=employees|موظفين=employees|موقوفون=detainees|"
        "موقوفين=detainees|معتقلون=detainees|معتقلين=detainees|أسرى=prisoners|سجناء=prisoners|رهائن=hostages|"
        "لاجئون=refugees|لاجئين=refugees|مهاجرون=migrants|مهاجرين=migrants|سكان=residents|أهالي=residents|"
        "تجار=traders|مزارعون=farmers|مزارعين=farmers|صيادون=fishermen|صيادين=fishermen|قبائل=tribes|"
        "ميليشيا=militia|ميليشيات=militias|متمردون=rebels|متمردين=rebels|إرهابيون=terrorists|"
        "إرهابيين=terrorists|نائب=deputy|نواب=deputies|سفير=ambassador|سفارة=embassy|وفد=delegation|"
        "مسؤول=official|مسؤولون=officials|مسؤولين=officials|قاض=judge|محام=lawyer|مستشفى=hospital|"
        "مدرسة=school|مسجد=mosque|كنيسة=church|سوق=market|مطار=airport|ميناء=port|حافلة=bus|سيارة=car|"
        "سفينة=ship|سفن=ships|طائرة=aircraft|قاعدة=base|مقر=headquarters|منزل=house|منازل=houses|"
        "قرية=village|مدينة=town|مخيم=camp|موقع=site|مواقع=sites|نقطة=checkpoint|دورية=patrol|"
        "حاجز=checkpoint|هجوم=attack|هجمات=attacks|اتفاق=agreement|قرار=decision|تقرير=report|"
        "شحنات=shipments|شحنة=shipment|معدات=equipment|أسلحة=weapons|مشتبه=suspect|ضحايا=victims|"
        "عناصر=members|مواطن=citizen|مواطنون=citizens|مواطنين=citizens|طبيب=doctor|أطباء=doctors|"
        "معلمون=teachers|معلمين=teachers|زعيم=leader|قائد=commander|أمير=prince|ملك=king|لجنة=committee|"
        "مجلس=council|بلدية=municipality|ادعاء=prosecution|نيابة=prosecution|مدعي=prosecutor|"
        "خاطفون=kidnappers|مهاجمون=attackers|مهاجمين=attackers|أنصار=supporters"
    )
}
# Plurals, as behind a preposition, of those that a number counts.
_PLURALS: dict[str, str] = dict(
    _pairs(
        "شخص=أشخاص|جندي=جنود|مدني=مدنيين|مسلح=مسلحين|شرطي=أفراد شرطة|عنصر=عناصر|طفل=أطفال|عامل=عمال|"
        "مقاتل=مقاتلين|مواطن=مواطنين|متظاهر=متظاهرين|محتج=محتجين|ضابط=ضباط|صحفي=صحفيين|صحافي=صحفيين|"
        "مهاجر=مهاجرين|لاجي=لاجئين|رجل=رجال|سايق=سائقين|طالب=طلاب|تاجر=تجار|موظف=موظفين|مسافر=مسافرين|"
        "راكب=ركاب|قتيل=قتلى|جريح=جرحى"
    )
)
_COUNTING = _folded(
    "عدد عدة عشرات مئات آلاف نحو حوالي أكثر من بعض أحد واحد ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة "
    "ثلاث أربع خمس ست سبع ثماني تسع عشر مجموعة ما لا يقل عن"
)


def named(ident: str, world: World) -> tuple[str, str] | None:
    """Return the Arabic and the Latin name of a world entity, None for an unknown one or words that are no name."""
    entity = world.entities.get(ident)
    if entity is None:
        return None
    arabic = described(entity.canonical, names=True)
    latin = entity.latin or entity.transliteration or ""
    return (arabic, latin or in_english(arabic)) if arabic else None


def called(party: Party, world: World) -> tuple[str, str] | None:
    """Return what a title calls a participant in Arabic and English; English empty where no plain word is known."""
    for ident in sorted(party.ids):
        if (found := named(ident, world)) is not None:
            return found
    # A name that no entity stands for is still a name: «بيبه» ends in no pronoun.
    arabic = described(party.words, names=party.kind != "described")
    return (arabic, in_english(arabic)) if arabic else None


def described(words: str, *, names: bool = False) -> str:
    """Return a description as it stands behind a noun: cut at its clause, no case ending; empty where it names nobody.

    A pronoun is not resolved here, so that words with one («قواته») name nobody. `names`: the words are a name.
    """
    kept: list[str] = []
    for word in _MARKS.split(words.strip(_EDGES))[0].split():
        if not names and kept and fold(word) in _CLAUSES:
            break
        kept.append(word)
    while kept and fold(kept[-1].strip(_EDGES)) in _HANGING:
        kept.pop()
    if not kept or len(kept) > _MOST_WORDS or len(" ".join(kept)) > _NAME_LENGTH:
        return ""
    norms = [fold(word.strip(_EDGES)) for word in kept]
    if norms[0] in _NOBODY or norms[0] in _CLAUSES or (norms[0] in _HANGING and norms[0] not in _COUNTING):
        return ""
    if norms[0] in _POINTING or (
        not names and any(_bears_pronoun(word, norm) for word, norm in zip(kept, norms, strict=True))
    ):
        return ""
    if names:
        return " ".join(kept).strip(_EDGES)
    return " ".join(map(_oblique, _uncounted(kept))).strip(_EDGES)


def _uncounted(words: list[str]) -> list[str]:
    """Return words without a number in digits, the noun in the plural where it is known: tolls differ and change."""
    if len(words) > 1 and words[0].isdigit() and (plural := _PLURALS.get(_bare(words[1]))):
        return [plural]
    return words


def _bare(word: str) -> str:
    """Return a noun folded without the ending of the counted («شخصًا»)."""
    norm = fold(word)
    return norm[:-1] if norm.endswith("ا") else norm


def _bears_pronoun(word: str, norm: str) -> bool:
    """Tell whether a word ends in a pronoun; «ة», which folding makes «ه», is none."""
    bare = word.strip(_EDGES)
    return bool(_PRONOUN.match(bare)) and len(bare) > 3 and without_article(norm) not in _NO_PRONOUN


def _oblique(word: str) -> str:
    word = _TANWIN.sub("", word)
    if _SOUND_PLURAL.match(word) and without_article(word) not in _NO_PLURAL:
        return word[:-2] + "ين"
    dual = _DUAL.match(word)
    return dual[1] + "ين" if dual else word


def in_english(arabic: str) -> str:
    """Return a plain word for a description, by its first word that does not only count; empty where none is known."""
    for word in arabic.split():
        norm = fold(word)
        if norm in _COUNTING or norm.isdigit():
            continue
        return _ENGLISH.get(norm) or _ENGLISH.get(without_article(norm)) or ""
    return ""


def behind_li(name: str) -> str:
    """Return a name behind «ل»: the article swallowed («للجيش»), letters that do not join kept apart («لـ14»)."""
    if not name[:1].isalpha() or name[:1].isascii():
        return f"لـ{name}"
    if name.startswith("الل"):
        return name[1:]
    return f"لل{name[2:]}" if name.startswith("ال") and len(name) > 4 else f"ل{name}"


def behind_wa(name: str) -> str:
    """Return a name behind «و»."""
    return f"و{name}" if name[:1].isalpha() and not name[:1].isascii() else f"و {name}"
