"""The talks of one block, seated by CP-SAT: where tracks have several cells, talks should not overlap, or a demand says
when they begin.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.sat.python import cp_model

from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Block, Problem, Talk

_EFFORT = 0.5
"""Deterministic seconds for one block: most are proven in hundredths of one."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """The talks of a track in a block, and its rooms there; `before` of the track's talks stand in earlier blocks."""

    track: str
    rooms: tuple[str, ...]
    talks: tuple[str, ...]
    before: int


@dataclass(frozen=True, slots=True)
class Friction:
    """What pairs of talks cost: `apart` if two of one track stand in different rooms, `in_slot` for each slot that both
    fill. `poured` are places to begin with.
    """

    apart: Mapping[tuple[str, str], int]
    in_slot: Mapping[tuple[str, str], int]
    poured: Mapping[str, Place]


def seated(
    problem: Problem,
    objective: Objective,
    block: Block,
    sittings: Sequence[Sitting],
    friction: Friction,
    seconds: float | None = None,
) -> Mapping[str, Place] | None:
    """The best places of a block's talks, or good ones; `None` where they do not fit, or none were found in time.

    With 0 seconds any places, whatever they cost.
    """
    seats = _Seats(problem, objective, block.slots, sittings)
    seats.declare()
    seats.where_pinned()
    seats.never_where_barred()
    seats.in_sequence()
    seats.within_resources()
    if seconds != 0:
        seats.count_apart(friction.apart)
        seats.count_clashes(friction.in_slot)
        seats.count_order()
        seats.count_rooms()
        seats.model.minimize(cp_model.LinearExpr.sum(seats.costs))
    for name in sorted(seats.start.keys() & friction.poured.keys()):
        seats.model.add_hint(seats.start[name], friction.poured[name].first)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    # It would take the handler of the program away.
    solver.parameters.catch_sigint_signal = False
    solver.parameters.max_deterministic_time = _EFFORT
    if seconds:
        solver.parameters.max_time_in_seconds = seconds
    if solver.solve(seats.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return {
        name: Place(block.name, room, solver.value(seats.start[name]))
        for sitting in sittings
        for name in sitting.talks
        for room in sitting.rooms
        if solver.value(seats.at[name, room])
    }


class _Seats:
    """The model of one block. A talk has a room (`at`), a first slot (`start`), and slots that it fills (`fills`)."""

    def __init__(self, problem: Problem, objective: Objective, slots: int, sittings: Sequence[Sitting]) -> None:
        self.model = cp_model.CpModel()
        self.at: dict[tuple[str, str], cp_model.IntVar] = {}
        self.start: dict[str, cp_model.IntVar] = {}
        self.costs: list[cp_model.LinearExprT | int] = []
        self._problem, self._objective, self._slots, self._sittings = problem, objective, slots, sittings
        self._fills: dict[tuple[str, int], cp_model.IntVar] = {}
        self._listed: dict[tuple[str, str], cp_model.IntVar] = {}

    def declare(self) -> None:
        """Every talk in one of its track's rooms, none over another, and in each room at least one."""
        model = self.model
        for sitting in self._sittings:
            for name in sitting.talks:
                length = self._problem.talk[name].slots
                self.start[name] = model.new_int_var(0, self._slots - length, f"start {name}")
                for room in sitting.rooms:
                    self.at[name, room] = model.new_bool_var(f"at {name} {room}")
                model.add_exactly_one(self.at[name, room] for room in sitting.rooms)
            for room in sitting.rooms:
                model.add_at_least_one(self.at[name, room] for name in sitting.talks)
                model.add_no_overlap(
                    model.new_optional_fixed_size_interval_var(
                        self.start[name], self._problem.talk[name].slots, self.at[name, room], f"in {name} {room}"
                    )
                    for name in sitting.talks
                )

    def where_pinned(self) -> None:
        """Each talk that is pinned in its room and at its slot, as far as its pin names them."""
        for talk, rooms in self._talks():
            if talk.pinned is not None and talk.pinned.first is not None:
                self.model.add(self.start[talk.name] == talk.pinned.first)
            if talk.pinned is not None and talk.pinned.room is not None:
                self._keep_out(talk, [room for room in rooms if room != talk.pinned.room])

    def never_where_barred(self) -> None:
        """No talk in a room that is barred for it or for its track."""
        for talk, rooms in self._talks():
            barred = talk.barred_rooms | self._problem.track[talk.track].barred_rooms
            self._keep_out(talk, [room for room in rooms if room in barred])

    def _talks(self) -> Iterator[tuple[Talk, tuple[str, ...]]]:
        for sitting in self._sittings:
            yield from ((self._problem.talk[name], sitting.rooms) for name in sitting.talks)

    def _keep_out(self, talk: Talk, rooms: Sequence[str]) -> None:
        for room in rooms:
            self.model.add(self.at[talk.name, room] == 0)

    def in_sequence(self) -> None:
        """Each talk after those of the block that it follows; what it follows elsewhere stands in earlier blocks."""
        for talk, _ in self._talks():
            for earlier in sorted(talk.after & self.start.keys()):
                length = self._problem.talk[earlier].slots
                self.model.add(self.start[talk.name] >= self.start[earlier] + length)

    def within_resources(self) -> None:
        """Of the talks that need a resource, no more at once than there is of it."""
        for resource in self._problem.resources:
            talks = [talk for talk, _ in self._talks() if talk.name in resource.talks]
            if len(talks) > resource.amount:
                spans = [
                    self.model.new_fixed_size_interval_var(self.start[talk.name], talk.slots, f"span {talk.name}")
                    for talk in talks
                ]
                self.model.add_cumulative(spans, [1] * len(spans), resource.amount)

    def count_apart(self, apart: Mapping[tuple[str, str], int]) -> None:
        """Talks of one track in different rooms; those of different tracks are apart whatever is done here."""
        for sitting in self._sittings:
            for one, other in combinations(sitting.talks, 2):
                cost = apart.get((one, other)) or apart.get((other, one))
                if cost and len(sitting.rooms) > 1:
                    self.costs.append(cost * self._parted(one, other, sitting.rooms))

    def _parted(self, one: str, other: str, rooms: Sequence[str]) -> cp_model.IntVar:
        parted = self.model.new_bool_var(f"parted {one} {other}")
        for room in rooms:
            self.model.add(parted >= self.at[one, room] - self.at[other, room])
        return parted

    def count_clashes(self, clashing: Mapping[tuple[str, str], int]) -> None:
        """Slots in which two talks overlap that should not."""
        for (one, other), cost in clashing.items():
            self._overlap(one, other, cost)

    def _overlap(self, one: str, other: str, cost: int) -> None:
        for slot in range(self._slots):
            both = self.model.new_bool_var(f"both {one} {other} {slot}")
            self.model.add(both >= self._filling(one, slot) + self._filling(other, slot) - 1)
            self.costs.append(cost * both)

    def _filling(self, name: str, slot: int) -> cp_model.IntVar:
        """Whether a talk fills a slot: whether it begins in it or so few slots before it that it still goes on."""
        if (name, slot) not in self._fills:
            length, top = self._problem.talk[name].slots, self._slots - self._problem.talk[name].slots
            firsts = cp_model.Domain.from_intervals([[max(0, slot - length + 1), min(slot, top)]])
            fills = self._fills[name, slot] = self.model.new_bool_var(f"fills {name} {slot}")
            self.model.add_linear_expression_in_domain(self.start[name], firsts).only_enforce_if(fills)
            others = firsts.complement().intersection_with(cp_model.Domain(0, top))
            self.model.add_linear_expression_in_domain(self.start[name], others).only_enforce_if(~fills)
        return self._fills[name, slot]

    def count_order(self) -> None:
        """Talks that do not stand at their place in their track; and, side by side, slots with two that have one."""
        weight = self._objective.weights.get(Term.TALK_ORDER, 0)
        if not weight:
            return
        for sitting in self._sittings:
            ordered = [name for name in sitting.talks if self._problem.talk[name].order]
            for name in ordered:
                place = self._problem.talk[name].order - sitting.before
                met = self.model.new_bool_var(f"in order {name}")
                earlier = [self._earlier(sitting, other, name) for other in sitting.talks if other != name]
                self.model.add(cp_model.LinearExpr.sum(earlier) == place - 1).only_enforce_if(met)
                self.costs.append(weight * (1 - met))
            if len(sitting.rooms) > 1:
                for one, other in combinations(ordered, 2):
                    self._overlap(one, other, weight)

    def _earlier(self, sitting: Sitting, one: str, other: str) -> cp_model.LinearExprT:
        """Whether a talk is listed before another: in an earlier room, or in the same room at an earlier slot."""
        first, second = sorted((one, other))
        known = self._listed.get((first, second))
        if known is None:
            known = self._listed[first, second] = self.model.new_bool_var(f"earlier {first} {second}")
            self.model.add(self._key(sitting, first) + 1 <= self._key(sitting, second)).only_enforce_if(known)
            self.model.add(self._key(sitting, second) + 1 <= self._key(sitting, first)).only_enforce_if(~known)
        return known if one == first else 1 - known

    def _key(self, sitting: Sitting, name: str) -> cp_model.LinearExprT:
        rooms = [place * self._slots * self.at[name, room] for place, room in enumerate(sitting.rooms)]
        return cp_model.LinearExpr.sum(rooms) + self.start[name]

    def count_rooms(self) -> None:
        """What talks cost in their rooms, where they have a choice."""
        weight = self._objective.weights.get(Term.TALK_ROOMS, 0)
        for sitting in self._sittings if weight else ():
            for name in sitting.talks:
                talk = self._problem.talk[name]
                for room in sitting.rooms:
                    if cost := talk.room_costs.get(room, 0):
                        self.costs.append(weight * cost * talk.slots * self.at[name, room])
