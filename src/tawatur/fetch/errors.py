"""Why something could not be fetched."""

from __future__ import annotations


class FetchError(Exception):
    """Something could not be fetched; the message is in words that say what was wrong with what.

    `kind` is that of the `SetAside` it becomes: "address", "network", "time", "size", "redirects", "http", "type",
    "robots", "encoding", "truncated", or "later": it was not asked at all, since its host's turn is later. `again`
    tells whether it may go better later, `after` the seconds that the
    server asks to wait until then; `status` is its answer, where it gave one.
    """

    def __init__(
        self, kind: str, reason: str, *, again: bool = False, after: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.kind = kind
        self.again = again
        self.after = after
