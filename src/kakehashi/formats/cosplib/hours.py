"""How bad the hours of a block are for whoever speaks in another zone."""

from dataclasses import dataclass

_DAY = 24 * 60


@dataclass(frozen=True)
class Hours:
    """Which hours of the day suit, in minutes since midnight on the speaker's clock, and what the others cost.

    `zone` is the conference's own, in hours ahead of UTC. Zones keep their distance all year, and dates fall away: of
    times only the time of day is looked at, as CoSPLib does.
    """

    zone: int
    suitable: tuple[int, int]
    less_suitable: tuple[int, int]
    less_suitable_cost: int
    unsuitable_cost: int

    def cost(self, start: int, end: int, zone: int) -> int:
        """What a block from `start` to `end` on the conference's clock costs who speaks from `zone`.

        A late start is only seen through the end, and an early end through the start.

        >>> hours = Hours(0, suitable=(540, 1260), less_suitable=(420, 1380), less_suitable_cost=1, unsuitable_cost=10)
        >>> [hours.cost(600, 660, zone) for zone in (0, -2, -6)]
        [0, 1, 10]
        """
        start, end = ((minutes + 60 * (zone - self.zone)) % _DAY for minutes in (start, end))
        first, last = self.less_suitable
        if start < first or end > last or end < first:
            return self.unsuitable_cost
        begins, ends = self.suitable
        if first <= start < begins or ends < end <= last:
            return self.less_suitable_cost
        return 0


ALWAYS = Hours(0, (0, _DAY), (0, _DAY), 0, 0)
"""Every hour suits: stands where the workbook does not say."""
