"""An answer as bytes of HTTP/1.1 (RFC 9112): its head, its pieces, and what is said to who sent no request."""

from collections.abc import AsyncGenerator, Mapping
from http import HTTPStatus
from typing import NamedTuple

from kakehashi.server.messages import SECURITY_HEADERS, Kept, Part, Response
from kakehashi.server.notices import told

_CLOSE = b"connection: close\r\n"
_STAY = b"connection: keep-alive\r\n"
_CHUNKED = b"transfer-encoding: chunked\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
LAST_CHUNK = b"0\r\n\r\n"

_STARTS = {each.value: f"HTTP/1.1 {each.value} {each.phrase}\r\n".encode() for each in HTTPStatus}
_BODILESS = frozenset({204, 304})
_REFUSALS = {
    400: "This is no request of HTTP/1.1 or HTTP/1.0.",
    408: "The request did not come whole in time.",
    413: "The request is too large.",
    414: "The address is too long.",
    431: "The head of the request is too large.",
    500: "This went wrong here.",
    503: "Too many are reading at this moment.",
}


class Unsendable(ValueError):
    """A header that would be more than one line, or that HTTP has no bytes for."""


class Answer(NamedTuple):
    """What is sent: `head`, then `content`, then what `body` gives. Then the connection `stays`, or ends."""

    head: bytes
    content: bytes
    body: Part | AsyncGenerator[bytes, None] | None
    stays: bool


def answer(response: Response, date: bytes, *, stays: bool, bodiless: bool, modern: bool) -> Answer:
    """A response as it is sent; `bodiless` to HEAD, `modern` in HTTP/1.1. Raises `Unsendable`.

    `date` is the line that `date_line` makes. A connection that may stay does not if nothing else ends the body.
    """
    body = response.body
    # Nearly all are lists, and to ask whether something is a generator takes long.
    if type(body) is list:
        pass
    elif isinstance(body, Part):
        head = _head(response, date, _length(response, body.size) + _connection(stays, modern))
        return Answer(head, b"", None if bodiless or not body.size else body, stays)
    elif isinstance(body, AsyncGenerator):
        stays = stays and modern
        framing = (_CHUNKED if modern else b"") + _connection(stays, modern)
        return Answer(_head(response, date, framing), b"", None if bodiless else body, stays)
    content = body[0] if len(body) == 1 else b"".join(body)
    head = _head(response, date, _length(response, len(content)) + _connection(stays, modern))
    return Answer(head, b"" if bodiless else content, None, stays)


def _head(response: Response, date: bytes, framing: bytes) -> bytes:
    return b"".join((_STARTS[response.status], date, _lines(response.headers), framing, b"\r\n"))


def _length(response: Response, size: int) -> bytes:
    if "content-length" in response.headers or response.status in _BODILESS:
        return b""
    return b"content-length: %d\r\n" % size


def _connection(stays: bool, modern: bool) -> bytes:
    """Said only where it is not what HTTP/1.1, or 1.0, has by itself; of the end always."""
    if stays:
        return b"" if modern else _STAY
    return _CLOSE


def chunk(content: bytes) -> bytes:
    """A piece of a body that is sent before its length is known; never empty, which would be its end."""
    return b"%x\r\n%b\r\n" % (len(content), content)


def refusal(status: int) -> Response:
    """What is answered without the application, or instead of it."""
    return told(status, _REFUSALS[status])


def date_line(date: str) -> bytes:
    """The line that says when an answer was made."""
    return f"date: {date}\r\n".encode()


def _lines(headers: Mapping[str, str]) -> bytes:
    if not isinstance(headers, Kept):
        return _encoded(headers)
    if headers.wire is None:
        headers.wire = _encoded(headers)
    return headers.wire


def _encoded(headers: Mapping[str, str]) -> bytes:
    all_of_them = {**SECURITY_HEADERS, **headers}
    lines = "".join([f"{name}: {value}\r\n" for name, value in all_of_them.items()])
    # A line for each, and no other way to begin one: otherwise a value could say what it likes in our name.
    if not lines.count("\r") == lines.count("\n") == len(all_of_them) or "\0" in lines:
        raise Unsendable(repr(dict(headers)))
    try:
        return lines.encode("latin-1")
    except UnicodeEncodeError as error:
        raise Unsendable(repr(dict(headers))) from error
