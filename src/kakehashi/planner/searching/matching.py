"""Sessions and rooms of one block: who goes where as cheaply as can be, and what proves it."""

from collections.abc import Mapping, Sequence

from ortools.graph.python import linear_sum_assignment  # type: ignore[import-untyped]


def matched(prices: Sequence[Mapping[int, int]], rooms: int) -> tuple[int, ...] | None:
    """A room for each session, of those that it has a price for, none twice, as cheaply as can be; `None` if none can.

    Rooms go by number, from 0 (linear sum assignment; rooms that stay empty are taken by nobody, who pays nothing).
    """
    if len(prices) > rooms or not all(prices):
        return None
    assignment = linear_sum_assignment.SimpleLinearSumAssignment()
    for session, own in enumerate(prices):
        # With costs below 0 it may call infeasible what is not (OR-Tools 9.15).
        least = min(own.values())
        for room, price in own.items():
            assignment.add_arc_with_cost(session, room, price - least)
    for nobody in range(len(prices), rooms):
        for room in range(rooms):
            assignment.add_arc_with_cost(nobody, room, 0)
    if assignment.solve() != assignment.OPTIMAL:
        return None
    return tuple(assignment.right_mate(session) for session in range(len(prices)))


def rents(prices: Sequence[Mapping[int, int]], taken: Sequence[int], rooms: int) -> tuple[int, ...]:
    """What each room would have to cost less, so that every session were in its cheapest, if these are the cheapest.

    None is above 0, and none of those that stay empty below; they are the greatest such rents (the dual of linear sum
    assignment, by shortest ways: Bellman, 1958).
    """
    found = [0] * rooms
    changed = True
    while changed:
        changed = False
        for own, room in zip(prices, taken, strict=True):
            base = found[room] - own[room]
            for other, price in own.items():
                if base + price < found[other]:
                    found[other], changed = base + price, True
    return tuple(found)
