"""A work done beside this process gives what it would give here, its errors included."""

import os
import signal
from collections.abc import Callable

import pytest

from kakehashi.forking import Beside

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def nothing() -> None:
    """No preparation."""


def test_a_work_is_done_in_another_process_with_what_this_one_has_in_memory() -> None:
    known = {"tea": 3}
    beside = Beside(nothing, lambda: ((os.getpid(), known["tea"]), os.getpid))
    beside.begin()
    process, found = beside.first
    assert (found, process != os.getpid(), beside.second) == (3, True, process)


def test_a_work_begins_when_it_is_told_to_and_prepares_itself_before() -> None:
    reading, writing = os.pipe()
    beside = Beside(lambda: os.write(writing, b"ready, ") and None, lambda: (os.write(writing, b"begun"), nothing))
    assert os.read(reading, 20) == b"ready, "
    beside.begin()
    assert beside.first == len(b"begun")
    assert os.read(reading, 20) == b"begun"


def raising(*_: object) -> str:
    """A work that fails."""
    raise ValueError("no tea")


@pytest.mark.parametrize("work", [raising, lambda: ("tea", raising)])
def test_what_a_work_raises_is_raised_here(work: Callable[[], tuple[str, Callable[[], str]]]) -> None:
    beside = Beside(nothing, work)
    beside.begin()
    with pytest.raises(ValueError, match="no tea"):
        assert beside.second


@pytest.mark.parametrize("late", [False, True])
def test_a_work_whose_process_was_killed_is_done_here(late: bool) -> None:
    here = os.getpid()

    def killed(when: bool) -> str:
        if when and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "tea"

    beside = Beside(nothing, lambda: (killed(not late), lambda: killed(late)))
    beside.begin()
    assert (beside.first, beside.second) == ("tea", "tea")


def test_a_work_whose_process_was_killed_before_it_began_is_done_here() -> None:
    here = os.getpid()
    beside = Beside(
        lambda: None if os.getpid() == here else os.kill(os.getpid(), signal.SIGKILL), lambda: (1, lambda: 2)
    )
    beside.begin()
    assert (beside.first, beside.second) == (1, 2)
