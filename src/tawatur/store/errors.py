"""What a store complains about."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked: the message says what was wrong, with what, and what to do.

    StoreError
     ├ NotAStore      the file is no database of this program, or is damaged
     ├ NewerStore     the file was written by a later version of the program
     ├ StoreBusy      another process is writing to it
     ├ AmbiguousName  a name may mean several entities
     └ UnknownItem    there is no such page, article, story or person in it
    """


class NotAStore(StoreError):
    """The file is no database of this program, or is damaged."""


class NewerStore(StoreError):
    """The file was written by a later version of the program."""


class StoreBusy(StoreError):
    """Another process is writing to the file."""


class AmbiguousName(StoreError):
    """A name may mean several entities; the message tells their ids."""


class UnknownItem(StoreError):
    """There is no such page, article, story or person in the store."""
