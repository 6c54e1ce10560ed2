"""Requests on a connection, answered in their order, and what each answer says."""

import asyncio
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from tests.server.speaking import (
    FILM,
    SOON,
    WHOLE,
    Watched,
    answers,
    echo,
    folded,
    get,
    last,
    rest,
    showing,
    speaking,
)

from kakehashi.server.access_log import Log
from kakehashi.server.messages import SECURITY_HEADERS, Part, Request, Response
from kakehashi.server.parsing import BODY, TARGET

pytestmark = pytest.mark.usefixtures("loops")


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
