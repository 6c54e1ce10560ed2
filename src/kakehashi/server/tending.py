"""Looking after processes: each place has one, another follows it when it ends, and all end together."""

import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from time import monotonic

from kakehashi.server.patience import Patience

HASTE = 5
"""Seconds for which somebody at a terminal who interrupts waits for what has begun."""
_LATER = 5
"""Seconds after which a process that should have ended by itself is ended."""
_SHORT = 10
"""Seconds of life of a process after which there is no hurry to begin another."""
_LONGEST = 30
"""Seconds until another process is begun after several that ended at once."""


@dataclass(slots=True, eq=False)
class _One:
    """A process, and where it says that it is ready. `instead` is the one that it is to replace then."""

    place: socket.socket
    process: ForkProcess
    telling: Connection
    begun: float
    instead: "_One | None"
    ready: bool = False
    leaving: bool = False


class Tending:
    """Looks after one process for each of `places` that does `work` there, until it is told by a signal to end them.

    `work` is given the place, and where to say that it is ready. Numbers of signals come from `told`, and are held back
    where a process begins by `held`.
    """

    def __init__(
        self,
        places: Sequence[socket.socket],
        work: Callable[[socket.socket, Connection], None],
        told: socket.socket,
        held: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._places, self._work, self._told, self._held = places, work, told, held
        self._all: list[_One] = []
        self._to_replace: list[_One] = []
        self._to_begin: list[tuple[float, socket.socket]] = []
        self._pause = 0.0
        self._until: float | None = None

    def run(self, ready: Callable[[], None]) -> None:
        """Begins them, calls `ready` when the first of them is, and returns when all have ended."""
        announced = False
        try:
            for place in self._places:
                self._begin(place, None)
            while self._all or self._until is None:
                self._turn()
                if not announced and any(one.ready for one in self._all):
                    announced = True
                    ready()
        finally:
            for one in self._all:
                one.process.kill()
                one.process.join()

    def _turn(self) -> None:
        """Waits for something to happen, and does what follows from it."""
        telling = {one.telling: one for one in self._all if not one.ready and not one.telling.closed}
        ends = {one.process.sentinel: one for one in self._all}
        for what in wait([self._told, *telling, *ends], self._wait_at_most()):
            if what is self._told:
                for number in self._told.recv(64):
                    self._hear(number)
            elif isinstance(what, Connection):
                self._note_ready(telling[what])
            elif isinstance(what, int):
                self._note_end(ends[what])
        self._do_what_is_due(monotonic())

    def _wait_at_most(self) -> float | None:
        times = [moment for moment, _ in self._to_begin] + ([] if self._until is None else [self._until])
        return max(0.0, min(times) - monotonic()) if times else None

    def _hear(self, number: int) -> None:
        if number == signal.SIGHUP:
            self._to_replace = [one for one in self._all if not one.leaving]
            return
        patience = HASTE if number == signal.SIGINT else Patience().ending + _LATER
        until = monotonic() + patience
        self._until = until if self._until is None else min(until, self._until)
        self._to_begin, self._to_replace = [], []
        for one in self._all:
            self._end(one)

    def _begin(self, place: socket.socket, instead: _One | None) -> None:
        context = get_context("fork")
        telling, said = context.Pipe(duplex=False)
        process = context.Process(target=self._work, args=(place, said))
        with self._held():
            process.start()
        said.close()
        self._all.append(_One(place, process, telling, monotonic(), instead))

    def _end(self, one: _One) -> None:
        if not one.leaving:
            one.leaving = True
            one.process.terminate()

    def _note_ready(self, one: _One) -> None:
        try:
            one.ready = bool(one.telling.recv())
        except EOFError:
            # It has ended, which is told too.
            one.telling.close()
        if one.ready and one.instead is not None:
            self._end(one.instead)
            one.instead = None

    def _note_end(self, one: _One) -> None:
        one.process.join()
        number, status = one.process.pid, one.process.exitcode
        one.process.close()
        one.telling.close()
        self._all.remove(one)
        if one.leaving or self._until is not None:
            return
        sys.stderr.write(f"process {number} ended with status {status}\n")
        if one.instead is not None:
            # The one that it was to replace goes on, and no other is tried in the same way.
            self._to_replace = []
            return
        lived = monotonic() - one.begun
        self._pause = min(_LONGEST, max(1.0, 2 * self._pause)) if lived < _SHORT else 0.0
        self._to_begin.append((monotonic() + self._pause, one.place))

    def _do_what_is_due(self, now: float) -> None:
        if self._until is not None and now >= self._until:
            for one in self._all:
                one.process.kill()
            self._until = now + _LATER
        for due in [due for due in self._to_begin if due[0] <= now]:
            self._to_begin.remove(due)
            self._begin(due[1], None)
        self._to_replace = [one for one in self._to_replace if one in self._all and not one.leaving]
        if self._to_replace and all(one.ready for one in self._all):
            old = self._to_replace.pop(0)
            self._begin(old.place, old)
