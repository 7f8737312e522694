"""Measures: what the figures of an event count (killed, wounded, detained, containers …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Anchor, Event, Figure, Measure, Reading, Span
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.stories.wording import begins_with_and, stem
from tawatur.text.words import Word, find_words

# How many words before a figure may tell what it counts («مقتل ما لا يقل عن أربعة عشر مدنيا»), and how many after its
# counted noun («14 شخصا قُتلوا»).
_BEFORE, _AFTER = 6, 3
# Code points between a trigger and a figure that it leads when the event coder names none.
_LED = 40
# Events of which figures tell a toll.
_WITH_TOLLS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
# Words behind «بينهم» in which further parts may be listed.
_LISTED = 8
# Words behind a figure that may tell how badly those counted are hurt.
_GRADED = 3
# Words before a figure among which those counted are taken somewhere.
_MOVED_WITHIN = 5
# Words of a group («أفراد طاقمه») behind which «و» may go on to somebody else.
_GROUP = 3
# Numbers that begin with the letter of «و».
_WAW = frozenset({"واحد", "واحده"})
# «ستة منهم»: of those that were counted before; words from the figure's first among which it stands.
_THEM, _THEM_WITHIN = frozenset({"منهم", "منها", "منهن"}), 3
# Endings of words for somebody's people («جيرانها», «أقاربهم»), and letters of words too short for it.
_THEIRS, _SHORT = ("ها", "هم", "هما", "نا"), 4
_CLAUSE_ENDS = frozenset(".؟!:؛()")
_JOINED = frozenset({"و", "،", ","})


def read_measures(reading: Reading, event: Event, lexicon: JoinLexicon) -> tuple[Measure, ...]:
    """Return the measures of an event: its figures, and those inside its participants' words («4 أشخاص»).

    A figure that is said to be part of another («بينهم ثلاثة أطفال») is none: parts of a whole are not set beside it.
    """
    found: list[Measure] = []
    for figure in _figures(reading, event):
        sentence = next((s.span for s in reading.sentences if s.span.meets(figure.span)), None)
        if sentence is None:
            continue
        before = tuple(find_words(reading.article.text, Span(sentence.start, figure.span.start)))
        after = tuple(find_words(reading.article.text, Span(figure.span.end, sentence.end)))
        if (
            is_part(before, lexicon)
            or is_further(after, lexicon)
            or _some_hurt(reading.article.text, figure, after, lexicon)
        ):
            continue
        if is_and_others(reading.article.text, figure, before, after, lexicon):
            continue
        if is_listed(reading.article.text, figure, after, lexicon):
            continue
        if is_of_those_counted(reading, sentence, figure):
            continue
        what = what_of(figure, before, after, lexicon)
        if what is not None:
            anchor = Anchor.of(reading.article.id, reading.article.text, figure.span)
            found.append(Measure(what, figure.value, figure.comparator, figure.unit, anchor))
    return tuple(found)


def _figures(reading: Reading, event: Event) -> Iterator[Figure]:
    slots = (*event.actors, *event.recipients)
    own = [
        figure
        for index, figure in enumerate(reading.figures)
        if index in event.figures or any(span.meets(figure.span) for span in slots)
    ]
    yield from own or (_led(reading, event) if event.type in _WITH_TOLLS else ())


def _led(reading: Reading, event: Event) -> Iterator[Figure]:
    """Yield the figures that follow an event's trigger before any other event («مقتل ما لا يقل عن 14 مدنيا»)."""
    sentence = sentence_of(reading, event)
    after = [e.trigger.start for e in reading.events if sentence.end > e.trigger.start > event.trigger.start]
    end = min([*after, sentence.end])
    for figure in reading.figures:
        between = Span(event.trigger.end, figure.span.start)
        if event.trigger.end <= figure.span.start and figure.span.end <= end and between.end - between.start <= _LED:
            yield figure


def is_further(after: tuple[Word, ...], lexicon: JoinLexicon) -> bool:
    """Tell whether a figure counts further ones («أربع طائرات إضافية») or those of one grade.

    A grade stands right behind («3 إصابات متوسطة») or a few words on («شخص بجروح خطيرة»).
    """
    if after and after[0].norm in lexicon.telling["further"]:
        return True
    for word in after[:_GRADED]:
        if word.kind != "word" or word.norm.startswith("و"):
            break
        if word.norm in lexicon.telling["grade"]:
            return True
    return False


