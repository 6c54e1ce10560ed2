"""A timetable laid out over its problem, as one sees it on a wall: block by block, room by room, slot by slot."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kakehashi.planner.places import Slot
from kakehashi.planner.problem import Problem, Talk, Track
from kakehashi.planner.solution import Solution


class Named(NamedTuple):
    """A cell that names a track."""

    block: str
    room: str
    track: Track


class Held(NamedTuple):
    """A slot that holds a talk."""

    slot: Slot
    talk: Talk


@dataclass(frozen=True)
class Table:
    """What every term looks at. Raises `KeyError` for names that the problem does not have."""

    problem: Problem
    solution: Solution

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The cells that name a track, in no order."""
        return tuple(Named(*cell, self.problem.track[track]) for cell, track in self.solution.tracks.items())

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The slots that hold a talk, by block, room and slot; one with several, as no file can tell, once for each."""
        held = [Held(slot, self.problem.talk[name]) for name, slots in self.solution.slots.items() for slot in slots]
        return tuple(sorted(held, key=lambda one: self._position(one.slot)))

    @cached_property
    def block_index(self) -> Mapping[str, int]:
        """The place of each block in time, from 0."""
        return {block.name: index for index, block in enumerate(self.problem.blocks)}

    @cached_property
    def _room_index(self) -> Mapping[str, int]:
        return {room.name: index for index, room in enumerate(self.problem.rooms)}

    def _position(self, slot: Slot) -> tuple[int, int, int]:
        return self.block_index[slot.block], self._room_index[slot.room], slot.number
