"""A fairer timetable by exchanging talks: two of a track change places, or one goes to the end of another session.

Each step makes the timetable fairer for whoever it concerns (`objective.Leximin`), the worst-off party first, until no
step does or so many have been looked at. What follows others, shares a resource or is pinned stays where it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kakehashi.planner.checking import check
from kakehashi.planner.modelling.demands import blocks_of, first_of, firsts_of, rooms_of, sequences
from kakehashi.planner.modelling.groups import strains_of
from kakehashi.planner.parameters import USUAL
from kakehashi.planner.places import Cell, Place
from kakehashi.planner.problem import Problem, Talk, Track
from kakehashi.planner.solution import Solution

_Kind: TypeAlias = tuple[str, int, int]
"""Track, slots and stage: talks that have all three in common can change places."""
_Moment: TypeAlias = tuple[str, int]
"""A block and the number of a slot."""
_Means: TypeAlias = tuple[list[int], list[float]]
"""Means of parties from the largest on: in whole numbers, by which fairness is told, then as they are."""


def exchanged(problem: Problem, solution: Solution, looks: int = USUAL.exchanges) -> Solution:
    """A sound timetable that is at least as fair as this sound one, once so many steps at most were looked at."""
    exchange = Exchange(problem, solution)
    exchange.improve(looks)
    found = Solution.of(problem, exchange.places)
    # Steps look at what they concern alone; whoever doubts them asks the checker.
    return solution if check(problem, found) else found


@dataclass(frozen=True, slots=True)
class Mover:
    """A talk that may move: where it may begin, in which rooms, whom it costs what in each slot, who must be there."""

    talk: Talk
    firsts: Mapping[str, tuple[bool, ...]]
    rooms: frozenset[str]
    costs: tuple[tuple[int, Mapping[str, tuple[int, ...]]], ...]
    people: frozenset[str]

    def cost(self, costs: Mapping[str, tuple[int, ...]], at: Place) -> int:
        """What it costs one of its parties there."""
        return sum(costs.get(at.block, ())[at.first : at.first + self.talk.slots])

    def strain(self, at: Place) -> int:
        """What it costs all its parties there."""
        return sum(self.cost(costs, at) for _, costs in self.costs)

    def may_be(self, at: Place) -> bool:
        """Whether it may begin there, if nothing else stood in its way."""
        return at.room in self.rooms and any(self.firsts.get(at.block, ())[at.first : at.first + 1])


class Exchange:
    """A timetable that changes step by step, with what each party bears.

    A step gives talks that may move (`movers`) new places, all at once. By cell: its `tracks`, the `sessions` (names of
    its talks), and the `ends` of these (the slot after the last).
    """

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self.problem = problem
        self.places = {name: solution.place(name) for name in problem.talk}
        self.movers = {mover.talk.name: mover for mover in _movers(problem)}
        self._alike: defaultdict[_Kind, dict[_Moment, dict[str, None]]] = defaultdict(dict)
        for name, mover in self.movers.items():
            self._alike[_kind(mover.talk)].setdefault(_moment(self.places[name]), {})[name] = None
        self.ends: dict[Cell, int] = {}
        self.sessions: defaultdict[Cell, set[str]] = defaultdict(set)
        self._busy: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        for talk in problem.talks:
            at = self.places[talk.name]
            self.ends[at[:2]] = max(self.ends.get(at[:2], 0), at.first + talk.slots)
            self.sessions[at[:2]].add(talk.name)
            self._stand(talk, at, there=True)
        self.tracks = dict(solution.tracks)
        self._last_stage = {
            track: max((talk.stage for talk in talks), default=0) for track, talks in problem.talks_of.items()
        }
        self._borne = [party.borne for party in problem.parties]
        self._of: defaultdict[int, list[str]] = defaultdict(list)
        for name, mover in self.movers.items():
            for party, _ in mover.costs:
                self._of[party].append(name)
        for party, strains in enumerate(one.strains for one in problem.parties):
            for name, strain in strains.items():
                at = self.places[name]
                self._borne[party] += sum(strain.get(at.block, ())[at.first : at.first + problem.talk[name].slots])
        self._left = 0

    def improve(self, looks: int) -> None:
        """Takes steps while one helps the worst-off party that can be helped."""
        self._left = looks
        helped = True
        while helped and self._left > 0:
            helped = any(self._helped(party) for party in self._worst_first())

    def _worst_first(self) -> list[int]:
        return sorted(self._of, key=lambda party: -self._mean(party, self._borne[party]))

    def _mean(self, party: int, borne: int) -> float:
        return borne / self.problem.parties[party].size

    def _helped(self, party: int) -> bool:
        """Whether a step for one of a party's talks, the dearest first, made the timetable fairer."""
        cost = {
            name: mover.cost(dict(mover.costs)[party], self.places[name])
            for name in self._of[party]
            for mover in (self.movers[name],)
        }
        return any(self._moved(name) for name in sorted(cost, key=lambda name: -cost[name]) if cost[name])

    def _moved(self, name: str) -> bool:
        for step in self._steps(self.movers[name].talk):
            self._left -= 1
            if self._left < 0:
                return False
            if self._is_fairer(step) and self.is_possible(step):
                self.take(step)
                return True
        return False

    def _steps(self, talk: Talk) -> Iterator[dict[str, Place]]:
        """Exchanges with talks that are alike, then ways to the end of a session or to a new one; what is better alone.

        Sessions stay without gaps.
        """
        at, mover = self.places[talk.name], self.movers[talk.name]
        now = mover.strain(at)
        for moment, others in sorted(self._alike[_kind(talk)].items(), key=lambda item: mover.strain(_at(item[0]))):
            if mover.strain(_at(moment)) >= now:
                break
            yield from ({talk.name: self.places[other], other: at} for other in list(others))
        left = self._left_behind(talk, at) if self._last_stage[talk.track] == talk.stage else None
        for place in self._free_places(talk) if left is not None else ():
            if place[:2] != at[:2] and mover.strain(place) < now:
                yield {talk.name: place, **(left or {})}

    def _free_places(self, talk: Talk) -> Iterator[Place]:
        """The ends of its track's sessions, and the first slots of cells in which there could be another one."""
        whose = self.problem.track[talk.track]
        sessions = sum(name == talk.track for name in self.tracks.values())
        more = whose.most_cells is None or sessions < whose.most_cells
        for cell in self.problem.cells:
            end = self.ends.get(cell, 0)
            if end + talk.slots <= self.problem.block[cell[0]].slots:
                named = self.tracks.get(cell)
                new = named is None and more and not whose.chairs & self.problem.alone and self.may_name(cell, whose)
                if named == talk.track or new:
                    yield Place(*cell, end)

    def may_name(self, cell: Cell, track: Track) -> bool:
        """Whether a cell is open to a track."""
        barred = cell[0] in track.barred_blocks or cell[1] in track.barred_rooms
        return cell not in self.problem.closed and not barred

    def _left_behind(self, talk: Talk, at: Place) -> dict[str, Place] | None:
        """Where the others go when a talk leaves its session: its last one into the gap if that is alike, or all up."""
        later = [name for name in self.sessions[at[:2]] if self.places[name].first > at.first]
        later.sort(key=lambda name: self.places[name].first)
        if any(name not in self.movers for name in later):
            return None
        if later and _kind(self.movers[later[-1]].talk) == _kind(talk):
            return {later[-1]: at}
        return {name: self.places[name]._replace(first=self.places[name].first - talk.slots) for name in later}

    def _is_fairer(self, step: Mapping[str, Place]) -> bool:
        before, after = self._concerned(step)
        return after < before

    def is_fair(self, step: Mapping[str, Place]) -> bool:
        """Whether a step makes the timetable no less fair."""
        (before, _), (after, _) = self._concerned(step)
        return after <= before

    def _concerned(self, step: Mapping[str, Place]) -> tuple[_Means, _Means]:
        """The means of those whose burden a step changes, before and after it."""
        before: dict[int, int] = {}
        after: dict[int, int] = {}
        for name, place in step.items():
            mover = self.movers[name]
            for party, costs in mover.costs:
                before.setdefault(party, self._borne[party])
                change = mover.cost(costs, place) - mover.cost(costs, self.places[name])
                after[party] = after.get(party, self._borne[party]) + change
        return self._sorted(before), self._sorted(after)

    def _sorted(self, borne: Mapping[int, int]) -> _Means:
        parties = self.problem.parties
        whole = (parties[party].mean(burden - parties[party].borne) for party, burden in borne.items())
        exact = (self._mean(party, burden) for party, burden in borne.items())
        return sorted(whole, reverse=True), sorted(exact, reverse=True)

    def is_possible(self, step: Mapping[str, Place]) -> bool:
        """Whether talks and people can be where a step puts them; cells are not looked at."""
        if not all(self.movers[name].may_be(place) for name, place in step.items()):
            return False
        for name in step:
            self._stand(self.movers[name].talk, self.places[name], there=False)
        standing: list[str] = []
        for name, place in step.items():
            if not self._is_free(name, place):
                break
            self._stand(self.movers[name].talk, place, there=True)
            standing.append(name)
        for name in standing:
            self._stand(self.movers[name].talk, step[name], there=False)
        for name in step:
            self._stand(self.movers[name].talk, self.places[name], there=True)
        return len(standing) == len(step)

    def _is_free(self, name: str, at: Place) -> bool:
        slots = range(at.first, at.first + self.movers[name].talk.slots)
        return all((at.block, slot) not in self._busy[person] for person in self.movers[name].people for slot in slots)

    def _stand(self, talk: Talk, at: Place, *, there: bool) -> None:
        for person in talk.presenters & self.problem.alone:
            slots = {(at.block, slot) for slot in range(at.first, at.first + talk.slots)}
            self._busy[person] = self._busy[person] | slots if there else self._busy[person] - slots

    def take(self, step: Mapping[str, Place]) -> None:
        """Makes a step."""
        for name, place in step.items():
            mover, before = self.movers[name], self.places[name]
            for party, costs in mover.costs:
                self._borne[party] += mover.cost(costs, place) - mover.cost(costs, before)
            self._stand(mover.talk, before, there=False)
        for name, place in step.items():
            self._stand(self.movers[name].talk, place, there=True)
        cells = {at[:2] for name, place in step.items() for at in (place, self.places[name])}
        for name, place in step.items():
            moments = self._alike[_kind(self.movers[name].talk)]
            del moments[_moment(self.places[name])][name]
            moments.setdefault(_moment(place), {})[name] = None
            self.sessions[self.places[name][:2]].discard(name)
            self.tracks[place[:2]] = self.movers[name].talk.track
        self.places |= step
        for name, place in step.items():
            self.sessions[place[:2]].add(name)
        self._measure(cells)

    def _measure(self, cells: Iterable[Cell]) -> None:
        """Looks anew where sessions end; a cell that nobody is left in names no track."""
        for cell in cells:
            ends = [self.places[name].first + self.problem.talk[name].slots for name in self.sessions[cell]]
            if ends:
                self.ends[cell] = max(ends)
            else:
                del self.tracks[cell], self.ends[cell]


def _kind(talk: Talk) -> _Kind:
    return talk.track, talk.slots, talk.stage


def _moment(at: Place) -> _Moment:
    return at.block, at.first


def _at(moment: _Moment) -> Place:
    """Some place at a moment: what it costs does not depend on the room."""
    return Place(moment[0], "", moment[1])


def _movers(problem: Problem) -> Iterator[Mover]:
    """The talks that may move: neither pinned to a slot, nor in an order in time, nor with a resource."""
    strains = strains_of(problem)
    bound = {name for pair in sequences(problem) for name in pair}
    bound |= {name for resource in problem.resources for name in resource.talks}
    leading = {person for track in problem.tracks for person in track.chairs}
    for talk in problem.talks:
        people = talk.presenters & problem.alone
        if talk.name not in bound and first_of(talk) is None and leading.isdisjoint(people):
            yield Mover(
                talk,
                {problem.blocks[block].name: firsts_of(problem, talk, block) for block in blocks_of(problem, talk)},
                frozenset(problem.rooms[room].name for room in rooms_of(problem, talk)),
                tuple(strains.get(talk.name, ())),
                people,
            )
