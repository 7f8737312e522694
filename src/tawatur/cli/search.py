"""`tawatur search`: find articles, statements and happenings by words, in any spelling and with any clitics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Literal, TypeVar

import typer

from tawatur.cli.meaning import explained
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, opened, tell, write_json

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]
Found = TypeVar("Found")
_NOTHING_ASKED = "give words to look for, or a filter (see --help)"


def search(
    text: Annotated[
        list[str] | None,
        typer.Argument(help="Words, all of which must occur; phrases in «…»; OR; -word leaves out.", metavar="[TEXT…]"),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    of: Annotated[
        Literal["articles", "statements", "happenings"], typer.Option("--of", help="What to look for.")
    ] = "articles",
    by: Annotated[
        Literal["words", "meaning", "both"],
        typer.Option("--by", help="The words, what they mean (needs `tawatur meaning`), or both made one order."),
    ] = "words",
    meaning: Annotated[bool, typer.Option("--meaning", help="Short for --by meaning.")] = False,
    exact: Annotated[bool, typer.Option(help="Words as spelled, without clitics and other forms.")] = False,
    entity: Annotated[str | None, typer.Option(help="A person, body or place: name or id.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Words of the outlet's name.")] = None,
    origin: Annotated[str | None, typer.Option(help="Words of the name of who said it first.")] = None,
    happened_from: Day = None,
    happened_to: Day = None,
    published_from: Day = None,
    published_to: Day = None,
    type: Annotated[str | None, typer.Option(help="PLOVER type; of statements the stance or kind.")] = None,
    status: Annotated[str | None, typer.Option(help="Status of the happening: asserted, alleged, denied, …")] = None,
    least_known: Annotated[int, typer.Option(help="Least number of known independent origins.", min=0)] = 0,
    judged: Annotated[
        Literal["any", "accept", "correct", "reject"] | None,
        typer.Option(help="What people judged so; 'any' shows also what they rejected, which is left out else."),
    ] = None,
    limit: Annotated[int, typer.Option(help="How many to show.", min=1)] = 20,
    offset: Annotated[int, typer.Option(help="How many of the best to pass over.", min=0)] = 0,
    json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Find articles, statements or happenings, best first, with the words as they stand there.

    Words must all occur, in any spelling; `--meaning` finds what is told in other words, or in the other language.

    Example: `tawatur search "«الأمم المتحدة» هدنة" --of statements --outlet الضفاف --db news.db`
    """
    from tawatur.cli.show import Show
    from tawatur.store import NO_FILTERS, Filters
    from tawatur.views import StoreSource, Wanted

    days = [day.date() if day else None for day in (happened_from, happened_to, published_from, published_to)]
    filters = Filters(entity, outlet, origin, days[0], days[1], days[2], days[3], type, status, least_known, judged)
    query = " ".join(text or ())
    if not query.strip() and filters == NO_FILTERS:
        raise typer.BadParameter(_NOTHING_ASKED)
    by = "meaning" if meaning else by
    if exact and by != "words":
        raise typer.BadParameter("--exact is about words: it does not go with --meaning or --by")
    wanted = Wanted(query, limit, offset, by, exact, filters)
    with opened(db) as store, explained():
        source, show = StoreSource(store), Show(lang)
        if of == "articles":
            _give(source.search(wanted), show.hits, json)
        elif of == "statements":
            _give(source.search_statements(wanted), show.found, json)
        else:
            _give(source.search_happenings(wanted), show.timeline, json)


def _give(found: Sequence[Found], show: Callable[[Sequence[Found]], None], json: bool) -> None:
    if json:
        write_json(found)
    elif found:
        show(found)
    else:
        tell("nothing was found")
