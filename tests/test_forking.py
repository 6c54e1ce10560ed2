"""A work begun beside this process gives what it would give here, its errors included."""

import os
import signal

import pytest

from kakehashi.forking import begun

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def test_a_work_is_done_in_another_process_with_what_this_one_has_in_memory() -> None:
    known = {"tea": 3}
    result = begun(lambda: (os.getpid(), known["tea"]))
    process, found = result()
    assert (found, process != os.getpid(), result() is result()) == (3, True, True)


def test_what_a_work_raises_is_raised_here() -> None:
    def work() -> int:
        raise ValueError("no tea")

    with pytest.raises(ValueError, match="no tea"):
        begun(work)()


def test_a_work_whose_process_was_killed_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "tea"

    assert begun(work)() == "tea"
