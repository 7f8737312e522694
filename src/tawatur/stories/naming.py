"""Naming: the title that a story goes by, one of its articles' own."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from tawatur.model import Article
from tawatur.stories.wording import rarity, stems

# A story's label when none of its articles has a title: so many code points of the first one's text.
_LABEL = 90
# A title is weighed by what the others' titles and openings tell: so many code points of each text.
_OPENING = 250
# Of two such titles the fuller says more («اعتقال المتورطين», «الداخلية: اعتقال المتورطين بتفجير …»), not by its
# mere length.
_LENGTH = 0.7


def central_title(articles: Sequence[Article], stop: frozenset[str]) -> str:
    """Return the title whose words the other titles and openings of a story tell most, the first of equals.

    `stop` are stems that tell nothing. A title that several outlets print in the same words speaks once.
    """
    titled = [article for article in articles if article.title]
    if not titled:
        return " ".join(articles[0].text[:_LABEL].split("\n")[0].split())
    words = {article.id: frozenset(stems(article.title or "", stop)) for article in titled}
    told: dict[frozenset[str], frozenset[str]] = {}
    for article in titled:
        told.setdefault(words[article.id], words[article.id].union(stems(article.text[:_OPENING], stop)))
    weights = rarity(told.values())

    def centrality(article: Article) -> tuple[float, str]:
        own = words[article.id]
        shared = sum(1 / weights[w] for title, other in told.items() if title != own for w in own & other)
        return (-shared / max(1, len(own)) ** _LENGTH, article.id)

    # Some sites write characters as references in their data («&#8220;»).
    return " ".join(unescape(min(titled, key=centrality).title or "").split())
