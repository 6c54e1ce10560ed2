"""Every sound timetable of a tiny problem, by trying everything: what a search is compared with.

It knows places alone: neither the solver nor the checker has a part in it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from kakehashi.planner import Objective, Place, Problem, Solution, Talk, evaluate


def timetables(problem: Problem) -> Iterator[Solution]:
    """Each sound timetable of the problem, once."""
    return (Solution.of(problem, places) for places in _placed(problem, problem.talks, {}))


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
