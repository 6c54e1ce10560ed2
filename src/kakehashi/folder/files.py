"""The files of a folder, read with care: nothing outside it, nothing too large, nothing but UTF-8."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
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

# A pipe in a file's place must not keep us waiting for its writer. Where a system lacks a flag it needs none.
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

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


def _ignored(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith("~")


class _Reader:
    """Reads files below `folder` and notes what is wrong with them."""

    def __init__(self, folder: Path, findings: list[Finding]) -> None:
        self.folder = folder
        self.root = os.path.realpath(folder)
        self.private = os.path.realpath(folder / PRIVATE_FILE)
        self.findings = findings
        self.links: set[str] = set()

    def fault(self, code: str, name: str, **values: Value) -> None:
        self.findings.append(_about(code, name, **values))

    def complete(self) -> None:
        """Completes what an interrupted `dump` had decided."""
        try:
            complete(self.folder)
        except (OSError, ValueError):
            self.fault("shape.unfinished", ".")

    def names(self, below: str) -> list[str]:
        """Names in a sub-folder in alphabetical order, without hidden ones and editors' copies. Which of them are links
        is noted: a listing knows it of thousands of files, and only links can lead elsewhere."""
        path = self.folder / below
        if below and not os.path.lexists(path):
            return []
        try:
            if not self.inside(path):
                self.fault("shape.outside", below)
                return []
            with os.scandir(path) as entries:
                links = {entry.name: entry.is_symlink() for entry in entries if not _ignored(entry.name)}
        except OSError:
            self.fault("shape.unreadable", below or ".")
            return []
        self.links.update(f"{below}/{name}" if below else name for name, link in links.items() if link)
        return sorted(links)

    def inside(self, path: Path, below: str = "") -> bool:
        """Whether a path stays in the folder, or in its sub-folder `below`, and leads to nothing that is kept apart:
        the office's own file under another name, hidden files."""
        real, root = os.path.realpath(path), os.path.normpath(f"{self.root}{os.sep}{below}")
        if real == root:
            return True
        if not real.startswith(root.rstrip(os.sep) + os.sep):
            return False
        hidden = f"{os.sep}." in real[len(root.rstrip(os.sep)) :]
        return not hidden and (path == self.folder / PRIVATE_FILE or real != self.private)

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
        """The text of a file that `names` has listed; `None` after a finding."""
        is_link = name in self.links
        if is_link and not self.inside(self.folder / name):
            self.fault("shape.outside", name)
            return None
        descriptor = None
        try:
            descriptor = os.open(f"{self.folder}{os.sep}{name}", _READING if is_link else _READING | _NO_LINK)
            return self.opened(name, descriptor)
        except OSError:
            self.fault("shape.unreadable", name)
            return None
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def opened(self, name: str, descriptor: int) -> SourceFile | None:
        """The text of a file that is open; what it is and how large is asked of the very file that is read."""
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            self.fault("shape.not-a-file", name)
            return None
        if about.st_size > LARGEST:
            self.fault("shape.too-large", name, value=about.st_size, expected=LARGEST)
            return None
        content = b""
        while len(content) < about.st_size and (more := os.read(descriptor, about.st_size - len(content))):
            content += more
        return self.decoded(name, content)

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
