"""Publication dates: from markup, from lines of dates, from datelines, else inferred as an interval. Never "today"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Anchor, Article, Block, Page, Published, Span
from tawatur.split.dating.arrival import arrival_bounds, listed_day
from tawatur.split.dating.bounds import Bound, narrowed
from tawatur.split.dating.mentions import mention_bounds
from tawatur.split.dating.profiles import profile_bounds, profile_of
from tawatur.split.dating.written import Written, best_date, month_first, written_dates
from tawatur.split.metadata import Metadata, most_attested
from tawatur.text.prepared import prepare

# A dateline stands within the first words of a text.
_DATELINE_LETTERS = 90
# Paragraphs beyond these many characters of an article add no bound worth their time.
_READ_LETTERS = 20_000
_MONTH = 27
_STARTS_SENTENCE = ("في", "منذ", "بعد", "قبل", "خلال", "يوم", "كان")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page's frame says for all its articles: the day of a printed issue, and the day of fetching as bounds."""

    issue: Published | None
    fetched: tuple[Bound, ...]


def read_frame(page: Page, text: str, blocks: Sequence[Block], lexicons: Lexicons) -> Frame:
    """Read the dates of a page's mastheads, once for all its articles."""
    known = profile_of(page, None, lexicons.pages)
    arrival = arrival_bounds(page, known[1].east if known else None)
    return Frame(_from_issue(page, text, blocks), (*_mastheads(page, blocks), *arrival))


def date_article(
    page: Page, text: str, article: Article, mine: Sequence[Block], frame: Frame, lexicons: Lexicons, told: Metadata
) -> Published | None:
    """Return when an article was published, with the evidence, or None when nothing shows it.

    In order: the day that the input or the markup gives (for the page's first article), a date line of the article, a
    full date in the dateline of its first paragraph, the day of the feed that listed the page, else the interval that
    its own words and the time of fetching leave. What pointers and
    other articles on the page say of dates is not used: it bounds when the page was fetched.
    """
    if page.published and article.order == 0:
        return Published(page.published, page.published, "given")
    listed = listed_day(page) if article.order == 0 else None
    if told.published and article.order == 0:
        days = (*told.days, *([listed] if listed else []))
        return _from_markup(page, text, article, mine, lexicons, days)
    line = _from_lines(page, text, article, mine, lexicons) or _from_dateline(page, text, mine) or frame.issue
    if line and listed and line.first and not line.first <= listed[0] <= (line.last or line.first):
        return replace(line, reasons=(*line.reasons, f"but {listed[1]} as of {listed[0]}"))
    if line:
        return line
    if listed:
        return Published(listed[0], listed[0], "given", reasons=(listed[1],))
    return _inferred(page, article, mine, lexicons, frame.fetched)


def _from_markup(
    page: Page,
    text: str,
    article: Article,
    mine: Sequence[Block],
    lexicons: Lexicons,
    days: Sequence[tuple[date, str]],
) -> Published | None:
    """Return the day that most places of the markup give; where they disagree the line that readers see has a say."""
    if len({day for day, _ in days}) == 1:
        return Published(days[0][0], days[0][0], "markup", reasons=(days[0][1],))
    shown = _from_lines(page, text, article, mine, lexicons)
    found = most_attested(days, shown.day if shown else None)
    if found is None:
        return shown
    day, place = found
    others = tuple(f"but {other} gives {told_day}" for told_day, other in days if told_day != day)
    evidence = shown.evidence if shown and shown.day == day else ()
    return Published(day, day, "markup", evidence, (place, *others))


def _from_lines(page: Page, text: str, article: Article, mine: Sequence[Block], lexicons: Lexicons) -> Published | None:
    found: list[tuple[Written, Block]] = []
    begun = False
    for block in mine:
        begun = begun or block.role == "body"
        if block.role in ("date", "byline"):
            # A month alone below the first paragraph heads a list: it says of no text when it was published.
            found.extend(
                (written, block)
                for written in written_dates(block.text[:300])
                if not begun or written.label or (written.last - written.first).days < _MONTH
            )
    best = best_date([written for written, _ in found])
    if best is None:
        return None
    block = next(block for written, block in found if written.span == best.span)
    if best.numeric and best.weekday is None:
        best = best_date([replace(best, weekday=_weekday_inside(article, lexicons))]) or best
        known = profile_of(page, article, lexicons.pages)
        if best.numeric and best.weekday is None and known and known[1].month_first:
            best = month_first(best)
    return _published(page, text, block, best, "line")


