"""Reasons: why things were joined, counted or set against each other, as codes with parameters, told in two languages.

A reason is stored as one string, «code» or «code: first | second», so that it stays readable raw; `explain` words it.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "ar"]

_WORDS: dict[str, tuple[str, str]] = {
    "roundup": (
        "sums up several subjects; kept apart from what it sums up",
        "يجمع مواضيع عدة؛ مفصول عمّا يجمعه",
    ),
    "same-sentence": ("told in the same sentence", "في الجملة نفسها"),
    "same-text": ("the same sentence in copies of one text", "الجملة نفسها في نسخ من نص واحد"),
    "same-article": ("mentioned again in one article", "ذُكر مجددا في المقال نفسه"),
    "same-cluster": ("articles about the same story", "مقالات عن القصة نفسها"),
    "opens-story": ("both articles of the story open with it", "يفتتح به مقالان من القصة نفسها"),
    "told-again": ("told again where it is what the article is about", "ذُكر مجددا حيث هو موضوع المقال"),
    "same-participants": ("same participants: {0}", "الأطراف نفسها: {0}"),
    "fitting-participants": ("participants that fit each other: {0}", "أطراف متوافقة: {0}"),
    "same-names": ("the same names beside it: {0}", "الأسماء نفسها معه: {0}"),
    "same-place": ("same place: {0}", "المكان نفسه: {0}"),
    "place-within": ("one place lies in the other: {0}", "أحد المكانين داخل الآخر: {0}"),
    "same-day": ("same day: {0}", "اليوم نفسه: {0}"),
    "day-within": ("the day {0} lies in {1}", "اليوم {0} يقع في {1}"),
    "same-partial-day": (
        "month, day or weekday agree, the year is not told: {0}",
        "توافق الشهر أو اليوم دون ذكر السنة: {0}",
    ),
    "near-day": ("days within the length of one such event: {0}, {1}", "أيام متقاربة لحدث ممتد: {0}، {1}"),
    "same-figure": ("same figure: {0}", "الرقم نفسه: {0}"),
    "same-words": ("same word for it: {0}", "اللفظ نفسه: {0}"),
    "only-candidate": ("the only one that fits a vague date", "الوحيد الذي يوافق تاريخا غير محدد"),
    "chains": ("{0} chains", "{0} سلاسل"),
    "one-origin": ("{1} articles go back to {0}", "{1} مقالات ترجع إلى {0}"),
    "shared-carrier": ("not independent of each other, both through {0}", "غير مستقلة، كلها عبر {0}"),
    "voice-body": ("one body in two wordings: «{0}», «{1}»", "جهة واحدة بلفظين: «{0}»، «{1}»"),
    "voice-speaks": ("a body and who speaks for it: «{0}», «{1}»", "جهة ومن يتحدث باسمها: «{0}»، «{1}»"),
    "voice-post": ("one post: «{0}», «{1}»", "منصب واحد: «{0}»، «{1}»"),
    "voice-name": ("one name, fuller and shorter: «{0}», «{1}»", "اسم واحد كاملا ومختصرا: «{0}»، «{1}»"),
    "voice-state": (
        "the authorities may be the body or official named: «{0}», «{1}»",
        "قد تكون السلطات هي الجهة أو المسؤول المذكور: «{0}»، «{1}»",
    ),
    "voice-unnamed": (
        "nothing shows that the unnamed source is another one: «{0}», «{1}»",
        "لا شيء يدل على أن المصدر غير المسمى مصدر آخر: «{0}»، «{1}»",
    ),
    "voice-paper": (
        "nothing shows that the papers are two: «{0}», «{1}»",
        "لا شيء يدل على أن الوثيقتين اثنتان: «{0}»، «{1}»",
    ),
    "voice-points": ("«{0}» points back to «{1}»", "«{0}» تعود إلى «{1}»"),
    "own-words": (
        "{0} articles tell it in their own words too, beside the source that they name",
        "{0} مقالات ترويه بلفظها أيضا مع المصدر الذي تسمّيه",
    ),
    "copies-one": ("{0} articles tell it in one text and count once", "{0} مقالات ترويه بنص واحد وتُعدّ مرة"),
    "origin-unknown": ("{0} chains do not name their origin", "{0} سلاسل لا تسمّي مصدرها"),
    "denials": ("{0} reports deny it and do not count for it", "{0} تقارير تنفيه ولا تُعدّ معه"),
    "reacting": (
        "{0} articles only answer to it and do not count as its source",
        "{0} مقالات ترد عليه فحسب ولا تُعدّ مصدرا له",
    ),
    "single-origin": ("the origin: {0}", "المصدر: {0}"),
    "independent-more": ("independent of each other: {0} and {1} more", "مستقلة بعضها عن بعض: {0} و{1} غيرها"),
    "independent": ("independent of each other: {0}", "مستقلة بعضها عن بعض: {0}"),
    "same-speaker": ("same speaker: {0}", "المتحدث نفسه: {0}"),
    "shared-wording": ("{0} of the words shared: {1}", "{0} من الألفاظ مشتركة: {1}"),
    "shared-run": ("{0} words in a row shared", "{0} كلمات متتالية مشتركة"),
    "same-time": ("told of the same days", "في الأيام نفسها"),
    "denies": ("denies what {0} reports", "ينفي ما ورد في {0}"),
    "different-origins": ("different origins: {0}", "مصادر مختلفة: {0}"),
    "same-origin": ("one origin, told differently: {0}", "مصدر واحد نُقل عنه نقلا مختلفا: {0}"),
    "later-value": ("a later value by the same origin: {0}", "قيمة لاحقة من المصدر نفسه: {0}"),
    "cannot-both-hold": ("cannot both hold: {0}", "لا تصح معا: {0}"),
    "names-denier": ("the claim names the denier: {0}", "الادعاء يسمّي النافي: {0}"),
    "names-claimant": ("the denial names who claims it: {0}", "النفي يسمّي صاحب الادعاء: {0}"),
    "fulfils-plan": ("carries out what was planned in {0}", "تنفيذ لما كان مخططا في {0}"),
    "cancels-plan": ("calls off what was planned in {0}", "كان مقررا في {0} ثم أُلغي"),
    "postpones-plan": ("puts off what was planned in {0}", "كان مقررا في {0} ثم أُجّل"),
    "first-report": ("the report that it began with", "التقرير الذي بدأ به"),
    "tells-same": ("{1} of the articles tell of: {0}", "{1} من المقالات تروي: {0}"),
    "copies-in-story": ("{0} of the articles are copies of one text", "{0} من المقالات نسخ من نص واحد"),
    "of-line": ("the same two take part in {0} stories: {1}", "الطرفان نفسهما في {0} قصص: {1}"),
    "clustered": ("{0} articles about one happening", "{0} مقالات عن حدث واحد"),
}


def reason(code: str, *parameters: object) -> str:
    """Return the stored form of a reason; raises KeyError for a code that no words are known for."""
    _ = _WORDS[code]
    clean = (str(p).replace("|", "/").replace("\n", " ") for p in parameters)
    return f"{code}: {' | '.join(clean)}" if parameters else code


def explain(stored: str, language: Language = "en") -> str:
    """Word a stored reason in a language; a string that is no known reason is returned as it is."""
    code, _, rest = stored.partition(": ")
    words = _WORDS.get(code)
    if words is None:
        return stored
    parameters = rest.split(" | ") if rest else []
    template = words[0] if language == "en" else words[1]
    return template.format(*parameters, *[""] * 3)
