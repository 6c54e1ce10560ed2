"""A folder of files over HTTP: what `kakehashi serve DIR` answers."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from kakehashi.server.conditions import UnsatisfiableRange, asked_range, matches
from kakehashi.server.messages import Part, Request, Response, with_header
from kakehashi.server.policies import SANDBOX, content_type, is_active


class Files:
    """Answers from the files below `root`, and from nothing else.

    A folder answers with its `index.html`. No path leaves the folder: neither dotted, encoded nor through a link.
    Someone who asks for `/` is sent to `start`, if that is given.

    Pages of a build bring their own Content-Security-Policy. Files below `media/`, of the build or of one in a folder
    of several, come from whoever sent them to the organisers: those in which a browser would run scripts are answered
    in a sandbox. Any `Host` is answered, unlike in a preview: a build is made to be put under any name, and often
    behind a proxy on this machine that hands the name on. Who may read a build for staff is for that proxy to say.
    """

    def __init__(self, root: Path, *, start: str | None = None) -> None:
        self.root = root.resolve(strict=True)
        self.start = start

    def respond(self, request: Request) -> Response:
        """The answer to a request: a file (200, 206 for a range, 304 if unchanged), a redirect, 404 or 405."""
        if request.method not in ("GET", "HEAD"):
            return plain(405, "Only GET and HEAD are answered here.", allow="GET, HEAD")
        if request.path == "/" and self.start is not None:
            return Response(302, {"location": self.start})
        path = self.find(request.path)
        if path is None:
            return plain(404, "There is no such page here.")
        if path.is_dir():
            return _redirect(request)
        return medium_response(path, request) if self._is_medium(path) else file_response(path, request)

    def _is_medium(self, path: Path) -> bool:
        # Beside the assets of a build. Elsewhere `media` may be the slug of an item, whose page is ours.
        folders = (folder for folder in path.parents if folder.is_relative_to(self.root))
        return any(folder.name == "media" and (folder.parent / "assets").is_dir() for folder in folders)

    def find(self, path: str) -> Path | None:
        """The file, or the folder asked for without its final slash, that a path names; `None` when there is none."""
        found = below(self.root, path)
        try:
            if found is not None and found.is_dir() and (path.endswith("/") or found == self.root):
                found /= "index.html"
            usable = found is not None and (found.is_file() or (found.is_dir() and (found / "index.html").is_file()))
        except OSError:
            return None
        return found if usable else None


def below(root: Path, path: str) -> Path | None:
    """Where a path leads, links followed; `None` when that is not below `root`, or nowhere at all."""
    if "\0" in path or "\\" in path:
        return None
    try:
        found = (root / path.lstrip("/")).resolve()
    except (OSError, RuntimeError, ValueError):
        # RuntimeError is what `resolve` raised for a link to itself before Python 3.13.
        return None
    return found if found.is_relative_to(root) else None


def _redirect(request: Request) -> Response:
    # Two slashes at the front would name another host.
    target = "/" + quote(request.path.strip("/")) + "/"
    query = quote(request.query, safe="!$&'()*+,;=:@/?%", encoding="latin-1")
    return Response(301, {"location": target + (f"?{query}" if query else "")})


def plain(status: int, text: str, **headers: str) -> Response:
    """A short answer in plain text."""
    return Response(status, {"content-type": "text/plain; charset=utf-8", **headers}, [f"{text}\n".encode()])


def medium_response(path: Path, request: Request) -> Response:
    """A file that the organisers were given, in answer to a request: as `file_response`, sandboxed if it is active."""
    response = file_response(path, request)
    if not is_active(content_type(path)):
        return response
    return with_header(response, "content-security-policy", SANDBOX)


def file_response(path: Path, request: Request) -> Response:
    """A file in answer to a request, whole or the range asked for; 304 when the reader's copy is the same.

    One that cannot be read, or has gone in the meantime, is not there.
    """
    try:
        file = path.open("rb", buffering=0)
    except OSError:
        return plain(404, "There is no such page here.")
    response = _part_of(file, path, request)
    if not isinstance(response.body, Part):
        file.close()
    return response


def _part_of(file: BinaryIO, path: Path, request: Request) -> Response:
    known = os.fstat(file.fileno())
    # Not of the content, or a film would be read whole for every request.
    tag = '"' + hashlib.sha256(f"{known.st_mtime_ns}-{known.st_size}".encode()).hexdigest()[:20] + '"'
    # A site built anew must be seen at once; with the tag, asking again costs next to nothing.
    headers = {"etag": tag, "accept-ranges": "bytes", "cache-control": "no-cache"}
    if matches(request.headers.get("if-none-match", ""), tag):
        return Response(304, headers)
    try:
        wanted = asked_range(request.headers.get("range", ""), known.st_size)
    except UnsatisfiableRange:
        return plain(416, "The file is shorter.", **{"content-range": f"bytes */{known.st_size}"})
    headers["content-type"] = content_type(path)
    if wanted is None:
        headers["content-length"] = str(known.st_size)
        return Response(200, headers, Part(file, 0, known.st_size))
    headers["content-range"] = f"bytes {wanted.first}-{wanted.last}/{known.st_size}"
    size = wanted.last - wanted.first + 1
    headers["content-length"] = str(size)
    return Response(206, headers, Part(file, wanted.first, size))
