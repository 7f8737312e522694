"""`tawatur watch`: follow feeds and read every new page once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.fetching import DEFAULT_PAUSE, Agent, AllowPrivate, Pause, Robots, fetching
from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, STOPPED, WRONG_USAGE, Database, give_up, opened, tell

if TYPE_CHECKING:
    from tawatur.fetch import Fetcher, FetchState, Polled
    from tawatur.ingest import Added
    from tawatur.pipeline import Knowledge
    from tawatur.store import SqliteStore

# Seconds of fetching after which feeds that are due are asked before the rest of the pages.
_ROUND = 300.0
# The longest sleep, in seconds: a clock that is set, or a machine that was asleep, is noticed after it.
_LONGEST_SLEEP = 60.0


def watch(
    feeds: Annotated[
        Path, typer.Argument(help="Feeds and sitemaps: OPML, or addresses line by line.", metavar="FEEDS")
    ],
    db: Database = DEFAULT_DATABASE,
    every: Annotated[float, typer.Option(help="Minutes between two looks at a feed.", min=1.0)] = 15.0,
    once: Annotated[bool, typer.Option("--once", help="Look once, read what is new, and end.")] = False,
    stories: Annotated[bool, typer.Option(help="Build the stories after each round with new pages.")] = True,
    pause: Pause = DEFAULT_PAUSE,
    agent: Agent = "",
    robots: Robots = True,
    allow_private: AllowPrivate = False,
) -> None:
    """Follow RSS, Atom and sitemaps, and bring every new page into the database, each once.

    Sites are asked politely: robots.txt, one request at a time, nothing that did not change. Stopped or killed, it goes
    on where it was; what is stored stays. Ends by Ctrl-C, or by itself with --once.

    Example: `tawatur watch feeds.opml --db news.db --every 30`
    """
    from tawatur.pipeline import load_knowledge

    given = _feeds(feeds)
    with opened(db, must_exist=False) as store, fetching(db, pause, agent, allow_private, robots) as (state, fetcher):
        state.put_feeds(given)
        knowledge = load_knowledge()
        try:
            while True:
                _round(store, state, fetcher, knowledge, every, once, stories)
                if once:
                    return
                _sleep(state, fetcher)
        except KeyboardInterrupt:
            tell(say("stopped"))
            raise typer.Exit(STOPPED) from None


def _feeds(path: Path) -> list[tuple[str, str | None]]:
    from tawatur.cli.set_aside import why_aside
    from tawatur.fetch import read_feeds
    from tawatur.model import SetAside

    try:
        found = read_feeds(path.read_bytes(), str(path))
    except OSError as error:
        give_up(say("feeds_unopened", path=str(path), error=error.strerror))
    if isinstance(found, SetAside):
        give_up(say("page_unread", place=path, reason=why_aside(found)))
    if not found:
        give_up(say("no_feed", path=path), WRONG_USAGE)
    return found


def _round(
    store: SqliteStore,
    state: FetchState,
    fetcher: Fetcher,
    knowledge: Knowledge,
    every: float,
    once: bool,
    stories: bool,
) -> None:
    from tawatur.ingest import HereEngine, update_stories, watch_round

    def told(added: Added) -> None:
        tell(say("running", pages=added.pages, known=added.known, aside=added.set_aside))

    added = watch_round(
        state, fetcher, store, HereEngine(knowledge), every * 60, _tell_feed, all_sound=once, progress=told,
        seconds=None if once else _ROUND,
    )  # fmt: skip
    if added.stopped:
        raise KeyboardInterrupt
    if stories and not store.stories_are_current():
        tell(say("building"))
        update_stories(store, knowledge.lexicons)


def _tell_feed(polled: Polled) -> None:
    from tawatur.cli.set_aside import why_aside
    from tawatur.cli.terminal import clean

    if polled.failed is not None:
        tell(f"{clean(polled.url)}: {why_aside(polled.failed)}")
    elif polled.new:
        tell(say("feed_new", url=clean(polled.url), number=polled.new))


def _sleep(state: FetchState, fetcher: Fetcher) -> None:
    import time

    from tawatur.ingest import next_due

    due = next_due(state)
    time.sleep(_LONGEST_SLEEP if due is None else min(_LONGEST_SLEEP, max(1.0, due - fetcher.clock())))
