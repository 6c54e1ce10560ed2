"""Demands of a problem as single values, each of which can be given up: wishes of those who plan.

That talks have slots, that rooms and blocks are of a number, that a cell holds one track: these are no wishes.

>>> from kakehashi.planner import Block, Pin, Problem, Room, Talk, Track
>>> opening = Talk("opening", "tea", pinned=Pin("morning"))
>>> problem = Problem((Block("morning", 2),), (Room("hall"),), (Track("tea"),), (opening,))
>>> [pinned] = wishes_of(problem)
>>> pinned
Wish(kind=<WishKind.PINNED: 'pinned'>, of='opening', what='')
>>> list(wishes_of(without(problem, [pinned])))
[]
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kakehashi.frozen import FrozenMap
from kakehashi.planner.problem import Block, Problem, Room, Talk, Track


class WishKind(StrEnum):
    """What is wished. Those behind `LESS` are never wished as such: they are less than all of a wish to give up."""

    PINNED = "pinned"
    BARRED_BLOCK = "barred-block"
    BARRED_ROOM = "barred-room"
    BARRED_SLOTS = "barred-slots"
    FOLLOWING = "following"
    TRACK_BARRED_BLOCK = "track-barred-block"
    TRACK_BARRED_ROOM = "track-barred-room"
    FEW_CELLS = "few-cells"
    STAGES = "stages"
    SHARED = "shared"
    CLOSED = "closed"
    ALONE = "alone"
    PINNED_ROOM = "pinned-room"
    PINNED_SLOT = "pinned-slot"
    ONE_MORE_CELL = "one-more-cell"
    ONE_MORE_SHARED = "one-more-shared"
    ONE_MORE_ROOM = "one-more-room"
    ONE_MORE_BLOCK = "one-more-block"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish that can be given up. `of` and `what` are names:

    - of a talk: `PINNED` (or its `PINNED_ROOM`, its `PINNED_SLOT` alone); `BARRED_BLOCK` and `BARRED_SLOTS` with the
      block, `BARRED_ROOM` with the room, `FOLLOWING` with the earlier talk;
    - of a track: `TRACK_BARRED_BLOCK` with the block, `TRACK_BARRED_ROOM` with the room, `FEW_CELLS` (to give up is any
      number, or `ONE_MORE_CELL`), `STAGES`: all stages of its talks;
    - of a resource: `SHARED` (to give up is enough of it, or `ONE_MORE_SHARED`);
    - of a block: `CLOSED` with the room; of a person: `ALONE`;
    - of nothing: `ONE_MORE_ROOM`, and `ONE_MORE_BLOCK` behind the others, as long as the longest.
    """

    kind: WishKind
    of: str = ""
    what: str = ""


def wishes_of(problem: Problem) -> Iterator[Wish]:
    """Every wish of a problem: talk by talk, track by track, then resources, closed cells and people."""
    kind = WishKind
    for talk in problem.talks:
        if talk.pinned is not None:
            yield Wish(kind.PINNED, talk.name)
        yield from (Wish(kind.BARRED_BLOCK, talk.name, block) for block in sorted(talk.barred_blocks))
        yield from (Wish(kind.BARRED_ROOM, talk.name, room) for room in sorted(talk.barred_rooms))
        yield from (Wish(kind.BARRED_SLOTS, talk.name, block) for block, slots in talk.barred_slots.items() if slots)
        yield from (Wish(kind.FOLLOWING, talk.name, earlier) for earlier in sorted(talk.after))
    for track in problem.tracks:
        yield from (Wish(kind.TRACK_BARRED_BLOCK, track.name, block) for block in sorted(track.barred_blocks))
        yield from (Wish(kind.TRACK_BARRED_ROOM, track.name, room) for room in sorted(track.barred_rooms))
        if track.most_cells is not None:
            yield Wish(kind.FEW_CELLS, track.name)
        if len({talk.stage for talk in problem.talks_of[track.name]}) > 1:
            yield Wish(kind.STAGES, track.name)
    yield from (Wish(kind.SHARED, resource.name) for resource in problem.resources)
    yield from (Wish(kind.CLOSED, *cell) for cell in problem.cells if cell in problem.closed)
    yield from (Wish(kind.ALONE, person) for person in sorted(problem.alone))


