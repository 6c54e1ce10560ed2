"""One cell read as what should stand there: a name, a number, a time of day, a zone, a list of people."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from kakehashi.formats.cosplib.faults import Faults, cell_name
from kakehashi.formats.cosplib.workbook import Table
from kakehashi.planner.demands import MOST

_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"})
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9])?")
_ZONE = re.compile(r"GMT([+-])([0-9]|1[0-2])")


@dataclass(frozen=True)
class Sheet:
    """A sheet being read: its cells, and where its faults go. What is wrong reads as `None`, or as a harmless value."""

    table: Table
    faults: Faults
    there: bool = True

    @property
    def name(self) -> str:
        """What the sheet is called."""
        return self.table.name

    def fault(self, code: str, row: int, column: int, /, **values: Any) -> None:
        """One cell is wrong."""
        self.faults.at_cell(code, self.name, row, column, **values)

    def text(self, row: int, column: int) -> str | None:
        """The text of a cell, blanks at its ends included; of a number its digits. `None` for a blank one."""
        value = self.table.at(row, column)
        if value is None or (isinstance(value, str) and value not in _ERRORS):
            return value
        if isinstance(value, str):
            self.fault("cosplib.error-value", row, column, value=value)
            return None
        if isinstance(value, date | time):
            self.fault("cosplib.date-for-name", row, column, value=shown(value))
            return None
        return str(value)

    def whole(self, row: int, column: int, *, least: int = -MOST, most: int = MOST) -> int | None:
        """A whole number of at least and at most so much; `None` for what is none, and that is a fault."""
        value = self.table.at(row, column)
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong("number", "whole", row, column)
            return None
        if not least <= value <= most:
            self.fault("cosplib.out-of-range", row, column, value=value, least=str(least), most=str(most))
            return None
        return value

    def cost(self, row: int, column: int) -> int:
        """A penalty; a blank cell is none."""
        return 0 if self.table.at(row, column) is None else self.whole(row, column) or 0

    def minutes(self, row: int, column: int) -> int | None:
        """A time of day, in minutes since midnight."""
        value = self.table.at(row, column)
        if isinstance(value, str) and (found := _TIME.fullmatch(value.strip())):
            return int(found[1]) * 60 + int(found[2])
        if isinstance(value, time | datetime):
            return value.hour * 60 + value.minute
        self._wrong("time", "a-time", row, column)
        return None

    def offset(self, row: int, column: int) -> int | None:
        """The hours by which a zone (`GMT+9`) is ahead of UTC."""
        value = self.table.at(row, column)
        if isinstance(value, str) and (found := _ZONE.fullmatch(value)):
            return int(found[1] + found[2])
        self._wrong("zone", "a-zone", row, column)
        return None

    def _wrong(self, missing: str, other: str, row: int, column: int) -> None:
        """Notes that a cell is blank, or holds something else than it should."""
        value = self.table.at(row, column)
        if value is None:
            self.fault(f"cosplib.no-{missing}", row, column)
        else:
            self.fault(f"cosplib.not-{other}", row, column, value=shown(value))

    def people(self, row: int, column: int) -> frozenset[str]:
        """People, parted by a comma and a blank; other blanks belong to their names."""
        listed = self.text(row, column)
        people = listed.split(", ") if listed else []
        if "" in people:
            self.fault("cosplib.no-person", row, column, value=listed)
        return frozenset(people) - {""}

    @cached_property
    def names(self) -> Mapping[str, int]:
        """The names in the first column, each with its row; a blank or repeated one is a fault."""
        found: dict[str, int] = {}
        for row in range(1, self.table.height):
            name = self.text(row, 0)
            if name is None:
                if self.table.at(row, 0) is None:
                    self.fault("cosplib.no-name", row, 0)
            elif name in found:
                self.fault("cosplib.name-twice", row, 0, value=name, first=cell_name(found[name], 0))
            else:
                found[name] = row
        if self.there and self.table.height < 2:
            self.faults.on_sheet("cosplib.empty-sheet", self.name)
        return found

    def headers(self, first: int) -> dict[str, int]:
        """The names in the first row from a column on, each with its column; a blank or repeated one is a fault."""
        found: dict[str, int] = {}
        for column in range(first, self.table.width):
            name = self.text(0, column)
            if name is None:
                if self.table.at(0, column) is None:
                    self.fault("cosplib.no-header", 0, column)
            elif name in found:
                self.fault("cosplib.name-twice", 0, column, value=name, first=cell_name(0, found[name]))
            else:
                found[name] = column
        return found

    def is_known(self, name: str, row: int, column: int, known: "Sheet") -> bool:
        """Whether a name stands in the first column of another sheet; a fault if it does not."""
        if name in known.names:
            return True
        # Of a sheet that is missing, only that is told.
        if known.there:
            near = self.faults.nearest(name, known.names)
            self.fault("cosplib.unknown-name", row, column, value=name, sheet=known.name, nearest=near)
        return False

    def all_there(self, found: Collection[str], known: "Sheet") -> None:
        """A fault if names of another sheet's first column do not stand among those found here."""
        if self.there and (absent := [name for name in known.names if name not in found]):
            self.faults.on_sheet("cosplib.names-missing", self.name, value=tuple(absent[:10]), other=known.name)


def shown(value: Any) -> Any:
    """A value as a finding may carry it."""
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value if value is None or isinstance(value, str | int | float | bool | date) else str(value)
