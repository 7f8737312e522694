"""Keep everything with its evidence in one SQLite file."""
