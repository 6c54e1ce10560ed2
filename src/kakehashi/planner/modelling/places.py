"""The model down to the slot, where each talk begins: exact for every term, and too large for many talks."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.demands import first_of, starts_of
from kakehashi.planner.modelling.runs import Runs
from kakehashi.planner.modelling.terms import Cost
from kakehashi.planner.modelling.variables import Variables
from kakehashi.planner.problem import Problem

Start: TypeAlias = tuple[int, int, int]
"""The numbers of a block, a room and a first slot."""
_total = cp_model.LinearExpr.sum


def starts(problem: Problem) -> int:
    """How many places there are for all talks together: the size of this model."""
    return sum(
        max(0, block.slots - talk.slots + 1) * len(problem.rooms) for talk in problem.talks for block in problem.blocks
    )


class Places:
    """The places of all talks, tied to the variables that know only their blocks."""

    def __init__(self, made: Variables) -> None:
        self.made = made
        self.model = made.model
        self.begins: dict[str, dict[Start, cp_model.IntVar]] = {}
        self._at: dict[tuple[str, int, int], Cost] = {}
        self._fills: dict[tuple[str, int, int], Cost] = {}
        self._declare()
        for rule in RULES:
            rule(self)

    def _declare(self) -> None:
        problem, model = self.made.problem, self.model
        for talk in problem.talks:
            own = self.begins[talk.name] = {}
            for block, room, first in starts_of(problem, talk):
                own[block, room, first] = model.new_bool_var(f"{talk.name} {block} {room} {first}")
        for number, group in enumerate(self.made.groups):
            for block in self.made.blocks:
                there = [self.at(name, block, room) for name in group.talks for room in self.made.rooms]
                model.add(_total(there) == self.made.held[number, block])

    def at(self, talk: str, block: int, room: int) -> Cost:
        """Whether a talk stands in a cell."""
        key = (talk, block, room)
        if key not in self._at:
            own = self.begins[talk]
            self._at[key] = _total([begins for start, begins in own.items() if start[:2] == (block, room)])
        return self._at[key]

    def fills(self, talk: str, block: int, slot: int) -> Cost:
        """Whether a talk fills a slot of a block, in whatever room."""
        key = (talk, block, slot)
        if key not in self._fills:
            length = self.made.problem.talk[talk].slots
            covering = range(slot - length + 1, slot + 1)
            own = self.begins[talk]
            self._fills[key] = _total([b for start, b in own.items() if start[0] == block and start[2] in covering])
        return self._fills[key]

    def both(self, one: Cost, other: Cost) -> Cost:
        """Whether two things hold that are 0 or 1."""
        found = self.model.new_bool_var("")
        self.model.add(found >= one + other - 1)
        self.model.add(found <= one)
        self.model.add(found <= other)
        return found


def every_talk_placed(places: Places) -> None:
    """Every talk begins at one of the places that it may begin at."""
    for begins in places.begins.values():
        places.model.add_exactly_one(begins.values())


def one_talk_in_a_slot(places: Places) -> None:
    """No slot of a cell holds two talks of the track that the cell names, and none of any other: `under_its_track`."""
    made = places.made
    filling: defaultdict[tuple[int, int, int, int], list[cp_model.IntVar]] = defaultdict(list)
    for name, begins in places.begins.items():
        group = made.groups[made.group_of_talk[name]]
        for (block, room, first), begun in begins.items():
            for slot in range(first, first + group.slots):
                filling[group.track, block, room, slot].append(begun)
    for (track, block, room, _), those in filling.items():
        places.model.add(_total(those) <= made.cell[track, block, room])


def no_track_without_talks(places: Places) -> None:
    """Every cell that names a track holds a talk of it."""
    problem = places.made.problem
    for (track, block, room), named in places.made.cell.items():
        talks = problem.talks_of[problem.tracks[track].name]
        places.model.add(_total([places.at(talk.name, block, room) for talk in talks]) >= named)


def in_sequence(places: Places) -> None:
    """Each talk begins when those that it follows have ended: their moments, which keep to this, are what they are."""
    opens = places.made.opens
    for name, moment in places.made.moment.items():
        begins = places.begins[name].items()
        places.model.add(moment == _total([(opens[block] + first) * begun for (block, _, first), begun in begins]))


def within_resources(places: Places) -> None:
    """Of the talks that need a resource, no more fill the same slot of a block than there is of it."""
    for resource in places.made.problem.resources:
        talks = [talk.name for talk in places.made.problem.talks if talk.name in resource.talks]
        for block in places.made.blocks if len(talks) > resource.amount else ():
            for slot in range(places.made.problem.blocks[block].slots):
                places.model.add(_total([places.fills(name, block, slot) for name in talks]) <= resource.amount)


def along(places: Places, runs: Runs) -> None:
    """Ties places to runs: as many talks of a group begin at a moment, whatever their rooms."""
    groups = places.made.groups
    for number, group in enumerate(groups):
        found: defaultdict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for name in group.talks:
            for (block, _, first), begun in places.begins[name].items():
                found[block, first].append(begun)
        for at in found.keys() | runs.begins[number].keys():
            places.model.add(_total(found[at]) == runs.begins[number].get(at, 0))


def without_gaps(places: Places) -> None:
    """In an unbroken problem each talk not pinned to a slot begins its session, or when another of its cell ends."""
    if not places.made.problem.unbroken:
        return
    ending: defaultdict[Start, list[cp_model.IntVar]] = defaultdict(list)
    for name, begins in places.begins.items():
        for (block, room, first), begun in begins.items():
            ending[block, room, first + places.made.problem.talk[name].slots].append(begun)
    for name, begins in places.begins.items():
        for at, begun in begins.items() if first_of(places.made.problem.talk[name]) is None else ():
            if at[2] > 0:
                places.model.add(begun <= _total(ending[at]))


RULES: tuple[Callable[[Places], None], ...] = (
    every_talk_placed,
    one_talk_in_a_slot,
    no_track_without_talks,
    in_sequence,
    within_resources,
    without_gaps,
)
"""The rules that places add to those of blocks, in the checker's order."""
