"""What a line looks like by itself, before its place on the page is considered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tawatur.lexicon.page_words import PageLexicon
from tawatur.model import Span
from tawatur.split.credits import Credit, find_credit, is_byline, is_dateline
from tawatur.split.dating.words import DATING, is_date_word
from tawatur.split.lines import Line
from tawatur.text.fold import fold
from tawatur.text.words import find_words

Kind = Literal[
    "sentence", "title", "caption", "byline", "date", "source", "keywords", "pointer", "section", "comments",
    "furniture", "topic", "number",
]  # fmt: skip

# A line is known by its beginning and end; the middle of a long paragraph adds nothing but time.
_HEAD = 600
_STOP = re.compile(r"[.؟?!…][\s»”\"'’)\]]*$")
_FULL_STOP = re.compile(r"(?<![.…])\.[\s»”\"'’)\]]*$")
_BULLET = re.compile(r"^\s*(?:[•·●○◦▪▫■□►▶◄◀➤➡→←*✓✔»-]\s+|\d{1,2}\s*[-.)]\s+)")
# Matched on folded text: «3 دَقيقة», «١٢ مشاهدة».
_COUNTED = "|".join(
    fold(word)
    for word in (
        *("مشاهدة", "مشاهدات", "قراءة", "قراءات", "تعليق", "تعليقات", "مشاركة", "مشاركات", "زيارة", "زيارات", "إعجاب"),
        *("دقيقة", "دقائق", "دقيقتان", "ثانية", "ثوان", "دقيقة قراءة", "دقائق قراءة", "دقيقة للقراءة", "دقائق للقراءة"),
    )
)
_COUNTER = re.compile(
    rf"^\W*\d[\d.,]*\s*[km]?\s*(?:{_COUNTED}|min read|views|shares|comments)\W*$"
    rf"|^\s*(?:©|\(c\)\s)|{fold('جميع الحقوق محفوظ')}|{fold('كافة الحقوق محفوظ')}"
    r"|^\W*(?:https?://|www\.)\S+\W*$|^\S+@\S+$"
)
_HASHTAGS = re.compile(r"^\s*(?:#[\w_]+[\s،,|]*)+$")
_ARABIC = re.compile(r"[\u0621-\u064a\ufb50-\ufefc]")
# Buttons of share bars («Share on Facebook») have no more words.
_LATIN_WORDS = 6
_NEWSROOM = re.compile(
    r"^\s*\(\s*(?:تغطية|إعداد|اعداد|تحرير|شارك في|شاركت في|كتابة|كتبه|كتبته|ترجمة|من )[^()]{5,200}\)\s*$"
)
_DATING = re.compile(r"\d{1,4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,4}|\d{1,2}:\d{2}")
_THREE_PARTS = re.compile(r"\d{1,4}\.\d{1,2}\.\d{1,4}$")
_BRACKETED = re.compile(r"^\s*\[[^\[\]]{10,300}\]\s*$")
# Longest title of news pages met, in words; a paragraph without a full stop is longer than this.
TITLE_WORDS = 24
# An unpunctuated line of this many words may be either; fewer are a title.
SHORT_PARAGRAPH = 19
# A paragraph that goes on from the one before starts with و or a linking phrase; a title of so many words never does.
LINKED_WORDS = 9
_LINKING = frozenset({"كما", "لكن", "لكنه", "بدوره", "بدورها", "فيما", "يذكر", "يشار", "ثم", "غير", "الا"})
_LINKING_PAIRS = frozenset(
    {"من جهته", "من جهتها", "من جانبه", "من جانبها", "من ناحيته", "في المقابل", "الي ذلك", "في غضون", "في السياق"}
)
# Beginnings of words whose و is of the root («وزير», «وفد»): titles do start with these.
_ROOT_WAW = tuple(
    fold(
        "وزي وزا وزر وزن واشنط وفا وفد وفو وكال وكيل وكل وثي وثا والي والد ولي ولاي وصول وصف وصي وقف وقوع وقود "
        "وحد وسط وسا وضع ورش ورق ورث واد واتس وبا وجو وجب ودا وطن وعد وعود واقع وارد وهم وجه وشم"
    ).split()
)


# What pictures show: words of captions that are rare in titles inside a text.
_PICTURED = frozenset(
    fold(
        "خلال أثناء لدى يصافح تصافح يتحدث تتحدث يتحدثون يقف تقف يقفون يحمل تحمل يحملون يسير تسير يسيرون "
        "يلوح صورة صورته لقطة أرشيف أرشيفية يسار اليسار يمين اليمين الوسط متحدثا متحدثة مستقبلا مجتمعا "
        "يستقبل يتفقد تظهر يظهر يمر تمر ينظر ينظرون يجلس تجلس يجلسون يرفع يرفعون يتصاعد تصاعد يستقل يغادر "
        "يغادرون"
    ).split()
)
# A heading over pointers in words not listed: what they are, and how they belong together.
_POINTED = frozenset(
    fold(
        "مقالات مواضيع موضوعات أخبار خبر قصص تقارير مواد محتوى محتويات عناوين فيديوهات فيديو ملفات روابط "
        "مقال موضوع المقالات المواضيع الأخبار القصص الموضوعات التقارير"
    ).split()
)
_TOGETHER = frozenset(
    fold(
        "صلة علاقة متعلقة متصلة مشابهة مماثلة مرتبطة أخرى مختارة مقترحة تهمك يهمك سابقة شائعة رائجة حديثة "
        "متنوعة مميزة المتعلقة المشابهة المرتبطة الأخرى المختارة الرائجة الحديثة السابقة المقترحة"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Look:
    """A line's own features.

    `words` are the folded words of its first 600 characters, `count` is the number of all its words, `key` the same
    for the same line written twice, `stop` whether it ends a sentence, `topic` how many words of a site's section it
    starts with, `rest` where the text starts after a prefix such as «المصدر:» or «اقرأ أيضاً:» (None without one).
    """

    line: Line
    words: tuple[str, ...]
    count: int
    key: str
    kind: Kind
    reason: str
    stop: bool = False
    bullet: bool = False
    topic: int = 0
    credit: Credit | None = None
    rest: Span | None = None

    @property
    def title_like(self) -> bool:
        """Whether the line could be a title: of some words, no paragraph, no furniture."""
        return self.kind == "title"


def look_at_all(lines: Sequence[Line], lexicon: PageLexicon, title: str | None = None) -> list[Look]:
    """Look at all lines of a page; `title` is the title that its markup gives, by which its headline is known.

    What markup says of a block's role decides over the block's own looks, unless all paragraphs would be furniture or
    pointers by it: then the page's author uses names of classes otherwise, and they are not believed.
    """
    looks = [look_at(line, lexicon) for line in lines]
    hidden = ("furniture", "teaser", "section")
    believed = any(look.kind == "sentence" and look.line.hint not in hidden for look in looks)
    told = {look.key for look in looks if title and look.line.hint == "headline" and _within(look.key, title)}
    return [_hinted(look, told) if look.line.hint and believed else look for look in looks]


def _within(key: str, title: str) -> bool:
    words = " ".join(word.norm for word in find_words(title) if word.kind != "mark")
    return bool(key) and (key in words or words in key)


def _hinted(look: Look, told: set[str]) -> Look:
    """Return the look of a line of markup with the kind that its hint gives."""
    hint = look.line.hint
    reason = f"marked up as {look.line.evidence}"
    if hint == "headline":
        # Of several first headings the one that the page's metadata name is the article's; the others are logos.
        if told and look.key not in told:
            return replace(look, kind="furniture", reason=reason, line=replace(look.line, hint="furniture"))
        return replace(look, kind="title", reason=reason)
    if hint in ("teaser", "section"):
        return replace(look, kind="pointer", reason=reason)
    if hint == "subhead":
        return look if look.kind in ("section", "comments", "furniture", "pointer") else replace(look, kind="title")
    if hint in ("furniture", "caption", "byline", "date", "source", "keywords") and look.kind != "section":
        return replace(look, kind=hint, reason=reason)
    return look


def look_at(line: Line, lexicon: PageLexicon) -> Look:
    """Look at one line by itself."""
    text = line.text
    head = text[:_HEAD]
    found = [word for word in find_words(head) if word.kind != "mark" and word.norm]
    words = tuple(word.norm for word in found)
    count = len(words) if len(text) <= _HEAD else len(words) + text.count(" ", _HEAD)
    key = " ".join(words) + (f" {len(text)}" if len(text) > _HEAD else "")
    stop = _STOP.search(text[-40:]) is not None
    bullet = _BULLET.search(head) is not None
    credit = find_credit(text, lexicon.outlets)
    topic = _topic_words(words, lexicon)
    kind, reason, letters = _kind(line, words, count, stop, credit, lexicon)
    rest = None
    if letters and letters < len(found):
        rest = Span(line.span.start + found[letters].span.start, line.span.end)
    return Look(line, words, count, key, kind, reason, stop, bullet, topic, credit, rest)


def shows_picture(words: tuple[str, ...]) -> bool:
    """Tell whether a line holds a word that picture texts hold and titles hardly do («يصافح», «لدى»)."""
    return any(word in _PICTURED for word in words)


def goes_on(words: tuple[str, ...]) -> bool:
    """Tell whether a line's first words link it to what stands before («وقال …», «من جهته …»)."""
    if not words:
        return False
    first = words[0]
    if first.startswith("و") and len(first) > 3 and not first.startswith(_ROOT_WAW):
        return True
    return first in _LINKING or " ".join(words[:2]) in _LINKING_PAIRS


