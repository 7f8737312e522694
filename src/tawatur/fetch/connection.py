"""Connections that go to a checked address alone, and end when their time is over, however slowly bytes come."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore

from tawatur.fetch.addresses import Resolver, usable_addresses
from tawatur.fetch.errors import FetchError


class Deadline:
    """The time that one fetch has, redirects and all; when it is over, its socket is shut from outside.

    A time limit for each step alone would let a server that sends a byte a second hold on for ever; that holds for the
    TLS handshake too, which is one step of many.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._guard: socket.socket | None = None
        self._timer: threading.Timer | None = None

    def left(self) -> float:
        """Return the seconds left; FetchError "time" when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.over()
        return left

    def extend(self, seconds: float) -> None:
        """Add time, before a socket is guarded."""
        self._end += seconds

    def is_over(self) -> bool:
        """Tell whether the time is over."""
        return time.monotonic() >= self._end

    def over(self) -> FetchError:
        """Return the error to raise."""
        return FetchError("time", f"took longer than {self.seconds:g} seconds in all", again=True)

    def guard(self, sock: socket.socket) -> None:
        """Shut this socket when the time is over. It is held by a handle of its own, which TLS does not take away."""
        self.release()
        self._guard = sock.dup()
        self._timer = threading.Timer(self.left(), self._shut, (self._guard,))
        self._timer.daemon = True
        self._timer.start()

    @staticmethod
    def _shut(guard: socket.socket) -> None:
        with contextlib.suppress(OSError):
            guard.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Let go of the socket."""
        if self._timer is not None:
            self._timer.cancel()
        if self._guard is not None:
            self._guard.close()
        self._timer = self._guard = None


class CheckedBackend(httpcore.NetworkBackend):
    """Opens connections for httpcore: resolves a name once, checks every answer, and connects to what it checked.

    So a name that answers differently the second time (DNS rebinding) gains nothing. The TLS certificate is still that
    of the name.
    """

    def __init__(self, resolver: Resolver, deadline: Deadline, allow_private: bool) -> None:
        self._resolver = resolver
        self._deadline = deadline
        self._allow_private = allow_private
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers. Raises FetchError."""
        failed: Exception | None = None
        for address in self._resolved(host, port):
            wait = min(timeout or self._deadline.seconds, self._deadline.left())
            try:
                stream = self._system.connect_tcp(address, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            self._deadline.guard(stream.get_extra_info("socket"))
            return _TimedStream(stream, self._deadline)
        raise FetchError("network", f"{host!r} cannot be connected to: {failed or 'no answer'}", again=True)

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        """Resolve in a thread of its own: the system's resolver knows no time limit."""
        found: list[Sequence[str] | BaseException] = []

        def resolve() -> None:
            try:
                found.append(usable_addresses(host, port, self._resolver, self._allow_private))
            except BaseException as error:
                found.append(error)

        thread = threading.Thread(target=resolve, daemon=True)
        thread.start()
        thread.join(self._deadline.left())
        if not found:
            raise FetchError("network", f"the name {host!r} was not resolved in time", again=True)
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: nothing is fetched from this machine's own sockets."""
        raise FetchError("address", "local sockets are not fetched from")


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends with the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def _wait(self, timeout: float | None) -> float:
        left = self._deadline.left()
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._wait(timeout))
        # A socket that was shut reads like the end of an answer.
        if not data and self._deadline.is_over():
            raise self._deadline.over()
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._wait(timeout))

    def close(self) -> None:
        self._deadline.release()
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, self._wait(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
