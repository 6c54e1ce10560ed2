"""What the model decides: which tracks stand in which cells, and which talks in which blocks.

Where in its block a talk stands is arranged afterwards (`searching.arranging`), so the model is a relaxation: it knows
every sound timetable, at a price that is never higher than its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.groups import Group, groups_of
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem


@dataclass(frozen=True)
class Variables:
    """The variables of a problem, by the numbers of tracks, blocks, rooms and groups.

    `cell[t, s, r]`: whether the cell names the track; `used[t, s]`: whether any of the block's does; `count[t, s]`: how
    many do. Of `roomless` variables there are no cells, only their `number`. `held[g, s]`: how many talks of a group
    stand in the block. `moment[name]`, of talks that follow others or are followed: how many slots come before, those
    of earlier blocks included. `most` limits the cells of a track in a block (a track has no more of them than talks
    either way). Several `levels` may be optimised one after another, of which `objective` weighs every term.
    """

    problem: Problem
    objective: Objective
    most: int
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    cell: dict[tuple[int, int, int], cp_model.IntVar] = field(default_factory=dict)
    used: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    held: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    moment: dict[str, cp_model.IntVar] = field(default_factory=dict)
    levels: tuple[Objective, ...] = ()
    roomless: bool = False
    number: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The talks, as far as they are told apart."""
        return groups_of(self.problem, self.objective, self.levels)

    @cached_property
    def groups_of_track(self) -> Mapping[int, tuple[int, ...]]:
        """The numbers of each track's groups."""
        found: dict[int, list[int]] = {track: [] for track in range(len(self.problem.tracks))}
        for number, group in enumerate(self.groups):
            found[group.track].append(number)
        return {track: tuple(numbers) for track, numbers in found.items()}

    @cached_property
    def group_of_talk(self) -> Mapping[str, int]:
        """The number of each talk's group."""
        return {name: number for number, group in enumerate(self.groups) for name in group.talks}

    @cached_property
    def most_of(self) -> tuple[int, ...]:
        """The most cells that each track can have in a block: no cell names it without one of its talks."""
        limit = min(self.most, len(self.problem.rooms))
        return tuple(min(limit, len(self.problem.talks_of[track.name])) for track in self.problem.tracks)

    @cached_property
    def opens(self) -> tuple[int, ...]:
        """How many slots come before each block."""
        return tuple(accumulate((block.slots for block in self.problem.blocks), initial=0))[:-1]

    @property
    def tracks(self) -> range:
        """Their numbers."""
        return range(len(self.problem.tracks))

    @property
    def blocks(self) -> range:
        """Their numbers."""
        return range(len(self.problem.blocks))

    @property
    def rooms(self) -> range:
        """Their numbers."""
        return range(len(self.problem.rooms))

    def count(self, track: int, block: int) -> cp_model.LinearExpr:
        """How many cells of a block name a track."""
        if self.roomless:
            return self.number[track, block]
        return cp_model.LinearExpr.sum([self.cell[track, block, room] for room in self.rooms])


def declare(made: Variables) -> None:
    """Gives variables to whatever is decided; those of talks in sequence come with that rule."""
    model = made.model
    for track in made.tracks:
        for block in made.blocks:
            made.used[track, block] = model.new_bool_var(f"used {track} {block}")
            if made.roomless:
                made.number[track, block] = model.new_int_var(0, made.most_of[track], f"number {track} {block}")
                continue
            for room in made.rooms:
                made.cell[track, block, room] = model.new_bool_var(f"cell {track} {block} {room}")
    for number, group in enumerate(made.groups):
        for block in made.blocks:
            top = group.size if block in group.blocks else 0
            made.held[number, block] = model.new_int_var(0, top, f"held {number} {block}")
    _tell_use(made)


def _tell_use(made: Variables) -> None:
    """A block is used by a track that any of its cells names, and by no other."""
    model = made.model
    for block in made.blocks:
        for track in made.tracks:
            count, used = made.count(track, block), made.used[track, block]
            if made.most_of[track] == 1:
                model.add(count == used)
                continue
            model.add(count >= used)
            model.add(count <= made.most_of[track] * used)
            for room in () if made.roomless else made.rooms:
                model.add_implication(made.cell[track, block, room], used)
