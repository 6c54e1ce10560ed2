"""Talks of several slots in cells: they must fit whole, and not only in sum."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kakehashi.planner.modelling.variables import Variables


def weighed(length: int, slots: int, parts: int) -> int:
    """What a talk weighs if only the parts of its cell count that it fills, of so many equal ones."""
    return length * (parts - 1) if length * parts % slots == 0 else length * parts // slots * slots


def leave_room(made: "Variables") -> None:
    """So much of a track's cells stays free that its talks fit in, one after another, wherever there is room.

    A talk of l slots that found none would leave c cells of S slots with at least S - l + 1 filled slots each, more
    than c S - (c - 1)(L - 1) together with it, where L is the longest. No rule: sound timetables may be fuller.
    """
    for track in made.tracks:
        groups = made.groups_of_track[track]
        longest = max((made.groups[g].slots for g in groups), default=1)
        for block in made.blocks:
            slots, count, used = made.problem.blocks[block].slots, made.count(track, block), made.used[track, block]
            load = sum(made.groups[g].slots * made.held[g, block] for g in groups)
            made.model.add(load <= slots * count - (longest - 1) * (count - used))