def is_part(before: tuple[Word, ...], lexicon: JoinLexicon) -> bool:
    """Tell whether words before a figure make it a part («بينهم ثلاثة أطفال», «بينهم 15 قتيلا و40 جريحا»)."""
    near = [word.norm for word in before[-3:] if word.kind == "word"]
    if any(_parts_off(norm, lexicon) for norm in near):
        return True
    joined = bool(before) and (before[-1].norm == "و" or before[-1].kind == "number")
    listed = [word.norm for word in before[-_LISTED:]]
    return joined and not _CLAUSE_ENDS & set(listed) and any(_parts_off(norm, lexicon) for norm in listed)


def _parts_off(norm: str, lexicon: JoinLexicon) -> bool:
    return any(form in lexicon.parts for form in (norm, norm.removeprefix("و"), norm.removeprefix("من")))


def died_of_it(before: Sequence[Word]) -> bool:
    """Tell whether a figure only tells why the toll rose («بعد وفاة اثنين من الجرحى», «بعد انتشال 5 جثث»)."""
    norms = [word.norm for word in before[-2:]]
    if norms[-1:] == ["علي"]:
        norms = [word.norm for word in before[-3:-1]]
    return (
        len(norms) == 2
        and norms[0] in ("بعد", "اثر", "عقب")
        and norms[1] in ("وفاه", "موت", "مقتل", "انتشال", "العثور")
    )


def did_something(figure: Figure, after: Sequence[Word], lexicon: JoinLexicon) -> bool:
    """Tell whether those hurt or held that a figure counts did something («12 مصابا رفعوا شكوى»): some of them."""
    unit = next((w.norm for w in find_words(figure.unit or "") if w.kind == "word"), None)
    if unit is None or not after or after[0].kind != "word" or not after[0].norm.endswith("وا"):
        return False
    norm, known = after[0].norm, lexicon.counts
    if norm in known.whole or any(form in known.deeds for form in forms(norm)):
        return False
    return any(form in known.nouns for form in forms(unit))


def are_some_hurt(
    text: str, figure: Figure, before: Sequence[Word], after: Sequence[Word], lexicon: JoinLexicon
) -> bool:
    """Tell whether those of the hurt are counted who were taken somewhere («نقل 17 مصابا», «المصابين الـ27 الذين»)."""
    known = lexicon.counts
    norms = [word.norm for word in before if word.kind == "word"][-_MOVED_WITHIN:]
    if any(form in known.moved for norm in norms for form in forms(norm)):
        return True
    own = [word.norm for word in find_words(text, figure.span)]
    next_ = next((word.norm for word in after if word.kind == "word"), "")
    return bool(own) and own[0].startswith("ال") and next_ in known.which


def is_listed(text: str, figure: Figure, after: tuple[Word, ...], lexicon: JoinLexicon) -> bool:
    """Tell whether a figure counts some in a list of people («ثلاثة من أفراد طاقمه وطباخ له»): no count of all."""
    own = list(find_words(text, figure.span))
    words = [*own, *after]
    than = lexicon.telling["than"]
    of = (n for n, w in enumerate(words[: len(own) + 1]) if w.norm == "من" and not (n and words[n - 1].norm in than))
    at = next(of, None)
    if at is None:
        return False
    for word in words[at + 2 : at + 2 + _GROUP]:
        if word.kind != "word":
            return False
        if begins_with_and(word.norm):
            # «… وأصيب ثالث» goes on with another deed, not with somebody else.
            return not any(form in lexicon.contexts or form in lexicon.units for form in forms(word.norm[1:]))
    return False


def is_ambiguous_dual(text: str, figure: Figure) -> bool:
    """Tell whether a figure is one definite word in «ين», two or more people («المجندين»)."""
    words = [word.norm for word in find_words(text, figure.span)]
    return figure.value == 2 and len(words) == 1 and words[0].startswith("ال") and words[0].endswith("ين")


def is_of_those_counted(reading: Reading, sentence: Span, figure: Figure) -> bool:
    """Tell whether a figure is of those that its sentence has counted before («أحد عشر قتيلا، ستة منهم مدنيون»)."""
    text = reading.article.text
    words = [word.norm for word in find_words(text, Span(figure.span.start, sentence.end))][:_THEM_WITHIN]
    if not _THEM & set(words):
        return False
    return any(sentence.holds(other.span) and other.span.end <= figure.span.start for other in reading.figures)


def is_some_of(text: str, figure: Figure, after: tuple[Word, ...], lexicon: JoinLexicon) -> bool:
    """Tell whether a figure is of some of a known number («ثلاثة من المصابين», but not «أكثر من 50 شخصا»)."""
    words = [word.norm for word in find_words(text, figure.span)]
    than = lexicon.telling["than"]
    partly = any(word == "من" and before not in than for before, word in pairwise(words))
    if partly or len(after) < 2 or after[0].norm != "من":
        return partly
    # «اثنين من جرحى القصف».
    if are_somebodys(after[1].norm, lexicon):
        return True
    return after[1].norm.startswith("ال") or any(form in lexicon.units for form in forms(after[1].norm))


