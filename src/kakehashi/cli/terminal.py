"""The person at the terminal: their language, what goes to stdout and what to stderr, how a command ends."""

import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import typer

from kakehashi.findings import Finding, Refused

if TYPE_CHECKING:
    from kakehashi.words import Words


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


def terminal_words(environment: Mapping[str, str] = os.environ) -> "Words":
    """The words of the person's language, as the environment names it; English where it names none that we speak.

    Variables and their order are those of gettext (its manual, "Locale Environment Variables"). Raises `Refused` when
    the environment names a folder of catalogues that is not there, or a catalogue cannot be read.
    """
    from kakehashi.words import CATALOGUES, spoken_languages, words_of

    own = environment.get(CATALOGUES)
    if own and not Path(own).is_dir():
        raise Refused([Finding("catalogue.no-folder", values={"value": own})])
    spoken = spoken_languages()
    wanted = (name for variable in _LANGUAGE for name in environment.get(variable, "").split(":"))
    tags = (tag for name in wanted for tag in _tags(name) if tag in spoken)
    return words_of(next(tags, "en"))


_LANGUAGE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def _tags(name: str) -> tuple[str, str]:
    """The language tags of a locale's name: `pt-BR` and `pt` for `pt_BR.UTF-8@euro`."""
    language, _, region = re.split("[.@]", name)[0].partition("_")
    return f"{language}-{region}", language


def safe_words() -> "Words":
    """The words in which even a broken catalogue can be spoken of."""
    from gettext import NullTranslations

    from kakehashi.words import Words

    try:
        return terminal_words()
    except Refused:
        return Words("en", NullTranslations())


_COMMANDING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


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
    _write(_writable(line), sys.stdout)


def tell(line: str) -> None:
    """A line about what is going on, on stderr."""
    _write(_writable(line), sys.stderr)


def _write(line: str, stream: TextIO) -> None:
    try:
        typer.echo(line, file=stream)
    except BrokenPipeError:
        # Whoever reads (`| head`) has all that was wanted; the command goes on and ends with its own status.
        drop(stream)


def drop(stream: TextIO) -> None:
    """From now on, what goes to this stream goes nowhere, and so does what it still holds: Python would try again."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def coloured(text: str, colour: str) -> str:
    """Text in a bold colour; typer drops it where the stream is no terminal, and we where NO_COLOR is set."""
    return text if os.environ.get("NO_COLOR") else typer.style(text, fg=colour, bold=True)


def write_json(answer: Mapping[str, Any]) -> None:
    """The one JSON object of a command, on one line of stdout.

    Dates are in ISO 8601, texts as they are and not escaped; other types than those of a finding are a `TypeError`.
    """
    say(json.dumps(answer, ensure_ascii=False, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


class Ended(Exception):
    """A command has told everything, an interrupt too, and ends with this status."""

    def __init__(self, status: Exit) -> None:
        self.status = status
        super().__init__(status.name)


def leave(status: Exit) -> NoReturn:
    """Ends the command with a status, as Typer wants it: an exception that it turns into what `run` returns."""
    raise typer.Exit(int(status))
