"""The few shapes of ASGI that this room needs: a request's path and headers, a response in one piece or in parts."""

from asyncio import CancelledError
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, MutableMapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, TypeAlias

from kakehashi.server.conditions import Headers

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_PIECE = 256 * 1024
SECURITY_HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
"""Added to every answer where it is sent; the Content-Security-Policy stands in the pages, so that any host has it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: a method, a decoded path, headers by lower-case name."""

    method: str
    path: str
    query: str
    headers: Headers

    @classmethod
    def of(cls, scope: Scope) -> "Request":
        """The request of an ASGI scope."""
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        return cls(scope["method"], scope["path"], scope.get("query_string", b"").decode("latin-1"), headers)


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of an open file from `first` on, `size` of them. Whoever sends it closes the file."""

    file: BinaryIO
    first: int
    size: int


Body: TypeAlias = Sequence[bytes] | AsyncGenerator[bytes, None] | Part


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `body` is a list of byte strings, a stream of them, or a part of a file."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Body = ()


def with_header(response: Response, name: str, value: str) -> Response:
    """The same answer with a header of this value."""
    return replace(response, headers={**response.headers, name: value})


async def serve(respond: Callable[[Request], Response], scope: Scope, receive: Receive, send: Send) -> None:
    """Answers one ASGI call of the server with what `respond` says to its request."""
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    request = Request.of(scope)
    # At the end of the server its loop cancels what still streams; the reader hears of it by the end of the connection.
    with suppress(CancelledError):
        await answer(respond(request), request, send)


async def answer(response: Response, request: Request, send: Send) -> None:
    """Sends a response; to HEAD its headers alone.

    Headers of the response are taken before `SECURITY_HEADERS` of the same name. Names and values are Latin-1, as HTTP
    has them (RFC 9110, 5.5): whoever makes one from a path must have it quoted.
    """
    headers = [
        (name.encode("latin-1"), value.encode("latin-1"))
        for name, value in {**SECURITY_HEADERS, **response.headers}.items()
    ]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    if request.method == "HEAD":
        close(response)
    else:
        async for part in _parts(response.body):
            await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def close(response: Response) -> None:
    """Lets go of the file of an answer that is not sent."""
    if isinstance(response.body, Part):
        response.body.file.close()


async def _parts(body: Body) -> AsyncIterator[bytes]:
    if isinstance(body, Part):
        body = _pieces(body)
    if isinstance(body, AsyncGenerator):
        async with aclosing(body):
            async for part in body:
                yield part
    else:
        for part in body:
            yield part


async def _pieces(part: Part) -> AsyncGenerator[bytes, None]:
    left = part.size
    with part.file as file:
        file.seek(part.first)
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece


async def lifespan(receive: Receive, send: Send) -> None:
    """Answers the server's start and stop; there is nothing to prepare."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
