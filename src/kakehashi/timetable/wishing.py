"""What the wishes of a week cost where they are not met."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import lcm

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Resource
from kakehashi.planner.problem import FREE, Costs
from kakehashi.timetable.grid import Grid
from kakehashi.timetable.moving import Group, Movement, Run

APART = 100
"""What it costs when two sessions, or a symposium and a session, run at once that should not: the strongest wish."""
ANOTHER_ROOM = 5
"""What it costs when a session leaves its room: enough that none does without a reason."""
FINEST = 840
"""Costs of talks are counted in parts of a point, of which there are at most so many: they are given by the slot."""


@dataclass(frozen=True)
class Costing:
    """The wishes of a week as costs, none of them below 0: a wish that is met costs nothing.

    A wish of weight 10 that is not met costs 10 points, for a session as for an item, however long that is. `parts` is
    how many parts a point has in all costs. A wish for a room in a block is one for the block and one for the room.
    """

    movement: Movement
    grid: Grid
    slots: Mapping[str, int]

    @cached_property
    def parts(self) -> int:
        """How many parts a point has: as many as divide among the slots of every talk that a wish speaks of."""
        wished = self.movement.items_named(one.of for one in self.movement.week.wishes.preferences)
        lengths = (self.slots[run.head] for run in self._runs if wished & set(run.items))
        return min(lcm(*lengths), FINEST)

    def of_group(self, group: Group, where: str) -> Costs:
        """What the sessions of a group cost in each block (`where` is "block") or room, each time that one is there."""
        symposia = {self.movement.week.sessions[slug].symposium for slug in group.sessions}
        costs = self._costs((*group.sessions, *filter(None, symposia)), where, self.parts)
        if where == "room":
            return self._leaving(group, costs)
        beside = self._beside_the_fixed(group)
        blocks = (block for block in self.grid.blocks if block in costs or block in beside)
        return FrozenMap({block: costs.get(block, 0) + beside.get(block, 0) for block in blocks})

    def of_run(self, run: Run, where: str) -> Costs:
        """What each slot of a run costs in each block or room."""
        return self._costs(self.movement.items_named(run.items), where, -(-self.parts // self.slots[run.head]))

    def similar(self) -> Mapping[tuple[str, str], int]:
        """What it costs when sessions of two tracks run at once."""
        found: dict[tuple[str, str], int] = {}
        for names in self.movement.week.wishes.apart:
            for one, other in combinations(self._tracks_named(names), 2):
                found[one, other] = APART * self.parts
        return FrozenMap(found)

    def one_at_a_time(self) -> tuple[Resource, ...]:
        """Items that must not run at the same time, as a resource of which there is one."""
        found = []
        for number, names in enumerate(self.movement.week.wishes.apart):
            items = self.movement.items_named(names)
            talks = frozenset(run.head for run in self._runs if items & set(run.items))
            if len(talks) > 1:
                found.append(Resource(f"apart-{number + 1}", 1, talks))
        return tuple(found)

    def _leaving(self, group: Group, costs: Costs) -> Costs:
        """The costs of rooms, with what it costs to be in none of those in which the sessions of a group are now."""
        rooms = self.movement.week.rooms
        now = {self.movement.week.sessions[slug].room for slug in group.sessions} & set(rooms)
        if not now:
            return costs
        leaving = {room: 0 if room in now else ANOTHER_ROOM * self.parts for room in rooms}
        return FrozenMap({room: costs.get(room, 0) + leaving[room] for room in rooms if room in costs or leaving[room]})

    def _tracks_named(self, names: tuple[str, ...]) -> Iterator[str]:
        sessions = self.movement.week.sessions
        for group in self.movement.groups:
            own = {*group.sessions, *(sessions[slug].symposium for slug in group.sessions)}
            if own & set(names):
                yield group.name

    def _beside_the_fixed(self, group: Group) -> Mapping[str, int]:
        """What the blocks cost in which a session stays that should not run at once with those of the group."""
        week, found = self.movement.week, defaultdict[str, int](int)
        for names in week.wishes.apart:
            if group.name not in self._tracks_named(names):
                continue
            for span in self.movement.fixed_sessions:
                if {span.session, week.sessions[span.session].symposium} & set(names):
                    for block, _ in self.grid.met(span.start, span.end):
                        found[block] += APART * self.parts
        return found

    def _costs(self, of: Collection[str], where: str, parts: int) -> Costs:
        week = self.movement.week
        names = self.grid.blocks if where == "block" else tuple(week.rooms)
        liked = dict.fromkeys(names, 0)
        for wish in week.wishes.preferences:
            name = wish.block if where == "block" else wish.room
            if wish.of in of and name in liked:
                liked[name] += wish.weight
        best = max(liked.values(), default=0)
        return FrozenMap({name: (best - points) * parts for name, points in liked.items() if points < best}) or FREE

    @cached_property
    def _runs(self) -> tuple[Run, ...]:
        return tuple(run for group in self.movement.groups for run in group.runs)
