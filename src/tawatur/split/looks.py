"""What a line looks like by itself, before its place on the page is considered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.lexicon.page_words import PageLexicon
from tawatur.model import Role, Span
from tawatur.split.credits import Credit, find_credit, is_byline, is_dateline
from tawatur.split.known_lines import HEAD, TITLE_WORDS, Kind, is_path, known_line
from tawatur.split.lines import Line
from tawatur.split.markup import TABLE
from tawatur.text.fold import fold
from tawatur.text.words import find_words

_STOP = re.compile(r"[.؟?!…][\s»”\"'’)\]]*$")
_FULL_STOP = re.compile(r"(?<![.…])\.[\s»”\"'’)\]]*$")
_CLOCK = re.compile(r"^\W*\d{1,2}:\d{2}(?:\s*[صم]|\s*gmt)?\W*$", re.I)
_PLAYER = re.compile(r"^\W*\d{1,2}:\d{2}(?::\d{2})?\s*/\s*\d{1,2}:\d{2}(?::\d{2})?\W*$")
_OF_PLAYER = "the time of a player"
# «هـ/ر ن/ك ع»: the initials of those who wrote, checked and sent a text.
_DESK = re.compile(r"^\W*[^\W\d_]{1,2}ـ?(?:\s*[/\s]\s*[^\W\d_]{1,2}ـ?){1,6}\W*$")
# «الصخرة - 21 - 6 (مرافئ)»: place, day, month and agency, the line of a bulletin's item.
_DATED_LINE = re.compile(r"^[^\d()|.؟!]{2,30}[-–—،,]\s*\d{1,2}\s*[-–—/]\s*\d{1,2}\s*\([^()\d]{1,20}\)\W*$")
_BULLET = re.compile(r"^\s*(?:[•·●○◦▪▫■□►▶◄◀➤➡→←*✓✔»-]\s+|\d{1,2}\s*[-.)]\s+)")
_BRACKETED = re.compile(r"^\s*\[[^\[\]]{10,300}\]\s*$")
# An unpunctuated line of this many words may be either; fewer are a title.
SHORT_PARAGRAPH = 19
# A paragraph that goes on from the one before starts with و or a linking phrase; a title of so many words never does.
LINKED_WORDS = 9
_LINKING = frozenset({"كما", "لكن", "لكنه", "بدوره", "بدورها", "فيما", "يذكر", "يشار", "ثم", "غير", "الا"})
_SHORT_LINKS = frozenset(fold("ومن وفي وقد ولم ولن ولا وعن وما وهي وهو وأن وإن وبه وله ولها").split())
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


# Titles of pages that hold several short articles.
_BRIEFS = frozenset(fold("موجز الموجز موجزة مختصرات باختصار متفرقات قصيرة سطور سريعة نشرة حصاد جولة").split())
# A first heading of so many words may be the site's name.
_LOGO_WORDS = 5
# The reason of a line of markup that is a picture's text by its place alone.
BESIDE_PICTURE = "stands beside a picture"
# What pictures show: words of captions that are rare in titles inside a text.
_PICTURED = frozenset(
    fold(
        "خلال أثناء لدى يصافح تصافح يتحدث تتحدث يتحدثون يقف تقف يقفون يحمل تحمل يحملون يسير تسير يسيرون "
        "يلوح صورة صورته لقطة أرشيف أرشيفية يسار اليسار يمين اليمين الوسط متحدثا متحدثة مستقبلا مجتمعا "
        "يستقبل يتفقد تظهر يظهر يمر تمر ينظر ينظرون يجلس تجلس يجلسون يرفع يرفعون يتصاعد تصاعد يستقل يغادر "
        "يغادرون"
    ).split()
)


# «خريطة توضح …», «رسم بياني يبين …».
_DRAWN = frozenset(fold("خريطة صورة رسم لقطة مخطط جدول إنفوغراف").split())
_SHOWING = frozenset(fold("أرشيفية ارشيفية توضح يوضح تظهر يظهر تبين يبين جوية فضائية بياني توضيحي").split())


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
    def first(self) -> str:
        """The first word, folded; empty for a line of marks alone, which markup may still call a title."""
        return self.words[0] if self.words else ""


def look_at_all(lines: Sequence[Line], lexicon: PageLexicon, title: str | None = None) -> list[Look]:
    """Look at all lines of a page; `title` is the title that its markup gives, by which its headline is known.

    What markup says of a block's role decides over the block's own looks, unless all paragraphs would be furniture or
    pointers by it: then the page's author uses names of classes otherwise, and they are not believed.
    """
    looks = [look_at(line, lexicon) for line in lines]
    lead = next((at for at, look in enumerate(looks) if look.kind == "sentence" and not look.line.hint), len(looks))
    looks = [*looks[:lead], *map(_beside_picture, looks[lead:])]
    hidden = ("furniture", "teaser", "section")
    believed = any(look.kind == "sentence" and look.line.hint not in hidden for look in looks)
    looks = _with_heading(looks, title)
    told = {look.key for look in looks if title and look.line.hint == "headline" and _within(look.key, title)}
    # The site's own name stands in the window's title as well; the longest is the article's.
    most = max(map(len, told), default=0)
    told = {key for key in told if len(key) * 2 > most}
    return with_items(_with_rows([_hinted(look, told) if look.line.hint and believed else look for look in looks]))


def _with_rows(looks: list[Look]) -> list[Look]:
    """Make the rows of a table of figures sentences where a sentence stands above them in the same box."""
    boxes: set[int] = set()
    for at, look in enumerate(looks):
        if look.line.evidence == TABLE and look.line.hint == "body":
            if {look.line.box, look.line.outer} & boxes:
                looks[at] = replace(look, kind="sentence", reason="a row of a table in the text")
        elif look.kind == "sentence":
            boxes.update((look.line.box, look.line.outer))
    return looks


def _beside_picture(look: Look) -> Look:
    """Return the look of a line of markup that stands beside a picture, without being a link, as a picture's text."""
    if not look.line.pictured or look.kind != "title" or look.line.hint or look.line.linked or look.count < 2:
        return look
    return replace(look, kind="caption", reason=BESIDE_PICTURE)


