"""What the commands that fetch share: their options, and how fetching is set up and fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.messages import say
from tawatur.cli.options import WRONG_USAGE, give_up

if TYPE_CHECKING:
    from tawatur.fetch import Fetcher, FetchState

# Two seconds between requests to one host: what crawlers of archives keep to, slower than a person clicks.
DEFAULT_PAUSE = 2.0

Pause = Annotated[float, typer.Option("--pause", help="Seconds between two requests to one host.", min=0.0)]
Agent = Annotated[
    str, typer.Option("--agent", help="Who you are, told to every site: a name and an address.", metavar="TEXT")
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Also fetch from this machine and private networks. Only what you trust."),
]
Robots = Annotated[bool, typer.Option("--robots/--no-robots", help="Obey robots.txt.")]


@contextmanager
def fetching(
    db: Path, pause: float, agent: str, allow_private: bool, robots: bool
) -> Iterator[tuple[FetchState, Fetcher]]:
    """Open what was fetched for a database, and a fetcher with these options."""
    import sqlite3

    from tawatur.fetch import Fetcher, FetchState, Manners, Rules, StateError, state_path

    if not agent.isascii() or not agent.isprintable():
        give_up(say("agent_ascii"), WRONG_USAGE)
    try:
        with FetchState(state_path(db)) as state:
            rules = Rules(agent=_user_agent(agent), allow_private=allow_private)
            yield state, Fetcher(rules, state, Manners(pause=pause, robots=robots))
    except StateError as error:
        give_up(str(error))
    except sqlite3.Error as error:
        give_up(say("fetch_record_fails", path=str(state_path(db)), error=error))


def _user_agent(told: str) -> str:
    from importlib.metadata import version

    name = f"Tawatur/{version('tawatur')}"
    return f"{name} ({told})" if told else f"{name} (reads Arabic news)"
