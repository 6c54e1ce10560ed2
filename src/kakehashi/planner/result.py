"""What came of a search: the timetable if there is one, how good it is, and how much better it might be."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class Result:
    """The end of a search. `terms` are those of the solution, `value` its objective, `bound` below that of every one.

    `trace` tells each improvement of value or bound. `seconds` is the time of the whole search by the clock.
    """

    solution: Solution | None
    status: Status
    value: int | None
    bound: int
    terms: Mapping[Term, int]
    trace: tuple[Incumbent, ...]
    seed: int
    seconds: float

    @property
    def gap(self) -> float | None:
        """By which part of its value a solution may be worse than the best there is; `None` without a solution."""
        return gap_of(self.value, self.bound)
