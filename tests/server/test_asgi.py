"""The few shapes of ASGI: what reaches an application, and what leaves it."""

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import pytest
from tests.server.asking import Answer, ask

from kakehashi.server.asgi import SECURITY_HEADERS, Application, Receive, Request, Response, Scope, Send, serve

asked: list[Request] = []


def application(response: Response) -> Application:
    """An application that answers everything alike, and remembers what it was asked."""

    def respond(request: Request) -> Response:
        asked.append(request)
        return response

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await serve(respond, scope, receive, send)

    return app


def answer(response: Response, **headers: str) -> Answer:
    asked.clear()
    return ask(application(response), "/ja/?view=list", **headers)


async def streamed() -> AsyncIterator[bytes]:
    for part in (b"one", b"", b"two"):
        yield part


def test_a_request_has_a_path_a_query_and_headers_by_their_small_names() -> None:
    answer(Response(200), If_None_Match="x")
    assert asked == [Request("GET", "/ja/", "view=list", {"if-none-match": "x"})]


def test_every_answer_tells_the_browser_to_be_careful() -> None:
    assert answer(Response(404)).headers == dict(SECURITY_HEADERS)


def test_an_answer_may_be_stricter_than_all() -> None:
    told = answer(Response(200, {"referrer-policy": "same-origin"})).headers
    assert told == {**SECURITY_HEADERS, "referrer-policy": "same-origin"}


def test_an_answer_is_sent_in_parts_or_as_a_stream() -> None:
    assert answer(Response(200, {}, [b"one", b"two"])).body == b"onetwo"
    assert answer(Response(200, {}, streamed())).body == b"onetwo"


@pytest.mark.parametrize("body", [[b"one"], [], streamed()])
def test_an_answer_to_head_has_no_body(body: Any) -> None:
    assert ask(application(Response(200, {"content-length": "3"}, body)), "/", method="HEAD") == Answer(
        200, {**SECURITY_HEADERS, "content-length": "3"}, b""
    )


def test_the_server_may_start_and_stop() -> None:
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return messages.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asked.clear()
    asyncio.run(application(Response(200))({"type": "lifespan"}, receive, send))
    assert [message["type"] for message in sent] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert asked == []


async def unending() -> AsyncIterator[bytes]:
    yield b"one"
    await asyncio.Event().wait()


def test_a_stream_that_the_end_of_the_server_cuts_off_ends_without_an_error() -> None:
    begun = asyncio.Event()

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    async def send(message: MutableMapping[str, Any]) -> None:
        if message.get("body") == b"one":
            begun.set()

    async def cut() -> bool:
        scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
        task = asyncio.ensure_future(application(Response(200, {}, unending()))(scope, receive, send))
        await begun.wait()
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    assert asyncio.run(cut()) is False
