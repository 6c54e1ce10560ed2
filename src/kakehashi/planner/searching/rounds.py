"""The rounds of a search. First each track has one cell in a block, which is quick and mostly good, or two where one is
not enough; then as many as it likes, which alone proves how good a timetable can be.
"""

from collections import deque
from dataclasses import dataclass
from math import ceil
from threading import Thread

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import Variables, declared, objective_of
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Status
from kakehashi.planner.searching.arranging import Arranger, Plan
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.reading import hints_of, plan_of
from kakehashi.planner.stopping import Stop

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
    arranger = Arranger(problem, objective)
    spent = 0.0
    for most in sorted({1, min(2, len(problem.rooms)), len(problem.rooms)}):
        whole = most == len(problem.rooms)
        if best.solution is not None and not whole and most > 1:
            # A second narrow round is for those that the first one finds nothing for.
            continue
        made = declared(problem, objective, most)
        made.model.minimize(objective_of(made))
        one = _Round(made, arranger, best, bounds=whole)
        ended = one.run(limits, _effort(limits, spent, whole), _seconds(limits, best, whole))
        spent += one.spent
        if whole and ended == cp_model.INFEASIBLE:
            return Status.INFEASIBLE
        if best.proven or limits.stop.reached(best.now):
            break
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
    """One run of the solver on one model; each solution is arranged and handed on, from the solver's own threads."""

    def __init__(self, made: Variables, arranger: Arranger, best: Best, *, bounds: bool) -> None:
        super().__init__()
        self._made, self._arranger, self._best, self._bounds = made, arranger, best, bounds
        self._plans: deque[tuple[float, Plan]] = deque()
        self.spent = 0.0

    def run(self, limits: Limits, effort: float | None, seconds: float | None) -> cp_model.CpSolverStatus:
        """Solves within the limits and returns how it ended."""
        self._hint()
        solver = _solver(limits, effort, seconds)
        if self._bounds:
            solver.best_bound_callback = self._bounded
        ended: list[cp_model.CpSolverStatus] = []
        working = Thread(target=lambda: ended.append(solver.solve(self._made.model, self)))
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
        self._plans.append((self.objective_value, plan_of(self._made, self.value)))

    def _arrange(self, *, newest: bool) -> None:
        """Arranges what was found: all of it, or the best of it as long as it comes faster than it can be arranged."""
        while self._plans:
            value, plan = self._plans.pop() if newest else self._plans.popleft()
            if newest:
                self._plans.clear()
            if self._best.value is None or value < self._best.value:
                found = self._arranger.arranged(plan)
                if found is not None:
                    self._best.found(found)

    def _bounded(self, bound: float) -> None:
        # A hair above a whole number is that number; what lies between two is the higher one.
        self._best.bounded(ceil(bound - 1e-6))

    def _hint(self) -> None:
        known = self._best.solution
        for variable, value in hints_of(self._made, known) if known is not None else ():
            self._made.model.add_hint(variable, value)


def _solver(limits: Limits, effort: float | None, seconds: float | None) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    given = solver.parameters
    given.num_workers = limits.workers
    given.random_seed = limits.seed
    given.linearization_level = 2
    # Ours are the signals.
    given.catch_sigint_signal = False
    if effort is not None:
        given.max_deterministic_time = effort
        given.interleave_search = True
    if seconds is not None:
        given.max_time_in_seconds = seconds
    return solver
