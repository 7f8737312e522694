"""Words of reasons that depend on a number, or that editors want otherwise than the stage that gives them words them.

`{1:chains}` tells the second parameter as a number of chains, in the form that the number wants;
`{0:statuses}` tells the first with words for the statuses among its values.
"""

from __future__ import annotations

from tawatur.text.counting import counted
from tawatur.views.wording import Language, word

_WORDS: dict[str, tuple[str, str]] = {
    "same-article": ("mentioned again in one article", "ذُكر مجددًا في المقال نفسه"),
    "told-again": ("told again where it is what the article is about", "هو موضوع المقال ويعود إليه"),
    "only-candidate": ("the only one that fits a vague date", "الوحيد الذي يوافق تاريخًا غير محدد"),
    "chains": ("{0:chains}", "{0:chains}"),
    "one-origin": ("{1:chains_go_back} to {0}", "{1:chains_go_back} إلى {0}"),
    "copies-one": ("{0:articles_one_text}", "{0:articles_one_text}"),
    "own-words": ("{0:articles_own_words}", "{0:articles_own_words}"),
    "origin-unknown": ("{0:chains_unnamed}", "{0:chains_unnamed}"),
    "denials": ("{0:denials}", "{0:denials}"),
    "reacting": ("{0:articles_react}", "{0:articles_react}"),
    "same-speaker": ("same speaker: {0}", "القائل نفسه: {0}"),
    "shared-wording": ("{1:words_shared} ({0})", "{1:words_shared} ({0})"),
    "shared-run": ("{0:words_in_a_row}", "{0:words_in_a_row}"),
    "denies": ("denies what {0} reports", "ينفي ما ورد في خبر آخر"),
    "same-origin": ("one origin, told differently: {0}", "مصدر واحد نُقل عنه نقلًا مختلفًا: {0}"),
    "cannot-both-hold": ("cannot both hold: {0:statuses}", "لا يمكن أن تصح معًا: {0:statuses}"),
    "voice-points": ("«{0}» points back to «{1}»", "المقصود بلفظ «{0}»: «{1}»"),
    "fulfils-plan": ("carries out what was planned in {0}", "تنفيذ لما أُعلن في: «{0}»"),
    "cancels-plan": ("calls off what was planned in {0}", "كان مقررًا ثم أُلغي: «{0}»"),
    "postpones-plan": ("puts off what was planned in {0}", "كان مقررًا ثم أُجّل: «{0}»"),
    "first-report": ("the report that it began with", "الخبر الذي بدأ به"),
    "tells-same": ("{1:articles_tell} of: {0}", "{1:articles_tell}: {0}"),
    "copies-in-story": ("{0:articles_copied}", "{0:articles_copied}"),
    "of-line": ("the same two take part {0:in_stories}: {1}", "الطرفان نفسهما {0:in_stories}: {1}"),
    "clustered": ("{0:articles} about one happening", "{0:articles} عن حدث واحد"),
}


class _Parameter(str):
    """A parameter of a reason, which a format spec tells as a number of things or as words for codes."""

    __slots__ = ("language",)
    language: Language

    def __format__(self, noun: str) -> str:
        if noun == "statuses":
            return "، ".join(word("status", value, self.language) for value in self.split("، "))
        number = self.replace(",", "")
        if not noun or not (number.isascii() and number.isdecimal()):
            return str(self)
        return counted(noun, int(number), self.language)


def worded(stored: str, language: Language) -> str | None:
    """Word a stored reason («code: first | second») that has words here, else None."""
    code, _, rest = stored.partition(": ")
    words = _WORDS.get(code)
    if words is None:
        return None
    parameters = [_Parameter(p) for p in (*(rest.split(" | ") if rest else ()), "", "", "")]
    for parameter in parameters:
        parameter.language = language
    return words[0 if language == "en" else 1].format(*parameters)
