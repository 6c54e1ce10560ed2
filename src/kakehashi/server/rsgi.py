"""An application over RSGI, granian's own interface: half of what ASGI costs for each request."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from time import perf_counter
from typing import BinaryIO, Protocol

from granian._granian import RSGIProtocolClosed, RSGIProtocolError

from kakehashi.server.access_log import Log, line
from kakehashi.server.asgi import SECURITY_HEADERS, Part, Request, Response, close
from kakehashi.server.conditions import Headers
from kakehashi.server.notices import told

FLUSH = 0.5
"""Seconds that a line of the log may wait for others."""
HELD = 10
"""Seconds for which a file stays open for granian, which opens it again within a few milliseconds."""


class Asked(Protocol):
    """RSGI's scope, as far as it is used here. Its path is decoded."""

    method: str
    path: str
    query_string: str
    headers: Headers


class Transport(Protocol):
    """RSGI's stream of an answer."""

    async def send_bytes(self, data: bytes) -> None:
        """Sends a part, soon."""


class Answering(Protocol):
    """RSGI's protocol, as far as it is used here."""

    def response_empty(self, status: int, headers: list[tuple[str, str]]) -> None: ...
    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None: ...
    def response_file_range(
        self, status: int, headers: list[tuple[str, str]], file: str, start: int, end: int
    ) -> None: ...
    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> Transport: ...


class Entrance:
    """What granian calls for each request: hands it to `respond`, its answer back, and keeps a log if there is one."""

    def __init__(self, respond: Callable[[Request], Response], log: Log | None) -> None:
        self._respond = respond
        self._log = log
        self._flushing: asyncio.TimerHandle | None = None
        self._held: dict[tuple[int, int], tuple[BinaryIO, asyncio.TimerHandle]] = {}

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        for about in tuple(self._held):
            self._release(about)
        if self._log is not None:
            self._log.flush()

    async def __rsgi__(self, scope: Asked, protocol: Answering) -> None:
        begun = perf_counter()
        request = Request(scope.method, scope.path, scope.query_string, scope.headers)
        try:
            response = self._respond(request)
        except Exception as error:  # noqa: BLE001 - the edge of the process: one request must not end the others
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            response = told(500, "This went wrong here.")
        size = await self._answer(request, response, protocol)
        if self._log is not None:
            milliseconds = 1e3 * (perf_counter() - begun)
            self._note(self._log, line(request.method, request.path, response.status, size, milliseconds))

    async def _answer(self, request: Request, response: Response, protocol: Answering) -> int:
        """Sends a response and returns the bytes of its body. Its headers are taken before `SECURITY_HEADERS`."""
        headers = list({**SECURITY_HEADERS, **response.headers}.items())
        body = response.body
        if isinstance(body, Part):
            if body.size > 0 and request.method != "HEAD":
                return self._part(response.status, headers, body, protocol)
            close(response)
            body = ()
        # Nearly all are lists; to ask whether something is any sequence takes as long as the rest of this.
        if not isinstance(body, list | tuple | Sequence):
            if request.method != "HEAD":
                return await _stream(response.status, headers, body, protocol)
            body = ()
        if not body:
            protocol.response_empty(response.status, headers)
            return 0
        content = body[0] if len(body) == 1 else b"".join(body)
        # To HEAD, granian sends the length alone.
        protocol.response_bytes(response.status, headers, content)
        return 0 if request.method == "HEAD" else len(content)

    def _part(self, status: int, headers: list[tuple[str, str]], part: Part, protocol: Answering) -> int:
        # By its number, so that it is this very file whatever has its name by then. Streams would be heaped up in
        # memory for a slow reader; files are read as the reader takes them.
        name = f"/dev/fd/{self._hold(part.file).fileno()}"
        protocol.response_file_range(status, headers, name, part.first, part.first + part.size)
        return part.size

    def _hold(self, file: BinaryIO) -> BinaryIO:
        """The same file, open for a while: once, however many ask for it, or a crowd would use up all descriptors."""
        state = os.fstat(file.fileno())
        about = (state.st_dev, state.st_ino)
        held, ending = self._held.get(about, (file, None))
        if ending is not None:
            ending.cancel()
            file.close()
        self._held[about] = held, asyncio.get_running_loop().call_later(HELD, self._release, about)
        return held

    def _release(self, about: tuple[int, int]) -> None:
        file, ending = self._held.pop(about)
        ending.cancel()
        file.close()

    def _note(self, log: Log, told: str) -> None:
        log.add(told)
        if self._flushing is None:
            self._flushing = asyncio.get_running_loop().call_later(FLUSH, self._flush, log)

    def _flush(self, log: Log) -> None:
        self._flushing = None
        log.flush()


async def _stream(
    status: int, headers: list[tuple[str, str]], body: AsyncGenerator[bytes, None], protocol: Answering
) -> int:
    transport, sent = protocol.response_stream(status, headers), 0
    # What waits in it is let go, and not when the collector of garbage comes by.
    async with aclosing(body):
        async for piece in body:
            try:
                await transport.send_bytes(piece)
            except (RSGIProtocolClosed, RSGIProtocolError):
                # The reader has gone.
                return sent
            sent += len(piece)
    return sent
