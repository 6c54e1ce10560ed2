"""Releases: the store of a week's published states, each numbered, immutable, hashed and signed.

A `Store` is a folder with a folder per release and `current`, which names the one that readers see. A `Draft` becomes
the next release: files are put, or kept from the predecessor as hard links, and `publish` makes it current in one
atomic step. Whoever is killed on the way leaves the current release as it was. `verify_release` tells whether a folder
still is what was signed, and by whom.

>>> from datetime import UTC, datetime
>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from kakehashi.keys import SigningKey
>>> with TemporaryDirectory() as folder:
...     store = Store(Path(folder, "tea-week"))
...     with store.drafting(waiting=lambda: None) as draft:
...         draft.put("ja/index.html", b"<!doctype html>", {})
...         release = draft.publish(
...             instant=datetime(2021, 9, 27, 1, tzinfo=UTC),
...             software="kakehashi 0.4.0",
...             languages=["ja"],
...             week="tea-week",
...             key=SigningKey.generate(),
...         )
...     verdict = verify_release(release.folder, release.record.key)
...     (store.current == release, release.number, verdict.verifies, verdict.known)
(True, 1, True, True)
"""

from kakehashi.releases.drafting import Draft
from kakehashi.releases.former import Release
from kakehashi.releases.keychange import KeyChange
from kakehashi.releases.records import Link, Record
from kakehashi.releases.store import Store
from kakehashi.releases.variants import variants
from kakehashi.releases.verifying import StoreVerdict, Verdict, is_release, is_store, verify_release, verify_store

__all__ = [
    "Draft",
    "KeyChange",
    "Link",
    "Record",
    "Release",
    "Store",
    "StoreVerdict",
    "Verdict",
    "is_release",
    "is_store",
    "variants",
    "verify_release",
    "verify_store",
]
