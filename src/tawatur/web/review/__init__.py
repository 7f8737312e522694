"""Reviewing in the browser: off unless the server is started for it, and then for those with its token alone."""

from tawatur.web.review.desk import Desk
from tawatur.web.review.routes import add_review

__all__ = ["Desk", "add_review"]
