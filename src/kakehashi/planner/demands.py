"""What single talks demand, besides the rules that hold for all: pins, bars, an order in time, and what they share.

`Talk`, `Track` and `Problem` carry the demands. Here is of what kinds they are, and what contradicts itself in them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kakehashi.findings import Finding, Value

if TYPE_CHECKING:
    from kakehashi.planner.problem import Problem, Talk

MOST = 10**7
"""The largest cost: sums of costs times weights stay within 64 bits, in which the solver computes."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a talk must stand: in a block; in any of its rooms or in this one; from any slot on or from this, from 0.

    A minister who speaks on Wednesday at ten has a block and a slot, and a hall with a grand piano is a room.
    """

    block: str
    room: str | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """What there is `amount` times, at least once, and each of these talks needs once: interpreters, a crew, a camera.

    So many of the talks can fill the same slot of a block, whatever their rooms.
    """

    name: str
    amount: int
    talks: frozenset[str] = frozenset()


def demand_faults(problem: "Problem") -> Iterator[Finding]:
    """Everything in the demands of a problem that contradicts itself, or names what does not exist."""
    rooms = {room.name for room in problem.rooms}
    for kind, those in (("tracks", problem.tracks), ("talks", problem.talks)):
        for one in those:
            place = (kind, one.name)
            yield from _unknown("problem.unknown-block", place, one.barred_blocks, problem.block)
            yield from _unknown("problem.unknown-room", place, one.barred_rooms, rooms)
    for talk in problem.talks:
        yield from _pin_faults(problem, talk, rooms)
        yield from _slot_faults(problem, talk)
        yield from _unknown("problem.unknown-talk", ("talks", talk.name), talk.after, problem.talk)
    yield from _circles(problem)
    for resource in problem.resources:
        place = ("resources", resource.name)
        if resource.amount < 1:
            yield Finding("problem.no-amount", place, {"value": resource.amount})
        yield from _unknown("problem.unknown-talk", place, resource.talks, problem.talk)


def _unknown(code: str, place: tuple[str, ...], names: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    for name in sorted(names):
        if name not in known:
            yield Finding(code, place, {"value": name})


def _pin_faults(problem: "Problem", talk: "Talk", rooms: set[str]) -> Iterator[Finding]:
    pin, place = talk.pinned, ("talks", talk.name)
    blocks, barred_rooms = talk.barred_blocks, talk.barred_rooms
    if track := problem.track.get(talk.track):
        blocks, barred_rooms = blocks | track.barred_blocks, barred_rooms | track.barred_rooms
    if pin is None:
        long = {block.name for block in problem.blocks if block.slots >= talk.slots}
        if (long and long <= blocks) or (rooms and rooms <= barred_rooms):
            yield Finding("problem.nowhere-left", place)
        return
    yield from _unknown("problem.unknown-block", place, (pin.block,), problem.block)
    if pin.block in blocks:
        yield Finding("problem.pinned-and-barred", place, {"value": pin.block})
    if pin.block in problem.block:
        yield from _does_not_fit(pin, problem.block[pin.block].slots, talk)
    if pin.room is not None:
        yield from _unknown("problem.unknown-room", place, (pin.room,), rooms)
        if pin.room in barred_rooms:
            yield Finding("problem.pinned-and-barred", place, {"value": pin.room})
    elif rooms and rooms <= barred_rooms:
        yield Finding("problem.nowhere-left", place)


def _slot_faults(problem: "Problem", talk: "Talk") -> Iterator[Finding]:
    """Barred slots of blocks that do not exist, and a place to have stood at before that does not."""
    place = ("talks", talk.name)
    former = () if talk.former is None else (talk.former.block,)
    yield from _unknown("problem.unknown-block", place, {*talk.barred_slots, *former}, problem.block)
    if not 0 <= talk.moving <= MOST:
        yield Finding("problem.cost-too-large", place, {"value": talk.moving})


def _does_not_fit(pin: Pin, slots: int, talk: "Talk") -> Iterator[Finding]:
    place = ("talks", talk.name)
    values: dict[str, Value] = {"block": pin.block, "value": talk.slots, "expected": slots}
    if talk.slots > slots:
        yield Finding("problem.pinned-block-too-short", place, values)
    elif pin.first is not None and not 0 <= pin.first <= slots - talk.slots:
        yield Finding("problem.pinned-outside", place, values | {"slot": pin.first + 1})


def _circles(problem: "Problem") -> Iterator[Finding]:
    """Talks that wait for each other, one circle of each knot: told in the order in which they are to follow."""
    waiting = {talk.name: sorted(name for name in talk.after if name in problem.talk) for talk in problem.talks}
    while waiting:
        free = [name for name, earlier in waiting.items() if not any(one in waiting for one in earlier)]
        if not free:
            way = [next(iter(waiting))]
            while way[-1] not in way[:-1]:
                way.append(next(one for one in waiting[way[-1]] if one in waiting))
            free = way[-1 : way.index(way[-1]) : -1]
            yield Finding("problem.circle", ("talks", free[0]), {"talks": tuple(free)})
        for name in free:
            del waiting[name]
