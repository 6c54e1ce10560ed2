"""The command line as its own program describes it: its reference page, and whether what a page says can be typed."""

import re
import shlex
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from textwrap import dedent
from typing import Any

import typer

from kakehashi.cli.program import whole_program
from tools.documents import documents

PROGRAM = "kakehashi"

HEAD = """\
# Commands

`kakehashi COMMAND --help` says the same in the terminal. Reports go to the terminal's standard output, progress to its
standard error. `python -m kakehashi` is the same program.

| Status | Meaning |
|---|---|
| 0 | done; warnings do not change this |
| 1 | the answer is no |
| 2 | bad input or usage, one line for each thing saying where and what |
| 3 | undecided in the time given, or trouble with disk, port or network |
| 130 | interrupted; nothing is left half done |

| Environment | Meaning |
|---|---|
| `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG` | the language of reports, as gettext takes it; the first that is spoken |
| `KAKEHASHI_CATALOGUES` | a folder with more catalogues: [a new language](../new-language.md) |
| `NO_COLOR` | no colours; there are none anyway where a report goes into a file or a pipe |
"""


def commands() -> Mapping[str, Any]:
    """Every verb with its description by Typer, as the help orders them: `check`, `verify release`."""
    return dict(_verbs(typer.main.get_command(whole_program())))


def _verbs(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _verbs(command, f"{before}{name} ")
        else:
            yield before + name, command


def commands_page() -> str:
    """The reference of the command line, as Markdown."""
    return "\n".join([HEAD, *(_section(verb, command) for verb, command in commands().items())])


def _section(verb: str, command: Any) -> str:
    shown = [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]
    usage = " ".join([PROGRAM, verb, *(_usage(parameter) for parameter in shown if parameter.required)])
    optional = "" if all(parameter.required for parameter in shown) else " [OPTIONS]"
    parts = [f"## {PROGRAM} {verb}", f"    {usage}{optional}", _prose(command.help or ""), _table(shown)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _usage(parameter: Any) -> str:
    return f"{parameter.opts[0]} {_metavar(parameter)}" if _is_option(parameter) else _metavar(parameter)


def _prose(help_text: str) -> str:
    """The help as Markdown; what is indented in it are commands to type."""
    paragraphs = dedent(help_text).strip().split("\n\n")
    return "\n\n".join(_shown(list(group), typed) for typed, group in groupby(paragraphs, _is_typed))


def _is_typed(paragraph: str) -> bool:
    return paragraph.startswith("    ")


def _shown(paragraphs: list[str], typed: bool) -> str:
    if not typed:
        return "\n\n".join(paragraphs)
    return "\n".join(["```sh", *map(dedent, paragraphs), "```"])


def _table(parameters: list[Any]) -> str:
    rows = [f"| {_name(parameter)} | {_meaning(parameter)} |" for parameter in parameters]
    return "\n".join(["| | |", "|---|---|", *rows]) if rows else ""


def _name(parameter: Any) -> str:
    if not _is_option(parameter):
        return f"`{_metavar(parameter)}`"
    value = "" if parameter.is_flag else f" {_metavar(parameter)}"
    return ", ".join(f"`{name}{value}`" for name in parameter.opts)


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _meaning(parameter: Any) -> str:
    standard = "" if parameter.required or parameter.default in (None, False) else f" Default: `{parameter.default}`."
    variable = f" Environment: `{parameter.envvar}`." if parameter.envvar else ""
    return f"{parameter.help}{standard}{variable}"


def _is_option(parameter: Any) -> bool:
    return str(parameter.opts[0]).startswith("-")


def unknown_commands(root: Path) -> Iterator[str]:
    """Every `kakehashi VERB --option` in a page of the repository that the program would not understand."""
    verbs = commands()
    for document in documents(root):
        for text in document.commands:
            if (words := _invocation(text)) and (fault := _fault(words, verbs)):
                yield f"{document.path.relative_to(root)}: {text}: {fault}"


def _invocation(text: str) -> list[str]:
    """The words after `kakehashi` when the text is a call of it; nothing for other texts."""
    match = re.match(r"(?:\.venv/bin/)?(?:python3? -m )?kakehashi (?=[a-z-])(.*)", text)
    return shlex.split(match[1], comments=True) if match else []


def _fault(words: list[str], verbs: Mapping[str, Any]) -> str | None:
    if words[0] in ("--help", "--version", "COMMAND"):
        return None
    groups = {verb.partition(" ")[0] for verb in verbs if " " in verb}
    verb = " ".join(words[: 2 if words[0] in groups else 1])
    if verb in groups:
        return None
    if verb not in verbs:
        return f"no command {verb}"
    known = {name for parameter in verbs[verb].params for name in parameter.opts} | {"--help"}
    unknown = [word for word in words if word.startswith("-") and word.partition("=")[0] not in known]
    return f"no option {unknown[0]}" if unknown else None
