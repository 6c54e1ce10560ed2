"""What stands in a day's table: entries, those that share a cell, and the run of them that is one session."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple


class Entry(NamedTuple):
    """An item of a day with its time (aware, UTC); without an item, a session that has none yet.

    `item`, `session` and `room` are slugs; what they are called is the page's affair.
    """

    item: str | None
    session: str
    room: str | None
    start: datetime
    end: datetime


class Block(NamedTuple):
    """Entries of one session that begin together and so share a cell."""

    entries: tuple[Entry, ...]
    first: int
    last: int


class Strand(NamedTuple):
    """A session's blocks on one day."""

    session: str
    room: str | None
    blocks: tuple[Block, ...]

    @property
    def first(self) -> int:
        """The row in which the session begins."""
        return min(block.first for block in self.blocks)

    @property
    def last(self) -> int:
        """The row before which the session ends."""
        return max(block.last for block in self.blocks)


def strands_of(entries: Iterable[Entry], row_at: Mapping[datetime, int]) -> tuple[Strand, ...]:
    """The sessions of a day in the order of their first rows. `row_at` tells the row of each start and end.

    What has no length takes the row in which it begins. A session has the room of its first entry: the timetable gives
    each of its items the same.
    """
    sessions: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        sessions[entry.session].append(entry)
    strands = (Strand(session, row[0].room, tuple(_blocks(row, row_at))) for session, row in sessions.items())
    return tuple(sorted(strands, key=lambda strand: strand.first))


def _blocks(row: Sequence[Entry], row_at: Mapping[datetime, int]) -> Iterator[Block]:
    together: defaultdict[datetime, list[Entry]] = defaultdict(list)
    for entry in row:
        together[entry.start].append(entry)
    for start, there in sorted(together.items()):
        first = row_at[start]
        yield Block(tuple(there), first, max(first + 1, *(row_at[entry.end] for entry in there)))
