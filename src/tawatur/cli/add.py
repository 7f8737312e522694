"""`tawatur add`: bring pages into a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.fetching import DEFAULT_PAUSE, Agent, AllowPrivate, Pause, Robots, fetching
from tawatur.cli.given import Given, missing, sort_out
from tawatur.cli.messages import number_of, say
from tawatur.cli.options import (
    DEFAULT_DATABASE,
    NONE_HANDLED,
    STOPPED,
    WRONG_USAGE,
    AsJson,
    Database,
    Lang,
    give_up,
    opened,
    tell,
    write_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tawatur.ingest import Added, Engine
    from tawatur.pipeline import Knowledge
    from tawatur.store import SqliteStore

# Bytes of input from which starting a pool pays: some hundred articles.
_POOL_FROM_BYTES = 500_000
# What of a database is counted at the end.
_HELD = ("pages", "articles", "statements", "events", "stories")
# Inputs set aside that are told one by one.
_MOST_TOLD = 20


def add(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Text, HTML, JSONL, WARC or feed files, folders of them, or addresses to fetch.", metavar="[INPUT]…"
        ),
    ] = None,
    urls: Annotated[
        Path | None, typer.Option("--urls", help="A file of addresses to fetch, one a line.", metavar="FILE")
    ] = None,
    follow: Annotated[bool, typer.Option("--fetch", help="Fetch the pages that feed and sitemap files name.")] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Fetch addresses that were fetched before, too; take back pages that were forgotten."
        ),
    ] = False,
    db: Database = DEFAULT_DATABASE,
    workers: Annotated[int, typer.Option(help="Processes; 0: one for each core, or none for little input.", min=0)] = 0,
    stories: Annotated[bool, typer.Option(help="Build the stories afterwards.")] = True,
    meaning: Annotated[bool, typer.Option("--meaning", help="Make the vectors for `search --meaning` too.")] = False,
    pause: Pause = DEFAULT_PAUSE,
    agent: Agent = "",
    robots: Robots = True,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Read pages, split them into articles, read these, and keep all of it with its evidence.

    Pages that are stored already are passed over, so a stopped run is resumed by the same command. What cannot be read
    is set aside with its reason. Nothing is fetched but addresses given, and the pages of feeds and sitemaps at them.

    A line of JSONL is an object with `text` and, where known, `id`, `title`, `outlet`, `url`, `date` (2025-07-06) and
    `byline`. In a text file a line «المصدر: …» names the outlet. A known record with a new date or title is read again.

    Example: `tawatur add pages/ more.jsonl crawl.warc.gz https://news.example/feed --db news.db`
    """
    from tawatur.ingest import Added, joined, update_stories
    from tawatur.ingest import add as add_paths
    from tawatur.pipeline import load_knowledge

    given = sort_out(inputs or [], urls, follow)
    if not given.paths and not given.addresses and not given.aside:
        give_up(say("nothing_given"), WRONG_USAGE)
    if meaning:
        _check_meaning()
    if not db.exists() and not given.addresses and not given.aside and (gone := missing(given.paths)) == given.paths:
        give_up(say("none_there", paths="، ".join(str(path) for path in gone)), NONE_HANDLED)
    _tell_odd_keys(given.paths)
    with opened(db, must_exist=False) as store:
        knowledge = load_knowledge()
        before = len(list(store.aside()))
        added = Added()
        if given.paths:
            engine = _engine(given.paths, workers, knowledge)
            added = _in_words(lambda told: add_paths(given.paths, store, engine, told, again=again))
        if (given.addresses or given.aside) and not added.stopped:
            how = (pause, agent, allow_private, robots)
            added = joined(added, _in_words(lambda told: _fetch(given, store, db, how, again, knowledge, told)))
        _tell_aside(store, before)
        if added.stopped:
            tell(say("stopped"))
            raise typer.Exit(STOPPED)
        if stories and not store.stories_are_current():
            tell(say("building"))
            update_stories(store, knowledge.lexicons)
        if meaning:
            _make_vectors(store)
        if json:
            write_json({"added": added, "totals": store.totals()})
        else:
            _tell_outcome(added, store, db)
        if added.set_aside and not (added.pages or added.known or added.forgotten):
            raise typer.Exit(NONE_HANDLED)


