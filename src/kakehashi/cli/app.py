"""The command `kakehashi`: how every one of its verbs ends."""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import typer

from kakehashi.cli.misuse import misuse
from kakehashi.cli.program import program_for, verb_in
from kakehashi.cli.reporting import report, report_json
from kakehashi.cli.terminal import Ended, Exit, drop, safe_words, tell
from kakehashi.collecting import without_collecting
from kakehashi.findings import Fact, Finding, Refused

_TROUBLE = (
    "server.",
    "build.disk",
    "build.unreadable",
    "command.machine",
    "cosplib.unwritable",
    "key.unreadable",
    "key.unwritable",
    "release.disk",
    "release.unreadable-source",
)
"""Codes of findings that speak of this machine and not of what was given."""


def main() -> NoReturn:
    """Runs the command and exits with its status. To be told to end is an interrupt: what was begun is cleared away."""
    try:
        for each in (signal.SIGTERM, signal.SIGINT):
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, signal.default_int_handler)
        # We have none, and to look for them is to read what every installed library says of itself.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        status = run(sys.argv[1:])
        for stream in (sys.stdout, sys.stderr):
            # Who was begun with closed streams has none.
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
    except KeyboardInterrupt:
        # Before the command began, after it was through, or a second one while the first was told.
        status = int(Exit.INTERRUPTED)
    # All is done and closed. To take what is in memory apart first takes a quarter of a second, for a large week more.
    os._exit(status)


def run(arguments: list[str]) -> int:
    """Runs the command with arguments and returns its status, which is one of `Exit`; nothing is raised.

    Every refusal is told here, in the person's language on stderr, or with `--json` as the one object on stdout.
    """
    try:
        return _answered(arguments)
    except Ended as told:
        return int(told.status)
    except OSError as error:
        return _hindered(error)


def _answered(arguments: list[str]) -> int:
    try:
        # Typer would end the process itself; here every way to end is in one place.
        with without_collecting():
            command = typer.main.get_command(program_for(arguments))
        ended = command.main(args=arguments or ["--help"], prog_name="kakehashi", standalone_mode=False)
    except Refused as refused:
        return _refuse(arguments, refused.findings)
    except typer.TyperException as error:
        return _refuse(arguments, [misuse(error, verb_in(arguments), command, arguments)])
    except KeyboardInterrupt:
        return _interrupted(arguments)
    if ended == Exit.INTERRUPTED:
        # Typer has made a status of the interrupt.
        return _interrupted(arguments)
    return int(ended or 0) if arguments else int(Exit.BAD_INPUT)


def _refuse(arguments: list[str], findings: Sequence[Finding]) -> int:
    status = Exit.UNDECIDED if findings[0].code.startswith(_TROUBLE) else Exit.BAD_INPUT
    if "--json" in arguments:
        report_json(verb_in(arguments), status, findings, safe_words(), {})
    else:
        report(findings, safe_words())
    return int(status)


def _interrupted(arguments: list[str]) -> int:
    if "--json" in arguments:
        finding = Finding("command.interrupted")
        report_json(verb_in(arguments), Exit.INTERRUPTED, [finding], safe_words(), {})
    else:
        tell(safe_words().tell(Fact("command.interrupted")))
    return int(Exit.INTERRUPTED)


def _hindered(error: OSError) -> int:
    # On stderr alone: what is in the way is most often that stdout takes nothing more.
    drop(sys.stdout)
    with suppress(OSError):
        report([Finding("command.machine", values={"reason": error.strerror or str(error)})], safe_words())
    return int(Exit.UNDECIDED)
