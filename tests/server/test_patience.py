"""Who keeps a server waiting, how many there may be, and how it ends."""

from contextlib import ExitStack, closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.server.speaking import (
    FILM,
    FOR_EVER,
    SOON,
    WHOLE,
    Watched,
    answers,
    echo,
    get,
    head,
    last,
    rest,
    showing,
    speaking,
)

from kakehashi.server import bodies
from kakehashi.server.access_log import Log
from kakehashi.server.messages import Part, Request, Response
from kakehashi.server.patience import Patience

pytestmark = pytest.mark.usefixtures("loops")


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


def test_the_log_has_a_line_for_an_answer_that_was_cut_off(film: Path) -> None:
    written: list[bytes] = []
    with speaking(showing(film), log=Log(written.append)) as server, closing(server.connect()) as reader:
        reader.sendall(get("/film"))
        reader.recv(1_000)
    method, path, status, size, _ = b"".join(written).split()
    assert (method, path, status) == (b"GET", b"/film", b"200")
    assert 0 < int(size) < len(FILM)


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
