"""What a request says of the copy it has: entity tags, and the range it asks for (RFC 9110, sections 13 and 14)."""

import re
from typing import NamedTuple


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

    `None` when the whole file is to be sent: no header, another unit, several ranges. Raises `UnsatisfiableRange`.
    """
    found = re.fullmatch(r"bytes=(\d*)-(\d*)", (header or "").strip())
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
