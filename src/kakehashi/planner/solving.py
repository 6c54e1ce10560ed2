"""From a problem to the best timetable that can be found: presolve, model, search, bound, check."""

from collections.abc import Callable
from time import perf_counter

from kakehashi.planner.checking import check, evaluate, means
from kakehashi.planner.objective import Objective, Ordered
from kakehashi.planner.observing import Observer
from kakehashi.planner.parameters import USUAL, Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Result
from kakehashi.planner.solution import Solution
from kakehashi.planner.stopping import Stop

MOST_WORKERS = 256
"""The solver refuses a model with more than 10,000 threads; each has a copy of it, for which there is memory."""


def solve(  # noqa: PLR0913 - each is a choice of its own
    problem: Problem,
    stop: Stop,
    *,
    objective: Objective | Ordered,
    seed: int = 0,
    workers: int = 1,
    start: Solution | None = None,
    observer: Observer | None = None,
    effort: float | None = None,
    parameters: Parameters = USUAL,
    clock: Callable[[], float] = perf_counter,
) -> Result:
    """The best timetable that is found before `stop` is reached, with what is proven of it.

    `workers` threads search, of more than `MOST_WORKERS` only so many, beginning with the timetable `start` if one is
    given; `effort` limits the search by deterministic seconds of the solver instead of by the clock. Then a single
    thread searches: the same problem, seed, parameters and versions give the same timetable on every machine, and more
    effort gives none that is worse. `clock` gives seconds that only grow. A problem without a timetable is a result
    (`Status.INFEASIBLE`).

    Raises `ValueError` for a `start` that is no timetable of the problem.
    """
    # OR-Tools takes a second to load: whoever only checks a timetable does not wait for it.
    from kakehashi.planner.searching import Effort, Limits, search  # noqa: PLC0415

    if start is not None and check(problem, start):
        raise ValueError("a timetable to start with that is not sound")
    begun = clock()
    counting = None if effort is None else Effort(effort)
    limits = Limits(stop, counting, min(workers, MOST_WORKERS), seed, parameters)
    found = search(problem, objective, start, limits, lambda: clock() - begun, observer or Observer())
    solution = found.solution
    first = found.levels[0] if found.levels else None
    return Result(
        solution=solution,
        status=found.status,
        value=None if first is None else first.value,
        bound=found.bound if first is None else first.bound,
        terms={} if solution is None else evaluate(problem, solution),
        trace=tuple(found.trace),
        seed=seed,
        seconds=clock() - begun,
        levels=tuple(found.levels),
        means={} if solution is None else means(problem, solution),
        effort=None if effort is None or counting is None else effort - counting.left,
    )
