"""Who is told of a search while it goes on."""

from kakehashi.planner.result import Incumbent
from kakehashi.planner.solution import Solution


class Observer:
    """Methods that do nothing; overwrite those that matter. Searching threads call them: they may not raise."""

    def improved(self, now: Incumbent, solution: Solution) -> None:
        """A better timetable was found."""

    def bounded(self, now: Incumbent) -> None:
        """It was proven that no timetable is better than `now.bound`."""

    def aimed(self, number: int, among: int) -> None:
        """The search turned to another aim, `number` of `among`, counted from 0."""