def _with_heading(looks: list[Look], title: str | None) -> list[Look]:
    """Where markup has no first heading, take the one that the page's title names, else the first above the text."""
    if any(look.line.hint == "headline" for look in looks):
        return looks
    lead = next((at for at, look in enumerate(looks) if look.kind == "sentence" and not look.line.hint), len(looks))
    heads = [at for at, look in enumerate(looks) if look.line.hint == "subhead" and look.count > 2]
    named = [at for at in heads if title and _within(looks[at].key, title)]
    for at in [*named, *(at for at in heads if at < lead)][:1]:
        look = looks[at]
        looks[at] = replace(look, line=replace(look.line, hint="headline"))
    return looks


def _within(key: str, title: str) -> bool:
    words = " ".join(word.norm for word in find_words(title) if word.kind != "mark")
    return bool(key) and (key in words or words in key)


def _hinted(look: Look, told: set[str]) -> Look:
    """Return the look of a line of markup with the kind that its hint gives."""
    hint = look.line.hint
    if look.reason == _OF_PLAYER:
        return look
    reason = f"marked up as {look.line.evidence}"
    if hint == "headline":
        # Of several first headings the one that the page's metadata name is the article's; the others are logos.
        if told and look.key not in told:
            return _other_heading(look, reason)
        return replace(look, kind="title", reason=reason)
    if hint in ("teaser", "section"):
        if look.kind in ("section", "comments"):
            # A heading that is known by its words, whatever tag it has; «read more» below a card is no heading.
            if look.line.linked and "more" in look.line.evidence:
                return replace(look, kind="pointer", reason=reason)
            return replace(look, kind="pointer", reason=look.reason, line=replace(look.line, hint="section"))
        return look if look.kind == "furniture" else replace(look, kind="pointer", reason=reason)
    if hint == "subhead":
        return (
            look
            if look.kind in ("section", "comments", "furniture", "pointer", "date", "keywords", "source")
            else replace(look, kind="title")
        )
    if hint == "furniture" and look.kind == "pointer":
        # «المقالة السابقة: …» points to another article, whatever box holds it.
        return look
    if hint in ("furniture", "caption", "byline", "date", "source", "keywords") and look.kind != "section":
        return replace(look, kind=hint, reason=reason)
    return look


def with_items(looks: list[Look]) -> list[Look]:
    """Make the titles of equal boxes, each a title with its own text, headlines: several articles on one page.

    Only where no other headline stands above them, or one that says they are briefs: the sections of a long article
    and the posts of a live blog stand below its headline.
    """
    boxes: dict[int, list[int]] = {}
    for at, look in enumerate(looks):
        if look.line.item:
            boxes.setdefault(look.line.item, []).append(at)
    titles = [title for lines in boxes.values() if (title := _title_of_item(looks, lines)) is not None]
    heads = [at for at, look in enumerate(looks) if look.line.hint == "headline" and not look.line.item]
    if len(titles) < 2 or any(at < titles[0] and not set(looks[at].words) & _BRIEFS for at in heads):
        return looks
    found = list(looks)
    for at in heads:
        found[at] = replace(looks[at], kind="furniture", line=replace(looks[at].line, hint="furniture"))
    for at in titles:
        found[at] = replace(looks[at], kind="title", line=replace(looks[at].line, hint="headline"))
    return found


