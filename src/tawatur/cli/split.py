"""`tawatur split`: take a page apart into lines with roles and articles with dates."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.messages import say
from tawatur.cli.options import AsJson, give_up, write

if TYPE_CHECKING:
    from tawatur.model import SplitPage


def split(
    page: Annotated[str, typer.Argument(help="A text or HTML file; - for standard input.", metavar="PAGE")],
    json: AsJson = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say for each line why it has its role, and for each date where it stands."),
    ] = False,
) -> None:
    """Show the role of every line of a page, and its articles with their dates.

    Example: `tawatur split --explain page.html`
    """
    from tawatur.cli.set_aside import why_aside
    from tawatur.lexicon.bundle import load_lexicons
    from tawatur.model import SetAside
    from tawatur.read import read_bytes
    from tawatur.split import split_json, split_page
    from tawatur.views.contract import json_line

    found = read_bytes(_bytes(page), "standard input" if page == "-" else page)
    if isinstance(found, SetAside):
        give_up(say("page_unread", place=found.place, reason=why_aside(found)))
    taken = split_page(found, load_lexicons())
    if json:
        write(json_line(split_json(taken)))
    else:
        _show(taken, explain=explain)


def _bytes(page: str) -> bytes:
    if page == "-":
        return sys.stdin.buffer.read()
    try:
        with open(page, "rb") as file:
            return file.read()
    except OSError as error:
        give_up(f"cannot open {page!r}: {error.strerror}; check the path")


def _show(taken: SplitPage, *, explain: bool) -> None:
    from rich.text import Text

    from tawatur.cli.split_words import ROLES, reason_in_arabic
    from tawatur.cli.terminal import clean, console

    out, arabic = console(), language() == "ar"
    because = "لأنه: " if arabic else "because: "
    for block in taken.blocks:
        number = "" if block.article is None else str(block.article)
        role = ROLES[block.role] if arabic else block.role
        out.print(Text(f"{block.line:>4} "), Text(f"{role:<9}", "bold"), f"{number:>2}  {clean(block.text)}")
        if explain:
            reason = reason_in_arabic(block.reason) if arabic else block.reason
            out.print(Text(f"{'':>18}{because}{clean(reason)}", "dim"))
    for article in taken.articles:
        date = article.published
        words = ("غير معروف", "إلى", "مقال", "نُشر") if arabic else ("unknown", "to", "article", "published")
        unknown, to, name, published = words
        told = unknown if date is None else f"{date.first or '…'} {to} {date.last or '…'} ({date.basis})"
        out.print(Text(f"{name} {article.order}", "bold"), f"{clean(article.title or '')}: {published} {told}")
        for reason in date.reasons if explain and date else ():
            out.print(Text(f"{'':>18}{because}{clean(reason)}", "dim"))
    if explain:
        _show_claims(taken)


def _show_claims(taken: SplitPage) -> None:
    """Print all that the page says of its main article, place by place, and what contradicts."""
    from rich.text import Text

    from tawatur.cli.terminal import clean, console
    from tawatur.split import conflicts

    out = console()
    for claim in taken.claims:
        out.print(Text(f"{claim.field:<12} ", "bold"), Text(f"{clean(claim.value)}  [{clean(claim.source)}]"))
    for field, values in conflicts(taken.claims).items():
        out.print(
            Text("تعارض" if language() == "ar" else "conflict", "bold"), Text(f"{field}: {clean(' | '.join(values))}")
        )
