"""What people look at, as plain values: the same for the command line, the web and exports."""

from tawatur.views.source import StoreSource

__all__ = ["StoreSource"]
