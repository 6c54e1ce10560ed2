"""Rooms for sessions of which only the number is known, at what they cost: block by block, until nothing changes.

`housing` does this for the model of runs, where rooms have no price in the search.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from kakehashi.planner.modelling.counting import Prices
from kakehashi.planner.modelling.demands import rooms_of
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.problem import Problem

_PASSES = 6
"""How often all blocks are gone through at most."""

Talks: TypeAlias = Mapping[tuple[str, str], tuple[str, ...]]
"""The talks of each track in each block, by the names of block and track."""
_FAR = 10**15
"""Further than any way."""


class Matching(NamedTuple):
    """The room of each session, and the rents of all rooms."""

    rooms: tuple[int, ...]
    rents: tuple[int, ...]


def matched(prices: Sequence[Mapping[int, int]], rooms: int) -> Matching | None:
    """A room for each session, of those that it has a price for; `None` if there is no way.

    The rents, none above 0, prove that it is cheapest: in no other room would a session pay less, its rent taken off;
    and no room that stays empty has one. (Shortest augmenting paths: Kuhn, 1955; Jonker and Volgenant, 1987.)
    """
    pays = [0] * len(prices)
    rents = [0] * rooms
    guest: dict[int, int] = {}
    for session in range(len(prices)):
        # The shortest way from this session to a room that is free, over sessions that change their rooms.
        reached = dict.fromkeys(range(rooms), _FAR)
        before: dict[int, int | None] = {}
        done: dict[int, int] = {}
        room, moving, far = None, session, 0
        while True:
            for other, price in prices[moving].items():
                if other not in done and (way := far + price - pays[moving] - rents[other]) < reached[other]:
                    reached[other], before[other] = way, room
            room = min(reached, key=lambda other: (reached[other], other), default=None)
            if room is None or reached[room] >= _FAR:
                return None
            far = done[room] = reached.pop(room)
            if room not in guest:
                break
            moving = guest[room]
        for other, way in done.items():
            if other in guest:
                pays[guest[other]] += far - way
            rents[other] -= far - way
        pays[session] += far
        while room is not None:
            earlier = before[room]
            guest[room] = session if earlier is None else guest[earlier]
            room = earlier
    at = {session: room for room, session in guest.items()}
    return Matching(tuple(at[session] for session in range(len(prices))), tuple(rents))


class Lodging:
    """Houses the sessions of one problem. Prices are those of its cells, weights included."""

    def __init__(self, problem: Problem, objective: Objective, prices: Prices) -> None:
        self._problem, self._prices = problem, prices
        self._another = objective.weights.get(Term.ROOMS_PER_TRACK, 0)
        self._allowed = {talk.name: rooms_of(problem, talk) for talk in problem.talks}

    def housed(
        self, cells: Mapping[tuple[str, str], int], talks: Talks
    ) -> Mapping[tuple[str, str], tuple[str, ...]] | None:
        """The rooms of each track in each block, by the names of block and track; `None` if there are too few.

        A block is housed as cheaply as can be with what the others have: a room that the track has in none of them
        costs as another room of the track.
        """
        found: dict[tuple[str, str], tuple[int, ...]] = {}
        used: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for _ in range(_PASSES):
            before = dict(found)
            for number, block in enumerate(self._problem.blocks):
                tracks = [t for t, track in enumerate(self._problem.tracks) if cells[block.name, track.name]]
                for track in tracks:
                    name = self._problem.tracks[track].name
                    used[name].subtract(found.get((block.name, name), ()))
                if not self._house(number, tracks, cells, talks, used, found):
                    return None
            if found == before:
                break
        names = [room.name for room in self._problem.rooms]
        return {at: tuple(names[room] for room in rooms) for at, rooms in found.items()}

    def _house(
        self,
        number: int,
        tracks: Sequence[int],
        cells: Mapping[tuple[str, str], int],
        talks: Talks,
        used: Mapping[str, Counter[int]],
        found: dict[tuple[str, str], tuple[int, ...]],
    ) -> bool:
        block = self._problem.blocks[number].name
        sessions, prices = [], []
        for track in tracks:
            name = self._problem.tracks[track].name
            own = self._of(number, track, talks[block, name], cells[block, name], used[name])
            sessions += [name] * cells[block, name]
            prices += [own] * cells[block, name]
        matching = matched(prices, len(self._problem.rooms))
        if matching is None:
            return False
        for name in dict.fromkeys(sessions):
            rooms = sorted(room for own, room in zip(sessions, matching.rooms, strict=True) if own == name)
            found[block, name] = tuple(rooms)
            used[name].update(rooms)
        return True

    def _of(
        self, number: int, track: int, talks: Sequence[str], cells: int, used: Mapping[int, int]
    ) -> Mapping[int, int]:
        """What a session of a track costs in each room where one of its talks may stand; if it is the only one, all."""
        sets = [self._allowed[name] for name in talks]
        rooms = frozenset.intersection(*sets) if cells == 1 else frozenset.union(*sets)
        prices = self._prices[number][track]
        return {
            room: price + (0 if used.get(room, 0) > 0 else self._another)
            for room, price in prices.items()
            if room in rooms
        }
