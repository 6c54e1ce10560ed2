"""What the log is told, and how."""

import pytest

from kakehashi.server.access_log import Log, line


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
