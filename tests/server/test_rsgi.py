"""What granian is told for each answer, and what the log is told."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from granian._granian import RSGIProtocolClosed

from kakehashi.server.access_log import Log, line
from kakehashi.server.asgi import SECURITY_HEADERS, Part, Request, Response
from kakehashi.server.rsgi import Entrance

HEADERS = {**SECURITY_HEADERS, "content-type": "text/plain"}


@dataclass
class Scope:
    method: str = "GET"
    path: str = "/tea-week/"
    query_string: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Protocol:
    """Writes down what it is told. A file is read when the answer has been given, as granian does."""

    def __init__(self, taken: int = 99) -> None:
        self.told: list[object] = []
        self.taken = taken

    def response_empty(self, status: int, headers: list[tuple[str, str]]) -> None:
        self.told = [status, dict(headers)]

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.told = [status, dict(headers), body]

    def response_file_range(self, status: int, headers: list[tuple[str, str]], file: str, start: int, end: int) -> None:
        self.told = [status, dict(headers), (file, start, end)]

    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> "Protocol":
        self.told = [status, dict(headers)]
        return self

    async def send_bytes(self, data: bytes) -> None:
        if len(self.told) - 2 >= self.taken:
            raise RSGIProtocolClosed
        self.told.append(data)


def asked(response: Response, protocol: Protocol, method: str = "GET", log: Log | None = None) -> list[object]:
    async def ask() -> None:
        entrance = Entrance(lambda _: response, log)
        await entrance.__rsgi__(Scope(method), protocol)
        match protocol.told:
            case [*told, (str() as file, int() as start, int() as end)]:
                protocol.told = [*told, Path(file).read_bytes()[start:end]]
        entrance.__rsgi_del__(asyncio.get_running_loop())

    asyncio.run(ask())
    return protocol.told


def test_bytes_are_sent_in_one_piece() -> None:
    assert asked(Response(200, HEADERS, [b"one", b"two"]), Protocol()) == [200, HEADERS, b"onetwo"]
    assert asked(Response(304, HEADERS), Protocol()) == [304, HEADERS]


def test_every_answer_has_the_headers_that_protect_readers_unless_it_has_its_own() -> None:
    own = {"referrer-policy": "same-origin"}
    assert asked(Response(404, own), Protocol()) == [404, {**SECURITY_HEADERS, **own}]


def test_a_file_is_read_by_its_number_and_closed_at_the_end(tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.write_bytes(b"0123456789")
    file = film.open("rb", buffering=0)
    film.unlink()
    assert asked(Response(206, HEADERS, Part(file, 2, 3)), Protocol()) == [206, HEADERS, b"234"]
    assert file.closed


def test_a_film_that_a_crowd_asks_for_is_open_once_until_the_last_was_answered(tmp_path: Path) -> None:
    films = [tmp_path / "film", tmp_path / "other"]
    for film in films:
        film.write_bytes(film.name.encode())
    opened = [film.open("rb", buffering=0) for film in films for _ in range(50)]

    async def ask() -> None:
        responses = iter([Response(206, HEADERS, Part(file, 0, 9)) for file in opened])
        entrance = Entrance(lambda _: next(responses), None)
        for file in opened:
            name = Path(str(file.name)).name
            protocol = Protocol()
            await entrance.__rsgi__(Scope(), protocol)
            match protocol.told:
                case [_, _, (str() as number, 0, 9)]:
                    assert Path(number).read_text() == name
                case _:
                    raise AssertionError(protocol.told)
        assert sum(not file.closed for file in opened) == len(films)
        entrance.__rsgi_del__(asyncio.get_running_loop())

    asyncio.run(ask())
    assert all(file.closed for file in opened)


@pytest.mark.parametrize(("method", "size"), [("HEAD", 3), ("GET", 0)])
def test_a_file_of_which_nothing_is_sent_is_closed_at_once(tmp_path: Path, method: str, size: int) -> None:
    (tmp_path / "film").write_bytes(b"0123456789")
    file = (tmp_path / "film").open("rb", buffering=0)
    assert asked(Response(200, HEADERS, Part(file, 0, size)), Protocol(), method) == [200, HEADERS]
    assert file.closed


ended: list[str] = []


async def parts() -> AsyncGenerator[bytes, None]:
    try:
        for part in (b"one", b"two", b"three"):
            yield part
    finally:
        ended.append("ended")


def test_a_stream_is_sent_in_parts_until_the_reader_goes() -> None:
    ended.clear()
    assert asked(Response(200, HEADERS, parts()), Protocol()) == [200, HEADERS, b"one", b"two", b"three"]
    assert asked(Response(200, HEADERS, parts()), Protocol(taken=1)) == [200, HEADERS, b"one"]
    assert ended == ["ended", "ended"]


def test_a_fault_of_ours_ends_one_request_and_is_told_to_who_looks_after_the_server(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(request: Request) -> Response:
        raise LookupError("tea")

    protocol = Protocol()
    asyncio.run(Entrance(fail, None).__rsgi__(Scope(), protocol))
    assert (protocol.told[0], protocol.told[2]) == (500, b"This went wrong here.\n")
    assert capsys.readouterr().err == "LookupError: tea\n"


def test_the_log_has_a_line_for_each_answer() -> None:
    written: list[bytes] = []
    asked(Response(200, HEADERS, [b"one"]), Protocol(), log=Log(written.append))
    asked(Response(200, HEADERS, [b"one"]), Protocol(), "HEAD", Log(written.append))
    told = [line.split()[:-1] for line in written]
    assert told == [[b"GET", b"/tea-week/", b"200", b"3"], [b"HEAD", b"/tea-week/", b"200", b"0"]]


def test_lines_wait_for_each_other_and_are_written_once() -> None:
    written: list[bytes] = []
    log = Log(written.append)
    for name in ("a", "b"):
        log.add(f"{name}\n")
    for _ in range(2):
        log.flush()
    assert written == [b"a\nb\n"]


def test_a_log_that_nobody_takes_is_given_up() -> None:
    asked: list[bytes] = []

    def full(content: bytes) -> None:
        asked.append(content)
        raise OSError(28, "No space left on device")

    log = Log(full)
    for line_told in ("a\n", "b\n"):
        log.add(line_told)
        log.flush()
    # Nothing heaps up meanwhile: what was not taken is not offered again.
    assert asked == [b"a\n", b"b\n"]


@pytest.mark.parametrize("path", ["/" + "a" * 900, "/\n200 0 0.0\nGET /", "/\udcff", "/茶 x", "\x1b[31m"])
def test_a_path_is_one_word_of_one_line(path: str) -> None:
    told = line("GET", path, 404, 5, 0.125)
    assert len(told.split(" ")) == 5
    assert (told.count("\n"), told.isascii(), len(told) < 4_000) == (1, True, True)
