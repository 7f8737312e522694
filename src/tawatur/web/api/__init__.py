"""The HTTP API: everything the pages show, as data; it only reads unless it was given tokens."""

from tawatur.web.api.application import create_api

__all__ = ["create_api"]
