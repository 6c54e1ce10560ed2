"""Asking a server much and often: requests per second, how long they take, and what they cost its processes."""

import os
import re
import resource
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.hosts import Host

_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: answers per second, milliseconds of half and of 99 % of them, CPU milliseconds for each."""

    per_second: float
    p50: float
    p99: float
    cpu: float


def load(host: Host, path: str, connections: int, seconds: int) -> Load:
    """Asks for one page over and over on so many connections. Raises `AssertionError` if an answer was none."""
    before = cpu_ms(host.process)
    command = ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--latency"]
    asked = subprocess.run(
        [*command, "-H", "Accept-Encoding: gzip", host.base + path], capture_output=True, text=True, check=True
    ).stdout
    spent = cpu_ms(host.process) - before
    assert "Non-2xx" not in asked, asked
    number = int(_found(r"(\d+) requests in", asked)[0])
    return Load(
        per_second=float(_found(r"Requests/sec:\s+([\d.]+)", asked)[0]),
        p50=_milliseconds(*_found(r"50%\s+([\d.]+)(us|ms|s)\b", asked)),
        p99=_milliseconds(*_found(r"99%\s+([\d.]+)(us|ms|s)\b", asked)),
        cpu=spent / number,
    )


def cpu_ms(process: int) -> float:
    """CPU milliseconds that a process and those that it has begun have spent so far; 0 once it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) * 1_000 / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_ms(int(child)) for child in children)


@contextmanager
def idle(host: Host, number: int) -> Iterator[None]:
    """So many connections that ask for nothing, open for the block."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    place = urlsplit(host.base)
    with ExitStack() as open_ones:
        for _ in range(number):
            open_ones.enter_context(socket.create_connection((place.hostname or "", place.port or 80), timeout=30))
        yield


def _found(pattern: str, text: str) -> tuple[str, ...]:
    found = re.search(pattern, text)
    assert found is not None, text
    return found.groups()


def _milliseconds(number: str, unit: str) -> float:
    return float(number) * _UNITS[unit]
