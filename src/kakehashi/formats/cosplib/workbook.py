"""A workbook opened with care: it may be no workbook at all, locked, or made to fill the memory of whoever opens it."""

import re
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZipFile

from openpyxl import load_workbook

from kakehashi.findings import Refused
from kakehashi.formats.cosplib.faults import Faults, of_file

Value: TypeAlias = Any
"""What stands in a cell: text, a number, a date, a time; `None` where it is blank."""

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 60_000_000
"""Bytes of a workbook, packed and unpacked: a file of a few kilobytes can unpack to any size."""
MOST_ROWS, MOST_COLUMNS = 10_000, 500
"""Several times what the largest conference needs. Empty rows and columns beyond are no matter."""
_LAST_ROW = 1_048_576
_UNREASONABLE_COLUMN = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]{4,}""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that Office has locked with a password, and those of Office before 2007."""


@dataclass(frozen=True)
class Table:
    """A sheet without the empty rows and columns at its end. Rows and columns are counted from 0."""

    name: str
    rows: Sequence[Sequence[Value]]

    @property
    def height(self) -> int:
        """How many rows there are, the header among them."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)

    def at(self, row: int, column: int) -> Value:
        """What stands in a cell; `None` where it is blank or beyond the end."""
        line = self.rows[row] if row < len(self.rows) else ()
        return line[column] if column < len(line) else None


def read_tables(path: Path, faults: Faults, wanted: Collection[str] | None) -> Mapping[str, Table]:
    """The sheets of a workbook by name; if `wanted` is `None`, only its first one.

    Of sheets that are not wanted only the name is read.

    Formulas count by the value that was last computed; one that has none is a fault. Raises `Refused` for a file that
    is no workbook, is locked, or is too large.
    """
    content = _content(path)
    try:
        formulas = _look_inside(content, path)
        tables = _tables(content, faults, wanted)
        if formulas:
            _uncomputed(content, [each for each in tables.values() if wanted is None or each.name in wanted], faults)
    except Refused:
        raise
    except Exception as error:  # whatever a strange file makes zipfile and openpyxl stumble over
        raise of_file("cosplib.not-a-workbook", path) from error
    return tables


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise of_file("cosplib.a-folder", path)
        if not path.exists():
            raise of_file("cosplib.no-file", path)
        # A pipe would keep us waiting for its writer.
        if not path.is_file():
            raise of_file("cosplib.not-a-workbook", path)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise of_file("cosplib.unreadable", path, reason=error.strerror or str(error)) from error
    except ValueError as error:
        # A name with a zero byte is no name of a file.
        raise of_file("cosplib.no-file", path) from error
    if len(content) > LARGEST_FILE:
        raise of_file("cosplib.too-large", path)
    return content


def _look_inside(content: bytes, path: Path) -> bool:
    """Whether there are formulas. Raises `Refused` before anything large is unpacked."""
    if content.startswith(_LOCKED):
        raise of_file("cosplib.locked", path)
    formulas = False
    with ZipFile(BytesIO(content)) as archive:
        # No member gives more than it says here: zipfile stops reading at that.
        if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
            raise of_file("cosplib.too-large", path)
        for name in archive.namelist():
            if name.endswith(".xml"):
                part = archive.read(name)
                if _UNREASONABLE_COLUMN.search(part):
                    raise of_file("cosplib.too-large", path)
                formulas = formulas or _FORMULA.search(part) is not None
    return formulas


def _tables(content: bytes, faults: Faults, wanted: Collection[str] | None) -> dict[str, Table]:
    with _opened(content, computed=True) as book:
        if wanted is None:
            return {sheet.title: _table(sheet, faults) for sheet in book.worksheets[:1]}
        return {
            sheet.title: _table(sheet, faults) if sheet.title in wanted else Table(sheet.title, ())
            for sheet in book.worksheets
        }


def _table(sheet: Any, faults: Faults) -> Table:
    # A sheet may say wrongly how large it is.
    sheet.reset_dimensions()
    rows: list[tuple[Value, ...]] = []
    full = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True)):
        row = _trimmed(values)
        # No spreadsheet has rows beyond the last, so whoever says that there are may not keep us counting.
        if number >= _LAST_ROW or (row and (number >= MOST_ROWS or len(row) > MOST_COLUMNS)):
            faults.on_sheet("cosplib.too-many-cells", sheet.title, rows=MOST_ROWS, columns=MOST_COLUMNS)
            break
        if row:
            full = number + 1
        if number < MOST_ROWS:
            rows.append(row)
    return Table(sheet.title, rows[:full])


def _trimmed(values: Sequence[Value]) -> tuple[Value, ...]:
    last = len(values)
    while last and values[last - 1] in (None, ""):
        last -= 1
    return tuple(map(_plain, values[:last]))


def _plain(value: Value) -> Value:
    if value == "":
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _uncomputed(content: bytes, tables: Sequence[Table], faults: Faults) -> None:
    """Notes every formula whose value was never computed: it would pass for a blank cell."""
    with _opened(content, computed=False) as book:
        for table in tables:
            for row, column in _formulas(book[table.name]):
                if table.at(row, column) is None:
                    faults.at_cell("cosplib.uncomputed", table.name, row, column)


def _formulas(sheet: Any) -> Iterator[tuple[int, int]]:
    sheet.reset_dimensions()
    for row in islice(sheet.iter_rows(), MOST_ROWS):
        yield from ((cell.row - 1, cell.column - 1) for cell in row if getattr(cell, "data_type", "") == "f")


@contextmanager
def _opened(content: bytes, *, computed: bool) -> Iterator[Any]:
    """A workbook as openpyxl opens it, silently: its warnings speak of decoration, which is not read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), read_only=True, data_only=computed, keep_links=False)
        try:
            yield book
        finally:
            book.close()
