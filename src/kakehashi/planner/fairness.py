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

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

from kakehashi.frozen import FrozenMap
from kakehashi.planner.asking import Questions
from kakehashi.planner.checking import burdens, means
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.parameters import USUAL, Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Level
from kakehashi.planner.solution import Solution
from kakehashi.planner.stopping import Stop


@dataclass(frozen=True, slots=True)
class Compared:
    """What a timetable is compared with: the least mean of each party, and the least that all can bear together.

    Both as far as they were found; of those that are not proven, the bound is below the value.
    """

    alone: Mapping[str, Level]
    together: Level | None


def least_mean(problem: Problem, party: str, stop: Stop, *, seed: int = 0, workers: int = 1) -> Level | None:
    """The least mean that a party can have in any timetable, if nobody else counted; `None` if none was found.

    Raises `KeyError` for a party that the problem does not have.
    """
    return _least_mean(Questions(stop, seed=seed, workers=workers), problem, party)


def least_burden(problem: Problem, stop: Stop, *, seed: int = 0, workers: int = 1) -> Level | None:
    """The least that all parties together can bear; `None` if no timetable was found.

    What a fair timetable costs them more is the price of fairness (Bertsimas, Farias and Trichakis, 2011).
    """
    return _least(Questions(stop, seed=seed, workers=workers), problem, Term.BURDEN)


def compared(  # noqa: PLR0913 - each is a choice of its own
    problem: Problem,
    solution: Solution,
    stop: Stop,
    *,
    effort: float | None = None,
    seed: int = 0,
    workers: int = 1,
    parameters: Parameters = USUAL,
    clock: Callable[[], float] = perf_counter,
) -> Compared:
    """What is best for each party alone, and for all together, beside a sound timetable of the problem.

    The seconds of `stop`, by `clock`, and the `effort` are for all questions together, and each has its share of what
    is left. The searches begin anew and not with the timetable: from a fair one it is a long way to what suits one.
    """
    questions = Questions(stop, effort, seed=seed, workers=workers, clock=clock, parameters=parameters)
    reached = means(problem, solution)
    # Nobody's mean is below what they bear anyway.
    alone = {party.name: Level(reached[party.name], party.mean(0)) for party in problem.parties}
    together = Level(sum(burdens(problem, solution).values()), sum(party.borne for party in problem.parties))
    names = [name for name, level in alone.items() if not level.proven]
    if not together.proven:
        together = _better(together, _least(questions, problem, Term.BURDEN, 1 / (len(names) + 1)))
    for number, name in enumerate(names):
        alone[name] = _better(alone[name], _least_mean(questions, problem, name, 1 / (len(names) - number)))
    return Compared(FrozenMap(alone), together)


def _least_mean(questions: Questions, problem: Problem, party: str, share: float = 1.0) -> Level | None:
    alone = {one.name: one for one in problem.parties}[party]
    return _least(questions, problem.replace(parties=(alone,)), Term.WORST, share)


def _least(questions: Questions, problem: Problem, term: Term, share: float = 1.0) -> Level | None:
    found = questions.ask(problem, Objective.weighing({term: 1}), share)
    return None if found is None or found.value is None else Level(found.value, found.bound)


def _better(known: Level, found: Level | None) -> Level:
    """What is known with what was found besides."""
    return known if found is None else Level(min(known.value, found.value), max(known.bound, found.bound))
