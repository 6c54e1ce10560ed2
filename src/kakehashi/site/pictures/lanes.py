"""Where the blocks of a day stand: from which hour to which, and side by side with how many others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date

from kakehashi.site.pictures.clocks import hour_of
from kakehashi.site.pictures.days import Block, PictureDay
from kakehashi.words.zones import rules


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in hours since the day's midnight on the host's clock, in lane `lane` of `lanes`."""

    block: Block
    start: float
    end: float
    lane: int = 0
    lanes: int = 1


def placed(day: PictureDay, zone: str) -> tuple[Placed, ...]:
    """The blocks of a day in their lanes; those that nothing overlaps have the whole width.

    A block lasts as long as it lasts even where the clocks change meanwhile, so it may end past hour 24.
    """
    blocks = sorted((_hours(block, day.date, zone) for block in day.blocks), key=lambda one: one.start)
    return tuple(one for cluster in _clusters(blocks) for one in _side_by_side(cluster, _rooms(day.blocks)))


def _hours(block: Block, day: date, zone: str) -> Placed:
    local = block.start.astimezone(rules(zone))
    start = 24 * (local.date() - day).days + hour_of(local)
    length = (block.end.astimezone(UTC) - block.start.astimezone(UTC)).total_seconds() / 3600
    return Placed(block, start, start + max(length, 0))


def _rooms(blocks: Iterable[Block]) -> dict[str | None, int]:
    """The place of each lane among the lanes, as the page gave them."""
    return {lane: index for index, lane in enumerate(dict.fromkeys(block.lane for block in blocks))}


def _clusters(blocks: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Blocks (in the order of their starts) that overlap, directly or through others."""
    cluster: list[Placed] = []
    for one in blocks:
        if cluster and one.start >= max(other.end for other in cluster):
            yield cluster
            cluster = []
        cluster.append(one)
    if cluster:
        yield cluster


def _side_by_side(cluster: list[Placed], rooms: dict[str | None, int]) -> Iterator[Placed]:
    columns: list[list[Placed]] = []
    for lane in sorted({one.block.lane for one in cluster}, key=lambda lane: rooms[lane]):
        columns += _packed([one for one in cluster if one.block.lane == lane])
    for index, column in enumerate(columns):
        for one in column:
            yield Placed(one.block, one.start, one.end, index, len(columns))


def _packed(blocks: Iterable[Placed]) -> list[list[Placed]]:
    """As few columns as can hold the blocks of one lane without an overlap."""
    columns: list[list[Placed]] = []
    for one in blocks:
        free = next((column for column in columns if column[-1].end <= one.start), None)
        if free is None:
            columns.append([one])
        else:
            free.append(one)
    return columns
