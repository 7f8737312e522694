"""`tawatur demo`: read the project's own pages and show the story they tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.language import Language, language
from tawatur.cli.messages import number_of, say
from tawatur.cli.options import Lang, give_up, opened, tell

if TYPE_CHECKING:
    from tawatur.store import SqliteStore

_OUT = Path("out")


def demo(
    quiet: Annotated[bool, typer.Option("--quiet", help="Make the database and the page, print only where.")] = False,
    out: Annotated[Path, typer.Option(help="Folder to write to.", metavar="FOLDER")] = _OUT,
    lang: Lang = None,
) -> None:
    """Read pages written for this project into a fresh database, show the main story, write it as one HTML page.

    Example: `tawatur demo`
    """
    from importlib.resources import as_file, files

    out.mkdir(parents=True, exist_ok=True)
    db = out / "demo.db"
    for file in (db, out / "demo.db-wal", out / "demo.db-shm"):
        file.unlink(missing_ok=True)
    with as_file(files("tawatur") / "demo_pages") as pages, opened(db, must_exist=False) as store:
        _read(pages, store)
        page = _show(store, out, quiet, language(lang))
    print(say("demo_database", db=db))
    if page is not None:
        print(say("demo_page", page=page.resolve()))
    print(say("demo_look", db=db))


def _read(pages: Path, store: SqliteStore) -> None:
    from tawatur.ingest import HereEngine, add, rebuild_stories
    from tawatur.pipeline import load_knowledge

    if not pages.is_dir():
        give_up(f"the demo pages are not installed at {pages}; install the package again")
    knowledge = load_knowledge()
    added = add([pages], store, HereEngine(knowledge))
    pages_, articles = number_of("pages", added.pages), number_of("articles", added.articles)
    tell(say("demo_read", pages=pages_, articles=articles, aside=added.set_aside))
    rebuild_stories(store, knowledge.lexicons)


def _show(store: SqliteStore, out: Path, quiet: bool, lang: Language) -> Path | None:
    """Print the main story unless quiet, write its page, and return where."""
    from tawatur.cli.show import Show
    from tawatur.cli.show.summary import show_summary
    from tawatur.views import StoreSource
    from tawatur.web.report import story_report

    source = StoreSource(store)
    # The story with something to compare: disagreements first, then the number of articles.
    rows = sorted(source.stories(None), key=lambda row: (-min(row.disagreements, 1), -row.articles, row.id))
    view = source.story(rows[0].id) if rows else None
    if view is None:
        tell("no story was built from the pages")
        return None
    if not quiet:
        Show(lang).story(view)
        show_summary(view, out / "demo.db", lang)
    page = out / "demo-story.html"
    page.write_text(story_report(view), encoding="utf-8", errors="replace")
    return page
