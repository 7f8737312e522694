"""Why an input was set aside, in Arabic: the stages that read say it in English, around words of the input."""

from __future__ import annotations

import re

from tawatur.model import SetAside
from tawatur.views.wording import Language

# What kind of fault it is, in words, for counts and where no pattern knows the reason.
_KINDS: dict[str, str] = {
    "address": "عنوان لا يُجلب",
    "binary": "ملف ليس نصًا",
    "empty": "فارغ",
    "encoding": "ترميز غير مقروء",
    "error-page": "صفحة خطأ",
    "evidence": "دليل لا يطابق نصه",
    "failed": "تعذرت قراءته",
    "feed": "قائمة تغذية معطوبة",
    "http": "رفضه الخادم",
    "id": "معرّف مكرر",
    "json": "سطر JSON غير صالح",
    "language": "ليس بالعربية",
    "later": "مؤجل",
    "link": "روابط لا صفحات",
    "missing": "غير موجود",
    "network": "تعذر الاتصال",
    "no-article": "بلا مقال",
    "redirects": "تحويلات بلا نهاية",
    "robots": "منعه robots.txt",
    "size": "أكبر من الحد",
    "summary": "ملخص لا مقال",
    "time": "انتهى الوقت",
    "truncated": "مقطوع",
    "type": "ليس صفحة",
    "unknown": "نوع ملف غير مقروء",
    "warc": "أرشيف معطوب",
}

