"""`tawatur search`: find articles, statements and happenings by words, in any spelling and with any clitics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar, get_args

import typer

from tawatur.cli.language import language
from tawatur.cli.meaning import explained
from tawatur.cli.messages import say
from tawatur.cli.options import (
    DEFAULT_DATABASE,
    NONE_HANDLED,
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
    from tawatur.store import Filters, SqliteStore

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]
Found = TypeVar("Found")
# Names like one that is not known that are told.
_MOST_NEAR = 5


def search(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            help="Words, all of which must occur; phrases in «…»; OR; -word leaves out (quote it: '-word').",
            metavar="[TEXT…]",
        ),
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
    type: Annotated[
        str | None, typer.Option(help="PLOVER type; of statements the stance (deny, ينفي, …) or kind.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(help="Status of the happening: actual, alleged, denied, planned, …")
    ] = None,
    least_known: Annotated[int, typer.Option(help="Least number of known independent origins.", min=0)] = 0,
    judged: Annotated[
        Literal["any", "accept", "correct", "reject"] | None,
        typer.Option(help="What people judged so; 'any' shows also what they rejected, which is left out else."),
    ] = None,
    limit: Annotated[int, typer.Option(help="How many to show.", min=1)] = 20,
    offset: Annotated[int, typer.Option(help="How many of the best to pass over.", min=0)] = 0,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Find articles, statements or happenings, best first, with the words as they stand there.

    Words must all occur, in any spelling; `--meaning` finds what is told in other words, or in the other language.

    Example: `tawatur search "«الأمم المتحدة» هدنة" --of statements --outlet الضفاف --db news.db`
    """
    from tawatur.cli.show import Show
    from tawatur.store import NO_FILTERS, Filters
    from tawatur.views import StoreSource, Wanted

    words = _words(text or [])
    days = [day.date() if day else None for day in (happened_from, happened_to, published_from, published_to)]
    type, status = _codes(of, type, status)
    filters = Filters(entity, outlet, origin, days[0], days[1], days[2], days[3], type, status, least_known, judged)
    if not words.strip() and filters == NO_FILTERS:
        raise typer.BadParameter(say("nothing_asked"))
    by = "meaning" if meaning else by
    if exact and by != "words":
        raise typer.BadParameter(say("exact_words"))
    wanted = Wanted(words, limit, offset, by, exact, filters)
    with opened(db) as store, explained():
        _check_names(store, filters)
        source, show = StoreSource(store), Show(language(lang))
        if of == "articles":
            _give(source.search(wanted), show.hits, json)
        elif of == "statements":
            _give(source.search_statements(wanted), show.found, json)
        else:
            _give(source.search_happenings(wanted), show.timeline, json)


def _words(text: list[str]) -> str:
    """Return the words asked for; «-word» comes through unquoted too, so what looks like an option is told here."""
    for word in text:
        if word.startswith("--"):
            raise typer.BadParameter(say("no_option", option=word))
    return " ".join(text)


def _codes(of: str, type: str | None, status: str | None) -> tuple[str | None, str | None]:
    """Return the codes of the type and the status asked for; a word that is none ends the program with the list."""
    return (
        None if type is None else _code(type, "--type", ("stance", "kind") if of == "statements" else ("type",)),
        None if status is None else _code(status, "--status", ("status",)),
    )


def _code(given: str, option: str, groups: tuple[str, ...]) -> str:
    from tawatur.model.readings import Kind
    from tawatur.views.understood import code_of
    from tawatur.views.wording import codes, word

    # Of the kinds that have words, a statement is of three; the others are those of copies and disagreements.
    allowed = {group: get_args(Kind) if group == "kind" else codes(group) for group in groups}
    found = next((code for group, known in allowed.items() if (code := code_of(given, group, known))), None)
    if found is None:
        told = ", ".join(f"{code} ({word(group, code, 'ar')})" for group, known in allowed.items() for code in known)
        give_up(say("wrong_code", given=given, option=option, allowed=told), WRONG_USAGE)
    return found


def _check_names(store: SqliteStore, filters: Filters) -> None:
    """End the program where a filter names nobody that the database knows: that nothing fits would mislead."""
    from tawatur.cli.terminal import clean

    for name in store.unknown_names(filters):
        near = [clean(entity.canonical) for entity in store.find_entities(name, _MOST_NEAR)]
        tell(f"tawatur: {say('no_such_name', name=clean(name))}")
        if near:
            tell(say("near_names", names="، ".join(near)))
        raise typer.Exit(NONE_HANDLED)


def _give(found: Sequence[Found], show: Callable[[Sequence[Found]], None], json: bool) -> None:
    if json:
        write_json(found)
    elif found:
        show(found)
    else:
        tell(say("nothing_found"))
