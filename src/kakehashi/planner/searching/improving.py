"""Making the best timetable better: a part of it is decided anew, again and again, and its talks are arranged."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from kakehashi.planner.modelling import declared, objective_of
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
    torn_tracks,
    tracks_at_once,
    tracks_next_door,
)
from kakehashi.planner.searching.reading import hints_of, view_of
from kakehashi.planner.searching.running import Allowance, Limits, Run
from kakehashi.planner.solution import Solution

_LEAST = 0.01
"""What a round counts at least: to make its model takes time as well."""
_WAYS = (
    (some_tracks, 0.1),
    (torn_tracks, 0.05),
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
        self._hands: list[_Hand] = []
        self._took = 0.0

    def go(self, limits: Limits, allowance: Allowance) -> None:
        """Rounds until they do not pay, or a limit is reached.

        Several threads take the best timetable from each other, unless effort counts: which of them is first is chance.
        """
        self._gather(limits)
        # Each is a single thread of the solver.
        own = replace(limits, workers=1)
        with ThreadPoolExecutor(len(self._hands)) as pool:
            working = [pool.submit(hand.go, own, allowance) for hand in self._hands]
            for future in working:
                future.result()

    def _gather(self, limits: Limits) -> None:
        """As many hands as there are threads, as long as there is time to make another model: that may take seconds."""
        while len(self._hands) < (limits.workers if limits.effort is None else 1):
            begun = self._best.now
            left = limits.seconds_left(begun)
            if self._hands and left is not None and left < self._took:
                return
            own = replace(limits, seed=limits.seed + len(self._hands))
            self._hands.append(_Hand(self._problem, self._objective, self._best, own))
            self._took = self._best.now.seconds - begun.seconds


class _Hand:
    """One of those who improve the best timetable, with a model of its own."""

    def __init__(self, problem: Problem, objective: Objective, best: Best, limits: Limits) -> None:
        self._made = declared(problem, objective, len(problem.rooms))
        self._made.model.minimize(objective_of(self._made, objective))
        self._view = view_of(self._made, Arranger(problem, objective))
        self._kinds = Kinds(_WAYS, limits.seed, limits.parameters)
        self._best = best

    def go(self, limits: Limits, allowance: Allowance) -> None:
        best, spent, idle, effort = self._best, 0.0, 0, limits.parameters.round_effort
        begun = best.now.seconds
        while (known := best.solution) is not None and idle < limits.parameters.improvement_patience:
            done = allowance.effort is not None and allowance.effort - spent < effort
            late = allowance.seconds is not None and best.now.seconds - begun >= allowance.seconds
            if done or late or best.proven or limits.stop.reached(best.now) or not limits.begins(effort):
                break
            spent += self._round(known, limits)
            idle = 0 if best.solution is not known else idle + 1

    def _round(self, known: Solution, limits: Limits) -> float:
        """Makes a part of what is known anew; what it took."""
        values = {variable.index: value for variable, value in hints_of(self._made, known)}
        kind, part = self._kinds.next(Standing.of(self._made, values))
        run = Run(replace(self._view, model=kept(self._made, values, part)), self._best, bounds=False, brief=True)
        run.go(limits, Allowance(limits.parameters.round_effort, limits.seconds_left(self._best.now)))
        self._kinds.tried(kind, better=self._best.solution is not known, ended=run.ended)
        if limits.effort is not None:
            limits.effort.spend(max(_LEAST - run.spent, 0.0))
        return max(run.spent, _LEAST)
