"""Who presses Ctrl-C is never shown Python's own words, however early that is."""

import os
import subprocess
import sys
from signal import SIGINT, SIGTERM

import pytest

PROGRAM = """
import os, sys
from importlib.abc import MetaPathFinder

class Interrupting(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), {number})

sys.meta_path.insert(0, Interrupting())
sys.argv = ["kakehashi", "check", "no-such-folder"]
from kakehashi.cli import main
main()
"""
"""The program, which gets a signal at the moment when it imports a module."""


TOLD = "Interrupted"


@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("number", [SIGINT, SIGTERM])
@pytest.mark.parametrize(
    ("module", "told"),
    [("kakehashi.cli.app", ""), ("typer", ""), ("kakehashi.cli.check", TOLD), ("kakehashi.week", TOLD)],
)
def test_a_signal_ends_the_command_with_its_status_and_no_traceback(module: str, told: str, number: int) -> None:
    command = [sys.executable, "-c", PROGRAM.format(module=module, number=int(number))]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
    )
    assert (ended.returncode, ended.stdout) == (130, "")
    assert told in ended.stderr
    assert len(ended.stderr.splitlines()) == bool(told)
