"""Where the blocks of a day stand: from which hour to which, and side by side with how many others."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date
from typing import NamedTuple

from kakehashi.site.pictures.clocks import hour_of
from kakehashi.site.pictures.days import Block, PictureDay
from kakehashi.site.pictures.lanes import clusters, packed
from kakehashi.words.zones import rules

MOMENT = 1 / 30
"""The hours that a block takes at least: what has no length must not lie under what begins with it."""


class Placed(NamedTuple):
    """A block in hours since the day's midnight on the host's clock, in lane `lane` of `lanes`."""

    block: Block
    first: float
    last: float
    lane: int = 0
    lanes: int = 1


def placed(day: PictureDay, zone: str) -> tuple[Placed, ...]:
    """The blocks of a day in their lanes; those that nothing overlaps have the whole width.

    A block lasts as long as it lasts even where the clocks change meanwhile, so it may end past hour 24. Within a
    cluster the lanes (rooms) stand in the order in which the day's blocks first name them, each over as few columns
    as its own overlaps need.
    """
    blocks = [_hours(block, day.date, zone) for block in day.blocks]
    return tuple(one for cluster in clusters(blocks) for one in _side_by_side(cluster, _rooms(day.blocks)))


def _hours(block: Block, day: date, zone: str) -> Placed:
    local = block.start.astimezone(rules(zone))
    start = 24 * (local.date() - day).days + hour_of(local)
    length = (block.end.astimezone(UTC) - block.start.astimezone(UTC)).total_seconds() / 3600
    return Placed(block, start, start + max(length, MOMENT))


def _rooms(blocks: Iterable[Block]) -> dict[str | None, int]:
    """The place of each lane among the lanes, as the page gave them."""
    return {lane: index for index, lane in enumerate(dict.fromkeys(block.lane for block in blocks))}


def _side_by_side(cluster: list[Placed], rooms: dict[str | None, int]) -> Iterator[Placed]:
    columns: list[list[Placed]] = []
    for lane in sorted({one.block.lane for one in cluster}, key=lambda lane: rooms[lane]):
        columns += packed(one for one in cluster if one.block.lane == lane)
    for index, column in enumerate(columns):
        for one in column:
            yield Placed(one.block, one.first, one.last, index, len(columns))
