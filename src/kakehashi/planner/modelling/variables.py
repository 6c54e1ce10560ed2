"""What the model decides: which tracks stand in which cells, and which talks in which blocks.

Where in its block a talk stands is arranged afterwards (`searching.arranging`), so the model is a relaxation: it knows
every sound timetable, at a price that is never higher than its own.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, product

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.demands import sequences
from kakehashi.planner.modelling.groups import Group, groups_of
from kakehashi.planner.modelling.packing import weighed
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


def declared(problem: Problem, objective: Objective, most: int) -> Variables:
    """The variables of a problem, and what holds of every sound timetable."""
    return bound_to_rules(Variables(problem, objective, most))


def bound_to_rules(made: Variables) -> Variables:
    """These variables, declared, with what holds of every sound timetable."""
    _declare(made)
    _every_talk_stands(made)
    _cells_hold_one_track(made)
    _talks_fit(made)
    where_pinned(made)
    never_where_barred(made)
    in_sequence(made)
    within_resources(made)
    never_in_closed_cells(made)
    as_many_cells_as_sessions(made)
    nobody_in_two_places(made)
    return made


def _declare(made: Variables) -> None:
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


def _every_talk_stands(made: Variables) -> None:
    for number, group in enumerate(made.groups):
        made.model.add(sum(made.held[number, block] for block in made.blocks) == group.size)


def _cells_hold_one_track(made: Variables) -> None:
    model = made.model
    for block in made.blocks:
        if made.roomless:
            _cells_for_all(made, block)
        for room in () if made.roomless else made.rooms:
            model.add_at_most_one(made.cell[track, block, room] for track in made.tracks)
        for track in made.tracks:
            count, used = made.count(track, block), made.used[track, block]
            if made.most_of[track] == 1:
                model.add(count == used)
            else:
                model.add(count >= used)
                model.add(count <= made.most_of[track] * used)
                for room in () if made.roomless else made.rooms:
                    model.add_implication(made.cell[track, block, room], used)


def _cells_for_all(made: Variables, block: int) -> None:
    """The tracks that may only be in some rooms need no more cells than these have open, nor all than there are."""
    problem = made.problem
    open_rooms = {room.name for room in problem.rooms if (problem.blocks[block].name, room.name) not in problem.closed}
    allowed = [frozenset(open_rooms - track.barred_rooms) for track in problem.tracks]
    for rooms in dict.fromkeys([frozenset(open_rooms), *allowed]):
        within = [made.number[track, block] for track in made.tracks if allowed[track] <= rooms]
        made.model.add(sum(within) <= len(rooms))


def _talks_fit(made: Variables) -> None:
    """Into the cells of their track, and no cell names a track without a talk."""
    model = made.model
    for track in made.tracks:
        groups = made.groups_of_track[track]
        for block in made.blocks:
            count = made.count(track, block)
            _fit(made, groups, block, count)
            model.add(sum(made.held[g, block] for g in groups) >= count)
            for g in groups:
                if made.groups[g].size == 1:
                    model.add_implication(made.held[g, block], made.used[track, block])
        # Known already, block by block; of the whole the solver sees that cells are whole numbers.
        load = sum(made.groups[g].slots * made.groups[g].size for g in groups)
        model.add(sum(made.problem.blocks[s].slots * made.count(track, s) for s in made.blocks) >= load)


def _fit(made: Variables, groups: Collection[int], block: int, abreast: cp_model.LinearExprT) -> None:
    """So many cells of a block, or so many things that talks need, are enough. Long talks do not fit side by side."""
    slots = made.problem.blocks[block].slots
    load = sum(made.groups[g].slots * made.held[g, block] for g in groups)
    made.model.add(load <= slots * abreast)
    lengths = {g: made.groups[g].slots for g in groups}
    for parts in sorted({slots // length + 1 for length in lengths.values() if length > 1}):
        # In one cell no more than this fits, weighed so (dual feasible functions: Fekete and Schepers, 2001).
        most = slots * (parts - 1)
        weights = {g: weighed(length, slots, parts) for g, length in lengths.items()}
        if any(
            weight > length * (parts - 1) for weight, length in zip(weights.values(), lengths.values(), strict=True)
        ):
            made.model.add(sum(weight * made.held[g, block] for g, weight in weights.items()) <= most * abreast)


def where_pinned(made: Variables) -> None:
    """Each talk that is pinned is in its block, as `Group.blocks` has it; those in the same slot need a cell each."""
    needed: Counter[tuple[int, int, int]] = Counter()
    for group in made.groups:
        if group.first is not None:
            for slot in range(group.first, group.first + group.slots):
                needed.update({(group.track, block, slot): group.size for block in group.blocks})
    for (track, block, _), cells in needed.items():
        made.model.add(made.count(track, block) >= cells)


def never_where_barred(made: Variables) -> None:
    """No talk is in a block that is barred, as `Group.blocks` has it; those that are barred from rooms fit the others.

    No cell names a track of which no talk may stand there.
    """
    model = made.model
    for track in made.tracks:
        groups = made.groups_of_track[track]
        allowed = {(made.groups[g].blocks, made.groups[g].rooms) for g in groups}
        open_cells = {(block, room) for blocks, rooms in allowed for block in blocks for room in rooms}
        for block, room in product(made.blocks, () if made.roomless else made.rooms):
            if (block, room) not in open_cells:
                model.add(made.cell[track, block, room] == 0)
        if made.roomless:
            continue
        for rooms in dict.fromkeys(made.groups[g].rooms for g in groups):
            if len(rooms) < len(made.rooms):
                those = [g for g in groups if made.groups[g].rooms <= rooms]
                for block in made.blocks:
                    cells = cp_model.LinearExpr.sum([made.cell[track, block, room] for room in sorted(rooms)])
                    _fit(made, those, block, cells)
                    for g in those:
                        if made.groups[g].size == 1:
                            model.add(made.held[g, block] <= cells)


def in_sequence(made: Variables) -> None:
    """Each talk begins when those that it follows have ended, by `moment`; and so it is in no earlier block."""
    pairs = sequences(made.problem)
    last = sum(block.slots for block in made.problem.blocks)
    for name in dict.fromkeys(name for pair in pairs for name in pair):
        number = made.group_of_talk[name]
        group = made.groups[number]
        moment = made.moment[name] = made.model.new_int_var(0, last, f"moment {name}")
        for block in sorted(group.blocks):
            opens, top = made.opens[block], made.problem.blocks[block].slots - group.slots
            low, high = (0, top) if group.first is None else (group.first, group.first)
            within = made.model.add_linear_constraint(moment, opens + low, opens + high)
            within.only_enforce_if(made.held[number, block])
    for earlier, later in pairs:
        length = made.problem.talk[earlier].slots
        made.model.add(made.moment[later] >= made.moment[earlier] + length)
        first, second = made.group_of_talk[earlier], made.group_of_talk[later]
        for block in made.blocks:
            until = range(block + 1)
            made.model.add(sum(made.held[second, b] for b in until) <= sum(made.held[first, b] for b in until))


def within_resources(made: Variables) -> None:
    """The talks that need a resource fit a block as if there were so many rooms as there is of it."""
    for number, resource in enumerate(made.problem.resources):
        groups = [g for g, group in enumerate(made.groups) if number in group.resources]
        for block in made.blocks if groups else ():
            _fit(made, groups, block, resource.amount)


def never_in_closed_cells(made: Variables) -> None:
    """No closed cell names a track."""
    for (_, block, room), named in made.cell.items():
        if (made.problem.blocks[block].name, made.problem.rooms[room].name) in made.problem.closed:
            made.model.add(named == 0)


def as_many_cells_as_sessions(made: Variables) -> None:
    """No track is named by more cells than it may have."""
    for number, track in enumerate(made.problem.tracks):
        if track.most_cells is not None:
            made.model.add(sum(made.count(number, block) for block in made.blocks) <= track.most_cells)


def nobody_in_two_places(made: Variables) -> None:
    """Who chairs does so in one cell of a block, and presents in no cell of another track there.

    That nobody presents two talks in one slot is known to `runs`.
    """
    tracks = made.problem.tracks
    for person in sorted(made.problem.alone):
        chaired = [number for number, track in enumerate(tracks) if person in track.chairs]
        presented = [talk for talk in made.problem.talks if person in talk.presenters] if chaired else []
        for block in made.blocks if chaired else ():
            made.model.add(sum(made.count(track, block) for track in chaired) <= 1)
            for talk in presented:
                held = made.held[made.group_of_talk[talk.name], block]
                others = [track for track in chaired if tracks[track].name != talk.track]
                made.model.add(held + sum(made.count(track, block) for track in others) <= 1)
