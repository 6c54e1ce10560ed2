"""Small releases, made as the publishing of a week makes large ones."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from kakehashi.keys import SigningKey
from kakehashi.releases import KeyChange, Release, Store, variants

KEY = SigningKey(bytes(range(32)))
OTHER_KEY = SigningKey(bytes(range(1, 33)))
BEGINNING = datetime(2021, 9, 27, 1, tzinfo=UTC)
LONG = "<p>金沢ロシア週間 · Неделя России в Канадзаве</p>\n" * 60
SITE: Mapping[str, bytes] = {
    "index.html": b"<!doctype html><title>Kanazawa Russian Week</title>",
    "ja/index.html": f"<!doctype html><title>金沢</title>{LONG}".encode(),
    "ja/items/keynote/index.html": f"<!doctype html><title>基調講演</title>{LONG}{LONG}".encode(),
    "ru/index.html": f"<!doctype html><title>Канадзава</title>{LONG}".encode(),
    "assets/style.0123abcd.css": b"body { color: black }\n" * 100,
    "media/portraits/山崎 光悦.jpg": bytes(range(256)) * 8,
    "week.json": b'{"slug": "tea-week"}\n',
}


def alone() -> NoReturn:
    """For whoever must never have to wait."""
    raise AssertionError("somebody else has the store")


def released(
    store: Store, site: Mapping[str, bytes] = SITE, *, key: SigningKey = KEY, change: KeyChange | None = None
) -> Release:
    """The next release of a store, an hour after its predecessor."""
    with store.drafting(alone) as draft:
        if draft.predecessor is not None:
            draft.clone()
        for path, content in site.items():
            draft.put(path, content, variants(path, content))
        return draft.publish(
            instant=BEGINNING + timedelta(hours=draft.number - 1),
            software="kakehashi 0.4.0",
            languages=["ja", "ru"],
            week="tea-week",
            key=key,
            change=change,
        )


def site_with(**changed: bytes) -> dict[str, bytes]:
    """The site with some files of other content; their paths with `__` for `/` and `_` for `.`."""
    return {**SITE, **{name.replace("__", "/").replace("_", "."): content for name, content in changed.items()}}


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def writable(path: Path) -> Path:
    """A file of a release as somebody finds it who is about to alter it: with other bytes of its own, and writable."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)
    return path
