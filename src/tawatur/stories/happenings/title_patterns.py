"""Patterns of titles: a nominal phrase for each kind of happening in Arabic and English, none with a verb to agree.

A pattern has slots in braces: `a` who acts, `r` whom it is done to, `la`, `lr` the same behind «ل», `pair` two or more
who take part alike, `one` the only one of whom that is known, `to` the recipient or else the place. What stands in
square brackets is left out where a slot in it is not known; of patterns parted by «|» the first whose slots outside of
brackets are all known is taken. In Arabic a masdar with an idafa or a preposition needs neither gender nor number.
"""

from __future__ import annotations

Pattern = tuple[str, str]

_BETWEEN = "{0} بين {{pair}}|{0}[ مع {{one}}]"
_BETWEEN_EN = "{0} between {{pair}}|{0}[ with {{one}}]"


def _mutual(arabic: str, english: str) -> Pattern:
    return _BETWEEN.format(arabic), _BETWEEN_EN.format(english)


def _against(arabic: str, english: str) -> Pattern:
    return f"{arabic}[ {{a}}][ على {{r}}]", f"{english}[ on {{r}}][ by {{a}}]"


def _done_to(arabic: str, english: str) -> Pattern:
    """Make the pattern of a deed told by its object: «اعتقال {r}»; «اعتقال الشرطة» would be that of the police."""
    return (
        f"{arabic} {{r}}[ على يد {{a}}]|{arabic}[ على يد {{a}}]",
        f"{english} of {{r}}[ by {{a}}]|{english}[ by {{a}}]",
    )


def _towards(arabic: str, english: str, of: str = "of") -> Pattern:
    """Make the pattern of words to or about somebody; «إدانة الحكومة» alone would not tell who condemns whom."""
    return f"{arabic} {{a}} {{lr}}|{arabic} من {{a}}|{arabic}[ {{lr}}]", f"{english}[ {of} {{r}}][ by {{a}}]"


