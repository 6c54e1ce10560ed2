"""A file of a release in answer to a request: in the coding that the reader takes, whole, in part, or not at all."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from kakehashi.releases.layout import VARIANTS
from kakehashi.server.accepting import CODINGS
from kakehashi.server.conditions import SAYING_MORE, Copy, Range, UnsatisfiableRange, copy_of, range_of
from kakehashi.server.messages import Body, Kept, Part, Request, Response
from kakehashi.server.opened import OpenRelease, Unreadable
from kakehashi.server.policies import Policy

LARGE = 256 * 1024
"""Bytes from which a file is read from the disk for every request."""

_OF_CONTENT = frozenset({"content-type", "content-length", "content-encoding", "accept-ranges"})
"""Headers that say nothing of an answer without the file."""
_OF_COPIES = frozenset({"etag", "last-modified", "accept-ranges"})
"""Headers by which a copy of the file would be known again."""


@dataclass(frozen=True, slots=True)
class Sendable:
    """A file of a release as it is sent; `content` is `None` for one that is too large to be kept.

    `name` is its path or that of its compressed variant, `tag` its strong validator, `changed` an HTTP date.
    """

    name: str
    tag: str
    size: int
    headers: Mapping[str, str]
    content: bytes | None
    whole: Response | None
    """The answer to who asks for it and says no more; made once, as nearly all do."""

    @property
    def changed(self) -> str:
        return self.headers["last-modified"]


_Key: TypeAlias = tuple[int, str, tuple[str, ...]]


class Memory:
    """Files as they are sent, of at most `limit` bytes together; those that came first go first."""

    def __init__(self, policy: Policy, limit: int) -> None:
        self._policy = policy
        self._left = limit
        self._kept: dict[_Key, Sendable] = {}

    def file(self, release: OpenRelease, path: str, endings: tuple[str, ...]) -> Sendable | None:
        """The file at a path in the first of its variants that there is; `None` if the release has no such file."""
        key = (release.serial, path, endings)
        found = self._kept.get(key)
        if found is None:
            found = self._read(release, path, endings)
            if found is not None and found.content is not None:
                self._keep(key, found)
        return found

    def _read(self, release: OpenRelease, path: str, endings: tuple[str, ...]) -> Sendable | None:
        if release.digest(path) is None:
            return None
        headers = dict(self._policy.headers(path))
        variants = [] if path.endswith(VARIANTS) else [end for end in VARIANTS if release.digest(path + end)]
        ending = next(end for end in endings if end == "" or end in variants)
        if variants:
            headers["vary"] = "accept-encoding"
        if ending:
            headers["content-encoding"] = CODINGS[ending]
        try:
            return _sendable(release, path + ending, headers)
        except Unreadable:
            return None

    def _keep(self, key: _Key, found: Sendable) -> None:
        self._kept[key] = found
        self._left -= _weight(found)
        while self._left < 0:
            oldest = next(iter(self._kept))
            self._left += _weight(self._kept.pop(oldest))


def _weight(found: Sendable) -> int:
    # Headers and names weigh too: a crowd of tiny files is not free.
    return len(found.content or b"") + 2_000


def _sendable(release: OpenRelease, name: str, headers: dict[str, str]) -> Sendable:
    tag = f'"{(release.digest(name) or "")[:20]}"'
    with release.open(name) as file:
        size = os.fstat(file.fileno()).st_size
        content = file.read() if size < LARGE else None
    size = size if content is None else len(content)
    headers |= {"etag": tag, "last-modified": release.changed, "content-length": str(size)}
    kept = Kept(headers)
    return Sendable(name, tag, size, kept, content, None if content is None else Response(200, kept, [content]))


def sent(release: OpenRelease, file: Sendable, request: Request) -> Response:
    """The answer to a request for a file of a release: 200, 206 for a range of it, 304, 412 or 416.

    May raise `Unreadable`, for a large file that was put away since it was looked at.
    """
    if file.whole is not None and SAYING_MORE.isdisjoint(request.headers):
        return file.whole
    copy = copy_of(request.headers, file.tag, file.changed)
    if copy is not Copy.OTHER:
        return Response(304 if copy is Copy.SAME else 412, _without(file, _OF_CONTENT))
    try:
        wanted = range_of(request.headers, file.tag, file.size)
    except UnsatisfiableRange:
        return Response(416, {**_without(file, _OF_CONTENT), "content-range": f"bytes */{file.size}"})
    if wanted is None:
        return Response(200, file.headers, _body(release, file, Range(0, file.size - 1)))
    headers = {
        **file.headers,
        "content-range": f"bytes {wanted.first}-{wanted.last}/{file.size}",
        "content-length": str(wanted.last - wanted.first + 1),
    }
    return Response(206, headers, _body(release, file, wanted))


def instead(file: Sendable, status: int, content: bytes) -> Response:
    """What is sent in the place of the file that was asked for and is not to be taken for it, with a file's headers."""
    return Response(status, {**_without(file, _OF_COPIES), "content-length": str(len(content))}, [content])


def _without(file: Sendable, left_out: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in file.headers.items() if name not in left_out}


def _body(release: OpenRelease, file: Sendable, wanted: Range) -> Body:
    size = wanted.last - wanted.first + 1
    if file.content is None:
        opened = release.open(file.name)
        return Part(opened, wanted.first, size) if size >= LARGE else [_read(opened, wanted.first, size)]
    return [file.content if len(file.content) == size else file.content[wanted.first : wanted.last + 1]]


def _read(opened: BinaryIO, first: int, size: int) -> bytes:
    """A little of a large file. As a part of it, each would keep it open for a while: a player asks for hundreds."""
    with opened:
        opened.seek(first)
        return opened.read(size)
