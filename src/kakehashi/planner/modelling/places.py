"""The model down to the slot, where each talk begins: exact for every term, and too large for many talks."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations, permutations
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.demands import first_of, starts_of
from kakehashi.planner.modelling.groups import (
    attendee_conflicts,
    chair_conflicts,
    presenter_conflicts,
)
from kakehashi.planner.modelling.runs import Runs
from kakehashi.planner.modelling.terms import TERMS, Cost, own_costs
from kakehashi.planner.modelling.variables import Variables
from kakehashi.planner.objective import Objective, Term
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
        in_sequence(self)
        within_resources(self)

    def _declare(self) -> None:
        problem, model = self.made.problem, self.model
        filling: defaultdict[tuple[int, int, int, int], list[cp_model.IntVar]] = defaultdict(list)
        for talk in problem.talks:
            track = self.made.groups[self.made.group_of_talk[talk.name]].track
            own = self.begins[talk.name] = {}
            # `where_pinned` and `never_where_barred` as the checker has them: there is no other place to begin at.
            for block, room, first in starts_of(problem, talk):
                begins = own[block, room, first] = model.new_bool_var(f"{talk.name} {block} {room} {first}")
                for slot in range(first, first + talk.slots):
                    filling[track, block, room, slot].append(begins)
            model.add_exactly_one(own.values())
        for (track, block, room, _), begun in filling.items():
            model.add(_total(begun) <= self.made.cell[track, block, room])
        for (track, block, room), named in self.made.cell.items():
            talks = problem.talks_of[problem.tracks[track].name]
            model.add(_total([self.at(talk.name, block, room) for talk in talks]) >= named)
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
    """Ties places to runs: as many talks of a group begin at a moment, whatever their rooms. Gaps are a room's own."""
    groups = places.made.groups
    for number, group in enumerate(groups):
        found: defaultdict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for name in group.talks:
            for (block, _, first), begun in places.begins[name].items():
                found[block, first].append(begun)
        for at in found.keys() | runs.begins[number].keys():
            places.model.add(_total(found[at]) == runs.begins[number].get(at, 0))
    if places.made.problem.unbroken:
        without_gaps(places)


def without_gaps(places: Places) -> None:
    """Each talk that is not pinned to a slot begins its session, or when another talk of its cell ends."""
    ending: defaultdict[Start, list[cp_model.IntVar]] = defaultdict(list)
    for name, begins in places.begins.items():
        for (block, room, first), begun in begins.items():
            ending[block, room, first + places.made.problem.talk[name].slots].append(begun)
    for name, begins in places.begins.items():
        for at, begun in begins.items() if first_of(places.made.problem.talk[name]) is None else ():
            if at[2] > 0:
                places.model.add(begun <= _total(ending[at]))


def talk_rooms(places: Places) -> Cost:
    """Each slot of a talk costs what the talk costs in its room."""
    names = {room.name: number for number, room in enumerate(places.made.problem.rooms)}
    return _total(
        [
            talk.slots * cost * places.at(talk.name, block, names[room])
            for talk in places.made.problem.talks
            for room, cost in talk.room_costs.items()
            if cost
            for block in places.made.blocks
        ]
    )


def similar_tracks(places: Places) -> Cost:
    """Each two cells of a block whose tracks are similar cost what the pair does."""
    number = {track.name: place for place, track in enumerate(places.made.problem.tracks)}
    return _total(
        [
            cost * both
            for (one, other), cost in places.made.problem.similar.items()
            if cost and one != other
            for both in _cells_at_once(places, number[one], number[other])
        ]
    )


def chairs(places: Places) -> Cost:
    """Each two cells of a block whose tracks share a chair cost 1."""
    pairs = sorted(chair_conflicts(places.made.problem))
    return _total([both for pair in pairs for both in _cells_at_once(places, *pair)])


def _cells_at_once(places: Places, one: int, other: int) -> Iterator[Cost]:
    cell = places.made.cell
    for block in places.made.blocks:
        for here, there in permutations(places.made.rooms, 2):
            yield places.both(cell[one, block, here], cell[other, block, there])


