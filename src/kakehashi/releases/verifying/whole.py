"""A release, verified from its folder alone."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from kakehashi.findings import Finding, Value
from kakehashi.releases.layout import KEYS, MANIFEST, RECORD, SIGNATURE
from kakehashi.releases.manifest import parse_manifest
from kakehashi.releases.records import Record
from kakehashi.releases.verifying.afterwards import kept_of, redactions_of
from kakehashi.releases.verifying.chain import followed
from kakehashi.releases.verifying.files import added, altered, missing, staying, strange
from kakehashi.releases.verifying.tree import LONGEST, Tree
from kakehashi.releases.verifying.trust import Keys, keys_in
from kakehashi.releases.verifying.unpacking import unlike
from kakehashi.releases.verifying.verdict import Verdict

_LONGEST_MANIFEST = 1 << 28
"""Bytes: the manifest of more than a million files."""


def verify_release(folder: Path, fingerprint: str | None) -> Verdict:
    """Whether the folder is a release as it was signed, and which files are not as they were.

    `fingerprint` names the key that the reader trusts, as `PublicKey.fingerprint` gives it; `None` where none is known,
    and then a release can be consistent, but nobody knows whose it is. Nothing of the folder is trusted: links are not
    followed, and no file is read into memory that could be large.
    """
    tree = Tree.of(Path(os.path.realpath(folder)))
    found = [*tree.faults, *strange(tree)]
    keys = keys_in(tree, found)
    record = _record(tree, keys, found)
    redactions = redactions_of(tree, record, keys, found) if record else None
    kept = kept_of(tree, record, keys, found) if record else None
    sums = _sums(tree, redactions.manifest if redactions else record.manifest if record else None, found)
    if sums is not None:
        found += altered(tree, sums)
        found += missing(tree, staying(sums) if kept else sums)
        # The key that says that only a record is kept may be newer than the list.
        found += added(tree, {**sums, **dict.fromkeys(tree.below(KEYS), "")} if kept else sums)
        found += unlike(tree, sums, _told(found))
        if record is not None and redactions is None and MANIFEST not in _told(found):
            found += _counted(tree, record, sums, kept is not None or bool(_told(found)))
    known = False
    if record is not None:
        found += followed(tree, record, keys, _told(found))
        if fingerprint is not None:
            known = keys.lead(fingerprint, record.key)
        if fingerprint is not None and not known:
            found.append(Finding("verify.other-key", values={"value": record.key, "expected": fingerprint}))
    return Verdict(folder, record, known, redactions.redactions if redactions else (), tuple(_once(found)))


def _record(tree: Tree, keys: Keys, found: list[Finding]) -> Record | None:
    """What the release says of itself. Whatever is wrong with that or its signature is added to `found`."""
    if missing := [name for name in (RECORD, SIGNATURE) if name not in tree.files]:
        found += [Finding("verify.missing", values={"value": name}) for name in missing]
        return None
    try:
        content = tree.read(RECORD, LONGEST)
        record = Record.from_bytes(content)
    except (OSError, ValueError):
        found.append(Finding("verify.bad-record", values={"value": RECORD}))
        return None
    if record.key not in keys.known:
        found.append(Finding("verify.no-key", values={"value": record.key}))
    elif not _signed(tree, keys, record.key, content, SIGNATURE):
        found.append(Finding("verify.bad-signature", values={"value": RECORD, "key": record.key}))
    return record


def _signed(tree: Tree, keys: Keys, key: str, content: bytes, signature: str) -> bool:
    try:
        return keys.verify(key, tree.read(signature, LONGEST), content)
    except (OSError, ValueError):
        return False


def _sums(tree: Tree, signed: str | None, found: list[Finding]) -> dict[str, str] | None:
    """The manifest, whose hash is to be `signed`; `None` when it cannot be read. Its faults are added to `found`."""
    if MANIFEST not in tree.files:
        found.append(Finding("verify.missing", values={"value": MANIFEST}))
        return None
    try:
        content = tree.read(MANIFEST, _LONGEST_MANIFEST)
        digest = hashlib.sha256(content).hexdigest()
        if signed is not None and digest != signed:
            values: dict[str, Value] = {"value": MANIFEST, "expected": signed, "found": digest}
            found.append(Finding("verify.altered", values=values))
        return parse_manifest(content)
    except (OSError, ValueError):
        found.append(Finding("verify.bad-manifest", values={"value": MANIFEST}))
        return None


def _counted(tree: Tree, record: Record, sums: dict[str, str], partial: bool) -> Iterator[Finding]:
    """Whether the numbers in the record are those of the manifest and, where all are there, its files."""
    size = record.size if partial else sum(tree.files[path] for path in sums)
    if (record.files, record.size) != (len(sums), size):
        yield Finding("verify.bad-count", values={"value": RECORD})


def _told(found: list[Finding]) -> frozenset[str]:
    """The paths that something has been found at."""
    return frozenset(str(finding.values["value"]) for finding in found if "value" in finding.values)


def _once(found: list[Finding]) -> list[Finding]:
    """Every finding once, the same fault of one file only in its first form."""
    told = {(one.code, *map(one.values.get, ("value", "number", "day", "count"))): one for one in found}
    return list(told.values())
