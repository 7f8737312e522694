"""Bring pages into a store: read, split, read articles here or in a process pool, build stories."""

from tawatur.ingest.adding import Added, add, add_pages, read_page, rebuild_stories
from tawatur.ingest.engine import Engine, EngineError, HereEngine, PoolEngine, cores

__all__ = [
    "Added",
    "Engine",
    "EngineError",
    "HereEngine",
    "PoolEngine",
    "add",
    "add_pages",
    "cores",
    "read_page",
    "rebuild_stories",
]
