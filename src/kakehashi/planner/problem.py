"""What is to be planned: talks of tracks, blocks of slots, rooms, and what it costs to put one into another.

Everything goes by name; the order in which blocks, rooms, tracks and talks are given is their order in time and in
files. A *cell* is one room during one block: it holds one session, which is of one track.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

from kakehashi.findings import Finding, Refused
from kakehashi.frozen import FrozenMap
from kakehashi.planner.demands import MOST, Pin, Resource, demand_faults
from kakehashi.planner.parties import Party, party_faults
from kakehashi.planner.places import Cell, Place

Costs: TypeAlias = FrozenMap[str, int]
"""What it costs to be in a block, or in a room, by its name; nothing where the name is not given."""
Slots: TypeAlias = FrozenMap[str, frozenset[int]]
"""Slots of blocks, by the block's name, counted from 0."""

FREE: Costs = FrozenMap()
NO_SLOTS: Slots = FrozenMap()


class InvalidProblem(Refused):
    """A problem that contradicts itself; its findings tell all that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of time of `slots` equal slots, at least one, in every room at once."""

    name: str
    slots: int


@dataclass(frozen=True, slots=True)
class Room:
    """A place or a stream."""

    name: str


@dataclass(frozen=True, slots=True)
class Track:
    """Talks that belong together, the people who lead their sessions, and what its sessions cost where they stand.

    None of its talks stands in a barred block or a barred room. No more than `most_cells` cells name it, if that says a
    number.
    """

    name: str
    chairs: frozenset[str] = frozenset()
    block_costs: Costs = FREE
    room_costs: Costs = FREE
    barred_blocks: frozenset[str] = frozenset()
    barred_rooms: frozenset[str] = frozenset()
    most_cells: int | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """What takes `slots` consecutive slots of one cell.

    `order` is the place that it should have among the talks of its track, from 1; 0 for any. `hour_costs` say how bad
    the hours of a block are for whoever presents it. Its costs count once for each slot that it takes.

    It stands where it is `pinned`, never in a barred block or a barred room, fills none of its `barred_slots`, and
    begins when all talks of `after` have ended: those stand in earlier blocks, or in earlier slots of the same block,
    whatever their room. No talk of its track with a lower `stage` begins later: opening remarks have one below 0,
    closing remarks one above. `former` is where it stood before; to begin at another time costs `moving` in
    `Term.MOVED`.
    """

    name: str
    track: str
    slots: int = 1
    order: int = 0
    presenters: frozenset[str] = frozenset()
    attendees: frozenset[str] = frozenset()
    hour_costs: Costs = FREE
    block_costs: Costs = FREE
    room_costs: Costs = FREE
    pinned: Pin | None = None
    barred_blocks: frozenset[str] = frozenset()
    barred_rooms: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    barred_slots: Slots = NO_SLOTS
    stage: int = 0
    former: Place | None = None
    moving: int = 1


