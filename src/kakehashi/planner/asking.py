"""Questions to the solver that have their time and their effort together."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from kakehashi.planner.objective import Objective
from kakehashi.planner.parameters import RANGES, USUAL, Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Result
from kakehashi.planner.solving import solve
from kakehashi.planner.stopping import AnyOf, Stop, TimeLimit

_SHORTEST = 0.2
"""Seconds below which a question is not put: a large problem takes longer to be posed to the solver."""


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

    def ask(self, problem: Problem, objective: Objective, share: float, *ends: Stop) -> Result | None:
        """The end of a search that has this share of what is left, or ends before; `None` where too little is left."""
        stops = list(ends)
        if self._stop is not None:
            stops.append(self._stop)
            if self._stop.seconds is not None:
                seconds = (self._stop.seconds - (self._clock() - self._begun)) * share
                if seconds < _SHORTEST:
                    return None
                stops.append(TimeLimit(seconds))
        effort, parameters = None, self._parameters
        if self._effort is not None:
            effort = max(self._effort * share, 0.0)
            # All at once: whether more of it would never answer worse is not asked of an answer.
            least, most, _ = RANGES["first_effort"]
            parameters = replace(parameters, first_effort=min(max(effort, least), most))
        result = solve(
            problem,
            AnyOf(stops),
            objective=objective,
            seed=self._seed,
            workers=self._workers,
            effort=effort,
            parameters=parameters,
            clock=self._clock,
        )
        if self._effort is not None:
            self._effort -= result.effort or 0.0
        return result