def are_somebodys(norm: str, lexicon: JoinLexicon) -> bool:
    """Tell whether a word is for people of somebody («جيرانها», «أقاربه»), and of no side («جنوده»)."""
    if not norm.endswith(_THEIRS) or len(norm) <= _SHORT or norm.startswith("ال"):
        return False
    return not any(form in lexicon.counts.sorts for form in forms(norm))


def _some_hurt(text: str, figure: Figure, after: tuple[Word, ...], lexicon: JoinLexicon) -> bool:
    """Tell whether a figure is of some of the hurt («32 من الجرحى», «اثنين من جرحى القصف»), not «14 من الجنود»."""
    words = [*(word.norm for word in find_words(text, figure.span)), *(word.norm for word in after[:2])]
    than = lexicon.telling["than"]
    partly = (words[n + 1] for n in range(1, len(words) - 1) if words[n] == "من" and words[n - 1] not in than)
    return any(form in lexicon.units for norm in partly for form in forms(norm))


def is_and_others(
    text: str, figure: Figure, before: tuple[Word, ...], after: tuple[Word, ...], lexicon: JoinLexicon
) -> bool:
    """Tell whether a figure counts those beside somebody told of before it («قتل القائد و21 آخرون»): no count of all.

    «قتل شخصان وأصيب سبعة آخرون» counts all that were wounded.
    """
    words = [word.norm for word in find_words(text, figure.span) if word.kind == "word"]
    if not lexicon.telling["others"] & {*words, *(word.norm for word in after[:1])}:
        return False
    roles = [role for word in before if (role := _role(word.norm, lexicon))]
    if len(roles) > 1 and roles[-1] in roles[:-1]:
        # «قتل المهاجم، ولقي اثنان آخران حتفهم».
        return True
    joined = text[max(0, figure.span.start - 1) : figure.span.start] == "و" or (
        bool(words) and words[0].startswith("و") and words[0] not in _WAW
    )
    return joined and not (before and _role(before[-1].norm, lexicon))


def what_of(figure: Figure, before: tuple[Word, ...], after: tuple[Word, ...], lexicon: JoinLexicon) -> str | None:
    """Return what a figure counts («killed», or the stem of its noun), None where nothing tells."""
    unit_words = [word.norm for word in find_words(figure.unit or "") if word.kind == "word"]
    for norm in unit_words:
        for form in forms(norm):
            if form in lexicon.units:
                return lexicon.units[form]
    things = any(form in lexicon.things for norm in unit_words[:1] for form in forms(norm))
    role = None if things else _context(before, after, lexicon)
    if role is not None:
        return role
    if not unit_words:
        return figure.unit
    return None if any(form in lexicon.people for form in forms(unit_words[0])) else stem(unit_words[0])


def _context(before: tuple[Word, ...], after: tuple[Word, ...], lexicon: JoinLexicon) -> str | None:
    """Return what the words beside a figure say of those counted: the verb behind it («14 شخصا قُتلوا») or before."""
    for word in after[:_AFTER]:
        if word.norm in _CLAUSE_ENDS or word.norm in _JOINED or word.norm.startswith("و"):
            break
        if word.norm.endswith("وا") and (role := _role(word.norm, lexicon)):
            return role
    for word in reversed(before[-_BEFORE:]):
        if word.norm in _CLAUSE_ENDS:
            break
        if role := _role(word.norm, lexicon):
            return role
    for word in after[:_AFTER]:
        # «ستة قتلى و13 جريحا»: what stands behind a conjunction belongs to the next figure.
        if word.norm in _CLAUSE_ENDS or word.norm in _JOINED or word.norm.startswith("و"):
            break
        if role := _role(word.norm, lexicon):
            return role
    return None


def _role(norm: str, lexicon: JoinLexicon) -> str | None:
    for form in forms(norm):
        if form in lexicon.contexts:
            return lexicon.contexts[form]
    return None


def population(measure: Measure, lexicon: JoinLexicon) -> str:
    """Return which people a measure counts: the stem of its noun, empty where it counts all («شخص», «قتيل»).

    Only measures of one population are comparable: soldiers killed and all killed are two things.
    """
    words = [word.norm for word in find_words(measure.unit or "") if word.kind == "word"]
    if not words or words[0] == "%":
        return measure.unit or ""
    known = any(form in lexicon.people or form in lexicon.units for form in forms(words[0]))
    return "" if known else stem(words[0])
