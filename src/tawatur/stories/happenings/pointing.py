"""Pointing: words that name nobody and mean whoever was named just before («الدولتان», «الزعيمان», «هذا البلد»)."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Name, Reading, Span
from tawatur.text.fold import fold
from tawatur.text.words import cuts, find_words

# How many sentences back such words reach.
_SENTENCES_BACK = 3

CountryOf = Callable[[Name], str | None]


def is_called(between: str, words: ToldWords) -> bool:
    """Tell whether the words before a name introduce it as the name of whoever is described («… تطلق على نفسها»)."""
    folded = " ".join(fold(between).strip(" \n\t«»\"“”'()").split())
    return any(folded == called or folded.endswith(f" {called}") for called in words.called)


def only_sorts(between: str, words: ToldWords) -> bool:
    """Tell whether the words before a name only say what sort of body it is («تنظيم «…»»)."""
    norms = [word.norm for word in find_words(between) if word.kind == "word"]
    return bool(norms) and all(any(cut.form in words.sorts for cut in cuts(norm)) for norm in norms)


def pointed_at(
    reading: Reading, span: Span, names: list[Name], country: CountryOf, words: ToldWords
) -> tuple[Name, ...]:
    """Return the names last told before a span whose words mean them; empty where the words name or mean nobody known.

    `country` gives the code of a name that is a whole country, and the own country of a person. Two countries are
    meant by «الدولتان», two people by «الزعيمان», one country by «هذا البلد»: not the one whose leader goes there.
    """
    norms = [word.norm for word in find_words(reading.article.text, span) if word.kind == "word"][:2]
    heads = {cut.form for norm in norms for cut in cuts(norm)}
    before = _named_before(reading, span, names)
    if heads & words.two_countries:
        return _last_two([name for name in before if name.type == "GPE" and country(name)], country)
    if heads & words.two_people:
        return _last_two([name for name in before if name.type == "PER"], lambda name: name.entity)
    if heads & words.one_country:
        own = next((country(name) for name in before if name.type == "PER"), None)
        found = [name for name in before if name.type == "GPE" and country(name) and country(name) != own]
        return tuple(found[:1])
    return ()


def _named_before(reading: Reading, span: Span, names: list[Name]) -> list[Name]:
    """Return the names before a span, the nearest first, no further back than a few sentences."""
    here = next((s.index for s in reading.sentences if s.span.start <= span.start < s.span.end), 0)
    first = next((s.span.start for s in reading.sentences if s.index >= here - _SENTENCES_BACK), 0)
    return [name for name in reversed(names) if first <= name.span.start and name.span.end <= span.start]


def _last_two(found: list[Name], key: CountryOf) -> tuple[Name, ...]:
    """Return the two that were named last, if exactly two are named in the stretch that names them."""
    two: dict[str, Name] = {}
    for name in found:
        known = key(name)
        if known is not None:
            two.setdefault(known, name)
    return tuple(two.values()) if len(two) == 2 else ()
