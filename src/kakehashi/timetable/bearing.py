"""What a timetable asks of each institution: the parties of a problem."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import lcm
from typing import NamedTuple

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Party
from kakehashi.planner.parties import Strain
from kakehashi.timetable.grid import Grid
from kakehashi.timetable.hours import slot_weights, weight_between
from kakehashi.timetable.moving import Movement
from kakehashi.week import Week
from kakehashi.week.appearing import Appearance
from kakehashi.week.items import ItemKind

UNHEARD = frozenset({ItemKind.BREAK, ItemKind.REHEARSAL})
"""What nobody listens to."""


class Bearer(NamedTuple):
    """An institution that bears the minutes of an item, by this clock, `parts` times (of which `scale` make one)."""

    institution: str
    zone: str
    parts: int


@dataclass(frozen=True)
class Bearing:
    """Who bears what, in whole numbers.

    Somebody who speaks for two institutions is borne by each by half: so all burdens and sizes are counted in parts, of
    which `scale` make a whole.
    """

    movement: Movement
    grid: Grid

    @cached_property
    def scale(self) -> int:
        """How many parts make a whole: as many as divide among the institutions of everyone who appears."""
        shared = (len(one.houses) for item in self._counted for one in self.appearances(item) if one.houses)
        return lcm(*shared)

    def appearances(self, item: str) -> tuple[Appearance, ...]:
        """Who has to be there live in an item."""
        return self.movement.people[item]

    def bearers(self, item: str) -> tuple[Bearer, ...]:
        """Who bears the minutes of an item: those who have to be there, and those who listen."""
        return (*self._speaking(item), *self._listening(item))

    def parties(self) -> tuple[Party, ...]:
        """The parties of the problem, in the order of the institutions; those whom nothing concerns are left out."""
        strains = self._strains()
        borne, sizes = self._borne(), self._sizes()
        return tuple(
            Party(slug, sizes[slug], FrozenMap(strains.get(slug, {})), borne[slug])
            for slug in self.movement.week.institutions
            if sizes[slug]
        )

    def appearing(self) -> Mapping[str, int]:
        """How many live appearances the people of each institution have, those that do not move included."""
        found: defaultdict[str, int] = defaultdict(int)
        for item in self._counted:
            for one in self.appearances(item):
                for house in one.houses:
                    found[house] += 1
        return found

    def _speaking(self, item: str) -> Iterator[Bearer]:
        for one in self.appearances(item):
            for house, zone in zip(one.houses, one.zones, strict=True):
                yield Bearer(house, zone, self.scale // len(one.houses))

    def _listening(self, item: str) -> Iterator[Bearer]:
        week = self.movement.week
        heard = week.items[item]
        if heard.status.takes_place and heard.kind not in UNHEARD:
            for wish in week.wishes.listeners:
                if wish.symposium in (None, _symposium(week, item)) and wish.institution in week.institutions:
                    zone = week.institutions[wish.institution].zone
                    yield Bearer(wish.institution, zone, wish.weight * self.scale)

    def _strains(self) -> Mapping[str, dict[str, Strain]]:
        """What each slot costs, by institution and talk; the same strain is one object, however many talks have it."""
        found: defaultdict[str, dict[str, Strain]] = defaultdict(dict)
        known: dict[tuple[tuple[str, int], ...], Strain] = {}
        for group in self.movement.groups:
            for run in group.runs:
                for institution, clocks in self._clocks(run.head).items():
                    if clocks not in known:
                        known[clocks] = self._strain(clocks)
                    if known[clocks]:
                        found[institution][run.head] = known[clocks]
        return found

    def _clocks(self, item: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """By how many parts of each clock each institution bears an item."""
        found: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        for institution, zone, parts in self.bearers(item):
            found[institution][zone] += parts
        return {institution: tuple(sorted(clocks.items())) for institution, clocks in found.items()}

    def _strain(self, clocks: tuple[tuple[str, int], ...]) -> Strain:
        """What each slot of a block costs by several clocks, each so many times; blocks that cost nothing left out."""
        found = {}
        for block in self.grid.blocks:
            columns = [[parts * weight for weight in self._weights(zone, block)] for zone, parts in clocks]
            slots = tuple(map(sum, zip(*columns, strict=True)))
            if any(slots):
                found[block] = slots
        return FrozenMap(found)

    def _weights(self, zone: str, block: str) -> tuple[int, ...]:
        return slot_weights(zone, self.grid.starts[block], self.grid.slots[block], self.grid.unit)

    def _borne(self) -> Mapping[str, int]:
        """What each institution bears of the items that stay where they are."""
        found: defaultdict[str, int] = defaultdict(int)
        for placed in self.movement.fixed_items:
            for institution, zone, parts in self.bearers(placed.item):
                found[institution] += parts * weight_between(zone, placed.start, placed.end)
        return found

    def _sizes(self) -> Mapping[str, int]:
        """How many parts each institution takes, in `scale` parts each: its mean is its burden divided by this."""
        found: defaultdict[str, int] = defaultdict(int)
        for item in self._counted:
            for institution, _, parts in self.bearers(item):
                found[institution] += parts
        return found

    @cached_property
    def _counted(self) -> tuple[str, ...]:
        """The items that take time, and have one or are given one."""
        planned = (run.head for group in self.movement.groups for run in group.runs)
        fixed = (placed.item for placed in self.movement.fixed_items if placed.start < placed.end)
        return (*planned, *fixed)


def _symposium(week: Week, item: str) -> str | None:
    """The symposium to which an item belongs, by itself or by its session."""
    own = week.items[item].symposium
    session = week.sessions.get(week.items[item].session or "")
    return own if own is not None or session is None else session.symposium
