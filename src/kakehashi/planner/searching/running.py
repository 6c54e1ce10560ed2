"""One run of the solver: what it finds is turned into timetables while it goes on."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from threading import Thread

from ortools.sat.python import cp_model

from kakehashi.planner.parameters import USUAL, Parameters
from kakehashi.planner.result import Incumbent
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.effort import Effort, growing
from kakehashi.planner.searching.reading import Making, View
from kakehashi.planner.stopping import Stop

_LOOK = 0.05
"""Seconds between two looks at whether to stop."""
_PRECISE = 2.0**52
"""From here on a float, in which the solver tells its bound, may lie beside the whole number that is meant."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How a search is bounded: when it stops, its effort if that counts, its threads and its seed; and its numbers."""

    stop: Stop
    effort: Effort | None
    workers: int
    seed: int
    parameters: Parameters = USUAL

    def seconds_left(self, now: Incumbent) -> float | None:
        """The seconds until the search has to end, never below 0; `None` for no limit."""
        return None if self.stop.seconds is None else max(self.stop.seconds - now.seconds, 0.0)

    @property
    def over(self) -> bool:
        """Whether effort has ended the search."""
        return self.effort is not None and self.effort.over

    def begins(self, piece: float) -> bool:
        """Whether a piece of work may be begun that takes so much effort at most; where effort counts not, it may."""
        return self.effort is None or self.effort.begins(piece)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one run may take: deterministic seconds, and seconds by the clock; `None` for no limit."""

    effort: float | None
    seconds: float | None

    def part(self, share: float) -> "Allowance":
        """A share of it."""
        effort, seconds = (None if it is None else it * share for it in (self.effort, self.seconds))
        return Allowance(effort, seconds)

    @property
    def nothing(self) -> bool:
        """Whether there is none of it: a run would end before it begins."""
        return 0.0 in (self.effort, self.seconds)

    def pieces(self, limits: Limits) -> Iterator["Allowance"]:
        """All of it at once; where effort counts, in pieces that grow, as far as the search may go on."""
        if limits.effort is None:
            yield self
            return
        for piece in growing(self.effort, limits.parameters):
            if not limits.begins(piece):
                return
            yield Allowance(piece, self.seconds)


class Run(cp_model.CpSolverSolutionCallback):
    """A run on one model. What bounds its values bounds those of all timetables, if `bounds`; `brief`: see `hurry`.

    `loose`: of the linear relaxation little is used, where any solution will do.
    """

    def __init__(self, view: View, best: Best, *, bounds: bool, brief: bool = False, loose: bool = False) -> None:
        super().__init__()
        self._brief, self._loose = brief, loose
        self._view, self._best, self._bounds = view, best, bounds
        self._found: deque[tuple[float, Making]] = deque()
        self._failed: list[BaseException] = []
        self.status = cp_model.UNKNOWN
        self.spent = 0.0

    @property
    def ended(self) -> bool:
        """Whether the solver came to an end by itself: more time would find nothing else."""
        return self.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)

    def go(self, limits: Limits, allowance: Allowance) -> None:
        """Solves within the limits. How it ended and the deterministic seconds spent stand in `status` and `spent`."""
        known = self._best.solution
        self._view.model.clear_hints()  # type: ignore[no-untyped-call]
        for variable, value in self._view.hints(known) if known is not None else ():
            self._view.model.add_hint(variable, value)
        solver = _solver(limits, allowance)
        if self._brief:
            hurry(solver)
        if self._loose:
            solver.parameters.linearization_level = 1
        if self._bounds:
            solver.best_bound_callback = self._bounded
            if limits.workers > 1 and allowance.effort is None:
                # One thread has the whole linear relaxation, the others look near what is known: see
                # docs/planner-experiments.md. To find something at all, the solver's own choice is better.
                solver.parameters.subsolvers.append("max_lp")
        working = Thread(target=self._work, args=(solver,))
        working.start()
        # In a thread of its own, so that signals are heard here.
        while working.is_alive():
            self._arrange(limits)
            working.join(_LOOK)
            # Where effort counts, the solver ends by itself: what it spends must not depend on when this is seen.
            proven = self._best.proven and limits.effort is None
            if proven or limits.stop.reached(self._best.now):
                solver.stop_search()
        if self._failed:
            raise self._failed[0]
        self._arrange(limits)
        self.spent = solver.response_proto.deterministic_time
        if limits.effort is not None:
            limits.effort.spend(self.spent)
        # Of a search that found nothing the bound says nothing.
        if self._bounds and self.status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._bounded(solver.best_objective_bound)

    def _work(self, solver: cp_model.CpSolver) -> None:
        try:
            self.status = solver.solve(self._view.model, self)
            if self.status == cp_model.MODEL_INVALID:
                raise AssertionError(self._view.model.validate())
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            self._failed.append(error)

    def on_solution_callback(self) -> None:
        """Keeps what was found: the solver waits for this."""
        self._found.append((self.objective_value, self._view.read(self.value)))

    def _arrange(self, limits: Limits) -> None:
        """Arranges what was found: the newest while solutions come faster than they can be arranged, or every one where
        effort counts.
        """
        while self._found:
            waiting = [self._found.popleft() for _ in range(len(self._found))]
            for value, timetable in waiting if limits.effort is not None else waiting[-1:]:
                if self._best.value is None or value < self._best.value:
                    offer(timetable, self._best, limits)

    def _bounded(self, bound: float) -> None:
        # A hair above a whole number is that number; what lies between two is the higher one.
        slack = 1e-6 if abs(bound) < _PRECISE else abs(bound) / _PRECISE * 2
        self._best.bounded(ceil(bound - slack))


def offer(timetable: Making, best: Best, limits: Limits) -> None:
    """Takes a timetable in the time that is left; where none is known yet, first as soon as can be."""
    if best.value is None and (found := timetable(lambda: 0.0)):
        best.found(found)
    if not limits.stop.reached(best.now) and (found := timetable(lambda: limits.seconds_left(best.now))):
        best.found(found)


def hurry(solver: cp_model.CpSolver) -> None:
    """Simplifies a model once and no more: where most of it is fixed, that is enough, and the rest takes longest."""
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_presolve_iterations = 1


def _solver(limits: Limits, allowance: Allowance) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    given = solver.parameters
    given.num_workers = limits.workers
    given.random_seed = limits.seed
    given.linearization_level = 2
    # Ours are the signals.
    given.catch_sigint_signal = False
    if allowance.effort is not None:
        given.max_deterministic_time = allowance.effort
        given.interleave_search = True
        # Of two threads that find something equally good, either may be the first to say so.
        given.num_workers = 1
    if allowance.seconds is not None:
        given.max_time_in_seconds = allowance.seconds
    return solver