def _weekday_inside(article: Article, lexicons: Lexicons) -> int | None:
    """Return the weekday of publication that an article fixes itself («اليوم (الجمعة)»), or None."""
    bounds = mention_bounds(article.id, prepare(article.text[:_READ_LETTERS]), lexicons)
    weekdays = {bound.weekday for bound in bounds if bound.weekday is not None}
    return weekdays.pop() if len(weekdays) == 1 else None


def _from_dateline(page: Page, text: str, mine: Sequence[Block]) -> Published | None:
    """Read a dateline such as «الخرطوم 08 صفر 1438 هـ الموافق 08 نوفمبر 2016 م»: a place, then a full date."""
    body = next((block for block in mine if block.role == "body"), None)
    if body is None:
        return None
    head = body.text[:_DATELINE_LETTERS]
    dates = written_dates(head)
    if not dates:
        return None
    before = [word for word in head[: dates[0].span.start].split() if any(char.isalpha() for char in word)]
    best = best_date(dates)
    if best is None or not 1 <= len(before) <= 4 or any(word.strip("(«") in _STARTS_SENTENCE for word in before):
        return None
    # The date ends the dateline: what follows is a mark, an agency or a bracket, and no verb is between.
    after = body.text[dates[-1].span.end :].lstrip(" مهـ")
    if after[:1] not in "-–—:/(،.":
        return None
    return _published(page, text, body, best, "dateline")


def _from_issue(page: Page, text: str, blocks: Sequence[Block]) -> Published | None:
    """Read the day of a printed issue («… 17 فبراير 2010م - العدد 4120»): its articles were published with it."""
    for block in blocks:
        if block.role == "furniture" and len(block.text) < _DATELINE_LETTERS and "العدد" in block.text:
            best = best_date(written_dates(block.text))
            if best:
                return _published(page, text, block, best, "line")
    return None


def _published(page: Page, text: str, block: Block, written: Written, basis: str) -> Published:
    start = block.span.start
    anchor = Anchor.of(page.id, text, Span(start + written.span.start, start + written.span.end))
    reasons = [f"{written.label} line" if written.label else "date line" if basis == "line" else "dateline"]
    if written.hijri:
        reasons.append("Islamic date, give or take a day")
    return Published(written.first, written.last, basis, (anchor,), tuple(reasons))


def _mastheads(page: Page, blocks: Sequence[Block]) -> list[Bound]:
    """A masthead's date is the day of fetching: nothing on the page was published after it."""
    found = []
    for block in blocks:
        if block.role != "furniture":
            continue
        best = best_date(written_dates(block.text)) if len(block.text) < _DATELINE_LETTERS else None
        if best and best.weekday is not None and not best.numeric:
            start = block.span.start
            anchor = Anchor(page.id, start + best.span.start, start + best.span.end, best.span.of(block.text))
            found.append(Bound(f"fetched on «{anchor.exact}»", anchor, last=best.last))
    return found


def _inferred(
    page: Page, article: Article, mine: Sequence[Block], lexicons: Lexicons, fetched: Sequence[Bound] = ()
) -> Published | None:
    bounds = [*fetched, *profile_bounds(profile_of(page, article, lexicons.pages))]
    cut = article.text[:_READ_LETTERS]
    bounds.extend(mention_bounds(article.id, prepare(cut), lexicons, article.title or ""))
    for block in mine:
        if block.role == "caption":
            bounds.extend(_of_caption(page, block))
    return narrowed(bounds)


def _of_caption(page: Page, block: Block) -> list[Bound]:
    """A picture is taken before it is published: a full date in its text bounds the article from below."""
    found = []
    for written in written_dates(block.text[-300:] if len(block.text) > 300 else block.text):
        if len(block.text) > 300 or written.hijri:
            continue
        start = block.span.start
        anchor = Anchor(page.id, start + written.span.start, start + written.span.end, written.span.of(block.text))
        found.append(Bound(f"a picture is dated «{anchor.exact}»", anchor, first=written.first))
    return found
