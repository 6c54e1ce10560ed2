"""Every byte that a store holds, searched for a name."""

import gzip
import mmap
import os
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]

from kakehashi.releases.layout import original_of
from kakehashi.week.redacting import NameForms, found_in, found_in_path

_OPAQUE = frozenset(
    (
        ".avif",
        ".gif",
        ".jpeg",
        ".jpg",
        ".m4a",
        ".m4v",
        ".mov",
        ".mp3",
        ".mp4",
        ".ogg",
        ".png",
        ".webm",
        ".webp",
        ".woff2",
    )
)
"""Pictures, films, sounds and fonts: a name can stand in what they say of themselves, as plain letters."""


class Trace(NamedTuple):
    """A file in which a form was found: its path within what was searched, and the form."""

    path: str
    form: str


class Sweep:
    """Searches folders; of a file that has several names, the content once."""

    def __init__(self, forms: NameForms) -> None:
        self._forms = forms
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def of(self, folder: Path) -> Iterator[Trace]:
        """Whatever is found in a folder: in names of files, in texts, and in what is compressed."""
        for place, folders, files in os.walk(folder):
            for name in (*folders, *files):
                whole = Path(place, name)
                path = str(whole.relative_to(folder))
                found = found_in_path(path, self._forms)
                if name in files and not whole.is_symlink():
                    found |= self.file(whole)
                for form in sorted(found):
                    yield Trace(path, form)

    def file(self, path: Path) -> frozenset[str]:
        """The forms that are found in a file."""
        about = path.stat()
        known = self._known.get((about.st_dev, about.st_ino))
        if known is None:
            known = self._known[about.st_dev, about.st_ino] = self._read(path, about.st_size)
        return known

    def _read(self, path: Path, size: int) -> frozenset[str]:
        if PurePosixPath(path.name).suffix.lower() in _OPAQUE:
            return _opaque(path, self._forms) if size else frozenset()
        content = unpacked(path)
        original = original_of(str(path))
        if original is not None and (place := Path(original)).is_file() and place.read_bytes() == content:
            return self.file(place)
        return found_in(content, self._forms)


def unpacked(path: Path) -> bytes:
    """What a file holds; of a variant the bytes that it stands for."""
    content = path.read_bytes()
    try:
        if path.suffix == ".br":
            plain: bytes = brotli.decompress(content)
            return plain
        return gzip.decompress(content) if path.suffix == ".gz" else content
    except (brotli.error, OSError, EOFError, zlib.error):
        return content


def _opaque(path: Path, forms: NameForms) -> frozenset[str]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return frozenset(
            form
            for form in (*forms.certain, *forms.identifiers)
            if any(content.find(form.encode(encoding)) >= 0 for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
        )
