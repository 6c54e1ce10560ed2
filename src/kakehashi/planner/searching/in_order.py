"""Aims one after another: the best of the first, then the best of the second among those that are as good, and so on.

One model of runs serves them all. What an aim has reached becomes a bound of the model, and the timetable that reached
it is where the next aim begins. When all have had their part and some were cut off, they are gone through again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat

from ortools.sat.python import cp_model

from kakehashi.planner.checking import means
from kakehashi.planner.objective import Ordered
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Level
from kakehashi.planner.searching.aiming import as_a_whole, sought
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.bounding import Bounding
from kakehashi.planner.searching.closing import closed, spread
from kakehashi.planner.searching.course import Course
from kakehashi.planner.searching.effort import growing
from kakehashi.planner.searching.exchanging import exchanged
from kakehashi.planner.searching.filling import filled
from kakehashi.planner.searching.pricing import Aim, aims_of
from kakehashi.planner.searching.rooming import rehoused
from kakehashi.planner.searching.running import Allowance, Limits, Run
from kakehashi.planner.searching.ways import Way, Ways
from kakehashi.planner.solution import Solution

_BOUNDS_SHARE, _WHOLE_SHARE = 0.5, 0.6
"""Of the time that is left, how much there is for the bounds of all steps of fairness, and then for all at once."""
_BOUND_SHARE = 0.3
"""Of the time of one step, how much there is for its bound when other steps have settled something else."""
_HALF = 0.5
"""How much one step may take of what is left for several."""
_ATTEMPTS = 3
"""How often the fairest timetable is looked for, with another seed each time: mostly one is found soon or very late."""
_USEFUL = 0.1
"""A piece of effort below this part of the first one is left to the next time that the aims are gone through."""


def search_in_order(
    problem: Problem,
    order: Ordered,
    start: Solution | None,
    limits: Limits,
    clock: Callable[[], float],
    observer: Observer,
) -> Course:
    """Looks for the best timetable of ordered aims until all are proven or a limit is reached.

    `start` is a sound timetable to begin with. An aim that runs out of its time hands on what it has reached. Where
    effort counts, each time that the aims are gone through has twice as much of it as the time before, whatever the
    limit is; every change makes the timetable better in the first aim in which it differs.
    """
    return _Search(problem, order, limits, clock, observer).go(start)


class _Search:
    """A search for ordered aims of one problem."""

    def __init__(
        self, problem: Problem, order: Ordered, limits: Limits, clock: Callable[[], float], observer: Observer
    ) -> None:
        self._problem, self._order, self._limits = problem, order, limits
        self._clock, self._observer = clock, observer
        self._aims = aims_of(problem, order)
        self._course = Course(len(self._aims))
        self._bounding = Bounding(problem, clock) if self._aims[0].fair else None

    def go(self, start: Solution | None) -> Course:
        """From a timetable or none to the best."""
        course = self._course
        self._begin(start)
        for effort in repeat(None) if self._limits.effort is None else growing(parameters=self._limits.parameters):
            course.open = False
            self._go_through(effort)
            if not course.open or self._limits.over or self._is_late():
                break
        if course.solution is not None:
            course.levels += _levels(self._aims, course.bounds, course.solution)
        return course

    def _begin(self, start: Solution | None) -> None:
        """Takes what there is to begin with: the given one, or what can be had without a solver, told at once."""
        aim = self._aims[0]
        best = Best(self._problem, aim.price, self._clock, self._observer, floor=aim.floor)
        found = filled(self._problem) if start is None else start
        if found is not None and best.found(found) and aim.fair and not self._limits.stop.reached(best.now):
            best.found(exchanged(self._problem, found, self._limits.parameters.exchanges))
        self._course.solution, self._course.trace = best.solution, best.trace

    def _is_late(self) -> bool:
        """Whether too little time is left to go through the aims again."""
        seconds = self._limits.stop.seconds
        again = (seconds or 0.0) * self._limits.parameters.again_share
        return self._limits.effort is None and seconds is not None and seconds - self._clock() < again

    def _go_through(self, effort: float | None) -> None:
        """Goes through the aims, with so much effort for all of them, and from the best timetable that is known."""
        course, limits = self._course, self._limits
        ways = Ways(self._problem, self._order, limits.parameters)
        until = 0.0 if effort is None or limits.effort is None else limits.effort.left - effort
        if self._bounding is not None:
            self._aim_high(self._bounding, until)
        for number, aim in enumerate(self._aims):
            self._observer.aimed(number, len(self._aims))
            best = Best(self._problem, aim.price, self._clock, self._observer, floor=self._floor(number))
            before = None if course.solution is None else aim.price(course.solution)
            self._approach(number, ways, best, until)
            course.trace += best.trace
            if best.value is None:
                course.bound = best.bound
                break
            course.solution = best.solution
            if best.value != before:
                # What was proven of later aims was so for what this one had reached.
                del course.bounds[number + 1 :]
            course.bounds[number : number + 1] = [best.bound]
            ways.settle(aim, best.value)
            if limits.stop.reached(best.now):
                course.open = False
                break

    def _aim_high(self, bounding: Bounding, until: float) -> None:
        """Looks for the fairest timetable that there can be, for all that is known, instead of step by step."""
        course, problem = self._course, self._problem
        best = Best(problem, self._aims[0].price, self._clock, Observer(), floor=self._aims[0].floor)
        if course.solution is not None:
            best.found(course.solution)
        limits = as_a_whole(self._limits, lambda: best.now)
        if limits.stop.reached(best.now):
            return
        wanted = bounding.fairest(course.solution, limits, self._steps(_BOUNDS_SHARE, until))
        # Another that is as fair might be worse in later aims.
        if wanted is None or (course.solution is not None and _as_fair(problem, course.solution, wanted)):
            return
        for again, allowance in zip(range(_ATTEMPTS), self._steps(_WHOLE_SHARE, until), strict=False):
            found, ended = sought(problem, wanted, replace(limits, seed=limits.seed + again), allowance, self._clock)
            if found is not None:
                course.solution = found
                course.bounds.clear()
            if ended:
                return
        course.open = True

    def _steps(self, share: float, until: float) -> Iterator[Allowance]:
        """What each of some steps may take: half of what then is left of a share of the time, or of the effort."""
        effort, seconds = self._limits.effort, self._limits.stop.seconds
        part = None if effort is None else max(effort.left - until, 0.0) * share
        ends = None if seconds is None else self._clock() + max(seconds - self._clock(), 0.0) * share
        spared = 0.0 if effort is None or part is None else effort.left - part
        while True:
            late = None if ends is None else max(ends - self._clock(), 0.0) * _HALF
            piece = None if effort is None else self._useful(max(effort.left - spared, 0.0) * _HALF)
            allowance = Allowance(piece, late)
            if allowance.nothing or not self._limits.begins(piece or 0.0):
                self._course.open = True
                return
            yield allowance

    def _floor(self, number: int) -> int:
        """What no timetable is below in an aim that keeps what those before it have reached."""
        aim = self._aims[number]
        since = number - 1 if aim.continued else number
        return max([aim.floor, *self._course.bounds[since : number + 1]])

    def _approach(self, number: int, ways: Ways, best: Best, until: float) -> None:
        """Looks for what is best in an aim, in each model that leads there."""
        aim, course, limits = self._aims[number], self._course, self._limits
        if course.solution is not None:
            best.found(course.solution)
            if not (aim.fair or best.proven or limits.stop.reached(best.now)):
                ways.offer(best, *_compacter(self._problem, course.solution))
        if self._bounding is not None and number < len(self._problem.parties) and not best.proven:
            settled = [one.price(course.solution) for one in self._aims[:number] if course.solution is not None]
            steps = self._steps(_BOUND_SHARE * self._share(number), until)
            best.bounded(self._bounding.bound(settled, as_a_whole(limits, lambda: best.now), steps))
        for way in ways.towards(aim, best):
            if best.proven or course.infeasible or limits.stop.reached(best.now):
                break
            allowance = self._allowance(number, way, until)
            if allowance.nothing or not limits.begins(allowance.effort or 0.0):
                course.open = True
                break
            view, cost = way.make()
            if way.whole:
                # Known already: the solver ends by itself where it is reached.
                view.model.add(cost >= best.bound)
            view.model.minimize(cost)
            # To make a model takes time.
            self._run(Run(view, best, bounds=way.bounds), best, self._allowance(number, way, until))

    def _run(self, run: Run, best: Best, allowance: Allowance) -> None:
        run.go(self._limits, allowance)
        if run.status == cp_model.INFEASIBLE:
            if best.solution is not None:
                raise AssertionError("a sound timetable of what was called infeasible")
            self._course.infeasible = True
        elif not (run.ended or best.proven):
            self._course.open = True

    def _allowance(self, number: int, way: Way, until: float) -> Allowance:
        """What a way to an aim may take: a part of what is left of the time, or of the effort until so much is left."""
        share, seconds = self._share(number) * way.share, self._limits.stop.seconds
        if self._limits.effort is not None:
            return Allowance(self._useful(max(self._limits.effort.left - until, 0.0) * share), seconds)
        return Allowance(None, None if seconds is None else max(seconds - self._clock(), 0.0) * share)

    def _useful(self, piece: float) -> float:
        """A piece of effort, or none where it would be too small to find anything."""
        return piece if piece >= self._limits.parameters.first_effort * _USEFUL else 0.0

    def _share(self, number: int) -> float:
        """The part of what is left that an aim may have."""
        left, parameters = self._aims[number:], self._limits.parameters
        others = sum(not aim.fair for aim in left)
        if not left[0].fair:
            return 1 / others
        steps = sum(aim.fair for aim in left)
        return (parameters.fair_share if others else 1.0) * (parameters.step_share if steps > 1 else 1.0)


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


def _as_fair(problem: Problem, solution: Solution, wanted: Mapping[str, int]) -> bool:
    """Whether a timetable is as fair as one in which the parties have these means, whoever of them has which."""
    return sorted(means(problem, solution).values(), reverse=True) <= sorted(wanted.values(), reverse=True)


def _compacter(problem: Problem, solution: Solution) -> Iterator[Solution]:
    """What may be better in aims other than fairness, and can be had without a solver."""
    for better in (closed, spread, closed, spread, rehoused):
        solution = better(problem, solution)
        yield solution
