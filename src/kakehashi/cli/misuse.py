"""What is typed wrongly, as findings: no sentence of Typer's reaches a person, who may not read English.

Typer says which of its errors it is and of which option. What was typed and what would be right is read from the
command that was meant, so a new verb or option needs nothing here.
"""

import re
import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from enum import Enum
from itertools import pairwise
from typing import Any

from kakehashi.findings import Finding, Value

PROGRAM = "kakehashi"

_FILES = frozenset({"FILE", "SOLUTION"})
"""How what is a file is written in the help; everything else that may be missing is a folder."""


def misuse(error: Any, verb: str | None, program: Any, arguments: Sequence[str]) -> Finding:
    """The finding that says what an error of Typer's says.

    `program` is Typer's description of the whole program, `verb` what was probably meant where the error does not know.
    An error of a kind that a newer Typer may have is `command.misused`, with Typer's own words.
    """
    context = getattr(error, "ctx", None)
    # In `kakehashi biuld check` a verb stands too, but it is the program that was misused.
    names = (verb or "").split() if context is None else _path(context)
    command = program
    for name in names:
        command = command.commands[name]
    told = _BY_TYPE.get(type(error).__name__)
    found = told(error, " ".join([PROGRAM, *names]), command, arguments) if told else None
    return found or Finding("command.misused", values={"reason": error.format_message()})


def _path(context: Any) -> list[str]:
    """The verb that an error is of, word by word: `verify`, `release`."""
    return [*_path(context.parent), context.info_name] if context.parent else []


def _missing(error: Any, whole: str, command: Any, arguments: Sequence[str]) -> Finding:
    example = _example(command)
    folder = error.param.metavar not in _FILES
    if error.param.param_type_name == "argument":
        named = {"ITEM": "command.no-item"}.get(error.param.metavar)
        code = named or ("command.no-folder" if folder else "command.no-file")
        return Finding(code, values={"command": whole, "example": example})
    option = error.param.opts[0]
    words = shlex.split(example)
    shown = " ".join(words[words.index(option) :][:2]) if option in words else example
    code = "command.no-option" if folder else "command.no-file-option"
    return Finding(code, values={"value": option, "example": shown})


def _example(command: Any) -> str:
    """The first example of a verb's own help."""
    found = re.search(rf"^ *({PROGRAM} .+)$", command.help or "", re.MULTILINE)
    return found[1] if found else f"{PROGRAM} --help"


def _unknown_option(error: Any, whole: str, command: Any, arguments: Sequence[str]) -> Finding:
    known = [name for parameter in command.params for name in parameter.opts]
    values = {"value": error.option_name, "command": whole, "nearest": _nearest(error.option_name, [*known, "--help"])}
    return Finding("command.unknown-option", values=values)


def _unusable(error: Any, whole: str, command: Any, arguments: Sequence[str]) -> Finding | None:
    """An unknown verb, none where one is needed, or more than a verb takes: Typer tells them by its sentence alone."""
    if not hasattr(command, "commands"):
        extra = re.search(r"\(s\) \((.+)\)$", error.message)
        return Finding("command.too-much", values={"value": extra[1], "command": whole}) if extra else None
    verbs = tuple(command.commands)
    rest = arguments[len(whole.split()) - 1 :]
    if whole != PROGRAM and not rest:
        return Finding("command.incomplete", values={"command": whole, "expected": verbs})
    typed = next((argument for argument in rest if not argument.startswith("-")), " ".join(rest))
    return Finding("command.unknown", values={"value": typed, "expected": verbs, "nearest": _nearest(typed, verbs)})


def _wrongly_valued(error: Any, whole: str, command: Any, arguments: Sequence[str]) -> Finding:
    option = error.option_name
    flags = [name for parameter in command.params if getattr(parameter, "is_flag", False) for name in parameter.opts]
    # Typer adds `--help` by itself.
    code = "command.takes-no-value" if option in (*flags, "--help", "-h") else "command.no-value"
    return Finding(code, values={"value": option, "command": whole})


def _bad_value(error: Any, whole: str, command: Any, arguments: Sequence[str]) -> Finding | None:
    option = error.param.opts[0]
    values: dict[str, Value] = {"value": _typed(option, arguments), "option": option}
    annotation = error.param.type_descriptor.annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        words = tuple(str(one.value) for one in annotation)
        near = _nearest(str(values["value"]), words)
        return Finding("command.not-one-of", values=values | {"expected": words, "nearest": near})
    least, most = error.param.min, error.param.max
    if least is not None:
        # As texts: nobody types the marks for thousands.
        code = "command.not-a-number" if most is None else "command.out-of-range"
        return Finding(code, values=values | {"least": str(least), "most": str(most)})
    return Finding("command.not-a-moment", values=values) if annotation is datetime else None


def _typed(option: str, arguments: Sequence[str]) -> str:
    """What stands after an option: the last time, as that is what counts."""
    after = [value for name, value in pairwise(arguments) if name == option]
    joined = [argument.partition("=")[2] for argument in arguments if argument.startswith(f"{option}=")]
    return (joined or after or [""])[-1]


def _nearest(typed: str, known: Sequence[str]) -> str | None:
    return next(iter(get_close_matches(typed.lower(), known, n=1)), None)


_BY_TYPE: Mapping[str, Any] = {
    "MissingParameter": _missing,
    "NoSuchOption": _unknown_option,
    "UsageError": _unusable,
    "BadOptionUsage": _wrongly_valued,
    "BadParameter": _bad_value,
}
