"""When a search ends before it has proven its best."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kakehashi.planner.result import Incumbent


class Stop(Protocol):
    """Decides, whenever something was found and now and then besides, whether to go on."""

    def reached(self, now: Incumbent) -> bool:
        """Whether to end with what is known now."""

    @property
    def seconds(self) -> float | None:
        """The longest that the search may take, for parts that can only be told beforehand; `None` for no limit."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """Ends after so many seconds."""

    seconds: float

    def reached(self, now: Incumbent) -> bool:
        """Whether the time is over."""
        return now.seconds >= self.seconds


@dataclass(frozen=True, slots=True)
class FirstFeasible:
    """Ends with the first timetable."""

    seconds: None = None

    def reached(self, now: Incumbent) -> bool:
        """Whether there is one."""
        return now.value is not None


@dataclass(frozen=True, slots=True)
class GapBelow:
    """Ends when no timetable can be better by more than this part of the value."""

    gap: float
    seconds: None = None

    def reached(self, now: Incumbent) -> bool:
        """Whether the gap is as small."""
        return now.gap is not None and now.gap <= self.gap


@dataclass(slots=True)
class NoImprovement:
    """Ends when neither the value nor the bound has become better for so many seconds. Good for one search."""

    patience: float
    seconds: None = None
    _known: tuple[int | None, int] | None = field(default=None, init=False, repr=False)
    _since: float = field(default=0.0, init=False, repr=False)

    def reached(self, now: Incumbent) -> bool:
        """Whether nothing has become better for long enough."""
        if (now.value, now.bound) != self._known:
            self._known, self._since = (now.value, now.bound), now.seconds
        return now.seconds - self._since >= self.patience


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Ends when one of several says so."""

    stops: Sequence[Stop] = field(default_factory=tuple)

    @property
    def seconds(self) -> float | None:
        """The least of theirs."""
        known = [stop.seconds for stop in self.stops if stop.seconds is not None]
        return min(known, default=None)

    def reached(self, now: Incumbent) -> bool:
        """Whether any of them ends."""
        return any(stop.reached(now) for stop in self.stops)
