"""What came of a search: the timetable if there is one, how good it is, and how much better it might be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kakehashi.frozen import FrozenMap
from kakehashi.planner.objective import Term
from kakehashi.planner.solution import Solution


class Status(StrEnum):
    """What is known at the end of a search."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


def gap_of(value: int | None, bound: int) -> float | None:
    """By which part of its value a timetable may be worse than the best there is; `None` without a timetable."""
    return None if value is None else (value - bound) / max(abs(value), 1)


class Incumbent(NamedTuple):
    """The best that was known at a moment of a search: seconds since it began, value, bound (below every value)."""

    seconds: float
    value: int | None
    bound: int

    @property
    def gap(self) -> float | None:
        """By which part of its value a timetable may be worse than the best there is; `None` without a timetable."""
        return gap_of(self.value, self.bound)


class Level(NamedTuple):
    """What is known of one aim among several: its value, and a bound that no timetable is below which keeps what the
    aims before it have reached.
    """

    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing can be better."""
        return self.value <= self.bound

    @property
    def gap(self) -> float:
        """By which part of its value it may be worse than the best there is."""
        return (self.value - self.bound) / max(abs(self.value), 1)


@dataclass(frozen=True, slots=True)
class Result:
    """The end of a search. `terms` are those of the solution, `value` its objective, `bound` below that of every one.

    Of ordered aims `value` and `bound` are those of the first, and `levels` has all of them in their order, fairness
    as one for each party from the worst off on; those that were not begun are missing. `means` are the parties' means.
    `trace` tells each improvement of value or bound, aim after aim. `seconds` is the time of the whole search by the
    clock; `effort` is what it spent of the effort that was its limit, `None` if there was no such limit.
    """

    solution: Solution | None
    status: Status
    value: int | None
    bound: int
    terms: Mapping[Term, int]
    trace: tuple[Incumbent, ...]
    seed: int
    seconds: float
    levels: tuple[Level, ...] = ()
    means: Mapping[str, int] = field(default_factory=FrozenMap)
    effort: float | None = None

    @property
    def gap(self) -> float | None:
        """By which part of its value a solution may be worse than the best there is; `None` without a solution."""
        return gap_of(self.value, self.bound)
