"""Words of kinds: what the words around an event say of whether one thing, any of a kind, or several are told."""

from __future__ import annotations

from itertools import pairwise

from tawatur.lexicon.join_words import forms
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span
from tawatur.text.number_words import number_terms
from tawatur.text.words import cuts, find_words

# Pronouns that a plural may carry.
_PRONOUNS = ("ها", "هم", "ه", "نا")
# A word of so few letters ends in «ات» by its root («مات», «بات»).
_ROOT_LETTERS = 3
_SERIES = ["سلسله", "من"]
_POINTERS = frozenset({"هذا", "هذه", "تلك", "ذلك"})
# Words before a trigger among which somebody came to a meeting («حضر اللقاء», «كما حضر الاجتماع»).
_CAME_WITHIN = 2
# Words behind a verb among which it is told to be a next step («زار الوزير عقب ذلك المستشفى»).
_STEP_BEHIND = 8


def is_talks(trigger: str, told: ToldWords) -> bool:
    """Tell whether a folded trigger is one of talks, whose plural is of one meeting («محادثات»)."""
    return any(form in told.talks for form in forms(trigger))


def is_any_of(reading: Reading, event: Event, scope: Span, told: ToldWords) -> bool:
    """Tell whether the words before an event say that any of its kind is meant («مثل هذا الاجتماع», «أي هجوم»)."""
    norms = _before(reading, event, scope)
    if norms[-2:] == _SERIES:
        return True
    if norms and norms[-1] in _POINTERS:
        return len(norms) > 1 and norms[-2].removeprefix("و") in told.any_of
    return bool(norms) and norms[-1].removeprefix("و") in told.any_of


def count_before(reading: Reading, event: Event, scope: Span) -> float:
    """Return the number right before an event's noun («سبع ضربات», «17 ضربة»), 1 where it cannot be told, else 0."""
    before = Span(scope.start, max(scope.start, event.trigger.start))
    last = next(reversed(list(find_words(reading.article.text, before))), None)
    if last is None or not (last.kind == "number" or _is_exact(last.norm)):
        return 0.0
    figure = next((figure for figure in reading.figures if figure.span.meets(last.span)), None)
    value = figure.value if figure is not None else 1.0
    return float(value[1] if isinstance(value, tuple) else value) or 1.0


def _is_exact(norm: str) -> bool:
    return any(term.place not in ("vague", "few", "half", "eleven") for term in number_terms(norm))


def is_attended(reading: Reading, event: Event, scope: Span, told: ToldWords) -> bool:
    """Tell whether a sentence tells who came to a meeting («حضر اللقاء الوزير»), not between whom it was."""
    norms = _before(reading, event, scope)[-_CAME_WITHIN:]
    return any(norm.removeprefix("و") in told.attending for norm in norms)


def is_next_step(reading: Reading, event: Event, scope: Span, told: ToldWords) -> bool:
    """Tell whether words before an event in its sentence say that it came next («زار عقب ذلك», «كما اجتمع»)."""
    norms = [norm.removeprefix("و") for norm in _before(reading, event, scope)]
    behind = [w.norm for w in find_words(reading.article.text, Span(event.trigger.end, scope.end)) if w.kind == "word"]
    every = [*norms, *behind[:_STEP_BEHIND]]
    pairs = (" ".join(pair) for pair in pairwise(every))
    return norms[:1] == ["كما"] or any(words in told.afterwards for words in (*every, *pairs))


def sums_up_several(reading: Reading, sentence: Span, told: ToldWords, several: frozenset[str]) -> bool:
    """Tell whether a sentence sums up several incidents («في حوادث متفرقة», «في عدد من المدن»)."""
    norms = [word.norm for word in find_words(reading.article.text, sentence) if word.kind == "word"]
    if any(norm.removeprefix("و").removeprefix("ب") in several for norm in norms):
        return True
    return any(
        norm in told.several_places and any(w.removeprefix("ب") in told.some_of for w in norms[max(0, at - 2) : at])
        for at, norm in enumerate(norms)
    )


def _before(reading: Reading, event: Event, scope: Span) -> list[str]:
    before = Span(scope.start, max(scope.start, event.trigger.start))
    return [word.norm for word in find_words(reading.article.text, before) if word.kind == "word"]


def is_definite(trigger: str, told: ToldWords) -> bool:
    """Tell whether a trigger is a noun that points back: with the article («للهجوم»), or with a pronoun («زيارته»).

    «المعتقلين» are people, who may be others than those told of; the verb «التقى» has no article.
    """
    if trigger.endswith(("ين", "ون")) or trigger.removeprefix("و") in told.no_article:
        return False
    return any(cut.form.startswith("ال") for cut in cuts(trigger)) or trigger.endswith(("ته", "تها", "هما", "تهم"))


def is_plural(trigger: str, told: ToldWords) -> bool:
    """Tell whether a folded trigger is a plural of deeds («هجمات», «غاراتها», «معارك»), not of talks («محادثات»)."""
    if is_talks(trigger, told):
        return False
    bare = next((trigger.removesuffix(end) for end in _PRONOUNS if trigger.endswith("ات" + end)), trigger)
    ends = bare.endswith("ات") and len(bare.removeprefix("و")) > _ROOT_LETTERS
    return ends or any(cut.form.removeprefix("ال") in told.plurals for cut in cuts(bare))
