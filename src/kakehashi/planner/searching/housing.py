"""Rooms for sessions of which only the number is known: block by block, where their tracks have been if they can be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ortools.graph.python import linear_sum_assignment  # type: ignore[import-untyped]

from kakehashi.planner.problem import Problem

NO_ROOM = -1
"""Where a session is before it is housed."""
Cells: TypeAlias = Mapping[tuple[int, int], tuple[int, ...]]
"""The rooms of each track in each block, all by their numbers."""
_ASKED, _KNOWN = -(10**9), -1
"""What it costs less to be in a room that a talk asks for, and in one that the track has had, times `_FINE`."""
_FINE = 2


class Housing:
    """Houses the sessions of a problem. `moments` are those of its talks, by block and slot."""

    def __init__(self, problem: Problem, moments: Mapping[str, tuple[int, int]]) -> None:
        self._problem = problem
        self._number = {room.name: number for number, room in enumerate(problem.rooms)}
        self._asked: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        self._known: defaultdict[str, set[int]] = defaultdict(set)
        for talk in problem.talks:
            if talk.pinned is not None and talk.pinned.room is not None:
                self._asked[talk.track, moments[talk.name][0]].add(self._number[talk.pinned.room])
            if talk.former is not None:
                self._known[talk.track].add(self._number[talk.former.room])

    def housed(self, counted: Cells) -> Cells | None:
        """A room for each session; `None` if there is no way to give each one that it may be in."""
        found: dict[tuple[int, int], tuple[int, ...]] = {}
        for block in range(len(self._problem.blocks)):
            sessions = [track for (track, at), rooms in sorted(counted.items()) if at == block for _ in rooms]
            rooms = self._matched(block, sessions)
            if rooms is None:
                return None
            for track in dict.fromkeys(sessions):
                own = tuple(sorted(room for room, its in rooms.items() if its == track))
                found[track, block] = own
                self._known[self._problem.tracks[track].name].update(own)
        return found

    def _matched(self, block: int, sessions: list[int]) -> Mapping[int, int] | None:
        """By room the track of its session, as cheap as can be (linear sum assignment); other rooms are left out."""
        rooms = range(len(self._problem.rooms))
        if len(sessions) > len(rooms):
            return None
        assignment = linear_sum_assignment.SimpleLinearSumAssignment()
        for place, track in enumerate(sessions):
            for room, cost in self._open(block, track):
                assignment.add_arc_with_cost(place, room, cost)
        for place in range(len(sessions), len(rooms)):
            for room in rooms:
                assignment.add_arc_with_cost(place, room, 0)
        if assignment.solve() != assignment.OPTIMAL:
            return None
        return {assignment.right_mate(place): track for place, track in enumerate(sessions)}

    def _open(self, block: int, track: int) -> Iterator[tuple[int, int]]:
        """The rooms that a session of a track may be in, with what each costs."""
        problem, whose, where = self._problem, self._problem.tracks[track], self._problem.blocks[block].name
        for number, room in enumerate(problem.rooms):
            if (where, room.name) not in problem.closed and room.name not in whose.barred_rooms:
                cost = whose.room_costs.get(room.name, 0) + problem.room_costs.get((where, room.name), 0)
                known = _KNOWN if number in self._known[whose.name] else 0
                asked = _ASKED if number in self._asked[whose.name, block] else 0
                yield number, _FINE * cost + known + asked
