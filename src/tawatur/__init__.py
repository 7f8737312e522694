"""Tawatur reads Arabic news pages and builds a sourced model of the story."""

__version__ = "0.1.0"
