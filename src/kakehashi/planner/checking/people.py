"""Terms of people who would have to be in two places: per pair of talks, or of cells, that want the same person.

Within a room nobody is in two places, so a pair in one room never counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from kakehashi.planner.checking.table import Table
from kakehashi.planner.problem import Problem, Talk

Conflict: TypeAlias = Callable[[Problem, Talk, Talk], bool]
Standing: TypeAlias = tuple[Talk, str]
"""A talk and its room."""


def presenters_block(table: Table) -> int:
    """The pairs of talks in different rooms of a block that want the same person to present or to chair."""
    return _in_a_block(table, presenters_conflict)


def attendees_block(table: Table) -> int:
    """The pairs of talks in different rooms of a block that somebody wants to hear, and to hear, present or chair."""
    return _in_a_block(table, attendees_conflict)


def presenters_slot(table: Table) -> int:
    """Such pairs as `presenters_block` has, but only in the same slot; for every slot in which they meet."""
    return _in_a_slot(table, presenters_conflict)


def attendees_slot(table: Table) -> int:
    """Such pairs as `attendees_block` has, but only in the same slot; for every slot in which they meet."""
    return _in_a_slot(table, attendees_conflict)


def chairs(table: Table) -> int:
    """The pairs of cells of a block whose tracks, two different ones, have a chair in common."""
    return sum(
        one.block == other.block and one.track != other.track and _meet(one.track.chairs, other.track.chairs)
        for one, other in combinations(table.named, 2)
    )


def presenters_conflict(problem: Problem, one: Talk, other: Talk) -> bool:
    """Whether two talks have a presenter in common, or a presenter of one chairs the other's track, which differs."""
    return _meet(one.presenters, other.presenters) or (
        one.track != other.track
        and (
            _meet(one.presenters, problem.track[other.track].chairs)
            or _meet(other.presenters, problem.track[one.track].chairs)
        )
    )


def attendees_conflict(problem: Problem, one: Talk, other: Talk) -> bool:
    """Whether somebody wants to hear both of two talks, or to hear one and present the other or chair its track.

    Chairs count for tracks that differ: within a track they hear all of it.
    """
    return (
        _meet(one.attendees, other.attendees)
        or _meet(one.attendees, other.presenters)
        or _meet(other.attendees, one.presenters)
        or (
            one.track != other.track
            and (
                _meet(one.attendees, problem.track[other.track].chairs)
                or _meet(other.attendees, problem.track[one.track].chairs)
            )
        )
    )


def _in_a_block(table: Table, conflict: Conflict) -> int:
    # A talk in several rooms, as only an unsound timetable has it, counts in each of them.
    rooms: defaultdict[str, dict[tuple[str, str], Talk]] = defaultdict(dict)
    for slot, talk in table.held:
        rooms[slot.block][talk.name, slot.room] = talk
    return sum(
        one.name != other.name and room != other_room and conflict(table.problem, one, other)
        for at_once in rooms.values()
        for (one, room), (other, other_room) in _acquainted(
            table.problem, [(talk, room) for (_, room), talk in at_once.items()]
        )
    )


def _in_a_slot(table: Table, conflict: Conflict) -> int:
    talks: defaultdict[tuple[str, int], dict[str, Talk]] = defaultdict(dict)
    for slot, talk in table.held:
        talks[slot.block, slot.number][talk.name] = talk
    return sum(
        conflict(table.problem, one, other)
        for at_once in talks.values()
        for (one, _), (other, _) in _acquainted(table.problem, [(talk, "") for talk in at_once.values()])
    )


def _acquainted(problem: Problem, talks: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    """Each pair of these that somebody has to do with both of, once: no others are in any conflict."""
    known: defaultdict[str, list[int]] = defaultdict(list)
    for number, (talk, _) in enumerate(talks):
        for person in talk.presenters | talk.attendees | problem.track[talk.track].chairs:
            known[person].append(number)
    pairs = {pair for numbers in known.values() for pair in combinations(numbers, 2)}
    return ((talks[one], talks[other]) for one, other in pairs)


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    return not some.isdisjoint(others)
