"""When people appear live, by their own clocks, for each institution: what a fairness card draws."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from kakehashi.site.pictures import state
from kakehashi.site.pictures.clocks import DAY, EVENING, hour_of
from kakehashi.site.reader import Reader
from kakehashi.week.appearing import appearances_in
from kakehashi.words.zones import rules


class Placed(NamedTuple):
    """A live appearance of a person in an item, from `start` until `end` (UTC), on the clock of `zone`."""

    item: str
    person: str
    start: datetime
    end: datetime
    zone: str

    @property
    def hours(self) -> tuple[float, float]:
        """From which hour of its clock until which; it lasts as long as it lasts even where that clock is changed."""
        first = hour_of(self.start.astimezone(rules(self.zone)))
        return first, first + (self.end - self.start).total_seconds() / 3600

    @property
    def by_night(self) -> bool:
        """Whether it begins by night, or is not over when night begins."""
        # What ends as night begins has its last moment just before.
        last = max(self.start, self.end - datetime.resolution)
        return any(state(at.astimezone(rules(self.zone))) == "night" for at in (self.start, last))


def inconvenience(one: Placed) -> tuple[bool, float, float]:
    """How inconvenient the hour of an appearance is, to compare it with others.

    Night is worse than any other hour; else what counts is how far it begins or ends outside the working day, and
    within that how far its middle is from the middle of the working day.
    """
    first, last = one.hours
    # Before the working day, or after the one before: whichever is nearer.
    outside = max(min(DAY - first, first + 24 - EVENING), last - EVENING, 0.0)
    return one.by_night, outside, abs((first + last) / 2 - (DAY + EVENING) / 2)


def appearances(r: Reader) -> Mapping[str, tuple[Placed, ...]]:
    """The live appearances of each institution's people, in the order of time; institutions without any are left out.

    What readers of this site may not see has no speakers here, and so no appearances.
    """
    return r.site.once(("appearances",), lambda: _appearances(r))


def _appearances(r: Reader) -> Mapping[str, tuple[Placed, ...]]:
    week = r.site.week
    found: defaultdict[str, list[Placed]] = defaultdict(list)
    for placed in r.site.timetable.placements:
        for one in appearances_in(week, week.items[placed.item]):
            for house, zone in zip(one.houses, one.zones, strict=True):
                found[house].append(Placed(placed.item, one.person, placed.start, placed.end, zone))
    return {house: tuple(there) for house, there in found.items()}
