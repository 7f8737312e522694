"""The web pages: right to left, Arabic first, English beside it."""

from tawatur.web.app import create_app

__all__ = ["create_app"]
