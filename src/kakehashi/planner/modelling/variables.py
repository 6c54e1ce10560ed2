"""What the model decides: which tracks stand in which cells, and which talks in which blocks.

Where in its block a talk stands is arranged afterwards (`searching.arranging`), so the model is a relaxation: it knows
every sound timetable, at a price that is never higher than its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.groups import Group, groups_of
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem


@dataclass(frozen=True)
class Variables:
    """The variables of a problem, by the numbers of tracks, blocks, rooms and groups.

    `cell[t, s, r]`: whether the cell names the track; `used[t, s]`: whether any of the block's does; `count[t, s]`: how
    many do. `held[g, s]`: how many talks of a group stand in the block. `most` limits the cells of a track in a block
    (a track has no more of them than talks either way).
    """

    problem: Problem
    objective: Objective
    most: int
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    cell: dict[tuple[int, int, int], cp_model.IntVar] = field(default_factory=dict)
    used: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    held: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The talks, as far as they are told apart."""
        return groups_of(self.problem, self.objective)

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
        return cp_model.LinearExpr.sum([self.cell[track, block, room] for room in self.rooms])


def declared(problem: Problem, objective: Objective, most: int) -> Variables:
    """The variables of a problem, and what holds of every sound timetable."""
    made = Variables(problem, objective, most)
    _declare(made)
    _every_talk_stands(made)
    _cells_hold_one_track(made)
    _talks_fit(made)
    return made


def _declare(made: Variables) -> None:
    model = made.model
    for track in made.tracks:
        for block in made.blocks:
            made.used[track, block] = model.new_bool_var(f"used {track} {block}")
            for room in made.rooms:
                made.cell[track, block, room] = model.new_bool_var(f"cell {track} {block} {room}")
    for number, group in enumerate(made.groups):
        for block in made.blocks:
            top = group.size if group.slots <= made.problem.blocks[block].slots else 0
            made.held[number, block] = model.new_int_var(0, top, f"held {number} {block}")


def _every_talk_stands(made: Variables) -> None:
    for number, group in enumerate(made.groups):
        made.model.add(sum(made.held[number, block] for block in made.blocks) == group.size)


def _cells_hold_one_track(made: Variables) -> None:
    model = made.model
    for block in made.blocks:
        for room in made.rooms:
            model.add_at_most_one(made.cell[track, block, room] for track in made.tracks)
        for track in made.tracks:
            count, used = made.count(track, block), made.used[track, block]
            if made.most_of[track] == 1:
                model.add(count == used)
            else:
                model.add(count >= used)
                model.add(count <= made.most_of[track] * used)
                for room in made.rooms:
                    model.add_implication(made.cell[track, block, room], used)


def _talks_fit(made: Variables) -> None:
    """Into the cells of their track, and no cell names a track without a talk. Long talks do not fit side by side."""
    model, blocks = made.model, made.problem.blocks
    for track in made.tracks:
        groups = made.groups_of_track[track]
        lengths = sorted({made.groups[g].slots for g in groups})
        for block in made.blocks:
            count, room = made.count(track, block), blocks[block].slots
            load = sum(made.groups[g].slots * made.held[g, block] for g in groups)
            model.add(load <= room * count)
            talks = sum(made.held[g, block] for g in groups)
            model.add(talks >= count)
            for length in lengths:
                if length > 1 and room % length:
                    long = sum(made.held[g, block] for g in groups if made.groups[g].slots >= length)
                    model.add(long <= (room // length) * count)
            for g in groups:
                if made.groups[g].size == 1:
                    model.add_implication(made.held[g, block], made.used[track, block])
