"""Releases: the store of a week's published states, each numbered, immutable, hashed and signed.

A `Store` is a folder with a folder per release and `current`, which names the one that readers see. A `Draft` becomes
the next release: files are put, or kept from the predecessor as hard links, and `publish` makes it current in one
atomic step. Whoever is killed on the way leaves the current release as it was.

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
...     (store.current == release, release.number, sorted(path.name for path in release.folder.iterdir()))
(True, 1, ['SHA256SUMS', 'ja', 'keys', 'release.json', 'release.json.sig'])
"""

from kakehashi.releases.drafting import Draft
from kakehashi.releases.former import Release
from kakehashi.releases.keychange import KeyChange
from kakehashi.releases.records import Link, Record
from kakehashi.releases.store import Store
from kakehashi.releases.variants import variants

__all__ = ["Draft", "KeyChange", "Link", "Record", "Release", "Store", "variants"]
