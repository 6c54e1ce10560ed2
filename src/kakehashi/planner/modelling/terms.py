"""What each term costs in the model, under the names that `checking` has for them.

Each function gives an expression that is at most the term's value for every sound timetable that the variables stand
for. Those that only the slots decide are not here: `searching.arranging` prices them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, product
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.groups import (
    attendees_conflicts,
    chairs_conflicts,
    presenters_conflicts,
)
from kakehashi.planner.modelling.variables import Variables
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.problem import Costs, Talk

Cost: TypeAlias = cp_model.LinearExpr

_total = cp_model.LinearExpr.sum


def track_blocks(made: Variables) -> Cost:
    """Each cell costs what its track costs in its block."""
    names = [block.name for block in made.problem.blocks]
    return _total(
        [
            cost * made.count(track, names.index(name))
            for track in made.tracks
            for name, cost in made.problem.tracks[track].block_costs.items()
            if cost
        ]
    )


def track_rooms(made: Variables) -> Cost:
    """Each cell costs what its track costs in its room."""
    names = [room.name for room in made.problem.rooms]
    return _total(
        [
            cost * made.cell[track, block, names.index(name)]
            for track in made.tracks
            for name, cost in made.problem.tracks[track].room_costs.items()
            if cost
            for block in made.blocks
        ]
    )


def block_rooms(made: Variables) -> Cost:
    """Each cell that names a track costs what its room costs in its block."""
    blocks = [block.name for block in made.problem.blocks]
    rooms = [room.name for room in made.problem.rooms]
    return _total(
        [
            cost * made.cell[track, blocks.index(block), rooms.index(room)]
            for (block, room), cost in made.problem.room_costs.items()
            if cost
            for track in made.tracks
        ]
    )


def similar_tracks(made: Variables) -> Cost:
    """Each two cells of a block whose tracks are similar cost what the pair does."""
    number = {track.name: place for place, track in enumerate(made.problem.tracks)}
    costs: defaultdict[tuple[int, int], int] = defaultdict(int)
    for (one, other), cost in made.problem.similar.items():
        first, second = sorted((number[one], number[other]))
        if first != second:
            costs[first, second] += cost
    return _total(
        [cost * both for pair, cost in costs.items() if cost for both in _together(made, *pair, name="similar")]
    )


def chairs(made: Variables) -> Cost:
    """Each two cells of a block whose tracks share a chair cost 1."""
    pairs = sorted(chairs_conflicts(made.problem))
    return _total([both for pair in pairs for both in _together(made, *pair, name="chairs")])


def _together(made: Variables, one: int, other: int, name: str) -> Iterator[Cost]:
    """In each block, how many pairs of cells two tracks make."""
    for block in made.blocks:
        first, second = made.used[one, block], made.used[other, block]
        both = made.model.new_bool_var(f"{name} {one} {other} {block}")
        made.model.add(both >= first + second - 1)
        most = made.most_of[one] * made.most_of[other]
        if most == 1:
            yield both
            continue
        # Of m cells beside n, at least m + n - 1 pairs.
        pairs = made.model.new_int_var(0, most, f"{name} pairs {one} {other} {block}")
        counts = made.count(one, block) + made.count(other, block)
        made.model.add(pairs >= counts - 1).only_enforce_if(both)
        made.model.add(pairs >= both)
        yield pairs


def rooms_per_track(made: Variables) -> Cost:
    """Each room beyond its first costs a track 1."""
    rooms = []
    for track in made.tracks:
        number = made.model.new_int_var(1, max(1, len(made.rooms)), f"rooms {track}")
        used = [made.model.new_bool_var(f"room {track} {room}") for room in made.rooms]
        for block, room in product(made.blocks, made.rooms):
            made.model.add_implication(made.cell[track, block, room], used[room])
        made.model.add(number == sum(used))
        # No room holds more of its cells than there are blocks: known already, but not to an LP, which splits rooms.
        made.model.add(len(made.blocks) * number >= sum(made.count(track, block) for block in made.blocks))
        rooms.append(number)
    # Every track has a talk, and so a room.
    return _total(rooms) - len(made.tracks)


def parallel_tracks(made: Variables) -> Cost:
    """Each cell of a track in a block beyond its first costs 1."""
    several = [track for track in made.tracks if made.most_of[track] > 1]
    return _total([made.count(t, s) - made.used[t, s] for t in several for s in made.blocks])


def consecutive_tracks(made: Variables) -> Cost:
    """A track costs 1 if between two of its blocks there is one without it."""
    gaps = []
    last = len(made.blocks) - 1
    for track in made.tracks:
        gap = made.model.new_bool_var(f"gap {track}")
        begun = [made.model.new_bool_var(f"begun {track} {block}") for block in made.blocks]
        to_come = [made.model.new_bool_var(f"to come {track} {block}") for block in made.blocks]
        for block in made.blocks:
            used = made.used[track, block]
            made.model.add_implication(used, begun[block])
            made.model.add_implication(used, to_come[block])
            if block:
                made.model.add_implication(begun[block - 1], begun[block])
            if block < last:
                made.model.add_implication(to_come[block + 1], to_come[block])
            made.model.add(begun[block] + to_come[block] - 1 <= used + gap)
        gaps.append(gap)
    return _total(gaps)


def talk_hours(made: Variables) -> Cost:
    """Each slot of a talk costs what the hours of its block do.

    Talks of one group may differ in this and in `talk_blocks`, but not in the sum of both as the objective weighs them.
    """
    return _in_blocks(made, [talk.hour_costs for talk in _one_of_each(made)])


def talk_blocks(made: Variables) -> Cost:
    """Each slot of a talk costs what the talk costs in its block. Of groups see `talk_hours`."""
    return _in_blocks(made, [talk.block_costs for talk in _one_of_each(made)])


def _one_of_each(made: Variables) -> list[Talk]:
    """The first talk of each group."""
    return [made.problem.talk[group.talks[0]] for group in made.groups]


def _in_blocks(made: Variables, costs: list[Costs]) -> Cost:
    """What the slots of all groups cost, by what one of each costs in a block."""
    blocks = [block.name for block in made.problem.blocks]
    return _total(
        [
            group.slots * cost * made.held[number, block]
            for number, (group, own) in enumerate(zip(made.groups, costs, strict=True))
            for block, name in enumerate(blocks)
            if (cost := own.get(name, 0))
        ]
    )


def talk_rooms(made: Variables) -> Cost:
    """What talks cost in their rooms at least: of these the model knows nothing else."""
    rooms = [room.name for room in made.problem.rooms]
    least = [talk.slots * min(talk.room_costs.get(room, 0) for room in rooms) for talk in made.problem.talks if rooms]
    return _total([sum(least)])


def talk_order(made: Variables) -> Cost:
    """A talk that cannot stand at its place among the talks of its track costs 1.

    It can at place o if before its block stand fewer than o of its track's talks, and with its block at least o. Of
    several that want the same place one can.
    """
    missed = []
    for track in made.tracks:
        groups = made.groups_of_track[track]
        whole = sum(made.groups[g].size for g in groups)
        ordered = [g for g in groups if made.groups[g].order]
        if not ordered:
            continue
        until = _running(made, groups, whole, track)
        wanting: defaultdict[int, list[cp_model.IntVar]] = defaultdict(list)
        misses_of: dict[int, cp_model.IntVar] = {}
        for g in ordered:
            order = made.groups[g].order
            miss = misses_of[g] = made.model.new_bool_var(f"out of order {g}")
            missed.append(miss)
            if order > whole:
                made.model.add(miss == 1)
                continue
            wanting[order].append(miss)
            for block in made.blocks:
                here = made.held[g, block]
                made.model.add(until[block] < order).only_enforce_if(here, ~miss)
                made.model.add(until[block + 1] >= order).only_enforce_if(here, ~miss)
        for misses in wanting.values():
            if len(misses) > 1:
                made.model.add(sum(misses) >= len(misses) - 1)
        _in_turn(made, misses_of)
    return _total(missed)


def _in_turn(made: Variables, misses: Mapping[int, cp_model.IntVar]) -> None:
    """Of two talks at their places, the earlier stands in no later block: known already, but not to an LP."""
    turn = sorted(misses, key=lambda g: made.groups[g].order)
    for earlier, later in pairwise(turn):
        if made.groups[earlier].order == made.groups[later].order:
            continue
        for block in list(made.blocks)[:-1]:
            first, second = (_total([made.held[g, s] for s in range(block + 1)]) for g in (earlier, later))
            made.model.add(second <= first + misses[earlier] + misses[later])


def _running(made: Variables, groups: tuple[int, ...], whole: int, track: int) -> list[cp_model.IntVar]:
    """How many talks of a track stand before each block, and at the end."""
    until = [made.model.new_int_var(0, whole, f"until {track} {block}") for block in range(len(made.blocks) + 1)]
    made.model.add(until[0] == 0)
    for block in made.blocks:
        made.model.add(until[block + 1] == until[block] + sum(made.held[g, block] for g in groups))
    return until


def presenters_block(made: Variables) -> Cost:
    """Each two talks of a block in different rooms, of which nobody can hold both, cost 1."""
    return _at_once(made, set(presenters_conflicts(made.problem)), "presenters")


def attendees_block(made: Variables) -> Cost:
    """Each two talks of a block in different rooms, of which somebody cannot hear both, cost 1."""
    return _at_once(made, set(attendees_conflicts(made.problem)), "attendees")


def _at_once(made: Variables, pairs: set[tuple[str, str]], name: str) -> Cost:
    """In different rooms for certain are talks of different tracks; of one track they may share a room."""
    talks = made.problem.talk
    apart = sorted(pair for pair in pairs if talks[pair[0]].track != talks[pair[1]].track)
    found = []
    for one, other in apart:
        first, second = made.group_of_talk[one], made.group_of_talk[other]
        for block in made.blocks:
            both = made.model.new_bool_var(f"{name} {first} {second} {block}")
            made.model.add(both >= made.held[first, block] + made.held[second, block] - 1)
            found.append(both)
    return _total(found)


def cells(made: Variables) -> Cost:
    """How many cells name a track."""
    return _total([made.count(track, block) for track in made.tracks for block in made.blocks])


TERMS: Mapping[Term, Callable[[Variables], Cost]] = {
    Term.TRACK_BLOCKS: track_blocks,
    Term.TRACK_ROOMS: track_rooms,
    Term.BLOCK_ROOMS: block_rooms,
    Term.SIMILAR_TRACKS: similar_tracks,
    Term.ROOMS_PER_TRACK: rooms_per_track,
    Term.PARALLEL_TRACKS: parallel_tracks,
    Term.CONSECUTIVE_TRACKS: consecutive_tracks,
    Term.TALK_HOURS: talk_hours,
    Term.TALK_ORDER: talk_order,
    Term.TALK_BLOCKS: talk_blocks,
    Term.TALK_ROOMS: talk_rooms,
    Term.PRESENTERS_BLOCK: presenters_block,
    Term.ATTENDEES_BLOCK: attendees_block,
    Term.CHAIRS: chairs,
    Term.CELLS: cells,
}
"""The terms that cells and blocks decide, with what they cost, or what they cost at least."""


def objective_of(made: Variables, objective: Objective) -> Cost:
    """The weighted sum of all terms that the model knows."""
    return _total([weight * TERMS[term](made) for term, weight in objective if term in TERMS])
