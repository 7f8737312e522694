"""What a command line of `add` gives: files, addresses, and files that name addresses."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.options import give_up

if TYPE_CHECKING:
    from tawatur.fetch import Origin
    from tawatur.model import SetAside


@dataclass(frozen=True, slots=True)
class Given:
    """What a command line asks for: files to read, addresses to fetch, and what is neither."""

    paths: list[Path]
    addresses: list[tuple[str, Origin]]
    aside: list[SetAside]


def sort_out(inputs: list[str], urls: Path | None, follow: bool) -> Given:
    """Tell addresses from files; open the files that name addresses, where they are to be fetched."""
    from tawatur.fetch import Origin, named_in, read_addresses
    from tawatur.model import SetAside

    given = Given([], [(one, Origin()) for one in inputs if "://" in one], [])
    if urls is not None:
        try:
            data = sys.stdin.buffer.read() if str(urls) == "-" else urls.read_bytes()
        except OSError as error:
            give_up(f"cannot open {str(urls)!r}: {error.strerror}; check the path")
        given.addresses.extend((address, Origin()) for address in read_addresses(data))
    for path in (Path(one) for one in inputs if "://" not in one):
        named = named_in(_head_or_all(path), str(path)) if follow and path.is_file() else None
        if named is None:
            given.paths.append(path)
        elif isinstance(named, SetAside):
            given.aside.append(named)
        else:
            given.addresses.extend(named)
    return given


def missing(paths: list[Path]) -> list[Path]:
    """Return the paths where there is neither file nor folder."""
    return [path for path in paths if not path.exists()]


def _head_or_all(path: Path) -> bytes:
    """Return a file that may be a listing; of one that is larger than those are, its beginning alone."""
    from tawatur.read import MOST_LISTING_BYTES, open_zipped

    try:
        return open_zipped(path, MOST_LISTING_BYTES)
    except OSError:
        return b""
