"""The rounds of a search. First a timetable by construction, which ends with the first where the order of talks rules;
then the model in which a track has one cell in a block, which is good there and mostly quick. Then a bound from counts
alone, and parts of the best timetable are made anew, in turn with the model in which a track has as many cells as it
likes, which alone proves how good a timetable can be. Last, if the problem is small, the model down to the slot, which
knows every term as it is; if it is tiny, first as well.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

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
from kakehashi.planner.stopping import AnyOf, FirstFeasible


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
    in_slots = _Model(best, lambda: exact(problem, objective), proves=True)
    if size <= parameters.exact_alone:
        yield in_slots.round(effort=0.5, share=0.1, seconds=2.0)
        yield from _small(problem, objective, best)
    else:
        yield from _Large(problem, objective, best, parameters).rounds()
    if size <= max(parameters.exact_alone, parameters.exact_last):
        yield in_slots.round()


def _small(problem: Problem, objective: Objective, best: Best) -> Iterator[Round]:
    """What bounds soon: of that the model down to the slot knows little."""
    yield _Model(best, Construction(problem, objective, best).view, proves=True).round(effort=1.0, share=0.1)
    whole = _Model(best, lambda: coarse(problem, objective, len(problem.rooms)), proves=True)
    yield whole.round(effort=1.0, share=0.1)


class _Large:
    """The rounds of a problem that is too large to begin with the model down to the slot."""

    def __init__(self, problem: Problem, objective: Objective, best: Best, parameters: Parameters) -> None:
        self._problem, self._objective, self._best = problem, objective, best
        self._many_cells = len(problem.tracks) * len(problem.cells) > parameters.many_cells
        self._ruled = _order_rules(problem, objective, parameters)
        self._construction = Construction(problem, objective, best)
        self._improvement = Improvement(problem, objective, best)
        self._counts = _Model(best, self._construction.view, proves=True)
        self._whole = self._coarse(len(problem.rooms), proves=True)

    def rounds(self) -> Iterator[Round]:
        """One after another; which comes next may depend on what was found until then."""
        if self._many_cells:
            yield from self._of_many_cells()
            return
        yield from self._begin()
        yield self._counts.round(effort=2.0, share=0.05, seconds=10.0)
        yield self._whole.round(effort=10.0, share=0.25, seconds=60.0)
        yield from self._go_on()

    def _of_many_cells(self) -> Iterator[Round]:
        yield Round(self._constructed, effort=6.0, share=0.35, seconds=75.0)
        yield self._counts.round(effort=10.0, share=0.25)
        yield Round(self._constructed, effort=20.0, share=0.7)
        yield Round(self._improved, effort=20.0, share=0.5)
        yield self._counts.round()

    def _begin(self) -> Iterator[Round]:
        """Looks for a first timetable, and for one in which a track has one cell in a block."""
        if self._ruled:
            yield Round(self._begun, effort=6.0, share=0.1, seconds=10.0)
        else:
            yield Round(self._constructed, effort=6.0, share=0.3, seconds=30.0)
        rooms = len(self._problem.rooms)
        if rooms > 1:
            narrow = self._coarse(1, afresh=self._ruled)
            yield narrow.round(effort=20.0, share=0.3, seconds=60.0)
            if self._ruled and narrow.status == cp_model.INFEASIBLE:
                # Where parallel cells cannot be avoided, it is worth choosing them well.
                self._ruled = False
                yield Round(self._constructed, effort=6.0, share=0.3, seconds=30.0)
        if self._best.solution is None:
            # In a full house it takes long to find any counts.
            yield Round(self._begun, effort=12.0, share=0.5, seconds=120.0)
        if rooms > 2 and self._best.solution is None:
            yield self._coarse(2).round(effort=20.0, share=0.3, seconds=60.0)

    def _go_on(self) -> Iterator[Round]:
        """Makes the best timetable better, in turn with what proves how good it is."""
        if not self._ruled:
            yield Round(self._constructed, effort=10.0, share=0.3, seconds=75.0)
            yield Round(self._improved, effort=10.0, share=0.3, seconds=60.0)
        if not self._whole.ended:
            yield self._whole.round(effort=60.0, share=0.6)
        if self._best.solution is None:
            # Talks may fit into their cells in sum and not side by side: with some room to spare they do.
            yield self._coarse(len(self._problem.rooms), roomy=True).round(effort=20.0, share=0.5)
        yield Round(self._improved, effort=60.0, share=0.5 if self._whole.ended else 1.0)
        if not self._whole.ended:
            yield self._whole.round()

    def _coarse(self, most: int, *, proves: bool = False, afresh: bool = False, roomy: bool = False) -> "_Model":
        """The model in which a track has so many cells in a block at the most."""
        made = partial(coarse, self._problem, self._objective, most, roomy=roomy)
        return _Model(self._best, made, proves=proves, afresh=afresh)

    def _constructed(self, limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        self._construction.go(limits, allowance)
        return self._construction.status

    def _begun(self, limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        return self._constructed(replace(limits, stop=AnyOf((limits.stop, FirstFeasible()))), allowance)

    def _improved(self, limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        self._improvement.go(limits, allowance)
        return cp_model.UNKNOWN


def _order_rules(problem: Problem, objective: Objective, parameters: Parameters) -> bool:
    """Whether many talks have a place in their track: parallel cells are little good to those."""
    ordered = sum(talk.order > 0 for talk in problem.talks) if Term.TALK_ORDER in objective.weights else 0
    return ordered >= parameters.ordered_share * len(problem.talks)


class _Model:
    """One model, made when its turn comes, and how the solver ended on it. `proves`: it speaks of all timetables.

    `afresh`: the best timetable is nothing to begin with. Where the order of talks rules, the first one constructed is
    so bad that it is the wrong place to look.
    """

    def __init__(self, best: Best, view: Callable[[], View], *, proves: bool = False, afresh: bool = False) -> None:
        self.status = cp_model.UNKNOWN
        self._best, self._view, self._proves, self._afresh = best, view, proves, afresh

    @property
    def ended(self) -> bool:
        """Whether the solver came to an end by itself."""
        return self.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)

    def round(self, *, effort: float | None = None, share: float = 1.0, seconds: float | None = None) -> Round:
        """A round of the solver on it."""
        return Round(self._solved, effort, share, seconds)

    def _solved(self, limits: Limits, allowance: Allowance) -> cp_model.CpSolverStatus:
        made = replace(self._view(), hints=lambda _: iter(())) if self._afresh else self._view()
        for piece in allowance.pieces(limits):
            run = Run(made, self._best, bounds=self._proves)
            run.go(limits, piece)
            self.status = run.status
            if self.ended or self._best.proven or limits.stop.reached(self._best.now):
                return run.status if self._proves else cp_model.UNKNOWN
        return cp_model.UNKNOWN


def _size(problem: Problem, objective: Objective) -> int:
    """About how many variables the exact model has."""
    slots = sum(block.slots for block in problem.blocks)
    return starts(problem) + slots * len(conflicts(problem, objective))
