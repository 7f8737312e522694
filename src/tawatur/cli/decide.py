"""`tawatur same` and `tawatur different`: a person's word about two entities, which goes before the program's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, opened, tell, write_json

if TYPE_CHECKING:
    from tawatur.model import EntityRef, Verdict
    from tawatur.store import Store

One = Annotated[
    str,
    typer.Argument(
        help="An entity's id, a spelling that it alone has, or one mention as ARTICLE#ENTITY.", metavar="ONE"
    ),
]
Other = Annotated[str, typer.Argument(help="The other entity, likewise.", metavar="OTHER")]
Note = Annotated[str | None, typer.Option("--note", help="Why; kept with the decision.")]


def same(one: One, other: Other, db: Database = DEFAULT_DATABASE, note: Note = None, json: AsJson = False) -> None:
    """Decide that two entities are the same person, body or place; kept over later readings and builds.

    Example: `tawatur same w-0123456789ab "فلان الفلاني" --db news.db`
    """
    _decide("same", one, other, db, note, json)


def different(one: One, other: Other, db: Database = DEFAULT_DATABASE, note: Note = None, json: AsJson = False) -> None:
    """Decide that two entities, or spellings or mentions of one, are different; kept over later readings and builds.

    Example: `tawatur different "فلان الفلاني" "فلان بن فلان الفلاني" --db news.db --note "namesakes"`
    """
    _decide("different", one, other, db, note, json)


def _decide(verdict: Verdict, first: str, second: str, db: Path, note: str | None, json: bool) -> None:
    with opened(db) as store:
        if not store.stories_are_current():
            update(store)
        decision = store.decisions.decide(verdict, _ref(store, first), _ref(store, second), note)
        update(store)
        if json:
            write_json(decision)
            return
        from tawatur.cli.terminal import clean

        one, other = clean(decision.one.label), clean(decision.other.label)
        print(say("decided", id=decision.id, one=one, other=other, verdict=say(f"verdict_{verdict}")))


def _ref(store: Store, given: str) -> EntityRef:
    """Return what is meant: «ARTICLE#ENTITY» is a mention where there is such an article."""
    article, sign, entity = given.rpartition("#")
    return (article, entity) if sign and store.article(article) is not None else given


def update(store: Store) -> None:
    """Bring the stories up to date with a decision."""
    from tawatur.ingest import update_stories
    from tawatur.lexicon.bundle import load_lexicons

    tell(say("building"))
    update_stories(store, load_lexicons())
