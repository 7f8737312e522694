"""Time expressions: found, and given a value, with or without a date to count from."""
