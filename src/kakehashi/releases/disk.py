"""Files and folders of a release as they come onto the disk and off it."""

import ctypes
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kakehashi.findings import Finding, Refused

_FEW = 64
"""More files and folders than these are brought onto the disk with one call for all of it."""


class Written:
    """What was written into a folder, until all of it is known to lie on the disk."""

    def __init__(self, folder: Path) -> None:
        self._root = str(folder)
        self._made = {""}
        self._fresh: list[str] = []
        # A mask that hides new folders from readers is noticed at the first, which the store has just made.
        self._masked = folder.stat().st_mode & 0o755 != 0o755
        if self._masked:
            folder.chmod(0o755)

    def write(self, path: str, content: bytes) -> None:
        """A new file, mode 0444, in the place of one that may be there: never into it, which is others' too."""
        with self.open(path) as file:
            file.write(content)

    def open(self, path: str) -> BinaryIO:
        """A new file to write into, mode 0444, in the place of one that may be there."""
        self.make_folder(path.rpartition("/")[0])
        whole = f"{self._root}/{path}"
        while True:
            try:
                descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)
                break
            except FileExistsError:
                # A clone that goes on meanwhile may have been quicker once, and never twice.
                Path(whole).unlink(missing_ok=True)
        if self._masked:
            os.fchmod(descriptor, 0o444)
        self._fresh.append(whole)
        return os.fdopen(descriptor, "wb")

    def make_folder(self, folder: str) -> None:
        """The folder of this path, and those above it."""
        if folder in self._made:
            return
        self.make_folder(folder.rpartition("/")[0])
        whole = Path(self._root, folder)
        with suppress(FileExistsError):
            whole.mkdir(0o755)
            if self._masked:
                whole.chmod(0o755)
        self._made.add(folder)

    def settle(self, number: int, folders: Iterable[str] = ()) -> None:
        """Returns when all that was written lies on the disk, and the `folders` that somebody else has filled.

        `number` of them are so many that they are not gone through one by one.
        """
        if number + len(self._fresh) + len(self._made) > _FEW:
            sync_all(Path(self._root))
            return
        for path in (*self._fresh, *(f"{self._root}/{folder}" for folder in {*self._made, *folders})):
            sync(Path(path))


def sync(path: Path) -> None:
    """Returns when a file, or the names in a folder, lie on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(place: Path) -> None:
    """Returns when everything that was written to the disk of `place` lies there. Raises `OSError`."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
    try:
        # Unlike `os.sync`, it waits for no other disk and tells what could not be written.
        if syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(place))
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Takes away a folder with all that is in it, or a file; nothing when there is neither. Raises `OSError`."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def hindered(error: OSError, place: Path) -> Refused:
    """The refusal that says what the disk does not do, at the place that it named, or else at `place`."""
    reason = error.strerror or str(error)
    return Refused([Finding("release.disk", values={"value": str(error.filename or place), "reason": reason})])
