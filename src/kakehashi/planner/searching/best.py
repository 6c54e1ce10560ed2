"""The best timetable that is known so far, priced and checked by code that shares nothing with the search."""

from collections.abc import Callable
from threading import Lock

from kakehashi.planner.checking import check, evaluate
from kakehashi.planner.objective import Objective
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Incumbent
from kakehashi.planner.searching.counting_sessions import least_of_sessions
from kakehashi.planner.solution import Solution


class Best:
    """What a search knows: the best timetable, its value, and a bound below the value of every one.

    `price` is the value of a timetable, `floor` what none is below. `clock` gives the seconds since the search began.
    Several threads may tell of what they find.
    """

    def __init__(
        self,
        problem: Problem,
        price: Callable[[Solution], int],
        clock: Callable[[], float],
        observer: Observer,
        *,
        floor: int,
    ) -> None:
        self.solution: Solution | None = None
        self.value: int | None = None
        self.bound = floor
        self.trace: list[Incumbent] = []
        self._problem, self._price, self._clock, self._observer = problem, price, clock, observer
        self._lock = Lock()

    @classmethod
    def of(cls, problem: Problem, objective: Objective, clock: Callable[[], float], observer: Observer) -> "Best":
        """What is known at the beginning of a search for the least of an objective."""

        def price(solution: Solution) -> int:
            return objective.value(evaluate(problem, solution))

        return cls(problem, price, clock, observer, floor=floor_of(problem, objective))

    @property
    def now(self) -> Incumbent:
        """What is known at this moment."""
        return Incumbent(self._clock(), self.value, self.bound)

    @property
    def proven(self) -> bool:
        """Whether nothing can be better."""
        return self.value is not None and self.value <= self.bound

    def found(self, solution: Solution) -> bool:
        """Takes a timetable if it is sound and better than what is known, and says whether it did."""
        value = self._price(solution)
        with self._lock:
            if value < self.bound:
                raise AssertionError(f"a timetable of {value} below the bound {self.bound}")
            if (self.value is not None and value >= self.value) or check(self._problem, solution):
                return False
            self.solution, self.value = solution, value
            self.trace.append(self.now)
            self._observer.improved(self.trace[-1], solution)
            return True

    def bounded(self, bound: int) -> None:
        """Takes a bound if it is higher than what is known."""
        with self._lock:
            if bound > self.bound:
                if self.value is not None and bound > self.value:
                    raise AssertionError(f"the bound {bound} above a timetable of {self.value}")
                self.bound = bound
                self.trace.append(self.now)
                self._observer.bounded(self.trace[-1])


def floor_of(problem: Problem, objective: Objective) -> int:
    """What no value is below: terms count, sessions are needed, and only costs that are negative make one less.

    No cost counts more often than there are pairs of cells of a block, or slots of a talk in a cell.
    """
    costs = [*problem.similar.values(), *problem.room_costs.values()]
    for track in problem.tracks:
        costs += [*track.block_costs.values(), *track.room_costs.values()]
    for talk in problem.talks:
        costs += [*talk.hour_costs.values(), *talk.block_costs.values(), *talk.room_costs.values()]
    slots = max((block.slots for block in problem.blocks), default=1)
    often = len(problem.blocks) * len(problem.rooms) ** 2 * slots
    lowest = sum(min(cost, 0) for cost in costs) * often * max(objective.weights.values(), default=0)
    return lowest + least_of_sessions(problem, objective)
