"""A release being made: what it takes over from its predecessor, what is new in it, and its publication."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from kakehashi.findings import Finding, Refused
from kakehashi.keys import PublicKey, SigningKey
from kakehashi.releases.contents import Contents, alike
from kakehashi.releases.disk import hindered, remove
from kakehashi.releases.former import Former, Release
from kakehashi.releases.keychange import KeyChange
from kakehashi.releases.layout import CHAIN, KEYS, MANIFEST, RECORD, SIGNATURE, check_path, original_of
from kakehashi.releases.manifest import manifest_bytes
from kakehashi.releases.records import Link, Record

_BLOCK = 1 << 20
_UTC = ZoneInfo("UTC")


class Shelf(Protocol):
    """The store as a draft knows it: where it will stand, and how it becomes the current release."""

    @property
    def folder(self) -> Path:
        """The folder that holds the releases."""

    def install(self, made: Path, number: int) -> None:
        """Puts a finished folder in its place and makes it current. Raises `OSError`; all is then as it was."""


class Draft:
    """The next release of a store, in a folder beside the others until it is published.

    Every file of it is put or kept, once; what is neither does not come into the release. A draft belongs to one
    thread. Whatever the disk refuses is raised as `Refused` (`release.disk`).
    """

    def __init__(self, store: Shelf, aside: Path, former: Former | None, lock: int) -> None:
        self._store, self._aside, self._former, self._lock = store, aside, former, lock
        self._contents = Contents(aside, former)
        self._suspects: list[str] = []

    @property
    def number(self) -> int:
        """The number that the release will have."""
        return 1 if self._former is None else self._former.release.number + 1

    @property
    def predecessor(self) -> Release | None:
        """The newest release of the store, if there is one."""
        return None if self._former is None else self._former.release

    @property
    def predecessor_sums(self) -> Mapping[str, str]:
        """The SHA-256 of every file of the predecessor by its path, variants, `keys/` and `chain/` included."""
        return {} if self._former is None else self._former.sums

    @property
    def sums(self) -> Mapping[str, str]:
        """The SHA-256 of every file that has been put or kept so far, by its path."""
        return self._contents.sums

    def clone(self) -> None:
        """Begins to link all files of the predecessor into the draft, in a process of its own, while this one works.

        It changes nothing but the time that `publish` takes: files that are not kept are taken out again there. To be
        called before anything is put.
        """
        self._contents.clone(self._lock)

    def holds(self, path: str, content: bytes) -> bool:
        """Whether the predecessor has this very file: it can be kept then, and its variants need not be made."""
        return self._contents.same(path, hashlib.sha256(content).hexdigest(), len(content))

    def put(self, path: str, content: bytes, variants: Mapping[str, bytes]) -> None:
        """A file of the release with its variants, as `variants` gives them.

        What the predecessor has with the same bytes is kept instead, with the predecessor's variants. Raises `Refused`
        for a path that no file may have, and `ValueError` for one that is in the draft already.
        """
        self._claim(path)
        with _disk(self._aside):
            if self.holds(path, content):
                self._contents.keep([path])
                return
            self._contents.write(path, content)
            for ending in sorted(variants):
                self._contents.write(path + ending, variants[ending])

    def put_file(self, path: str, source: Path) -> None:
        """A file of the release, copied from `source` piece by piece; kept if the predecessor has it with these bytes.

        Raises `Refused` as `put` does, and with `release.unreadable-source` when `source` cannot be read.
        """
        self._claim(path)
        with _source(source) as file:
            size = os.fstat(file.fileno()).st_size
            if self._contents.old_size(path) == size:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                file.seek(0)
                if self._contents.same(path, digest, size):
                    self._contents.keep([path])
                    return
            with _disk(self._aside):
                self._contents.copy(path, _blocks(file))

    def keep(self, paths: Iterable[str]) -> None:
        """Files that the predecessor has, with their variants, as they are: neither read nor written.

        Raises `ValueError` for a path that the predecessor lacks or that is in the draft already.
        """
        self._contents.keep(paths)

    def publish(
        self,
        *,
        instant: datetime,
        software: str,
        languages: Sequence[str],
        week: str,
        key: SigningKey,
        change: KeyChange | None = None,
    ) -> Release:
        """Makes the draft the current release of the store, in one atomic step, and durable.

        `instant` is aware; seconds count. Another key than the predecessor's needs a `change` that says so.

        Raises `Refused`, and then the store is as it was: `release.disk`, `release.clock-back` (an instant before the
        predecessor's), `release.other-week`, `release.other-key`, `release.bad-key-change`, `release.like-a-variant`,
        `release.lost` (a file to keep is no longer there).
        """
        if instant.tzinfo is None:
            raise ValueError("an instant without a zone")
        instant = instant.astimezone(UTC).replace(microsecond=0)
        if self._former is not None:
            _check(self._former, instant, week, key.public, change)
        self._check_variants()
        with _disk(self._aside):
            self._add_keys(key.public, change)
            self._add_chain()
            self._contents.settle()
            manifest = manifest_bytes(self._contents.sums)
            record = Record(
                week=week,
                number=self.number,
                instant=instant,
                software=software,
                languages=tuple(languages),
                predecessor=None if self._former is None else _link(self._former.release),
                manifest=hashlib.sha256(manifest).hexdigest(),
                files=len(self._contents.sums),
                size=self._contents.size,
                key=key.public.fingerprint,
            )
            raw = record.to_bytes()
            # What nobody could read again is not published.
            assert Record.from_bytes(raw) == record
            self._contents.seal({MANIFEST: manifest, RECORD: raw, SIGNATURE: key.sign(raw)})
            self._store.install(self._aside, self.number)
        return Release(self._store.folder / str(self.number), record, raw)

    def discard(self) -> None:
        """Takes away what there is of the draft; nothing of a published one."""
        self._contents.end()
        # What cannot be taken away now, whoever drafts next takes away.
        with suppress(OSError):
            remove(self._aside)

    def _claim(self, path: str) -> None:
        check_path(path)
        if original_of(path) is not None:
            self._suspects.append(path)

    def _check_variants(self) -> None:
        if found := alike(self._contents.sums, self._suspects):
            raise Refused([Finding("release.like-a-variant", values={"value": path}) for path in found])

    def _add_keys(self, key: PublicKey, change: KeyChange | None) -> None:
        own = f"{KEYS}/{key.fingerprint}.pem"
        self._contents.keep(path for path in self.predecessor_sums if path.startswith(f"{KEYS}/"))
        if own not in self.predecessor_sums:
            self._contents.write(own, key.pem)
        if change is not None and change.signature is not None:
            name = f"{KEYS}/{change.name}"
            # There already, if the two keys have followed each other before.
            if name not in self.predecessor_sums:
                self._contents.write(name, change.to_bytes())
                self._contents.write(f"{name}.sig", change.signature)

    def _add_chain(self) -> None:
        if self._former is None:
            return
        former = self._former.release
        self._contents.keep(path for path in self._former.sums if path.startswith(f"{CHAIN}/"))
        name = f"{CHAIN}/{former.number}.json"
        self._contents.link(name, former.folder / RECORD, former.raw)
        self._contents.link(f"{name}.sig", former.folder / SIGNATURE, self._former.signature)


def _check(former: Former, instant: datetime, week: str, key: PublicKey, change: KeyChange | None) -> None:
    """Raises `Refused` when no release of this instant, week and key can follow the former one."""
    record = former.release.record
    if instant < record.instant:
        # With its zone, which the sentence then tells.
        values = {"value": instant.astimezone(_UTC), "expected": record.instant.astimezone(_UTC)}
        raise Refused([Finding("release.clock-back", values=values)])
    if week != record.week:
        raise Refused([Finding("release.other-week", values={"value": week, "expected": record.week})])
    if change is None:
        if key.fingerprint != record.key:
            raise Refused([Finding("release.other-key", values={"value": key.fingerprint, "expected": record.key})])
    elif (change.before, change.after) != (record.key, key.fingerprint) or not _confirmed(former, change):
        raise Refused([Finding("release.bad-key-change", values={"value": change.after, "expected": record.key})])


def _confirmed(former: Former, change: KeyChange) -> bool:
    """Whether the signature of a change is the old key's; a change without one claims nothing."""
    old = PublicKey.from_pem((former.release.folder / KEYS / f"{change.before}.pem").read_bytes())
    return change.signature is None or old.verify(change.signature, change.to_bytes())


def _link(release: Release) -> Link:
    return Link(release.number, release.sha256)


def _blocks(file: BufferedReader) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


@contextmanager
def _source(path: Path) -> Iterator[BufferedReader]:
    try:
        file = path.open("rb")
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused([Finding("release.unreadable-source", values={"value": str(path), "reason": reason})]) from error
    with file:
        yield file


@contextmanager
def _disk(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise hindered(error, place) from error
