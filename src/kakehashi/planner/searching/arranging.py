"""From blocks to slots: in which of its track's cells a talk stands, and when. One block after another."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kakehashi.planner.modelling import conflicts
from kakehashi.planner.modelling.demands import first_of, rooms_of
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Block, Problem, Talk
from kakehashi.planner.searching.seating import Friction, Sitting, seated
from kakehashi.planner.solution import Solution

LAST = 10**9
"""Where a talk stands that may stand anywhere, when talks are put in order."""
_Pairs: TypeAlias = defaultdict[str, dict[str, int]]
_SHARE = 0.25
"""The part of the time that is left which talks of one block may take to be seated."""
_AT_ONCE = (Term.PRESENTERS_BLOCK, Term.ATTENDEES_BLOCK)
_IN_SLOT = (Term.PRESENTERS_SLOT, Term.ATTENDEES_SLOT)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the model decides: the rooms of each track in each block, and the talks of each track in each block.

    Rooms stand in their order, talks as one likes; both by block and track, which are named.
    """

    rooms: Mapping[tuple[str, str], tuple[str, ...]]
    talks: Mapping[tuple[str, str], tuple[str, ...]]


class Arranger:
    """Arranges plans of one problem. What was arranged once is remembered: plans that follow each other are alike."""

    def __init__(self, problem: Problem, objective: Objective) -> None:
        self._problem = problem
        self._objective = objective
        weights = objective.weights
        self._apart: _Pairs = defaultdict(dict)
        self._in_slot: _Pairs = defaultdict(dict)
        for (one, other), terms in conflicts(problem, objective).items():
            for costs, counted in ((self._apart, _AT_ONCE), (self._in_slot, _IN_SLOT)):
                if cost := sum(weights[term] for term in terms.intersection(counted)):
                    costs[one][other] = cost
        self._rooms = {
            talk.name: {problem.rooms[number].name for number in rooms_of(problem, talk)} for talk in problem.talks
        }
        self._known: dict[object, Mapping[str, Place] | None] = {}

    def arranged(self, plan: Plan, left: Callable[[], float | None] = lambda: None) -> Solution | None:
        """The timetable of a plan; `None` where the talks of a track do not fit whole into its cells.

        `left` tells the seconds that are left for it, `None` for no limit; with 0 it is the first one that fits.
        """
        places: dict[str, Place] = {}
        before = dict.fromkeys(self._problem.track, 0)
        for block in self._problem.blocks:
            tracks = [name for name in self._problem.track if plan.talks.get((block.name, name))]
            sittings = tuple(self._sitting(plan, block.name, name, before[name]) for name in tracks)
            for sitting in sittings:
                before[sitting.track] += len(sitting.talks)
            seconds = left()
            found = self._block(block, sittings, None if seconds is None else seconds * _SHARE)
            if found is None:
                return None
            places |= found
        return Solution.of(self._problem, places)

    def _sitting(self, plan: Plan, block: str, track: str, before: int) -> Sitting:
        orders = {name: self._problem.talk[name].order or LAST for name in plan.talks[block, track]}
        talks = tuple(sorted(orders, key=lambda name: (orders[name], name)))
        counted = before if Term.TALK_ORDER in self._objective.weights else 0
        return Sitting(track, plan.rooms[block, track], talks, counted)

    def _block(self, block: Block, sittings: Sequence[Sitting], seconds: float | None) -> Mapping[str, Place] | None:
        """Pours each track into its cell; those alone are seated with care that have several, whose talks clash, or
        whose talks demand what pouring does not give.
        """
        poured = {sitting.track: self._poured(block, sitting) for sitting in sittings if len(sitting.rooms) == 1}
        if any(places is None for places in poured.values()):
            return None
        places = {name: place for track in poured.values() if track for name, place in track.items()}
        there = {name: sitting for sitting in sittings for name in sitting.talks}
        clashing = {} if seconds == 0 else _among(self._in_slot, there)
        demands = list(self._demands(there, places))
        troubled = {sitting for sitting in sittings if len(sitting.rooms) > 1}
        troubled |= {there[name] for pair in clashing if self._overlap(places, *pair) for name in pair}
        troubled |= {there[name] for names, kept in demands if not kept for name in names}
        bonds = [{there[name] for name in names} for names in [*clashing, *(names for names, _ in demands)]]
        for those in _linked(sittings, bonds):
            if troubled.isdisjoint(those):
                continue
            seats = self._remembered(block, those, clashing, places, seconds)
            if seats is None:
                # Too much at once: then what clashes is borne, and each track is seated for itself.
                demanded = [bond for bond in bonds[len(clashing) :] if bond <= set(those)]
                apart = [self._alone(block, part, places, seconds) for part in _linked(those, demanded)]
                if any(part is None for part in apart):
                    return None
                seats = {name: place for part in apart if part for name, place in part.items()}
            places |= seats
        return places

    def _alone(
        self, block: Block, those: tuple[Sitting, ...], poured: Mapping[str, Place], seconds: float | None
    ) -> Mapping[str, Place] | None:
        if len(those) == 1 and len(those[0].rooms) == 1 and not any(self._demanding(name) for name in those[0].talks):
            return {name: poured[name] for name in those[0].talks}
        return self._remembered(block, those, {}, poured, seconds)

    def _demanding(self, name: str) -> bool:
        talk = self._problem.talk[name]
        needed = any(name in resource.talks for resource in self._problem.resources)
        return first_of(talk) is not None or bool(talk.after) or needed

    def _remembered(
        self,
        block: Block,
        those: tuple[Sitting, ...],
        clashing: Mapping[tuple[str, str], int],
        poured: Mapping[str, Place],
        seconds: float | None,
    ) -> Mapping[str, Place] | None:
        key = (block.name, those, bool(clashing), seconds == 0)
        if key not in self._known:
            self._known[key] = self._seated(block, those, clashing, poured, seconds)
        return self._known[key]

    def _demands(
        self, there: Mapping[str, Sitting], places: Mapping[str, Place]
    ) -> Iterator[tuple[tuple[str, ...], bool]]:
        """The talks of each demand that this block's seats can break, and whether the seats that are given keep it."""
        for name in there:
            talk = self._problem.talk[name]
            if (first := first_of(talk)) is not None:
                yield (name,), name not in places or places[name].first == first
            for earlier in sorted(talk.after & there.keys()):
                poured = name in places and earlier in places
                yield (earlier, name), not poured or self._end(places, earlier) <= places[name].first
        for resource in self._problem.resources:
            names = tuple(name for name in there if name in resource.talks)
            needing = Counter(there[name] for name in names)
            if sum(min(len(sitting.rooms), talks) for sitting, talks in needing.items()) > resource.amount:
                filled = Counter(
                    slot
                    for name in names
                    if name in places
                    for slot in range(places[name].first, self._end(places, name))
                )
                yield names, max(filled.values(), default=0) <= resource.amount

    def _end(self, places: Mapping[str, Place], name: str) -> int:
        return places[name].first + self._problem.talk[name].slots

    def _seated(
        self,
        block: Block,
        those: Sequence[Sitting],
        clashing: Mapping[tuple[str, str], int],
        poured: Mapping[str, Place],
        seconds: float | None,
    ) -> Mapping[str, Place] | None:
        names = dict.fromkeys(name for sitting in those for name in sitting.talks)
        in_slot = {pair: cost for pair, cost in clashing.items() if names.keys() >= set(pair)}
        friction = Friction(_among(self._apart, names), in_slot, poured)
        return seated(self._problem, self._objective, block, those, friction, seconds)

    def _poured(self, block: Block, sitting: Sitting) -> Mapping[str, Place] | None:
        if any(sitting.rooms[0] not in self._rooms[name] for name in sitting.talks):
            return None
        places: dict[str, Place] = {}
        first = 0
        for talk in self._in_order(sitting):
            places[talk.name] = Place(block.name, sitting.rooms[0], first)
            first += talk.slots
        return places if first <= block.slots else None

    def _in_order(self, sitting: Sitting) -> list[Talk]:
        """The talks of a single cell, as many as can be at the places that they should have in their track."""
        talks = [self._problem.talk[name] for name in sitting.talks]
        if Term.TALK_ORDER not in self._objective.weights:
            return talks
        seats: list[Talk | None] = [None] * len(talks)
        others: list[Talk] = []
        for talk in talks:
            place = talk.order - sitting.before - 1
            if talk.order and 0 <= place < len(seats) and seats[place] is None:
                seats[place] = talk
            else:
                others.append(talk)
        left = iter(others)
        return [seat if seat is not None else next(left) for seat in seats]

    def _overlap(self, places: Mapping[str, Place], one: str, other: str) -> bool:
        if one not in places or other not in places:
            return False
        return places[one].first < self._end(places, other) and places[other].first < self._end(places, one)


def _among(costs: _Pairs, names: Mapping[str, object]) -> dict[tuple[str, str], int]:
    """The pairs of these talks that cost something, by the talk that comes first: there may be far more of others."""
    return {(one, other): cost for one in names for other, cost in costs.get(one, {}).items() if other in names}


def _linked(sittings: Sequence[Sitting], bonds: Iterable[Collection[Sitting]]) -> Iterator[tuple[Sitting, ...]]:
    """The sittings in parts that no bond joins, each in the given order."""
    part = {sitting: number for number, sitting in enumerate(sittings)}
    for bond in bonds:
        joined = {part[sitting] for sitting in bond}
        if len(joined) > 1:
            part = {sitting: min(joined) if number in joined else number for sitting, number in part.items()}
    for number in dict.fromkeys(part.values()):
        yield tuple(sitting for sitting in sittings if part[sitting] == number)
