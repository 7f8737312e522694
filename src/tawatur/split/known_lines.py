"""Lines known by their words: headings, furniture, dates, and what starts with a prefix such as «المصدر:»."""

from __future__ import annotations

import re
from typing import Literal

from tawatur.lexicon.page_words import PageLexicon
from tawatur.split.buttons import button_reason, ends_box, names_staff, skips_box
from tawatur.split.credits import may_be_name
from tawatur.split.dating.words import DATING, is_date_word
from tawatur.split.posted import posted_line
from tawatur.text.fold import fold
from tawatur.text.words import find_words

Kind = Literal[
    "sentence", "title", "caption", "byline", "date", "source", "keywords", "pointer", "section", "comments",
    "furniture", "topic", "number",
]  # fmt: skip
# The reason of a line that closes a box inside a text.
END_OF_BOX = "says that a box ends"
# A line is known by its beginning and end; the middle of a long paragraph adds nothing but time.
HEAD = 600
# Matched on folded text: «3 دَقيقة», «١٢ مشاهدة».
_COUNTED = "|".join(
    fold(word)
    for word in (
        *(
            "مشاهدة",
            "مشاهدات",
            "قراءة",
            "قراءات",
            "تعليق",
            "تعليقات",
            "تعليقا",
            "تعليقان",
            "مشاركة",
            "مشاركات",
            "زيارة",
            "زيارات",
            "إعجاب",
        ),
        *("دقيقة", "دقائق", "دقيقتان", "ثانية", "ثوان", "دقيقة قراءة", "دقائق قراءة", "دقيقة للقراءة", "دقائق للقراءة"),
    )
)
_LABELS = "|".join(
    fold(label)
    for label in (
        *(
            "المجموعة",
            "الزيارات",
            "رمز الخبر",
            "رقم الخبر",
            "كود الخبر",
            "رقم المقال",
            "عدد الزوار",
            "عدد القراءات",
            "عدد المشاهدات",
            "عدد الزيارات",
            "عدد مرات القراءة",
            "عدد التعليقات",
            "تاريخ التسجيل",
            "المشاركات",
            "رقم العضوية",
            "القراء",
            "مشاهدات",
        ),
        *(
            "عدد الكلمات",
            "القسم",
            "الفئة",
            "التصنيف",
            "الحجم",
            "رقم العدد",
            "رابط قصير",
            "الرابط",
            "رابط المقال",
            "رابط الخبر",
            "رابط الموضوع",
        ),
    )
)
_COUNTER = re.compile(
    rf"^\W*\d[\d.,]*(?:\s+\d[\d.,]*)?\s*[km]?\s*(?:{_COUNTED}|min read|views|shares|comments)(?:\s{fold('واحدة')})?\W*$"
    rf"|^\s*(?:©|\(c\)\s)|{fold('جميع الحقوق محفوظ')}|{fold('كافة الحقوق محفوظ')}"
    r"|^\W*(?:https?://|www\.)\S+\W*$|^\S+@\S+$"
    rf"|^\W*(?:{_LABELS})\s*:"
    # «انتهى / 25 م», «// انتهى //», «انتهى**2344»: the agency's mark of the end, with the desk's initials.
    rf"|^\W*(?:{fold('انتهى')}|{fold('انتهت')})(?:\W+(?:\d+|[^\W\d]{{1,2}}))*\W*$"
)
_HASHTAGS = re.compile(r"^\s*(?:#[\w_]+[\s،,|]*)+$")
_ARABIC = re.compile(r"[\u0621-\u064a\ufb50-\ufefc]")
# Buttons of share bars («Share on Facebook») have no more words.
_LATIN_WORDS = 6
_NEWSROOM = re.compile(
    r"^\s*\(\s*(?:تغطية|إعداد|اعداد|تحرير|شارك في|شاركت في|كتابة|كتبه|كتبته|ترجمة|من )[^()]{5,200}\)\s*$"
)
_DATING = re.compile(r"\d{1,4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,4}|\d{1,2}:\d{2}")
# «© AP Photo / …», «Getty Images / …», «(c) Reuters / …»: whose a picture is; with a year it is the site's own rights.
_PICTURE_RIGHTS = re.compile(r"^\s*(?:©|\(c\)).*(?:/|photo|images|getty|pool)|(?:photo|getty images)\s*/", re.I)
_RIGHTS_YEAR = re.compile(r"(?:19|20)\d\d|rights|reserved", re.I)
# What a picture's text ends in where its width and day were written beside it: «…, 1920, 27.06.2023».
_PICTURE_SIZE = re.compile(r",\s*\d{3,4},\s*\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\s*$")
_POSTED_BY, _POSTED_WORDS = fold("بواسطة"), 14
_THREE_PARTS = re.compile(r"\d{1,4}\.\d{1,2}\.\d{1,4}$")
_TAB_WORDS = 10
_PRINTED = frozenset(fold("طباعة الطباعة طبع").split())
# «منقول من جريدة …» names a source without a colon, in so many words.
_TAKEN, _FROM_WORDS = frozenset(fold("منقول نقلا").split()), 4
_OF_PAGE = frozenset(fold("للصفحة الصفحة").split())
_PATH = re.compile(r"\s*(?:[|>»/›→]|&gt;|::)\s*|\s[«<•·]\s|\s{3,}")
# A counter between separators has few words.
_PART_WORDS = 5
_FRONT_PAGE = tuple(fold("الصفحة الرئيسية").split())
# Longest title of news pages met, in words; a paragraph without a full stop is longer than this.
TITLE_WORDS = 24
# A heading over pointers in words not listed: what they are, and how they belong together.
_POINTED = frozenset(
    fold(
        "مقالات مواضيع موضوعات أخبار خبر قصص تقارير مواد محتوى محتويات عناوين فيديوهات فيديو ملفات روابط "
        "مقال موضوع المقالات المواضيع الأخبار القصص الموضوعات التقارير"
    ).split()
)
_TOGETHER = frozenset(
    fold(
        "صلة علاقة متعلقة متصلة مشابهة مماثلة مرتبطة أخرى مختارة مقترحة تهمك يهمك سابقة شائعة رائجة حديثة ساخنة "
        "متنوعة مميزة تعجبك يعجبك تهمكم المتعلقة المشابهة المرتبطة الأخرى المختارة الرائجة الحديثة السابقة المقترحة"
    ).split()
)


