"""What a request says of the copy it has, of the range it asks for, and of the host it means (RFC 9110, 7, 13, 14)."""

import re
from collections.abc import Iterator
from enum import Enum
from ipaddress import ip_address
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit


class Range(NamedTuple):
    """Bytes `first` to `last`, both included."""

    first: int
    last: int


class UnsatisfiableRange(Exception):
    """The range lies outside the file."""


class Headers(Protocol):
    """A request's headers by their small names."""

    def __iter__(self) -> Iterator[str]:
        """The names."""

    def get(self, name: str, default: str, /) -> str:
        """The value of a header, or `default`."""


SAYING_MORE = frozenset({"if-match", "if-none-match", "if-modified-since", "range"})
"""The headers without which a request is for a file as it is, and whole."""


class Copy(Enum):
    """What a request's conditions say of the copy that its sender has."""

    OTHER = "another, or none: send the file"
    SAME = "the same: 304"
    LOST = "not the one that the request is about: 412"


def matches(tags: str, tag: str) -> bool:
    """Whether an `If-None-Match` header names `tag`; weak and strong tags count alike, as the standard has it."""
    given = [one.strip().removeprefix("W/") for one in tags.split(",")]
    return "*" in given or tag.removeprefix("W/") in given


def copy_of(headers: Headers, tag: str, changed: str) -> Copy:
    """What the conditions of a request say, if the file has the strong `tag` and changed at the HTTP date `changed`.

    A date counts only if it is the very one that we sent: of two dates that differ, the older may be of the newer file
    when a clock was set back.
    """
    wanted = headers.get("if-match", "")
    if wanted and not ("*" in wanted or tag in (one.strip() for one in wanted.split(","))):
        return Copy.LOST
    tags = headers.get("if-none-match", "")
    if tags:
        return Copy.SAME if matches(tags, tag) else Copy.OTHER
    return Copy.SAME if headers.get("if-modified-since", "") == changed else Copy.OTHER


def range_of(headers: Headers, tag: str, size: int) -> Range | None:
    """The range that a request asks of a file of `size` bytes with the strong `tag`; `None` for the whole file.

    The whole file also when the sender has begun with another one (`If-Range`). Raises `UnsatisfiableRange`.
    """
    asked = headers.get("range", "")
    if not asked:
        return None
    return asked_range(asked, size) if headers.get("if-range", "") in ("", tag) else None


def asked_range(header: str | None, size: int) -> Range | None:
    """The single range that a `Range` header asks of a file of `size` bytes.

    `None` when the whole file is to be sent: no header, another unit, several ranges, numbers beyond any file's size.
    Raises `UnsatisfiableRange`.
    """
    found = re.fullmatch(r"bytes=([0-9]{0,18})-([0-9]{0,18})", (header or "").strip())
    if found is None or found.group(0) == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        wanted = Range(max(0, size - int(last)), size - 1)
        if int(last) == 0 or size == 0:
            raise UnsatisfiableRange
        return wanted
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise UnsatisfiableRange
    return Range(int(first), min(int(last), size - 1) if last else size - 1)


def names_us(host: str, own: str) -> bool:
    """Whether a `Host` header means this machine: no name at all, a number, `localhost`, or the name `own`.

    Any other name may be a stranger's, made to lead here so that his pages can read ours.

    >>> names_us("127.0.0.1:8000", "127.0.0.1"), names_us("rebound.example", "127.0.0.1")
    (True, False)
    """
    try:
        name = host_named(host)
        if name in (None, "localhost", own.lower()):
            return True
        return bool(ip_address(name or ""))
    except ValueError:
        return False


def host_named(host: str) -> str | None:
    """The name in a `Host` header, in small letters and without the port; `ValueError` if it is none.

    >>> host_named("Week.Example:8000")
    'week.example'
    """
    return urlsplit(f"//{host}").hostname
