"""Looking for the fairest timetable there can be, all parties at once, when it is known what each would have in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kakehashi.planner.checking import means
from kakehashi.planner.modelling import Runs, Variables, bound_to_rules
from kakehashi.planner.modelling.bearing import means as means_of
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Incumbent
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.reading import View
from kakehashi.planner.searching.running import Allowance, Limits, Run
from kakehashi.planner.searching.ways import view_of
from kakehashi.planner.solution import Solution
from kakehashi.planner.stopping import Stop


def sought(
    problem: Problem, wanted: Mapping[str, int], limits: Limits, allowance: Allowance, clock: Callable[[], float]
) -> tuple[Solution | None, bool]:
    """A timetable in which no party has a mean above what is wanted, if one is found; and whether the search ended."""
    best = Best(problem, lambda solution: excess(problem, wanted, solution), clock, Observer(), floor=0)
    run = Run(_bearing(problem, wanted), best, bounds=False, loose=True)
    run.go(limits, allowance)
    return best.solution, run.ended


def excess(problem: Problem, wanted: Mapping[str, int], solution: Solution) -> int:
    """By how much parties have more than is wanted, all together."""
    return sum(max(mean - wanted[name], 0) for name, mean in means(problem, solution).items())


def _bearing(problem: Problem, wanted: Mapping[str, int]) -> View:
    """The model of all timetables in which no party has a mean above the one that is wanted; none is better."""
    made = Variables(problem, Objective.weighing({Term.WORST: 1}), len(problem.rooms), roomless=True)
    runs = Runs(bound_to_rules(made))
    for party, mean in zip(problem.parties, means_of(runs), strict=True):
        runs.model.add(mean <= wanted[party.name])
    return view_of(runs, lambda _: True)


@dataclass(frozen=True, slots=True)
class _AsAWhole:
    """A stop that looks at the whole search while a part of it goes on."""

    stop: Stop
    now: Callable[[], Incumbent]

    @property
    def seconds(self) -> float | None:
        """The longest that the whole search may take."""
        return self.stop.seconds

    def reached(self, now: Incumbent) -> bool:
        """Whether the whole search is to end."""
        return self.stop.reached(self.now())


def as_a_whole(limits: Limits, now: Callable[[], Incumbent]) -> Limits:
    """The limits of a search for a part of it, in which other figures are known: it stops when the whole does."""
    return replace(limits, stop=_AsAWhole(limits.stop, now))
