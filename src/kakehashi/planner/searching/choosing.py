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
from kakehashi.planner.searching.reading import exact
from kakehashi.planner.searching.running import Allowance, Limits, Run
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
    best = Best.of(problem, objective, clock, observer)
    if start is not None:
        best.found(start)
    if not reckons_by_slot(problem, objective):
        return _ended(best, rounds.search(problem, objective, best, limits), 0.0)
    course = search_in_order(problem, Ordered((objective,)), start, limits, clock, observer)
    if course.status in (Status.OPTIMAL, Status.INFEASIBLE):
        return course
    return _exactly(problem, objective, best, course, limits)


def reckons_by_slot(problem: Problem, objective: Objective) -> bool:
    """Whether a rule or a term asks for the slots of talks, which only the models of runs and of places know."""
    return (
        problem.unbroken
        or bool(problem.alone)
        or not BEARING.keys().isdisjoint(objective.weights)
        or any(talk.barred_slots or talk.stage for talk in problem.talks)
    )


def _exactly(problem: Problem, objective: Objective, best: Best, course: Course, limits: Limits) -> Course:
    """What runs leave open, as rooms of single talks, the model of places decides while it is small."""
    if rounds.too_large(problem, objective) or limits.stop.reached(best.now):
        return course
    if course.solution is not None:
        best.found(course.solution)
        best.bounded(course.levels[0].bound)
    effort = None if limits.effort is None else max(limits.effort - course.spent, 0.0)
    seconds = None if limits.stop.seconds is None else max(limits.stop.seconds - best.now.seconds, 0.0)
    allowance = Allowance(effort, seconds)
    if allowance.nothing:
        return course
    run = Run(exact(problem, objective, by_slot=True), best, bounds=True)
    run.go(limits, allowance)
    return _ended(best, rounds.status_of(run.status, best), course.spent + run.spent)


def _ended(best: Best, status: Status, spent: float) -> Course:
    levels = [] if best.value is None else [Level(best.value, best.value if status is Status.OPTIMAL else best.bound)]
    infeasible = status is Status.INFEASIBLE
    return Course(1, best.solution, levels, list(best.trace), infeasible=infeasible, spent=spent, bound=best.bound)
