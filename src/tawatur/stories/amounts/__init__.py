"""Amounts: sums, shares, sizes, durations and numbers of things that the articles of a story give differently."""
