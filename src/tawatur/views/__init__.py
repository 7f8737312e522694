"""What people look at, as plain values: the same for the command line, the web and exports."""

from tawatur.views.source import StoreSource
from tawatur.views.wanted import Wanted

__all__ = ["StoreSource", "Wanted"]