# Families (happening_words.tsv) that say more than a mode of PLOVER does. Those of the first table may be of several
# types: an announced withdrawal is CONCEDE, a planned visit AGREE; «وقفة» (PROTEST) is no ceasefire for its letters.
SEVERAL_TYPES: dict[str, tuple[str, ...]] = {
    "visit": ("CONSULT", "AGREE"),
    "summit": ("CONSULT", "AGREE"),
    "meeting": ("CONSULT", "AGREE"),
    "call": ("CONSULT", "AGREE"),
    "ceasefire": ("RETREAT", "CONCEDE", "AGREE", "SUPPORT"),
    "withdrawal": ("RETREAT", "CONCEDE", "AGREE"),
    "treaty": ("AGREE", "SUPPORT", "CONSULT", "COOPERATE"),
    "drill": ("COOPERATE", "MOBILIZE", "AGREE"),
}
BY_FAMILY: dict[tuple[str, str], Pattern] = {
    ("", "visit"): (
        "زيارة {a}[ إلى {to}]|زيارة[ إلى {to}]",
        "Visit by {a}[ to {to}]|Visit[ to {to}]",
    ),
    ("", "summit"): _mutual("قمة", "Summit"),
    ("", "meeting"): _mutual("لقاء", "Meeting"),
    ("", "call"): _mutual("اتصال هاتفي", "Phone call"),
    ("", "ceasefire"): _mutual("وقف إطلاق نار", "Ceasefire"),
    ("", "withdrawal"): ("انسحاب[ {a}]", "Withdrawal[ by {a}]"),
    ("", "treaty"): _mutual("اتفاق", "Agreement"),
    ("", "drill"): ("مناورات مشتركة بين {pair}|مناورات[ {one}]", "Joint drills of {pair}|Drills[ by {one}]"),
    ("AGREE", "invitation"): _towards("دعوة", "Invitation"),
    ("ASSAULT", "killing"): (
        "مقتل {r}[ على يد {a}]|سقوط قتلى[ على يد {a}]",
        "Killing of {r}[ by {a}]|Deaths[ at the hands of {a}]",
    ),
    ("ASSAULT", "wounding"): (
        "إصابة {r}[ على يد {a}]|سقوط جرحى[ على يد {a}]",
        "Wounding of {r}[ by {a}]|Injuries[ at the hands of {a}]",
    ),
    ("ASSAULT", "clash"): _mutual("اشتباك", "Clash"),
    ("ASSAULT", "abduction"): _done_to("اختطاف", "Abduction"),
    ("ASSAULT", "sexual"): _against("اعتداء جنسي", "Sexual assault"),
    ("ASSAULT", "torture"): _done_to("تعذيب", "Torture"),
    ("ASSAULT", "takeover"): ("سيطرة {a}[ على {to}]|سيطرة[ على {to}]", "Takeover[ of {to}][ by {a}]"),
    ("ASSAULT", "execution"): ("تنفيذ حكم القتل[ في {r}]", "Execution[ of {r}][ by {a}]"),
    ("ASSAULT", "sentence"): ("حكم بالقتل[ على {r}]", "Death sentence[ against {r}]"),
    ("ASSAULT", "suicide"): ("انتحار[ {a}]", "Suicide[ of {a}]"),
    ("ASSAULT", "dispersal"): _done_to("تفريق", "Dispersal"),
    ("COERCE", "dispersal"): _done_to("تفريق", "Dispersal"),
    ("COERCE", "charge"): ("تهمة[ {lr}]", "Charge[ against {r}]"),
    ("COERCE", "arrest"): _done_to("اعتقال", "Arrest"),
    ("COERCE", "raid"): _done_to("مداهمة", "Raid"),
    ("COERCE", "seizure"): _done_to("مصادرة", "Seizure"),
    ("COERCE", "ban"): ("منع[ {r}][ من جانب {a}]", "Ban[ on {r}][ by {a}]"),
    ("COERCE", "closure"): ("إغلاق[ {r}][ من جانب {a}]", "Closure[ of {r}][ by {a}]"),
    ("COERCE", "deportation"): _done_to("ترحيل", "Deportation"),
    ("SANCTION", "conviction"): ("حكم قضائي[ على {r}]", "Court sentence[ against {r}]"),
    ("SANCTION", "sanctions"): ("عقوبات[ من {a}][ على {r}]", "Sanctions[ on {r}][ by {a}]"),
    ("SANCTION", "expulsion"): _done_to("طرد", "Expulsion"),
    ("SANCTION", "recall"): ("قطع علاقات أو استدعاء[ من جانب {a}]", "Recall or break of relations[ by {a}]"),
    ("RETREAT", "release"): ("إفراج[ {a}][ عن {r}]", "Release[ of {r}][ by {a}]"),
    ("RETREAT", "resignation"): ("استقالة[ {a}]", "Resignation[ of {a}]"),
    ("AID", "transfer"): ("إمداد[ {lr}][ من {a}]", "Supplies[ to {r}][ from {a}]"),
    ("COOPERATE", "transfer"): ("نقل أو بيع[ {lr}][ من {a}]", "Transfer or sale[ to {r}][ from {a}]"),
    ("MOBILIZE", "test"): ("تجربة عسكرية[ من جانب {a}]", "Weapons test[ by {a}]"),
    ("MOBILIZE", "deployment"): ("تعزيزات أو انتشار[ من جانب {a}]", "Deployment[ by {a}]"),
    ("PROTEST", "strike_work"): ("إضراب[ {a}]", "Strike[ by {a}]"),
    ("ACCUSE", "condemnation"): _towards("إدانة", "Condemnation"),
    ("ACCUSE", "accusation"): _towards("اتهام", "Accusation", "against"),
    ("ACCUSE", "prosecution"): ("ملاحقة قضائية[ {lr}][ من جانب {a}]", "Prosecution[ of {r}][ by {a}]"),
    ("ACCUSE", "referral"): ("إحالة إلى القضاء[ {lr}]", "Referral to court[ of {r}][ by {a}]"),
    ("ACCUSE", "investigation"): ("تحقيق[ من جانب {a}][ مع {r}]", "Investigation[ of {r}][ by {a}]"),
    ("THREATEN", "threat"): _towards("تهديد", "Threat", "to"),
    ("REQUEST", "demand"): _towards("مطالبة", "Demand", "on"),
    ("REJECT", "refusal"): ("رفض[ من {a}]", "Refusal[ by {a}]"),
    ("REJECT", "denial"): ("نفي[ من {a}]", "Denial[ by {a}]"),
    ("SUPPORT", "praise"): _towards("تأييد", "Praise"),
    ("SUPPORT", "recognition"): ("اعتراف[ {a}][ بـ{r}]", "Recognition[ of {r}][ by {a}]"),
}

