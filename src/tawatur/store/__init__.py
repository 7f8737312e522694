"""Keep everything with its evidence in one SQLite file."""

from __future__ import annotations

from pathlib import Path

from tawatur.store.decisions import DecisionBook
from tawatur.store.errors import AmbiguousName, NewerStore, NotAStore, StoreBusy, StoreError, UnknownItem
from tawatur.store.interface import Store
from tawatur.store.meaning import KINDS, Encoded, MeaningBook, NoVectors
from tawatur.store.reviewed import Reviewed, as_read, holding, place_of, reviewed
from tawatur.store.reviews import CHANGES, ReviewBook
from tawatur.store.sqlite import SqliteStore
from tawatur.store.standing import Standing, Stood
from tawatur.store.values import (
    NO_FILTERS,
    Filters,
    ForgetKind,
    Growth,
    HappeningHit,
    Hit,
    Judged,
    OutletTotals,
    PageState,
    ReadPage,
    Regathered,
    Removed,
    SearchBy,
    SearchKind,
    StatementHit,
    StoryOrder,
    Totals,
)


def open_store(path: Path | str, *, must_exist: bool = False) -> SqliteStore:
    """Open the store at `path`, made where there is none; with `must_exist`, raise StoreError instead."""
    place = Path(path)
    if must_exist and not place.is_file():
        raise StoreError(f"there is no database {str(place)!r}; make one with `tawatur add PATH… --db {place}`")
    return SqliteStore(place)


__all__ = [
    "CHANGES",
    "KINDS",
    "NO_FILTERS",
    "AmbiguousName",
    "DecisionBook",
    "Encoded",
    "Filters",
    "ForgetKind",
    "Growth",
    "HappeningHit",
    "Hit",
    "Judged",
    "MeaningBook",
    "NewerStore",
    "NoVectors",
    "NotAStore",
    "OutletTotals",
    "PageState",
    "ReadPage",
    "Regathered",
    "Removed",
    "ReviewBook",
    "Reviewed",
    "SearchBy",
    "SearchKind",
    "SqliteStore",
    "Standing",
    "StatementHit",
    "Stood",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoryOrder",
    "Totals",
    "UnknownItem",
    "as_read",
    "holding",
    "open_store",
    "place_of",
    "reviewed",
]
