"""What the help page says: how to ask a question, what the signs of the pages mean, the terms; Arabic and English."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawatur.views.wording import Language, word
from tawatur.web.wordings import say

# Words of the pages inside a text: {stance} is `say("stance")`, {stance:deny} is `word("stance", "deny")`.
_SHOWN = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Both:
    """The same in both languages."""

    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of asking, and the address inside the site that it leads to."""

    told: Both
    address: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the pages: written (`sign`) or drawn by the template (by its `code`), its name and its meaning."""

    code: str
    sign: str
    name: Both
    meaning: Both


@dataclass(frozen=True, slots=True)
class Term:
    """A term, or a code of data, with its words and its meaning."""

    term: str
    is_code: bool
    word: str
    meaning: Both


@dataclass(frozen=True, slots=True)
class Section:
    """Terms of one matter."""

    title: Both
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All of the help page."""

    steps: tuple[Step, ...]
    signs: tuple[Sign, ...]
    sections: tuple[Section, ...]


_STEPS = (
    ("search?of=statements",
     "افتح البحث، واختر في «{search_in}» «{of_statements}».",
     "Open the search and choose “{of_statements}” under “{search_in}”."),
    ("search?of=statements&type=deny",
     "اختر في «{filters}»، «{stance}»: «{stance:deny}». اكتب كلمة أو اسمًا إن شئت، أو دع الكلمات فارغة، ثم «{search}».",
     "Under “{filters}”, “{stance}”, choose “{stance:deny}”. Give a word or a name, or leave the words empty, then"
     " “{search}”."),
    ("search?of=statements&type=deny&least_known=1",
     "اقرأ تحت كل قول سلسلة نقله: أولها من نفى، ثم من نُقل عن طريقه، وآخرها من نشر. اضغط ↩ لترى اللفظ في مقاله،"
     " أو افتح القصة واقرأ فيها «{denials}».",
     "Read the chain below each statement: first who denies it, then through whom it came, last who published it."
     " Follow ↩ to the words in their article, or open the story and read “{denials}”."),
)  # fmt: skip

_SIGNS = (
    ("place", "↩", "إلى موضعه", "to its place",
     "يقودك إلى هذا اللفظ في موضعه من المقال.",
     "Leads to these words where they stand in their article."),
    ("about", "≈", "نحو", "about",
     "قبل عدد: يقول النص «نحو» أو «قرابة». وقبل اسم بالحروف اللاتينية: كتابة بقاعدة صوتية، وليست اسمًا معتمدًا.",
     "Before a number: the text says “about”. Before a name in Latin letters: a spelling made by rule, not the"
     " name's own."),
    ("least", "≥ ≤", "حد أدنى أو أعلى", "at least, at most",
     "≥ قبل عدد: «ما لا يقل عن»، و≤: «ما لا يزيد على»؛ و> : «أكثر من»، و< : «أقل من».",
     "≥ before a number: “no fewer than”, ≤: “no more than”; >: “more than”, <: “fewer than”."),
    ("chain", "←", "من القائل إلى الناشر", "from who says it to the outlet",
     "حلقات سلسلة النقل بترتيبها: المصدر الأول، ثم من نُقل عن طريقه، ثم الناشر. وفي الصفحة الإنجليزية: →.",
     "The links of a chain in their order: origin, through whom it came, outlet. On English pages it points right."),
    ("unknown", "", "حلقة في إطار متقطع", "a link in a dashed frame",
     "حلقة غير معروفة: لم يسمِّ النص من قال أو من نقل.",
     "An unknown link: the text does not name who said it, or who carried it."),
    ("open", "", "شريط متقطع الحافة", "a bar with a dashed edge",
     "يوم البداية أو النهاية غير معروف: «حتى 7 يوليو» لا تقول متى بدأ.",
     "The day it began or ended is not known: “until 7 July” does not say since when."),
    ("beyond", "", "مثلث على الجانب", "a triangle at the side",
     "حدث في يوم بعيد خارج الأيام المرسومة، في الجهة التي يشير إليها.",
     "Something of a day far outside the days drawn, on the side that it points to."),
    ("bars", "", "أعمدة صغيرة بجانب القصة", "small bars beside a story",
     "عدد مقالات القصة في كل يوم أو أيام، من أول يوم مكتوب تحتها إلى آخره.",
     "How many articles of the story came out when, from the first to the last day told below."),
    ("wrong", "", "كلام مشطوب", "words struck through",
     "ما عدّه مراجع خطأ في القراءة؛ لا يظهر إلا بطلب «{show_rejected}».",
     "What a reviewer judged wrongly read; it shows only by “{show_rejected}”."),
    ("unknown_chain", "", "سلسلة مجهولة المصدر", "chain of unknown origin",
     "لا يسمّي النص أول من قال: «مصادر»، «وكالات». تُعد هذه السلاسل وحدها، ولا تزيد عدد المصادر المستقلة.",
     "The text does not name who said it first (“sources”, “agencies”). Such chains are counted apart and never raise"
     " the number of independent origins."),
    ("own", "", "رواية الصحيفة نفسها", "the outlet's own account",
     "سلسلة من حلقة واحدة: لم يُذكر قائل ولا وكالة، فالناشر نفسه هو المصدر الأول. في الطرفية: «خبره الخاص».",
     "A chain of one link: no speaker and no agency is named, so the outlet itself is the origin."),
    ("certainty", "%", "{certainty}", "{certainty}",
     "تقدير البرنامج لصحة ما قرأه هو في النص، من 0 إلى 100%؛ وليس تقديرًا لصدق الخبر. وفي المراجعة يأتي الأقل أولًا.",
     "How sure the program is to have read the text rightly, from 0 to 100%; it says nothing of whether the news is"
     " true. In reviewing, the least certain comes first."),
)  # fmt: skip


def _both(arabic: str, english: str) -> Both:
    """Return a text in both languages, with the pages' own words put in."""

    def put(language: Language) -> Callable[[re.Match[str]], str]:
        return lambda found: word(found[1], found[2], language) if found[2] else say(found[1], language)

    return Both(_SHOWN.sub(put("ar"), arabic), _SHOWN.sub(put("en"), english))


def sections() -> tuple[Section, ...]:
    """Return the terms by their matter, as docs/glossary.md has them."""
    table = (files("tawatur.web") / "glossary.tsv").read_text(encoding="utf-8")
    found: dict[Both, list[Term]] = {}
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        title, title_arabic, term, its_word, english, arabic = line.split("\t")
        row = Term(term.replace("`", ""), term.startswith("`"), its_word, Both(arabic, english))
        found.setdefault(Both(title_arabic, title), []).append(row)
    return tuple(Section(title, tuple(terms)) for title, terms in found.items())


@cache
def guide() -> Guide:
    """Return all that the help page says."""
    steps = tuple(Step(_both(arabic, english), address) for address, arabic, english in _STEPS)
    signs = tuple(
        Sign(code, sign, _both(name, name_english), _both(arabic, english))
        for code, sign, name, name_english, arabic, english in _SIGNS
    )
    return Guide(steps, signs, sections())
