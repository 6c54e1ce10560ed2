"""The processes that serve releases: over the wire, while they are replaced, and beside many who only wait."""

import os
import random
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from tests.server.asking import ask
from tests.server.releasing import STYLE, WEEK, page, pages, publish
from tests.server.serving import port_of, served, sockets
from tests.server.strange import strange_targets

from kakehashi.server import Hosting, Releases

FILM = bytes(range(256)) * 4 * 16_384
"""16 MiB: more than any buffer on the way takes."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    publish(data, {**pages(), "media/film.webm": FILM})
    return data


@pytest.fixture(scope="module")
def port(data: Path) -> Iterator[int]:
    """Where the server listens that most tests share."""
    with sockets(2) as heard, served(data, heard):
        yield port_of(heard)


def connection(port: int) -> HTTPConnection:
    return HTTPConnection("127.0.0.1", port, timeout=20)


def status(port: int, path: str = f"/{WEEK}/en/") -> int:
    """The status of an answer that came whole."""
    asked = connection(port)
    try:
        asked.request("GET", path)
        answer = asked.getresponse()
        answer.read()
        return answer.status
    finally:
        asked.close()


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", f"/{WEEK}/en/", {}),
        ("GET", f"/{WEEK}/en/", {"Accept-Encoding": "br"}),
        ("HEAD", f"/{WEEK}/en/", {"Accept-Encoding": "gzip"}),
        ("HEAD", f"/{WEEK}/media/film.webm", {}),
        ("GET", f"/{WEEK}/media/film.webm", {}),
        ("GET", f"/{WEEK}/media/film.webm", {"Range": "bytes=1000000-9000000"}),
        ("GET", f"/{WEEK}/{STYLE}", {"If-None-Match": "*"}),
        ("GET", f"/{WEEK}/{STYLE}", {"Range": "bytes=99999-"}),
        ("GET", f"/{WEEK}", {}),
        ("GET", f"/{WEEK}/", {"Accept-Language": "ja"}),
        ("GET", f"/{WEEK}/none/", {}),
        ("POST", f"/{WEEK}/en/", {}),
        ("GET", "/", {}),
    ],
)
def test_the_wire_carries_what_was_answered(
    data: Path, port: int, method: str, path: str, headers: dict[str, str]
) -> None:
    asked = connection(port)
    asked.request(method, path, headers={"Accept-Encoding": "", **headers})
    answer = asked.getresponse()
    body, got = answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    asked.close()
    expected = ask(
        Releases(Hosting(data)), path, method=method, **{n.replace("-", "_").lower(): v for n, v in headers.items()}
    )
    assert (answer.status, body) == (expected.status, expected.body)
    assert expected.headers.items() <= got.items()
    if method == "GET" and answer.status != 304:
        assert got["content-length"] == str(len(body))


def test_no_strange_bytes_on_the_wire_are_an_error_of_ours(port: int) -> None:
    known = [WEEK, "en", *pages()]
    for target in islice(strange_targets(random.Random(4), known), 300):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as asked:
            asked.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            first = asked.recv(12)
        assert re.fullmatch(rb"HTTP/1\.1 [234]", first[:10]), (target, first)
    assert status(port) == 200


def test_another_reader_is_served_beside_two_thousand_who_only_wait(port: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4_096)), hard))
    with ExitStack() as waiting:
        for _ in range(2_000):
            waiting.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
        assert [status(port) for _ in range(20)] == [200] * 20


def test_a_release_that_is_made_meanwhile_is_seen_by_the_next_reader_in_every_process(
    tmp_path: Path,
) -> None:
    def shown(port: int) -> bytes:
        asked = connection(port)
        asked.request("GET", f"/{WEEK}/en/")
        content = asked.getresponse().read()
        asked.close()
        return content

    publish(tmp_path, pages())
    with sockets(2) as own, served(tmp_path, own):
        port = port_of(own)
        assert {shown(port) for _ in range(20)} == {page("tea")}
        publish(tmp_path, {**pages(), "en/index.html": page("more tea")})
        assert {shown(port) for _ in range(20)} == {page("more tea")}


@pytest.mark.parametrize("number", [1, 2])
def test_no_reader_is_refused_while_the_server_is_replaced(data: Path, number: int) -> None:
    done = Event()

    def read(port: int) -> list[int]:
        seen = []
        while not done.is_set():
            seen.append(status(port))
        return seen

    with sockets(number) as own, ThreadPoolExecutor(8) as readers:
        port = port_of(own)
        try:
            with served(data, own):
                reading = [readers.submit(read, port) for _ in range(8)]
                status(port)
            # The first has ended. Who came since then waits for the second.
            with served(data, own) as second:
                status(port)
                second.send_signal(signal.SIGHUP)
                # While it replaces its processes, and after the third has come beside it.
                with served(data, own):
                    status(port)
                    second.terminate()
                    second.wait(timeout=20)
                    status(port)
                    done.set()
                    answers = [answer for one in reading for answer in one.result(timeout=20)]
        finally:
            done.set()
    assert set(answers) == {200}
    assert len(answers) > 50


def test_what_was_begun_is_finished_when_the_server_is_told_to_end(data: Path) -> None:
    with sockets(2) as own, served(data, own) as process:
        asked = connection(port_of(own))
        asked.request("GET", f"/{WEEK}/media/film.webm")
        answer = asked.getresponse()
        begun = answer.read(1_000)
        process.terminate()
        assert begun + answer.read() == FILM
        asked.close()
        assert process.wait(timeout=20) == 0


def test_the_log_tells_of_answers_and_not_of_readers(data: Path) -> None:
    with sockets(2) as own, served(data, own, "--log", "--workers", "1") as process:
        asked = connection(port_of(own))
        for path in (f"/{WEEK}/en/?who=Ada", f"/{WEEK}/%0Anone"):
            asked.request("GET", path, headers={"User-Agent": "Lovelace", "Referer": "http://ada.example/"})
            asked.getresponse().read()
        asked.close()
        process.terminate()
        _, log = process.communicate(timeout=20)
    timeless = [re.sub(r" \d+ \d+\.\d\n", " bytes ms\n", line) for line in log.splitlines(keepends=True)]
    assert timeless == [f"GET /{WEEK}/en/ 200 bytes ms\n", f"GET /{WEEK}/%0Anone 404 bytes ms\n"]


def test_a_server_to_which_nothing_is_handed_over_listens_by_itself_until_ctrl_c(data: Path) -> None:
    with sockets(1) as (free,):
        port = port_of([free])
    program = [sys.executable, "-m", "kakehashi", "serve", "--data", str(data), "--port", str(port)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert [status(port) for _ in range(4)] == [200] * 4
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == 0


BEGINNING = """\
import os, signal
from kakehashi.server.supervising import begin_by_itself, held
told = []
signal.signal(signal.SIGTERM, lambda *_: told.append("told"))
with held():
    begun = os.fork()
    if begun == 0:
        os.kill(os.getpid(), signal.SIGTERM)
        begin_by_itself()
        signal.pause()
        os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(begun, 0)[1]))
