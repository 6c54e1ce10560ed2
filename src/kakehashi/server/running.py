"""An application on a port of this machine, until it is stopped."""

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from watchfiles import awatch

from kakehashi.findings import Finding, Refused
from kakehashi.server.listening import handed_over, listening
from kakehashi.server.messages import Request, Response
from kakehashi.server.patience import Patience
from kakehashi.server.preview import Preview, Reading
from kakehashi.server.published import Hosting
from kakehashi.server.serving import Server, in_loop
from kakehashi.server.supervising import supervise
from kakehashi.server.tending import HASTE


class Responding(Protocol):
    """What can be served: it has an answer to each request."""

    def respond(self, request: Request) -> Response:
        """The answer to a request."""


def free_port(address: str, port: int) -> str:
    """Makes sure that a port can be listened on, and returns the address as a number (IPv4 or IPv6).

    Raises `Refused` with what stands in the way: another program, a name that leads nowhere, a right that is lacking.
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            # As the server itself does: a port that was just left (TIME_WAIT) counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except (OSError, UnicodeError) as error:
        # UnicodeError: a name that could stand in no address.
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        code = "server.port-taken" if taken else "server.port-refused"
        # As text: a port is a name in digits, without a mark for thousands.
        raise Refused([Finding(code, values={"value": str(port), "address": address})]) from error
    return str(place[0])


def run_releases(
    hosting: Hosting, address: str, port: int, *, workers: int, log: int | None, ready: Callable[[str, int], None]
) -> None:
    """Serves the releases of a data folder from `workers` processes until it is told to stop.

    On the sockets that systemd hands over, if it does, and else on a port of an address, which must be free. The access
    log goes to the descriptor `log`. `ready` is called with the address and the port when readers are heard there.
    """
    heard = handed_over(os.environ, os.getpid()) or listening(free_port(address, port), port, workers)
    at, on = heard[0].getsockname()[:2]
    try:
        supervise(hosting, heard, workers=workers, log=log, ready=lambda: ready(at, on))
    finally:
        for one in heard:
            one.close()


def run(application: Responding, address: str, port: int, ready: Callable[[], None]) -> None:
    """Serves until an interrupt or a termination signal. `ready` is called once the port is known to be free."""
    heard = listening(free_port(address, port), port, 1)
    in_loop(_serve(application, heard, ready, (), None))


def run_watching(
    application: Preview, folder: Path, read: Callable[[], Reading], address: str, port: int, ready: Callable[[], None]
) -> None:
    """Serves a preview until it is stopped, and reads the folder anew whenever a file in it changes.

    Also when one has changed since the reading with which the preview was made.
    """
    heard = listening(free_port(address, port), port, 1)
    in_loop(_serve(application, heard, ready, (_watch(application, folder, read),), application.end))


async def _watch(application: Preview, folder: Path, read: Callable[[], Reading]) -> None:
    changes = awatch(folder)
    first = asyncio.ensure_future(anext(changes))
    # In this turn of the loop the watcher begins; of what was saved since the reading that is shown it knows nothing.
    await asyncio.sleep(0)
    if _saved_since(folder, application.read_at):
        application.changed(read())
    await first
    application.changed(read())
    async for _ in changes:
        application.changed(read())


def _saved_since(folder: Path, moment: datetime) -> bool:
    try:
        return any(path.lstat().st_mtime > moment.timestamp() for path in folder.rglob("*"))
    except OSError:
        # What was there a moment ago is not: that is a change too.
        return True


async def _serve(
    application: Responding,
    heard: Sequence[socket.socket],
    ready: Callable[[], None],
    beside: Sequence[Coroutine[None, None, None]],
    ending: Callable[[], None] | None,
) -> None:
    server = Server(application.respond, patience=Patience(ending=HASTE))
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if ending is not None:
            ending()
        server.end()

    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop)
    tasks = [asyncio.create_task(work) for work in beside]
    try:
        await server.serve(heard, ready)
    finally:
        for task in tasks:
            task.cancel()
