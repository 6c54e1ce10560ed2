"""The store of one week: its numbered releases, and which of them is current."""

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.releases.disk import hindered, remove, sync
from kakehashi.releases.drafting import Draft
from kakehashi.releases.former import Release, former_of, read_release
from kakehashi.releases.layout import WITHDRAWN
from kakehashi.releases.replacing import finish

CURRENT = "current"
LOCK = ".lock"
_ASIDE = ".aside-"
_NEXT = ".current-"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
HALF = ".new"
"""With what the name of a file ends that is still to take the place of another."""
NOTICE = "withdrawn"
"""What `current` names while readers are told that what they look for was withdrawn."""
_OURS = frozenset({CURRENT, LOCK, NOTICE, ".redacted", ".state", WITHDRAWN, f"{WITHDRAWN}.sig"})


@dataclass(frozen=True)
class Store:
    """The folder that holds the releases of one week.

    Reading needs no lock: a release is there whole under its number or not at all, and `current` always names one.
    """

    folder: Path

    def releases(self) -> tuple[Release, ...]:
        """Every release that is there, the oldest first. Raises `Refused` for one whose record cannot be read."""
        return tuple(read_release(self.folder / str(number)) for number in numbers_in(self.folder))

    @property
    def current(self) -> Release | None:
        """The release that readers are shown, if there is one; while a notice says that it is withdrawn, there is none.

        Raises `Refused` when its record cannot be read.
        """
        number = self._current_number()
        return None if number is None else read_release(self.folder / str(number))

    @contextmanager
    def drafting(self, waiting: Callable[[], None]) -> Iterator[Draft]:
        """A draft of the next release, which `Draft.publish` makes the current one.

        While another process works on this store, it calls `waiting` once and waits. The predecessor is the newest
        release, current or not. When the block is left without a publication, nothing stays of the draft.

        Raises `Refused`: `release.disk`, `release.foreign` (something in the folder that no release is made of) and
        `release.broken-predecessor`.
        """
        with self.held(waiting) as lock:
            draft = self._begin(lock)
            try:
                yield draft
            finally:
                draft.discard()

    @contextmanager
    def held(self, waiting: Callable[[], None]) -> Iterator[int]:
        """The store for this process alone, cleared of what killed ones left; the descriptor of its lock.

        Another that asks calls its `waiting` once and waits. Raises `Refused`: `release.disk`, `release.foreign`.
        """
        lock = self._lock()
        try:
            try:
                _take(lock, waiting)
                self._clear()
            except OSError as error:
                raise hindered(error, self.folder) from error
            yield lock
        finally:
            # Said aloud, because a process that was forked meanwhile has the descriptor too.
            fcntl.flock(lock, fcntl.LOCK_UN)
            os.close(lock)

    @property
    def aside(self) -> Path:
        """Where this process makes a folder that is to come into the store. What a killed one left there goes."""
        host = re.sub(r"[^\w.-]", "_", os.uname().nodename)[:64]
        return self.folder / f"{_ASIDE}{os.getpid()}@{host}"

    def show(self, name: str) -> None:
        """Lets `current` name a release or the notice, in one step. Only for whoever holds the store.

        Raises `OSError`; readers then see what they saw.
        """
        pointer = self.folder / f"{_NEXT}{os.getpid()}"
        pointer.symlink_to(name)
        pointer.replace(self.folder / CURRENT)
        sync(self.folder)

    def install(self, made: Path, number: int) -> None:
        """Puts a finished folder of this store in its place and makes it the current release, in one step for readers.

        Only for whoever holds the store. Raises `OSError`; folder and `current` are then as they were.
        """
        place, pointer = self.folder / str(number), self.folder / f"{_NEXT}{os.getpid()}"
        pointer.symlink_to(str(number))
        try:
            made.rename(place)
            sync(self.folder)
            pointer.replace(self.folder / CURRENT)
            sync(self.folder)
        except BaseException:
            pointer.unlink(missing_ok=True)
            if place.is_dir() and self._current_number() != number:
                place.rename(made)
            raise

    def _begin(self, lock: int) -> Draft:
        numbers = numbers_in(self.folder)
        former = former_of(read_release(self.folder / str(numbers[-1]))) if numbers else None
        try:
            self.aside.mkdir(0o755)
            return Draft(self, self.aside, former, lock)
        except OSError as error:
            raise hindered(error, self.folder) from error

    def _lock(self) -> int:
        try:
            _open_to_readers(self.folder)
            return os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise hindered(error, self.folder) from error

    def _current_number(self) -> int | None:
        try:
            target = str((self.folder / CURRENT).readlink())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._foreign([CURRENT]) from error
        if target == NOTICE:
            return None
        if _NUMBER.fullmatch(target) is None:
            raise self._foreign([CURRENT])
        return int(target)

    def _clear(self) -> None:
        """Takes away what killed processes left: whoever holds the lock knows that nobody works on it."""
        finish(self.folder)
        names = sorted(entry.name for entry in os.scandir(self.folder))
        numbers = {str(number) for number in numbers_in(self.folder)}
        left = [name for name in names if name.startswith((_ASIDE, _NEXT)) or name.endswith(HALF)]
        if foreign := [name for name in names if name not in _OURS and name not in numbers and name not in left]:
            raise self._foreign(foreign)
        self._current_number()
        for name in left:
            remove(self.folder / name)

    def _foreign(self, names: list[str]) -> Refused:
        return Refused([Finding("release.foreign", values={"value": tuple(names), "folder": str(self.folder)})])


def numbers_in(folder: Path) -> list[int]:
    """The numbers of the releases that lie in the folder of a store, the oldest first. Raises `OSError`."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return []
    found = (entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    return sorted(int(name) for name in found if _NUMBER.fullmatch(name))


def _open_to_readers(folder: Path) -> None:
    """Makes a store's folder, and the one that holds all stores, so that a server of another user may read them.

    Releases are public, whatever the umask of whoever makes them; folders that are there already stay as they are.
    """
    for each in (folder.parent, folder):
        if not each.is_dir():
            each.mkdir(parents=True, exist_ok=True)
            each.chmod(0o755)


def _take(lock: int, waiting: Callable[[], None]) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(lock, fcntl.LOCK_EX)
