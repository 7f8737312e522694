"""All commands together, and how the program ends."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer
from typer.core import TyperGroup

from tawatur.cli.add import add
from tawatur.cli.article import article
from tawatur.cli.decide import different, same
from tawatur.cli.decisions import decisions
from tawatur.cli.demo import demo
from tawatur.cli.doctor import doctor
from tawatur.cli.export import export
from tawatur.cli.forget import forget
from tawatur.cli.helps import PROGRAM, ArabicGroup
from tawatur.cli.language import preferred
from tawatur.cli.mcp import mcp
from tawatur.cli.meaning import meaning
from tawatur.cli.options import STOPPED, Lang, end_quietly, tell
from tawatur.cli.read import read
from tawatur.cli.search import search
from tawatur.cli.serve import serve
from tawatur.cli.split import split
from tawatur.cli.stories import stories
from tawatur.cli.story import story
from tawatur.cli.timeline import timeline
from tawatur.cli.watch import watch
from tawatur.cli.who import who
from tawatur.cli.why import why

COMMANDS = (
    add,
    watch,
    stories,
    story,
    timeline,
    who,
    why,
    article,
    search,
    meaning,
    export,
    same,
    different,
    decisions,
    forget,
    serve,
    mcp,
    doctor,
    read,
    split,
    demo,
)


# «-word» leaves a word out of a search, and is no option.
_SETTINGS = {"search": {"ignore_unknown_options": True}}


def _print_version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        print("tawatur", version("tawatur"))
        raise typer.Exit


def build_app() -> typer.Typer:
    """Return the program with all its commands, its help in the environment's language."""
    arabic = preferred(os.environ) == "ar"
    app = typer.Typer(
        cls=ArabicGroup if arabic else TyperGroup,
        help=PROGRAM
        if arabic
        else "Read Arabic news pages: what is reported, who says so, through whom, on how many independent chains.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def options(
        version: Annotated[
            bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
        ] = False,
        lang: Lang = None,
    ) -> None:
        pass

    for command in COMMANDS:
        app.command(command.__name__, context_settings=_SETTINGS.get(command.__name__))(command)
    return app


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 nothing could be handled, 2 wrong usage, 130 stopped by Ctrl-C."""
    # numpy's products here are small: shared among threads they cost a multiple, as threads burn time waiting for each
    # other. Read by numpy's library when it is first loaded, and inherited by the processes of a pool.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        build_app()()
    except BrokenPipeError:
        end_quietly()
        sys.exit(0)
    except KeyboardInterrupt:
        tell("tawatur: stopped")
        sys.exit(STOPPED)
