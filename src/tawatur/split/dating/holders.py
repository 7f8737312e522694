"""Bounds from the offices that a text gives to people: none is called by an office long before or long after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tawatur.lexicon.known_dates import NAME_HALVES
from tawatur.lexicon.office_terms import OfficeTerms, Tenure
from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import WEAK, Bound
from tawatur.text.fold import fold
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts, without_article

# A winner of an election is called by the office some weeks before taking it, and by habit some weeks after leaving.
_BEFORE_OFFICE = timedelta(days=75)
_AFTER_OFFICE = timedelta(days=60)
# Words of a role before a name, and of one after it: «الأمير … بن عبدالعزيز أمير منطقة مكة المكرمة».
_BEFORE, _AFTER = 10, 8
# «لم», «لن», «لما» say nothing of whose president one is.
_SHORT = 3
# Before a title these make another of the person: «نائب الرئيس …», «ولي ولي العهد …», «باسم الرئيس …».
_SON = frozenset(("بن", "ال"))
_DEPUTY = frozenset(
    fold("نائب نائبة ولي وكيل مساعد باسم مستشار مبعوث نجل ابن زوجة شقيق والد ابنة منافس خلف خليفة سلف").split()
)
_FORMER = frozenset(fold("السابق السابقة الأسبق الأسبقة سابق سابقا المخلوع المعزول الراحل الراحلة السالف").split())
_COMING = frozenset(fold("المنتخب المنتخبة المقبل القادم المكلف المرشح مرشح المرشحة الجديد").split())
# Who only stands in for a minister does so at other times than those of the table.
_ACTING = frozenset(fold("بالنيابة بالإنابة").split())
# What is named after people: «جامعة الملك …» says nothing of the office today.
_NAMED_AFTER = frozenset(
    fold(
        "مدينة جامعة مستشفى طريق مطار جائزة كأس مركز مشروع حي استاد ملعب مسجد جسر برنامج كرسي مؤسسة ميناء قاعدة "
        "سد مكتبة كلية مدارس مدرسة مجمع شارع حديقة صندوق جمعية معهد مبرة دوري بطولة أكاديمية واحة سباق مهرجان"
        " مسابقة قصر جامع"
    ).split()
)
# The king's style stands between his title and what is named after him.
_STYLE = frozenset(fold("خادم الحرمين الشريفين جلالة المغفور له").split())
# What may stand between a name and the title after it, beside honours, fathers and words with the article.
_BETWEEN = frozenset(fold("مستشار خادم الحرمين نائب رئيس مجلس عضو وزير آل").split())
# Words of a sentence that tells of other days than those of the text.
_ONCE = frozenset(fold("عهد ذكرى آنذاك حينها وقتها حينذاك أيام إبان حقبة فترة ولاية رحيل وفاة اغتيال سقوط حكم").split())


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a sentence with the halves of names joined, and where in the text each starts and ends."""

    norms: tuple[str, ...]
    spans: tuple[Span, ...]
    marks: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Named:
    """A person named with an office, where in a sentence, and whether the sentence gives another date."""

    tenure: Tenure
    said: _Said
    first: int
    last: int
    dated: bool

    @property
    def span(self) -> Span:
        return Span(self.said.spans[self.first].start, self.said.spans[self.last - 1].end)


def holder_bounds(source: str, prepared: Prepared, terms: OfficeTerms, dated: frozenset[int]) -> Iterator[Bound]:
    """Yield the bounds of the offices that a text's people are named with; `dated` are sentences that give other dates.

    Of two holders of one office the later one tells: beside him the earlier is history.
    """
    found: list[_Named] = []
    for index in range(len(prepared.sentences)):
        said = _joined(prepared.sentence_words(index))
        for at, norm in enumerate(said.norms):
            named = _named(terms, said, at, norm, index in dated)
            if named:
                found.append(named)
    for named in found:
        anchor = Anchor.of(source, prepared.text, named.span)
        yield from _of_tenure(anchor, named, any(_follows(other.tenure, named.tenure) for other in found))


def _follows(later: Tenure, earlier: Tenure) -> bool:
    same = later.country == earlier.country and (later.titles == earlier.titles or later.offices & earlier.offices)
    return bool(same) and later.first > earlier.first


