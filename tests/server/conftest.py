"""A data folder with releases, and what serves it."""

import asyncio
import json
from pathlib import Path

import pytest
from tests.server.releasing import page, pages, publish
from tests.server.speaking import FILM

from kakehashi.server import Hosting, Releases, serving


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


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A file of 16 MiB."""
    path = tmp_path / "film"
    path.write_bytes(FILM)
    return path


@pytest.fixture(params=["uvloop", "asyncio"])
def loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both loops on which we serve, one after the other."""
    if request.param == "uvloop":
        pytest.importorskip("uvloop")
    else:
        monkeypatch.setattr(serving, "_loop_factory", lambda: asyncio.new_event_loop)
