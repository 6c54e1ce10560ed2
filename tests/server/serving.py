"""`kakehashi serve` in a process of its own, on sockets that are handed over to it as systemd does it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kakehashi.server.listening import listening

HANDING_OVER = """\
import fcntl, os, sys
given = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 100) for number in sys.argv[1].split(",")]
for place, number in enumerate(given, 3):
    os.dup2(number, place)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": str(len(given))}
os.execv(sys.argv[2], sys.argv[2:])
"""
"""A program becomes another one, which has the number of the same process."""


@contextmanager
def served(data: Path, heard: Sequence[socket.socket], *options: str) -> Iterator[subprocess.Popen[str]]:
    """A server on sockets that are handed over to it, as systemd does it."""
    program = [sys.executable, "-m", "kakehashi", "serve", "--data", str(data), *options]
    process = subprocess.Popen(
        [sys.executable, "-c", HANDING_OVER, ",".join(str(one.fileno()) for one in heard), *program],
        pass_fds=[one.fileno() for one in heard],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "LANGUAGE": "en", "PYTHONWARNINGS": "default"},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Open http://127.0.0.1:")
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


@contextmanager
def sockets(number: int) -> Iterator[list[socket.socket]]:
    """So many sockets that listen on one free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    heard = listening("127.0.0.1", port, number)
    yield heard
    for one in heard:
        one.close()


def port_of(heard: Sequence[socket.socket]) -> int:
    return int(heard[0].getsockname()[1])
