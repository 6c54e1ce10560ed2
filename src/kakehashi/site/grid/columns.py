"""Which columns a day's table has between its clocks, and which stretch of them each block takes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kakehashi.site.grid.blocks import Block, Strand
from kakehashi.site.pictures.lanes import clusters, packed


class Column(NamedTuple):
    """A heading over one or more narrow columns: a room, or sessions without one that run beside others.

    `width` is above 1 where something overlaps within the room. A day on which nothing runs side by side has a single
    column; its `room` is `None` when several rooms are used one after another.
    """

    room: str | None
    sessions: tuple[str, ...]
    width: int


class Placed(NamedTuple):
    """A block and the narrow columns that it takes: `width` of them from `column` on."""

    block: Block
    column: int
    width: int


class _Stretch(NamedTuple):
    """Sessions that share a column."""

    room: str | None
    strands: tuple[Strand, ...]

    @property
    def blocks(self) -> list[Block]:
        return [block for strand in self.strands for block in strand.blocks]

    @property
    def width(self) -> int:
        return max(len(packed(cluster)) for cluster in clusters(self.blocks))


def arranged(strands: Sequence[Strand], rooms: Sequence[str]) -> tuple[tuple[Column, ...], tuple[Placed, ...]]:
    """The columns of a day in the order of `rooms`, and where each block stands.

    A session beside which others run stands in its room's column, or in one for sessions without a room. A session
    that has its time to itself takes the whole width, unless its room has a column anyway.
    """
    beside = [strand for cluster in clusters(strands) if len(cluster) > 1 for strand in cluster]
    if not beside:
        used = {strand.room for strand in strands}
        stretches = [_Stretch(used.pop() if len(used) == 1 else None, tuple(strands))]
        alone: list[Strand] = []
    else:
        stretches = [*_by_room(strands, beside, rooms), *_without_room(beside)]
        standing = {strand.session for stretch in stretches for strand in stretch.strands}
        alone = [strand for strand in strands if strand.session not in standing]
    columns = _columns(stretches, [_Stretch(strand.room, (strand,)) for strand in alone])
    return columns, tuple(_placed(stretches, alone, columns))


def _by_room(strands: Sequence[Strand], beside: Sequence[Strand], rooms: Sequence[str]) -> Iterator[_Stretch]:
    used = {strand.room for strand in beside}
    for room in rooms:
        if room in used:
            yield _Stretch(room, tuple(strand for strand in strands if strand.room == room))


def _without_room(beside: Sequence[Strand]) -> Iterator[_Stretch]:
    for lane in packed(strand for strand in beside if strand.room is None):
        yield _Stretch(None, tuple(lane))


def _columns(stretches: Sequence[_Stretch], alone: Sequence[_Stretch]) -> tuple[Column, ...]:
    widths = [stretch.width for stretch in stretches]
    # A session over the whole width may need more columns than the headings have; the last makes room.
    widths[-1] += max(0, max((stretch.width for stretch in alone), default=0) - sum(widths))
    return tuple(
        Column(stretch.room, tuple(strand.session for strand in stretch.strands), width)
        for stretch, width in zip(stretches, widths, strict=True)
    )


def _placed(stretches: Sequence[_Stretch], alone: Sequence[Strand], columns: Sequence[Column]) -> Iterator[Placed]:
    first = 0
    for stretch, column in zip(stretches, columns, strict=True):
        yield from _side_by_side(stretch.blocks, first, column.width)
        first += column.width
    for strand in alone:
        yield from _side_by_side(strand.blocks, 0, first)


def _side_by_side(blocks: Sequence[Block], first: int, width: int) -> Iterator[Placed]:
    """Each block over the whole stretch, but for those that overlap, which share it."""
    for cluster in clusters(blocks):
        lanes = packed(cluster)
        # Whole columns only: of three lanes in four columns the last gets two.
        edges = [first + width * number // len(lanes) for number in range(len(lanes) + 1)]
        for lane, left, right in zip(lanes, edges, edges[1:], strict=False):
            yield from (Placed(block, left, right - left) for block in lane)
