"""Processes that serve releases side by side, and one that looks after them.

They hear readers on sockets that stay open as long as the process that looks after them, or as long as systemd does.
So a process may end and another begin while readers wait a moment instead of being refused. SIGTERM and SIGINT end all
of them, SIGHUP replaces them one after another; what they have begun is finished. One that ends by itself is begun
anew, and all end with the one that looks after them, however that ends.
"""

import asyncio
import gc
import os
import resource
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection

from kakehashi.forking import end_with_parent
from kakehashi.server.access_log import Log
from kakehashi.server.patience import CONNECTIONS
from kakehashi.server.published import Hosting, Releases
from kakehashi.server.serving import Server, in_loop
from kakehashi.server.tending import Tending

_TOLD = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
_SPARE = 256
"""Descriptors that a process keeps for files, beside those of its readers."""


def supervise(
    hosting: Hosting, heard: Sequence[socket.socket], *, workers: int, log: int | None, ready: Callable[[], None]
) -> None:
    """Serves releases on listening sockets from `workers` processes, until an interrupt or a termination signal.

    From more, if there are more sockets: each is to be heard by somebody. The access log goes to the descriptor `log`.
    `ready` is called when readers are heard.
    """
    most = min(CONNECTIONS, max(_SPARE, _files_allowed() - _SPARE))
    places = [heard[number % len(heard)] for number in range(max(workers, len(heard)))]
    with _signals() as told:
        Tending(places, partial(_serve, hosting, log, most), told, held).run(ready)


def _serve(hosting: Hosting, log: int | None, most: int, heard: socket.socket, ready: Connection) -> None:
    """What a process does that serves: until it is told to end."""
    begin_by_itself()
    respond = Releases(hosting).respond
    server = Server(respond, None if log is None else Log(partial(os.write, log)), most=most)
    # What is loaded by now stays; the collector of garbage need not look at it again and again while readers wait.
    gc.freeze()

    async def serve() -> None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, server.end)
        await server.serve([heard], partial(ready.send, True))

    in_loop(serve())


def begin_by_itself() -> None:
    """A process that has just begun ends when it is told to, by the one that looks after it and by nobody else.

    It begins as a copy of that one, with what has been told to it held back, and would take it as that one does: note
    it, and wait for processes to end. An interrupt is told to all processes of a terminal.
    """
    signal.set_wakeup_fd(-1)
    # Not SIGTERM, which is forgotten if it has been told already and nobody wants it for a moment.
    for each in _TOLD - {signal.SIGTERM}:
        signal.signal(each, signal.SIG_IGN)
    end_with_parent()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _TOLD)


@contextmanager
def held() -> Iterator[None]:
    """Holds signals back while a process is begun, which must not take them as this one does."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _TOLD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _signals() -> Iterator[socket.socket]:
    """A socket from which the numbers of signals come, each a byte, while they do nothing else."""
    told, telling = socket.socketpair()
    for end in (told, telling):
        end.setblocking(False)
    before = {each: signal.signal(each, lambda *_: None) for each in _TOLD}
    descriptor = signal.set_wakeup_fd(telling.fileno(), warn_on_full_buffer=False)
    try:
        yield told
    finally:
        signal.set_wakeup_fd(descriptor)
        for each, handler in before.items():
            signal.signal(each, handler)
        told.close()
        telling.close()


def _files_allowed() -> int:
    # A connection is a file, and systems allow a program 1,024 unless it asks for more.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = most if most != resource.RLIM_INFINITY else 65_536
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return allowed
