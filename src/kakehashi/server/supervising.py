"""Processes that serve releases side by side, and one that looks after them.

They hear readers on sockets that stay open as long as the process that looks after them, or as long as systemd does.
So a process may end and another begin while readers wait a moment instead of being refused. That ours are ended by
SIGTERM and replaced by SIGHUP, and finish what they have begun, is granian's doing.
"""

import gc
import os
import resource
import signal
import socket
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces, RuntimeModes
from granian.log import LogLevels
from granian.server.mp import MPServer, WorkerProcess

from kakehashi.server.access_log import Log
from kakehashi.server.listening import BACKLOG
from kakehashi.server.published import Hosting, Releases
from kakehashi.server.rsgi import Entrance

CONNECTIONS = 16_384
"""Connections at a time and process. By default, new readers are refused while many stand idle."""
OVERLAP = 0.5
"""Seconds for which a process that is replaced goes on beside the one that replaces it."""


def supervise(
    hosting: Hosting, heard: Sequence[socket.socket], *, workers: int, log: int | None, ready: Callable[[], None]
) -> None:
    """Serves releases on listening sockets from `workers` processes, until an interrupt or a termination signal.

    From more, if there are more sockets: each is to be heard by somebody. The access log goes to the descriptor `log`.
    `ready` is called before the first request is taken.
    """
    _allow_many_files()
    _let_beginners_end()
    server = _Server(heard, workers)
    server.on_startup(ready)
    server.serve(target_loader=partial(_entrance, hosting, log), wrap_loader=False)


class _Server(MPServer):
    """granian's server on sockets that are open already."""

    def __init__(self, heard: Sequence[socket.socket], workers: int) -> None:
        address, port = heard[0].getsockname()[:2]
        super().__init__(
            # Ours is loaded by a function; the name stands in messages.
            "kakehashi",
            address=address,
            port=port,
            interface=Interfaces.RSGI,
            workers=max(workers, len(heard)),
            runtime_mode=RuntimeModes.st,
            http=HTTPModes.http1,
            websockets=False,
            backlog=BACKLOG,
            backpressure=CONNECTIONS,
            log_level=LogLevels.critical,
            respawn_failed_workers=True,
            respawn_interval=OVERLAP,
        )
        self._heard = heard

    def _init_shared_socket(self) -> None:
        # By default each process would open a socket of its own, and readers who wait at one that closes are refused.
        self._ssp = None

    # granian declares another argument and never gives it.
    def _spawn_worker(self, idx: int, target: Any, callback_loader: Any) -> WorkerProcess:  # type: ignore[override]
        self._sso = heard = self._heard[idx % len(self._heard)]
        heard.set_inheritable(True)
        self._shd: Any = SocketHolder(heard.fileno(), False, BACKLOG)  # type: ignore[call-arg]  # wrongly declared
        return super()._spawn_worker(idx, target, callback_loader)

    def _drop_shared_socket(self) -> None:
        """Leaves them open: they are closed by whoever opened them, when all that was begun is finished."""


def _entrance(hosting: Hosting, log: int | None) -> Any:
    """What a process begins with."""
    entrance = Entrance(Releases(hosting).respond, None if log is None else Log(partial(os.write, log)))
    # What is loaded by now stays; the collector of garbage need not look at it again and again while readers wait.
    gc.freeze()
    return entrance


_ENDING = frozenset({signal.SIGTERM, signal.SIGINT})


def _let_beginners_end() -> None:
    """A process that has just begun ends when it is told to.

    It begins as a copy of the one that looks after it, and would take the signal as that one does: note it, and wait
    for processes to end. Until it has handlers of its own, it has none.
    """

    def begin() -> None:
        for each in _ENDING:
            signal.signal(each, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)

    os.register_at_fork(
        before=partial(signal.pthread_sigmask, signal.SIG_BLOCK, _ENDING),
        after_in_parent=partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, _ENDING),
        after_in_child=begin,
    )


def _allow_many_files() -> None:
    # A connection is a file, and systems allow a program 1,024 unless it asks for more.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most if most != resource.RLIM_INFINITY else 65_536, most))
