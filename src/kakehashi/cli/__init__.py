"""The command line. Each verb is a module; `main` runs the one that is asked for.

>>> from kakehashi.cli import run
>>> run(["check", "no-such-folder"])
2
"""

import os
import signal

__all__ = ["main", "run"]

_INTERRUPTED = 130


def main() -> None:
    """Runs the command of this process and exits with its status. To be told to end is an interrupt, however early."""
    # Until the program is there nothing is begun, and an exception could end in a library that is just being imported.
    for each in (signal.SIGTERM, signal.SIGINT):
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, lambda number, frame: os._exit(_INTERRUPTED))
    from kakehashi.cli.app import main as command

    command()


def run(arguments: list[str]) -> int:
    """Runs the command with arguments and returns its status, which is one of `Exit`; nothing is raised.

    Every refusal is told, in the person's language on stderr, or with `--json` as the one object on stdout.
    """
    from kakehashi.cli.app import run as command

    return command(arguments)
