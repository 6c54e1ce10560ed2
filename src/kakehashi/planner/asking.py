"""Questions to the solver that have their time and their effort together."""

from collections.abc import Callable
from dataclasses import replace
from math import inf
from time import perf_counter

from kakehashi.planner.objective import Objective
from kakehashi.planner.parameters import RANGES, USUAL, Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Result
from kakehashi.planner.solving import solve
from kakehashi.planner.stopping import AnyOf, Stop, TimeLimit

_SHORTEST = 0.2
"""Seconds below which a question is not put: a large problem takes longer to be posed to the solver."""
_SMALLEST = 1e-3
"""The effort below which it is not."""


class Questions:
    """Puts one question after another, until `stop` says so for all of them, or `effort` is spent.

    The seconds of `stop` count from here on, by `clock`. Where effort alone counts, the same questions have the same
    answers on every machine.
    """

    def __init__(
        self,
        stop: Stop | None,
        effort: float | None = None,
        *,
        seed: int,
        workers: int,
        clock: Callable[[], float] = perf_counter,
        parameters: Parameters = USUAL,
    ) -> None:
        self._stop, self._effort, self._seed, self._workers = stop, effort, seed, workers
        self._clock, self._begun, self._parameters = clock, clock(), parameters

    def over(self, share: float) -> bool:
        """Whether this share of what is left is too little to put a question."""
        seconds, effort = self._left()
        return seconds * share < _SHORTEST or effort * share < _SMALLEST

    def _left(self) -> tuple[float, float]:
        """The seconds and the effort that are left; infinite where they do not count."""
        limit = None if self._stop is None else self._stop.seconds
        seconds = inf if limit is None else limit - (self._clock() - self._begun)
        return seconds, inf if self._effort is None else self._effort

    def ask(self, problem: Problem, objective: Objective, share: float, *ends: Stop) -> Result | None:
        """The end of a search that has this share of what is left, or ends before; `None` where too little is left."""
        if self.over(share):
            return None
        seconds, effort = (left * share for left in self._left())
        stops = [*ends, *(() if self._stop is None else (self._stop,))]
        if seconds < inf:
            stops.append(TimeLimit(seconds))
        parameters = self._parameters
        if self._effort is not None:
            # All at once: whether more of it would never answer worse is not asked of an answer.
            least, most, _ = RANGES["first_effort"]
            parameters = replace(parameters, first_effort=min(max(effort, least), most))
        result = solve(
            problem,
            AnyOf(stops),
            objective=objective,
            seed=self._seed,
            workers=self._workers,
            effort=None if self._effort is None else effort,
            parameters=parameters,
            clock=self._clock,
        )
        if self._effort is not None:
            self._effort -= result.effort or 0.0
        return result
