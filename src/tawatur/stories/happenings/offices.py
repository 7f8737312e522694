"""Offices: which post a wording names, so that a foreign minister is never taken for his head of state."""

from __future__ import annotations

from functools import lru_cache

from tawatur.lexicon.told_words import ToldWords
from tawatur.text.words import find_words, without_article

_POST_WITHIN = 4


@lru_cache(maxsize=1 << 14)
def office_of(words: str, told: ToldWords) -> str | None:
    """Return the post that a wording names («وزير الخارجية الروسي»: "minister:خارجيه"), or None where it tells none.

    The post is that of whoever is meant: a former minister and a minister's deputy hold none.
    """
    norms = [without_article(word.norm) for word in find_words(words) if word.kind == "word"]
    if any(norm in told.otherwise for norm in norms[:_POST_WITHIN]):
        return None
    for at, norm in enumerate(norms[:_POST_WITHIN]):
        following = norms[at + 1] if at + 1 < len(norms) else ""
        if norm in told.ministers:
            return f"minister:{following}" if following else None
        if norm in told.chiefs or norm in told.heads:
            if following in told.cabinet:
                return "premier"
            return f"chief:{following}" if following in told.headed else "head"
        if norm in told.posts:
            return told.posts[norm]
    return None


def shared_post(words: str, told: ToldWords) -> str | None:
    """Return a wording of several holders of one post put into the singular: «وزيرا خارجية روسيا» → «وزير خارجية»."""
    found = [word for word in find_words(words) if word.kind == "word"]
    if not found or (one := told.one_of.get(found[0].norm)) is None:
        return None
    middle = found[1].text if len(found) > 2 else ""
    return f"{one} {middle}".strip()
