"""Work in a process beside this one, which begins with all that this one has in memory."""

import os
import signal
from collections.abc import Callable
from functools import cached_property
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, Generic, TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Beside(Generic[S, T]):
    """A work in two parts, done in a process beside this one; it gives its first result while it does the rest.

    `prepare` is called at once; `work` when it is told to `begin`, and it gives its first result and what does the
    rest. Results are handed over by pickle, and waited for the first time that they are asked for. Where processes
    cannot begin as copies, or the other one was ended before it was through, the work is done here then; so what it
    raises is raised here. A work begins once.
    """

    def __init__(self, prepare: Callable[[], None], work: Callable[[], tuple[S, Callable[[], T]]]) -> None:
        self._work = work
        self._other: Connection | None = None
        if "fork" in get_all_start_methods():
            fork = get_context("fork")
            self._other, inner = fork.Pipe()
            self._process = fork.Process(target=_serve, args=(prepare, work, inner, self._other), daemon=True)
            self._process.start()
            inner.close()

    def begin(self) -> None:
        """Lets the work begin."""
        if self._other is not None:
            try:
                self._other.send(None)
            except OSError:
                self._leave()

    @cached_property
    def first(self) -> S:
        """The first result."""
        try:
            made: S = self._received()
        except EOFError:
            return self._here[0]
        return made

    @cached_property
    def second(self) -> T:
        """The second result."""
        _ = self.first
        try:
            made: T = self._received()
        except EOFError:
            return self._here[1]()
        self._leave()
        return made

    def _received(self) -> Any:
        if self._other is None:
            raise EOFError
        try:
            return self._other.recv()
        except (EOFError, OSError):
            self._leave()
            raise EOFError from None

    @cached_property
    def _here(self) -> tuple[S, Callable[[], T]]:
        return self._work()

    def _leave(self) -> None:
        if self._other is not None:
            self._other.close()
            self._other = None
            self._process.join()


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Begins a work beside this process; what is returned gives its result, or raises here what it raises."""
    beside = Beside(lambda: None, lambda: (work(), lambda: None))
    beside.begin()

    def result() -> T:
        made, _ = beside.first, beside.second
        return made

    return result


def _serve(
    prepare: Callable[[], None],
    work: Callable[[], tuple[S, Callable[[], T]]],
    inner: Connection,
    outer: Connection,
) -> None:
    end_with_parent()
    # An interrupt is told to all processes of a terminal; the parent's end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    outer.close()
    try:
        prepare()
        inner.recv()
        first, rest = work()
        inner.send(first)
        inner.send(rest())
    except Exception:  # noqa: BLE001 - the parent finds nothing, does the work itself and raises this very error
        inner.close()


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
