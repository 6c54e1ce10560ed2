"""The demands of talks by numbers: where each may stand, what it follows and what it shares.

Rules that a talk keeps or breaks by its place alone stand here, named as in `checking.rules`: no variable of any model
puts a talk where one of them forbids it.
"""

from collections.abc import Iterator, Mapping

from kakehashi.planner.problem import Block, Problem, Talk


def within_the_block(block: Block, talk: Talk) -> range:
    """The slots of a block that a talk may begin in so that it ends in that block."""
    return range(block.slots - talk.slots + 1)


def where_pinned(talk: Talk, block: str | None = None, room: str | None = None, first: int | None = None) -> bool:
    """Whether the pin of a talk, if it has one, names no other block, room or first slot; `None` is not asked for."""
    pin = talk.pinned
    if pin is None:
        return True
    asked = ((block, pin.block), (room, pin.room), (first, pin.first))
    return all(one is None or named in (None, one) for one, named in asked)


def never_where_barred(problem: Problem, talk: Talk, block: str | None = None, room: str | None = None) -> bool:
    """Whether a block or a room is barred neither for a talk nor for its track."""
    track = problem.track[talk.track]
    return not (
        block in talk.barred_blocks
        or block in track.barred_blocks
        or room in talk.barred_rooms
        or room in track.barred_rooms
    )


def never_in_barred_slots(block: Block, talk: Talk, first: int) -> bool:
    """Whether a talk that begins in a slot of a block fills none that is barred for it."""
    barred = talk.barred_slots.get(block.name)
    return not barred or barred.isdisjoint(range(first, first + talk.slots))


def blocks_of(problem: Problem, talk: Talk) -> frozenset[int]:
    """The blocks that a talk may stand in."""
    return frozenset(
        number
        for number, block in enumerate(problem.blocks)
        if where_pinned(talk, block=block.name)
        and never_where_barred(problem, talk, block=block.name)
        and any(firsts_of(problem, talk, number))
    )


def firsts_of(problem: Problem, talk: Talk, block: int) -> tuple[bool, ...]:
    """Of each slot of a block, whether a talk may begin there."""
    whole = problem.blocks[block]
    ending = within_the_block(whole, talk)
    return tuple(
        slot in ending and where_pinned(talk, first=slot) and never_in_barred_slots(whole, talk, slot)
        for slot in range(whole.slots)
    )


def rooms_of(problem: Problem, talk: Talk) -> frozenset[int]:
    """The rooms that a talk may stand in."""
    return frozenset(
        number
        for number, room in enumerate(problem.rooms)
        if where_pinned(talk, room=room.name) and never_where_barred(problem, talk, room=room.name)
    )


def first_of(talk: Talk) -> int | None:
    """The slot of its block that a talk must begin in; `None` for any."""
    return None if talk.pinned is None else talk.pinned.first


def starts_of(problem: Problem, talk: Talk) -> Iterator[tuple[int, int, int]]:
    """Every place where a talk may begin: the numbers of a block, a room and a slot."""
    rooms = sorted(rooms_of(problem, talk))
    for block in sorted(blocks_of(problem, talk)):
        firsts = [slot for slot, may in enumerate(firsts_of(problem, talk, block)) if may]
        yield from ((block, room, slot) for room in rooms for slot in firsts)


def sequences(problem: Problem) -> tuple[tuple[str, str], ...]:
    """Each two talks of which the second begins when the first has ended."""
    return tuple((earlier, talk.name) for talk in problem.talks for earlier in sorted(talk.after))


def resources_of(problem: Problem) -> Mapping[str, frozenset[int]]:
    """The numbers of the resources that each talk needs."""
    return {
        talk.name: frozenset(n for n, resource in enumerate(problem.resources) if talk.name in resource.talks)
        for talk in problem.talks
    }
