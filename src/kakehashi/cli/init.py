"""`kakehashi init`: a first week of one's own."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kakehashi.cli.arguments import now
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.findings import Finding, Refused
from kakehashi.folder import new_folder

WEEKS_AHEAD = 12


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder to make; it must not hold anything yet.")
    ],
    title: Annotated[str, typer.Option(help="The week's name in its first language.")] = "Exchange Week",
    languages: Annotated[
        str, typer.Option(help="The week's languages, the host's first, as tags parted by commas.")
    ] = "en",
    zone: Annotated[str, typer.Option(help="The host's time zone, by its IANA name.")] = "UTC",
    first_day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The first of its days; in twelve weeks by default.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=31, help="How many days it lasts.")] = 2,
) -> None:
    """Make a first week of your own: a folder of commented text files that is valid and can be built at once.

    Examples:

        kakehashi init my-week

        kakehashi init berlin-week --title "Berliner Woche" --languages de,en,es --zone Europe/Berlin
    """
    first = first_day.date() if first_day else now().date() + timedelta(weeks=WEEKS_AHEAD)
    if first > date.max - timedelta(days=days):
        raise Refused([Finding("init.bad-value", (), {"option": "--first-day", "value": str(first), "nearest": None})])
    new_folder(
        folder,
        title=title,
        languages=tuple(tag.strip() for tag in languages.split(",")),
        zone=zone,
        days=tuple(first + timedelta(days=day) for day in range(days)),
    )
    words = terminal_words()
    say(words.say("A week stands in %(folder)s. Look at it with: kakehashi preview %(folder)s", folder=folder))
