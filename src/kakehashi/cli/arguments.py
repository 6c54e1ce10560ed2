"""Arguments and options that several commands share."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kakehashi.findings import Finding, Refused

SourceArgument = Annotated[Path, typer.Argument(metavar="SOURCE", help="The folder of a week.")]
InstanceArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="The workbook that says what is to be planned, in the form of CoSPLib.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on stdout instead of lines.")]
PortOption = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]
AddressOption = Annotated[str, typer.Option(help="The address to listen on; only this machine by default.")]
DataOption = Annotated[
    Path, typer.Option("--data", envvar="KAKEHASHI_DATA", help="Where sites, keys and databases are kept.")
]
WorkersOption = Annotated[int | None, typer.Option(min=1, help="Processes that render pages; one per core by default.")]
EffortOption = Annotated[
    int | None,
    typer.Option(min=1, help="Seconds of work as the solver counts them: the same timetable on every machine."),
]
ParametersOption = Annotated[
    Path | None,
    typer.Option("--parameters", metavar="FILE", help="Numbers of the search for experts, as TOML."),
]
ThreadsOption = Annotated[int | None, typer.Option(min=1, help="Threads that search; one per core by default.")]
SeedOption = Annotated[int, typer.Option(min=0, max=2**31 - 1, help="Where chance begins.")]
AtOption = Annotated[
    datetime | None,
    typer.Option(help="The moment that decides what is visible yet, in UTC unless it says +09:00; now by default."),
]


def moment(at: datetime | None) -> datetime:
    """The moment that a person has named, in UTC where they named no offset; else the present one."""
    if at is None:
        return now()
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def now() -> datetime:
    """The present moment: the one place where commands read the clock."""
    return datetime.now(UTC)


def present(folder: Path) -> None:
    """Raises `Refused` when there is no such folder."""
    if not folder.is_dir():
        code = "source.not-a-folder" if folder.exists() else "source.no-folder"
        raise Refused([Finding(code, values={"value": str(folder)})])
