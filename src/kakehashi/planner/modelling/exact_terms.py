"""Terms that ask where each talk begins, in the model of places, under the names that `checking` has for them.

Each is the term's value, and not only a bound of it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations, permutations

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.groups import attendees_conflicts, chairs_conflicts, presenters_conflicts
from kakehashi.planner.modelling.places import Places
from kakehashi.planner.modelling.terms import TERMS, Cost
from kakehashi.planner.objective import Objective, Term

_total = cp_model.LinearExpr.sum


def talk_rooms(places: Places) -> Cost:
    """Each slot of a talk costs what the talk costs in its room."""
    names = {room.name: number for number, room in enumerate(places.made.problem.rooms)}
    return _total(
        [
            talk.slots * cost * places.at(talk.name, block, names[room])
            for talk in places.made.problem.talks
            for room, cost in talk.room_costs.items()
            if cost
            for block in places.made.blocks
        ]
    )


def similar_tracks(places: Places) -> Cost:
    """Each two cells of a block whose tracks are similar cost what the pair does."""
    number = {track.name: place for place, track in enumerate(places.made.problem.tracks)}
    return _total(
        [
            cost * both
            for (one, other), cost in places.made.problem.similar.items()
            if cost and one != other
            for both in _cells_at_once(places, number[one], number[other])
        ]
    )


def chairs(places: Places) -> Cost:
    """Each two cells of a block whose tracks share a chair cost 1."""
    pairs = sorted(chairs_conflicts(places.made.problem))
    return _total([both for pair in pairs for both in _cells_at_once(places, *pair)])


def _cells_at_once(places: Places, one: int, other: int) -> Iterator[Cost]:
    cell = places.made.cell
    for block in places.made.blocks:
        for here, there in permutations(places.made.rooms, 2):
            yield places.both(cell[one, block, here], cell[other, block, there])


def presenters_block(places: Places) -> Cost:
    """Each two talks of a block in different rooms, of which nobody can hold both, cost 1."""
    return _apart(places, list(presenters_conflicts(places.made.problem)))


def attendees_block(places: Places) -> Cost:
    """Each two talks of a block in different rooms, of which somebody cannot hear both, cost 1."""
    return _apart(places, list(attendees_conflicts(places.made.problem)))


def _apart(places: Places, pairs: Collection[tuple[str, str]]) -> Cost:
    rooms = places.made.rooms
    found = []
    for one, other in pairs:
        for block in places.made.blocks:
            here, there = (_total([places.at(name, block, room) for room in rooms]) for name in (one, other))
            together = [places.both(places.at(one, block, room), places.at(other, block, room)) for room in rooms]
            found.append(places.both(here, there) - _total(together))
    return _total(found)


def presenters_slot(places: Places) -> Cost:
    """Each slot that two talks fill of which nobody can hold both costs 1."""
    return _overlapping(places, list(presenters_conflicts(places.made.problem)))


def attendees_slot(places: Places) -> Cost:
    """Each slot that two talks fill of which somebody cannot hear both costs 1."""
    return _overlapping(places, list(attendees_conflicts(places.made.problem)))


def _overlapping(places: Places, pairs: Collection[tuple[str, str]]) -> Cost:
    return _total(
        [
            places.both(places.fills(one, block, slot), places.fills(other, block, slot))
            for one, other in pairs
            for block in places.made.blocks
            for slot in range(places.made.problem.blocks[block].slots)
        ]
    )


def talk_order(places: Places) -> Cost:
    """A talk that does not stand at its place in its track costs 1, and so does a slot that two with a place fill.

    The talks of a track are listed block by block, room by room, slot by slot, and counted from 1.
    """
    found = []
    for talks in places.made.problem.talks_of.values():
        ordered = [talk for talk in talks if talk.order]
        found.append(_overlapping(places, [(one.name, other.name) for one, other in combinations(ordered, 2)]))
        for talk in ordered:
            earlier = [_listed_before(places, other.name, talk.name) for other in talks if other is not talk]
            met = places.model.new_bool_var("")
            place = talk.order - 1
            places.model.add(_total(earlier) == place).only_enforce_if(met)
            found.append(1 - met)
    return _total(found)


def _listed_before(places: Places, one: str, other: str) -> cp_model.IntVar:
    before = places.model.new_bool_var("")
    first, second = _listing(places, one), _listing(places, other)
    places.model.add(first + 1 <= second).only_enforce_if(before)
    places.model.add(second + 1 <= first).only_enforce_if(~before)
    return before


def _listing(places: Places, talk: str) -> Cost:
    """A number that grows from block to block, from room to room, from slot to slot."""
    made = places.made
    longest = max(block.slots for block in made.problem.blocks)
    rooms = len(made.problem.rooms)
    return _total(
        [
            ((block * rooms + room) * longest + first) * begins
            for (block, room, first), begins in places.begins[talk].items()
            if block or room or first
        ]
    )


EXACT: Mapping[Term, Callable[[Places], Cost]] = {
    Term.SIMILAR_TRACKS: similar_tracks,
    Term.TALK_ORDER: talk_order,
    Term.TALK_ROOMS: talk_rooms,
    Term.PRESENTERS_BLOCK: presenters_block,
    Term.ATTENDEES_BLOCK: attendees_block,
    Term.CHAIRS: chairs,
    Term.PRESENTERS_SLOT: presenters_slot,
    Term.ATTENDEES_SLOT: attendees_slot,
}
"""The terms of which the model of cells and blocks knows a part at most."""


def exact_objective(places: Places, objective: Objective) -> Cost:
    """The weighted sum of all terms, as it is."""
    weighed = []
    for term, weight in objective:
        if term in EXACT:
            weighed.append(weight * EXACT[term](places))
        elif term in TERMS:
            weighed.append(weight * TERMS[term](places.made))
    return _total(weighed)
