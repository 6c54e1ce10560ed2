"""A server in this process: one loop that hears readers on sockets and answers them itself, without threads."""

import asyncio
import heapq
import socket
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from email.utils import formatdate
from typing import Any

from kakehashi.server import wire
from kakehashi.server.access_log import Log
from kakehashi.server.connection import Connection, Shared
from kakehashi.server.messages import Request, Response
from kakehashi.server.patience import CONNECTIONS, Patience

PATIENCE = Patience()
_AT_ONCE = 32
"""Connections that are taken before those that are there have their turn."""
_ROOM = 64
"""Idle connections that are ended at once when there are too many."""


def in_loop(work: Coroutine[None, None, None]) -> None:
    """Does a work in a loop of its own: uvloop's, where there is one, and else the standard library's."""
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(work)


def _loop_factory() -> Callable[[], AbstractEventLoop]:
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - not everywhere is there a wheel
    except ImportError:
        return asyncio.new_event_loop
    return new_event_loop


class Server:
    """Answers readers with what `respond` says to their requests, and keeps a log if there is one.

    One request at a time has the process: `respond` is to be quick.
    """

    def __init__(
        self,
        respond: Callable[[Request], Response],
        log: Log | None = None,
        *,
        patience: Patience = PATIENCE,
        most: int = CONNECTIONS,
    ) -> None:
        self._shared = Shared(respond, patience, log, _tell, self._came, self._gone)
        self._most = most
        self._ending, self._empty = asyncio.Event(), asyncio.Event()
        self._next: asyncio.TimerHandle | None = None
        self._connecting: set[asyncio.Task[None]] = set()

    async def serve(self, heard: Sequence[socket.socket], ready: Callable[[], object]) -> None:
        """Serves on listening sockets until it is told to `end` and what was begun is finished.

        `ready` is called when readers are heard. The sockets are closed when no more are.
        """
        loop, shared = asyncio.get_running_loop(), self._shared
        loop.set_exception_handler(_tell_unless_gone)
        self._look(loop)
        for one in heard:
            one.setblocking(False)
            loop.add_reader(one, self._hear, one)
        ready()
        await self._ending.wait()
        shared.ending = True
        for one in heard:
            loop.remove_reader(one)
            one.close()
        # Whoever has just been heard, or had an answer, may have asked already.
        await asyncio.sleep(shared.patience.parting)
        for connection in tuple(shared.connections):
            if connection.is_idle:
                connection.close()
        if shared.connections:
            await self._finish()
        if self._next is not None:
            self._next.cancel()
        if shared.log is not None:
            shared.log.flush()

    def end(self) -> None:
        """Hears no more readers; answers that have begun are finished, if that does not take too long."""
        self._ending.set()

    async def _finish(self) -> None:
        try:
            async with asyncio.timeout(self._shared.patience.ending):
                await self._empty.wait()
        except TimeoutError:
            for connection in tuple(self._shared.connections):
                connection.broken()
            # In this turn of the loop they learn of it, and let go of what they hold.
            await asyncio.sleep(0)

    def _hear(self, heard: socket.socket) -> None:
        """Takes the connections that wait at a socket, a few at a time.

        Not as libuv does it, which takes one and then answers all that are there already: each of a crowd would wait
        the longer the more of it has come in.
        """
        loop = asyncio.get_running_loop()
        for _ in range(_AT_ONCE):
            try:
                connected, _ = heard.accept()
            except (BlockingIOError, InterruptedError, ConnectionError):
                return
            except OSError as error:
                # Too many files are open. Those who wait go on waiting meanwhile.
                _tell(error)
                loop.remove_reader(heard)
                loop.call_later(self._shared.patience.look, self._hear_again, heard)
                return
            connected.setblocking(False)
            if heard.family != socket.AF_UNIX:
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            task = loop.create_task(self._connect(connected, loop))
            self._connecting.add(task)
            task.add_done_callback(self._connecting.discard)

    async def _connect(self, connected: socket.socket, loop: AbstractEventLoop) -> None:
        with suppress(OSError):
            await loop.connect_accepted_socket(lambda: Connection(self._shared, loop), connected)

    def _hear_again(self, heard: socket.socket) -> None:
        if not self._shared.ending:
            asyncio.get_running_loop().add_reader(heard, self._hear, heard)

    def _look(self, loop: AbstractEventLoop) -> None:
        """Tells connections the time, and looks at those that are due: one timer for all of them."""
        shared = self._shared
        shared.now = now = loop.time()
        shared.date = wire.date_line(formatdate(usegmt=True))
        for connection in [one for one in shared.connections if one.due <= now]:
            connection.look()
        if shared.log is not None:
            shared.log.flush()
        self._next = loop.call_later(shared.patience.look, self._look, loop)

    def _came(self, newest: Connection) -> None:
        connections = self._shared.connections
        if len(connections) <= self._most:
            return
        idle = [one for one in connections if one is not newest and one.is_idle]
        for one in heapq.nsmallest(_ROOM, idle, key=lambda one: one.due):
            one.close()
        if not idle:
            newest.turn_away()

    def _gone(self) -> None:
        if self._shared.ending and not self._shared.connections:
            self._empty.set()


def _tell(error: Exception) -> None:
    """Tells who looks after the server what went wrong."""
    sys.stderr.write(f"{type(error).__name__}: {error}\n")


def _tell_unless_gone(loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    # Readers go as they like, in as many ways as networks have.
    if isinstance(error, Exception) and not isinstance(error, OSError):
        _tell(error)
    elif error is None:
        sys.stderr.write(f"{context['message']}\n")
