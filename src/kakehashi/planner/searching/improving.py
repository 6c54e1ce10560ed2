"""Making the best timetable better: a part of it is decided anew, again and again, and its talks are arranged."""

from dataclasses import replace
from functools import cached_property

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import Variables, declared, objective_of
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.arranging import Arranger
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.neighbourhoods import (
    Kinds,
    Standing,
    blocks_in_a_row,
    kept,
    some_blocks,
    some_rooms,
    some_tracks,
    tracks_at_once,
    tracks_next_door,
)
from kakehashi.planner.searching.reading import View, hints_of, view_of
from kakehashi.planner.searching.running import Allowance, Limits, Run
from kakehashi.planner.solution import Solution

_EFFORT = 0.2
"""Deterministic seconds of a round."""
_LEAST = 0.01
"""What a round counts at least: to make its model takes time as well."""
_PATIENCE = 200
"""Rounds without success that end the improvement."""
_WAYS = (
    (some_tracks, 0.1),
    (tracks_next_door, 0.1),
    (tracks_at_once, 0.1),
    (some_blocks, 0.2),
    (blocks_in_a_row, 0.2),
    (some_rooms, 0.5),
)


class Improvement:
    """Improves the best timetable of one problem. What has paid is remembered from one time to the next."""

    def __init__(self, problem: Problem, objective: Objective, best: Best) -> None:
        self._problem, self._objective, self._best = problem, objective, best
        self._kinds: Kinds | None = None

    @cached_property
    def _made(self) -> Variables:
        made = declared(self._problem, self._objective, len(self._problem.rooms))
        made.model.minimize(objective_of(made, self._objective))
        return made

    @cached_property
    def _view(self) -> View:
        return view_of(self._made, Arranger(self._problem, self._objective))

    def go(self, limits: Limits, allowance: Allowance) -> float:
        """Rounds until they do not pay, or a limit is reached; how much effort was spent."""
        best, spent, idle = self._best, 0.0, 0
        begun = best.now.seconds
        self._kinds = self._kinds or Kinds(_WAYS, limits.seed)
        while (known := best.solution) is not None and idle < _PATIENCE:
            left = _EFFORT if allowance.effort is None else min(_EFFORT, allowance.effort - spent)
            late = allowance.seconds is not None and best.now.seconds - begun >= allowance.seconds
            if left <= 0 or late or best.proven or limits.stop.reached(best.now):
                break
            spent += self._round(self._kinds, known, limits, left)
            idle = 0 if best.solution is not known else idle + 1
        return spent

    def _round(self, kinds: Kinds, known: Solution, limits: Limits, effort: float) -> float:
        values = {variable.index: value for variable, value in hints_of(self._made, known)}
        kind, part = kinds.next(Standing.of(self._made, values))
        run = Run(replace(self._view, model=kept(self._made, values, part)), self._best, bounds=False)
        seconds = limits.stop.seconds
        run.go(limits, Allowance(effort, None if seconds is None else max(seconds - self._best.now.seconds, 0.0)))
        ended = run.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        kinds.tried(kind, better=self._best.solution is not known, ended=ended)
        return max(run.spent, _LEAST)
