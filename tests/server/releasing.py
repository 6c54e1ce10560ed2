"""Releases of a small week to be served, made by the store itself."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from tests.server.asking import Answer, ask

from kakehashi.keys import SigningKey
from kakehashi.releases import Store, variants
from kakehashi.server import Releases

WEEK = "tea-week"
FIRST = datetime(2021, 9, 27, 1, tzinfo=UTC)
STYLE = "assets/style.0123456789.css"


@cache
def key() -> SigningKey:
    """The key of the test's installation."""
    return SigningKey.generate()


def page(title: str) -> bytes:
    """A page long enough to have compressed variants."""
    return f"<!doctype html><title>{title}</title>".encode() + b"<p>tea</p>" * 200


def pages() -> dict[str, bytes]:
    """The files of a small week in two languages."""
    return {
        "index.html": page("choose"),
        "ja/index.html": page("茶"),
        "en/index.html": page("tea"),
        "en/search/index.html": page("search"),
        "en/items/leaf/index.html": page("leaf"),
        "embed/en/index.html": page("embedded"),
        STYLE: b"body { margin: 0 }" * 100,
        "week.json": b'{"title": {"ja": "\xe8\x8c\xb6", "en": "A week of <tea>"}}',
        "changes.atom": b"<feed/>",
        "media/map.svg": b"<svg/>",
        "media/film.webm": bytes(range(256)) * 2_000,
    }


def publish(data: Path, files: Mapping[str, bytes], week: str = WEEK) -> Path:
    """Makes the next release of a week from files; its folder."""
    store = Store(data / "releases" / week)
    with store.drafting(waiting=lambda: None) as draft:
        for path, content in files.items():
            draft.put(path, content, variants(path, content))
        instant = FIRST + timedelta(days=draft.number)
        release = draft.publish(
            instant=instant, software="kakehashi 0.4.0", languages=["ja", "en"], week=week, key=key()
        )
    return release.folder


def get(site: Releases, path: str, **headers: str) -> Answer:
    """What is answered at a path of the week."""
    return ask(site, f"/{WEEK}/{path}", **headers)
