"""A server on a port of this machine: what it refuses before it begins, and that it ends when it is told to."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from time import monotonic
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from kakehashi.findings import Refused
from kakehashi.server import Files, Preview, Reading, free_port, run, run_watching


def speaks_ipv6() -> bool:
    """Whether this machine has an IPv6 address of its own, which not every container has."""
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def refusal(address: str, port: int) -> tuple[str, object, object]:
    with pytest.raises(Refused) as refused:
        free_port(address, port)
    (finding,) = refused.value.findings
    return finding.code, finding.values["value"], finding.values["address"]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.fixture
def free() -> int:
    """A port that was free a moment ago, for every kind of address."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        return int(other.getsockname()[1])


def test_a_port_in_use_is_told_in_digits(taken: int) -> None:
    assert refusal("127.0.0.1", taken) == ("server.port-taken", str(taken), "127.0.0.1")


@pytest.mark.parametrize("address", ["no/name", "a" * 70, "\udcff", "..", "192.0.2.1", "2001:db8::1"])
def test_an_address_that_is_not_of_this_machine_is_told(address: str, free: int) -> None:
    assert refusal(address, free) == ("server.port-refused", str(free), address)


def test_a_name_is_turned_into_the_number_that_the_server_needs(free: int) -> None:
    assert free_port("localhost", free) in ("127.0.0.1", "::1")


def test_a_port_that_was_free_is_free_afterwards(free: int) -> None:
    assert [free_port("127.0.0.1", free) for _ in range(2)] == ["127.0.0.1", "127.0.0.1"]


def listens(address: str, port: int) -> bool:
    try:
        socket.create_connection((address, port), timeout=20).close()
    except OSError:
        return False
    return True


def asking(address: str, port: int, heard: list[bytes]) -> Callable[[], None]:
    """Asks for a page as soon as the server listens, and then tells it to stop, as Ctrl-C does."""

    def ask() -> None:
        while not listens(address, port):
            pass
        host = f"[{address}]" if ":" in address else address
        try:
            with urlopen(f"http://{host}:{port}/", timeout=20) as answer:
                heard.append(answer.read())
        finally:
            os.kill(os.getpid(), signal.SIGINT)

    return Thread(target=ask, daemon=True).start


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", *(["::1"] if speaks_ipv6() else [])])
def test_a_folder_is_served_until_the_interrupt(tmp_path: Path, free: int, address: str) -> None:
    (tmp_path / "index.html").write_bytes(b"week")
    heard: list[bytes] = []
    run(Files(tmp_path), address, free, asking(address, free, heard))
    assert heard == [b"week"]


def test_nothing_is_announced_that_cannot_be_served(tmp_path: Path, taken: int) -> None:
    announced: list[str] = []
    with pytest.raises(Refused):
        run(Files(tmp_path), "127.0.0.1", taken, lambda: announced.append("ready"))
    assert announced == []


def listening(port: int, act: Callable[[], object], heard: list[bytes], *, stop: bool = True) -> Callable[[], None]:
    """Opens the stream of changes as a page of the first reading does, acts, hears what is told, and has it stopped."""

    def listen() -> None:
        while not listens("127.0.0.1", port):
            pass
        address = f"http://127.0.0.1:{port}/_preview/changes?reading={quote(at(0).isoformat())}"
        # A connection that the end of the server leaves open is given up later, when no test asks any more.
        try:
            with suppress(OSError), urlopen(address, timeout=20) as told:
                heard.append(told.readline())
                act()
                heard.extend(line for line in told if line.strip())
        finally:
            if stop:
                os.kill(os.getpid(), signal.SIGINT)

    return Thread(target=listen, daemon=True).start


def at(second: int) -> datetime:
    return datetime(2021, 9, 29, tzinfo=UTC) + timedelta(seconds=second)


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """A file that was saved before the first reading."""
    file = tmp_path / "week.yaml"
    file.write_text("slug: tea")
    set_saved(file, at(-1))
    return file


def set_saved(file: Path, moment: datetime) -> None:
    os.utime(file, (moment.timestamp(), moment.timestamp()))


def previewed(week: Path, port: int, act: Callable[[], object], *, stop: bool = True) -> tuple[list[bytes], int]:
    """What a page hears from a preview of that week, and how often its folder was read."""
    readings = [Reading(at(second), None, [], [], "", "en") for second in range(9)]
    heard: list[bytes] = []
    application = Preview(week.parent, readings.pop(0))
    ready = listening(port, act, heard, stop=stop)
    run_watching(application, week.parent, lambda: readings.pop(0), "127.0.0.1", port, ready)
    return heard, 9 - len(readings)


def test_a_page_hears_of_a_file_that_is_saved(week: Path, free: int) -> None:
    assert previewed(week, free, lambda: week.write_text("slug: tee")) == ([b": open\n", b"data: changed\n"], 2)


def test_a_file_that_was_saved_before_anybody_watched_is_read_all_the_same(week: Path, free: int) -> None:
    set_saved(week, at(1))
    assert previewed(week, free, lambda: None) == ([b": open\n", b"data: changed\n"], 2)


def test_a_link_to_nowhere_is_no_change(week: Path, free: int) -> None:
    (week.parent / "old").symlink_to("nowhere")
    os.utime(week.parent / "old", (0, 0), follow_symlinks=False)
    assert previewed(week, free, lambda: week.write_text("slug: tee"))[1] == 2


def test_a_page_that_still_listens_is_left_without_a_word(
    week: Path, free: int, capfd: pytest.CaptureFixture[str]
) -> None:
    def end() -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    before = monotonic()
    heard, readings = previewed(week, free, end, stop=False)
    assert monotonic() - before < 10
    # Not a word more, and at once: a server that waits for its pages would be told so by their patience, 20 seconds.
    assert (heard, readings) == ([b": open\n"], 1)
    assert capfd.readouterr() == ("", "")