def known_line(
    text: str, words: tuple[str, ...], count: int, stop: bool, lexicon: PageLexicon
) -> tuple[Kind, str, int] | None:
    framed = _framed(words, count, stop, lexicon)
    if framed:
        return framed
    if _HASHTAGS.match(text[:300]):
        return "keywords", "hashtags", 0
    titled = _titled_heading(text, words, count, lexicon)
    if titled:
        return "pointer", "a heading and its one title", titled
    pointer = lexicon.start_match(words, "pointer")
    if pointer:
        if count - pointer < 3:
            return "section", "a heading over pointers", 0
        if count <= TITLE_WORDS + pointer:
            return "pointer", "points to another article", pointer
    if ("topic" in _whole(words, lexicon) and count <= 3) or _joined_topics(words, lexicon):
        return "topic", "the name of a site's section", 0
    begin = fold(text[:300])
    posted = posted_line(text, begin, words, count)
    if posted:
        return posted
    if _PICTURE_SIZE.search(text[-40:]):
        return "caption", "ends in a picture's width and day", 0
    if is_date_line(words, count, text):
        return "date", "a line of dates", 0
    foreign = _foreign(text, words, count, lexicon)
    if foreign:
        return foreign
    if _COUNTER.search(begin):
        return "furniture", "a counter or address", 0
    return _prefixed(text, words, count, stop, lexicon)


def _foreign(text: str, words: tuple[str, ...], count: int, lexicon: PageLexicon) -> tuple[Kind, str, int] | None:
    if _NEWSROOM.match(text):
        return "byline", "the newsroom's own credits", 0
    if count > _LATIN_WORDS or _ARABIC.search(text):
        return None
    if _PICTURE_RIGHTS.search(text) and not _RIGHTS_YEAR.search(text):
        return "caption", "a picture's rights", 0
    if lexicon.outlets.named(text):
        return ("caption" if "getty" in words else "byline"), "names an agency", 0
    return "furniture", "a few words that are not Arabic", 0


