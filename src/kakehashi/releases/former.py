"""A release that is there: its record, and as a predecessor also the hash of every file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.keys import PublicKey
from kakehashi.releases.layout import KEYS, MANIFEST, RECORD, REDACTIONS, REDACTIONS_SIGNATURE, SIGNATURE
from kakehashi.releases.manifest import parse_manifest
from kakehashi.releases.records import Record
from kakehashi.releases.redactions import Redactions


@dataclass(frozen=True)
class Release:
    """A release in a folder: what it says of itself (`record`), and the very bytes of its `release.json`."""

    folder: Path
    record: Record
    raw: bytes

    @property
    def number(self) -> int:
        """Its number in the store, from 1."""
        return self.record.number

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its `release.json`, by which its successor names it."""
        return hashlib.sha256(self.raw).hexdigest()


def read_release(folder: Path) -> Release:
    """The release in a folder, its signature and files unchecked.

    Raises `Refused` (`release.unreadable`) when there is no record of a release of that number.
    """
    try:
        raw = (folder / RECORD).read_bytes()
        record = Record.from_bytes(raw)
    except (OSError, ValueError) as error:
        raise Refused([Finding("release.unreadable", values={"value": str(folder)})]) from error
    return Release(folder, record, raw)


@dataclass(frozen=True)
class Former:
    """A release as the predecessor of the next one: with its signature, and the hash of every file by its path."""

    release: Release
    signature: bytes
    sums: Mapping[str, str]

    @cached_property
    def folders(self) -> frozenset[str]:
        """The paths of all its folders."""
        found: set[str] = set()
        for path in self.sums:
            while path := path.rpartition("/")[0]:
                if path in found:
                    break
                found.add(path)
        return frozenset(found)


def former_of(release: Release) -> Former:
    """What the next release takes over from this one.

    Its manifest is checked against its record, and the record against its signature; the files are not read. Raises
    `Refused` (`release.broken-predecessor`): on what is not whole, nothing is built.
    """
    record = release.record
    try:
        signature = (release.folder / SIGNATURE).read_bytes()
        listed = (release.folder / MANIFEST).read_bytes()
        manifest = _manifest(release)
        key = PublicKey.from_pem((release.folder / KEYS / f"{record.key}.pem").read_bytes())
        whole = key.fingerprint == record.key and key.verify(signature, release.raw)
        if not whole or hashlib.sha256(listed).hexdigest() != manifest or str(record.number) != release.folder.name:
            raise ValueError("not as it was signed")
        sums = parse_manifest(listed)
    except (OSError, ValueError) as error:
        raise Refused([Finding("release.broken-predecessor", values={"value": str(release.folder)})]) from error
    return Former(release, signature, sums)


def _manifest(release: Release) -> str:
    """The hash that the manifest has today: the record's, or after redactions the one to which they lead."""
    record = release.record
    try:
        raw = (release.folder / REDACTIONS).read_bytes()
    except FileNotFoundError:
        return record.manifest
    redactions = Redactions.from_bytes(raw)
    key = PublicKey.from_pem((release.folder / KEYS / f"{redactions.key}.pem").read_bytes())
    signed = key.verify((release.folder / REDACTIONS_SIGNATURE).read_bytes(), raw)
    if not signed or not redactions.follow(record.manifest):
        raise ValueError("redactions that do not lead on from what was signed")
    return redactions.manifest
