"""What is wrong with a workbook, gathered while it is read, so that a person learns everything at once."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from openpyxl.utils import get_column_letter

from kakehashi.findings import Finding, Refused, Severity, Source, Value

MOST_TOLD = 100
"""More faults than these are counted and not told: a wrong file is wrong in every cell."""


class Faults:
    """The faults of one workbook. Rows and columns are counted from 0, as in `Table`; findings count them from 1."""

    def __init__(self, path: Path) -> None:
        self.file = str(path)
        self.sheets: set[str] = set()
        self._found: list[Finding] = []
        self._cells: set[tuple[str, int, int]] = set()
        self._untold = 0

    def at_cell(self, code: str, sheet: str, row: int, column: int, /, **values: Value) -> None:
        """One cell is wrong; its sentence may name it as `cell`. Of a cell only the first fault is told."""
        if (sheet, row, column) in self._cells:
            return
        self._cells.add((sheet, row, column))
        cell = cell_name(row, column)
        source = Source(f"{self.file}!{sheet}", row + 1, column + 1)
        self._add(sheet, Finding(code, (sheet, cell), {"cell": cell, **values}, source=source))

    def on_sheet(self, code: str, sheet: str, /, **values: Value) -> None:
        """A sheet is wrong as a whole."""
        source = Source(f"{self.file}!{sheet}", 1, 1)
        self._add(sheet, Finding(code, (sheet,), {"sheet": sheet, **values}, source=source))

    def add(self, finding: Finding, sheet: str, row: int, column: int) -> None:
        """What another room found to be wrong, which stands in this cell."""
        self._add(sheet, finding.at(Source(f"{self.file}!{sheet}", row + 1, column + 1)))

    def nearest(self, name: str, known: Iterable[str]) -> str | None:
        """The known name that was probably meant; nothing once there are more faults than are told."""
        if len(self._found) >= MOST_TOLD:
            return None
        # Cut, as the time that comparing takes grows with the square of the length.
        by_lower = {each.lower(): each for each in known}
        return next((by_lower[each] for each in get_close_matches(name[:100].lower(), by_lower, n=1)), None)

    def refuse(self) -> None:
        """Raises `Refused` with all that was found, if anything was."""
        if self._found:
            raise Refused(self._told())

    def _add(self, sheet: str, finding: Finding) -> None:
        self.sheets.add(sheet)
        if len(self._found) < MOST_TOLD:
            self._found.append(finding)
        else:
            self._untold += 1

    def _told(self) -> tuple[Finding, ...]:
        if not self._untold:
            return tuple(self._found)
        more = Finding("cosplib.more", values={"value": self.file, "count": self._untold}, severity=Severity.NOTE)
        return (*self._found, more)


def of_file(code: str, path: Path, /, **values: Value) -> Refused:
    """The refusal of a file that is no workbook we can read."""
    return Refused([Finding(code, values={"value": str(path), **values})])


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets call it.

    >>> cell_name(11, 2)
    'C12'
    """
    return f"{get_column_letter(column + 1)}{row + 1}"
