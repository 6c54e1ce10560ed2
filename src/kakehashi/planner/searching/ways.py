"""The models that lead to an aim: one without rooms, and one that knows them where the aim asks for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kakehashi.planner.modelling import Runs, Variables, bound_to_rules
from kakehashi.planner.modelling.terms import Cost
from kakehashi.planner.objective import Ordered
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.pricing import Aim, merged
from kakehashi.planner.solution import Solution

_LEAN_SHARE = 0.5
"""Of the time of an aim that asks for rooms, how much the model without them has first."""


@dataclass(frozen=True, slots=True)
class Way:
    """A model, what is to be small in it, and the share of the aim's time that it may take of what is left."""

    runs: Runs
    cost: Cost
    share: float


class Ways:
    """The models of a problem for all aims of an order. Each is made when the first aim asks for it.

    Without rooms a model is much smaller, for rooms are alike to it: what it finds is housed afterwards.
    """

    def __init__(self, problem: Problem, order: Ordered) -> None:
        self.problem = problem
        self._objective, self._levels = merged(order)
        self._settled: list[tuple[Aim, int]] = []
        self._runs: dict[bool, Runs] = {}

    def towards(self, aim: Aim) -> Iterator[Way]:
        """The ways to an aim: what costs nothing less without rooms is looked for without them first.

        What has settled rooms could be lost where a timetable is housed afterwards: then rooms are known as well.
        """
        rooms = aim.rooms or (aim.roomless if any(one.rooms is not None for one, _ in self._settled) else None)
        if aim.roomless is not None:
            runs = self._known(roomless=True)
            yield Way(runs, aim.roomless(runs), 1.0 if rooms is None else _LEAN_SHARE)
        if rooms is not None:
            runs = self._known(roomless=False)
            yield Way(runs, rooms(runs), 1.0)

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
            rooms = len(self.problem.rooms)
            made = Variables(self.problem, self._objective, rooms, levels=self._levels, roomless=roomless)
            runs = self._runs[roomless] = Runs(bound_to_rules(made))
            for aim, value in self._settled:
                _settle(runs, aim, value, roomless=roomless)
        return self._runs[roomless]


def _settle(runs: Runs, aim: Aim, value: int, *, roomless: bool) -> None:
    cost = aim.roomless if roomless or aim.rooms is None else aim.rooms
    if cost is not None:
        runs.model.add(cost(runs) <= value)
