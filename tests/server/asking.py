"""Asking an application without a network."""

import asyncio
from dataclasses import dataclass
from typing import Protocol

from kakehashi.server.messages import SECURITY_HEADERS, Body, Part, Request, Response


class Application(Protocol):
    def respond(self, request: Request) -> Response: ...


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(application: Application, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """The answer to one request as it goes on its way; header names are given with underscores."""
    path, _, query = path.partition("?")
    asked = {name.replace("_", "-").lower(): value for name, value in headers.items()}
    response = application.respond(Request(method, path, query, asked))
    body = asyncio.run(asyncio.wait_for(content(response.body), timeout=20))
    return Answer(response.status, {**SECURITY_HEADERS, **response.headers}, b"" if method == "HEAD" else body)


async def content(body: Body) -> bytes:
    """All bytes of a body."""
    if isinstance(body, Part):
        with body.file as file:
            file.seek(body.first)
            return file.read(body.size)
    if isinstance(body, list | tuple):
        return b"".join(body)
    return b"".join([piece async for piece in body])  # type: ignore[union-attr]
