"""One release that is open: its folder held by a handle, and what its manifest says of every file.

Only what the manifest names is ever opened (and the few files that it cannot name), part for part below the folder and
through no link. So no path leads out of a release, whatever it is made of.
"""

import errno
import json
import os
import re
import stat
import weakref
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cached_property
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from kakehashi.releases.layout import MANIFEST, RECORD, UNLISTED, WITHDRAWN
from kakehashi.releases.store import NOTICE

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without waiting: a pipe in the place of a file would keep everybody waiting.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_DIGEST = re.compile(rb"[0-9a-f]{64}  ")
_SERIAL = count()
_CROWDED = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})


class Unreadable(Exception):
    """A file or a release that is not there, or is none, or was put away after it was opened."""


class Crowded(Exception):
    """A file cannot be opened now because too many are: it says nothing of what is there."""


class OpenRelease:
    """A release as it was when it was opened. Its files are those of that folder, also when its name means another.

    `serial` tells it from every other that this process has opened; `changed` is its instant as an HTTP date. Of one
    that is `withdrawn` only the notice that says so is there, which leads nowhere.
    """

    def __init__(self, folder: Path) -> None:
        """Opens the release in `folder`, or raises `Unreadable` or `Crowded`, as `open` does."""
        self.serial = next(_SERIAL)
        self.withdrawn = folder.name == NOTICE
        try:
            self._handle = os.open(folder, _FOLDER)
        except (OSError, ValueError) as error:
            raise _hindrance(error, str(folder)) from error
        weakref.finalize(self, os.close, self._handle)
        self._manifest = self.content(MANIFEST)
        try:
            record = self._record()
            self.week, self.number = str(record["week"]), int(record["number"])
            self.languages = tuple(str(language) for language in record["languages"])
            instant = datetime.fromisoformat(record["instant"]).astimezone(UTC)
        except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
            raise Unreadable(folder) from error
        self.changed = format_datetime(instant, usegmt=True)

    def _record(self) -> dict[str, Any]:
        """What the folder says of itself; the notice in place of a withdrawn release says which that was."""
        found: dict[str, Any] = json.loads(self.content(WITHDRAWN if self.withdrawn else RECORD))
        return {**found, **found["withdrawals"][-1]} if self.withdrawn else found

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file in hexadecimal digits, as the manifest has it; `None` if it has no such file."""
        if path in UNLISTED:
            return self._unlisted.get(path)
        return _listed(self._manifest, path.encode("utf-8", "replace")) if is_plain(path) else None

    def open(self, path: str) -> BinaryIO:
        """A file at a plain path, opened for reading; `Unreadable` if there is none, `Crowded` if nobody can know."""
        *folders, name = path.split("/")
        opened = [self._handle]
        try:
            for folder in folders:
                opened.append(os.open(folder, _FOLDER, dir_fd=opened[-1]))
            number = os.open(name, _FILE, dir_fd=opened[-1])
        except (OSError, ValueError) as error:
            raise _hindrance(error, path) from error
        finally:
            for handle in opened[1:]:
                os.close(handle)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise Unreadable(path)
        return os.fdopen(number, "rb", buffering=0)

    def holds(self, path: str) -> bool:
        """Whether there is a file at a plain path that can be opened now."""
        try:
            self.open(path).close()
        except Unreadable:
            return False
        return True

    def content(self, path: str) -> bytes:
        """All bytes of a file; `Unreadable` if there is none."""
        with self.open(path) as file:
            try:
                return file.read()
            except OSError as error:
                raise Unreadable(path) from error

    @cached_property
    def _unlisted(self) -> Mapping[str, str]:
        """The digests of the few files that no manifest can name."""
        return {path: sha256(self.content(path)).hexdigest() for path in UNLISTED if self.holds(path)}

    @cached_property
    def gone(self) -> Mapping[str, str | None]:
        """The addresses below a language that earlier releases had: to each where its content is now, or `None`."""
        found = self._part("history.json", "gone")
        return {address: target for address, target in found.items() if target is None or isinstance(target, str)}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The week's title by language."""
        return {tag: text for tag, text in self._part("week.json", "title").items() if isinstance(text, str)}

    def _part(self, path: str, name: str) -> dict[str, object]:
        try:
            found = json.loads(self.content(path)).get(name) if self.digest(path) else None
        except (Unreadable, ValueError, AttributeError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def _hindrance(error: Exception, path: str) -> Exception:
    crowded = isinstance(error, OSError) and error.errno in _CROWDED
    return Crowded(path) if crowded else Unreadable(path)


def _listed(manifest: bytes, path: bytes) -> str | None:
    """The digest of a path in a manifest, whose lines stand in the order of their paths: found by halving.

    A manifest of 60,000 lines is read at once this way, and each path is found in a dozen steps.
    """
    low, high = 0, len(manifest)
    while low < high:
        middle = (low + high) // 2
        start = max(manifest.rfind(b"\n", low, middle) + 1, low)
        end = manifest.find(b"\n", middle, high)
        end = high if end < 0 else end
        here = manifest[start + 66 : end]
        if here == path:
            return manifest[start : start + 64].decode() if _DIGEST.match(manifest, start) else None
        low, high = (end + 1, high) if here < path else (low, start)
    return None


def is_plain(path: str) -> bool:
    """Whether a path leads down from a folder by names alone, none of them hidden.

    >>> [is_plain(path) for path in ("ja/index.html", "../3/ja", "/etc/passwd", ".state/ja", "ja//x", "ja/")]
    [True, False, False, False, False, False]
    """
    return not any(part == "" or part.startswith(".") for part in path.split("/"))
