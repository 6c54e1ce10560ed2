"""The command `kakehashi`: its verbs, and how every one of them ends."""

import signal
import sys
from typing import Annotated

import typer

import kakehashi
from kakehashi.cli.build import build
from kakehashi.cli.check import check
from kakehashi.cli.demo import demo
from kakehashi.cli.init import init
from kakehashi.cli.reporting import report, report_json
from kakehashi.cli.serve import preview, serve
from kakehashi.cli.terminal import Exit, tell, terminal_words
from kakehashi.findings import Refused

app = typer.Typer(
    name="kakehashi",
    no_args_is_help=True,
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


for verb in (demo, init, check, build, preview, serve):
    app.command()(verb)

_TROUBLE = ("server.", "build.disk")
"""Codes of findings that speak of this machine and not of what was given."""


def main() -> None:
    """Runs the command and exits with its status. To be told to end is an interrupt: what was begun is cleared away."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs the command with arguments and returns its status; see `Exit`."""
    words = terminal_words()
    try:
        # Typer would end the process itself; here every way to end is in one place.
        ended = typer.main.get_command(app).main(args=arguments, prog_name="kakehashi", standalone_mode=False)
        return int(ended or 0)
    except Refused as refused:
        status = Exit.UNDECIDED if refused.findings[0].code.startswith(_TROUBLE) else Exit.BAD_INPUT
        if "--json" in arguments:
            report_json(arguments[0], status, refused.findings, words, {})
        else:
            report(refused.findings, words)
        return int(status)
    except typer.TyperException as error:
        tell(f"kakehashi: {error.format_message()}")
        return int(Exit.BAD_INPUT)
    except (typer.Abort, KeyboardInterrupt):
        tell(words.say("Interrupted; nothing is left half done."))
        return int(Exit.INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has all that it wanted.
        return int(Exit.DONE)
