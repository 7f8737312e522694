"""Which line is an article's headline, and by what a page shows that an article begins at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tawatur.split.looks import Look, shows_picture
from tawatur.split.overlap import share_of

# Lines that may stand between a headline and the first paragraph, or inside a body.
_HEADER = frozenset({"caption", "byline", "date", "furniture", "topic", "number"})
# How far above the first paragraph a headline is looked for: two headlines, captions twice, date, byline, share bar.
_WINDOW = 24
# Points that each line between a title and the paragraph costs the title, below a page's frame and below pointers.
_FAR, _NEAR = 0.02, 0.2
# Points for a title that stands there again, and for one that stands twice in a row.
_AGAIN, _TWICE = 2.0, 0.5


def find_headline(
    looks: Sequence[Look], floor: int, lead: int, repeats: Counter[str], *, pointed: bool = False
) -> int | None:
    """Return the first place of the headline above a first paragraph, or None where no title stands there.

    `pointed` says that pointers to other articles stand above: then what is nearer is much likelier the headline.
    """
    best, found = 0.0, None
    # No headline stands above a paragraph of something else.
    floor = max([floor, *(i + 1 for i in range(max(floor, lead - _WINDOW), lead) if looks[i].kind == "sentence")])
    body = [word for look in looks[lead : lead + 3] for word in look.words]
    for index in range(max(floor, lead - _WINDOW), lead):
        look = looks[index]
        if look.kind != "title" and look.line.hint != "headline":
            continue
        if look.line.hint in ("furniture", "teaser", "section", "keywords"):
            continue
        again = any(other.key == look.key for other in looks[index + 2 : lead])
        # Twice in a row stand the texts of pictures; headlines have something between, or are all there is.
        twice = not again and index + 1 < lead and looks[index + 1].key == look.key
        points = 3 * share_of(look.words, body) + (_AGAIN if again else _TWICE if twice else 0.0)
        points += 5.0 if look.line.hint == "headline" else 0.0
        points += (
            min(look.count, 6) / 3 - (lead - index) * (_NEAR if pointed else _FAR) + _beside(looks, floor, index, lead)
        )
        if points > best + 1e-9:
            best, found = points, index
    if found is not None and not pointed:
        found = _first_of_two(looks, floor, found, body)
    # A name, a place or a label of one or two words is no headline unless it is repeated or marked up as one.
    if found is not None and best < 1.0:
        return None
    return found


def _first_of_two(looks: Sequence[Look], floor: int, found: int, body: Sequence[str]) -> int:
    """Return the upper of two titles that stand together: the lower is a second headline, or the upper a kicker."""
    above = looks[found - 1] if found > floor else None
    if above is None or above.kind != "title" or above.count < 5 or above.line.hint or looks[found].line.hint:
        return found
    told = share_of(above.words, body) >= 0.5 * share_of(looks[found].words, body)
    return found - 1 if told and above.count >= 0.8 * looks[found].count else found


def _beside(looks: Sequence[Look], floor: int, index: int, lead: int) -> float:
    """Weigh a title as a headline by its neighbours: date, byline and picture stand below a headline, not above it."""
    own = {"date", "byline", "caption"}
    below = bool(own & kinds(looks, index + 1, lead))
    above = bool(own & kinds(looks, floor, index))
    hinted = looks[index].line.hint in ("caption", "byline", "date", "subhead")
    return 1.0 * below - 1.0 * above - 3.0 * hinted - 1.0 * (shows_picture(looks[index].words) and above)


def is_announced(looks: Sequence[Look], at: int, repeats: Counter[str]) -> bool:
    """Tell whether an article visibly starts at a line: its title is repeated after captions alone or «TT»."""
    look = looks[at]
    if look.line.hint == "headline" and (at == 0 or looks[at - 1].key != look.key) and look.count > 2:
        return True
    if look.kind != "title" or look.count < 3 or repeats[look.key] < 2:
        return False
    for inner in range(at + 1, min(at + 10, len(looks))):
        other = looks[inner]
        if other.key == look.key:
            between = looks[at + 1 : inner]
            # One picture line with a section's name between two equal titles is the first card of a list of pointers.
            plain = [line for line in between if line.kind == "caption" and not line.topic]
            return len(plain) >= 2 or any(line.key == "tt" or line.kind == "date" for line in between)
        if other.kind not in _HEADER and repeats[other.key] < 2:
            return False
    return False


def kinds(looks: Sequence[Look], start: int, end: int) -> set[str]:
    return {look.kind for look in looks[start:end]}


def title_above(looks: Sequence[Look], floor: int, lead: int) -> int | None:
    for index in range(lead - 1, max(floor, lead - _WINDOW) - 1, -1):
        if looks[index].kind == "title":
            return index
        if looks[index].kind not in _HEADER:
            return None
    return None


def is_dated_start(looks: Sequence[Look], at: int) -> bool:
    """Tell whether a title, its own date line and then paragraphs stand here: another article set below the first."""
    if looks[at].kind != "title" or looks[at].count < 4:
        return False
    lead = next((i for i in range(at + 1, min(at + 6, len(looks))) if looks[i].kind == "sentence"), None)
    if lead is None or "date" not in kinds(looks, at + 1, lead):
        return False
    return share_of(looks[at].words, looks[lead].words) >= 0.34