# What single words, folded and bare, say more exactly than their family or type.
BY_WORD: dict[tuple[str, str], Pattern] = {
    (type_, word): pattern
    for type_, words, pattern in (
        ("CONSULT", "محادثات مباحثات مفاوضات تفاوض مشاورات تشاور حوار", _mutual("محادثات", "Talks")),
        ("AGREE", "محادثات مباحثات مفاوضات مشاورات", _mutual("محادثات", "Talks")),
        ("AGREE", "وعد وعدت يعد تعهد تعهدت يتعهد تتعهد التزم التزمت", _towards("تعهد", "Promise", "to")),
        ("AGREE", "عرض عرضت يعرض", _towards("عرض", "Offer", "to")),
        ("ASSAULT", "كمين كماين", ("كمين[ {lr}][ على يد {a}]", "Ambush[ of {r}][ by {a}]")),
        ("ASSAULT", "حرب حروب", ("حرب بين {pair}|حرب[ على {r}]", "War between {pair}|War[ on {r}]")),
        ("ASSAULT", "انقلاب", ("انقلاب[ على {r}]", "Coup[ against {r}]")),
        ("ASSAULT", "اغتيال اغتال", _done_to("اغتيال", "Assassination")),
        ("ASSAULT", "مجزره مذبحه مجازر", ("مجزرة[ بحق {r}]", "Massacre[ of {r}]")),
        ("THREATEN", "حذر حذرت تحذير تحذيرات", _towards("تحذير", "Warning", "to")),
        ("REQUEST", "دعا دعت يدعو دعوه", _towards("دعوة", "Call", "on")),
        ("REQUEST", "ناشد ناشدت مناشده نداء", _towards("مناشدة", "Appeal", "to")),
        ("ACCUSE", "انتقد انتقدت انتقاد انتقادات", _towards("انتقاد", "Criticism")),
        ("ACCUSE", "تحقيق تحقيقات", ("تحقيق[ من {a}][ بشأن {r}]", "Investigation[ of {r}][ by {a}]")),
        ("REJECT", "الغي الغاء الغت", ("إلغاء[ من جانب {a}]", "Cancellation[ by {a}]")),
        ("COERCE", "طرد طردت يطرد", _done_to("طرد", "Expulsion")),
        ("COERCE", "رقابه", ("رقابة[ من {a}][ على {r}]", "Control[ of {r}][ by {a}]")),
        ("PROTEST", "اعتصام", ("اعتصام[ {a}][ ضد {r}]", "Sit-in[ by {a}][ against {r}]")),
    )
    for word in words.split()
}

# Modes of PLOVER, where no family says more.
BY_MODE: dict[tuple[str, str], Pattern] = {
    ("CONSULT", "visit"): BY_FAMILY["", "visit"],
    ("CONSULT", "phone"): BY_FAMILY["", "call"],
    ("RETREAT", "withdraw"): BY_FAMILY["", "withdrawal"],
    ("RETREAT", "release"): BY_FAMILY["RETREAT", "release"],
    ("RETREAT", "disarm"): ("نزع سلاح[ {r}]", "Disarmament[ of {r}]"),
    ("RETREAT", "ceasefire"): BY_FAMILY["", "ceasefire"],
    ("RETREAT", "access"): ("سماح بالدخول[ {lr}][ من جانب {a}]", "Access[ for {r}][ granted by {a}]"),
    ("RETREAT", "resign"): BY_FAMILY["RETREAT", "resignation"],
    ("ACCUSE", "disapprove"): BY_FAMILY["ACCUSE", "condemnation"],
    ("ACCUSE", "investigate"): BY_WORD["ACCUSE", "تحقيق"],
    ("ACCUSE", "allege"): BY_FAMILY["ACCUSE", "accusation"],
    ("PROTEST", "demo"): ("مظاهرة[ {a}][ ضد {r}]", "Demonstration[ by {a}][ against {r}]"),
    ("PROTEST", "strike"): BY_FAMILY["PROTEST", "strike_work"],
    ("PROTEST", "riot"): ("أعمال شغب[ من {a}]", "Riots[ by {a}]"),
    ("PROTEST", "hunger"): ("إضراب عن الطعام[ من {a}]", "Hunger strike[ by {a}]"),
    ("PROTEST", "boycott"): ("مقاطعة[ {lr}][ من {a}]", "Boycott[ of {r}][ by {a}]"),
    ("PROTEST", "obstruct"): ("قطع طريق احتجاجًا[ من {a}]", "Blockade in protest[ by {a}]"),
    ("PROTEST", "vandalize"): ("تخريب احتجاجًا[ من {a}]", "Vandalism in protest[ by {a}]"),
    ("SANCTION", "convict"): BY_FAMILY["SANCTION", "conviction"],
    ("SANCTION", "expel"): BY_FAMILY["SANCTION", "expulsion"],
    ("MOBILIZE", "troops"): ("تحرك قوات[ {la}]", "Troop movements[ of {a}]"),
    ("MOBILIZE", "weapons"): ("تحريك سلاح أو تجربته[ من جانب {a}]", "Weapons moved or tested[ by {a}]"),
    ("MOBILIZE", "police"): ("انتشار للشرطة", "Police deployment"),
    ("MOBILIZE", "militia"): ("حشد مسلحين[ من جانب {a}]", "Militia mobilisation[ by {a}]"),
    ("COERCE", "seize"): BY_FAMILY["COERCE", "seizure"],
    ("COERCE", "restrict"): ("قيود[ من {a}][ على {r}]", "Restrictions[ on {r}][ by {a}]"),
    ("COERCE", "censor"): ("رقابة[ من {a}][ على {r}]", "Censorship[ of {r}][ by {a}]"),
    ("COERCE", "curfew"): ("حظر تجول[ من {a}]", "Curfew[ by {a}]"),
    ("COERCE", "martial-law"): ("أحكام عرفية[ من {a}]", "Martial law[ by {a}]"),
    ("COERCE", "arrest"): BY_FAMILY["COERCE", "arrest"],
    ("COERCE", "deport"): BY_FAMILY["COERCE", "deportation"],
    ("COERCE", "cyber"): _against("هجوم إلكتروني", "Cyber attack"),
    ("COERCE", "misinformation"): ("تضليل إعلامي[ من {a}]", "Misinformation[ by {a}]"),
    ("ASSAULT", "abduct"): BY_FAMILY["ASSAULT", "abduction"],
    ("ASSAULT", "beat"): _against("اعتداء بالضرب", "Beating"),
    ("ASSAULT", "torture"): BY_FAMILY["ASSAULT", "torture"],
    ("ASSAULT", "sexual"): BY_FAMILY["ASSAULT", "sexual"],
    ("ASSAULT", "destroy"): _done_to("تدمير", "Destruction"),
    ("ASSAULT", "firearms"): ("إطلاق نار[ من {a}][ على {r}]", "Shooting[ at {r}][ by {a}]"),
    ("ASSAULT", "explosives"): ("تفجير[ من {a}][ ضد {r}]", "Bombing[ against {r}][ by {a}]"),
    ("ASSAULT", "suicide-attack"): _against("هجوم انتحاري", "Suicide attack"),
    ("ASSAULT", "aerial"): ("غارة جوية[ من {a}][ على {r}]", "Air strike[ on {r}][ by {a}]"),
    ("ASSAULT", "drone"): ("هجوم بمسيّرة[ من {a}][ على {r}]", "Drone attack[ on {r}][ by {a}]"),
    ("ASSAULT", "heavy-weapons"): ("قصف[ من {a}][ على {r}]", "Shelling[ of {r}][ by {a}]"),
}