def _title_of_item(looks: Sequence[Look], lines: Sequence[int]) -> int | None:
    """Return the title that a box opens with, None where it has no text below it or the title is a link."""
    own = [at for at in lines if looks[at].kind not in ("furniture", "topic", "number")]
    if len(own) < 2 or not any(looks[at].kind == "sentence" for at in own[1:]):
        return None
    first = looks[own[0]]
    return own[0] if first.kind == "title" and first.count > 2 and not first.line.linked else None


def _other_heading(look: Look, reason: str) -> Look:
    """Return the look of a heading that is not the page's own article's: a logo, a subhead, or the next article's."""
    first = look.line.evidence.startswith("<h1")
    if first and look.count > _LOGO_WORDS:
        return replace(look, kind="title", reason=reason)
    if first or look.kind == "furniture":
        return replace(look, kind="furniture", reason=reason, line=replace(look.line, hint="furniture"))
    hint: Role | None = None if look.line.linked else "subhead"
    kind: Kind = look.kind if look.kind in ("section", "comments", "pointer") else "title"
    return replace(look, kind=kind, line=replace(look.line, hint=hint))


def look_at(line: Line, lexicon: PageLexicon) -> Look:
    """Look at one line by itself."""
    text = line.text
    head = text[:HEAD]
    found = [word for word in find_words(head) if word.kind != "mark" and word.norm]
    words = tuple(word.norm for word in found)
    count = len(words) if len(text) <= HEAD else len(words) + text.count(" ", HEAD)
    key = " ".join(words) + (f" {len(text)}" if len(text) > HEAD else "")
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
    return any(word in _PICTURED for word in words) or is_drawing(words)


def is_drawing(words: tuple[str, ...]) -> bool:
    """Tell whether a line begins by saying what a map or drawing shows («خريطة توضح …»)."""
    return bool(set(words[:1]) & _DRAWN) and bool(set(words[1:4]) & _SHOWING)


def stands_apart(look: Look, body: Sequence[Look]) -> bool:
    """Tell whether a line of markup stands in another box than all of a body's paragraphs; never so in text."""
    if not look.line.box or not body:
        return False
    mine = {look.line.box, look.line.outer}
    return not any(mine & {other.line.box, other.line.outer} for other in body)


def goes_on(words: tuple[str, ...]) -> bool:
    """Tell whether a line's first words link it to what stands before («وقال …», «من جهته …»)."""
    if not words:
        return False
    first = words[0]
    if first in _SHORT_LINKS:
        return True
    if first.startswith("و") and len(first) > 3 and not first.startswith(_ROOT_WAW):
        return True
    return first in _LINKING or " ".join(words[:2]) in _LINKING_PAIRS


def _topic_words(words: tuple[str, ...], lexicon: PageLexicon) -> int:
    return next((n for n in (3, 2, 1) if len(words) > n and "topic" in lexicon.whole_classes(words[:n])), 0)


def _bare(text: str, words: tuple[str, ...], count: int, lexicon: PageLexicon) -> tuple[Kind, str] | None:
    """Return the kind of a line without words of its own: a time, a number, letters, a way through the site."""
    if _PLAYER.match(text[:40]):
        return "furniture", _OF_PLAYER
    if _DATED_LINE.match(text[:90]):
        return "date", "a line of place, day and agency"
    if _CLOCK.match(fold(text[:40])):
        return "date", "a time alone"
    if "/" in text[:40] and _DESK.match(text[:40]):
        return "furniture", "the desk's initials"
    if all(word.isdigit() for word in words) and count <= 2:
        return "number", "a number alone"
    if count > 1 and len(set(words)) == 1 and len(words[0]) == 1:
        return "furniture", "letters alone"
    if is_path(text, words, lexicon):
        return "furniture", "names of sections in a row"
    return None


def _kind(
    line: Line, words: tuple[str, ...], count: int, stop: bool, credit: Credit | None, lexicon: PageLexicon
) -> tuple[Kind, str, int]:
    """Return the kind, the reason, and how many words a prefix takes (0 without one)."""
    if not words:
        return "furniture", "no words", 0
    bare = _bare(line.text, words, count, lexicon)
    if bare:
        return *bare, 0
    known = known_line(line.text, words, count, stop, lexicon)
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
        return "sentence", "ends like a sentence" if stop else "longer than any title", 0
    if count >= SHORT_PARAGRAPH:
        return "sentence", "longer than a title", 0
    if count >= LINKED_WORDS and goes_on(words):
        return "sentence", "goes on from the line before", 0
    return "title", "short, without a full stop", 0
