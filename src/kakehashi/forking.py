"""Work in a process beside this one, which begins with all that this one has in memory."""

import os
import signal
from collections.abc import Callable
from functools import cache
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Begins a work beside this process; what is returned gives its result, and waits for it the first time.

    What the work makes is handed over by pickle. Where processes cannot begin as copies, or the other one was ended
    before it was through, the work is done here when its result is asked for; so what it raises is raised here.
    """
    if "fork" not in get_all_start_methods():
        return cache(work)
    fork = get_context("fork")
    receiving, sending = fork.Pipe(duplex=False)
    process = fork.Process(target=_hand_over, args=(work, sending), daemon=True)
    process.start()
    sending.close()

    @cache
    def result() -> T:
        try:
            with receiving:
                made: T = receiving.recv()
        except EOFError:
            made = work()
        process.join()
        return made

    return result


def _hand_over(work: Callable[[], T], sending: Connection) -> None:
    end_with_parent()
    # An interrupt is told to all processes of a terminal; the parent's end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        sending.send(work())
    except Exception:  # noqa: BLE001 - the parent finds nothing, does the work itself and raises this very error
        sending.close()


def end_with_parent() -> None:
    """Lets a process that was begun by another end when told to, and when the other one ends in whatever way."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    # A parent that was killed cannot tell its workers, which would wait for ever.
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