@dataclass(frozen=True)
class Problem:
    """A timetable to be found. Raises `InvalidProblem` with everything that contradicts itself.

    `similar` gives pairs of tracks that should not run at once, with the cost of each pair, in either order (a pair
    given in both costs the sum; a track beside itself costs nothing here); `room_costs` what it costs to use a cell.
    `resources` are what talks share and there is not without end. No session stands in a `closed` cell. Nobody of
    `alone` is in two places at once: neither presents two talks in the same slot, nor chairs two cells of a block, nor
    presents outside the cells of a block that they chair. In an `unbroken` problem every session begins with its block
    and has no gap: each of its talks that is not pinned to a slot begins in the first, or when another one ends.
    `parties` are whom a timetable burdens.
    """

    blocks: tuple[Block, ...]
    rooms: tuple[Room, ...]
    tracks: tuple[Track, ...]
    talks: tuple[Talk, ...]
    similar: Mapping[tuple[str, str], int] = field(default_factory=FrozenMap)
    room_costs: Mapping[Cell, int] = field(default_factory=FrozenMap)
    resources: tuple[Resource, ...] = ()
    closed: frozenset[Cell] = frozenset()
    alone: frozenset[str] = frozenset()
    unbroken: bool = False
    parties: tuple[Party, ...] = ()

    def __post_init__(self) -> None:
        for name in ("blocks", "rooms", "tracks", "talks", "resources", "parties"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        for name in ("similar", "room_costs"):
            object.__setattr__(self, name, FrozenMap(getattr(self, name)))
        faults = tuple(_faults(self))
        if faults:
            raise InvalidProblem(faults)

    def replace(self, **parts: Any) -> "Problem":
        """The same problem with other parts. Raises `InvalidProblem`."""
        return replace(self, **parts)

    @cached_property
    def block(self) -> Mapping[str, Block]:
        """Blocks by name."""
        return {one.name: one for one in self.blocks}

    @cached_property
    def track(self) -> Mapping[str, Track]:
        """Tracks by name."""
        return {one.name: one for one in self.tracks}

    @cached_property
    def talk(self) -> Mapping[str, Talk]:
        """Talks by name."""
        return {one.name: one for one in self.talks}

    @cached_property
    def talks_of(self) -> Mapping[str, tuple[Talk, ...]]:
        """The talks of each track, in the order in which they were given."""
        found: dict[str, list[Talk]] = {track.name: [] for track in self.tracks}
        for talk in self.talks:
            found[talk.track].append(talk)
        return {name: tuple(talks) for name, talks in found.items()}

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, block by block."""
        return tuple((block.name, room.name) for block in self.blocks for room in self.rooms)


def _faults(problem: Problem) -> Iterator[Finding]:
    for kind in ("blocks", "rooms", "tracks", "talks", "resources", "parties"):
        yield from _names(kind, [one.name for one in getattr(problem, kind)])
    blocks, rooms = ({one.name for one in each} for each in (problem.blocks, problem.rooms))
    tracks = {one.name for one in problem.tracks}
    for block in problem.blocks:
        if block.slots < 1:
            yield Finding("problem.no-slots", ("blocks", block.name), {"value": block.slots})
    for cell in sorted(problem.closed - set(problem.cells)):
        yield Finding("problem.unknown-cell", (), {"block": cell[0], "room": cell[1]})
    for track in problem.tracks:
        yield from _costs(("tracks", track.name), (track.block_costs, blocks), (track.room_costs, rooms))
    longest = max((block.slots for block in problem.blocks), default=0)
    for talk in problem.talks:
        yield from _talk_faults(talk, tracks, longest)
        costs = ((talk.hour_costs, blocks), (talk.block_costs, blocks), (talk.room_costs, rooms))
        yield from _costs(("talks", talk.name), *costs)
    yield from _pairs("similar", problem.similar, tracks, tracks)
    yield from _pairs("room_costs", problem.room_costs, blocks, rooms)
    yield from demand_faults(problem)
    yield from party_faults(problem)
    there = sum(block.slots for block in problem.blocks) * len(problem.rooms)
    wanted = sum(talk.slots for talk in problem.talks)
    if wanted > there:
        yield Finding("problem.too-few-slots", (), {"value": there, "expected": wanted})


def _names(kind: str, names: Sequence[str]) -> Iterator[Finding]:
    for name, number in Counter(names).items():
        if number > 1 or not name:
            yield Finding("problem.name-twice" if name else "problem.no-name", (kind,), {"value": name})


def _talk_faults(talk: Talk, tracks: set[str], longest: int) -> Iterator[Finding]:
    place = ("talks", talk.name)
    if talk.track not in tracks:
        yield Finding("problem.unknown-track", place, {"value": talk.track})
    if talk.slots < 1:
        yield Finding("problem.no-slots", place, {"value": talk.slots})
    if talk.slots > longest:
        yield Finding("problem.talk-too-long", place, {"value": talk.slots, "expected": longest})
    if talk.order < 0:
        yield Finding("problem.negative-order", place, {"value": talk.order})


def _costs(place: tuple[str, ...], *given: tuple[Costs, set[str]]) -> Iterator[Finding]:
    for costs, names in given:
        for name, cost in costs.items():
            if name not in names:
                yield Finding("problem.unknown-name", place, {"value": name})
            if abs(cost) > MOST:
                yield Finding("problem.cost-too-large", place, {"value": cost})


def _pairs(kind: str, costs: Mapping[tuple[str, str], int], first: set[str], second: set[str]) -> Iterator[Finding]:
    for (one, other), cost in costs.items():
        for name, names in ((one, first), (other, second)):
            if name not in names:
                yield Finding("problem.unknown-name", (kind,), {"value": name})
        if abs(cost) > MOST:
            yield Finding("problem.cost-too-large", (kind, one, other), {"value": cost})
