"""The files of a release being made: which are new, which are the predecessor's, and their hashes."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.releases.background import Cloning
from kakehashi.releases.cloning import link
from kakehashi.releases.disk import Written, remove
from kakehashi.releases.former import Former
from kakehashi.releases.layout import VARIANTS, original_of

_BLOCK = 1 << 20


class Contents:
    """The files of a release in the folder `aside`, on the way from those of its predecessor.

    What raises `OSError` here is the disk of the store.
    """

    def __init__(self, aside: Path, former: Former | None) -> None:
        self.sums: dict[str, str] = {}
        self.size = 0
        self._aside, self._former = aside, former
        self._old: Mapping[str, str] = {} if former is None else former.sums
        self._written = Written(aside)
        self._kept: list[str] = []
        self._cloning: Cloning | None = None

    def clone(self, lock: int) -> None:
        """Begins to link all files of the predecessor, whose lock the process holds too."""
        if self.sums:
            raise ValueError("a clone is begun before anything is put")
        if self._former is not None and self._cloning is None:
            self._cloning = Cloning(self._former.release.folder, self._aside, lock)

    def end(self) -> None:
        """Ends what goes on in the background."""
        if self._cloning is not None:
            self._cloning.end()

    def same(self, path: str, digest: str, size: int) -> bool:
        """Whether the predecessor has this very file, and still has it on the disk, as far as its size tells."""
        return self._old.get(path) == digest and self.old_size(path) == size

    def old_size(self, path: str) -> int | None:
        """The bytes of a file of the predecessor as it lies on the disk; `None` where there is none."""
        if path not in self._old:
            return None
        try:
            return self._old_place(path).stat().st_size
        except OSError:
            return None

    def write(self, path: str, content: bytes) -> None:
        """A new file."""
        self._free(path)
        self._written.write(path, content)
        self.sums[path] = hashlib.sha256(content).hexdigest()
        self.size += len(content)

    def copy(self, path: str, blocks: Iterable[bytes]) -> None:
        """A new file, block by block."""
        self._free(path)
        digest = hashlib.sha256()
        with self._written.open(path) as file:
            for block in blocks:
                digest.update(block)
                self.size += len(block)
                file.write(block)
        self.sums[path] = digest.hexdigest()

    def link(self, path: str, place: Path, content: bytes) -> None:
        """A file that lies elsewhere in the store with this content."""
        self._free(path)
        self._written.make_folder(path.rpartition("/")[0])
        (self._aside / path).unlink(missing_ok=True)
        link(str(place), str(self._aside / path))
        self.sums[path] = hashlib.sha256(content).hexdigest()
        self.size += len(content)

    def keep(self, paths: Iterable[str]) -> None:
        """Files of the predecessor with their variants. Raises `ValueError` for what it has not, or what is kept."""
        for path in paths:
            if path not in self._old or path in self.sums:
                raise ValueError(f"{path}: not in the predecessor, or in the draft already")
            for one in (path, *(path + ending for ending in VARIANTS)):
                # A variant may have been kept by its own name.
                if one in self._old and one not in self.sums:
                    self.sums[one] = self._old[one]
                    self._kept.append(one)

    def settle(self) -> None:
        """Brings the folder to what was put and kept, and nothing else.

        Raises `Refused`: `release.lost` for a file to keep that is gone, `release.like-a-variant`.
        """
        sizes: dict[str, int] = {}
        if self._cloning is not None:
            sizes = dict(zip(self._old, self._cloning.wait(), strict=True))
            self._drop([path for path in self._old if path not in self.sums])
        for path in self._kept:
            size = sizes.get(path, -1)
            self.size += size if size >= 0 else self._link_old(path)

    def seal(self, files: Mapping[str, bytes]) -> None:
        """Writes the files that speak of the others, and returns when everything lies on the disk."""
        for path, content in files.items():
            self._written.write(path, content)
        folders = self._former.folders if self._cloning is not None and self._former is not None else frozenset[str]()
        self._written.settle(len(folders), (folder for folder in folders if (self._aside / folder).is_dir()))

    def _link_old(self, path: str) -> int:
        self._written.make_folder(path.rpartition("/")[0])
        try:
            link(str(self._old_place(path)), f"{self._aside}/{path}")
        except FileNotFoundError as error:
            raise Refused([Finding("release.lost", values={"value": str(self._old_place(path))})]) from error
        return (self._aside / path).stat().st_size

    def _drop(self, paths: Iterable[str]) -> None:
        """Takes away files that were cloned, and folders that have become empty."""
        emptied: set[str] = set()
        for path in paths:
            # Where a file was, a folder may stand now, or the other way about.
            with suppress(IsADirectoryError, NotADirectoryError):
                Path(f"{self._aside}/{path}").unlink(missing_ok=True)
            emptied.add(path.rpartition("/")[0])
        for folder in sorted(emptied, key=len, reverse=True):
            self._drop_empty(folder)

    def _drop_empty(self, folder: str) -> None:
        while folder:
            try:
                (self._aside / folder).rmdir()
            except OSError:
                # Not empty, or gone with another.
                return
            folder = folder.rpartition("/")[0]

    def _free(self, path: str) -> None:
        """Sees to it that a new file can stand at a path, whatever the clone has there."""
        if path in self.sums:
            raise ValueError(f"{path}: in the draft already")
        if self._cloning is None or self._former is None:
            return
        above = path
        while above := above.rpartition("/")[0]:
            if above in self._old:
                self._cloning.wait()
                if not (self._aside / above).is_dir():
                    remove(self._aside / above)
        if path in self._former.folders:
            self._cloning.wait()
            remove(self._aside / path)

    def _old_place(self, path: str) -> Path:
        assert self._former is not None
        return self._former.release.folder / path


def alike(sums: Mapping[str, str], put: Iterable[str]) -> tuple[str, ...]:
    """Those of the files put by themselves whose path says that they are the variant of another."""
    return tuple(sorted(path for path in put if original_of(path) in sums))
