"""What tags, classes and ids say of the role of an element's words, by the English words that site builders use."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.model import Role


def names(listed: str) -> frozenset[str]:
    """Return the words of a list written with spaces."""
    return frozenset(listed.split())


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Boxes of the page's own frame: their classes tell of the whole page, not of a role.
FRAMES = frozenset({"body", "html", "main", "article"})
OWN = names("entry post article story news single details amp content item message")
_PICTURES = names("img image photo pic picture media")
_TEXTS = names("desc description text title credit credits alt info caption cap")
# Boxes around several blocks of different roles.
_WRAPPERS = names("outer wrapper wrap container group section list grid row")
# Parts of class names and ids, by the role they give; the first class that matches decides.
_FURNITURE = names(
    "nav navbar navigation menu breadcrumb breadcrumbs crumbs crumb share sharing social addthis sharethis footer "
    "cookie cookies consent gdpr newsletter subscribe subscription ad ads advert advertisement adspot banner "
    "login search toolbar comment comments disqus skip popup modal masthead logo copyright ticker "
    "pagination pager rating vote poll weather feedback survey donate audio disclaimer actions prayer currency "
    "foot ftr googlead adsense fontsize hits views lineup scoreboard terms reading readtime counter visitors online "
    "gotop totop signup"
)
# Inside a list of pointers only these are not pointers: boxes that ask the reader for something.
_ASKS = names(
    "login user search newsletter subscribe subscription poll weather cookie consent gdpr social share ad ads"
)
TEASERS = names(
    "related recommend recommended recommendation recommendations popular trending latest teaser "
    "teasers similar sidebar mostread mostviewed readmore readalso seealso alsoread outbrain taboola "
    "upnext suggested more also"
)
# Strong enough to be heard inside a page's footer or head.
_LISTED = names("related recommended popular trending latest mostread mostviewed suggested")
_WRITERS = names("author byline writer reporter authors submitted username")
_BY_CLASS: tuple[tuple[frozenset[str], Role], ...] = (
    (names("caption figcaption imgcaption cap legend"), "caption"),
    (names("kicker subheadline subhead strapline overline uptitle pretitle suptitle supertitle subtitle"), "subhead"),
    (_WRITERS, "byline"),
    (frozenset({"date", "time", "timestamp", "published", "publish", "pubdate", "datetime", "updated"}), "date"),
    (frozenset({"tags", "tag", "keywords", "keyword", "taglist", "labels"}), "keywords"),
    (frozenset({"source"}), "source"),
)
# The way through a site («td-crumb-container»): each step is a line, the last is often the article's title.
CRUMBS = names("breadcrumb breadcrumbs crumbs crumb")
_QUOTES = names("quote pullquote blockquote quotation")
_STEPS, _OF_POSTS = names("nav navigation"), names("post entry article posts")
_SPLIT_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PARTS = names("news main page site top sub inner entry post article read most box item list text title date body")
# Words that many run-together names end or begin with, and that no English word of a stylesheet ends in by chance.
_JOINED = (_FURNITURE | TEASERS | _PARTS | frozenset().union(*(known for known, _ in _BY_CLASS))) - names("ad ads time")
_LONGEST = max(map(len, _JOINED))
# «views-row», «views-field»: Drupal's lists, where «post-views» counts readers.
_OF_LISTS = names("row field element block exposed view")
_ARIA = names("navigation dialog alertdialog banner contentinfo search menu")


@lru_cache(maxsize=4096)
def name_parts(named: str) -> frozenset[str]:
    """Return the words that classes and ids are made of, lower-case: «td-post-title», «newsDate», «newstitle»."""
    found = {part.lower() for part in _SPLIT_NAME.findall(named[:300])}
    for part in tuple(found):
        found.update(_run_together(part))
    return frozenset(found)


def _run_together(part: str) -> tuple[str, ...]:
    """Return the two words of a name written as one («mainmenu»), or nothing."""
    # The longest first word wins: «newsletter» is no «news» and «letter».
    for size in range(min(len(part) - 1, _LONGEST), 0, -1):
        if part[:size] in _JOINED and part[size:] in _JOINED:
            return part[:size], part[size:]
    return ()


def zone_of(tag: str, parts: frozenset[str], aria: str, zone: Role | None, *, article: bool) -> Role | None:
    """Return the zone that an element opens, or None; it stands in `zone`, and in an article or not."""
    if zone == "teaser":
        return "furniture" if (parts & _ASKS and tag not in FRAMES) or tag == "form" else None
    if zone == "furniture":
        return "teaser" if parts & _LISTED and not article and tag not in FRAMES else None
    # Steps to the next and last article name these.
    if parts & _STEPS and (parts & _OF_POSTS or {"item", "navigation"} <= parts):
        return "teaser"
    if aria in _ARIA or tag in ("nav", "amp-sidebar") or (tag in ("header", "form", "footer") and not article):
        return "furniture"
    # The page's own frame carries all sorts of classes; only what is smaller than it is zoned by them.
    if tag in FRAMES or tag == "p":
        return None
    if parts & TEASERS and not parts & {"content", "body"}:
        return "teaser"
    # The foot of a post holds its author and keywords.
    # «item-nav» holds an article's date and number on some agencies' sites.
    told = parts & _FURNITURE - ({"nav"} if "item" in parts and "title" not in parts else frozenset())
    if "views" in told and parts & _OF_LISTS:
        told -= {"views"}
    if told and not ("footer" in told and parts & OWN and len(told) == 1):
        return "furniture"
    return "teaser" if tag == "aside" else None


def role_of(tag: str, parts: frozenset[str], hint: Role | None) -> Role | None:
    """Return the role that an element's tag and names give its words, or None; `hint` is the one it stands in."""
    if tag in FRAMES:
        return None
    if tag == "h1" or "headline" in parts or (tag in HEADINGS and "title" in parts and parts & OWN):
        return "headline"
    if tag == "figcaption":
        return "caption"
    if tag in ("blockquote", "cite") or parts & _QUOTES:
        return "body"
    if tag in HEADINGS and hint != "headline":
        # An opinion page heads its column with the writer's name.
        return "byline" if parts & _WRITERS else "subhead"
    if tag == "time":
        return "date"
    if parts & _PICTURES and parts & _TEXTS and not parts & _WRAPPERS:
        return "caption"
    if parts & _WRAPPERS:
        return None
    found = [role for known, role in _BY_CLASS if parts & known]
    # Blogger calls every line below a title a byline («byline post-labels», «byline post-timestamp»).
    if len(found) > 1 and found[0] == "byline" and parts & _WRITERS == {"byline"}:
        return found[1]
    return found[0] if found else None
