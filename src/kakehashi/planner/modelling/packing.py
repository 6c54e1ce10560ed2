"""Talks of several slots in cells: they must fit whole, and not only in sum."""

from collections.abc import Collection

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.variables import Variables


def fit(made: Variables, groups: Collection[int], block: int, abreast: cp_model.LinearExprT) -> None:
    """So many cells of a block, or so many things that talks need, are enough for the talks of these groups there."""
    fill(made, groups, block, abreast)
    stand_whole(made, groups, block, abreast)


def fill(made: Variables, groups: Collection[int], block: int, abreast: cp_model.LinearExprT) -> None:
    """The talks of these groups fill no more slots of a block than so many cells have."""
    load = sum(made.groups[g].slots * made.held[g, block] for g in groups)
    made.model.add(load <= made.problem.blocks[block].slots * abreast)


def stand_whole(made: Variables, groups: Collection[int], block: int, abreast: cp_model.LinearExprT) -> None:
    """The talks of these groups fit whole into so many cells of a block: long ones do not fit side by side.

    In one cell no more than slots (parts - 1) fits, weighed so (dual feasible functions: Fekete and Schepers, 2001).
    """
    slots = made.problem.blocks[block].slots
    lengths = {g: made.groups[g].slots for g in groups}
    for parts in sorted({slots // length + 1 for length in lengths.values() if length > 1}):
        weights = {g: weighed(length, slots, parts) for g, length in lengths.items()}
        # Where none weighs more than its slots, `fill` says as much.
        if any(weights[g] > length * (parts - 1) for g, length in lengths.items()):
            load = sum(weight * made.held[g, block] for g, weight in weights.items())
            made.model.add(load <= slots * (parts - 1) * abreast)


def weighed(length: int, slots: int, parts: int) -> int:
    """What a talk weighs if only the parts of its cell count that it fills, of so many equal ones."""
    return length * (parts - 1) if length * parts % slots == 0 else length * parts // slots * slots


def leave_room(made: Variables) -> None:
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
