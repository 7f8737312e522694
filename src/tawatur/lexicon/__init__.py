"""Lexicon: data files of cues, titles, months, units, outlets, places and demonyms, and the values built from them."""
