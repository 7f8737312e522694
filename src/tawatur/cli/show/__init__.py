"""What the terminal shows of views."""

from tawatur.cli.show.show import Show

__all__ = ["Show"]
