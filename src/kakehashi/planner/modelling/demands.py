"""The demands of talks by numbers: where each may stand, what it follows and what it shares."""

from collections.abc import Iterator, Mapping

from kakehashi.planner.problem import Problem, Talk


def blocks_of(problem: Problem, talk: Talk) -> frozenset[int]:
    """The blocks that a talk may stand in: long enough, not barred, and the one that it is pinned to."""
    barred = talk.barred_blocks | problem.track[talk.track].barred_blocks
    return frozenset(
        number
        for number, block in enumerate(problem.blocks)
        if block.slots >= talk.slots
        and block.name not in barred
        and (talk.pinned is None or talk.pinned.block == block.name)
        and any(firsts_of(problem, talk, number))
    )


def firsts_of(problem: Problem, talk: Talk, block: int) -> tuple[bool, ...]:
    """Of each slot of a block, whether a talk may begin there: it fits, fills no barred one, is pinned to no other."""
    whole, first = problem.blocks[block], first_of(talk)
    barred = talk.barred_slots.get(whole.name, frozenset())
    return tuple(
        first in (None, slot) and slot + talk.slots <= whole.slots and barred.isdisjoint(range(slot, slot + talk.slots))
        for slot in range(whole.slots)
    )


def rooms_of(problem: Problem, talk: Talk) -> frozenset[int]:
    """The rooms that a talk may stand in: not barred, and the one that it is pinned to if it is to one."""
    barred = talk.barred_rooms | problem.track[talk.track].barred_rooms
    pinned = None if talk.pinned is None else talk.pinned.room
    return frozenset(
        number for number, room in enumerate(problem.rooms) if room.name not in barred and pinned in (None, room.name)
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
