"""A week as a planner's problem, with what is needed to read its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from kakehashi.findings import Finding, Place
from kakehashi.planner import Objective, Ordered, Problem, Solution
from kakehashi.timetable.bearing import Bearing
from kakehashi.timetable.grid import Grid
from kakehashi.timetable.moving import Movement
from kakehashi.timetable.reading import changes_of
from kakehashi.week import Week

Changes: TypeAlias = Mapping[Place, str | int | None]
"""What a plan changes in a week, by the place in the document; `None` takes a value away."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a problem stand for.

    A talk is named for its item, and `talks` says which items go with it, in their order, itself included. A track is
    named for its session, or for the symposium whose sessions may take each other's place; `tracks` says for which.
    Blocks, rooms and parties have the slugs of blocks, rooms and institutions. `blocks` says when the first slot of
    each begins (UTC), `unit` how many minutes every slot has.
    """

    talks: Mapping[str, tuple[str, ...]]
    tracks: Mapping[str, tuple[str, ...]]
    blocks: Mapping[str, datetime]
    unit: int


@dataclass(frozen=True)
class Posed:
    """A problem, what it is to be solved for, what its names stand for, and what of the week is left out of it.

    `findings` are warnings: what is not planned although it has no time yet, blocks too close for a changeover. Burdens
    in the problem are counted in parts, of which `scale` make a whole minute; costs of wishes in parts of a point, of
    which there are `parts`.
    """

    week: Week
    problem: Problem
    objective: Objective | Ordered
    names: Names
    findings: tuple[Finding, ...]
    parts: int
    movement: Movement
    grid: Grid
    bearing: Bearing

    @property
    def scale(self) -> int:
        """How many parts of a burden make a weighed minute."""
        return self.bearing.scale

    def begins(self, solution: Solution, talk: str) -> datetime:
        """When a talk begins in a solution (UTC). Raises `KeyError` if it is nowhere."""
        place = solution.place(talk)
        return self.grid.begins(place.block, place.first)

    def read(self, solution: Solution) -> Changes:
        """What a sound solution changes in the week: blocks and rooms of sessions, sessions and orders of items."""
        return changes_of(self.week, self.movement.groups, solution)
