"""Credits: the bracket that ends a caption or paragraph, and lines that name an author, an agency or a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.lexicon.outlets import OutletBook
from tawatur.lexicon.page_words import PageLexicon
from tawatur.model import Span
from tawatur.text.fold import fold

_BRACKET = re.compile(r"[(\[]\s*([^()\[\]]{1,60}?)\s*[)\]]\s*([.،]?)\s*$")
_DASHED = re.compile(r"(?:^|\s)[-–—|/]\s*([^-–—|/()]{1,40}?)\s*$")
_PARTS = re.compile(r"\s*[-–—/،,|+]\s*|\s+و(?=[\u0621-\u064a]{4})")
_NO_STOP = re.compile(r"[.؟!?…][\s»”\"']*$")
# Words that credit a picture without naming an outlet.
PICTURE_WORDS = frozenset(
    fold(
        "أرشيف أرشيفية أرشيفي الأرشيف ارشيف ارشيفية إنترنت انترنت الإنترنت متداولة تواصل وكالات الوكالات "
        "خاص خاصة تويتر فيسبوك إكس يوتيوب انستغرام إنستغرام تلغرام getty gettyimages shutterstock شاترستوك "
        "istock photo صورة الصورة توضيحية تعبيرية رسمية مواقع"
    ).split()
)
_PICTURE_STARTS = tuple(
    fold(start)
    for start in (
        *("وسائل إعلام", "مواقع التواصل", "مواقع تواصل", "وسائل التواصل", "من المصدر", "تصوير ", "صورة ", "عدسة "),
        *("موقع ", "الموقع ", "حساب ", "صفحة ", "تلفزيون ", "قناة ", "وكالة ", "صحيفة ", "وزارة ", "خدمة ", "مكتب "),
    )
)
_ARCHIVED = frozenset(fold("أرشيفية أرشيفي أرشيف ارشيفية الأرشيف صورة_أرشيفية getty gettyimages shutterstock").split())
_TAKEN = tuple(fold(start) for start in ("من المصدر", "تصوير", "عدسة", "صورة أرشيفية", "صورة تعبيرية", "من الأرشيف"))
_PLACE_BRACKET = re.compile(r"^\s*[«\"“]?([^()«»\"“”.:،؟!]{2,40})[»\"”]?\s*\(([^()0-9]{2,25})\)\s*$")
_DATELINE = re.compile(
    r"^\s*\(?\s*([^()\-–—/:|.؟!]{2,30}?)\s*\)?\s*[-–—/:|،,]\s*[(«\"“]?([^()«»\"“”.؟!]{1,45})[)»\"”]?\s*[:/.]?\s*$"
)
# Person's words of a byline: no clause holds so few words without a particle, a number or a verb of these forms.
_PARTICLES = frozenset(
    fold(
        "في من على عن إلى بين مع بعد قبل عند لدى أمام خلال حول ضد دون بلا تحت فوق كل هذا هذه لا لن لم ما هل كيف "
        "لماذا أين متى قد إن أن كان كانت ليس نحو عبر منذ حتى أكثر أقل"
    ).split()
)
_TAIL = re.compile(r"[(\[]\s*([^()\[\]0-9٠-٩]{2,40})\s*[)\]]\s*$")
_WORD = re.compile(r"[^\W_]+")
# «أغاديز (النيجر) 6 تموز/يوليو 2025 (ضفاف) - », «نيامي، 9 يوليو (المرسى) -»: a bracket before the dash that ends a
# dateline names whom the text is from, whoever that is.
_BRACKET_LINE = re.compile(
    r"^[^().؟!«»\n]{2,40}(?:\([^()\n]{2,25}\))?[^().؟!«»\n]{0,40}\(\s*([^()\d٠-٩\n]{2,30})\s*\)\s*[-–—:.]+\s*(?=\S)"
)
# «نواكشوط - الساحل اليوم: …»: a place, a dash, and the outlet or author before a colon.
_DASH_LINE = re.compile(
    r"^\s*[^\W\d]+(?:\s[^\W\d]+){0,2}\s*[-–—/|]\s*([^\W\d][^:()«»\n.؟!،–—-]{1,35}?)\s*(?::|[-–—](?=\s))\s*(?=\S)"
)
_SURE_WORDS = frozenset(fold("وكالات الوكالات متابعات خاص مراسلنا مراسلتنا مراسل مكتب موفدنا موفد").split())


def name_key(text: str) -> str:
    """Return a name's folded words joined by a space: the form under which names on one page are compared."""
    return " ".join(_WORD.findall(fold(text)))


