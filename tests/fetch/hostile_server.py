"""A web server for tests that answers as it is told, byte by byte: well, badly or with malice."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

# Called with the connection and the request's head; what it writes is all that is answered.
Behaviour = Callable[[socket.socket, bytes], None]


class HostileServer:
    """Listens on a free port of 127.0.0.1; `paths` tells what each path does, `asked` which were asked for."""

    def __init__(self) -> None:
        self.paths: dict[str, Behaviour] = {}
        self.asked: list[str] = []
        self.heads: list[bytes] = []
        self.connections = 0
        self.ended = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._main = threading.Thread(target=self._accept, daemon=True)
        self._main.start()

    def url(self, path: str, host: str = "site.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            thread.start()
            self._threads.append(thread)

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            head = b""
            while b"\r\n\r\n" not in head and (data := connection.recv(4096)):
                head += data
            path = head.split(b" ")[1].decode() if head.count(b" ") > 1 else ""
            self.asked.append(path)
            self.heads.append(head)
            self.paths.get(path, answer(404, b"none"))(connection, head)

    def close(self) -> None:
        self.ended.set()
        self._listening.close()
        for thread in self._threads:
            thread.join(5)


def answer(status: int = 200, body: bytes = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> Behaviour:
    """Answer well; underscores in the names of headers stand for hyphens."""
    lines = {"Content-Type": kind, "Content-Length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return raw(f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + body)


def raw(data: bytes) -> Behaviour:
    """Send these bytes and close."""
    return lambda connection, _: connection.sendall(data)


def redirect(to: str, status: int = 302) -> Behaviour:
    return answer(status, Location=to)


def dripping(server: HostileServer, before: bytes, drip: bytes = b"a", wait: float = 0.02) -> Behaviour:
    """Send a byte now and then, until the other side has gone."""

    def behave(connection: socket.socket, _: bytes) -> None:
        connection.sendall(before)
        while not server.ended.wait(wait):
            connection.sendall(drip)

    return behave


@contextlib.contextmanager
def serving() -> Iterator[HostileServer]:
    server = HostileServer()
    try:
        yield server
    finally:
        server.close()
