"""A reader's connection: what is asked and answered on it, in which order, and how long it may last."""

import asyncio
import io
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import ExitStack, closing
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest
from tests.server.speaking import FOR_EVER, SOON, answers, folded, get, head, last, rest, speaking

from kakehashi.server import bodies, serving
from kakehashi.server.access_log import Log
from kakehashi.server.messages import SECURITY_HEADERS, Part, Request, Response
from kakehashi.server.parsing import BODY, HEAD, TARGET
from kakehashi.server.patience import Patience

FILM = bytes(range(256)) * 4 * 16_384
"""16 MiB: more than any buffer on the way takes."""
WHOLE = folded(FILM)


@pytest.fixture(autouse=True, params=["uvloop", "asyncio"])
def loop(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both loops on which we serve."""
    if request.param == "uvloop":
        pytest.importorskip("uvloop")
    else:
        monkeypatch.setattr(serving, "_loop_factory", lambda: asyncio.new_event_loop)


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


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film"
    path.write_bytes(FILM)
    return path


def showing(path: Path, first: int = 0, size: int = len(FILM)) -> Callable[[Request], Response]:
    """Answers with a film."""
    return lambda _: Response(200, {}, Part(path.open("rb", buffering=0), first, size))


# Requests


def test_requests_that_come_together_are_answered_in_their_order(film: Path) -> None:
    def respond(request: Request) -> Response:
        return showing(film)(request) if request.path == "/film" else echo(request)

    asked = b"".join(get(path) for path in ("/1", "/film", "/2", *["/3"] * 99, "/film")) + last("/4")
    with speaking(respond) as server:
        came = answers(server.told(asked))
    pages = [(200, f"GET /{number}".encode()) for number in (1, 2, *[3] * 99, 4)]
    assert came == [pages[0], (200, WHOLE), *pages[1:-1], (200, WHOLE), pages[-1]]


def test_a_request_may_come_byte_by_byte() -> None:
    with speaking(echo) as server, closing(server.connect()) as reader:
        reader.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in last("/%E8%8C%B6?x#y", "X-Empty:"):
            reader.send(bytes([byte]))
        assert answers(rest(reader)) == [(200, "GET /茶".encode())]


def test_what_is_asked_reaches_the_application() -> None:
    asked: list[Request] = []

    def respond(request: Request) -> Response:
        asked.append(request)
        return Response(204)

    with speaking(respond) as server:
        server.told(
            get("/%2e%2e/%ff%zz//a?b%20c?d#e", "Accept-Encoding: gzip ", "accept-encoding: br", "X: \u00e9")
            + get("http://other.example/p?q")
            + get("http://other.example?q")
            + last("*", method="OPTIONS")
        )
    host = {"host": "week.example"}
    assert asked == [
        # As UTF-8 the last header's letter is two of Latin-1, which is what headers are read as.
        Request("GET", "/../\ufffd%zz//a", "b%20c?d", host | {"accept-encoding": "gzip, br", "x": "\u00c3\u00a9"}),
        Request("GET", "/p", "q", {"host": "other.example"}),
        Request("GET", "/", "q", {"host": "other.example"}),
        Request("OPTIONS", "*", "", host | {"connection": "close"}),
    ]


def test_what_comes_with_a_request_is_read_and_thrown_away() -> None:
    chunks = b"3;a=b\r\nabc\r\n0\r\nTrailer: x\r\n\r\n"
    asked = get("/1", f"Content-Length: {BODY}", method="POST") + bytes(BODY)
    asked += get("/2", "Transfer-Encoding: chunked", method="POST") + chunks + last("/3")
    with speaking(echo) as server:
        assert answers(server.told(asked)) == [(200, b"POST /1"), (200, b"POST /2"), (200, b"GET /3")]


def test_who_waits_before_the_body_is_told_to_send_it() -> None:
    waiting = "Expect: 100-continue"
    with speaking(echo) as server, closing(server.connect()) as reader:
        reader.sendall(get("/", waiting) + last("/", "Content-Length: 3", waiting, method="POST"))
        came = b""
        while b"100 Continue\r\n\r\n" not in came:
            came += reader.recv(999)
        reader.sendall(b"abc")
        assert answers(came + rest(reader)) == [(200, b"GET /"), (100, b""), (200, b"POST /")]
        too_much = get("/", f"Content-Length: {BODY + 1}", waiting, method="POST")
        assert [status for status, _ in answers(server.told(too_much))] == [413]


LONG = "a" * 1_000
REFUSED = {
    b"TEAPOT": 400,
    b"\x16\x03\x01": 400,
    b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n": 400,
    b"GET / HTTP/1.1\r\n\r\n": 400,
    get("/", "Host: other.example"): 400,
    get("*"): 400,
    get("x"): 400,
    get("/a b"): 400,
    get("/\x7f"): 400,
    get("/", version="2.0"): 505,
    get("/", version="1.2"): 400,
    b"GET /\r\n\r\n": 505,
    get("/" + "a" * TARGET): 414,
    get("/", *[f"X{number}: {LONG}" for number in range(HEAD // 1_000 + 1)]): 431,
    get("/", *["X: y"] * 200): 431,
    get("/")[:-2] + b"X: " + b"a" * 3 * HEAD: 431,
    get("/")[:-2] + b"a" * 3 * HEAD: 431,
    get("/", f"Content-Length: {BODY + 1}", method="POST"): 413,
    get("/", "Transfer-Encoding: chunked", method="POST") + b"%x\r\n" % (BODY + 1) + bytes(BODY + 1): 413,
    # What two servers could read as two different things.
    get("/", "Content-Length: 3", "Transfer-Encoding: chunked", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", "Content-Length: 3", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Content-Length: 3", "Content-Length: 4", method="POST") + b"abcd": 400,
    get("/", "Content-Length: 3", "Content-Length: 3", method="POST") + b"abc": 400,
    get("/", "Content-Length: +3", method="POST") + b"abc": 400,
    get("/", "Content-Length: 0x3", method="POST") + b"abc": 400,
    get("/", "Content-Length: 3, 3", method="POST") + b"abc": 400,
    get("/", "Content-Length: -1", method="POST"): 400,
    get("/", "Transfer-Encoding: xchunked", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked, identity", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", method="POST", version="1.0") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", method="POST") + b"3\nabc\r\n0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", method="POST") + b"-3\r\nabc\r\n0\r\n\r\n": 400,
    get("/").replace(b"\r\n", b"\n"): 400,
    get("/", "X: a\nY: b"): 400,
    get("/", "X: a\rY: b"): 400,
    get("/", "X : a"): 400,
    get("/", "X: a\0b"): 400,
    get("/", "X: a", " folded"): 400,
    get("/", " X: a"): 400,
    get("/", ": a"): 400,
    get("/", "X"): 400,
}


@pytest.mark.parametrize(("asked", "status"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_no_request_is_refused_and_nothing_after_it_is_read(asked: bytes, status: int) -> None:
    with speaking(echo) as server:
        whole = get("/before") + asked + b"\r\n\r\n" + get("/hidden") * 9
        # All of it may not be taken any more.
        with closing(server.connect()) as reader:
            reader.sendall(whole)
            came = answers(rest(reader))
    assert [status for status, _ in came] == [200, status]
    assert b"hidden" not in came[1][1]


@pytest.mark.parametrize(
    "asked", [get("/1", "Connection: Upgrade", "Upgrade: h2c"), get("week.example:443", method="CONNECT"), last("/1")]
)
def test_after_the_last_answer_nothing_is_read(asked: bytes) -> None:
    with speaking(echo) as server:
        assert len(answers(server.told(asked + get("/2")))) == 1


# Answers


def test_every_answer_says_when_how_long_and_to_be_careful() -> None:
    with speaking(lambda _: Response(404, {"referrer-policy": "same-origin"}, [b"one", b"two"])) as server:
        said, _, body = server.told(last("/")).partition(b"\r\n\r\n")
    first, *lines = said.decode().split("\r\n")
    told = dict(line.split(": ", 1) for line in lines)
    assert (first, body, told.pop("date")[-4:]) == ("HTTP/1.1 404 Not Found", b"onetwo", " GMT")
    assert told == {
        **SECURITY_HEADERS,
        "referrer-policy": "same-origin",
        "content-length": "6",
        "connection": "close",
    }


async def streamed() -> AsyncGenerator[bytes, None]:
    for part in (b"one", b"", b"two"):
        yield part


def respond_by_path(film: Path) -> Callable[[Request], Response]:
    return lambda request: {
        "/bytes": lambda: Response(200, {}, [b"abc"]),
        "/none": lambda: Response(304, {}),
        "/film": lambda: showing(film)(request),
        "/nothing": lambda: showing(film, 0, 0)(request),
        "/stream": lambda: Response(200, {}, streamed()),
        "/fault": lambda: Response(200, {"x": "a\r\nb"}, [b"abc"]),
    }[request.path]()


@pytest.mark.parametrize("path", ["/bytes", "/none", "/film", "/nothing", "/stream", "/fault"])
def test_an_answer_to_head_has_no_body(film: Path, path: str) -> None:
    with speaking(respond_by_path(film)) as server:
        came = server.told(get(path, method="HEAD") + last("/bytes"))
        assert came.count(b"\r\n\r\n") == 2
        assert came.partition(b"\r\n\r\n")[2].startswith(b"HTTP/1.1 200 OK")
        assert server.told(get(path + "a" * TARGET, method="HEAD")).endswith(b"\r\n\r\n")


@pytest.mark.parametrize(("first", "size"), [(0, 3), (1, 70_000), (300, len(FILM) - 300), (len(FILM) - 1, 1)])
def test_a_part_of_a_film_is_sent_and_no_more(film: Path, first: int, size: int) -> None:
    with speaking(showing(film, first, size)) as server:
        assert answers(server.told(last("/"))) == [(200, folded(FILM[first : first + size]))]


def test_a_film_that_has_become_shorter_is_not_taken_for_whole(film: Path) -> None:
    file = Watched(film)
    with speaking(lambda _: Response(200, {}, Part(file, 0, len(FILM)))) as server, closing(server.connect()) as reader:
        reader.sendall(get("/"))
        came = reader.recv(1_000)
        with film.open("r+b") as shorter:
            shorter.truncate(1_000)
        try:
            came += rest(reader)
        except ConnectionResetError:
            came += b""
    assert len(came) < len(FILM)
    assert file.let_go.wait(SOON)


def test_a_stream_is_sent_in_chunks_or_up_to_the_end_of_the_connection(film: Path) -> None:
    with speaking(respond_by_path(film)) as server:
        new, old = (server.told(last("/stream", version=version)) for version in ("1.1", "1.0"))
    assert new.partition(b"\r\n\r\n")[2] == b"3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"
    assert (old.partition(b"\r\n\r\n")[2], b"chunked" in old) == (b"onetwo", False)


def test_a_stream_ends_when_its_reader_goes() -> None:
    ended = Event()

    async def unending() -> AsyncGenerator[bytes, None]:
        try:
            yield b"one"
            await asyncio.Event().wait()
        finally:
            ended.set()

    with speaking(lambda _: Response(200, {}, unending())) as server:
        with closing(server.connect()) as reader:
            reader.sendall(get("/"))
            assert reader.recv(999)
        assert ended.wait(SOON)


def test_a_stream_waits_for_its_reader() -> None:
    made: list[int] = []

    async def much() -> AsyncGenerator[bytes, None]:
        for _ in range(1_000):
            made.append(1)
            yield bytes(1 << 16)

    with speaking(lambda _: Response(200, {}, much())) as server, closing(server.connect()) as reader:
        reader.sendall(get("/", "Connection: close"))
        ahead, taken = 0, 0
        while piece := reader.recv(1 << 16):
            taken += len(piece)
            ahead = max(ahead, (len(made) << 16) - taken)
    assert len(made) == 1_000
    assert ahead < 32 << 20


def test_a_stream_that_fails_has_no_end(capsys: pytest.CaptureFixture[str]) -> None:
    async def failing() -> AsyncGenerator[bytes, None]:
        yield b"one"
        raise LookupError("tea")

    with speaking(lambda _: Response(200, {}, failing())) as server:
        assert server.told(get("/")).endswith(b"3\r\none\r\n")
    assert capsys.readouterr().err == "LookupError: tea\n"


def test_in_http_1_0_the_connection_ends_unless_its_reader_has_it_stay() -> None:
    old, stays = get("/1", version="1.0"), get("/1", "Connection: keep-alive", version="1.0")
    with speaking(echo) as server:
        assert answers(server.told(old + get("/2"))) == [(200, b"GET /1")]
        came = server.told(stays + last("/2"))
    assert (answers(came), came.count(b"connection: keep-alive")) == ([(200, b"GET /1"), (200, b"GET /2")], 1)


def test_a_reader_who_has_said_all_still_gets_what_was_asked_for(film: Path) -> None:
    with speaking(showing(film)) as server, closing(server.connect()) as reader:
        reader.sendall(get("/1") + get("/2"))
        reader.shutdown(socket.SHUT_WR)
        assert answers(rest(reader)) == [(200, WHOLE)] * 2


def test_a_fault_of_ours_ends_one_request_and_is_told_to_who_looks_after_the_server(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(request: Request) -> Response:
        if request.path == "/fail":
            raise LookupError("tea")
        return Response(200, {"location": request.path}) if request.path != "/" else echo(request)

    with speaking(fail) as server:
        came = answers(server.told(get("/fail") + get("/%0d%0aSet-Cookie:x") + get("/%E8%8C%B6") + last("/")))
    wrong = (500, b"This went wrong here.\n")
    assert came == [wrong, wrong, wrong, (200, b"GET /")]
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in told] == ["LookupError", "Unsendable", "Unsendable"]


def test_the_log_has_a_line_for_each_answer(film: Path) -> None:
    written: list[bytes] = []
    with speaking(respond_by_path(film), log=Log(written.append)) as server:
        server.told(get("/bytes") + get("/bytes", method="HEAD") + get("/film") + last("/stream"))
    told = [line.split()[:-1] for line in b"".join(written).splitlines()]
    assert told == [
        [b"GET", b"/bytes", b"200", b"3"],
        [b"HEAD", b"/bytes", b"200", b"0"],
        [b"GET", b"/film", b"200", str(len(FILM)).encode()],
        [b"GET", b"/stream", b"200", b"6"],
    ]


# Those who keep a server waiting

LITTLE = 0.05


def patient(**less: float) -> Patience:
    return Patience(**{**{name: getattr(FOR_EVER, name) for name in Patience.__slots__}, **less})


def test_a_request_that_does_not_come_to_its_end_is_let_go() -> None:
    with speaking(echo, patient(request=LITTLE)) as server:
        for begun in (b"G", get("/")[:-1], get("/", "Content-Length: 3", method="POST")):
            assert [status for status, _ in answers(server.told(get("/1") + begun))] == [200, 408]


def test_a_connection_on_which_nothing_more_is_asked_is_let_go() -> None:
    with speaking(echo, patient(idle=LITTLE)) as server:
        assert server.told(b"") == b""
        assert answers(server.told(get("/"))) == [(200, b"GET /")]


def test_a_reader_who_takes_nothing_is_let_go(film: Path) -> None:
    file = Watched(film)
    with (
        speaking(lambda _: Response(200, {}, Part(file, 0, len(FILM))), patient(taking=LITTLE)) as server,
        closing(server.connect()) as reader,
    ):
        reader.sendall(get("/"))
        assert file.let_go.wait(SOON)


def test_slow_readers_of_a_film_cost_little_and_get_all_of_it(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with film.open("ab") as longer:
        longer.write(FILM * 3)
    whole, read = 4 * len(FILM), [0]
    pread = bodies.os.pread

    def counted(number: int, size: int, at: int) -> bytes:
        read[0] += size
        return pread(number, size, at)

    monkeypatch.setattr(bodies.os, "pread", counted)
    with speaking(showing(film, 0, whole)) as server, closing(server.connect()) as reader:
        reader.sendall(last("/"))
        head(reader)
        ahead, taken, seen = 0, 0, sha256()
        while piece := reader.recv(1 << 16):
            seen.update(piece)
            taken += len(piece)
            ahead = max(ahead, read[0] - taken)
    assert (taken, seen.digest()) == (whole, sha256(FILM * 4).digest())
    # What the system holds of it, and one piece.
    assert ahead < whole // 2


def test_a_film_that_a_crowd_reads_is_open_once(film: Path) -> None:
    opened: list[Watched] = []

    def respond(_: Request) -> Response:
        opened.append(Watched(film))
        return Response(200, {}, Part(opened[-1], 0, len(FILM)))

    with speaking(respond) as server, ExitStack() as crowd:
        readers = [crowd.enter_context(closing(server.connect())) for _ in range(20)]
        begun = []
        for reader in readers:
            reader.sendall(last("/"))
            begun.append(reader.recv(1_000))
        assert sum(not file.closed for file in opened) == 1
        film.unlink()
        for first, reader in zip(begun, readers, strict=True):
            assert answers(first + rest(reader)) == [(200, WHOLE)]
    assert all(file.closed for file in opened)


def test_there_is_room_for_another_reader_while_some_only_wait(film: Path) -> None:
    def respond(request: Request) -> Response:
        return showing(film)(request) if request.path == "/film" else echo(request)

    with speaking(respond, most=2) as server, ExitStack() as crowd:
        first, second = (crowd.enter_context(closing(server.connect())) for _ in range(2))
        for reader in (first, second):
            reader.sendall(get("/film"))
            assert reader.recv(1_000)
        # Both are served, and there is no room.
        with closing(server.connect()) as third:
            assert [status for status, _ in answers(rest(third))] == [503]
        second.close()
        with closing(server.connect()) as fourth:
            fourth.sendall(get("/4"))
            assert fourth.recv(1_000)
            # The fourth has its answer, and makes room for the fifth.
            assert answers(server.told(last("/5"))) == [(200, b"GET /5")]
            assert rest(fourth) == b""


# The end


def test_what_was_begun_is_finished_at_the_end_and_who_only_waits_is_let_go(film: Path) -> None:
    with speaking(showing(film)) as server, ExitStack() as readers:
        idle, reading, asking = (readers.enter_context(closing(server.connect())) for _ in range(3))
        reading.sendall(get("/1") + get("/2"))
        begun = reading.recv(1_000)
        asking.sendall(get("/3")[:-2])
        server.end()
        assert rest(idle) == b""
        asking.sendall(b"\r\n")
        assert answers(rest(asking)) == [(200, WHOLE)]
        came = begun + rest(reading)
        assert (answers(came), came.count(b"connection: close")) == ([(200, WHOLE)] * 2, 1)
        for reader in (reading, asking):
            reader.close()
        server.thread.join(SOON)
        assert not server.thread.is_alive()
        with pytest.raises(ConnectionRefusedError):
            server.connect()


def test_the_end_does_not_wait_for_ever(film: Path) -> None:
    file = Watched(film)
    answer = Response(200, {}, Part(file, 0, len(FILM)))
    with speaking(lambda _: answer, patient(ending=LITTLE)) as server, closing(server.connect()) as reader:
        reader.sendall(get("/"))
        assert reader.recv(1_000)
        server.end()
        server.thread.join(SOON)
        assert (server.thread.is_alive(), file.closed) == (False, True)
