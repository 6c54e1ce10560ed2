"""A server of this process, and readers who speak HTTP to it byte by byte, over loopback."""

import asyncio
import io
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

from kakehashi.server.access_log import Log
from kakehashi.server.messages import Part, Request, Response
from kakehashi.server.patience import CONNECTIONS, Patience
from kakehashi.server.serving import Server, in_loop

Respond = Callable[[Request], Response]
SOON = 20
"""Seconds after which a test that waits for an answer has failed."""
FOR_EVER = Patience(request=1e6, idle=1e6, taking=1e6, leaving=1e6, ending=1e6, parting=0.01, look=0.01)


@dataclass(frozen=True)
class Speaking:
    """A server that runs: where it listens, and how it is told to end."""

    port: int
    end: Callable[[], object]
    thread: Thread

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=SOON)

    def told(self, asked: bytes) -> bytes:
        """All that comes until the server ends the connection, after these bytes were sent."""
        with closing(self.connect()) as reader:
            reader.sendall(asked)
            return rest(reader)


@contextmanager
def speaking(
    respond: Respond, patience: Patience = FOR_EVER, log: Log | None = None, most: int = CONNECTIONS
) -> Iterator[Speaking]:
    """A server in a thread."""
    heard = socket.create_server(("127.0.0.1", 0))
    port = int(heard.getsockname()[1])
    server, ready, loops = (
        Server(respond, log, patience=patience, most=most),
        Event(),
        list[asyncio.AbstractEventLoop](),
    )

    def begun() -> None:
        loops.append(asyncio.get_running_loop())
        ready.set()

    thread = Thread(target=lambda: in_loop(server.serve([heard], begun)), daemon=True)
    thread.start()
    assert ready.wait(SOON)
    try:
        yield Speaking(port, lambda: loops[0].call_soon_threadsafe(server.end), thread)
    finally:
        if thread.is_alive():
            loops[0].call_soon_threadsafe(server.end)
            thread.join(SOON)
        assert not thread.is_alive()


def rest(reader: socket.socket) -> bytes:
    """What comes until the end of a connection."""
    pieces = []
    while piece := reader.recv(1 << 16):
        pieces.append(piece)
    return b"".join(pieces)


def head(reader: socket.socket) -> bytes:
    """The head of an answer, read to its last byte and no further."""
    came = b""
    while not came.endswith(b"\r\n\r\n"):
        came += reader.recv(1)
    return came


def answers(came: bytes) -> list[tuple[int, bytes]]:
    """The answers in what came, each with its status and body, if each says the length of its body."""
    found, at = [], 0
    while at < len(came):
        begin = came.index(b"\r\n\r\n", at) + 4
        lines = came[at:begin].split(b"\r\n")
        status = int(lines[0].split(b" ")[1])
        size = 0 if status < 200 else next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
        at = begin + size
        found.append((status, folded(came[begin:at])))
    return found


def folded(body: bytes) -> bytes:
    """A body that can be told when it is another than was expected: its digest and size, unless it is short."""
    return body if len(body) < 1_000 else f"{sha256(body).hexdigest()} {len(body)}".encode()


def get(path: str, *more: str, method: str = "GET", version: str = "1.1") -> bytes:
    """A request with more lines in its head."""
    lines = (f"{method} {path} HTTP/{version}", "Host: week.example", *more)
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


def last(path: str, *more: str, **kind: str) -> bytes:
    """A request after which the connection is to end."""
    return get(path, "Connection: close", *more, **kind)


FILM = bytes(range(256)) * 4 * 16_384
"""16 MiB: more than any buffer on the way takes."""
WHOLE = folded(FILM)


def echo(request: Request) -> Response:
    """Says what was asked."""
    return Response(200, {}, [f"{request.method} {request.path}".encode()])


class Watched(io.FileIO):
    """A file that tells when it is closed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.let_go = Event()

    def close(self) -> None:
        super().close()
        self.let_go.set()


def showing(path: Path, first: int = 0, size: int = len(FILM)) -> Callable[[Request], Response]:
    """Answers with a film."""
    return lambda _: Response(200, {}, Part(path.open("rb", buffering=0), first, size))