def _framed(words: tuple[str, ...], count: int, stop: bool, lexicon: PageLexicon) -> tuple[Kind, str, int] | None:
    """Return what a line of the page's frame is: a heading over pointers or comments, a button, the edge of a box."""
    whole = _whole(words, lexicon)
    for kind in ("section", "comments", "furniture"):
        if kind in whole:
            return kind, "words of page furniture" if kind == "furniture" else f"a heading of {kind}", 0
    if skips_box(words) or (ends_box(words) and not lexicon.whole_classes(words) and _of_box(words, lexicon)):
        return "furniture", END_OF_BOX if ends_box(words) else "offers to skip a box", 0
    if _is_heading(words, count) or _are_tabs(words, lexicon):
        return "section", "a heading over pointers", 0
    button = button_reason(words, count, stop, lexicon)
    if button:
        return "furniture", button, 0
    return None


def _whole(words: tuple[str, ...], lexicon: PageLexicon) -> frozenset[str]:
    # «تعليقات (3)», «مقالات ذات صلة 5»: counts beside the words change nothing.
    return lexicon.whole_classes(tuple(word for word in words if not word.isdigit()) or words)


def _of_box(words: tuple[str, ...], lexicon: PageLexicon) -> bool:
    """Tell whether the words around «نهاية» are those of a heading over pointers or of furniture."""
    inner = words[:-1] if words[-1] == fold("نهاية") else words[1:]
    return bool(lexicon.whole_classes(inner) & {"section", "furniture"}) or _is_heading(inner, len(inner))


def is_path(text: str, words: tuple[str, ...], lexicon: PageLexicon) -> bool:
    """Tell whether a line is a way through the site («الرئيسية » محلي » …») or a bar of its sections and buttons."""
    parts = [part for part in _PATH.split(text[:300]) if part.strip()]
    if len(parts) < 2:
        return False
    if words[0] == fold("الرئيسية") or words[:2] == _FRONT_PAGE:
        return True
    return all(_of_frame(part, lexicon) for part in parts)


def _of_frame(part: str, lexicon: PageLexicon) -> bool:
    """Tell whether a part of a line is a section's name, a button or a counter («طباعة الخبر», «عدد القراءات: 8»)."""
    own = tuple(word.norm for word in find_words(part) if word.kind != "mark")
    if not own:
        return False
    if lexicon.whole_classes(own) & {"furniture", "topic", "comments"} or button_reason(own, len(own), False, lexicon):
        return True
    return len(own) <= _PART_WORDS and _COUNTER.search(fold(part)) is not None


def _joined_topics(words: tuple[str, ...], lexicon: PageLexicon) -> bool:
    """Tell whether a line joins names of a site's sections («علوم وصحة»)."""
    if not 2 <= len(words) <= 3:
        return False
    parts = [words[0], *(word.removeprefix("و") for word in words[1:])]
    return all("topic" in lexicon.whole_classes((part,)) for part in parts) and words[-1].startswith("و")


def _titled_heading(text: str, words: tuple[str, ...], count: int, lexicon: PageLexicon) -> int:
    """Return how many words of a heading stand before a colon and a title («قد يهمك أيضاً: …»), 0 for none."""
    for n in range(min(lexicon.longest, count - 3), 0, -1):
        if "section" in lexicon.whole_classes(words[:n]) and count <= TITLE_WORDS + n:
            return n if _colon_after(text, words[n - 1], n) else 0
    return 0


def _are_tabs(words: tuple[str, ...], lexicon: PageLexicon) -> bool:
    """Tell whether a line is two headings side by side, as tabs are («الأكثر قراءة الأكثر تعليقا»)."""
    if not 3 <= len(words) <= _TAB_WORDS:
        return False
    return any(
        "section" in lexicon.whole_classes(words[:n]) and "section" in lexicon.whole_classes(words[n:])
        for n in range(1, len(words))
    )


def _is_heading(words: tuple[str, ...], count: int) -> bool:
    """Tell a heading over pointers by its build: «الأكثر قراءة هذا الأسبوع», «المزيد من أخبار …», «قصص مشابهة»."""
    if count > 5:
        return False
    if words[0] == "الاكثر" and count > 1:
        return True
    if words[0] in ("المزيد", "مزيد") and count > 1 and words[1] in ("من", "في", "عن", "حول"):
        return True
    if words[:2] in (("حول", "هذه"), ("حول", "هذا")):
        return True
    return any(word in _POINTED for word in words[:2]) and any(word in _TOGETHER for word in words[1:])


