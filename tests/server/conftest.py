"""A data folder with releases, and what serves it."""

import json
from pathlib import Path

import pytest
from tests.server.releasing import page, pages, publish

from kakehashi.server import Hosting, Releases


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that no test changes: two weeks, the first in its second release."""
    data = tmp_path_factory.mktemp("data")
    history = {"gone": {"items/old/": "items/leaf/", "items/lost/": None}}
    publish(data, {**pages(), "assets/old.aaaaaaaaaa.css": b"old", "en/old/index.html": page("old")})
    publish(data, {**pages(), "history.json": json.dumps(history).encode(), "404.html": page("none")})
    publish(data, pages(), "coffee-week")
    return data


@pytest.fixture
def site(data: Path) -> Releases:
    return Releases(Hosting(data))
