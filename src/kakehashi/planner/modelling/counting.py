"""The model without rooms: how many cells of each block name each track, whichever they are.

It is far smaller than the model of cells, and a relaxation of it: each term of rooms costs here what it costs at least.
So it is the first to have a timetable, and the first to have a bound.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.rules import bound_to_rules
from kakehashi.planner.modelling.terms import Cost, objective_of
from kakehashi.planner.modelling.variables import Variables
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.problem import Problem

_total = cp_model.LinearExpr.sum

Prices: TypeAlias = tuple[tuple[Mapping[int, int], ...], ...]
"""What a cell costs by its block, its track and its room, as far as rooms have a part in it; of open rooms only."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Variables without cells. `housing` is what the cells of each block cost by their rooms, as far as it is known."""

    made: Variables
    prices: Prices
    housing: tuple[cp_model.IntVar, ...]
    learnt: set[tuple[int, ...]] = field(default_factory=set)

    def learn(self, rents: Sequence[int]) -> None:
        """Says of every block what its cells cost at least if rooms had these rents, none of them above 0.

        A cell then costs no less than its track in its cheapest room, rent taken off; and all of them together no less
        than that and the rents: the dual of housing them (Benders, 1962).
        """
        if tuple(rents) in self.learnt:
            return
        self.learnt.add(tuple(rents))
        for block, housing in enumerate(self.housing):
            cells = []
            for track, prices in enumerate(self.prices[block]):
                least = min((price - rents[room] for room, price in prices.items()), default=0)
                if least:
                    cells.append(least * self.made.count(track, block))
            self.made.model.add(housing >= _total(cells) + sum(rents))


def counted(problem: Problem, objective: Objective) -> Counted:
    """Variables without cells, with their costs, and what holds of every sound timetable."""
    made = bound_to_rules(Variables(problem, objective, len(problem.rooms), roomless=True))
    cells_suffice(made)
    prices = prices_of(problem, objective)
    most = len(problem.rooms) * max((abs(p) for block in prices for track in block for p in track.values()), default=0)
    housing = tuple(made.model.new_int_var(-most, most, f"housing {block}") for block in made.blocks)
    made.model.minimize(_total([_cost(made, objective), *housing]))
    found = Counted(made, prices, housing)
    found.learn([0] * len(problem.rooms))
    return found


def prices_of(problem: Problem, objective: Objective) -> Prices:
    """What the cells cost by their rooms, weights included."""
    of_track, of_block = (objective.weights.get(term, 0) for term in _PRICED)
    return tuple(
        tuple(
            {
                number: of_track * track.room_costs.get(room.name, 0)
                + of_block * problem.room_costs.get((block.name, room.name), 0)
                for number, room in enumerate(problem.rooms)
                if (block.name, room.name) not in problem.closed and room.name not in track.barred_rooms
            }
            for track in problem.tracks
        )
        for block in problem.blocks
    )


def cells_suffice(made: Variables) -> None:
    """All cells of a track have room for all its talks, and are as many as that takes if they are the largest ones.

    This follows from what is said of each block; but without it the solver finds hardly any timetable of a full house.
    """
    slots = [block.slots for block in made.problem.blocks]
    for track in made.tracks:
        load = sum(made.groups[g].size * made.groups[g].slots for g in made.groups_of_track[track])
        counts = [made.count(track, block) for block in made.blocks]
        made.model.add(_total([size * count for size, count in zip(slots, counts, strict=True)]) >= load)
        made.model.add(_total(counts) >= _fewest(load, slots, made.most_of[track]))


def _fewest(load: int, slots: Sequence[int], most: int) -> int:
    """How many cells hold so many slots, if of each block there are no more than so many."""
    cells = 0
    for size in sorted(slots, reverse=True):
        for _ in range(most):
            if load <= 0:
                return cells
            load -= size
            cells += 1
    return cells


def _cost(made: Variables, objective: Objective) -> Cost:
    """The weighted sum of all terms but those that have their part in housing."""
    others = {term: weight for term, weight in objective if term not in _PRICED and term not in LEAST}
    least = [weight * LEAST[term](made) for term, weight in objective if term in LEAST]
    return _total([objective_of(made, Objective.weighing(others)), *least])


def rooms_per_track(made: Variables) -> Cost:
    """A track has at least as many rooms as it has cells in one block."""
    rooms = []
    for track in made.tracks:
        if made.most_of[track] > 1:
            beyond = made.model.new_int_var(0, made.most_of[track], f"rooms beyond {track}")
            for block in made.blocks:
                made.model.add(beyond >= made.count(track, block) - 1)
            rooms.append(beyond)
    return _total(rooms)


_PRICED = (Term.TRACK_ROOMS, Term.BLOCK_ROOMS)
LEAST: Mapping[Term, Callable[[Variables], Cost]] = {Term.ROOMS_PER_TRACK: rooms_per_track}
"""The other terms of rooms, with what they cost at least."""
