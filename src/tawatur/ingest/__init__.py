"""Bring pages into a store: read, split, read articles here or in a process pool, build stories."""
