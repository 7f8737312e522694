"""What a line is by the page that it stands on: the site's name, a credit that the page itself explains, an author."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.split.credits import may_be_name, name_key, tail_bracket
from tawatur.split.dating.written import written_dates
from tawatur.split.looks import BESIDE_PICTURE, Look
from tawatur.split.metadata import Metadata
from tawatur.text.fold import fold
from tawatur.text.words import find_words

# A masthead stands within the first lines of a page, its twin within the last; a site's name has few words.
_TOP, _BOTTOM, _NAME_WORDS = 8, 6, 5
# «مسؤول في منظمة الموانئ:» above a headline has no more words.
_KICKER_WORDS = 9
_KINDS = frozenset(
    fold("وكالة صحيفة جريدة موقع شبكة بوابة قناة إذاعة مجلة تلفزيون منصة راديو فضائية يومية أسبوعية").split()
)
_RIGHTS = re.compile(rf"©|\(c\)|copyright|{fold('محفوظة')}|(?<!\d)(?:19|20)\d\d\W*$")
_SEPARATORS = re.compile(r"\s+[-–—|:»«•·]+\s+|\s*\|\s*|\s*::\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.I | re.A)
_SAID_AGENCY = re.compile(
    r"\b(?:(?:[وبلف]|لل|ال)?(?:وكال[ةه]|صحيف[ةه]|جريد[ةه]|موقع|قنا[ةه]|شبك[ةه]|إذاع[ةه]|مراسل[ةه]?)\s[«\"“(]?"
    r"|لـ?\s?[«\"“])([\w ]{2,30})"
)
_POST = re.compile(r"^\W*#\s?(\d{1,4})\s*$")
# «ميناء الصدف: «الضفة اليوم»».
_PLACED = re.compile(r"^\s*[^\W\d]+(?: [^\W\d]+){0,2}\s?[:-]\s?[«\"“]([^«»\"“”]{3,30})[»\"”]\s*$")
# Brackets at the end of titles that say what the item holds, not whom it is from.
_HOLDS = frozenset(fold("فيديو صور صورة بالصور بالفيديو محدث تحديث مباشر شاهد خاص إنفوغراف تقرير حوار").split())


def in_context(looks: Sequence[Look], told: Metadata, known: Sequence[str] = ()) -> tuple[list[Look], list[str]]:
    """Return the looks of a page's lines, those set right that only the page explains, and its site's names.

    `known` are the names of the outlet that the page's address is known to belong to; they come last.
    """
    found = list(looks)
    names = site_names(found, told)
    sites = _site_keys(names)
    _name_sites(found, sites, _site_keys(known))
    _name_kickers(found)
    _name_pictures(found)
    _name_authors(found, sites)
    _name_places(found, sites)
    _name_replies(found)
    return found, list(dict.fromkeys([*names, *known]))


def _site_keys(names: Sequence[str]) -> set[str]:
    """Return the forms under which a site's names are compared, with and without «صحيفة» and the like before them."""
    keys = {name_key(name) for name in names} - {""}
    return keys | {" ".join(words[1:]) for key in keys if (words := key.split())[0] in _KINDS and len(words) > 1}


def site_names(looks: Sequence[Look], told: Metadata) -> list[str]:
    """Return the names by which a page calls its site: of its metadata, its title, its masthead, its copyright line."""
    found = [told.site] if told.site else []
    found.extend(_from_title(looks, told.page_title))
    ends = [*looks[:_TOP], *looks[max(_TOP, len(looks) - _BOTTOM) :]]
    found.extend(_ADDRESS.sub("", look.line.text).strip(" .:|-–—") for look in ends if _is_masthead(look))
    shown = [name_key(look.line.text) for look in looks[:_TOP] if not _reserves(look)] + [
        name_key(told.page_title or "")
    ]
    shown.extend(
        name_key(look.line.text) for look in looks if look.kind in ("byline", "title") and look.count <= _NAME_WORDS
    )
    found.extend(name for look in looks[-_BOTTOM:] if (name := _owner(look, shown)))
    return list(dict.fromkeys(found))


