"""The public keys in a release, and which of them stands for which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kakehashi.findings import Finding
from kakehashi.keys import PublicKey
from kakehashi.releases.keychange import KeyChange
from kakehashi.releases.layout import KEYS
from kakehashi.releases.verifying.tree import Tree

_PEM = re.compile(r"([0-9a-f]{64})\.pem")
_CHANGE = re.compile(r"[0-9a-f]{64}-[0-9a-f]{64}\.json")
_LONGEST = 4_096
"""Bytes of a file in `keys/`."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys in `keys/` by fingerprint, and the changes that an old key has confirmed, as pairs of old and new."""

    known: dict[str, PublicKey] = field(default_factory=dict)
    confirmed: set[tuple[str, str]] = field(default_factory=set)

    def verify(self, fingerprint: str, signature: bytes, message: bytes) -> bool:
        """Whether a signature is that of the key with this fingerprint; not so when the key is not there."""
        key = self.known.get(fingerprint)
        return key is not None and key.verify(signature, message)

    def lead(self, old: str, new: str) -> bool:
        """Whether `old` is the same key as `new`, or has confirmed it, itself or through keys between them."""
        reached, before = {old}, set[str]()
        while reached != before:
            before = set(reached)
            reached |= {after for former, after in self.confirmed if former in reached}
        return new in reached


def keys_in(tree: Tree, faults: list[Finding]) -> Keys:
    """The keys of a release. What stands in `keys/` and is none is added to `faults`."""
    keys = Keys()
    names = [path.partition("/")[2] for path in tree.below(KEYS)]
    for name in names:
        if found := _PEM.fullmatch(name):
            faults += _add_key(tree, name, found[1], keys)
    for name in names:
        if _CHANGE.fullmatch(name):
            faults += _add_change(tree, name, keys)
        elif not _PEM.fullmatch(name) and not _CHANGE.fullmatch(name.removesuffix(".sig")):
            faults.append(Finding("verify.bad-key", values={"value": f"{KEYS}/{name}"}))
    return keys


def _add_key(tree: Tree, name: str, fingerprint: str, keys: Keys) -> Iterator[Finding]:
    path = f"{KEYS}/{name}"
    try:
        key = PublicKey.from_pem(tree.read(path, _LONGEST))
        if key.fingerprint != fingerprint:
            raise ValueError("the fingerprint of another key")
    except (OSError, ValueError):
        yield Finding("verify.bad-key", values={"value": path})
    else:
        keys.known[fingerprint] = key


def _add_change(tree: Tree, name: str, keys: Keys) -> Iterator[Finding]:
    path = f"{KEYS}/{name}"
    try:
        change = KeyChange.from_bytes(tree.read(path, _LONGEST), tree.read(f"{path}.sig", _LONGEST))
        old = keys.known.get(change.before)
        if old is None or change.name != name or not old.verify(change.signature or b"", change.to_bytes()):
            raise ValueError("not signed by the old key")
    except (OSError, ValueError):
        yield Finding("verify.bad-key-change", values={"value": path})
    else:
        keys.confirmed.add((change.before, change.after))
