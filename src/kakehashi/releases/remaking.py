"""A release made anew in the place of the one that stands, with a signed record that something was taken out of it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.keys import SigningKey
from kakehashi.releases.cloning import link
from kakehashi.releases.disk import Written
from kakehashi.releases.former import Former
from kakehashi.releases.layout import (
    CHAIN,
    KEPT,
    KEPT_SIGNATURE,
    KEYS,
    MANIFEST,
    RECORD,
    REDACTIONS,
    REDACTIONS_SIGNATURE,
    SIGNATURE,
    VARIANTS,
)
from kakehashi.releases.manifest import manifest_bytes
from kakehashi.releases.redactions import Redaction, Redactions


@dataclass
class Shared:
    """Files that one release made anew has from another, so that the same bytes lie on the disk once."""

    places: dict[tuple[str, str], Path] = field(default_factory=dict)


class Remade:
    """A release in a folder aside. What it has in common with the one that stands, or with `shared`, is linked."""

    def __init__(self, former: Former, folder: Path, shared: Shared) -> None:
        folder.mkdir(0o755)
        self.folder = folder
        self.sums: dict[str, str] = {}
        self._former, self._shared = former, shared
        self._written = Written(folder)

    def put(self, path: str, content: bytes, variants: Mapping[str, bytes]) -> None:
        """A file with its variants; those of the release that stands where its bytes are the same."""
        digest = hashlib.sha256(content).hexdigest()
        if self._former.sums.get(path) == digest:
            self.keep(path)
            return
        self._write(path, content, digest)
        for ending, packed in variants.items():
            self._write(path + ending, packed, hashlib.sha256(packed).hexdigest())

    def keep(self, path: str, source: str | None = None) -> None:
        """A file of the release that stands, with its variants; under `path`, where it stood under `source`."""
        old = source or path
        for ending in ("", *VARIANTS):
            if old + ending in self._former.sums:
                self._link(path + ending, self._former.release.folder / (old + ending))
                self.sums[path + ending] = self._former.sums[old + ending]

    def take(self, name: str, other: "Remade") -> None:
        """What another release made anew has at a path, with its variants; or all that it has below a folder (`a/`)."""
        below = name.endswith("/")
        named = (
            (path for path in other.sums if path.startswith(name)) if below else (name + one for one in ("", *VARIANTS))
        )
        for path in named:
            if path in other.sums:
                self._link(path, other.folder / path)
                self.sums[path] = other.sums[path]

    def keep_record(self, without: Callable[[str], object]) -> None:
        """What is there of a release that is kept as a record only, and of its manifest the lines that stay."""
        for path, digest in self._former.sums.items():
            if without(path) or path.startswith((f"{CHAIN}/", f"{KEYS}/")):
                continue
            if (self._former.release.folder / path).is_file():
                self._link(path, self._former.release.folder / path)
            self.sums[path] = digest

    def changed(self) -> int:
        """The number of lines by which its manifest differs from the one that stands."""
        old = self._former.sums
        return sum(old.get(path) != self.sums.get(path) for path in old.keys() | self.sums.keys())

    def seal(self, *, instant: datetime, software: str, key: SigningKey, newest: Former) -> int:
        """Adds the records, and returns `changed()` when everything lies on the disk.

        The keys are those of the newest release, which lead from every earlier key to the present one. Raises
        `Refused`: `release.clock-back`, `release.other-key`.
        """
        release = self._former.release
        instant = instant.astimezone(UTC).replace(microsecond=0)
        earlier = redactions_of(release.folder)
        last = max([release.record.instant, *(one.instant for one in earlier)])
        if instant < last:
            raise Refused([Finding("release.clock-back", values={"value": instant, "expected": last})])
        if f"{KEYS}/{key.public.fingerprint}.pem" not in newest.sums:
            values = {"value": key.public.fingerprint, "expected": newest.release.record.key}
            raise Refused([Finding("release.other-key", values=values)])
        for path in self._former.sums:
            if path.startswith(f"{CHAIN}/"):
                self.keep(path)
        for path, digest in newest.sums.items():
            if path.startswith(f"{KEYS}/"):
                self._link(path, newest.release.folder / path)
                self.sums[path] = digest
        before = _hash((release.folder / MANIFEST).read_bytes())
        manifest = manifest_bytes(self.sums)
        redaction = Redaction(instant, self.changed(), before, _hash(manifest), software)
        fingerprint = key.public.fingerprint
        record = Redactions(release.record.week, release.number, fingerprint, (*earlier, redaction)).to_bytes()
        for name in (RECORD, SIGNATURE, KEPT, KEPT_SIGNATURE):
            if (release.folder / name).exists():
                self._link(name, release.folder / name)
        self._written.write(MANIFEST, manifest)
        self._written.write(REDACTIONS, record)
        self._written.write(REDACTIONS_SIGNATURE, key.sign(record))
        self._written.settle(len(self.sums))
        return redaction.files

    def _write(self, path: str, content: bytes, digest: str) -> None:
        if place := self._shared.places.get((path, digest)):
            self._link(path, place)
        else:
            self._written.write(path, content)
            self._shared.places[path, digest] = self.folder / path
        self.sums[path] = digest

    def _link(self, path: str, source: Path) -> None:
        self._written.make_folder(path.rpartition("/")[0])
        link(str(source), str(self.folder / path))


def whole(folder: Path, former: Former) -> None:
    """Raises `Refused` (`release.lost`) for a release of which a file is gone: nothing is made of what is not whole."""
    lost = [path for path in former.sums if not (folder / path).is_file()]
    if lost:
        raise Refused([Finding("release.lost", values={"value": str(folder / lost[0])})])


def redactions_of(folder: Path) -> tuple[Redaction, ...]:
    """What has been taken out of the release in a folder before, the oldest first; signatures unchecked.

    Raises `Refused` (`release.unreadable-record`).
    """
    try:
        return Redactions.from_bytes((folder / REDACTIONS).read_bytes()).redactions
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise Refused([Finding("release.unreadable-record", values={"value": str(folder / REDACTIONS)})]) from error


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
