"""One reader's connection: requests that are answered in their order, and limits for whoever keeps it waiting."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import cast

from kakehashi.server import wire
from kakehashi.server.access_log import Log, Noted
from kakehashi.server.bodies import PIECE, FileBody, OpenFiles, StreamBody, Underway
from kakehashi.server.messages import Part, Request, Response, close
from kakehashi.server.parsing import Parsing, Refusal
from kakehashi.server.patience import Patience, untaken

JOINED = 32 * 1024
"""Bytes of a body up to which it is cheaper to copy it behind its head than to send it by itself."""
SLICE = 8 * 1024
"""Bytes that are read at a time, lest a heap of tiny requests is a heap of large objects in memory."""
TURN = 16
"""Requests of one connection that are answered before others have their turn."""
QUEUE = 32
"""Requests that may wait for their answer before no more are taken from the connection."""


@dataclass(slots=True)
class Shared:
    """What the connections of a process have in common.

    `now` is the time of their loop in seconds, `date` a line of each head, both since connections were last looked at.
    When all is `ending` they end with the answer that they give. `fault` is told what went wrong in an answer, `came`
    and `gone` that there is a connection more or less.
    """

    respond: Callable[[Request], Response]
    patience: Patience
    log: Log | None
    fault: Callable[[Exception], object]
    came: "Callable[[Connection], object]"
    gone: Callable[[], object]
    now: float = 0.0
    date: bytes = b""
    ending: bool = False
    files: OpenFiles = field(default_factory=OpenFiles)
    connections: "set[Connection]" = field(default_factory=set)


class Connection(asyncio.Protocol):
    """A connection: it is idle, or hears a request, or answers; meanwhile further requests wait.

    `due` is when it is to be looked at, in the time of the loop.
    """

    __slots__ = (
        *(
            "_active",
            "_body",
            "_closing",
            "_deaf",
            "_ended",
            "_full",
            "_going",
            "_loop",
            "_mark",
            "_noted",
            "_parsing",
            "_rest",
        ),
        *("_shared", "_since", "_stays", "_taken", "_transport", "_waited", "_written", "due"),
    )

    def __init__(self, shared: Shared, loop: asyncio.AbstractEventLoop) -> None:
        self._shared, self._loop = shared, loop
        self._parsing = Parsing()
        self._active = shared.now
        self.due = shared.now + shared.patience.idle
        self._body: Underway | None = None
        self._noted: Noted | None = None
        self._rest = b""
        self._full = self._closing = self._deaf = self._ended = self._going = False
        self._stays = True
        self._written = self._mark = self._waited = 0
        self._taken, self._since = -1, 0.0

    # What the loop calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.set_write_buffer_limits(high=PIECE // 2, low=0)
        self._shared.connections.add(self)
        self._shared.came(self)

    def data_received(self, data: bytes) -> None:
        if self._closing:
            return
        if self._rest or len(data) > SLICE:
            self._rest += data
        else:
            self._parsing.feed(data)
        self._go_on()

    def eof_received(self) -> bool:
        """Whether the connection stays open, for a reader who has said all and still takes what was asked for."""
        self._ended = True
        return not self._closing and (self._full or bool(self._parsing.heard) or isinstance(self._body, FileBody))

    def pause_writing(self) -> None:
        self._full = True
        self._watch()

    def resume_writing(self) -> None:
        self._full = False
        if self._body is not None:
            self._body.go_on()
        else:
            self._go_on()

    def connection_lost(self, exc: Exception | None) -> None:
        self._closing = True
        self._rest = b""
        self._parsing.end()
        if self._body is not None:
            self._body.end()
            self._body = None
            self._note(self._written - self._mark)
        self._shared.connections.discard(self)
        self._shared.gone()

    # Requests and answers

    def _go_on(self) -> None:
        """Answers what has been heard, as far as the reader takes it and others have their turn."""
        if self._going:
            return
        self._going, parsing, answered = True, self._parsing, 0
        while self._body is None and not (self._full or self._closing):
            if parsing.heard:
                if answered == TURN:
                    self._loop.call_soon(self._go_on)
                    break
                answered += 1
                self._answer()
            elif self._rest:
                piece, self._rest = self._rest[:SLICE], self._rest[SLICE:]
                parsing.feed(piece)
            else:
                self._wait()
                break
        self._going = False
        self._hear(len(parsing.heard) <= QUEUE and not self._rest)

    def _hear(self, more: bool) -> None:
        """Takes no more from the reader while much waits for its answer."""
        if more is self._deaf and not self._closing:
            self._deaf = not more
            (self._transport.resume_reading if more else self._transport.pause_reading)()

    def _wait(self) -> None:
        """All is answered: waits for the rest of a request, or for the next."""
        parsing = self._parsing
        if self._ended:
            self._leave()
        elif parsing.partial:
            if self._waited != parsing.number:
                self._waited, self._since = parsing.number, self._shared.now
                self.due = min(self.due, self._since + self._shared.patience.request)
            if parsing.waits:
                parsing.waits = False
                self.write(wire.CONTINUE)

    def _answer(self) -> None:
        heard, shared = self._parsing.heard.popleft(), self._shared
        if isinstance(heard, Refusal):
            self._stays = False
            self._send(wire.refusal(heard.status), bodiless=heard.bodiless, modern=True)
            return
        request, begun = heard.request, 0.0 if shared.log is None else perf_counter()
        try:
            response = shared.respond(request)
        except Exception as error:  # noqa: BLE001 - the edge of the process: one request must not end the others
            shared.fault(error)
            response = wire.refusal(500)
        self._stays = heard.stays and not shared.ending
        if shared.log is not None:
            self._noted = Noted(request.method, request.path, response.status, begun)
        bodiless = request.method == "HEAD"
        try:
            self._send(response, bodiless=bodiless, modern=heard.modern)
        except wire.Unsendable as error:
            close(response)
            shared.fault(error)
            self._send(wire.refusal(500), bodiless=bodiless, modern=heard.modern)

    def _send(self, response: Response, *, bodiless: bool, modern: bool) -> None:
        shared = self._shared
        head, content, body, self._stays = wire.answer(
            response, shared.date, stays=self._stays, bodiless=bodiless, modern=modern
        )
        if body is None:
            if not content:
                close(response)
            self.write(head, content)
            self.done(len(content))
            return
        if isinstance(body, Part):
            self._body = FileBody(body, shared.files, self, self._loop)
        else:
            self._body = StreamBody(body, self, shared.fault, chunked=modern)
        self.write(head)
        self._mark = self._written
        self._watch()
        if not self._full:
            self._body.go_on()

    # What a body calls

    def write(self, content: bytes, more: bytes = b"") -> bool:
        """Sends bytes, and `more` after them; whether the reader takes further ones at once."""
        self._written += len(content) + len(more)
        if len(more) <= JOINED:
            self._transport.write(content + more if more else content)
        else:
            self._transport.writelines((content, more))
        return not self._full

    def done(self, size: int) -> None:
        """An answer with a body of `size` bytes is sent."""
        self._body, self._active = None, self._shared.now
        self._note(size)
        if self._stays:
            self._go_on()
        else:
            self._leave()

    def _note(self, size: int) -> None:
        if self._noted is not None and self._shared.log is not None:
            self._shared.log.add(self._noted.line(size, perf_counter()))
            self._noted = None

    def broken(self) -> None:
        """Ends the connection at once: to a reader to whom more was promised, that is all that tells so."""
        self._closing = True
        self._transport.abort()

    # Time, and the end

    @property
    def is_idle(self) -> bool:
        """Whether nothing has begun that is not finished."""
        parsing = self._parsing
        return not (self._closing or self._full or self._body or self._rest or parsing.heard or parsing.partial)

    def look(self) -> None:
        """Ends the connection if its reader has kept it waiting too long, and says when to look again."""
        now, patience = self._shared.now, self._shared.patience
        if self._closing and not self._transport.get_write_buffer_size():
            self._transport.abort()
        elif self._closing or self._full or self._body is not None:
            left, before = untaken(self._transport), self._taken
            self._taken, self.due = self._written - left, now + patience.taking
            if left and self._taken == before:
                self.broken()
        elif self._parsing.partial:
            self.due = self._since + patience.request
            if self.due <= now:
                self._parsing.refuse(408)
                self._go_on()
        else:
            self.due = self._active + patience.idle
            if self.due <= now:
                self.close()

    def _watch(self) -> None:
        """From now on the reader is to take what is sent."""
        self._taken = -1
        self.due = min(self.due, self._shared.now + self._shared.patience.taking)

    def close(self) -> None:
        """Ends the connection when what was written has been taken."""
        self._closing, self.due = True, self._shared.now + self._shared.patience.taking
        self._transport.close()

    def _leave(self) -> None:
        """Says that nothing more comes, and waits for the reader to end the connection.

        To end it at once would, if anything is still on its way from the reader, take the answer away from him again.
        """
        if self._ended:
            self.close()
        elif not self._closing:
            self._hear(True)
            self._closing, self.due = True, self._shared.now + self._shared.patience.leaving
            self._transport.write_eof()

    def turn_away(self) -> None:
        """Ends the connection before anything was asked, because there are too many."""
        self._stays = False
        self._send(wire.refusal(503), bodiless=False, modern=True)
        self.close()
