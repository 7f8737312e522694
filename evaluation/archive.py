"""Add an invented web archive and watch the memory: `python -m evaluation.archive [--pages 2000] [--stories]`.

The archive is made of the written pages of the tests, their numbers and some of their words varied, so that no two
pages are copies. `tawatur add` runs over it as a user runs it; the resident memory of it and of all the processes that
it starts is added up twice a second, pages that they share counted once where the system tells (PSS).
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.pages import FOLDER

_LOOK = 0.5  # seconds between two looks at the memory
_WORD = re.compile(r"(?<![\w&#])[\u0621-\u064a]{4,}(?!\w)")
_NUMBER = re.compile(r"(?<![\w#&=\"/.:-])[2-9]\d{1,2}(?![\w\"/.:-])")
_VARIED = 0.25  # share of a page's longer words exchanged
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Watched:
    """What a run took: its exit status, seconds, and (seconds since the start, bytes of all processes) in order."""

    status: int
    seconds: float
    memory: tuple[tuple[float, int], ...]

    @property
    def peak(self) -> int:
        """The most bytes seen."""
        return max((size for _, size in self.memory), default=0)


def pages(count: int, seed: int = 7) -> Iterator[bytes]:
    """Yield pages of markup in UTF-8, each a written page with other words and numbers."""
    chance = random.Random(seed)
    sources = [_decoded(path) for path in sorted(FOLDER.glob("*.html"))]
    bag = sorted({word for source in sources for word in _WORD.findall(_TAGS.sub(" ", source))})
    for source in itertools.islice(itertools.cycle(sources), count):
        yield _varied(source, bag, chance).encode()


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def _varied(source: str, bag: Sequence[str], chance: random.Random) -> str:
    """Return a page with some of its words exchanged for others of the pages, and its bare numbers for others."""

    def other(match: re.Match[str]) -> str:
        return chance.choice(bag) if chance.random() < _VARIED else match.group()

    parts = re.split(r"(<[^>]*>)", source)
    return "".join(
        part if part.startswith("<") else _NUMBER.sub(lambda _: str(chance.randint(20, 999)), _WORD.sub(other, part))
        for part in parts
    )


def write_archive(path: Path, count: int) -> int:
    """Write a WARC file of so many pages, each record a gzip member of its own; returns the bytes of the markup."""
    total = 0
    with path.open("wb") as out:
        for number, page in enumerate(pages(count)):
            total += len(page)
            out.write(gzip.compress(_record(number, page), 6))
    return total


def _record(number: int, page: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://site{number % 40}.example/news/{number}\r\n"
        f"WARC-Date: 2024-05-{1 + number % 28:02}T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def watch(command: Sequence[str], kill_after: float | None = None) -> Watched:
    """Run a command to its end and note its memory; with `kill_after` seconds, end it hard then (as by kill -9)."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        seen = []
        while process.poll() is None:
            spent = time.monotonic() - began
            seen.append((spent, sum(map(_resident, _tree(process.pid)))))
            if kill_after is not None and spent > kill_after:
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(_LOOK)
        status = process.wait()
    return Watched(status, time.monotonic() - began, tuple(seen))


def _tree(root: int) -> list[int]:
    """Return a process and all that come from it; those that end meanwhile are left out."""
    parents: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(parents.get(found[-1], ()))
    return found


def _resident(pid: int) -> int:
    """Return a process's share of resident memory in bytes (PSS; RSS where the system does not tell), 0 once ended."""
    for name, field in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            for line in Path(f"/proc/{pid}/{name}").read_text().splitlines():
                if line.startswith(field):
                    return int(line.split()[1]) * 1024
        except OSError:
            continue
    return 0


def _report(name: str, run: Watched) -> None:
    """Print the run's peak and the most that each tenth of it took, so that growth shows."""
    tenth = max(run.seconds / 10, 1e-9)
    most = [max((size for at, size in run.memory if int(at / tenth) == k), default=0) >> 20 for k in range(10)]
    print(f"{name}: status {run.status}, {run.seconds:.0f} s, peak {run.peak >> 20} MB; by tenths {most}", flush=True)


def main() -> None:
    """Make the archive, add it, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=0, help="as of `tawatur add`")
    parser.add_argument("--stories", action="store_true", help="build the stories as well")
    parser.add_argument("--kill", type=float, default=None, help="end the first run hard after so many seconds")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, database = Path(folder) / "pages.warc.gz", Path(folder) / "archive.db"
        print(f"{args.pages} pages, {write_archive(archive, args.pages)} bytes of markup", flush=True)
        tawatur = [sys.executable, "-c", "from tawatur.cli import main; main()"]
        command = [*tawatur, "add", str(archive), "--db", str(database), f"--workers={args.workers}"]
        command += [] if args.stories else ["--no-stories"]
        if args.kill is not None:
            _report("ended hard", watch(command, args.kill))
        _report("added", watch(command))
        for look in ("info", "doctor"):
            done = subprocess.run([*tawatur, look, "--db", str(database)], capture_output=True, text=True, check=False)
            print(f"{look}: status {done.returncode}\n{done.stdout[:600]}", flush=True)


if __name__ == "__main__":
    main()