def _from_title(looks: Sequence[Look], title: str | None) -> Iterator[str]:
    """Yield what stands beside the article's own title in the page's title («… | صحيفة الوادي»)."""
    keys = {look.key for look in looks if look.count > 3}
    head, colon, tail = (title or "").partition(": ")
    parts = [head, tail] if colon and _key(tail) in keys else _SEPARATORS.split(title or "")
    if len(parts) < 2:
        return
    titled = [_key(part) in keys for part in parts]
    for part, is_title in zip(parts, titled, strict=True):
        words = part.split()
        known = bool(words) and fold(words[0]) in _KINDS
        if (
            not is_title
            and 0 < len(words) <= _NAME_WORDS
            and (known or (any(titled) and part in (parts[0], parts[-1])))
        ):
            yield part.strip()


def _key(text: str) -> str:
    return " ".join(word.norm for word in find_words(text) if word.kind != "mark")


def _is_masthead(look: Look) -> bool:
    """Tell whether a line says what a site is and how it is called («وكالة بارس نما للأنباء»), and no more."""
    if look.kind != "title" or look.stop or not 2 <= look.count <= _NAME_WORDS or look.first not in _KINDS:
        return False
    return look.line.hint in (None, "furniture") and ":" not in look.line.text


def _reserves(look: Look) -> bool:
    return look.kind in ("furniture", "title") and _RIGHTS.search(fold(look.line.text[:120])) is not None


def _owner(look: Look, shown: Sequence[str]) -> str | None:
    """Return whose rights a line at the page's end reserves («© صوت الأوراس 2021»), or None.

    Only so many of its words count as also stand together in a masthead or title (`shown`): the rest is the line's own.
    """
    text = look.line.text[:120]
    if not _reserves(look):
        return None
    for raw in re.split(r"\s+[-–—|]\s+|[.(]", text):
        # The words of rights are taken out of the spelling as written: folding keeps the number of words.
        words = [word.strip("©،,: ") for word in raw.split() if fold(word).strip("©،,:") not in _LEGAL]
        kept = [word for word in words if word and not word[0].isdigit()]
        if (
            kept
            and kept[0].startswith("ل")
            and (fold(kept[0][1:]) in _KINDS or any(name_key(kept[0][1:]) in line.split() for line in shown))
        ):
            kept[0] = kept[0][1:]
        for size in range(min(len(kept), _NAME_WORDS), 0, -1):
            key = f" {name_key(' '.join(kept[:size]))} "
            if (size > 1 or size == len(kept)) and any(key in f" {line} " for line in shown):
                return " ".join(kept[:size])
    return None


_LEGAL = frozenset(
    fold("جميع كافة كل الحقوق حقوق الطبع والنشر النشر محفوظة لدى ل © هذه هذا صفحة نص copyright rights").split()
)


def _name_sites(looks: list[Look], sites: set[str], known: set[str]) -> None:
    """A line that is the site's name, or a masthead with today's date, is the page's frame.

    A name that only the address tells (`known`) is no frame where it stands as a byline: agencies credit themselves.
    """
    lead = next((at for at, look in enumerate(looks) if look.kind == "sentence"), len(looks))
    for at, look in enumerate(looks):
        if look.kind not in ("title", "byline") or look.line.hint == "headline":
            continue
        key = name_key(look.line.text) if look.count <= _NAME_WORDS else ""
        if key in sites or (key in known and look.kind == "title"):
            looks[at] = replace(look, kind="furniture", reason="the site's name")
        elif at < min(lead, _TOP) and look.kind == "title" and look.first in _KINDS:
            dates = written_dates(look.line.text[:200])
            if any(written.weekday is not None for written in dates):
                looks[at] = replace(look, kind="furniture", reason="a masthead with its date")


def _name_pictures(looks: list[Look]) -> None:
    """A title that ends in a bracket is a picture's text where the page shows whom it names, or writes the line twice.

    The agency may be unknown: the page names it elsewhere («قال لوكالة ضفاف»), or the same line stands twice in a row,
    as pictures' texts do.
    """
    brackets = {
        at: inner for at, look in enumerate(looks) if look.kind == "title" and (inner := tail_bracket(look.line.text))
    }
    if not brackets:
        return
    said = {name for look in looks for name in _said(look.line.text)}
    kept = {at: name_key(inner) for at, inner in brackets.items() if name_key(inner) not in _HOLDS}
    ends: dict[str, set[str]] = {}
    for at, key in kept.items():
        ends.setdefault(key, set()).add(looks[at].key)
    for at, key in kept.items():
        look = looks[at]
        twice = any(0 <= near < len(looks) and looks[near].key == look.key for near in (at - 1, at + 1))
        parts = {name_key(part) for part in re.split(r"[-–—/،,]", brackets[at])}
        if look.line.hint != "headline" and look.count > 3 and (twice or parts & said or len(ends[key]) > 1):
            looks[at] = replace(look, kind="caption", reason=f"ends in the credit {brackets[at]}")


