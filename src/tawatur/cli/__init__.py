"""The command line, one command a file."""

from tawatur.cli.app import main

__all__ = ["main"]
