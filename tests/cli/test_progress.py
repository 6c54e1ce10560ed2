"""What stands on a terminal while something long goes on, and never in a file."""

import os
import pty
import re
from collections.abc import Callable

import pytest

from kakehashi.cli.progress import LONG, counted
from kakehashi.cli.reporting import report
from kakehashi.findings import Finding, Severity
from kakehashi.words import words_of

FOUND = [Finding("build.not-a-folder", (), {"value": "x"}, severity) for severity in Severity]


def seen(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> str:
    """What a person sees on a terminal while something is done whose stderr it is."""
    screen, line = pty.openpty()
    with monkeypatch.context() as setting, os.fdopen(line, "w", encoding="utf-8") as stderr:
        setting.setattr("sys.stderr", stderr)
        setting.setenv("TERM", "xterm")
        act()
        stderr.flush()
        os.set_blocking(screen, False)
        told = b"".join(iter(lambda: _held(screen), b""))
    os.close(screen)
    return told.decode()


def _held(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except BlockingIOError:
        return b""


def test_many_things_are_counted_on_a_terminal_and_pass_unchanged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    passed: list[int] = []
    assert "100%" in seen(monkeypatch, lambda: passed.extend(counted(range(LONG), LONG)))
    assert (passed, capsys.readouterr().out) == (list(range(LONG)), "")


def test_few_things_are_over_before_they_can_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[int] = []
    assert seen(monkeypatch, lambda: passed.extend(counted(range(LONG - 1), LONG - 1))) == ""
    assert passed == list(range(LONG - 1))


def test_nothing_is_counted_where_stderr_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(counted(range(LONG), LONG)) == list(range(LONG))
    assert capsys.readouterr() == ("", "")


def test_things_are_asked_for_one_by_one() -> None:
    asked: list[int] = []
    things = counted((asked.append(number) or number for number in range(LONG)), LONG)
    assert (next(things), asked) == (0, [0])


def test_severities_have_colours_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    told = seen(monkeypatch, lambda: report(FOUND, words_of("en")))
    assert re.findall(r"\x1b\[(\d+)m\x1b\[1m(\w+)\x1b\[0m: x is", told) == [
        ("31", "error"),
        ("33", "warning"),
        ("36", "note"),
    ]


def test_a_person_who_wants_no_colours_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told = seen(monkeypatch, lambda: report(FOUND, words_of("en")))
    assert ("error: x is not a folder." in told, "\x1b" in told) == (True, False)


def test_a_file_has_no_colours(capsys: pytest.CaptureFixture[str]) -> None:
    report(FOUND, words_of("en"))
    told = capsys.readouterr().err
    assert (len(told.splitlines()), "\x1b" in told) == (3, False)
