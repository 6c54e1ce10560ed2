"""What importing a room costs: heavy libraries load when they are used, not before.

Babel is not among them: `words` stands on it, and so does every room above.
"""

import subprocess
import sys

import pytest

HEAVY = {
    "budoux",
    "httptools",
    "jinja2",
    "markdown_it",
    "nh3",
    "resvg_py",
    "rich",
    "typer",
    "uvloop",
    "watchfiles",
    "yaml",
}


def loaded_by(module: str) -> set[str]:
    """The heavy libraries that a fresh process has loaded after importing `module`."""
    report = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("room", ["kakehashi", "kakehashi.findings", "kakehashi.week"])
def test_a_week_as_a_value_needs_no_heavy_library(room: str) -> None:
    assert loaded_by(room) == set()


def test_a_command_loads_no_room_that_its_verb_does_not_stand_on() -> None:
    known = "import sys; from kakehashi.cli import run; run({!r}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", known.format(["--version"])], capture_output=True, text=True, check=True
    )
    loaded = {name for name in done.stdout.split() if name.startswith("kakehashi.")}
    assert not loaded & {f"kakehashi.{room}" for room in ("words", "week", "folder", "site", "releases", "server")}
    done = subprocess.run(
        [sys.executable, "-c", known.format(["check", "no-such-folder"])], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "kakehashi.folder" in loaded
    assert not loaded & {"kakehashi.site", "kakehashi.server", "kakehashi.planner", "kakehashi.releases", "jinja2"}
