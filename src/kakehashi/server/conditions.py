"""What a request says of the copy it has, of the range it asks for, and of the host it means (RFC 9110, 7, 13, 14)."""

import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit


class Range(NamedTuple):
    """Bytes `first` to `last`, both included."""

    first: int
    last: int


class UnsatisfiableRange(Exception):
    """The range lies outside the file."""


def matches(tags: str, tag: str) -> bool:
    """Whether an `If-None-Match` header names `tag`; weak and strong tags count alike, as the standard has it."""
    given = [one.strip().removeprefix("W/") for one in tags.split(",")]
    return "*" in given or tag.removeprefix("W/") in given


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
        name = urlsplit(f"//{host}").hostname
        if name in (None, "localhost", own.lower()):
            return True
        return bool(ip_address(name or ""))
    except ValueError:
        return False
