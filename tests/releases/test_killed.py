"""A release that is killed at any step leaves the current one as it was; the next one succeeds and clears up."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import ROOT

MEMORY = Path("/dev/shm")


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: what is durable is not asked here, and steps are many."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
    else:
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            yield Path(folder)


def test_killed_before_any_of_its_steps_a_release_does_no_harm(fast: Path) -> None:
    command = [sys.executable, "-m", "tests.releases.killing", str(fast)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rounds = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rounds) > 40
    assert [one["killed"] for one in rounds] == [True] * (len(rounds) - 1) + [False]
    for one in rounds:
        after, following = one["after"], one["next"]
        page = "new" if after["current"] == 2 else "<!doctype"
        assert (after["verifies"], after["page"]) == (True, page), one
        # A release that was there whole, and not yet current, keeps its number.
        newest = max(int(name) for name in after["names"] if name.isdigit()) + 1
        expected = [".lock", *map(str, range(1, newest + 1)), "current"]
        assert following == {"verifies": True, "current": newest, "page": "new", "names": expected}, one
    assert {one["after"]["current"] for one in rounds} == {1, 2}