os.kill(os.getpid(), signal.SIGTERM)
print(told)
"""
"""A process that notes signals, and one beside it that is told to end before it has begun anything."""


def test_a_process_that_has_only_begun_ends_when_it_is_told_to() -> None:
    done = subprocess.run([sys.executable, "-c", BEGINNING], capture_output=True, text=True, timeout=20, check=True)
    assert done.stdout == f"{-signal.SIGTERM}\n['told']\n"


def children(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a server has begun."""
    return [int(number) for number in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_a_process_that_ends_by_itself_is_followed_by_another(data: Path) -> None:
    with sockets(2) as own, served(data, own) as process:
        port = port_of(own)
        first = children(process)
        os.kill(first[0], signal.SIGKILL)
        # Who comes to the place of the one that ended waits for the next, which has one more answer to give.
        assert [status(port) for _ in range(20)] == [200] * 20
        second = children(process)
        process.terminate()
        assert process.wait(timeout=20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == f"process {first[0]} ended with status {-signal.SIGKILL}\n"
    assert (len(first), len(second), set(first) & set(second)) == (2, 2, {first[1]})


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_each_process_is_replaced_when_that_is_asked_for_and_nothing_of_it_is_kept(data: Path) -> None:
    with sockets(2) as own, served(data, own) as process:

        def held() -> int:
            return len(list(Path(f"/proc/{process.pid}/fd").iterdir()))

        first, before, until = children(process), held(), monotonic() + 20
        process.send_signal(signal.SIGHUP)
        while len(now := children(process)) != 2 or set(now) & set(first) or held() != before:
            assert status(port_of(own)) == 200
            assert monotonic() < until


def test_the_processes_end_with_the_one_that_looks_after_them(data: Path) -> None:
    with sockets(1) as own, served(data, own) as process:
        asked = connection(port_of(own))
        asked.connect()
        asked.request("GET", f"/{WEEK}/en/")
        asked.getresponse().read()
        process.kill()
        # The connection stays as long as the process that has it.
        assert asked.sock is not None
        assert asked.sock.recv(1) == b""
        asked.close()
