"""The rounds of a search. First a timetable by construction, but where the order of talks rules; then the model in
which a track has one cell in a block, which is good there and mostly quick. Then a bound from counts alone, and parts
of the best timetable are made anew, in turn with the model in which a track has as many cells as it likes, which alone
proves how good a timetable can be. Last, if the problem is small, the model down to the slot, which knows every term as
it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import conflicts, starts
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.parameters import Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Status
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.constructing import Construction
from kakehashi.planner.searching.improving import Improvement
from kakehashi.planner.searching.reading import View, coarse, exact
from kakehashi.planner.searching.running import Allowance, Limits, Run


@dataclass(frozen=True, slots=True)
class Round:
    """What a round does, saying what it found out of all timetables, and how much it may: deterministic seconds, which
    are the same whatever is allowed in all; or a share of the time that is left, and so many seconds at most. `None`
    for no limit.
    """

    go: Callable[[Limits, Allowance], cp_model.CpSolverStatus]
    effort: float | None = None
    share: float = 1.0
    seconds: float | None = None

    def allowance(self, limits: Limits, best: Best) -> Allowance:
        """What it may take when its turn comes."""
        if limits.effort is not None:
            return Allowance(self.effort, limits.stop.seconds)
        if limits.stop.seconds is None:
            return Allowance(None, self.seconds)
        left = max(limits.stop.seconds - best.now.seconds, 0.0) * self.share
        return Allowance(None, left if self.seconds is None else min(left, self.seconds))


def search(problem: Problem, objective: Objective, best: Best, limits: Limits) -> Status:
    """Looks for the best timetable until it is proven or a limit is reached; what is found goes to `best`."""
    for step in _rounds(problem, objective, best, limits.parameters):
        allowance = step.allowance(limits, best)
        if allowance.nothing or best.proven or limits.over or limits.stop.reached(best.now):
            break
        status = step.go(limits, allowance)
        if status == cp_model.INFEASIBLE:
            return status_of(status, best)
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


def too_large(problem: Problem, objective: Objective, parameters: Parameters) -> bool:
    """Whether a problem is too large for the model down to the slot."""
    return _size(problem, objective) > parameters.exact_last


def _rounds(problem: Problem, objective: Objective, best: Best, parameters: Parameters) -> Iterator[Round]:
    size = _size(problem, objective)
    if size > parameters.exact_alone:
        yield from _large(problem, objective, best, parameters)
    if size <= max(parameters.exact_alone, parameters.exact_last):
        yield _solving(best, lambda: exact(problem, objective), proves=True)


def _large(problem: Problem, objective: Objective, best: Best, parameters: Parameters) -> Iterator[Round]:
    rooms = len(problem.rooms)
    construction = Construction(problem, objective, best)
    improvement = Improvement(problem, objective, best)

    def constructed(limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        construction.go(limits, allowance)
        return construction.status

    def improved(limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        improvement.go(limits, allowance)
        return cp_model.UNKNOWN

    ruled = _order_rules(problem, objective, parameters)
    if len(problem.tracks) * len(problem.cells) > parameters.many_cells:
        yield Round(constructed, effort=6.0, share=0.35, seconds=75.0)
        yield _solving(best, construction.view, proves=True, effort=10.0, share=0.25)
        yield Round(constructed, effort=20.0, share=0.7)
        yield Round(improved, effort=20.0, share=0.5)
        yield _solving(best, construction.view, proves=True)
        return
    if not ruled:
        yield Round(constructed, effort=6.0, share=0.3, seconds=30.0)
    if rooms > 1:
        yield _solving(best, lambda: coarse(problem, objective, 1), effort=20.0, share=0.3, seconds=60.0)
    if rooms > 2 and best.solution is None:
        yield _solving(best, lambda: coarse(problem, objective, 2), effort=20.0, share=0.3, seconds=60.0)
    yield _solving(best, construction.view, proves=True, effort=2.0, share=0.05, seconds=10.0)
    yield _solving(best, lambda: coarse(problem, objective, rooms), proves=True, effort=10.0, share=0.25, seconds=60.0)
    if not ruled:
        yield Round(constructed, effort=10.0, share=0.3, seconds=75.0)
        yield Round(improved, effort=10.0, share=0.3, seconds=60.0)
    yield _solving(best, lambda: coarse(problem, objective, rooms), proves=True, effort=60.0, share=0.6)
    if best.solution is None:
        # Talks may fit into their cells in sum and not side by side: with some room to spare they do.
        yield _solving(best, lambda: coarse(problem, objective, rooms, roomy=True), effort=20.0, share=0.5)
    yield Round(improved, effort=60.0)
    yield _solving(best, lambda: coarse(problem, objective, rooms), proves=True)


def _order_rules(problem: Problem, objective: Objective, parameters: Parameters) -> bool:
    """Whether many talks have a place in their track: parallel cells are little good to those."""
    ordered = sum(talk.order > 0 for talk in problem.talks) if Term.TALK_ORDER in objective.weights else 0
    return ordered >= parameters.ordered_share * len(problem.talks)


def _solving(
    best: Best,
    view: Callable[[], View],
    *,
    proves: bool = False,
    effort: float | None = None,
    share: float = 1.0,
    seconds: float | None = None,
) -> Round:
    """A round of the solver on one model, which is made when its turn comes; whether it speaks of all timetables."""

    def go(limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        made = view()
        for piece in allowance.pieces(limits):
            run = Run(made, best, bounds=proves)
            run.go(limits, piece)
            if run.ended or best.proven or limits.stop.reached(best.now):
                return run.status if proves else cp_model.UNKNOWN
        return cp_model.UNKNOWN

    return Round(go, effort, share, seconds)


def _size(problem: Problem, objective: Objective) -> int:
    """About how many variables the exact model has."""
    slots = sum(block.slots for block in problem.blocks)
    return starts(problem) + slots * len(conflicts(problem, objective))
