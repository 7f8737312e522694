"""What the profile of a known outlet says of the day of its pages; a page of another outlet is dated as before."""

from __future__ import annotations

from urllib.parse import urlsplit

from tawatur.lexicon.outlet_profiles import OutletProfile
from tawatur.lexicon.page_words import PageLexicon
from tawatur.model import Article, Page
from tawatur.split.dating.bounds import Bound


def profile_of(page: Page, article: Article | None, lexicon: PageLexicon) -> tuple[str, OutletProfile] | None:
    """Return the profile of an article's outlet (or the page's), by the page's address or the name given or read.

    A further article on a page may be another outlet's: only its own lines tell.
    """
    first = article is None or article.order == 0
    try:
        host = urlsplit(page.url or "").hostname if first else None
    except ValueError:
        host = None
    outlet = lexicon.outlets.of_host(host) if host else None
    name = (page.outlet if first else None) or (article.outlet if article else None)
    if outlet is None and name:
        outlet = lexicon.outlets.named(name, marked=True)
    profile = lexicon.profiles.get(outlet.key) if outlet else None
    return (outlet.spellings[0], profile) if outlet and profile else None


def profile_bounds(known: tuple[str, OutletProfile] | None) -> list[Bound]:
    """Return since when the outlet writes: none of its articles is older."""
    if known is None or known[1].since is None:
        return []
    name, profile = known
    return [Bound(f"«{name}» writes since {profile.since}", None, first=profile.since)]
