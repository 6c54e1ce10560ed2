"""The rounds of a search. First each track has one cell in a block, which is quick and mostly good, or two where one is
not enough; then as many as it likes, which alone proves how good a timetable can be; last, if the problem is small, the
model down to the slot, which knows every term as it is.
"""

from collections.abc import Callable, Iterator

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import conflicts, starts
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Status
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.reading import View, coarse, exact
from kakehashi.planner.searching.running import Allowance, Limits, Run

_TINY, _EXACT = 1_000, 60_000
"""Sizes up to which the exact model alone is searched, and up to which it is searched last."""
_NARROW_SHARE, _NARROW_MOST = 0.3, 60.0
"""Of a time limit, how much a round has that proves nothing, and how many seconds at most."""
_NARROW_EFFORT = 20.0
"""Deterministic seconds of such a round: the same whatever is allowed in all, so that more is never worse."""


def search(problem: Problem, objective: Objective, best: Best, limits: Limits) -> Status:
    """Looks for the best timetable until it is proven or a limit is reached; what is found goes to `best`."""
    spent = 0.0
    for proves, view in _rounds(problem, objective, best):
        allowance = _allowance(limits, best, spent, proves=proves)
        if allowance.nothing or best.proven or limits.stop.reached(best.now):
            break
        run = Run(view(), best, bounds=proves)
        run.go(limits, allowance)
        spent += run.spent
        if proves and run.status == cp_model.INFEASIBLE:
            return status_of(run.status, best)
    return status_of(cp_model.UNKNOWN, best)


def status_of(ended: cp_model.CpSolverStatus, best: Best) -> Status:
    """What is known once a run on a model of all timetables has ended so."""
    if ended == cp_model.INFEASIBLE:
        if best.solution is not None:
            raise AssertionError("a sound timetable of what was called infeasible")
        return Status.INFEASIBLE
    if best.solution is None:
        return Status.UNKNOWN
    return Status.OPTIMAL if best.proven else Status.FEASIBLE


def too_large(problem: Problem, objective: Objective) -> bool:
    """Whether a problem is too large for the model down to the slot."""
    return _size(problem, objective) > _EXACT


def _rounds(problem: Problem, objective: Objective, best: Best) -> Iterator[tuple[bool, Callable[[], View]]]:
    """Whether each round proves anything, and its model, which is made when its turn comes."""
    size, rooms = _size(problem, objective), len(problem.rooms)
    if size > _TINY:
        if rooms > 1:
            yield False, lambda: coarse(problem, objective, 1)
        if rooms > 2 and best.solution is None:
            yield False, lambda: coarse(problem, objective, 2)
        yield True, lambda: coarse(problem, objective, rooms)
        if best.solution is None:
            # Talks may fit into their cells in sum and not side by side: with some room to spare they do.
            yield False, lambda: coarse(problem, objective, rooms, roomy=True)
    if size <= _EXACT:
        yield True, lambda: exact(problem, objective)


def _size(problem: Problem, objective: Objective) -> int:
    """About how many variables the exact model has."""
    slots = sum(block.slots for block in problem.blocks)
    return starts(problem) + slots * len(conflicts(problem, objective))


def _allowance(limits: Limits, best: Best, spent: float, *, proves: bool) -> Allowance:
    if limits.effort is not None:
        left = max(limits.effort - spent, 0.0)
        return Allowance(left if proves else min(left, _NARROW_EFFORT), limits.stop.seconds)
    if limits.stop.seconds is None:
        return Allowance(None, None if proves else _NARROW_MOST)
    left = max(limits.stop.seconds - best.now.seconds, 0.0)
    return Allowance(None, left if proves else min(left * _NARROW_SHARE, _NARROW_MOST))
