"""Rooms for sessions of which only the number is known: block by block, as cheaply as can be with what is elsewhere."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from kakehashi.planner.modelling.counting import prices_of
from kakehashi.planner.modelling.demands import rooms_of
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.problem import Problem, Talk
from kakehashi.planner.searching.matching import matched

Sessions: TypeAlias = tuple[int, int]
"""All that a track has in a block: the numbers of both."""
Rooms: TypeAlias = Mapping[Sessions, tuple[int, ...]]
"""The room of each session of a track in a block, by their numbers."""
_PASSES = 6
"""How often all blocks are gone through at most."""
_NEEDED = 10**9
"""What it costs less to be in the only room that a talk may be in."""


class Housing:
    """Houses the sessions of a problem, at what an objective says of rooms.

    `known` are the rooms that tracks have had, all by their numbers: no others are further rooms of theirs.
    """

    def __init__(
        self, problem: Problem, objective: Objective, known: Mapping[int, Collection[int]] | None = None
    ) -> None:
        self._problem = problem
        self._prices = prices_of(problem, objective)
        self._further = objective.weights.get(Term.ROOMS_PER_TRACK, 0)
        self._known = known or {}

    def housed(self, number: Mapping[Sessions, int], talks: Mapping[Sessions, Sequence[Talk]]) -> Rooms | None:
        """Rooms for so many sessions, which these talks share; `None` if there is no way.

        A block is housed as cheaply as can be with what the others have, again and again until nothing changes. Then a
        room that the track has in none of them costs as a further one.
        """
        prices = {at: self._prices_of(at, number[at], talks.get(at, ())) for at in sorted(number) if number[at]}
        found: dict[Sessions, tuple[int, ...]] = {}
        for _ in range(_PASSES):
            before = dict(found)
            for block in range(len(self._problem.blocks)):
                here = [at for at in prices if at[1] == block]
                rooms = self._in_block({at: self._with_further(at, prices[at], found) for at in here}, number)
                if rooms is None:
                    return None
                found |= rooms
            if found == before:
                break
        return found

    def _prices_of(self, at: Sessions, number: int, talks: Sequence[Talk]) -> Mapping[int, int]:
        """What a session costs in each room where one of its talks may stand; if it is the only one, where all may."""
        prices = self._prices[at[1]][at[0]]
        alike = {(talk.barred_rooms, talk.pinned and talk.pinned.room): talk for talk in talks}
        allowed = [rooms_of(self._problem, talk) for talk in alike.values()] or [frozenset(prices)]
        open_rooms = frozenset.intersection(*allowed) if number == 1 else frozenset.union(*allowed)
        needed = frozenset(chain(*(rooms for rooms in allowed if len(rooms) == 1)))
        return {
            room: price - (_NEEDED if room in needed else 0) for room, price in prices.items() if room in open_rooms
        }

    def _with_further(self, at: Sessions, prices: Mapping[int, int], found: Rooms) -> Mapping[int, int]:
        """The prices of rooms with what a further one costs, where others have been found for the track elsewhere."""
        elsewhere = (rooms for (track, block), rooms in found.items() if track == at[0] and block != at[1])
        known = {*self._known.get(at[0], ()), *chain(*elsewhere)}
        return {room: price + (0 if room in known else self._further) for room, price in prices.items()}

    def _in_block(self, prices: Mapping[Sessions, Mapping[int, int]], number: Mapping[Sessions, int]) -> Rooms | None:
        """The cheapest rooms for the sessions of one block."""
        sessions = [at for at in prices for _ in range(number[at])]
        rooms = matched([prices[at] for at in sessions], len(self._problem.rooms))
        if rooms is None:
            return None
        pairs = sorted(zip(sessions, rooms, strict=True))
        return {at: tuple(room for one, room in pairs if one == at) for at in prices}
