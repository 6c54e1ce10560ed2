"""From what a person names on the command line to a week that has been checked."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kakehashi.cli.arguments import present
from kakehashi.findings import Finding, Refused, errors
from kakehashi.folder import Loaded, beginning, load, read_captions
from kakehashi.frozen import FrozenMap
from kakehashi.week import Visibility, VisibleWeek, Week, check, for_audience
from kakehashi.week.captions import Captions
from kakehashi.words.zones import rules


@dataclass(frozen=True)
class Checked:
    """A folder read and checked: the week if it can be used, and everything found, each with its place in the files."""

    folder: Path
    loaded: Loaded
    findings: tuple[Finding, ...]

    @property
    def week(self) -> Week | None:
        """The week, unless an error stands in the way."""
        return None if errors(self.findings) else self.loaded.week


def checked(folder: Path, at: datetime) -> Checked:
    """Reads and checks a week folder as of the moment `at` (aware). Raises `Refused` when there is no such folder."""
    present(folder)
    loaded = load(folder)
    return Checked(folder, loaded, found_in(folder, loaded, at))


def found_in(folder: Path, loaded: Loaded, at: datetime) -> tuple[Finding, ...]:
    """Everything found in a week folder as of the moment `at` (aware), each with its place in the files."""
    found = list(loaded.findings)
    if loaded.week is not None:
        day = host_day(loaded.week, at)
        media, captions = media_files(folder), captions_in(folder, loaded.week)
        found += check(loaded.week, private=loaded.private, today=day, media=media, captions=captions)
    return loaded.located(found)


def host_day(week: Week, at: datetime) -> date:
    """The day that the host has at a moment: what is due yesterday is overdue from the host's midnight on."""
    return at.astimezone(rules(week.zone)).date()


def media_files(folder: Path) -> frozenset[str]:
    """The paths of the files below a folder's `media/`, from there, with slashes: as a week names them."""
    root = folder / "media"
    return frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def captions_in(folder: Path, week: Week) -> FrozenMap[str, Captions]:
    """The captions that a week names, read from a folder's `media/`."""
    return read_captions(week, lambda name: beginning(folder / "media" / name))


def visible(source: Checked, audience: Visibility, at: datetime) -> VisibleWeek:
    """The week as an audience may see it. Raises `Refused` with the errors of a folder that cannot be used."""
    if source.week is None:
        raise Refused(source.findings)
    return for_audience(source.week, audience, at)