def _topic_words(words: tuple[str, ...], lexicon: PageLexicon) -> int:
    return next((n for n in (3, 2, 1) if len(words) > n and "topic" in lexicon.whole_classes(words[:n])), 0)


def _kind(
    line: Line, words: tuple[str, ...], count: int, stop: bool, credit: Credit | None, lexicon: PageLexicon
) -> tuple[Kind, str, int]:
    """Return the kind, the reason, and how many words a prefix takes (0 without one)."""
    if not words:
        return "furniture", "no words", 0
    if all(word.isdigit() for word in words) and count <= 2:
        return "number", "a number alone", 0
    known = _known(line.text, words, count, stop, lexicon)
    if known:
        return known
    if len(words) <= 6 and is_dateline(line.text, lexicon):
        return "byline", "names a place and an agency", 0
    if credit and not credit.after_stop and not (count >= SHORT_PARAGRAPH and words[0].startswith("و")):
        return "caption", f"ends in the credit {credit.text}", 0
    if count > 3 and _BRACKETED.match(line.text):
        return "caption", "stands in brackets", 0
    if is_byline(line.text, words, stop, lexicon):
        return "byline", "names an author, agency or place", 0
    if line.text.rstrip().endswith(":") and count > 3:
        return "sentence", "announces speech", 0
    full = _FULL_STOP.search(line.text[-40:]) is not None
    if (full and count >= 5) or (stop and count >= SHORT_PARAGRAPH) or count > TITLE_WORDS:
        return "sentence", "ends like a sentence" if stop else "long", 0
    if count >= SHORT_PARAGRAPH:
        return "sentence", "longer than a title", 0
    if count >= LINKED_WORDS and goes_on(words):
        return "sentence", "goes on from the line before", 0
    return "title", "short, without a full stop", 0


