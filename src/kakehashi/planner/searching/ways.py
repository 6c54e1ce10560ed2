"""The models that lead to an aim: one without rooms, and one that knows them where the aim asks for them. What both
leave open of a single sum, as rooms of single talks, the model of places decides while it is small.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from ortools.sat.python import cp_model

from kakehashi.planner.checking import means
from kakehashi.planner.modelling import Runs, Variables, bound_to_rules
from kakehashi.planner.modelling.bearing import means as means_of
from kakehashi.planner.modelling.terms import Cost
from kakehashi.planner.objective import Ordered
from kakehashi.planner.parameters import USUAL, Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.pricing import Aim, merged
from kakehashi.planner.searching.reading import Making, Value, View, exact_by_slot, hints_of
from kakehashi.planner.searching.rooming import counts_of, moments_of, roomed
from kakehashi.planner.searching.rounds import too_large
from kakehashi.planner.solution import Solution


@dataclass(frozen=True, slots=True)
class Way:
    """What makes a model, and what is to be small in it; and the share of the aim's time that it may take of what is
    left.

    What `bounds` knows all timetables that keep what is settled. It is `whole` if it says no less than the aim counts.
    """

    make: Callable[[], tuple[View, Cost]]
    share: float
    bounds: bool = True
    whole: bool = True


class Ways:
    """The models of a problem for all aims of an order. Each is made when the first aim asks for it.

    Without rooms a model is much smaller, for rooms are alike to it: what it finds is housed afterwards.
    """

    def __init__(self, problem: Problem, order: Ordered, parameters: Parameters = USUAL) -> None:
        self.problem = problem
        self._parameters = parameters
        self._objective, self._levels = merged(order)
        self._single = self._levels[0] if self._levels == order.levels and len(self._levels) == 1 else None
        self._settled: list[tuple[Aim, int]] = []
        self._runs: dict[bool, Runs] = {}

    def towards(self, aim: Aim, best: Best) -> Iterator[Way]:
        """The ways to an aim: what costs nothing less without rooms is looked for without them first.

        What has settled rooms could be lost where a timetable is housed afterwards: then rooms are known as well. When
        fairness is settled, timetables that burden nobody more than the best one are looked for before all others.
        """
        rooms = aim.rooms or (aim.roomless if any(one.rooms is not None for one, _ in self._settled) else None)
        share = self._parameters.lean_share
        if any(one.fair for one, _ in self._settled) and not aim.fair and best.solution is not None:
            for cost, roomless in ((aim.roomless, True), (rooms, False)):
                if cost is not None:
                    make = partial(self._as_borne, cost, best.solution, roomless=roomless)
                    yield Way(make, share, bounds=False, whole=not roomless or rooms is None)
        if aim.roomless is not None:
            make = partial(self._runs_of, aim.roomless, roomless=True)
            yield Way(make, 1.0 if rooms is None else share, whole=rooms is None)
        if rooms is not None:
            yield Way(partial(self._runs_of, rooms, roomless=False), 1.0)
        if self._single is not None and not too_large(self.problem, self._single, self._parameters):
            yield Way(partial(exact_by_slot, self.problem, self._single), 1.0)

    def _runs_of(self, cost: Callable[[Runs], Cost], *, roomless: bool) -> tuple[View, Cost]:
        runs = self._known(roomless=roomless)
        return view_of(runs, self.keeps), cost(runs)

    def _as_borne(self, cost: Callable[[Runs], Cost], known: Solution, *, roomless: bool) -> tuple[View, Cost]:
        """The model of timetables in which no party has a mean above the one that it has in this."""
        runs = self._made(roomless=roomless)
        borne = means(self.problem, known)
        for party, mean in zip(self.problem.parties, means_of(runs), strict=True):
            runs.model.add(mean <= borne[party.name])
        for aim, value in self._settled:
            if not aim.fair:
                _settle(runs, aim, value, roomless=roomless)
        return view_of(runs, self.keeps), cost(runs)

    def offer(self, best: Best, *solutions: Solution) -> None:
        """Tells of timetables that were not found in the models, as far as they are no worse in what is settled."""
        for solution in solutions:
            if all(aim.price(solution) <= value for aim, value in self._settled):
                best.found(solution)

    def keeps(self, solution: Solution) -> bool:
        """Whether a timetable that was found in a model is no worse in what is settled.

        Of fairness a model knows all. Of other aims it may know less than they cost: those are reckoned anew.
        """
        return all(aim.price(solution) <= value for aim, value in self._settled if not aim.fair)

    def settle(self, aim: Aim, value: int) -> None:
        """From now on the aim costs no more than this."""
        self._settled.append((aim, value))
        for roomless, runs in self._runs.items():
            _settle(runs, aim, value, roomless=roomless)

    def _known(self, *, roomless: bool) -> Runs:
        if roomless not in self._runs:
            runs = self._runs[roomless] = self._made(roomless=roomless)
            for aim, value in self._settled:
                _settle(runs, aim, value, roomless=roomless)
        return self._runs[roomless]

    def _made(self, *, roomless: bool) -> Runs:
        rooms = len(self.problem.rooms)
        made = Variables(self.problem, self._objective, rooms, levels=self._levels, roomless=roomless)
        return Runs(bound_to_rules(made))


def view_of(runs: Runs, keeps: Callable[[Solution], bool]) -> View:
    """The way between a model of runs and those timetables that keep what is settled."""

    def read(value: Value) -> Making:
        moments, counts = moments_of(runs, value), counts_of(runs, value)
        return lambda _: found if (found := roomed(runs.made.problem, moments, counts)) and keeps(found) else None

    return View(runs.model, read, partial(_hints, runs))


def _hints(runs: Runs, solution: Solution) -> Iterator[tuple[cp_model.IntVar, int]]:
    yield from hints_of(runs.made, solution)
    blocks = {block.name: number for number, block in enumerate(runs.made.problem.blocks)}
    for number, own in runs.begins.items():
        there = [solution.place(name) for name in runs.made.groups[number].talks]
        at = [(blocks[place.block], place.first) for place in there]
        yield from ((begins, at.count(moment)) for moment, begins in own.items())
    reached = means(runs.made.problem, solution)
    for party, mean in zip(runs.made.problem.parties, runs.means or (), strict=False):
        yield mean, reached[party.name]


def _settle(runs: Runs, aim: Aim, value: int, *, roomless: bool) -> None:
    cost = aim.roomless if roomless or aim.rooms is None else aim.rooms
    if cost is not None:
        runs.model.add(cost(runs) <= value)
