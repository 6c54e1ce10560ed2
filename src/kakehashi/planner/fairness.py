"""What a fair timetable is compared with: what is best for one party alone, and what is least for all together.

>>> from kakehashi.frozen import FrozenMap
>>> from kakehashi.planner import Block, Party, Problem, Room, Talk, TimeLimit, Track
>>> costs = {"lima": (9, 2), "perth": (1, 8)}
>>> lima, perth = (Party(name, 1, {name: FrozenMap({"day": cost})}) for name, cost in costs.items())
>>> problem = Problem(
...     (Block("day", 2),), (Room("hall"),), (Track("tea"),), (Talk("lima", "tea"), Talk("perth", "tea")),
...     parties=(lima, perth),
... )
>>> least_mean(problem, "lima", TimeLimit(10)).value, least_burden(problem, TimeLimit(10)).value
(2, 3)
"""

from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Level
from kakehashi.planner.solution import Solution
from kakehashi.planner.solving import solve
from kakehashi.planner.stopping import Stop


def least_mean(
    problem: Problem, party: str, stop: Stop, *, seed: int = 0, workers: int = 1, start: Solution | None = None
) -> Level | None:
    """The least mean that a party can have in any timetable, if nobody else counted; `None` if none was found.

    Raises `KeyError` for a party that the problem does not have.
    """
    alone = {one.name: one for one in problem.parties}[party]
    return _least(problem.replace(parties=(alone,)), Term.WORST, stop, seed=seed, workers=workers, start=start)


def least_burden(
    problem: Problem, stop: Stop, *, seed: int = 0, workers: int = 1, start: Solution | None = None
) -> Level | None:
    """The least that all parties together can bear; `None` if no timetable was found.

    What a fair timetable costs them more is the price of fairness (Bertsimas, Farias and Trichakis, 2011).
    """
    return _least(problem, Term.BURDEN, stop, seed=seed, workers=workers, start=start)


def _least(
    problem: Problem, term: Term, stop: Stop, *, seed: int, workers: int, start: Solution | None
) -> Level | None:
    objective = Objective.weighing({term: 1})
    found = solve(problem, stop, objective=objective, seed=seed, workers=workers, start=start)
    return None if found.value is None else Level(found.value, found.bound)