def _joined(words: Sequence[Word]) -> _Said:
    norms: list[str] = []
    spans: list[Span] = []
    marks: list[int] = []
    for word in words:
        if word.kind == "mark":
            marks.append(len(norms))
        elif norms and any(cut.form in NAME_HALVES for cut in cuts(norms[-1])):
            norms[-1] += word.norm
            spans[-1] = Span(spans[-1].start, word.span.end)
        else:
            norms.append(word.norm)
            spans.append(word.span)
    return _Said(tuple(norms), tuple(spans), frozenset(marks))


def _named(terms: OfficeTerms, said: _Said, at: int, norm: str, dated: bool) -> _Named | None:
    for cut in cuts(norm):
        for after, tenure in terms.named_at(said.norms, at, cut.form):
            # «بن علي» alone is a president only right behind his title, else anyone's father («أحمد بن علي …»).
            role = _role_before(terms, said, at, tenure) or (
                None if norm in _SON else _role_after(terms, said, after, tenure)
            )
            if role is not None:
                return _Named(tenure, said, min(at, role[0]), max(after, role[1]), dated)
    return None


def _role_before(terms: OfficeTerms, said: _Said, at: int, tenure: Tenure) -> tuple[int, int] | None:
    for start in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        if start + 1 in said.marks and start + 1 <= at and start + 1 != at:
            break
        found = _title_at(terms, said, start, at, tenure)
        if found:
            return start, at
    return None


def _role_after(terms: OfficeTerms, said: _Said, after: int, tenure: Tenure) -> tuple[int, int] | None:
    """Find the title after a name, at most so many words on: «الأمير … بن عبدالعزيز أمير منطقة الرياض»."""
    honours = terms.lexicon.kinds.get("honour", frozenset())
    for start in range(after, min(len(said.norms), after + _AFTER)):
        if without_article(said.norms[start]) in terms.heads:
            for end in range(min(start + 6, len(said.norms)), start + 1, -1):
                if _title_at(terms, said, start, end, tenure) and not _of_another(said, start, end):
                    return start, end
        word, previous = said.norms[start], said.norms[start - 1]
        if not (word in honours or word in _BETWEEN or word.startswith("ال") or {word, previous} & _SON):
            break
    return None


def _of_another(said: _Said, start: int, end: int) -> bool:
    """Tell whether a title of one word goes on to say of what («الرئيس السابق لنادي …»)."""
    bare = [word for word in said.norms[start:end] if word not in _FORMER]
    after = next((word for word in said.norms[end : end + 2] if word not in _FORMER), "")
    return len(bare) == 1 and after.startswith("ل") and len(after) > _SHORT


def _title_at(terms: OfficeTerms, said: _Said, start: int, end: int, tenure: Tenure) -> bool:
    before = said.norms[start - 1] if start else ""
    if any(cut.form in _DEPUTY for cut in cuts(before)):
        return False
    role = [word for word in said.norms[start:end] if word not in _FORMER and word not in _COMING]
    if not role:
        return False
    return any(
        without_article(cut.form) in terms.heads and terms.held_by([cut.form, *role[1:]], tenure)
        for cut in cuts(role[0])
    )


def _of_tenure(anchor: Anchor, named: _Named, followed: bool) -> Iterator[Bound]:
    tenure, said = named.tenure, named.said
    inside = set(said.norms[named.first : named.last + 2])
    if inside & _ACTING:
        return
    words = f"«{anchor.exact}»"
    ended = [until for _, until in tenure.terms if until]
    if inside & _FORMER and ended:
        yield Bound(f"{words}, in office until {ended[0]}, is past", anchor, first=ended[0] - _BEFORE_OFFICE)
        return
    yield Bound(f"{words} since {tenure.first}", anchor, first=tenure.first - _BEFORE_OFFICE)
    past = followed or named.dated or bool(inside & (_FORMER | _COMING) or set(said.norms) & _ONCE)
    if tenure.last is not None and not past and not _named_after(said, named.first):
        reason = f"{words}, in office until {tenure.last}, is named as holding it"
        yield Bound(reason, anchor, last=tenure.last + _AFTER_OFFICE, strength=WEAK)


def _named_after(said: _Said, at: int) -> bool:
    """Tell whether a thing is named after the holder («مؤسسة خادم الحرمين الشريفين الملك …»)."""
    while at > 1 and said.norms[at - 1] in _STYLE:
        at -= 1
    return at > 0 and any(without_article(cut.form) in _NAMED_AFTER for cut in cuts(said.norms[at - 1]))
