"""Effort: what a search may spend where no clock counts, so that it goes the same way on every machine.

A search is a fixed sequence of pieces of work. Each says beforehand what it may take at most, which does not depend on
how much there is in all. The first for which too little is left ends the search: so whoever has more begins with all
that others do, and ends with a timetable that is no worse.
"""

from collections.abc import Iterator
from itertools import count

from kakehashi.planner.parameters import USUAL, Parameters


class Effort:
    """Deterministic seconds of the solver, from `limit` down."""

    def __init__(self, limit: float) -> None:
        self.left = limit
        self.over = False

    def begins(self, piece: float) -> bool:
        """Whether enough is left for a piece of work; once there was not, no other begins either."""
        self.over = self.over or piece > self.left
        return not self.over

    def spend(self, spent: float) -> None:
        """Takes off what a piece of work has taken."""
        self.left -= spent


def growing(most: float | None = None, parameters: Parameters = USUAL) -> Iterator[float]:
    """Pieces of effort, each longer than the one before, for work that can be begun again with what was found.

    With `most` they are so much together, and the last is the longest.
    """
    left, growth = most, parameters.effort_growth
    for piece in (parameters.first_effort * growth**number for number in count()):
        if left is not None:
            if left - piece < piece * growth:
                yield left
                return
            left -= piece
        yield piece
