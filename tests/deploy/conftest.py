"""The sample week released for a folder below a university's website, once for all processes that test."""

import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tests.deploy.hosts import BELOW, apache, free_port, nginx, plain_apache, running

from kakehashi.cli import run
from kakehashi.cli.sample import sample_week

ADDRESS = f"https://www.example.ac.jp{BELOW}"
AT = "2026-01-01T00:00:00"
CONFIGURED = pytest.mark.parametrize("host", ["nginx", "apache"], indirect=True)
"""For what a host does only if it is told to."""
Host = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first release of the sample week, whose public address is a folder of a website."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    made = shared / "deploy"
    with (shared / "deploy.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            aside = shared / "deploy.aside"
            week = shutil.copytree(sample_week(), aside / "week")
            text = (week / "week.yaml").read_text("utf-8")
            old = "https://kakehashi.example.org/kanazawa-russian-week-2021/"
            assert old in text
            (week / "week.yaml").write_text(text.replace(old, ADDRESS), "utf-8")
            assert run(["release", str(week), "--data", str(aside), "--at", AT]) == 0
            aside.rename(made)
    (release,) = (made / "releases").glob("*/current")
    return release.resolve()


@pytest.fixture(scope="module")
def served(released: Path) -> Iterator[str]:
    """The releases of the data folder, served by ourselves."""
    port = free_port()
    command = [sys.executable, "-m", "kakehashi", "serve", "--data", str(released.parents[2]), "--port", str(port)]
    with running(command, port) as address:
        yield address


@pytest.fixture(scope="module")
def web() -> Iterator[Path]:
    """A folder that servers may read under whatever account they run."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def readable(web: Path, released: Path) -> Path:
    """The release where servers can read it."""
    return Path(shutil.copytree(released, web / "1", copy_function=os.link))


@pytest.fixture(scope="module", params=["nginx", "apache", "plain"])
def host(request: pytest.FixtureRequest, web: Path, readable: Path) -> Iterator[str]:
    """The week's address on each host in turn, with a final slash."""
    kinds: dict[str, tuple[Host, str]] = {
        "nginx": (nginx, "current"),
        "apache": (apache, "current"),
        "plain": (plain_apache, BELOW.strip("/")),
    }
    serving, place = kinds[request.param]
    # Its own, for a host may be started again.
    root = web / f"{request.param}-{len(list(web.iterdir()))}"
    (root / place).parent.mkdir(parents=True)
    (root / place).symlink_to(readable)
    with serving(root) as address:
        yield f"{address}{BELOW}"