def _said(text: str) -> Iterator[str]:
    """Yield the keys of the one and two words after a word for an agency or paper."""
    for match in _SAID_AGENCY.finditer(text[:4_000]):
        words = match.group(1).split()
        for size in (1, 2):
            if len(words) >= size:
                yield name_key(" ".join(words[:size]))


def _name_kickers(looks: list[Look]) -> None:
    """A few words and a colon with the headline on the next line, above all text: «مسؤول في منظمة الموانئ:»."""
    for at, look in enumerate(looks[:-1]):
        if look.kind != "sentence":
            continue
        if look.count > _KICKER_WORDS or not look.line.text.endswith(":") or looks[at + 1].kind != "title":
            return
        looks[at] = replace(look, kind="title", reason="words before the headline")


def _name_authors(looks: list[Look], sites: set[str]) -> None:
    """A short line that a byline of the page names is a byline too, above the headline as below the text.

    So is the site's name with a person's after a colon («النيل الأزرق: …»).
    """
    names = {name for look in looks if look.kind == "byline" for name in _named(look)}
    for at, look in enumerate(looks):
        beside = look.kind == "caption" and look.reason == BESIDE_PICTURE
        if (look.kind == "title" or beside) and look.count <= _NAME_WORDS and _bare(look) in names:
            looks[at] = replace(look, kind="byline", reason="names the author again")
            continue
        before, colon, after = look.line.text.partition(":")
        named = tuple(name_key(after).split()) if colon and look.kind == "title" else ()
        if 2 <= len(named) <= _NAME_WORDS and name_key(before) in sites and may_be_name(named):
            looks[at] = replace(look, kind="byline", reason="names the site and an author")


def _name_replies(looks: list[Look]) -> None:
    """The numbered posts of a forum's thread («#2» and on, below «#1») are readers' comments to the first."""
    numbers = {at: int(match.group(1)) for at, look in enumerate(looks) if (match := _POST.match(look.line.text[:12]))}
    if {1, 2} <= set(numbers.values()):
        for at, number in numbers.items():
            if number > 1:
                looks[at] = replace(looks[at], kind="comments", reason="a reply in a thread")


def _named(look: Look) -> set[str]:
    """Return the names that a byline gives, also those of two authors joined by و."""
    bare = _bare(look)
    parts = re.split(r"\s+و(?=\w{3})", bare)
    return {name for name in (bare, *(part for part in parts if " " in part)) if name}


def _name_places(looks: list[Look], sites: set[str]) -> None:
    """A place and the outlet in its marks («بيروت: «الضفاف»», «الضفاف» (بيروت)) are a byline where the page knows it.

    It does where the outlet is the site, or where the page names it elsewhere in such a line or as an agency. Then a
    picture's text that ends in it in brackets is no byline.
    """
    lines = [(at, match.group(1)) for at, look in enumerate(looks) if (match := _PLACED.match(look.line.text[:80]))]
    if not lines:
        return
    said = Counter(name_key(name) for name in {looks[at].key: name for at, name in lines}.values())
    told = {name for look in looks for name in _said(look.line.text)}
    ends = {name_key(inner) for look in looks if (inner := tail_bracket(look.line.text))}
    ours = {key for key in said if said[key] > 1 or key in sites or key in told or key in ends}
    for at, name in lines:
        if looks[at].kind in ("title", "caption") and name_key(name) in ours:
            looks[at] = replace(looks[at], kind="byline", reason="a place and the outlet")
    for at, look in enumerate(looks):
        inner = tail_bracket(look.line.text) if look.kind == "byline" and look.count > _NAME_WORDS else None
        if inner and name_key(inner) in ours:
            looks[at] = replace(look, kind="caption", reason=f"ends in the credit {inner}")


def _bare(look: Look) -> str:
    text = look.line.text if look.rest is None else look.line.text[look.rest.start - look.line.span.start :]
    words = [word for word in name_key(text).split() if len(word) > 1]
    return " ".join(words) if len(words) > 1 else ""
