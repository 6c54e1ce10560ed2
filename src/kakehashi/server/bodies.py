"""Bodies that are sent while the reader takes them: parts of files, and streams.

Neither heaps up in memory what a slow reader does not take.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import BinaryIO, Protocol

from kakehashi.server import wire
from kakehashi.server.messages import Part

PIECE = 64 * 1024
"""Bytes of a file that are read at a time: what one slow reader costs in memory."""


class Reader(Protocol):
    """Who takes a body."""

    def write(self, content: bytes) -> bool:
        """Sends bytes; whether more are taken at once, and not only when the body is told to `go_on`."""

    def done(self, size: int) -> None:
        """All is sent, `size` bytes of it."""

    def broken(self) -> None:
        """It cannot be sent to its end."""


class Underway(Protocol):
    """A body that has begun to be sent."""

    def go_on(self) -> None:
        """The reader takes more."""

    def end(self) -> None:
        """The reader has gone."""


class OpenFiles:
    """The files of which parts are on their way. A crowd that reads one film uses one descriptor for it."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], tuple[BinaryIO, int]] = {}

    def take(self, file: BinaryIO) -> BinaryIO:
        """The same file, open once: this one is closed if the same is open already. Whoever takes it gives it back."""
        about = _about(file)
        held, number = self._held.get(about, (file, 0))
        if number:
            file.close()
        self._held[about] = held, number + 1
        return held

    def give_back(self, file: BinaryIO) -> None:
        """One reader less for a file that was taken; with the last it is closed."""
        about = _about(file)
        held, number = self._held.pop(about)
        if number > 1:
            self._held[about] = held, number - 1
        else:
            held.close()


def _about(file: BinaryIO) -> tuple[int, int]:
    state = os.fstat(file.fileno())
    return state.st_dev, state.st_ino


class FileBody:
    """A part of a file, read by its descriptor, so that it is this very file whatever has its name by then."""

    def __init__(self, part: Part, files: OpenFiles, reader: Reader, loop: asyncio.AbstractEventLoop) -> None:
        self._files, self._reader, self._loop = files, reader, loop
        self._file: BinaryIO | None = files.take(part.file)
        self._at, self._left, self._size = part.first, part.size, part.size

    def go_on(self) -> None:
        if self._file is None:
            return
        try:
            # From a place of its own: others read the same file elsewhere.
            piece = os.pread(self._file.fileno(), min(PIECE, self._left), self._at)
        except OSError:
            piece = b""
        if not piece:
            self._reader.broken()
            return
        self._at += len(piece)
        self._left -= len(piece)
        more = self._reader.write(piece)
        if not self._left:
            self.end()
            self._reader.done(self._size)
        elif more:
            # Others have their turn, however fast this one reads.
            self._loop.call_soon(self.go_on)

    def end(self) -> None:
        if self._file is not None:
            self._files.give_back(self._file)
            self._file = None


class StreamBody:
    """A stream, each piece of it sent when it is there: in chunks, or up to the end of the connection."""

    def __init__(
        self,
        pieces: AsyncGenerator[bytes, None],
        reader: Reader,
        fault: Callable[[Exception], object],
        *,
        chunked: bool,
    ) -> None:
        self._pieces, self._reader, self._fault, self._chunked = pieces, reader, fault, chunked
        self._room: asyncio.Future[None] | None = None
        self._task = asyncio.get_running_loop().create_task(self._run())

    def go_on(self) -> None:
        if self._room is not None and not self._room.done():
            self._room.set_result(None)

    def end(self) -> None:
        self._task.cancel()

    async def _run(self) -> None:
        size = 0
        try:
            # What waits in it is let go, and not when the collector of garbage comes by.
            async with aclosing(self._pieces) as pieces:
                async for piece in pieces:
                    size += len(piece)
                    if piece and not self._reader.write(wire.chunk(piece) if self._chunked else piece):
                        self._room = asyncio.get_running_loop().create_future()
                        await self._room
        except Exception as error:  # noqa: BLE001 - one answer must not end the others; its end is missing to tell so
            self._fault(error)
            self._reader.broken()
            return
        if self._chunked:
            self._reader.write(wire.LAST_CHUNK)
        self._reader.done(size)
