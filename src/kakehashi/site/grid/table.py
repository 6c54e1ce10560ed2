"""The whole table of a day: its rows, its cells and the clocks beside them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from kakehashi.site.grid.blocks import Entry, strands_of
from kakehashi.site.grid.columns import Column, Placed, arranged
from kakehashi.site.grid.gaps import Gap, gaps_between
from kakehashi.site.pictures import Clock, RulerRow, ruler_states
from kakehashi.site.pictures.clocks import State


class Cell(NamedTuple):
    """A cell of `rows` by `columns` that begins in the column `column`, counted between the clocks.

    Without entries it is a gap; one in which nothing at all happens is a pause of that many minutes.
    """

    column: int
    columns: int
    rows: int
    entries: tuple[Entry, ...] = ()
    pause: int | None = None


class Row(NamedTuple):
    """The cells that begin at a moment (aware, UTC), how long the row lasts, and the part of the day on each clock."""

    at: datetime
    minutes: int
    states: tuple[State, ...]
    cells: tuple[Cell, ...]

    @property
    def begins(self) -> bool:
        """Whether an entry begins here."""
        return any(cell.entries for cell in self.cells)

    @property
    def pauses(self) -> bool:
        """Whether a pause begins here."""
        return any(cell.pause is not None for cell in self.cells)


class Grid(NamedTuple):
    """A day's table. Clocks stand west first, the host's last of those to the left of the columns."""

    clocks: tuple[Clock, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def host(self) -> int:
        """The place of the host among the clocks."""
        return next(place for place, clock in enumerate(self.clocks) if clock.host)

    @property
    def width(self) -> int:
        """The number of columns between the clocks."""
        return sum(column.width for column in self.columns)


def grid_of(entries: Sequence[Entry], rooms: Sequence[str], clocks: Sequence[Clock]) -> Grid:
    """The table of a day's entries; without any, one without rows and columns.

    A row begins at every start, at every end and wherever a clock changes its part of the day. `clocks` must hold the
    host's; they stand in the order given. Every room that an entry names must be among `rooms`.

    Read row by row and from left to right, entries stand in the order of their starts and then of their rooms. This is
    the list that the same table is on a telephone, or where somebody chooses it.
    """
    if not entries:
        return Grid(tuple(clocks), (), ())
    ruler = ruler_states({moment for entry in entries for moment in (entry.start, entry.end)}, clocks)
    row_at = {row.at: number for number, row in enumerate(ruler)}
    strands = strands_of(entries, row_at)
    columns, placed = arranged(strands, rooms)
    last = max(strand.last for strand in strands)
    gaps = gaps_between(placed, [column.width for column in columns], last)
    cells = _cells(placed, gaps, ruler)
    rows = (
        Row(at, _minutes(ruler, number, number + 1), states, tuple(sorted(cells[number], key=lambda cell: cell.column)))
        for number, (at, states) in enumerate((row.at, row.states) for row in ruler[:last])
    )
    return Grid(tuple(clocks), columns, tuple(rows))


def _cells(placed: Sequence[Placed], gaps: Sequence[Gap], ruler: Sequence[RulerRow]) -> defaultdict[int, list[Cell]]:
    found: defaultdict[int, list[Cell]] = defaultdict(list)
    for one in placed:
        height = one.block.last - one.block.first
        found[one.block.first].append(Cell(one.column, one.width, height, one.block.entries))
    for gap in gaps:
        pause = _minutes(ruler, gap.first, gap.last) if gap.whole else None
        found[gap.first].append(Cell(gap.column, gap.width, gap.last - gap.first, pause=pause))
    return found


# The last row of a ruler is the moment at which everything has ended: as a row of the table it would last no time.
def _minutes(ruler: Sequence[RulerRow], first: int, last: int) -> int:
    end = ruler[min(last, len(ruler) - 1)].at
    return (end - ruler[first].at) // timedelta(minutes=1)
