"""Search: what a text is indexed by, what a user's words ask for, and where they are found. It knows no database."""

from tawatur.search.forms import written_forms
from tawatur.search.located import locate, spelled
from tawatur.search.query import Query, Term, parse
from tawatur.search.tokens import Token, indexed, tokens

__all__ = ["Query", "Term", "Token", "indexed", "locate", "parse", "spelled", "tokens", "written_forms"]
