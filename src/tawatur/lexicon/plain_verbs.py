"""Verbs that name no event of their own, in the forms of the third person: where a clause begins is told by them."""

from __future__ import annotations

from tawatur.lexicon.event_forms import imperfect_forms, past_forms
from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold


def plain_verbs() -> dict[str, frozenset[str]]:
    """Return the folded forms of plain_verbs.tsv in two sets.

    "sure_verb" are those that are nothing else, "either_verb" those that are also other words («دخل», «تقدم»).
    """
    found: set[str] = set()
    either: set[str] = set()
    for past, imperfect, shared in read_table("plain_verbs.tsv", 3):
        found.update(item.form for item in past_forms(past) if not item.joins and not _like_accusative(item.form))
        found.update(item.form for item in imperfect_forms(imperfect) if not item.joins and item.form[:1] in "يتس")
        either.update(map(fold, shared.split()))
    return {"sure_verb": frozenset(found - either), "either_verb": frozenset(either)}


def _like_accusative(form: str) -> bool:
    """Tell whether a form looks like a noun in the accusative («عملا», «سببا»): the dual of the past does."""
    return form.endswith(("ا", "ن")) and not form.endswith("وا")
