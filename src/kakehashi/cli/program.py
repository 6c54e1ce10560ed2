"""The program `kakehashi` as Typer knows it: what it is for, and its verbs."""

from collections.abc import Callable, Mapping, Sequence
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
    """The program with the verbs that these arguments may need: the one that they begin with, or else all of them.

    Who verifies trusts as little as possible: then no other verb is there, and none of the rooms that they stand on.
    And who releases at the opening minute does not wait for rooms that a release has no need of.
    """
    if list(arguments) == ["--version"]:
        return _empty()
    verb = arguments[0] if arguments else ""
    return _with(verb) if verb in _VERBS else whole_program()


@cache
def whole_program() -> typer.Typer:
    """The program with all its verbs, in the order in which the help lists them."""
    return _with(*_VERBS)


@cache
def _with(*verbs: str) -> typer.Typer:
    program = _empty()
    for verb in verbs:
        _VERBS[verb](program)
    return program


def _demo(program: typer.Typer) -> None:
    from kakehashi.cli.demo import demo

    program.command()(demo)


def _init(program: typer.Typer) -> None:
    from kakehashi.cli.init import init

    program.command()(init)


def _check(program: typer.Typer) -> None:
    from kakehashi.cli.check import check

    program.command()(check)


def _plan(program: typer.Typer) -> None:
    from kakehashi.cli.plan import plan

    program.command()(plan)


def _explain(program: typer.Typer) -> None:
    from kakehashi.cli.explain import explain

    program.command()(explain)


def _build(program: typer.Typer) -> None:
    from kakehashi.cli.build import build

    program.command()(build)


def _preview(program: typer.Typer) -> None:
    from kakehashi.cli.serve import preview

    program.command()(preview)


def _release(program: typer.Typer) -> None:
    from kakehashi.cli.release import release

    program.command()(release)


def _serve(program: typer.Typer) -> None:
    from kakehashi.cli.serve import serve

    program.command()(serve)


def _releases(program: typer.Typer) -> None:
    from kakehashi.cli import taking_back  # noqa: F401 - verbs of `releases`
    from kakehashi.cli.releases import releases

    program.add_typer(releases)


def _verify(program: typer.Typer) -> None:
    from kakehashi.cli import verify_timetable  # noqa: F401 - a verb of `verify`
    from kakehashi.cli.verify import verify

    program.add_typer(verify)


def _timetable(program: typer.Typer) -> None:
    from kakehashi.cli.timetable import timetable

    program.add_typer(timetable)


_VERBS: Mapping[str, Callable[[typer.Typer], None]] = {
    "demo": _demo,
    "init": _init,
    "check": _check,
    "plan": _plan,
    "explain": _explain,
    "build": _build,
    "preview": _preview,
    "release": _release,
    "serve": _serve,
    "releases": _releases,
    "verify": _verify,
    "timetable": _timetable,
}
"""What puts each verb into a program; of the rooms, only those that a verb stands on are imported for it."""


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