def together(wishes: Iterable[Wish]) -> tuple[tuple[Wish, ...], ...]:
    """These wishes, those about one thing together: times or rooms of a talk or of a track, closed cells of a block."""
    found: dict[object, list[Wish]] = {}
    for wish in wishes:
        found.setdefault((_ABOUT[wish.kind], wish.of) if wish.kind in _ABOUT else wish, []).append(wish)
    return tuple(map(tuple, found.values()))


_ABOUT: Mapping[WishKind, str] = {
    WishKind.BARRED_BLOCK: "times",
    WishKind.BARRED_SLOTS: "times",
    WishKind.BARRED_ROOM: "rooms",
    WishKind.TRACK_BARRED_BLOCK: "times of a track",
    WishKind.TRACK_BARRED_ROOM: "rooms of a track",
    WishKind.CLOSED: "block",
}


def less(problem: Problem, wish: Wish) -> tuple[Wish, ...]:
    """What less than all of a wish could be given up; nothing for most."""
    if wish.kind is WishKind.PINNED:
        pin = problem.talk[wish.of].pinned
        room = (Wish(WishKind.PINNED_ROOM, wish.of),) if pin and pin.room is not None else ()
        slot = (Wish(WishKind.PINNED_SLOT, wish.of),) if pin and pin.first is not None else ()
        return room + slot
    some = {WishKind.FEW_CELLS: WishKind.ONE_MORE_CELL, WishKind.SHARED: WishKind.ONE_MORE_SHARED}
    return (Wish(some[wish.kind], wish.of),) if wish.kind in some else ()


def without(problem: Problem, given_up: Iterable[Wish]) -> Problem:
    """The problem when all of these are given up."""
    parts = _Parts(problem)
    for wish in given_up:
        _GIVE_UP[wish.kind](parts, wish)
    return parts.together()


def wishing(problem: Problem) -> frozenset[str]:
    """The talks that wishes are about, their tracks' and others' among them; not what is said of cells."""
    found = [talk for talk in problem.talks if _wishes(problem, talk)]
    return frozenset(talk.name for talk in found).union(*(talk.after for talk in found))


def only(problem: Problem, names: Collection[str]) -> Problem:
    """The problem with none but these talks. If it has no timetable, the whole problem has none.

    Sessions may have gaps in it, where other talks would stand.
    """
    known = frozenset(names)
    return problem.replace(
        talks=tuple(replace(talk, after=talk.after & known) for talk in problem.talks if talk.name in known),
        resources=tuple(replace(one, talks=one.talks & known) for one in problem.resources),
        parties=(),
        unbroken=False,
    )


def _wishes(problem: Problem, talk: Talk) -> bool:
    track = problem.track[talk.track]
    own = talk.pinned or talk.barred_blocks or talk.barred_rooms or talk.barred_slots or talk.after or talk.stage
    of_track = track.barred_blocks or track.barred_rooms or track.most_cells is not None
    of_others = problem.alone & (talk.presenters | track.chairs) or any(
        talk.name in its.talks for its in problem.resources
    )
    return bool(own or of_track or of_others)


class _Parts:
    """The parts of a problem, which can be changed one by one."""

    def __init__(self, problem: Problem) -> None:
        self.talks = dict(problem.talk)
        self.tracks = dict(problem.track)
        self.resources = {one.name: one for one in problem.resources}
        self.closed, self.alone = set(problem.closed), set(problem.alone)
        self.blocks, self.rooms = problem.blocks, problem.rooms
        self.problem = problem

    def together(self) -> Problem:
        """The problem of these parts."""
        return self.problem.replace(
            blocks=self.blocks,
            rooms=self.rooms,
            tracks=tuple(self.tracks.values()),
            talks=tuple(self.talks.values()),
            resources=tuple(self.resources.values()),
            closed=frozenset(self.closed),
            alone=frozenset(self.alone),
        )