def _prefixed(
    text: str, words: tuple[str, ...], count: int, stop: bool, lexicon: PageLexicon
) -> tuple[Kind, str, int] | None:
    if names_staff(text, words, count):
        return "furniture", "names the site's editors or office", 0
    # «أرسلت بتاريخ 11-4-2006 بواسطة المدير»: as many words as a date, a time and a name have.
    if _POSTED_BY in words and count <= _POSTED_WORDS and not stop and _DATING.search(fold(text[:HEAD])):
        return "byline", "names who posted it and when", 0
    comments = lexicon.start_match(words, "comments")
    if comments:
        return "comments", "the frame of readers' comments", 0
    if lexicon.start_match(words, "furniture") and not (stop and count > 60):
        return "furniture", "starts as page furniture does", 0
    for kind, most in (("source", 12), ("keywords", 80)):
        n = lexicon.start_match(words, kind)
        taken = words[0] in _TAKEN and count - n <= _FROM_WORDS and not stop
        if n and count <= most and (n == count or taken or _colon_after(text, words[n - 1], n)):
            return kind, f"starts as lines of {kind} do", n  # type: ignore[return-value]
    n = lexicon.start_match(words, "byline")
    marked = n and (count == n or _colon_after(text, words[n - 1], n) or count - n in (2, 3))
    if _two_credits(text, count):
        return "byline", "credits text and pictures", 0
    # «تقرير: سلمى نور» names an author, «تقرير: وصول 40 حاوية إلى الميناء» is a headline.
    if n and marked and count <= 9 and not stop and (count == n or may_be_name(words[n:])):
        return "byline", "starts as bylines do", n
    if n and not stop and count <= 9 and (n := _place_and_name(text, words)):
        return "byline", "starts as bylines do", n
    n = lexicon.start_match(words, "caption")
    if n and n < count <= 40 and _colon_after(text, words[n - 1], n, "،,|"):
        return "caption", "starts as captions do", n
    return None


def _two_credits(text: str, count: int) -> bool:
    """Tell whether a line credits two things to names («تصوير: … | نص: …»)."""
    parts = [part.partition(":") for part in text[:120].split("|")]
    if len(parts) < 2 or count > _POSTED_WORDS or not all(colon for _, colon, _ in parts):
        return False
    return all(
        len(what.split()) == 1 and 1 < len(who.split()) <= 4 and may_be_name(fold(who).split())
        for what, _, who in parts
    )


def _place_and_name(text: str, words: tuple[str, ...]) -> int:
    """Return how many words of «مراسلنا في نواكشوط: …» stand before the colon, where a name follows it; else 0."""
    before, colon, _ = text.partition(":")
    size = sum(word.kind != "mark" for word in find_words(before))
    fits = colon and size <= 4 and 2 <= len(words) - size <= 4 and may_be_name(words[size:])
    return size if fits else 0


def _colon_after(text: str, word: str, n: int, more: str = "") -> bool:
    """Tell whether a colon (or one of the marks in `more`) stands right after the first n words."""
    place = 0
    for found in find_words(text[:200]):
        if found.kind == "mark" and place < n:
            continue
        if place == n:
            return found.kind == "mark" and found.text in ":：-–|" + more
        place += 1
    return False


def is_date_line(words: tuple[str, ...], count: int, text: str) -> bool:
    """Tell whether a line holds dates and times and next to nothing else."""
    if count > 24 or (not any(char.isdigit() for char in text[:HEAD]) and words[0] not in ("منذ", "قبل")):
        return False
    # The day of printing is the day of fetching.
    if any(word in _PRINTED for word in words[:3]) or any(word in _OF_PAGE for word in words[:5]):
        return False
    # Numbers and units alone are counters («2 دقائق»): a date names a month or weekday, or has its form.
    if not any(word in DATING for word in words) and not _DATING.search(fold(text[:HEAD])):
        return False
    others = sum(not is_date_word(word) for word in words)
    # «11.10.2019» is one number of three parts.
    dated = len(words) - others + sum(2 for word in words if _THREE_PARTS.match(word))
    # One word in four may be another: a city, an outlet, a name («الخرطوم 8 صفر 1438 هـ … أندل»).
    return dated >= 2 and others <= max(0, dated // 3) and any(len(w) > 1 or w.isdigit() for w in words)