def _check_meaning() -> None:
    """End the program before anything is read where the optional package is missing."""
    from tawatur.cli.meaning import explained
    from tawatur.search.meaning import load_encoder

    with explained():
        load_encoder()


def _make_vectors(store: SqliteStore) -> None:
    from tawatur.cli.meaning import encoded

    done = encoded(store)
    tell(f"vectors: {done.new:,} encoded, {done.kept:,} were there")


def _fetch(
    given: Given,
    store: SqliteStore,
    db: Path,
    how: tuple[float, str, bool, bool],
    again: bool,
    knowledge: Knowledge,
    told: Callable[[Added], None],
) -> Added:
    from tawatur.ingest import Added, HereEngine, add_fetched, add_pages, joined

    engine = HereEngine(knowledge)
    added = add_pages(given.aside, store, engine) if given.aside else Added()
    with fetching(db, *how) as (state, fetcher):
        state.begin_add()
        _, known = state.put("add", given.addresses, again)
        return joined(
            joined(added, Added(known=known)), add_fetched(state, fetcher, "add", store, engine, told, again=again)
        )


def _engine(paths: list[Path], workers: int, knowledge: Knowledge) -> Engine:
    from tawatur.ingest import HereEngine, PoolEngine, cores

    wanted = workers or (cores() if _bytes_of(paths) >= _POOL_FROM_BYTES else 1)
    return HereEngine(knowledge) if wanted == 1 else PoolEngine(wanted)


def _bytes_of(paths: list[Path]) -> int:
    total = 0
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else (path,):
            # A gzipped file holds about four times its size.
            total += (file.stat().st_size if file.is_file() else 0) * (4 if file.suffix == ".gz" else 1)
            if total >= _POOL_FROM_BYTES:
                return total
    return total


def _in_words(work: Callable[[Callable[[Added], None]], Added]) -> Added:
    """Run the work with a running count on the terminal's standard error, where that is one."""
    import sys

    from tawatur.ingest import EngineError

    def told(added: Added) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{_counts(added)}\033[K")
            sys.stderr.flush()

    try:
        added = work(told)
    except EngineError as error:
        give_up(str(error))
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    return added


def _counts(added: Added) -> str:
    return say("running", pages=added.pages, known=added.known, aside=added.set_aside)


def _tell_aside(store: SqliteStore, before: int) -> None:
    from tawatur.cli.set_aside import why_aside
    from tawatur.cli.terminal import clean

    new = list(store.aside())[before:]
    for item in new[:_MOST_TOLD]:
        tell(say("set_aside_one", place=clean(item.place), reason=why_aside(item)))
    if len(new) > _MOST_TOLD:
        tell(say("set_aside_more", number=len(new) - _MOST_TOLD))


def _tell_odd_keys(paths: list[Path]) -> None:
    """Say once which keys of JSON lines are not known, and which are."""
    from tawatur.cli.terminal import clean
    from tawatur.read import KNOWN_KEYS, odd_keys

    if found := odd_keys(paths):
        tell(say("odd_keys", keys=", ".join(clean(key) for key in found), known=", ".join(KNOWN_KEYS)))


def _tell_outcome(added: Added, store: SqliteStore, db: Path) -> None:
    from tawatur.cli.set_aside import kind_aside

    totals = store.totals()
    inputs, articles = number_of("inputs", added.inputs), number_of("articles", added.articles)
    print(
        say("outcome", inputs=inputs, pages=number_of("new_pages", added.pages), articles=articles, known=added.known)
    )
    if added.changed:
        print(say("changed", number=added.changed))
    if added.forgotten:
        print(say("forgotten", number=added.forgotten))
    for kind, number in added.kinds:
        print(say("set_aside_kind", kind=kind_aside(kind), number=number))
    held = {noun: number_of(noun, getattr(totals, noun)) for noun in _HELD}
    print(say("holds", db=db, **held))
