"""Which way a problem is searched: by the cells and blocks of its talks, or by the moments at which they begin."""

from collections.abc import Callable

from kakehashi.planner.modelling import BEARING
from kakehashi.planner.objective import Objective, Ordered
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Level, Status
from kakehashi.planner.searching import rounds
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.course import Course
from kakehashi.planner.searching.in_order import search_in_order
from kakehashi.planner.searching.running import Limits
from kakehashi.planner.solution import Solution


def search(
    problem: Problem,
    objective: Objective | Ordered,
    start: Solution | None,
    limits: Limits,
    clock: Callable[[], float],
    observer: Observer,
) -> Course:
    """Looks for the best timetable until it is proven or a limit is reached."""
    if isinstance(objective, Ordered):
        return search_in_order(problem, objective, start, limits, clock, observer)
    if reckons_by_slot(problem, objective):
        return search_in_order(problem, Ordered((objective,)), start, limits, clock, observer)
    best = Best.of(problem, objective, clock, observer)
    if start is not None:
        best.found(start)
    return _ended(best, rounds.search(problem, objective, best, limits))


def reckons_by_slot(problem: Problem, objective: Objective) -> bool:
    """Whether a rule or a term asks for the slots of talks, which only the models of runs and of places know."""
    return (
        problem.unbroken
        or bool(problem.alone)
        or not BEARING.keys().isdisjoint(objective.weights)
        or any(talk.barred_slots or talk.stage for talk in problem.talks)
    )


def _ended(best: Best, status: Status) -> Course:
    levels = [] if best.value is None else [Level(best.value, best.value if status is Status.OPTIMAL else best.bound)]
    return Course(1, best.solution, levels, list(best.trace), infeasible=status is Status.INFEASIBLE, bound=best.bound)
