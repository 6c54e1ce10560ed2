"""How fair a timetable can be at the most, by a problem that asks for less: as if all talks were of one track.

Hardly anything tells the talks of a party apart there, so that it has a tenth of the variables and is mostly solved to
its end in a second or two. What it cannot reach, no timetable of the whole problem can. What it does reach is worth
looking for as it is, party by party.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kakehashi.planner.checking import means
from kakehashi.planner.objective import Leximin, Ordered
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem, Track
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.pricing import aims_of
from kakehashi.planner.searching.running import Allowance, Limits, Run
from kakehashi.planner.searching.ways import Ways
from kakehashi.planner.solution import Solution

_ONE = "all"
"""The name of the only track."""
_FAIR = Ordered((Leximin(),))


def of_one_track(problem: Problem) -> Problem:
    """The problem with all talks in one track, and nothing asked of stages, sequences, resources, chairs or speakers.

    Each sound timetable is one of it as well, once all its cells name that track, and burdens everybody the same.
    """
    talks = (
        replace(
            talk,
            track=_ONE,
            barred_blocks=talk.barred_blocks | problem.track[talk.track].barred_blocks,
            barred_rooms=talk.barred_rooms | problem.track[talk.track].barred_rooms,
            after=frozenset(),
            stage=0,
        )
        for talk in problem.talks
    )
    return problem.replace(tracks=(Track(_ONE),), talks=tuple(talks), similar={}, resources=(), alone=frozenset())


def as_of_one_track(problem: Problem, solution: Solution) -> Solution:
    """A timetable of a problem as one of the problem of one track."""
    return Solution.of(of_one_track(problem), {name: solution.place(name) for name in problem.talk})


class Bounding:
    """What no timetable of a problem is below in each step of fairness: the sums of the 1, 2, ... largest means.

    `clock` gives the seconds since the search began.
    """

    def __init__(self, problem: Problem, clock: Callable[[], float]) -> None:
        self._whole, self._clock = problem, clock
        self._problem = of_one_track(problem)
        self._aims = aims_of(self._problem, _FAIR)
        self._ways, self._settled = Ways(self._problem, _FAIR), list[int]()
        self._least: dict[tuple[int, ...], int] = {}
        self._reached: list[int] = []
        self._solution: Solution | None = None

    def fairest(self, start: Solution | None, limits: Limits, steps: Iterator[Allowance]) -> Mapping[str, int] | None:
        """The means of the parties where all sums are the least that they can be; `None` where that is not found out.

        `start` is a timetable of the whole problem; each step may take the next of `steps`.
        """
        if self._solution is None and start is not None:
            self._solution = as_of_one_track(self._whole, start)
        while len(self._reached) < len(self._aims):
            step = tuple(self._reached)
            self.bound(step, limits, steps)
            if step not in self._least:
                return None
            self._reached.append(self._least[step])
        return None if self._solution is None else means(self._problem, self._solution)

    def bound(self, settled: Sequence[int], limits: Limits, steps: Iterator[Allowance]) -> int:
        """What no timetable is below in the step after these, of those that keep what these have settled."""
        step = tuple(settled)
        if step in self._least:
            return self._least[step]
        best = self._approached(step, limits, steps)
        if best.proven:
            self._least[step] = best.bound
            if step == tuple(self._reached):
                self._solution = best.solution
        return best.bound

    def _approached(self, settled: tuple[int, ...], limits: Limits, steps: Iterator[Allowance]) -> Best:
        aim = self._aims[len(settled)]
        best = Best(self._problem, aim.price, self._clock, Observer(), floor=self._floor(settled))
        known = self._solution
        if known is not None and all(
            one.price(known) <= value for one, value in zip(self._aims, settled, strict=False)
        ):
            best.found(known)
        allowance = None if best.proven else next(steps, None)
        if allowance is not None:
            self._settle(settled)
            way = next(self._ways.towards(aim, best))
            view, cost = way.make()
            view.model.add(cost >= best.bound)
            view.model.minimize(cost)
            Run(view, best, bounds=True).go(limits, allowance)
        return best

    def _floor(self, settled: tuple[int, ...]) -> int:
        """What a sum is not below: that of one party less, if it is known, and what the next one bears anyway."""
        floor = self._aims[len(settled)].floor
        if settled and settled[:-1] in self._least:
            borne = sorted((party.mean(0) for party in self._problem.parties), reverse=True)
            floor = max(floor, self._least[settled[:-1]] + borne[len(settled)])
        return floor

    def _settle(self, settled: tuple[int, ...]) -> None:
        """Makes the model one of timetables that keep what these steps have settled."""
        if tuple(self._settled) != settled[: len(self._settled)]:
            self._ways, self._settled = Ways(self._problem, _FAIR), []
        for aim, value in list(zip(self._aims, settled, strict=False))[len(self._settled) :]:
            self._ways.settle(aim, value)
            self._settled.append(value)
