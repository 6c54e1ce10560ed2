"""What there is too little of for any timetable, counted without a solver; and how much more is enough.

A cell holds talks of one track. So a track needs cells of its own, and talks of several slots need cells that are long
enough: each track at least as many as if it had the longest of them. If that is more than there are, no timetable is.

>>> from kakehashi.planner import Block, Problem, Room, Talk, Track
>>> tracks = (Track("tea"), Track("cake"), Track("jam"))
>>> talks = [Talk(f"of {track.name}", track.name) for track in tracks]
>>> list(shortages(Problem((Block("morning", 2),), (Room("hall"), Room("attic")), tracks, tuple(talks))))
[Shortage(slots=1, needed=3, there=2)]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kakehashi.planner.conflicts import Feasible
from kakehashi.planner.problem import Problem
from kakehashi.planner.wishes import Wish, WishKind, without


@dataclass(frozen=True, slots=True)
class Shortage:
    """Talks of `slots` slots or more need at least `needed` cells that are so long, and fewer are `there`."""

    slots: int
    needed: int
    there: int


def shortages(problem: Problem) -> Iterator[Shortage]:
    """What there is too little of, for the shortest talks first; nothing twice. There may be none of an impossible
    problem: not everything is counted.
    """
    cells = [problem.block[block].slots for block, room in problem.cells if (block, room) not in problem.closed]
    told: set[tuple[int, int]] = set()
    for slots in sorted({1, *(talk.slots for talk in problem.talks)}):
        long = sorted((size for size in cells if size >= slots), reverse=True)
        needed = 0
        for talks in problem.talks_of.values():
            needed += _fewest([talk.slots for talk in talks if talk.slots >= slots], long)
        if needed > len(long) and (needed, len(long)) not in told:
            told.add((needed, len(long)))
            yield Shortage(slots, needed, len(long))


def _fewest(lengths: Sequence[int], cells: Sequence[int]) -> int:
    """How many of these cells, the longest first, talks of one track need at least; one too many if all are too few."""
    as_long = {length: sum(other >= length for other in lengths) for length in set(lengths)}

    def suffice(some: Sequence[int]) -> bool:
        whole = all(sum(size // length for size in some) >= talks for length, talks in as_long.items())
        return whole and sum(some) >= sum(lengths)

    return next((number for number in range(len(cells) + 1) if suffice(cells[:number])), len(cells) + 1)


def enough(problem: Problem, kind: WishKind, feasible: Feasible) -> int | None:
    """With how many rooms more (`ONE_MORE_ROOM`), or blocks as long as the longest (`ONE_MORE_BLOCK`), there is a
    timetable of a problem that has none: the fewest that `feasible` answers for. `None` if it answers for none.
    """
    too_few, number = 0, 1
    while not (answer := feasible(without(problem, [Wish(kind)] * number))):
        if answer is None or number >= len(problem.talks):
            return None
        too_few, number = number, 2 * number
    while number - too_few > 1:
        middle = (number + too_few) // 2
        if feasible(without(problem, [Wish(kind)] * middle)):
            number = middle
        else:
            too_few = middle
    return number
