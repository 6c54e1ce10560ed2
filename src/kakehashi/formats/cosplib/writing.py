"""A timetable written as a workbook: the same timetable gives the same bytes, and a crash leaves the older file."""

import os
import shutil
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import IllegalCharacterError

from kakehashi.findings import Refused
from kakehashi.formats.cosplib.faults import of_file
from kakehashi.planner import Problem, Slot, Solution

SHEET = "sol"
_BEGINNING = datetime(1980, 1, 1)  # noqa: DTZ001 - the earliest that an archive can tell, which has no zones
_PROPERTIES = "docProps/core.xml"


def write_solution(solution: Solution, problem: Problem, path: Path) -> None:
    """Writes a timetable over whatever file stands there, in one step. Raises `Refused` (`cosplib.unwritable`)."""
    try:
        content = _content(solution, problem)
    except IllegalCharacterError as error:
        raise of_file("cosplib.unwritable-name", path) from error
    try:
        # The target of a link is written, not the link.
        place = path.resolve()
        aside = _aside(place)
        try:
            _fill(aside, content)
            if place.exists():
                shutil.copymode(place, aside)
            aside.replace(place)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(path, error) from error


def may_write(path: Path) -> None:
    """Tries whether a file can be written there, before hours are spent on what it is to hold. Raises `Refused`."""
    try:
        place = path.resolve()
        if place.exists() and not place.is_file():
            raise of_file("cosplib.out-not-a-file", path)
        aside = _aside(place)
        _fill(aside, b"")
        aside.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error
    except ValueError as error:
        raise of_file("cosplib.out-not-a-file", path) from error


def _unwritable(path: Path, error: OSError) -> Refused:
    return of_file("cosplib.unwritable", path, reason=error.strerror or str(error))


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.aside-{os.getpid()}")


def _fill(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        # Else a loss of power could leave the new name without its content.
        os.fsync(file.fileno())


def _content(solution: Solution, problem: Problem) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    for row in _rows(solution, problem):
        sheet.append([_text(sheet, name) for name in row])
    book.properties.creator = "kakehashi"
    book.properties.created = _BEGINNING
    written = BytesIO()
    book.save(written)
    return _timeless(written)


def _rows(solution: Solution, problem: Problem) -> list[list[str | None]]:
    """The names of rooms; each session with its tracks; a blank row; each slot with its talks."""
    held = {slot: talk for talk, slots in solution.slots.items() for slot in slots}
    rooms = [room.name for room in problem.rooms]
    tracks = [[block.name, *(solution.tracks.get((block.name, room)) for room in rooms)] for block in problem.blocks]
    talks = [
        [block.name, *(held.get(Slot(block.name, room, number)) for room in rooms)]
        for block in problem.blocks
        for number in range(block.slots)
    ]
    return [[None, *rooms], *tracks, [], *talks]


def _text(sheet: Any, name: str | None) -> Any:
    if name is None:
        return None
    cell = WriteOnlyCell(sheet, name)
    # Else a name that begins with "=" would be taken for a formula, and "#N/A" for an error.
    cell.data_type = "s"
    return cell


def _timeless(written: BytesIO) -> bytes:
    """The same workbook with one time in place of those at which it and its parts were written."""
    lasting = BytesIO()
    with ZipFile(written) as book, ZipFile(lasting, "w", ZIP_DEFLATED) as copy:
        for name in sorted(book.namelist()):
            part = book.read(name)
            if name == _PROPERTIES:
                part = _unmodified(part)
            copy.writestr(ZipInfo(name, _BEGINNING.timetuple()[:6]), part, ZIP_DEFLATED)
    return lasting.getvalue()


def _unmodified(properties: bytes) -> bytes:
    before, mark, after = properties.partition(b"<dcterms:modified")
    start, end = after.index(b">") + 1, after.index(b"</")
    return before + mark + after[:start] + f"{_BEGINNING.isoformat()}Z".encode() + after[end:]
