"""How a search is going is told as it goes, and not too often."""

import io

import pytest

from kakehashi.cli.searching import SearchProgress
from kakehashi.planner import Incumbent, Solution
from kakehashi.words import words_of

NOTHING = Solution({}, {})


def followed(moments: list[Incumbent]) -> None:
    """A search that knew this at these moments."""
    progress = SearchProgress(words_of("en"))
    for now in moments:
        if now.value is None:
            progress.bounded(now)
        else:
            progress.improved(now, NOTHING)
    progress.ended()


MOMENTS = [
    Incumbent(0.1, None, 0),
    Incumbent(0.2, 90, 0),
    Incumbent(0.3, 80, 0),
    Incumbent(0.5, 50, 10),
    Incumbent(0.6, 40, 10),
]


def test_a_log_has_a_line_now_and_then_and_the_last_one(capsys: pytest.CaptureFixture[str]) -> None:
    followed(MOMENTS)
    assert capsys.readouterr().err.splitlines() == [
        "0.1 s: none yet, bound 0",
        "0.5 s: best 50, bound 10, gap 80%",
        "0.6 s: best 40, bound 10, gap 75%",
    ]


def test_on_a_terminal_one_line_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    followed(MOMENTS[:2])
    first, second = "0.1 s: none yet, bound 0", "0.2 s: best 90, bound 0, gap 100%"
    assert terminal.getvalue() == f"\r{first}\x1b[K\r{second}\x1b[K\n"


def test_a_search_that_had_nothing_to_tell_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    followed([])
    assert capsys.readouterr().err == ""