def tail_bracket(text: str) -> str | None:
    """Return the few words in the bracket that ends a line which no full stop ends, or None."""
    match = _TAIL.search(text[-60:])
    if match is None or _NO_STOP.search(text[-60:][: match.start()].rstrip()):
        return None
    return match.group(1).strip() if len(match.group(1).split()) <= 4 else None


def may_be_name(words: Sequence[str]) -> bool:
    """Tell whether folded words may be a person's name or two: few, and none of a clause's."""
    return 1 <= len(words) <= 9 and not any(word in _PARTICLES or word[0].isdigit() for word in words)


def credited_line(text: str) -> Span | None:
    """Return the place of whom a dateline at a paragraph's start credits, known or not."""
    match = _BRACKET_LINE.match(text[:160]) or _DASH_LINE.match(text[:90])
    if match is None or not may_be_name(fold(match.group(1)).split()):
        return None
    return Span(*match.span(1))


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit at the end of a line: its words, the outlet where known, and its place from the line's start.

    `after_stop` tells that a sentence ended before it: then it credits a text, else a picture.
    """

    text: str
    start: int
    end: int
    outlet: str | None
    after_stop: bool


def find_credit(text: str, outlets: OutletBook) -> Credit | None:
    """Return the credit that ends a line («… (رويترز)», «… (أرشيفية - أ.ف.ب)»), or None."""
    tail_start = max(0, len(text) - 120)
    tail = text[tail_start:]
    match = _BRACKET.search(tail)
    if match and match.start() > 0:
        key = _credited(match.group(1), outlets)
        if key is not None:
            before = tail[: match.start()].rstrip()
            place = tail_start + match.start(1)
            return Credit(
                match.group(1), place, place + len(match.group(1)), key or None, bool(_NO_STOP.search(before))
            )
    match = _DASHED.search(tail)
    if match and _pictured(match.group(1)):
        place = tail_start + match.start(1)
        before = tail[: match.start()].rstrip()
        end = place + len(match.group(1))
        return Credit(match.group(1), place, end, None, bool(_NO_STOP.search(before)))
    if match and tail_start + match.start() > 20:
        outlet = outlets.named(match.group(1))
        if outlet:
            before = tail[: match.start()].rstrip()
            place = tail_start + match.start(1)
            end = place + len(match.group(1))
            return Credit(match.group(1), place, end, outlet.key, bool(_NO_STOP.search(before)))
    return None


def _pictured(tail: str) -> bool:
    """Tell whether words after a dash say whence a picture is («أرشيفية», «من المصدر», «تصوير: …»)."""
    folded = fold(tail).strip()
    return folded in _ARCHIVED or folded.startswith(_TAKEN)


def _credited(inner: str, outlets: OutletBook) -> str | None:
    """Return the outlet's key, "" for a credit that names none, None for no credit."""
    folded = fold(inner).strip()
    found = outlets.named(inner, marked=True)
    if found:
        return found.key
    parts = [part for part in _PARTS.split(inner) if part]
    for part in parts:
        found = outlets.named(part, marked=True)
        if found and len(parts) <= 4:
            return found.key
    if folded.startswith(_PICTURE_STARTS):
        return ""
    words = folded.split()
    if len(words) <= 4 and any(word.strip("-–/") in PICTURE_WORDS for word in words):
        return ""
    return None


def is_byline(text: str, words: tuple[str, ...], stop: bool, lexicon: PageLexicon) -> bool:
    """Tell whether a line names its author, agency or place: «سلمى نور (بيروت)», «لندن - رويترز», «وكالات»."""
    if len(words) > 9 or (stop and not text.rstrip().endswith((".", ")"))):
        return False
    if lexicon.outlets.named(text, marked=text.strip()[:1] in "(«[") or (len(words) <= 2 and words[0] in _SURE_WORDS):
        return True
    bracket = _PLACE_BRACKET.match(text)
    if bracket and len(bracket.group(1).split()) <= 5 and len(bracket.group(2).split()) <= 3:
        return True
    return is_dateline(text, lexicon)


def is_dateline(text: str, lexicon: PageLexicon) -> bool:
    """Tell whether a line is a place and whom the text is from, with a mark between: «تونس - (د ب أ)»."""
    parts = [part for part in _PARTS.split(text[:120]) if part.strip(" .()«»")]
    if not 2 <= len(parts) <= 5 or any(len(part.split()) > 4 for part in parts):
        return False
    named = any(
        lexicon.outlets.named(part, marked=True) is not None or fold(part).strip(" ()") in _SURE_WORDS for part in parts
    )
    return named and _DATELINE.match(text) is not None
