"""Every sound timetable of a tiny problem, by trying everything: what a search is compared with.

It knows places alone: neither the solver nor the checker has a part in it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from kakehashi.planner import Objective, Place, Problem, Solution, Talk, evaluate


def timetables(problem: Problem) -> Iterator[Solution]:
    """Each sound timetable of the problem, once."""
    whole = (places for places in _placed(problem, problem.talks, {}) if _suits(problem, places))
    return (Solution.of(problem, places) for places in whole)


def best(problem: Problem, objective: Objective) -> int | None:
    """The least value that any sound timetable has; `None` if there is none."""
    return min((objective.value(evaluate(problem, found)) for found in timetables(problem)), default=None)


def _placed(problem: Problem, rest: tuple[Talk, ...], places: Mapping[str, Place]) -> Iterator[Mapping[str, Place]]:
    """These places with one for each of the other talks, in every way that leaves all of them sound."""
    if not rest:
        yield places
        return
    for place in _free(problem, rest[0], places):
        yield from _placed(problem, rest[1:], {**places, rest[0].name: place})


def _free(problem: Problem, talk: Talk, places: Mapping[str, Place]) -> Iterator[Place]:
    for cell in problem.cells:
        inside = [(problem.talk[name], at.first) for name, at in places.items() if (at.block, at.room) == cell]
        taken = {first + step for other, first in inside for step in range(other.slots)}
        if all(other.track == talk.track for other, _ in inside):
            for first in range(problem.block[cell[0]].slots - talk.slots + 1):
                place = Place(*cell, first)
                if taken.isdisjoint(range(first, first + talk.slots)) and _pleases(problem, talk, place, places):
                    yield place


def _pleases(problem: Problem, talk: Talk, place: Place, places: Mapping[str, Place]) -> bool:
    """Whether a place is what a talk demands, and does not keep the others from what they demand."""
    pin, track = talk.pinned, problem.track[talk.track]
    if pin is not None and (
        pin.block != place.block or pin.room not in (None, place.room) or pin.first not in (None, place.first)
    ):
        return False
    if (place.block, place.room) in problem.closed or not talk.barred_slots.get(place.block, frozenset()).isdisjoint(
        range(place.first, place.first + talk.slots)
    ):
        return False
    if place.block in talk.barred_blocks | track.barred_blocks or place.room in talk.barred_rooms | track.barred_rooms:
        return False
    for name, at in places.items():
        other = problem.talk[name]
        if name in talk.after and not _has_ended(problem, other, at, place):
            return False
        if talk.name in other.after and not _has_ended(problem, talk, place, at):
            return False
    return all(
        _at_once(problem, resource.talks, {**places, talk.name: place}) <= resource.amount
        for resource in problem.resources
    )


def _has_ended(problem: Problem, talk: Talk, at: Place, when: Place) -> bool:
    """Whether a talk is over when one begins elsewhere."""
    names = [block.name for block in problem.blocks]
    if at.block == when.block:
        return at.first + talk.slots <= when.first
    return names.index(at.block) < names.index(when.block)


def _at_once(problem: Problem, names: frozenset[str], places: Mapping[str, Place]) -> int:
    """The most of these talks that fill one slot."""
    slots = Counter(
        (places[name].block, places[name].first + step)
        for name in names & places.keys()
        for step in range(problem.talk[name].slots)
    )
    return max(slots.values(), default=0)


def _suits(problem: Problem, places: Mapping[str, Place]) -> bool:
    """Whether all places together are what tracks and people demand, and leave no gap where none may be."""
    cells = {(problem.talk[name].track, at.block, at.room) for name, at in places.items()}
    number = Counter(track for track, _, _ in cells)
    if any(track.most_cells is not None and number[track.name] > track.most_cells for track in problem.tracks):
        return False
    if any(_out_of_stage(problem, one, other, places) for one in problem.talks for other in problem.talks):
        return False
    if any(_torn(problem, person, cells, places) for person in problem.alone):
        return False
    return not problem.unbroken or all(_joined(problem, talk, places) for talk in problem.talks)


def _out_of_stage(problem: Problem, one: Talk, other: Talk, places: Mapping[str, Place]) -> bool:
    """Whether a talk begins before another one of its track that should begin no later."""
    names = [block.name for block in problem.blocks]
    times = [(names.index(places[talk.name].block), places[talk.name].first) for talk in (one, other)]
    return one.track == other.track and one.stage > other.stage and times[0] < times[1]


def _torn(problem: Problem, person: str, cells: set[tuple[str, str, str]], places: Mapping[str, Place]) -> bool:
    """Whether somebody would have to be in two places: a room for each slot is noted, and for each block if chaired."""
    chaired = {(block, room) for track, block, room in cells if person in problem.track[track].chairs}
    rooms = {
        (block.name, number): {room for its, room in chaired if its == block.name}
        for block in problem.blocks
        for number in range(block.slots)
    }
    talks: Counter[tuple[str, int]] = Counter()
    for name, at in places.items():
        if person in problem.talk[name].presenters:
            for step in range(problem.talk[name].slots):
                rooms[at.block, at.first + step].add(at.room)
                talks[at.block, at.first + step] += 1
    return any(len(its) > 1 for its in rooms.values()) or max(talks.values(), default=0) > 1


def _joined(problem: Problem, talk: Talk, places: Mapping[str, Place]) -> bool:
    """Whether a talk is pinned to a slot, or begins its session, or begins when another of its cell ends."""
    at = places[talk.name]
    ends = {(*other[:2], other.first + problem.talk[name].slots) for name, other in places.items()}
    return at.first == 0 or at in ends or (talk.pinned is not None and talk.pinned.first is not None)
