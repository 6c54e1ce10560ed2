"""Asking an ASGI application without a network."""

import asyncio
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from kakehashi.server.asgi import Application


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(application: Application, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """The answer to one request; header names are given with underscores."""
    return asyncio.run(asyncio.wait_for(_ask(application, path, method, headers), timeout=20))


async def _ask(application: Application, path: str, method: str, headers: dict[str, str]) -> Answer:
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    await application(scope, receive, send)
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:]))
