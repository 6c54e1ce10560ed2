"""What is answered does not depend on how the network cuts what is asked, nor on when a reader takes it."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.server.speaking import FOR_EVER, get, last

from kakehashi.server import connection
from kakehashi.server.connection import Connection, Shared
from kakehashi.server.messages import Part, Request, Response
from kakehashi.server.patience import Patience

FILM = random.Random(4).randbytes(200_000)


class Wire(asyncio.Transport):
    """A connection without a network. Its reader takes what was written when the test says so, or at once."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__()
        self.slow = slow
        self.heard: Connection | None = None
        self.waiting, self.taken = bytearray(), bytearray()
        self.ended = self.aborted = self.full = False

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self.high = high or 0

    def get_write_buffer_size(self) -> int:
        return len(self.waiting)

    def write(self, data: bytes) -> None:  # type: ignore[override]
        self.waiting += data
        if not self.slow:
            self.take(len(self.waiting))
        elif len(self.waiting) > self.high and not self.full and self.heard is not None:
            self.full = True
            self.heard.pause_writing()

    def take(self, size: int) -> None:
        """The reader takes so many bytes."""
        self.taken += self.waiting[:size]
        del self.waiting[:size]
        if self.full and not self.waiting and self.heard is not None:
            self.full = False
            self.heard.resume_writing()

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...

    def write_eof(self) -> None:
        self.ended = True

    def close(self) -> None:
        self.ended = True

    def abort(self) -> None:
        self.ended = self.aborted = True


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film"
    path.write_bytes(FILM)
    return path


def shared(film: Path, patience: Patience = FOR_EVER) -> Shared:
    def respond(request: Request) -> Response:
        if request.path == "/film":
            return Response(200, {}, Part(film.open("rb", buffering=0), 0, len(FILM)))
        return Response(200, {}, [f"{request.method} {request.path}".encode()])

    return Shared(respond, patience, None, print, lambda _: None, lambda: None)


def connected(common: Shared, loop: asyncio.AbstractEventLoop, *, slow: bool = False) -> tuple[Connection, Wire]:
    wire = Wire(slow=slow)
    wire.heard = found = Connection(common, loop)
    found.connection_made(wire)
    return found, wire


def turn(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_until_complete(asyncio.sleep(0))


REQUESTS = (
    get("/1"),
    get("/2", "Connection: keep-alive", version="1.0"),
    get("/3?query", "X-Long: " + "a" * 9_000),
    get("/4", method="HEAD"),
    get("/5", "Content-Length: 5", method="POST") + b"GET /",
    get("/6", "Transfer-Encoding: chunked", method="POST") + b"3\r\nabc\r\n0\r\nX: y\r\n\r\n",
    get("/film"),
    b"\r\n" + get("/7"),
    last("/8"),
    get("/9", "Connection: Upgrade", "Upgrade: websocket"),
    get("/10", "Content-Length: 1", "Transfer-Encoding: chunked"),
    get("/11", " folded"),
    get("/" + "a" * 20_000),
    get("/12", *["X: y"] * 200),
    get("/13").replace(b"\r\n", b"\n"),
    b"BREW /14 HTTP/1.1\r\n\r\n",
)
ANY = st.lists(st.sampled_from(REQUESTS), min_size=1, max_size=40)


def said(common: Shared, loop: asyncio.AbstractEventLoop, packets: list[bytes]) -> bytes:
    found, wire = connected(common, loop)
    for packet in packets:
        found.data_received(packet)
    for _ in range(200):
        turn(loop)
    found.connection_lost(None)
    return bytes(wire.taken)


@settings(max_examples=60, deadline=None)
@given(ANY, st.randoms(use_true_random=False), st.integers(1, 60))
def test_requests_are_answered_alike_however_they_are_cut_into_packets(
    loop: asyncio.AbstractEventLoop, film: Path, requests: list[bytes], chance: random.Random, cuts: int
) -> None:
    asked = b"".join(requests)
    places = sorted(chance.randrange(len(asked)) for _ in range(cuts))
    packets = [asked[first:end] for first, end in zip([0, *places], [*places, len(asked)], strict=True) if end > first]
    common = shared(film)
    assert said(common, loop, packets) == said(common, loop, [asked])


def test_a_slow_reader_is_sent_more_when_he_has_taken_what_there_was(
    loop: asyncio.AbstractEventLoop, film: Path
) -> None:
    found, wire = connected(shared(film), loop, slow=True)
    found.data_received(get("/film") + get("/1"))
    most = 0
    while wire.waiting:
        most = max(most, len(wire.waiting))
        wire.take(7_000)
        turn(loop)
    assert FILM in wire.taken
    assert wire.taken.endswith(b"GET /1")
    assert most < 70_000


def test_a_reader_who_takes_a_little_now_and_then_is_not_let_go(
    loop: asyncio.AbstractEventLoop, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "untaken", lambda wire: len(wire.waiting))
    common = shared(film, Patience(taking=60, idle=1, request=1))
    found, wire = connected(common, loop, slow=True)
    found.data_received(get("/film"))
    for _ in range(50):
        wire.take(1)
        common.now += 61
        assert common.now >= found.due
        found.look()
    assert not wire.ended
    for _ in range(2):
        common.now += 61
        found.look()
    assert wire.aborted
    found.connection_lost(None)


def test_a_heap_of_requests_waits_outside(loop: asyncio.AbstractEventLoop, film: Path) -> None:
    found, wire = connected(shared(film), loop, slow=True)
    found.data_received(get("/film") + get("/1") * 9_999)
    assert len(found._parsing.heard) < 500
    while wire.waiting:
        wire.take(len(wire.waiting))
        for _ in range(700):
            turn(loop)
    assert wire.taken.count(b"GET /1") == 9_999
