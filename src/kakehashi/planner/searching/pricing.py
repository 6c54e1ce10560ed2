"""What a search makes as small as it can, by the checker's reckoning: each aim of an order, fairness party by party."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kakehashi.planner.checking import evaluate, means
from kakehashi.planner.modelling import BEARING, Runs, k_largest, objective_of
from kakehashi.planner.modelling.counting import LEAST
from kakehashi.planner.modelling.terms import Cost
from kakehashi.planner.objective import Leximin, Objective, Ordered, Term
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.best import floor_of
from kakehashi.planner.solution import Solution

_ROOMS = frozenset({Term.TRACK_ROOMS, Term.BLOCK_ROOMS, Term.ROOMS_PER_TRACK, Term.TALK_ROOMS})
"""The terms that tell one room from another."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One whole number that is to be small: `price` says it of a timetable.

    In a model that knows rooms `rooms` makes it an expression, `None` where it does not ask for them; in one that does
    not, `roomless` makes it one that is never more, `None` where there is none. No price is below `floor`. A `fair` aim
    is a step of fairness; one that is `continued` counts what the step before has settled, and its own is what it adds.
    """

    price: Callable[[Solution], int]
    floor: int
    roomless: Callable[[Runs], Cost] | None
    rooms: Callable[[Runs], Cost] | None = None
    fair: bool = False
    continued: bool = False


def aims_of(problem: Problem, order: Ordered) -> tuple[Aim, ...]:
    """The aims of an order one after another, one at least; fairness has as many as there are parties."""
    return tuple(_aims(problem, order)) or (_weighed(problem, Objective.weighing({})),)


def _aims(problem: Problem, order: Ordered) -> Iterator[Aim]:
    for level in order.levels:
        if isinstance(level, Objective):
            yield _weighed(problem, level)
        else:
            yield from (_fair(problem, number) for number in range(1, len(problem.parties) + 1))


def merged(order: Ordered) -> tuple[Objective, tuple[Objective, ...]]:
    """One objective that weighs every term of an order, and its levels that are objectives."""
    levels = tuple(level for level in order.levels if isinstance(level, Objective))
    terms = {term: 1 for level in levels for term, _ in level}
    if any(isinstance(level, Leximin) for level in order.levels):
        terms[Term.WORST] = 1
    return Objective.weighing(terms), levels


def _weighed(problem: Problem, objective: Objective) -> Aim:
    """The sum of an objective. Terms that cost nothing in this problem ask for no rooms."""

    def price(solution: Solution) -> int:
        return objective.value(evaluate(problem, solution))

    asked = _ROOMS & objective.weights.keys() & _costly(problem)
    never_more = not asked or all(cost >= 0 for cost in _room_costs(problem))
    return Aim(
        price,
        floor_of(problem, objective),
        roomless=partial(_cost_without_rooms, objective) if never_more else None,
        rooms=partial(_cost, objective) if asked else None,
    )


def _cost(objective: Objective, runs: Runs) -> Cost:
    bearing = [weight * BEARING[term](runs) for term, weight in objective if term in BEARING]
    return sum(bearing, objective_of(runs.made, objective))


def _cost_without_rooms(objective: Objective, runs: Runs) -> Cost:
    """What an objective costs at least, where nothing is known of rooms but how many sessions run at once."""
    others = Objective.weighing({term: weight for term, weight in objective if term not in _ROOMS})
    least = [weight * LEAST[term](runs.made) for term, weight in objective if term in LEAST]
    return sum(least, _cost(others, runs))


def _costly(problem: Problem) -> set[Term]:
    """The terms that can tell one room from another in this problem."""
    found = {Term.ROOMS_PER_TRACK}
    if any(any(track.room_costs.values()) for track in problem.tracks):
        found.add(Term.TRACK_ROOMS)
    if any(problem.room_costs.values()):
        found.add(Term.BLOCK_ROOMS)
    if any(any(talk.room_costs.values()) for talk in problem.talks):
        found.add(Term.TALK_ROOMS)
    return found


def _room_costs(problem: Problem) -> Iterator[int]:
    yield from problem.room_costs.values()
    yield from (cost for track in problem.tracks for cost in track.room_costs.values())
    yield from (cost for talk in problem.talks for cost in talk.room_costs.values())


def _fair(problem: Problem, number: int) -> Aim:
    """The sum of so many of the largest means."""

    def price(solution: Solution) -> int:
        return sum(sorted(means(problem, solution).values(), reverse=True)[:number])

    floor = sum(sorted((party.mean(0) for party in problem.parties), reverse=True)[:number])
    return Aim(price, floor, lambda runs: k_largest(runs, number), fair=True, continued=number > 1)
