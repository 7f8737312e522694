"""`tawatur decisions`: what people decided about entities, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.decide import update
from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, opened, write_json


def decisions(
    db: Database = DEFAULT_DATABASE,
    undo: Annotated[str | None, typer.Option("--undo", help="Take this decision back.", metavar="ID")] = None,
    json: AsJson = False,
) -> None:
    """List what people decided about entities (`same`, `different`), the newest first; `--undo ID` takes one back.

    Examples: `tawatur decisions --db news.db`, `tawatur decisions --undo d-0123456789ab --db news.db`
    """
    from tawatur.cli.terminal import clean

    with opened(db) as store:
        if undo is not None:
            store.decisions.undo(undo)
            update(store)
        found = store.decisions.all()
        if json:
            write_json(found)
            return
        if not found:
            print(say("no_decisions", db=db))
        for decision in found:
            sides = " / ".join(f"{clean(s.label)} ({len(s.mentions)})" for s in (decision.one, decision.other))
            note = f" — {clean(decision.note)}" if decision.note else ""
            verdict = say(f"verdict_{decision.verdict}")
            print(f"{decision.id}  {decision.at[:16].replace('T', ' ')} UTC  {verdict}: {sides}{note}")