# Reasons as the stages word them, and their Arabic; what stands in the input is taken over as it is.
_REASONS = tuple(
    (re.compile(english, re.DOTALL), arabic)
    for english, arabic in (
        (r"is empty", "فارغ"),
        (r"holds nothing but white space", "ليس فيه إلا فراغ"),
        (r"has an empty «text»", "حقل «text» فيه فارغ"),
        (r"has no «text» that is a string", "ليس فيه «text» نصًّا"),
        (r"is no JSON: (.+)", r"ليس JSON صالحًا: \1"),
        (r"is a JSON \w+, not an object with «id» and «text»", "ليس كائن JSON فيه «id» و«text»"),
        (r"is longer than ([\d,]+) bytes", r"أطول من \1 بايت"),
        (r"([\d,]+) bytes is over the limit of ([\d,]+) bytes for one page",
         r"حجمه \1 بايت، والحد للصفحة الواحدة \2"),
        (r"has ([\d,]+) bytes, over the limit of ([\d,]+)", r"حجمه \1 بايت، والحد \2"),
        (r"is not UTF-8: (.+) at byte ([\d,]+)", r"ليس بترميز UTF-8: \1 عند البايت \2"),
        (r"a binary file \(it starts with (.+)\)", r"ملف ليس نصًا (يبدأ بـ \1)"),
        (r"no text: (\d+) % of its first ([\d,]+) bytes are control bytes",
         r"ليس نصًا: \1٪ من أول \2 بايت فيه محارف تحكم"),
        (r"holds no Arabic text", "ليس فيه نص عربي"),
        (r"holds no Arabic: its letters were encoded twice \((.+)\); fetch the page again",
         r"ليس فيه عربية: رُمّزت حروفه مرتين (\1)؛ اجلب الصفحة من جديد"),
        (r"is in Persian, not in Arabic", "بالفارسية لا بالعربية"),
        (r"is in Urdu, not in Arabic", "بالأردية لا بالعربية"),
        (r"is in Arabic script but not in Arabic: ([\d,]+) of ([\d,]+) letters are such as (.+)",
         r"بحروف عربية وليس بالعربية: \1 من \2 من حروفه مثل \3"),
        (r"is an error page: «(.*)»", r"صفحة خطأ: «\1»"),
        (r"no article was found on the page", "لم يُعثر في الصفحة على مقال"),
        (r"could not be read: (.+)", r"تعذرت قراءته: \1"),
        (r"there is no such file or folder", "لا ملف ولا مجلد بهذا الاسم"),
        (r"cannot be opened: (.+)", r"لا يمكن فتحه: \1"),
        (r"cannot be read further: (.+)", r"لا يمكن المضي في قراءته: \1"),
        (r"files ending in (\S+) are not read; give (.+)", r"لا تُقرأ ملفات \1؛ أعطِ \2"),
        (r"carries a summary of (\d+) words; its page is not named \(see --fetch\)",
         r"فيه ملخص من \1 كلمة، ولم تُذكر صفحته (انظر --fetch)"),
        (r"carries a summary of (\d+) words; its page is (\S+) \(see --fetch\)",
         r"فيه ملخص من \1 كلمة؛ صفحته \2 (انظر --fetch)"),
        (r"only names ([\d,]+) addresses, and nothing is fetched unasked: give --fetch to read them",
         r"ليس فيه إلا عناوين، عددها \1، ولا يُجلب شيء دون طلب: أعطِ --fetch لتُقرأ"),
        (r"the feed is damaged: (.+)", r"قائمة التغذية معطوبة: \1"),
        (r"the feed cannot be read: (.+)", r"لا يمكن قراءة قائمة التغذية: \1"),
        (r"is a (\S+), not a list of feeds; give its address in a list", r"هو \1 لا قائمة مصادر؛ أعطِ عنوانه في قائمة"),
        (r"is '([^']*)', no page", r"نوعه \1، وليس صفحة"),
        (r"the server answered (\d+)", r"أجاب الخادم بـ \1"),
        (r"sent nothing for (\S+) seconds", r"لم يرسل شيئًا مدة \1 ثانية"),
        (r"took longer than (\S+) seconds in all", r"استغرق أكثر من \1 ثانية"),
        (r"the connection failed: (.+)", r"فشل الاتصال: \1"),
        (r"the name '(.+)' cannot be resolved: (.+)", r"لا يُعرف عنوان \1: \2"),
        (r"the name '(.+)' was not resolved in time", r"لم يُعرف عنوان \1 في الوقت"),
        (r"the name '(.+)' has no address", r"لا عنوان لـ \1"),
        (r"'(.+)' cannot be connected to: (.+)", r"لا يمكن الاتصال بـ \1: \2"),
        (r"(\S+)/robots\.txt asks not to fetch it", r"يطلب \1/robots.txt ألا يُجلب"),
        (r"leads on over more than (\d+) redirects", r"يحوّل أكثر من \1 مرات"),
        (r"the archive is damaged here: (.+)", r"الأرشيف معطوب هنا: \1"),
        (r"the archive is cut off in this record: (.+)", r"الأرشيف مقطوع في هذا السجل: \1"),
        (r"this record is damaged: (.+)", r"هذا السجل معطوب: \1"),
        (r"the bytes here are no part of the archive", "ما هنا ليس من الأرشيف"),
        (r"is followed by ([\d,]+) bytes that are no WARC record", r"يليه \1 بايت ليست سجل WARC"),
    )
)  # fmt: skip
# Left-to-right isolates: English inside an Arabic line keeps its own order.
_ISOLATE, _END = "\u2066", "\u2069"


def kind_words(kind: str, language: Language) -> str:
    """Return what a kind of fault is called."""
    return _KINDS.get(kind, kind) if language == "ar" else kind


def reason_words(item: SetAside, language: Language) -> str:
    """Return why an input was set aside; in Arabic, where its wording is not known, its kind with the words given."""
    if language == "en":
        return item.reason
    told, again = item.reason.removesuffix("; try again later"), item.reason.endswith("; try again later")
    for pattern, arabic in _REASONS:
        found = pattern.fullmatch(told)
        if found:
            return found.expand(arabic) + ("؛ حاول لاحقًا" if again else "")
    return f"{kind_words(item.kind, language)}: {_ISOLATE}{item.reason}{_END}"
