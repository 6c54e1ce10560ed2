"""The hours that a week picture shows: those in which something happens, long empty stretches folded away.

Heights are in the units of the picture's `viewBox`, hours are counted from the host's midnight, with fractions.
"""

from collections.abc import Iterable
from typing import NamedTuple

FOLD = 3
"""Empty hours up to this many stay; more are folded."""

BREAK = 12.0
"""The room between two runs of hours."""

EMPTY = ((9, 18),)
"""The hours shown when nothing is placed."""


class Axis(NamedTuple):
    """Runs of whole hours on the host's clock from top to bottom; hours past 24 belong to the next date.

    >>> axis = Axis(((9, 12), (20, 22)), top=100, hour=50)
    >>> axis.y(10.5), axis.y(20), axis.bottom
    (175.0, 262.0, 362.0)
    >>> axis.y(15) == axis.y(12)
    True
    """

    runs: tuple[tuple[int, int], ...]
    top: float
    hour: float

    @property
    def spans(self) -> tuple[tuple[int, int, float], ...]:
        """Each run with the height at which it begins."""
        placed, y = [], self.top
        for first, last in self.runs:
            placed.append((first, last, y))
            y += (last - first) * self.hour + BREAK
        return tuple(placed)

    @property
    def bottom(self) -> float:
        """Where the last run ends."""
        first, last, y = self.spans[-1]
        return y + (last - first) * self.hour

    def y(self, hour: float) -> float:
        """The height of an hour. One that is folded away lies in the break after its run."""
        for first, last, y in reversed(self.spans):
            if hour >= first:
                return y + min(hour - first, last - first) * self.hour
        return self.top


def runs(stretches: Iterable[tuple[float, float]]) -> tuple[tuple[int, int], ...]:
    """The whole hours around the given stretches, with some air before the first.

    >>> runs([(14, 15), (18.75, 19.75), (25, 26)])
    ((13, 20), (24, 26))
    """
    padded = sorted(_padded(first, last) for first, last in stretches)
    found: list[tuple[int, int]] = []
    for first, last in padded:
        if found and first - found[-1][1] <= FOLD:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found) or EMPTY


def _padded(first: float, last: float) -> tuple[int, int]:
    start = max(0, int((first - 0.5) // 1))
    # -int(-x // 1) rounds up as // rounds down: whole hours around the stretch, one at least.
    return start, max(start + 1, -int(-last // 1))


def hour_height(shown: Iterable[tuple[int, int]], usual: float, most: float) -> float:
    """The height of an hour: as usual, or less where so many hours are shown that the picture would pass `most`.

    It is never less than half the usual height, at which figures still keep apart; the picture is longer then.

    >>> hour_height([(9, 18)], 108, 1400), hour_height([(0, 20)], 108, 1400), hour_height([(0, 40)], 108, 1400)
    (108, 70.0, 54.0)
    """
    count = sum(last - first for first, last in shown)
    return max(usual / 2, min(usual, most / count))
