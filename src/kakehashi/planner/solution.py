"""A timetable as it was found or read: which slots each talk has, and which track each cell names. It has no prices."""

from collections.abc import Mapping
from dataclasses import dataclass

from kakehashi.frozen import FrozenMap
from kakehashi.planner.places import Cell, Place, Slot
from kakehashi.planner.problem import Problem


@dataclass(frozen=True)
class Solution:
    """The slots of each talk, in any order, and the track of each cell that names one.

    Whatever a file may say can be held: `planner.check` tells what of it is no timetable. `of` makes sound ones.
    """

    slots: Mapping[str, tuple[Slot, ...]]
    tracks: Mapping[Cell, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "slots", FrozenMap(self.slots))
        object.__setattr__(self, "tracks", FrozenMap(self.tracks))

    def __hash__(self) -> int:
        return hash((self.slots, self.tracks))

    @classmethod
    def of(cls, problem: Problem, places: Mapping[str, Place]) -> "Solution":
        """The timetable in which each of these talks begins at its place; each cell names the track of its talks."""
        slots = {
            name: tuple(Slot(at.block, at.room, at.first + step) for step in range(problem.talk[name].slots))
            for name, at in places.items()
        }
        return cls(slots, {(at.block, at.room): problem.talk[name].track for name, at in places.items()})

    def place(self, talk: str) -> Place:
        """Where a talk begins. Raises `KeyError` if it is nowhere."""
        first = min(self.slots[talk], key=lambda slot: slot.number)
        return Place(first.block, first.room, first.number)
