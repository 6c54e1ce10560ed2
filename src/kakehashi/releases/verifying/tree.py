"""The files in a folder that nobody has promised anything about: found, read and hashed without trust."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from kakehashi.findings import Finding

LONGEST = 65_536
"""Bytes of a record or a signature."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Tree:
    """What lies in a folder, by path: the size of every file; links and what is no file; folders without a file.

    Links are never followed.
    """

    root: Path
    files: dict[str, int] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    special: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, root: Path) -> "Tree":
        """Everything that lies in a folder. What cannot be looked into is among the `faults`."""
        tree = cls(root)
        folders = [""]
        while folders:
            folder = folders.pop()
            below = tree._look_into(folder)
            folders += below
        return tree

    def _look_into(self, folder: str) -> list[str]:
        """Notes what lies in one folder; the folders in it."""
        below: list[str] = []
        before = f"{folder}/" if folder else ""
        try:
            entries = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
            for entry in entries:
                path = before + entry.name
                state = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(state.st_mode):
                    below.append(path)
                elif stat.S_ISREG(state.st_mode):
                    self.files[path] = state.st_size
                else:
                    (self.links if stat.S_ISLNK(state.st_mode) else self.special).append(path)
        except OSError as error:
            self.faults.append(unreadable(folder or ".", error))
            return []
        if folder and not entries:
            self.empty.append(f"{folder}/")
        return below

    def below(self, folder: str) -> list[str]:
        """The paths of all files below a folder, in order."""
        return sorted(path for path in self.files if path.startswith(f"{folder}/"))

    def read(self, path: str, most: int) -> bytes:
        """A short file whole. Raises `OSError`, and `ValueError` when it is missing or longer than `most` bytes."""
        size = self.files.get(path, most + 1)
        if size > most:
            raise ValueError("missing, or longer than such a file can be")
        with self.open(path) as file:
            # Asked for more, Python would first make room for more; what grows meanwhile has another hash.
            return file.read(size + 1)

    @contextmanager
    def open(self, path: str) -> Iterator[BufferedReader]:
        """A file of `files`, to be read piece by piece. Raises `OSError`."""
        descriptor = os.open(self.root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            yield file

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file of `files`, in little memory however long it is. Raises `OSError`."""
        digest = hashlib.sha256()
        with self.open(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
        return digest.hexdigest()


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a record, wherever it lies; `None` for one that cannot be read, which is told elsewhere."""
    try:
        with Tree(path.parent).open(path.name) as file:
            return hashlib.sha256(file.read(LONGEST)).hexdigest()
    except OSError:
        return None


def unreadable(path: str, error: OSError) -> Finding:
    """That something could not be read, and therefore says nothing."""
    return Finding("verify.unreadable", values={"value": path, "reason": error.strerror or str(error)})
