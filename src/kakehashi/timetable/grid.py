"""The blocks of a week as a grid of equal slots, so fine that everything planned begins with one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from math import gcd

from kakehashi.findings import Finding, Severity
from kakehashi.frozen import FrozenMap
from kakehashi.week import Week
from kakehashi.week.naming import called

MINUTE = timedelta(minutes=1)
MOST_SLOTS = 600
"""A block of more slots is refused: a search would take too long, and nobody plans a day to the half minute."""
DAY = 24 * 60
"""A block may be so many minutes long."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The blocks in the order of time, each with its start (UTC) and its number of slots of `unit` minutes."""

    unit: int
    starts: Mapping[str, datetime]
    slots: Mapping[str, int]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks in the order of time."""
        return tuple(self.starts)

    def begins(self, block: str, slot: int = 0) -> datetime:
        """When a slot of a block begins."""
        return self.starts[block] + slot * self.unit * MINUTE

    def ends(self, block: str) -> datetime:
        """When a block ends."""
        return self.begins(block, self.slots[block])

    def first_slot(self, block: str, moment: datetime) -> int | None:
        """The slot of a block that begins at a moment; `None` where none does."""
        number, rest = divmod(moment - self.starts[block], self.unit * MINUTE)
        return number if not rest and 0 <= number < self.slots[block] else None

    def met(self, start: datetime, end: datetime) -> Iterator[tuple[str, range]]:
        """The slots that a stretch of time meets, block by block; blocks of which it meets none are left out."""
        step = self.unit * MINUTE
        for block, begins in self.starts.items():
            first = max(0, (start - begins) // step)
            last = min(self.slots[block], -((begins - end) // step))
            if first < last:
                yield block, range(first, last)

    def block_at(self, moment: datetime) -> str | None:
        """The block during which a moment is."""
        return next((block for block in self.blocks if self.starts[block] <= moment < self.ends(block)), None)


def grid_of(week: Week, minutes: Iterable[int]) -> Grid:
    """The grid on which lengths and distances of these minutes, and all blocks, are whole slots."""
    starts = {slug: block.start.instant for slug, block in week.blocks.items()}
    lengths = {slug: block.length // MINUTE for slug, block in week.blocks.items()}
    unit = gcd(*lengths.values(), *minutes) or 1
    in_time = sorted(starts, key=lambda slug: (starts[slug], slug))
    return Grid(
        unit,
        FrozenMap({slug: starts[slug] for slug in in_time}),
        FrozenMap({slug: lengths[slug] // unit for slug in in_time}),
    )


def block_faults(week: Week) -> Iterator[Finding]:
    """What keeps the blocks and rooms of a week from being planned: none at all, too long ones, ones that overlap.

    Blocks that follow each other sooner than a room can change over are told as a warning.
    """
    if not week.blocks:
        yield Finding("plan.no-blocks", ("blocks",))
    if not week.rooms:
        yield Finding("plan.no-rooms", ("rooms",))
    changeover = week.wishes.changeover * MINUTE
    for slug, block in week.blocks.items():
        if block.length > DAY * MINUTE:
            values = {"block": called(week, "blocks", slug), "value": block.length // MINUTE, "expected": DAY}
            yield Finding("plan.block-too-long", ("blocks", slug), values)
    in_time = sorted(week.blocks.items(), key=lambda entry: (entry[1].start.instant, entry[0]))
    for (one, block), (other, later) in combinations(in_time, 2):
        values = {"block": called(week, "blocks", one), "other": called(week, "blocks", other)}
        gap = later.start.instant - (block.start.instant + block.length)
        if gap < timedelta(0):
            yield Finding("plan.blocks-overlap", ("blocks", other), values)
        elif gap < changeover:
            minutes = {"value": gap // MINUTE, "expected": week.wishes.changeover}
            yield Finding("plan.blocks-too-close", ("blocks", other), {**values, **minutes}, Severity.WARNING)


def slot_faults(week: Week, grid: Grid) -> Iterator[Finding]:
    """Blocks that the lengths of the items cut into too many slots."""
    for slug, slots in grid.slots.items():
        if slots > MOST_SLOTS:
            values = {
                "block": called(week, "blocks", slug),
                "value": slots,
                "expected": MOST_SLOTS,
                "minutes": grid.unit,
            }
            yield Finding("plan.too-many-slots", ("blocks", slug), values)
