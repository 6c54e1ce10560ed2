"""The releases in a data folder: of each week the one that is current at this moment, and the earlier ones.

Nothing is watched. Each request asks the disk once whether the week is as it was, which costs two microseconds, so that
a release is seen by the next request after it was made.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from kakehashi.releases.store import NOTICE
from kakehashi.server.opened import OpenRelease, Unreadable, is_plain

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_EARLIER = 8
"""Earlier releases that are held open, for those who still read a page of one."""
_State: TypeAlias = tuple[int, int, int, int]


class Shelf:
    """The weeks below `data/releases/`."""

    def __init__(self, data: Path) -> None:
        self._root = data / "releases"
        self._named = str(self._root)
        self._standing: dict[str, tuple[_State, OpenRelease, str]] = {}
        self._earlier: dict[_State, OpenRelease] = {}

    def weeks(self) -> list[str]:
        """The slugs of the weeks that have a release, in the order of the alphabet."""
        try:
            found = [entry.name for entry in os.scandir(self._root)]
        except OSError:
            return []
        return sorted(slug for slug in found if self.current(slug) is not None)

    def current(self, slug: str) -> OpenRelease | None:
        """The current release of a week, or `None` when there is no such week or no release of it that can be read."""
        known = self._standing.get(slug)
        if known is None and (len(slug) > 80 or _SLUG.fullmatch(slug) is None):
            return None
        state = self._state(f"{self._named}/{slug}/current" if known is None else known[2])
        if known is not None and known[0] == state:
            return known[1]
        release = None if state is None else self._open(slug)
        if state is None or release is None:
            # Asked again the next time: whoever looks after the disk may mend what is wrong with a file in it.
            self._standing.pop(slug, None)
            return None
        # Looked at before it was opened: what came in between is found by the next request.
        self._standing[slug] = (state, release, f"{self._named}/{slug}/current")
        return release

    def earlier(self, release: OpenRelease, path: str) -> Iterator[OpenRelease]:
        """The releases of the same week before this one that hold a file at a plain path, the latest first."""
        if not is_plain(path):
            return
        folder = self._root / release.week
        try:
            numbers = sorted(
                (int(entry.name) for entry in folder.iterdir() if _NUMBER.fullmatch(entry.name)), reverse=True
            )
        except OSError:
            return
        for number in numbers:
            # Asked of the disk before a release is opened: many an address is none of any.
            if number < release.number and (folder / str(number) / path).is_file():
                found = self._opened(folder / str(number))
                if found is not None:
                    yield found

    def _opened(self, folder: Path) -> OpenRelease | None:
        try:
            about = folder.stat()
            key: _State = (about.st_dev, about.st_ino, about.st_mtime_ns, about.st_ctime_ns)
            if key not in self._earlier:
                if len(self._earlier) >= _EARLIER:
                    del self._earlier[next(iter(self._earlier))]
                self._earlier[key] = OpenRelease(folder)
            return self._earlier[key]
        except (OSError, Unreadable):
            return None

    def _state(self, place: str) -> _State | None:
        try:
            # Another folder whenever another release is current, and when the same was made anew.
            now = os.stat(place)  # noqa: PTH116 - a path object costs more than the question
        except OSError:
            return None
        return (now.st_dev, now.st_ino, now.st_mtime_ns, now.st_ctime_ns)

    def _open(self, slug: str) -> OpenRelease | None:
        folder = self._root / slug
        try:
            number = str((folder / "current").readlink())
            found = OpenRelease(folder / number) if number == NOTICE or _NUMBER.fullmatch(number) else None
        except (OSError, Unreadable):
            return None
        return found if found is not None and found.week == slug else None
