"""The person at the terminal: their language, what goes to stdout and what to stderr, how a command ends."""

import json
import os
import re
import sys
from collections.abc import Mapping
from datetime import date, datetime
from enum import IntEnum
from typing import Any, NoReturn

import typer

from kakehashi.words import Words, spoken_languages, words_of


class Exit(IntEnum):
    """How a command ends, as its exit status. Warnings are no failure.

    `NO`: the answer is no (it does not verify). `BAD_INPUT`: what was given cannot be used, and a line says why.
    `UNDECIDED`: this machine stood in the way (disk, port, network). `INTERRUPTED`: nothing is left half done.
    """

    DONE = 0
    NO = 1
    BAD_INPUT = 2
    UNDECIDED = 3
    INTERRUPTED = 130


def terminal_words(environment: Mapping[str, str] = os.environ) -> Words:
    """The words of the person's language, as the environment names it; English where it names none that we speak."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in environment.get(name, "").split(":"):
            tag = wanted.partition(".")[0].partition("_")[0]
            if tag in spoken_languages() or tag == "en":
                return words_of(tag)
    return words_of("en")


_COMMANDING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible_name(name: str) -> str:
    """The name of a file with everything in it that a terminal would obey, or could not show, written out.

    >>> visible_name("\x1b]0;week\x07.yaml")
    '\\\\x1b]0;week\\\\x07.yaml'
    """
    return _writable(_COMMANDING.sub(lambda found: ascii(found[0])[1:-1], name))


def _writable(text: str) -> str:
    # Names of files may hold bytes that are no text; streams in UTF-8 refuse what Python makes of them.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def say(line: str) -> None:
    """A line of the answer, on stdout."""
    typer.echo(_writable(line))


def tell(line: str) -> None:
    """A line about what is going on, on stderr."""
    typer.echo(_writable(line), err=True)


def coloured(text: str, colour: str) -> str:
    """Text in a bold colour; typer drops it where the stream is no terminal, and we where NO_COLOR is set."""
    return text if os.environ.get("NO_COLOR") else typer.style(text, fg=colour, bold=True)


def write_json(answer: Mapping[str, Any]) -> None:
    """The one JSON object of a command, on stdout."""
    sys.stdout.write(_writable(json.dumps(answer, ensure_ascii=False, default=_plain)) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def leave(status: Exit) -> NoReturn:
    """Ends the command."""
    raise typer.Exit(int(status))
