"""The few shapes of ASGI that this room needs: a request's path and headers, a response in one piece or in parts."""

from asyncio import CancelledError
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

SECURITY_HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
"""Sent with every answer; the Content-Security-Policy stands in the pages themselves, so that any host has it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: a method, a decoded path, headers by lower-case name."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, scope: Scope) -> "Request":
        """The request of an ASGI scope."""
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        return cls(scope["method"], scope["path"], scope.get("query_string", b"").decode("latin-1"), headers)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `body` is a list of byte strings, or a stream of them."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Sequence[bytes] | AsyncIterator[bytes] = ()


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
    if request.method != "HEAD":
        async for part in _parts(response.body):
            await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _parts(body: Sequence[bytes] | AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if isinstance(body, AsyncIterator):
        async for part in body:
            yield part
    else:
        for part in body:
            yield part


async def lifespan(receive: Receive, send: Send) -> None:
    """Answers the server's start and stop; there is nothing to prepare."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
