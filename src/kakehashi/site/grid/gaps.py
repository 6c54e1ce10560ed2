"""What is left empty in a day's table, as few cells as can fill it.

A table in HTML must have every place covered exactly once; few large cells are also fewer stops for a screen reader.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kakehashi.site.grid.columns import Placed


class Gap(NamedTuple):
    """An empty stretch from row `first` to before `last`, `width` columns from `column` on; `whole` if over all."""

    column: int
    width: int
    first: int
    last: int
    whole: bool


def gaps_between(placed: Sequence[Placed], widths: Sequence[int], rows: int) -> tuple[Gap, ...]:
    """The gaps of a table of so many rows whose headings are so wide. Where nothing happens at all, one for all.

    Together with the placed blocks they cover every place of the table once; but for a pause no gap reaches across the
    headings of two rooms, so that an empty room is empty under its own name.
    """
    total = sum(widths)
    taken = {
        (row, column)
        for one in placed
        for row in range(one.block.first, one.block.last)
        for column in range(one.column, one.column + one.width)
    }
    idle = {row for row in range(rows) if not any((row, column) in taken for column in range(total))}
    pauses = (Gap(0, total, first, last, whole=True) for first, last in _runs(row in idle for row in range(rows)))
    return (*pauses, *_within(taken, idle, widths, rows))


def _within(taken: set[tuple[int, int]], idle: set[int], widths: Sequence[int], rows: int) -> Iterator[Gap]:
    """The gaps beside something, those of neighbours under one heading joined where they are alike."""
    first = 0
    for width in widths:
        runs = [
            (run, column)
            for column in range(first, first + width)
            for run in _runs(row not in idle and (row, column) not in taken for row in range(rows))
        ]
        yield from _joined(runs)
        first += width


def _joined(runs: Sequence[tuple[tuple[int, int], int]]) -> Iterator[Gap]:
    # Sorted by their rows first: gaps of equal height then follow one another from left to right.
    for (begin, end), alike in groupby(sorted(runs), key=lambda entry: entry[0]):
        columns = [column for _, column in alike]
        start = columns[0]
        for column, after in zip(columns, [*columns[1:], -1], strict=True):
            if after != column + 1:
                yield Gap(start, column + 1 - start, begin, end, whole=False)
                start = after


def _runs(flags: Iterator[bool]) -> Iterator[tuple[int, int]]:
    """The unbroken runs of true flags, each from its first place to the one after its last."""
    first = 0
    for flag, run in groupby(flags):
        length = sum(1 for _ in run)
        if flag:
            yield first, first + length
        first += length
