"""The sample week built on the disk and served on a port of this machine, for the browser."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kakehashi.cli import run
from kakehashi.cli.sample import sample_week

AT = "2026-01-01T00:00:00"
SLUG = "kanazawa-russian-week-2021"


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public site of the sample week below a sub-folder, as a folder."""
    folder = tmp_path_factory.mktemp("web") / "events" / SLUG
    assert run(["build", str(sample_week()), "--to", str(folder), "--at", AT]) == 0
    return folder


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    """Its address on this machine, without a final slash: below `/events/`, as any host might have it."""
    with serving(sample_site.parents[1]) as address:
        yield f"{address}/events/{SLUG}"


class serving:  # noqa: N801 - reads as a verb in `with serving(folder) as address`
    """`kakehashi serve FOLDER` in a process of its own."""

    def __init__(self, folder: Path, *arguments: str, verb: str = "serve") -> None:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.command = [sys.executable, "-m", "kakehashi", verb, str(folder), "--port", str(self.port), *arguments]

    def __enter__(self) -> str:
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return f"http://127.0.0.1:{self.port}"
        raise AssertionError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
