"""The command line. Each verb is a module; `main` runs the one that is asked for.

>>> from kakehashi.cli import run
>>> run(["check", "no-such-folder"])
2
"""

from kakehashi.cli.app import main, run

__all__ = ["main", "run"]
