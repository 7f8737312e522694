"""Lines that programs write around a text: feeds below it, chats above a message, channels where they pass it on."""

from __future__ import annotations

import re
from typing import Literal

from tawatur.text.fold import fold

# What WordPress puts below each text of its feeds, and what a chat writes above each message.
_FEED_FOOT = re.compile(
    rf"^\W*(?:the post .{{3,250}} appeared first on\b|{fold('ظهرت المقالة')} .{{3,250}} {fold('أولا على')}"
    rf"|(?:{fold('المقالة')}|{fold('المقال')}|{fold('التدوينة')}) .{{3,250}} {fold('ظهرت')}? ?{fold('أولا على')}\b)",
    re.I,
)
_CHAT_HEAD = re.compile(r"^\W*\[[^\[\]]{6,40}\d{4}[^\[\]]{0,12}\]\s*[^:\n]{1,40}:\s*$")
_PASSED_ON = re.compile(
    rf"^\W*(?:forwarded from|{fold('محولة من')}|{fold('معاد توجيهها من')}|{fold('أعيد توجيهها من')})\s+(?=\S)",
    re.I,
)
_MEMBER = re.compile(rf"^\W*(?:{fold('تاريخ التسجيل')}|{fold('رقم العضوية')}|{fold('المشاركات')})\s*:")
_CONTACT = re.compile(
    rf"^\W*(?:(?:{fold('بريد')}|{fold('البريد')}|{fold('ايميل')}|{fold('هاتف')}|{fold('جوال')}|{fold('فاكس')})[^:\d]{{0,20}}:?)"
    r"\s*(?:\S+@\S+|\+?[\d\s-]{6,20})\W*$"
)
# «نبذة عن الشركة:», «للاستفسارات الإعلامية:»: headings at the end of press releases.
_ABOUT = frozenset(fold("نبذة لمحة حول ملاحظات ملاحظة للاستفسار للاستفسارات للتواصل لمزيد للمزيد خلفية").split())
_ABOUT_WORDS = 8
PASSED_ON = "passed on from"
# A line of this kind has no more words.
_FEW = 10


def posted_line(
    text: str, begin: str, words: tuple[str, ...], count: int
) -> tuple[Literal["furniture", "source", "title"], str, int] | None:
    """Return the kind of a line that programs write around a text, the reason, and how many words a prefix takes.

    `begin` is the folded beginning of the text, `words` its folded words.
    """
    if count <= _FEW and _MEMBER.match(begin):
        return "furniture", "about a member of a forum", 0
    if _FEED_FOOT.search(begin):
        return "furniture", "says where a feed's text appeared first", 0
    if _CHAT_HEAD.match(text[:120]):
        return "furniture", "the head of a message in a chat", 0
    if count <= _FEW and _CONTACT.search(begin):
        return "furniture", "whom to reach", 0
    passed = _PASSED_ON.match(begin)
    if passed and count <= _FEW:
        return "source", PASSED_ON, len(passed.group().split())
    if words[0] in _ABOUT and text.rstrip().endswith(":") and 1 < count <= _ABOUT_WORDS:
        return "title", "a heading with a colon", 0
    return None
