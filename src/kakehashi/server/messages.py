"""What is asked and what is answered, whatever carries it: a request, and a response of bytes, a stream or a file."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO, NamedTuple, TypeAlias

from kakehashi.server.conditions import Headers

SECURITY_HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
"""Added to every answer where it is sent; the Content-Security-Policy stands in the pages, so that any host has it."""

_NONE: Mapping[str, str] = MappingProxyType({})


class Request(NamedTuple):
    """What is asked: a method, a decoded path, the query as it came, headers by lower-case name."""

    method: str
    path: str
    query: str
    headers: Headers


class Part(NamedTuple):
    """The bytes of an open file from `first` on, `size` of them. Whoever sends it closes the file."""

    file: BinaryIO
    first: int
    size: int


Body: TypeAlias = Sequence[bytes] | AsyncGenerator[bytes, None] | Part


class Response(NamedTuple):
    """An answer. `body` is a list of byte strings, a stream of them, or a part of a file.

    Names and values of headers are Latin-1 without line ends, as HTTP has them (RFC 9110, 5.5): whoever makes one from
    a path must have it quoted. They are taken before `SECURITY_HEADERS` of the same name.
    """

    status: int
    headers: Mapping[str, str] = _NONE
    body: Body = ()


class Kept(dict[str, str]):
    """Headers that are sent many times and never change, so that what they are on the wire is made once."""

    __slots__ = ("wire",)

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__(headers)
        self.wire: bytes | None = None


def with_header(response: Response, name: str, value: str) -> Response:
    """The same answer with a header of this value."""
    return response._replace(headers={**response.headers, name: value})


def close(response: Response) -> None:
    """Lets go of the file of an answer that is not sent."""
    if isinstance(response.body, Part):
        response.body.file.close()
