"""The rounds of a search. First each track has one cell in a block, which is quick and mostly good, or two where one is
not enough; then as many as it likes, which alone proves how good a timetable can be; last, if the problem is small, the
model down to the slot, which knows every term as it is.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from threading import Thread

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import starts
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Status
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.reading import View, coarse, exact
from kakehashi.planner.solution import Solution
from kakehashi.planner.stopping import Stop

_TINY, _EXACT = 1_000, 30_000
"""Places of all talks together up to which the exact model alone is searched, and up to which it is searched last."""
_LOOK = 0.05
"""Seconds between two looks at whether to stop."""
_NARROW_SHARE, _NARROW_MOST = 0.3, 60.0
"""Of a time limit, how much the first round has, and how many seconds at most."""
_NARROW_EFFORT = 20.0
"""Deterministic seconds of the first round: the same whatever is allowed in all, so that more is never worse."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How a search is bounded: when it stops, its deterministic seconds if they count, its processes and its seed."""

    stop: Stop
    effort: float | None
    workers: int
    seed: int


def search(problem: Problem, objective: Objective, best: Best, limits: Limits) -> Status:
    """Looks for the best timetable until it is proven or a limit is reached; what is found goes to `best`."""
    spent, size, rooms = 0.0, starts(problem), len(problem.rooms)
    for most in sorted({1, min(2, rooms), rooms}) if size > _TINY else ():
        whole = most == rooms
        if best.solution is not None and not whole and most > 1:
            # A second narrow round is for those that the first one finds nothing for.
            continue
        one = _Round(coarse(problem, objective, most), best, bounds=whole)
        ended = one.run(limits, _effort(limits, spent, whole), _seconds(limits, best, whole))
        spent += one.spent
        if whole and ended == cp_model.INFEASIBLE:
            return Status.INFEASIBLE
        if best.proven or limits.stop.reached(best.now):
            break
    if size <= _EXACT and not best.proven and not limits.stop.reached(best.now):
        one = _Round(exact(problem, objective), best, bounds=True)
        if one.run(limits, _effort(limits, spent, True), _seconds(limits, best, True)) == cp_model.INFEASIBLE:
            return Status.INFEASIBLE
    if best.solution is None:
        return Status.UNKNOWN
    return Status.OPTIMAL if best.proven else Status.FEASIBLE


def _effort(limits: Limits, spent: float, whole: bool) -> float | None:
    if limits.effort is None:
        return None
    left = max(limits.effort - spent, 0.0)
    return left if whole else min(left, _NARROW_EFFORT)


def _seconds(limits: Limits, best: Best, whole: bool) -> float | None:
    if limits.stop.seconds is None:
        return None if whole or limits.effort is not None else _NARROW_MOST
    left = max(limits.stop.seconds - best.now.seconds, 0.0)
    return left if whole or limits.effort is not None else min(left * _NARROW_SHARE, _NARROW_MOST)


class _Round(cp_model.CpSolverSolutionCallback):
    """One run of the solver on one model; what it finds is turned into timetables while it goes on."""

    def __init__(self, view: View, best: Best, *, bounds: bool) -> None:
        super().__init__()
        self._view, self._best, self._bounds = view, best, bounds
        self._found: deque[tuple[float, Callable[[], Solution | None]]] = deque()
        self.spent = 0.0

    def run(self, limits: Limits, effort: float | None, seconds: float | None) -> cp_model.CpSolverStatus:
        """Solves within the limits and returns how it ended."""
        self._hint()
        solver = _solver(limits, effort, seconds)
        if self._bounds:
            solver.best_bound_callback = self._bounded
        ended: list[cp_model.CpSolverStatus] = []
        working = Thread(target=lambda: ended.append(solver.solve(self._view.model, self)))
        working.start()
        # In a thread of its own, so that signals are heard here.
        while working.is_alive():
            self._arrange(newest=limits.effort is None)
            working.join(_LOOK)
            if limits.stop.reached(self._best.now):
                solver.stop_search()
        self._arrange(newest=limits.effort is None)
        self.spent = solver.response_proto.deterministic_time
        if self._bounds and ended[0] in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN):
            self._bounded(solver.best_objective_bound)
        return ended[0]

    def on_solution_callback(self) -> None:
        """Keeps what was found: the solver waits for this."""
        self._found.append((self.objective_value, self._view.read(self.value)))

    def _arrange(self, *, newest: bool) -> None:
        """Arranges what was found: all of it, or the best of it as long as it comes faster than it can be arranged."""
        while self._found:
            value, timetable = self._found.pop() if newest else self._found.popleft()
            if newest:
                self._found.clear()
            if self._best.value is None or value < self._best.value:
                found = timetable()
                if found is not None:
                    self._best.found(found)

    def _bounded(self, bound: float) -> None:
        # A hair above a whole number is that number; what lies between two is the higher one.
        self._best.bounded(ceil(bound - 1e-6))

    def _hint(self) -> None:
        known = self._best.solution
        for variable, value in self._view.hints(known) if known is not None else ():
            self._view.model.add_hint(variable, value)


def _solver(limits: Limits, effort: float | None, seconds: float | None) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    given = solver.parameters
    given.num_workers = limits.workers
    given.random_seed = limits.seed
    given.linearization_level = 2
    if limits.workers > 1:
        # One thread has the whole linear relaxation, the others look near what is known (planner-experiments.md).
        given.subsolvers.append("max_lp")
    # Ours are the signals.
    given.catch_sigint_signal = False
    if effort is not None:
        given.max_deterministic_time = effort
        given.interleave_search = True
    if seconds is not None:
        given.max_time_in_seconds = seconds
    return solver
