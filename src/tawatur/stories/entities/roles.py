"""Roles: whether what two articles say of a person speaks for one person or against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.model import EntityRole
from tawatur.text.fold import fold
from tawatur.text.words import without_article

# Fields that are not parted from each other: a general becomes president.
_TOGETHER = {"force": "state"}


def role_fields(roles: Iterable[EntityRole], fields: Mapping[str, str]) -> frozenset[str]:
    """Return the fields of life («sport», «art», «state») that the first word of each role belongs to."""
    found: set[str] = set()
    for role in roles:
        for word in fold(role.text).split():
            field = fields.get(without_article(word))
            if field is not None:
                found.add(_TOGETHER.get(field, field))
                break
    return frozenset(found)


def role_words(role: EntityRole) -> frozenset[str]:
    """Return a role's folded words without their articles."""
    return frozenset(without_article(word) for word in fold(role.text).split())


def same_role(roles: Iterable[EntityRole], others: Iterable[EntityRole]) -> str | None:
    """Return a role that both have in the same words and not of different countries, or None.

    One word alone («الوزير») is no role that tells a person.
    """
    known = [(role_words(role), role.country) for role in others]
    for role in roles:
        words = role_words(role)
        for other_words, country in known:
            agree = role.country is None or country is None or role.country == country
            if words == other_words and agree and (len(words) > 1 or role.country is not None):
                return role.text
    return None
