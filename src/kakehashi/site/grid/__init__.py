"""A day of the timetable as a table: rows of time, columns of rooms between the clocks, every item in one cell.

`grid_of` lays out any day: rooms side by side or one after another, sessions without a room, several sessions in one
room, items that overlap or have no length, nights and days on which the clocks change.

>>> from datetime import UTC, datetime
>>> from kakehashi.site.pictures import Clock
>>> nine, ten, eleven = (datetime(2021, 9, 29, hour, tzinfo=UTC) for hour in (9, 10, 11))
>>> grid = grid_of(
...     [Entry("tea", "morning", "hall", nine, eleven), Entry("go", "games", "club", nine, ten)],
...     ["hall", "club"],
...     [Clock(("London",), "Etc/UTC", host=True)],
... )
>>> [(cell.column, cell.rows, [entry.item for entry in cell.entries]) for cell in grid.rows[0].cells]
[(0, 2, ['tea']), (1, 1, ['go'])]
>>> [(cell.column, cell.rows, cell.entries) for cell in grid.rows[1].cells]
[(1, 1, ())]
"""

from kakehashi.site.grid.blocks import Entry
from kakehashi.site.grid.columns import Column
from kakehashi.site.grid.table import Cell, Grid, Row, grid_of

__all__ = ["Cell", "Column", "Entry", "Grid", "Row", "grid_of"]
