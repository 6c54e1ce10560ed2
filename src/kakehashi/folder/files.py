"""The files of a folder, read with care: nothing outside it, nothing too large, nothing but UTF-8."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kakehashi.findings import Finding, Severity, Source, Value
from kakehashi.folder.layout import FILES
from kakehashi.folder.nearest import nearest
from kakehashi.folder.sources import SourceFile
from kakehashi.folder.writing import complete
from kakehashi.week.scalars import SLUG_PATTERN
from kakehashi.words import is_tag

LARGEST = 20_000_000
"""How many bytes one file may have."""

SYMPOSIA = "symposia"
ABSTRACTS = "abstracts"
MEDIA = "media"
PRIVATE_FILE = "private.yaml"

_ABSTRACT = re.compile(r"(.+?)\.([^.]+)\.md")


@dataclass
class FolderFiles:
    """What was read: `parts` by the name of the file without `.yaml`, `symposia` by slug, `abstracts` by item and
    language, and what is wrong with files as such."""

    parts: dict[str, SourceFile] = field(default_factory=dict)
    symposia: dict[str, SourceFile] = field(default_factory=dict)
    abstracts: dict[tuple[str, str], SourceFile] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_folder(folder: Path) -> FolderFiles:
    """Reads every file of the dialect below `folder`. A folder without `week.yaml` is a finding too."""
    files = FolderFiles()
    reader = _Reader(folder, files.findings)
    reader.complete()
    names = reader.names("")
    for name in names:
        if (file := reader.part(name)) is not None:
            files.parts[name.removesuffix(".yaml")] = file
    for name in reader.names(SYMPOSIA):
        if (file := reader.symposium(name)) is not None:
            files.symposia[name.removesuffix(".yaml")] = file
    for name in reader.names(ABSTRACTS):
        match = reader.abstract_name(name)
        if match is not None and (file := reader.read(f"{ABSTRACTS}/{name}")) is not None:
            files.abstracts[match[1], match[2]] = file
    reader.links_in_media()
    if "week.yaml" not in names:
        files.findings.append(_about("shape.no-week-file", "week.yaml"))
    return files


def _about(code: str, name: str, **values: Value) -> Finding:
    severity = Severity.WARNING if code == "shape.file-not-read" else Severity.ERROR
    return Finding(code, (), {"file": name, **values}, severity, Source(name, 1, 1))


class _Reader:
    """Reads files below `folder` and notes what is wrong with them."""

    def __init__(self, folder: Path, findings: list[Finding]) -> None:
        self.folder = folder
        self.root = os.path.realpath(folder)
        self.private = os.path.realpath(folder / PRIVATE_FILE)
        self.findings = findings

    def fault(self, code: str, name: str, **values: Value) -> None:
        self.findings.append(_about(code, name, **values))

    def complete(self) -> None:
        """Completes what an interrupted `dump` had decided."""
        try:
            complete(self.folder)
        except (OSError, ValueError):
            self.fault("shape.unfinished", ".")

    def names(self, below: str) -> list[str]:
        """Names in a sub-folder in alphabetical order, without hidden ones and editors' copies."""
        path = self.folder / below
        if below and not os.path.lexists(path):
            return []
        try:
            if not self.inside(path):
                self.fault("shape.outside", below)
                return []
            names = sorted(entry.name for entry in path.iterdir())
            return [name for name in names if not name.startswith((".", "#")) and not name.endswith("~")]
        except OSError:
            self.fault("shape.unreadable", below or ".")
            return []

    def inside(self, path: Path, below: str = "") -> bool:
        """Whether a path stays in the folder, or in its sub-folder `below`, and leads to nothing that is kept apart:
        the office's own file under another name, hidden files."""
        real, root = self._real(path), os.path.normpath(f"{self.root}{os.sep}{below}")
        if real == root:
            return True
        if not real.startswith(root.rstrip(os.sep) + os.sep):
            return False
        hidden = f"{os.sep}." in real[len(root.rstrip(os.sep)) :]
        return not hidden and (path == self.folder / PRIVATE_FILE or real != self.private)

    def _real(self, path: Path) -> str:
        """Where a path leads. What is no link lies where its folder does, and that is asked once for thousands."""
        if path == self.folder:
            return self.root
        if path.is_symlink():
            return os.path.realpath(path)
        return f"{self._folder(path.parent).rstrip(os.sep)}{os.sep}{path.name}"

    @cache  # noqa: B019 - a reader lives as long as one loading
    def _folder(self, path: Path) -> str:
        return os.path.realpath(path)

    def part(self, name: str) -> SourceFile | None:
        stem, suffix = Path(name).stem, Path(name).suffix
        if suffix not in (".yaml", ".yml"):
            return None
        if suffix == ".yaml" and stem in FILES:
            return self.read(name)
        meant = nearest(stem, FILES)
        if meant is None:
            self.fault("shape.file-not-read", name, expected=tuple(f"{known}.yaml" for known in FILES))
        else:
            self.fault("shape.unknown-file", name, value=name, nearest=f"{meant}.yaml")
        return None

    def symposium(self, name: str) -> SourceFile | None:
        slug, suffix = Path(name).stem, Path(name).suffix
        if suffix == ".yml":
            self.fault("shape.unknown-file", f"{SYMPOSIA}/{name}", value=name, nearest=f"{slug}.yaml")
        elif suffix != ".yaml":
            self.fault("shape.file-not-read", f"{SYMPOSIA}/{name}", expected=(f"{SYMPOSIA}/<slug>.yaml",))
        elif re.fullmatch(SLUG_PATTERN, slug) is None:
            self.fault("shape.file-name", f"{SYMPOSIA}/{name}", value=name, expected="<slug>.yaml")
        else:
            return self.read(f"{SYMPOSIA}/{name}")
        return None

    def abstract_name(self, name: str) -> re.Match[str] | None:
        match = _ABSTRACT.fullmatch(name)
        if match is None or not is_tag(match[2]):
            self.fault("shape.file-name", f"{ABSTRACTS}/{name}", value=name, expected="<item>.<language>.md")
            return None
        return match

    def read(self, name: str) -> SourceFile | None:
        """The text of a file; `None` after a finding."""
        path = self.folder / name
        if not self.inside(path):
            self.fault("shape.outside", name)
            return None
        try:
            if not path.is_file():
                self.fault("shape.not-a-file", name)
                return None
            if (size := path.stat().st_size) > LARGEST:
                self.fault("shape.too-large", name, value=size, expected=LARGEST)
                return None
            return self.decoded(name, path.read_bytes())
        except OSError:
            self.fault("shape.unreadable", name)
            return None

    def decoded(self, name: str, content: bytes) -> SourceFile | None:
        try:
            return SourceFile(name, content.decode("utf-8"))
        except UnicodeDecodeError as error:
            before = SourceFile(name, content[: error.start].decode("utf-8", "replace"))
            self.findings.append(before.finding("shape.not-utf-8", len(before.text), file=name))
            return None

    def links_in_media(self) -> None:
        if os.path.lexists(self.folder / MEDIA) and not self.inside(self.folder / MEDIA, MEDIA):
            self.fault("shape.outside", MEDIA)
            return
        for path in self.media():
            if path.is_symlink() and not self.inside(path, MEDIA):
                self.fault("shape.outside", path.relative_to(self.folder).as_posix())

    def media(self) -> Iterator[Path]:
        for directory, folders, names in os.walk(self.folder / MEDIA):
            for name in sorted([*folders, *names]):
                yield Path(directory, name)
