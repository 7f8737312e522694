"""Bring pages into a store: read or fetch, split, read articles here or in a process pool, build stories."""

from tawatur.engine import Engine, EngineError, HereEngine, PoolEngine, cores
from tawatur.ingest.adding import Added, add, add_pages, read_page
from tawatur.ingest.fetching import add_fetched, joined, next_due, watch_round
from tawatur.ingest.growing import rebuild_stories, update_stories

__all__ = [
    "Added",
    "Engine",
    "EngineError",
    "HereEngine",
    "PoolEngine",
    "add",
    "add_fetched",
    "add_pages",
    "cores",
    "joined",
    "next_due",
    "read_page",
    "rebuild_stories",
    "update_stories",
    "watch_round",
]