_GiveUp = Callable[[_Parts, Wish], None]


def _of_talk(change: Callable[[Talk, str], Talk]) -> _GiveUp:
    def give_up(parts: _Parts, wish: Wish) -> None:
        parts.talks[wish.of] = change(parts.talks[wish.of], wish.what)

    return give_up


def _of_track(change: Callable[[Track, str], Track]) -> _GiveUp:
    def give_up(parts: _Parts, wish: Wish) -> None:
        parts.tracks[wish.of] = change(parts.tracks[wish.of], wish.what)

    return give_up


def _allowed(talk: Talk, block: str) -> Talk:
    others = {name: slots for name, slots in talk.barred_slots.items() if name != block}
    return replace(talk, barred_slots=FrozenMap(others))


def _without_stages(parts: _Parts, wish: Wish) -> None:
    for talk in parts.problem.talks_of[wish.of]:
        parts.talks[talk.name] = replace(parts.talks[talk.name], stage=0)


def _enough(parts: _Parts, wish: Wish) -> None:
    del parts.resources[wish.of]


def _one_more_shared(parts: _Parts, wish: Wish) -> None:
    resource = parts.resources[wish.of]
    parts.resources[wish.of] = replace(resource, amount=resource.amount + 1)


def _one_more_room(parts: _Parts, _: Wish) -> None:
    parts.rooms = (*parts.rooms, Room(_new(room.name for room in parts.rooms)))


def _one_more_block(parts: _Parts, _: Wish) -> None:
    longest = max(block.slots for block in parts.blocks)
    parts.blocks = (*parts.blocks, Block(_new(block.name for block in parts.blocks), longest))


def _new(names: Iterable[str]) -> str:
    """A name that none of these is."""
    return "+" * (1 + max((len(name) for name in names), default=0))


_GIVE_UP: Mapping[WishKind, _GiveUp] = {
    WishKind.PINNED: _of_talk(lambda talk, _: replace(talk, pinned=None)),
    WishKind.PINNED_ROOM: _of_talk(
        lambda talk, _: replace(talk, pinned=talk.pinned and replace(talk.pinned, room=None))
    ),
    WishKind.PINNED_SLOT: _of_talk(
        lambda talk, _: replace(talk, pinned=talk.pinned and replace(talk.pinned, first=None))
    ),
    WishKind.BARRED_BLOCK: _of_talk(lambda talk, block: replace(talk, barred_blocks=talk.barred_blocks - {block})),
    WishKind.BARRED_ROOM: _of_talk(lambda talk, room: replace(talk, barred_rooms=talk.barred_rooms - {room})),
    WishKind.BARRED_SLOTS: _of_talk(_allowed),
    WishKind.FOLLOWING: _of_talk(lambda talk, earlier: replace(talk, after=talk.after - {earlier})),
    WishKind.TRACK_BARRED_BLOCK: _of_track(
        lambda track, block: replace(track, barred_blocks=track.barred_blocks - {block})
    ),
    WishKind.TRACK_BARRED_ROOM: _of_track(lambda track, room: replace(track, barred_rooms=track.barred_rooms - {room})),
    WishKind.FEW_CELLS: _of_track(lambda track, _: replace(track, most_cells=None)),
    WishKind.ONE_MORE_CELL: _of_track(lambda track, _: replace(track, most_cells=(track.most_cells or 0) + 1)),
    WishKind.STAGES: _without_stages,
    WishKind.SHARED: _enough,
    WishKind.ONE_MORE_SHARED: _one_more_shared,
    WishKind.CLOSED: lambda parts, wish: parts.closed.discard((wish.of, wish.what)),
    WishKind.ALONE: lambda parts, wish: parts.alone.discard(wish.of),
    WishKind.ONE_MORE_ROOM: _one_more_room,
    WishKind.ONE_MORE_BLOCK: _one_more_block,
}
