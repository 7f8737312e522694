"""Happenings: the events of different articles joined where they are reports of the same thing."""
