"""A first timetable without a solver: cell by cell, slot by slot, whoever can hardly be elsewhere first.

It may fail where there is a timetable; the search goes on without it then.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kakehashi.planner.checking import check
from kakehashi.planner.modelling.demands import blocks_of, first_of, firsts_of, rooms_of
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Problem, Talk
from kakehashi.planner.solution import Solution

_Moment: TypeAlias = tuple[int, int]
"""The number of a block and of a slot of it."""
_TRACKS = 3
"""How many tracks are tried for a cell, those first that need it most."""


def filled(problem: Problem) -> Solution | None:
    """A sound timetable, if meeting the demands of one talk after another leads to one; else `None`.

    Talks stay where they were before, if that leads to one too.
    """
    kept = _filled(problem, keep=True) if any(talk.former is not None for talk in problem.talks) else None
    return _filled(problem, keep=False) if kept is None else kept


def _filled(problem: Problem, *, keep: bool) -> Solution | None:
    filling = _Filling(problem)
    filling.pinned()
    if keep:
        filling.kept()
    for block in filling.by_scarcity():
        for room in range(len(problem.rooms)):
            filling.cell(block, room)
    if len(filling.places) < len(problem.talks):
        return None
    found = Solution.of(problem, filling.places)
    return None if check(problem, found) else found


@dataclass(frozen=True, slots=True)
class _Choice:
    """Where a talk may begin, by block, and in which rooms; `scarcity` is 1 for a talk with one place in time."""

    talk: Talk
    firsts: dict[int, tuple[bool, ...]]
    rooms: frozenset[int]
    scarcity: float

    def begins(self, block: int, room: int, slot: int) -> bool:
        """Whether it may begin there, if nothing else stood in its way."""
        return room in self.rooms and any(self.firsts.get(block, ())[slot : slot + 1])


def _choice(problem: Problem, talk: Talk) -> _Choice:
    firsts = {block: firsts_of(problem, talk, block) for block in sorted(blocks_of(problem, talk))}
    return _Choice(talk, firsts, rooms_of(problem, talk), 1 / max(sum(map(sum, firsts.values())), 1))


def _by_urgency(choices: Iterable[_Choice]) -> list[_Choice]:
    """Those first that open a session, then those with few places, then long ones."""
    return sorted(choices, key=lambda one: (one.talk.stage, -one.scarcity, -one.talk.slots))


class _Filling:
    """What is placed so far; `waiting` are the talks of each track that are not."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.places: dict[str, Place] = {}
        self.waiting = {
            track: {choice.talk.name: choice for choice in _by_urgency(_choice(problem, talk) for talk in talks)}
            for track, talks in problem.talks_of.items()
        }
        self._tracks: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int, int]] = set()
        self._busy: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        self._led: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        self._used: Counter[tuple[str, int, int]] = Counter()
        self._moments: dict[str, _Moment] = {}
        self._stages: defaultdict[str, dict[int, tuple[_Moment, _Moment]]] = defaultdict(dict)

    def by_scarcity(self) -> list[int]:
        """The blocks: first those of talks that can hardly be elsewhere."""
        weight: Counter[int] = Counter()
        for choices in self.waiting.values():
            for choice in choices.values():
                for block in choice.firsts:
                    weight[block] += round(1000 * choice.scarcity)
        return sorted(range(len(self.problem.blocks)), key=lambda block: (-weight[block], block))

    def pinned(self) -> None:
        """Places the talks that must begin in a certain slot, each in the first room that has it free."""
        for talk in self.problem.talks:
            slot = first_of(talk)
            if slot is not None:
                choice = self.waiting[talk.track][talk.name]
                cells = ((block, room) for block in choice.firsts for room in sorted(choice.rooms))
                for cell in cells:
                    if self._may_name(*cell, talk.track) and self._is_free(talk, *cell, slot):
                        self._place(choice, *cell, slot)
                        break

    def kept(self) -> None:
        """Places the talks where they were before, one after another, as far as they still can be there."""
        blocks = {block.name: number for number, block in enumerate(self.problem.blocks)}
        rooms = {room.name: number for number, room in enumerate(self.problem.rooms)}
        formers = [
            (blocks[at.block], at.first, rooms[at.room], talk)
            for talk in self.problem.talks
            if (at := talk.former) is not None and at.room in rooms and talk.name in self.waiting[talk.track]
        ]
        for block, slot, room, talk in sorted(formers, key=lambda former: former[:3]):
            choice = self.waiting[talk.track][talk.name]
            if (
                choice.begins(block, room, slot)
                and self._may_name(block, room, talk.track)
                and self._follows(block, room, slot)
                and self._is_free(talk, block, room, slot)
            ):
                self._place(choice, block, room, slot)

    def _follows(self, block: int, room: int, slot: int) -> bool:
        """Whether a talk that begins here leaves no gap, if it may not."""
        return not self.problem.unbroken or slot == 0 or (block, room, slot - 1) in self._taken

    def cell(self, block: int, room: int) -> None:
        """Fills a cell from its first slot on with talks of the track that needs it most."""
        named = self._tracks.get((block, room))
        tracks = [name for name in self.problem.track if self._may_name(block, room, name)]
        tracks.sort(key=lambda name: -self._need(name, block))
        for track in tracks[:_TRACKS] if named is None else [named]:
            for slot in range(self.problem.blocks[block].slots):
                self._begin(block, room, slot, track)
            if (block, room) in self._tracks:
                return

    def _begin(self, block: int, room: int, slot: int, track: str) -> None:
        """Lets a talk begin in a slot, if one can: the most urgent one, not after a gap."""
        if not self._follows(block, room, slot):
            return
        for choice in self.waiting[track].values():
            if choice.begins(block, room, slot) and self._is_free(choice.talk, block, room, slot):
                self._place(choice, block, room, slot)
                return

    def _need(self, track: str, block: int) -> float:
        return sum(one.scarcity * one.talk.slots for one in self.waiting[track].values() if block in one.firsts)

    def _may_name(self, block: int, room: int, track: str) -> bool:
        """Whether a cell holds sessions of a track, or may hold one for all that cells, chairs and numbers say."""
        if (block, room) in self._tracks:
            return self._tracks[block, room] == track
        whose = self.problem.track[track]
        where = self.problem.blocks[block].name, self.problem.rooms[room].name
        if where in self.problem.closed or where[0] in whose.barred_blocks or where[1] in whose.barred_rooms:
            return False
        sessions = sum(name == track for name in self._tracks.values())
        if whose.most_cells is not None and sessions >= whose.most_cells:
            return False
        return not any(self._has_to_be_in(block, person) for person in whose.chairs & self.problem.alone)

    def _has_to_be_in(self, block: int, person: str) -> bool:
        """Whether somebody leads a session of a block, or speaks in one."""
        return bool(self._led[person, block]) or any(at == block for at, _ in self._busy[person])

    def _is_free(self, talk: Talk, block: int, room: int, slot: int) -> bool:
        """Whether slots, people and resources are free, and the talk's order is kept."""
        slots = range(slot, slot + talk.slots)
        if any((block, room, step) in self._taken for step in slots):
            return False
        for person in talk.presenters & self.problem.alone:
            if self._led[person, block] - {room} or any((block, step) in self._busy[person] for step in slots):
                return False
        for resource in self.problem.resources:
            if talk.name in resource.talks and any(
                self._used[resource.name, block, step] >= resource.amount for step in slots
            ):
                return False
        return self._in_order(talk, (block, slot))

    def _in_order(self, talk: Talk, moment: _Moment) -> bool:
        if any(self._ended(name) is None or (self._ended(name) or moment) > moment for name in talk.after):
            return False
        return all(
            last <= moment if stage < talk.stage else first >= moment
            for stage, (first, last) in self._stages[talk.track].items()
            if stage != talk.stage
        )

    def _ended(self, name: str) -> _Moment | None:
        if name not in self._moments:
            return None
        block, slot = self._moments[name]
        return block, slot + self.problem.talk[name].slots

    def _place(self, choice: _Choice, block: int, room: int, slot: int) -> None:
        talk = choice.talk
        del self.waiting[talk.track][talk.name]
        self.places[talk.name] = Place(self.problem.blocks[block].name, self.problem.rooms[room].name, slot)
        self._moments[talk.name] = block, slot
        first, last = self._stages[talk.track].get(talk.stage, ((block, slot), (block, slot)))
        self._stages[talk.track][talk.stage] = min(first, (block, slot)), max(last, (block, slot))
        self._tracks[block, room] = talk.track
        for person in self.problem.track[talk.track].chairs:
            self._led[person, block].add(room)
        for step in range(slot, slot + talk.slots):
            self._taken.add((block, room, step))
            for person in talk.presenters:
                self._busy[person].add((block, step))
            for resource in self.problem.resources:
                if talk.name in resource.talks:
                    self._used[resource.name, block, step] += 1
