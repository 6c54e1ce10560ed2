"""Bytes of a connection as the requests that they are, one after another, within limits.

What a request is and where it ends, httptools decides, which is strict: what could be read in two ways, so that a
server before this one might read the other, is refused. Here it is limited and decoded.
"""

import re
from collections import deque
from typing import NamedTuple, NoReturn, TypeAlias
from urllib.parse import unquote

from httptools import HttpParserCallbackError, HttpParserError, HttpParserUpgrade, HttpRequestParser

from kakehashi.server.messages import Request

TARGET = 16 * 1024
"""Bytes of an address; a longer one is answered 414."""
HEAD = 32 * 1024
"""Bytes of an address and of all headers together; more are answered 431."""
FIELDS = 128
"""Headers of a request; more are answered 431."""
BODY = 64 * 1024
"""Bytes of a body, which nobody reads here; a longer one is answered 413."""
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://([^/?]*)(.*)", re.DOTALL)
_NAMES: dict[bytes, str] = {}
_NAMES_KEPT = 512


class Asked(NamedTuple):
    """A request, whether its sender has the connection stay (`stays`), and whether it is of HTTP/1.1 (`modern`)."""

    request: Request
    stays: bool
    modern: bool


class Refusal(NamedTuple):
    """The status of an answer to what is no request. To `HEAD` (`bodiless`) it has no body either."""

    status: int
    bodiless: bool


Heard: TypeAlias = Asked | Refusal


class _Stop(Exception):
    """Nothing more is to be read; the status is known."""


class Parsing:
    """What has been heard of a connection.

    `heard` are the requests that came whole, in their order, and `number` is how many have begun. `partial` is whether
    one has begun that is not whole yet, and `waits` whether its sender waits to be told that the body is wanted. After
    a refusal, or the last request that its sender announced, all is `over`: what comes then is not read.
    """

    __slots__ = (
        *("_body", "_fields", "_headers", "_in_head", "_modern", "_parser", "_raw", "_request", "_size", "_status"),
        *("_stays", "_target", "heard", "number", "over", "partial", "waits"),
    )

    def __init__(self) -> None:
        self.heard: deque[Heard] = deque()
        self.number = 0
        self.partial = self.waits = self.over = False
        self._parser: HttpRequestParser | None = HttpRequestParser(self)
        self._status = 0
        self._in_head = self._stays = self._modern = False
        self._begin()

    def _begin(self) -> None:
        self._target = b""
        self._headers: dict[str, str] = {}
        self._size = self._raw = self._fields = self._body = 0
        self._request: Request | None = None

    def feed(self, data: bytes) -> None:
        """Reads on."""
        parser = self._parser
        if self.over or parser is None:
            return
        if self.partial and self._in_head:
            # A header is told of when it is whole, and may never be.
            self._raw += len(data)
            if self._raw > 2 * HEAD:
                self.refuse(431)
                return
        try:
            parser.feed_data(data)
        except HttpParserUpgrade:
            # To what its sender would change is not offered here: the request is answered, and the connection ends.
            self.over = True
        except HttpParserCallbackError:
            if not self._status:
                raise
            self.refuse(self._status)
        except HttpParserError:
            self.refuse(400)

    def refuse(self, status: int) -> None:
        """Answers what has begun with a status, after what was heard before it, and reads no more."""
        if not self.over and self._parser is not None:
            bodiless = self._target != b"" and self._parser.get_method() == b"HEAD"
            self.heard.append(Refusal(status, bodiless))
            self.over, self.partial, self.waits = True, False, False

    def end(self) -> None:
        """Lets the parser go, which holds this object as this one holds it."""
        self._parser, self.over = None, True
        self.heard.clear()

    # What the parser calls

    def on_message_begin(self) -> None:
        self.partial = self._in_head = True
        self.number += 1
        self._begin()

    def on_url(self, url: bytes) -> None:
        self._target += url
        # It counts as a part of the head.
        self._size += len(url)
        if self._size > TARGET:
            self._stop(414)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._size += len(name) + len(value) + 4
        self._fields += 1
        if self._fields > FIELDS or self._size > HEAD:
            self._stop(431)
        if not self._in_head:
            # After a body there may be more, which nobody needs.
            return
        headers = self._headers
        key = _NAMES.get(name) or _name(name)
        told = value.decode("latin-1").strip(" \t")
        if key not in headers:
            headers[key] = told
        elif key == "host":
            self._stop(400)
        else:
            # As one list (RFC 9110, 5.3). Of what may be there only once, nobody takes a list for a value.
            headers[key] += f", {told}"

    def on_headers_complete(self) -> None:
        self._in_head = False
        parser, headers = self._parser, self._headers
        assert parser is not None
        version = parser.get_http_version()
        self._modern = version == "1.1"
        chunked = "transfer-encoding" in headers
        # In HTTP/1.0 there are no chunks, and other versions are not spoken here.
        if not (("host" in headers) if self._modern else (version == "1.0" and not chunked)):
            self._stop(400)
        size = int(headers["content-length"]) if "content-length" in headers else 0
        if size > BODY:
            self._stop(413)
        if "expect" in headers:
            self.waits = self._modern and (chunked or size > 0) and headers["expect"].lower() == "100-continue"
        self._stays = parser.should_keep_alive() and not parser.should_upgrade()
        self._request = _request(parser.get_method().decode("ascii"), self._target.decode("latin-1"), headers)
        if self._request is None:
            self._stop(400)

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        if self._body > BODY:
            self._stop(413)

    def on_message_complete(self) -> None:
        assert self._request is not None
        self.partial = self.waits = False
        self.heard.append(Asked(self._request, self._stays, self._modern))
        self.over = not self._stays

    def _stop(self, status: int) -> NoReturn:
        self._status = status
        raise _Stop


def _name(name: bytes) -> str:
    told = name.decode("latin-1").lower()
    if len(_NAMES) < _NAMES_KEPT:
        _NAMES[name] = told
    return told


def _request(method: str, target: str, headers: dict[str, str]) -> Request | None:
    """A request for a target in one of its four forms (RFC 9112, 3.2); `None` if the method has not this form."""
    if "#" in target:
        target = target.partition("#")[0]
    if not target.startswith("/"):
        absolute = _ABSOLUTE.fullmatch(target)
        if absolute is not None:
            # It says the host, whatever the header says.
            headers["host"], target = absolute[1], absolute[2]
            target = target if target.startswith("/") else f"/{target}"
        elif (target == "*") != (method == "OPTIONS"):
            return None
    path, _, query = target.partition("?")
    return Request(method, unquote(path, errors="replace") if "%" in path else path, query, headers)
