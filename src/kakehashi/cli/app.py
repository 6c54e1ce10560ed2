"""The command `kakehashi`: its verbs, and how every one of them ends."""

import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

import typer

import kakehashi
from kakehashi.cli.build import build
from kakehashi.cli.check import check
from kakehashi.cli.demo import demo
from kakehashi.cli.init import init
from kakehashi.cli.misuse import misuse
from kakehashi.cli.release import release
from kakehashi.cli.reporting import report, report_json
from kakehashi.cli.serve import preview, serve
from kakehashi.cli.taking_back import releases
from kakehashi.cli.terminal import Exit, drop, safe_words, tell
from kakehashi.cli.verify import verify
from kakehashi.findings import Fact, Finding, Refused

app = typer.Typer(
    name="kakehashi",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kakehashi {kakehashi.__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Tell it.")] = False,
) -> None:
    """Plan, hold, govern and keep a university exchange week across time zones and languages.

    A week is a folder of text files. Begin with `kakehashi demo`, or with `kakehashi init my-week`.
    """


for verb in (demo, init, check, build, preview, release, serve):
    app.command()(verb)
app.add_typer(releases)
app.add_typer(verify)

_TROUBLE = (
    "server.",
    "build.disk",
    "build.unreadable",
    "command.machine",
    "key.unreadable",
    "key.unwritable",
    "release.disk",
    "release.unreadable-source",
)
"""Codes of findings that speak of this machine and not of what was given."""


def main() -> None:
    """Runs the command and exits with its status. To be told to end is an interrupt: what was begun is cleared away."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs the command with arguments and returns its status, which is one of `Exit`; nothing is raised.

    Every refusal is told here, in the person's language on stderr, or with `--json` as the one object on stdout.
    """
    try:
        # Typer would end the process itself; here every way to end is in one place.
        command = typer.main.get_command(app)
        ended = command.main(args=arguments or ["--help"], prog_name="kakehashi", standalone_mode=False)
    except Refused as refused:
        return _refuse(arguments, refused.findings)
    except typer.TyperException as error:
        return _refuse(arguments, [misuse(error, _verb(arguments), command, arguments)])
    except KeyboardInterrupt:
        return _interrupted(arguments)
    except OSError as error:
        return _hindered(error)
    if ended == Exit.INTERRUPTED:
        # Typer has made a status of the interrupt.
        return _interrupted(arguments)
    return int(ended or 0) if arguments else int(Exit.BAD_INPUT)


def _refuse(arguments: list[str], findings: Sequence[Finding]) -> int:
    status = Exit.UNDECIDED if findings[0].code.startswith(_TROUBLE) else Exit.BAD_INPUT
    if "--json" in arguments:
        report_json(_verb(arguments), status, findings, safe_words(), {})
    else:
        report(findings, safe_words())
    return int(status)


def _interrupted(arguments: list[str]) -> int:
    if "--json" in arguments:
        finding = Finding("command.interrupted")
        report_json(_verb(arguments), Exit.INTERRUPTED, [finding], safe_words(), {})
    else:
        tell(safe_words().tell(Fact("command.interrupted")))
    return int(Exit.INTERRUPTED)


def _hindered(error: OSError) -> int:
    # On stderr alone: what is in the way is most often that stdout takes nothing more.
    drop(sys.stdout)
    with suppress(OSError):
        report([Finding("command.machine", values={"reason": error.strerror or str(error)})], safe_words())
    return int(Exit.UNDECIDED)


def _verb(arguments: list[str]) -> str | None:
    """The verb that was probably meant; of one that has verbs of its own, the two together."""
    verbs = {command.name or getattr(command.callback, "__name__", ""): None for command in app.registered_commands}
    groups = {group.info.name: group for one in app.registered_groups if (group := one.typer_instance)}
    for place, argument in enumerate(arguments):
        if argument in verbs:
            return argument
        if group := groups.get(argument):
            after = arguments[place + 1 : place + 2]
            return " ".join([argument, *(name for name in after if name in _names(group))])
    return None


def _names(group: typer.Typer) -> frozenset[str | None]:
    return frozenset(command.name for command in group.registered_commands)