def presenters_block(places: Places) -> Cost:
    """Each two talks of a block in different rooms, of which nobody can hold both, cost 1."""
    return _apart(places, list(presenter_conflicts(places.made.problem)))


def attendees_block(places: Places) -> Cost:
    """Each two talks of a block in different rooms, of which somebody cannot hear both, cost 1."""
    return _apart(places, list(attendee_conflicts(places.made.problem)))


def _apart(places: Places, pairs: Collection[tuple[str, str]]) -> Cost:
    rooms = places.made.rooms
    found = []
    for one, other in pairs:
        for block in places.made.blocks:
            here, there = (_total([places.at(name, block, room) for room in rooms]) for name in (one, other))
            together = [places.both(places.at(one, block, room), places.at(other, block, room)) for room in rooms]
            found.append(places.both(here, there) - _total(together))
    return _total(found)


def presenters_slot(places: Places) -> Cost:
    """Each slot that two talks fill of which nobody can hold both costs 1."""
    return _overlapping(places, list(presenter_conflicts(places.made.problem)))


def attendees_slot(places: Places) -> Cost:
    """Each slot that two talks fill of which somebody cannot hear both costs 1."""
    return _overlapping(places, list(attendee_conflicts(places.made.problem)))


def _overlapping(places: Places, pairs: Collection[tuple[str, str]]) -> Cost:
    return _total(
        [
            places.both(places.fills(one, block, slot), places.fills(other, block, slot))
            for one, other in pairs
            for block in places.made.blocks
            for slot in range(places.made.problem.blocks[block].slots)
        ]
    )


def talk_order(places: Places) -> Cost:
    """A talk that does not stand at its place in its track costs 1, and so does a slot that two with a place fill.

    The talks of a track are listed block by block, room by room, slot by slot, and counted from 1.
    """
    found = []
    for talks in places.made.problem.talks_of.values():
        ordered = [talk for talk in talks if talk.order]
        found.append(_overlapping(places, [(one.name, other.name) for one, other in combinations(ordered, 2)]))
        for talk in ordered:
            earlier = [_listed_before(places, other.name, talk.name) for other in talks if other is not talk]
            met = places.model.new_bool_var("")
            place = talk.order - 1
            places.model.add(_total(earlier) == place).only_enforce_if(met)
            found.append(1 - met)
    return _total(found)


def _listed_before(places: Places, one: str, other: str) -> cp_model.IntVar:
    before = places.model.new_bool_var("")
    first, second = _listing(places, one), _listing(places, other)
    places.model.add(first + 1 <= second).only_enforce_if(before)
    places.model.add(second + 1 <= first).only_enforce_if(~before)
    return before


def _listing(places: Places, talk: str) -> Cost:
    """A number that grows from block to block, from room to room, from slot to slot."""
    made = places.made
    longest = max(block.slots for block in made.problem.blocks)
    rooms = len(made.problem.rooms)
    return _total(
        [
            ((block * rooms + room) * longest + first) * begins
            for (block, room, first), begins in places.begins[talk].items()
            if block or room or first
        ]
    )


EXACT: Mapping[Term, Callable[[Places], Cost]] = {
    Term.SIMILAR_TRACKS: similar_tracks,
    Term.TALK_ORDER: talk_order,
    Term.TALK_ROOMS: talk_rooms,
    Term.PRESENTERS_BLOCK: presenters_block,
    Term.ATTENDEES_BLOCK: attendees_block,
    Term.CHAIRS: chairs,
    Term.PRESENTERS_SLOT: presenters_slot,
    Term.ATTENDEES_SLOT: attendees_slot,
}
"""The terms of which the model of cells and blocks knows a part at most."""


def exact_objective(places: Places, objective: Objective) -> Cost:
    """The weighted sum of all terms, as it is."""
    weighed = []
    for term, weight in objective:
        if term in EXACT:
            weighed.append(weight * EXACT[term](places))
        elif term in TERMS:
            weighed.append(weight * TERMS[term](places.made))
    return _total([*weighed, *own_costs(places.made, objective)])
