"""Aims one after another: the best of the first, then the best of the second among those that are as good, and so on.

One model of runs serves them all. What an aim has reached becomes a bound of the model, and the timetable that reached
it is where the next aim begins.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ortools.sat.python import cp_model

from kakehashi.planner.checking import means
from kakehashi.planner.modelling import Runs
from kakehashi.planner.objective import Ordered
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Level
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.closing import closed, spread
from kakehashi.planner.searching.course import Course
from kakehashi.planner.searching.exchanging import exchanged
from kakehashi.planner.searching.filling import filled
from kakehashi.planner.searching.pricing import Aim, aims_of
from kakehashi.planner.searching.reading import Value, View, hints_of
from kakehashi.planner.searching.rooming import counts_of, moments_of, rehoused, roomed
from kakehashi.planner.searching.running import Allowance, Limits, Run
from kakehashi.planner.searching.ways import Way, Ways
from kakehashi.planner.solution import Solution

_FAIR_SHARE = 0.75
"""Of the time that is left, how much fairness has when other aims follow."""
_STEP_SHARE = 0.7
"""Of the time that fairness has, how much each of its steps may take of what is left."""


def search_in_order(
    problem: Problem,
    order: Ordered,
    start: Solution | None,
    limits: Limits,
    clock: Callable[[], float],
    observer: Observer,
) -> Course:
    """Looks for the best timetable of ordered aims until all are proven or a limit is reached.

    `start` is a sound timetable to begin with. An aim that runs out of its time hands on what it has reached.
    """
    aims = aims_of(problem, order)
    begun = _begun(problem, aims[0], start, limits, clock, observer)
    course = Course(len(aims), begun.solution, trace=begun.trace)
    ways = Ways(problem, order)
    bounds: list[int] = []
    for number, aim in enumerate(aims):
        observer.aimed(number, len(aims))
        floor = max(aim.floor, bounds[-1]) if aim.continued else aim.floor
        best = Best(problem, aim.price, clock, observer, floor=floor)
        _approached(aims[number:], ways, best, limits, course)
        course.trace += best.trace
        if best.value is None:
            course.bound = best.bound
            break
        course.solution = best.solution
        bounds.append(best.bound)
        ways.settle(aim, best.value)
        if limits.stop.reached(best.now) and number + 1 < len(aims):
            break
    if course.solution is not None:
        course.levels += _levels(aims, bounds, course.solution)
    return course


def _approached(left: tuple[Aim, ...], ways: Ways, best: Best, limits: Limits, course: Course) -> None:
    """Looks for what is best in the first of the aims that are left, in each model that leads there."""
    aim = left[0]
    if course.solution is not None:
        best.found(course.solution)
        if not (aim.fair or best.proven or limits.stop.reached(best.now)):
            ways.offer(best, *_compacter(ways.problem, course.solution))
    for way in ways.towards(aim):
        allowance = _allowance(limits, best.now.seconds, course, left).part(way.share)
        if best.proven or allowance.nothing or limits.stop.reached(best.now):
            break
        if best.bound > aim.floor:
            # Proven already, by the aim or the way before: the solver ends by itself where it is reached.
            way.runs.model.add(way.cost >= best.bound)
        _run(way, ways, best, limits, allowance, course)


def _levels(aims: Sequence[Aim], bounds: Sequence[int], solution: Solution) -> Iterator[Level]:
    """What is known of each aim in the timetable at the end, which may be better in one than what had settled it."""
    before = 0
    for aim, bound in zip(aims, bounds, strict=False):
        value = aim.price(solution)
        if aim.continued:
            yield Level(value - before, max(bound - before, 0))
        else:
            yield Level(value, bound)
        before = value


def _begun(
    problem: Problem,
    aim: Aim,
    start: Solution | None,
    limits: Limits,
    clock: Callable[[], float],
    observer: Observer,
) -> Best:
    """What there is to begin with: the given one, or what can be had without a solver, told as soon as it is there."""
    best = Best(problem, aim.price, clock, observer, floor=aim.floor)
    found = filled(problem) if start is None else start
    if found is not None and best.found(found) and aim.fair and not limits.stop.reached(best.now):
        best.found(exchanged(problem, found))
    return best


def view_of(runs: Runs, keeps: Callable[[Solution], bool]) -> View:
    """The way between a model of runs and those timetables that keep what is settled."""

    def read(value: Value) -> Callable[[], Solution | None]:
        moments, counts = moments_of(runs, value), counts_of(runs, value)
        return lambda: found if (found := roomed(runs.made.problem, moments, counts)) and keeps(found) else None

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


def _compacter(problem: Problem, solution: Solution) -> Iterator[Solution]:
    """What may be better in aims other than fairness, and can be had without a solver."""
    for better in (closed, spread, closed, spread, rehoused):
        solution = better(problem, solution)
        yield solution


def _run(way: Way, ways: Ways, best: Best, limits: Limits, allowance: Allowance, course: Course) -> None:
    way.runs.model.minimize(way.cost)
    way.runs.model.clear_hints()  # type: ignore[no-untyped-call]
    run = Run(view_of(way.runs, ways.keeps), best, bounds=True)
    run.go(limits, allowance)
    course.spent += run.spent
    if run.status == cp_model.INFEASIBLE:
        if best.solution is not None:
            raise AssertionError("a sound timetable of what was called infeasible")
        course.infeasible = True


def _allowance(limits: Limits, now: float, course: Course, left: tuple[Aim, ...]) -> Allowance:
    """What the next of the aims that are left may take: a part of what is left of time or effort."""
    share = _share(left)
    if limits.effort is not None:
        return Allowance(max(limits.effort - course.spent, 0.0) * share, limits.stop.seconds)
    seconds = limits.stop.seconds
    return Allowance(None, None if seconds is None else max(seconds - now, 0.0) * share)


def _share(left: tuple[Aim, ...]) -> float:
    others = sum(not aim.fair for aim in left)
    if not left[0].fair:
        return 1 / others
    steps = sum(aim.fair for aim in left)
    return (_FAIR_SHARE if others else 1.0) * (_STEP_SHARE if steps > 1 else 1.0)
