"""Who may write, and what writing does: sessions, the check of each form, and the decisions kept in the store."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from fastapi import Request

from tawatur.ingest import update_stories
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Span
from tawatur.store import SqliteStore, StoreError, UnknownItem
from tawatur.web.api.reviewing import Decision
from tawatur.web.problems import Problem
from tawatur.web.review.rebuilding import Rebuilding

COOKIE = "tawatur_review"


@dataclass(slots=True)
class Desk:
    """Reviewing over one store by one token, which the server's owner hands out.

    A session is opened with the token and kept in a cookie that scripts cannot read and other sites cannot send. Each
    form carries a second secret, and its request must come from this site: see `may_write`. `building` builds the
    stories (None: in this process); `by_itself`: decisions that came to rest are built without being asked for.
    """

    store: SqliteStore
    lexicons: Callable[[], Lexicons]
    token: str = field(repr=False)
    who: str
    building: Callable[[], None] | None = field(default=None, repr=False)
    by_itself: bool = False
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _done: list[tuple[str, str]] = field(default_factory=list)
    rebuilding: Rebuilding = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.rebuilding = Rebuilding(self.building or self._build_here)

    def _sealed(self, purpose: str) -> str:
        return hmac.new(self._secret, purpose.encode(), hashlib.sha256).hexdigest()

    def knows(self, token: str) -> bool:
        """Tell whether a token is the right one, in constant time."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())

    @property
    def session(self) -> str:
        """The value of the cookie of an open session."""
        return self._sealed("session")

    @property
    def form(self) -> str:
        """The secret that each form of an open session carries."""
        return self._sealed("form")

    def is_open(self, request: Request) -> bool:
        """Tell whether a request comes from an open session."""
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode("utf-8", "replace"), self.session.encode())

    def may_write(self, request: Request, form: Mapping[str, str]) -> bool:
        """Tell whether a form was sent by an open session, from this very site, with the form's secret.

        A browser says where a form was sent from, in Origin or Sec-Fetch-Site; a request that says neither is refused.
        """
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
            return False
        if site not in (None, "same-origin") or (origin is None and site is None):
            return False
        given = form.get("secret", "").encode("utf-8", "replace")
        return self.is_open(request) and hmac.compare_digest(given, self.form.encode())

    def judge(self, form: Mapping[str, str]) -> None:
        """Keep the judgement of a form. Raises UnknownItem or StoreError for one that cannot be kept."""
        layer = form.get("layer")
        judgement = form.get("judgement")
        if layer not in ("event", "statement") or judgement not in ("accept", "correct", "reject"):
            raise StoreError("a judgement is accept, correct or reject of an event or a statement")
        span = Span(_number(form, "start"), _number(form, "end"))
        fields = ("type", "status") if layer == "event" else ("stance", "kind")
        changes = [(name, form[name]) for name in fields if form.get(name)]
        kept = self.store.reviews.judge(layer, form.get("article", ""), span, judgement, self.who, changes)  # type: ignore[arg-type]
        self._decided("review", str(kept.number))

    def keep(self, decision: Decision) -> None:
        """Keep a decision that came through the API. Raises Problem for one that cannot be kept."""
        told = {name: str(value) for name, value in decision.model_dump().items() if name != "changes"}
        try:
            self.judge(told | {str(name): code for name, code in decision.changes.items()})
        except UnknownItem as error:
            raise Problem(404, str(error)) from error
        except StoreError as error:
            raise Problem(422, str(error)) from error

    def decide(self, form: Mapping[str, str]) -> None:
        """Keep the decision of a form that two entities are the same or different. Raises StoreError."""
        verdict, one, other = form.get("verdict"), form.get("one", ""), form.get("other", "")
        if verdict == "same":
            kept = self.store.decisions.decide("same", one, other)
        elif verdict == "different" and form.get("article"):
            kept = self.store.decisions.decide("different", one, (form["article"], other))
        else:
            raise StoreError("a decision about entities is same or different")
        self._decided("entity", kept.id)

    def undo(self, form: Mapping[str, str]) -> bool:
        """Take back what a form names, or the last thing that was done here; tell whether there was any."""
        kind, what = form.get("kind", ""), form.get("what", "")
        if not kind:
            kind, what = self._done[-1] if self._done else self._last()
        if kind == "review":
            self.store.reviews.undo(int(what) if what.isascii() and what.isdecimal() else 0)
        elif kind == "entity":
            self.store.decisions.undo(what)
        self._done = [done for done in self._done if done != (kind, what)]
        if kind:
            self._soon()
        return bool(kind)

    def _last(self) -> tuple[str, str]:
        """Return the newest decision of earlier sessions that still holds."""
        newest = [(r.at, "review", str(r.number)) for r in self.store.reviews.history(50) if r.undone is None][:1]
        newest += [(d.at, "entity", d.id) for d in self.store.decisions.all()[:1]]
        _, kind, what = max(newest, default=("", "", ""))
        return kind, what

    def build(self) -> None:
        """Begin to build the stories again by all decisions, beside the pages."""
        self.rebuilding.now()

    def _build_here(self) -> None:
        if not self.store.stories_are_current():
            update_stories(self.store, self.lexicons())

    def _decided(self, kind: str, what: str) -> None:
        self._done.append((kind, what))
        self._soon()

    def _soon(self) -> None:
        if self.by_itself:
            self.rebuilding.soon()


def _number(form: Mapping[str, str], name: str) -> int:
    value = form.get(name, "")
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise StoreError(f"{name!r} of a judgement is no number")
    return int(value)