BY_TYPE: dict[str, Pattern] = {
    "AGREE": ("اتفاق بين {pair}|اتفاق أو وعد[ من {one}]", "Agreement between {pair}|Agreement or promise[ by {one}]"),
    "CONSULT": _mutual("لقاء", "Meeting"),
    "SUPPORT": _towards("تأييد", "Support", "for"),
    "CONCEDE": ("تنازل[ من {a}][ {lr}]", "Concession[ by {a}][ to {r}]"),
    "COOPERATE": _mutual("تعاون", "Cooperation"),
    "AID": ("مساعدة[ من {a}][ إلى {r}]", "Aid[ to {r}][ from {a}]"),
    "RETREAT": ("تراجع[ {a}]", "Retreat[ by {a}]"),
    "REQUEST": _towards("مطالبة", "Demand", "on"),
    "ACCUSE": ("اتهام أو إدانة[ من {a}][ {lr}]", "Accusation[ against {r}][ by {a}]"),
    "REJECT": ("رفض أو نفي[ من {a}]", "Refusal or denial[ by {a}]"),
    "THREATEN": _towards("تهديد", "Threat", "to"),
    "PROTEST": ("احتجاج[ {a}][ ضد {r}]", "Protest[ by {a}][ against {r}]"),
    "SANCTION": ("عقوبة[ من {a}][ على {r}]", "Sanction[ on {r}][ by {a}]"),
    "MOBILIZE": ("تحريك قوات أو سلاح[ من جانب {a}]", "Mobilisation[ by {a}]"),
    "COERCE": ("تضييق[ من {a}][ على {r}]", "Coercion[ of {r}][ by {a}]"),
    "ASSAULT": _against("هجوم", "Attack"),
}

# The Arabic names of the types (docs/glossary.md) for a happening of which nothing but its type is known.
TYPE_NAMES: dict[str, str] = {
    "AGREE": "اتفاق أو وعد",
    "CONSULT": "لقاء أو زيارة",
    "SUPPORT": "تأييد",
    "CONCEDE": "تنازل",
    "COOPERATE": "تعاون",
    "AID": "مساعدة",
    "RETREAT": "تراجع أو إفراج",
    "REQUEST": "مطالبة",
    "ACCUSE": "اتهام أو إدانة",
    "REJECT": "رفض أو نفي",
    "THREATEN": "تهديد",
    "PROTEST": "احتجاج",
    "SANCTION": "عقوبة",
    "MOBILIZE": "تحريك قوات أو سلاح",
    "COERCE": "اعتقال أو تقييد",
    "ASSAULT": "هجوم أو قتل",
}
