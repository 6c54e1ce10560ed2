"""`kakehashi init`: a first week of one's own."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kakehashi.cli.arguments import now
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.findings import Finding, Refused
from kakehashi.folder import mistimed, new_folder

WEEKS_AHEAD = 12

# Small letters first, as tags are written: in "E=mc2" no language is named.
_IN_LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=(.*)", re.DOTALL)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder to make; it must not hold anything yet.")
    ],
    title: Annotated[
        list[str] | None,
        typer.Option(
            help="The week's name (“Exchange Week”) in its first language, or once for each: --title de=Woche."
        ),
    ] = None,
    languages: Annotated[
        str, typer.Option(help="The week's languages, the host's first, as tags parted by commas.")
    ] = "en",
    zone: Annotated[str, typer.Option(help="The host's time zone, by its IANA name.")] = "UTC",
    first_day: Annotated[
        str | None, typer.Option(help="The first of its days, as 2027-06-10; in twelve weeks by default.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=31, help="How many days it lasts.")] = 2,
) -> None:
    """Make a first week of your own: a folder of commented text files that is valid and can be built at once.

    Examples:

        kakehashi init my-week

        kakehashi init berlin-week --title "Berliner Woche" --title en="Berlin Week" --languages de,en
    """
    first = day(first_day) if first_day else now().date() + timedelta(weeks=WEEKS_AHEAD)
    if first > date.max - timedelta(days=days):
        raise Refused([Finding("init.bad-value", (), {"option": "--first-day", "value": str(first), "nearest": None})])
    tags = tuple(tag.strip() for tag in languages.split(","))
    new_folder(
        folder,
        title=titles(title or ["Exchange Week"], tags[0]),
        languages=tags,
        zone=zone,
        days=tuple(first + timedelta(days=day) for day in range(days)),
        # Without a title the folder's name is all that is known of the week: it is that in addresses, too.
        name=None if title else folder.resolve().name,
    )
    words = terminal_words()
    say(words.say("A week stands in %(folder)s. Look at it with: kakehashi preview %(folder)s", folder=folder))


def day(written: str) -> date:
    """The day that `--first-day` names. Raises `Refused` with what is wrong about it, or how it is written here."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        code, values = mistimed("init.bad-day", written)
        raise Refused([Finding(code, (), {"value": written, **values})]) from None


def titles(given: Sequence[str], host: str) -> dict[str, str]:
    """Titles by language: one without `de=` before it is in the host's. Raises `Refused` for two in one language.

    >>> titles(["Drei-Städte-Woche", "en=Three Cities Week"], "de")
    {'de': 'Drei-Städte-Woche', 'en': 'Three Cities Week'}
    """
    found: dict[str, str] = {}
    for title in given:
        match = _IN_LANGUAGE.fullmatch(title)
        language, text = (match[1], match[2]) if match else (host, title)
        if language in found:
            raise Refused([Finding("init.bad-value", (), {"option": "--title", "value": title, "nearest": None})])
        found[language] = text
    return found
