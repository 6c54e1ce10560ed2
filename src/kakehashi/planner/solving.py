"""From a problem to the best timetable that can be found: presolve, model, search, bound, check."""

from collections.abc import Callable
from time import perf_counter

from kakehashi.planner.checking import evaluate
from kakehashi.planner.objective import Objective
from kakehashi.planner.observing import Observer
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Result, Status
from kakehashi.planner.searching import Best, Limits, search
from kakehashi.planner.stopping import Stop


def solve(  # noqa: PLR0913 - each is a choice of its own
    problem: Problem,
    objective: Objective,
    stop: Stop,
    *,
    seed: int,
    workers: int,
    observer: Observer,
    effort: float | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Result:
    """The best timetable that is found before `stop` is reached, with what is proven of it.

    `workers` threads search; `effort` limits the search by deterministic seconds of the solver instead of by the clock.
    Then a single thread searches: the same problem, seed and versions give the same timetable on every machine, and
    more effort never a worse one. `clock` gives seconds that only grow. A problem without a timetable is a result
    (`Status.INFEASIBLE`).
    """
    begun = clock()
    best = Best(problem, objective, lambda: clock() - begun, observer)
    status = search(problem, objective, best, Limits(stop, effort, workers, seed))
    terms = {} if best.solution is None else evaluate(problem, best.solution)
    bound = best.value if status is Status.OPTIMAL and best.value is not None else best.bound
    return Result(best.solution, status, best.value, bound, terms, tuple(best.trace), seed, clock() - begun)
