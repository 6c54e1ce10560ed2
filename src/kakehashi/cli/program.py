"""The program `kakehashi` as Typer knows it: what it is for, and its verbs."""

from collections.abc import Sequence
from functools import cache
from typing import Annotated

import typer

import kakehashi


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kakehashi {kakehashi.__version__}")
        raise typer.Exit


def about(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Tell it.")] = False,
) -> None:
    """Plan, hold, govern and keep a university exchange week across time zones and languages.

    A week is a folder of text files. Begin with `kakehashi demo`, or with `kakehashi init my-week`.
    """


def program_for(arguments: Sequence[str]) -> typer.Typer:
    """The program with the verbs that these arguments may need.

    Who verifies trusts as little as possible: then no other verb is there, and none of the rooms that they stand on.
    And who releases at the opening minute does not wait for rooms that a release has no need of.
    """
    alone = {"verify": _verifying, "release": _releasing, "timetable": _timetabling}
    return alone.get(arguments[0] if arguments else "", whole_program)()


@cache
def whole_program() -> typer.Typer:
    """The program with all its verbs, in the order in which the help lists them."""
    from kakehashi.cli import taking_back, verify_timetable  # noqa: F401 - verbs of `releases`, a verb of `verify`
    from kakehashi.cli.build import build
    from kakehashi.cli.check import check
    from kakehashi.cli.demo import demo
    from kakehashi.cli.init import init
    from kakehashi.cli.release import release
    from kakehashi.cli.releases import releases
    from kakehashi.cli.serve import preview, serve
    from kakehashi.cli.timetable import timetable
    from kakehashi.cli.verify import verify

    program = _empty()
    for verb in (demo, init, check, build, preview, release, serve):
        program.command()(verb)
    program.add_typer(releases)
    program.add_typer(verify)
    program.add_typer(timetable)
    return program


@cache
def _verifying() -> typer.Typer:
    from kakehashi.cli import verify_timetable  # noqa: F401 - a verb of `verify`
    from kakehashi.cli.verify import verify

    program = _empty()
    program.add_typer(verify)
    return program


@cache
def _releasing() -> typer.Typer:
    from kakehashi.cli.release import release

    program = _empty()
    program.command()(release)
    return program


@cache
def _timetabling() -> typer.Typer:
    from kakehashi.cli.timetable import timetable

    program = _empty()
    program.add_typer(timetable)
    return program


def _empty() -> typer.Typer:
    program = typer.Typer(
        name="kakehashi",
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    program.callback()(about)
    return program


def verb_in(arguments: Sequence[str]) -> str | None:
    """The verb that was probably meant; of one that has verbs of its own, the two together."""
    program = program_for(arguments)
    verbs = _names(program)
    groups = {group.info.name: group for one in program.registered_groups if (group := one.typer_instance)}
    for place, argument in enumerate(arguments):
        if argument in verbs:
            return argument
        if group := groups.get(argument):
            after = arguments[place + 1 : place + 2]
            return " ".join([argument, *(name for name in after if name in _names(group))])
    return None


def _names(program: typer.Typer) -> frozenset[str]:
    return frozenset(verb.name or getattr(verb.callback, "__name__", "") for verb in program.registered_commands)