def _known(
    text: str, words: tuple[str, ...], count: int, stop: bool, lexicon: PageLexicon
) -> tuple[Kind, str, int] | None:
    # «تعليقات (3)», «مقالات ذات صلة 5»: counts beside the words change nothing.
    whole = lexicon.whole_classes(tuple(word for word in words if not word.isdigit()) or words)
    for kind in ("section", "comments", "furniture"):
        if kind in whole:
            return kind, "words of page furniture" if kind == "furniture" else f"a heading of {kind}", 0
    if _is_heading(words, count):
        return "section", "a heading over pointers", 0
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
    if ("topic" in whole and count <= 3) or _joined_topics(words, lexicon):
        return "topic", "the name of a site's section", 0
    if is_date_line(words, count, text):
        return "date", "a line of dates", 0
    foreign = _foreign(text, words, count, lexicon)
    if foreign:
        return foreign
    if _COUNTER.search(fold(text[:300])):
        return "furniture", "a counter or address", 0
    return _prefixed(text, words, count, stop, lexicon)


def _foreign(text: str, words: tuple[str, ...], count: int, lexicon: PageLexicon) -> tuple[Kind, str, int] | None:
    if _NEWSROOM.match(text):
        return "byline", "the newsroom's own credits", 0
    if count > _LATIN_WORDS or _ARABIC.search(text):
        return None
    if lexicon.outlets.named(text):
        return ("caption" if "getty" in words else "byline"), "names an agency", 0
    return "furniture", "a few words that are not Arabic", 0


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
    comments = lexicon.start_match(words, "comments")
    if comments:
        return "comments", "the frame of readers' comments", 0
    if lexicon.start_match(words, "furniture") and not (stop and count > 60):
        return "furniture", "starts as page furniture does", 0
    for kind, most in (("source", 12), ("keywords", 80)):
        n = lexicon.start_match(words, kind)
        if n and count <= most and (n == count or _colon_after(text, words[n - 1], n)):
            return kind, f"starts as lines of {kind} do", n  # type: ignore[return-value]
    n = lexicon.start_match(words, "byline")
    if n and count <= 9 and not stop and (count == n or _colon_after(text, words[n - 1], n) or count - n in (2, 3)):
        return "byline", "starts as bylines do", n
    n = lexicon.start_match(words, "caption")
    if n and n < count <= 40 and _colon_after(text, words[n - 1], n, "،,|"):
        return "caption", "starts as captions do", n
    return None


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
    if count > 24 or (not any(char.isdigit() for char in text[:_HEAD]) and words[0] not in ("منذ", "قبل")):
        return False
    # Numbers and units alone are counters («2 دقائق»): a date names a month or weekday, or has its form.
    if not any(word in DATING for word in words) and not _DATING.search(fold(text[:_HEAD])):
        return False
    others = sum(not is_date_word(word) for word in words)
    # «11.10.2019» is one number of three parts.
    dated = len(words) - others + sum(2 for word in words if _THREE_PARTS.match(word))
    # One word in four may be another: a city, an outlet, a name («الخرطوم 8 صفر 1438 هـ … أندل»).
    return dated >= 2 and others <= max(0, dated // 3) and any(len(w) > 1 or w.isdigit() for w in words)
