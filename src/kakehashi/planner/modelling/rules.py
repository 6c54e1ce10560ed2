"""The rules of every sound timetable, said of cells and blocks: one function for each, named as in `checking.rules`.

In blocks a talk has no room and no slot, so most of these say less than the rule of their name; what they leave open,
`runs` and `places` say by functions of the same names. That a talk stands where it may alone, `Group.blocks` says
already, and so do the variables.
"""

from collections import Counter
from collections.abc import Callable
from itertools import product

from ortools.sat.python import cp_model

from kakehashi.planner.modelling.demands import sequences
from kakehashi.planner.modelling.packing import fill, fit, stand_whole
from kakehashi.planner.modelling.variables import Variables, declare
from kakehashi.planner.objective import Objective
from kakehashi.planner.problem import Problem


def declared(problem: Problem, objective: Objective, most: int) -> Variables:
    """The variables of a problem, and what holds of every sound timetable."""
    return bound_to_rules(Variables(problem, objective, most))


def bound_to_rules(made: Variables) -> Variables:
    """These variables, declared, with what holds of every sound timetable."""
    declare(made)
    for rule in RULES:
        rule(made)
    return made


def every_talk_placed(made: Variables) -> None:
    """Every talk stands in one block."""
    for number, group in enumerate(made.groups):
        made.model.add(sum(made.held[number, block] for block in made.blocks) == group.size)


def every_talk_whole(made: Variables) -> None:
    """The talks of a track that stand in a block fit into its cells there, none of them in two cells."""
    for track, groups in made.groups_of_track.items():
        for block in made.blocks:
            stand_whole(made, groups, block, made.count(track, block))


def one_talk_in_a_slot(made: Variables) -> None:
    """The talks of a track fill no more slots of a block than its cells there have."""
    for track, groups in made.groups_of_track.items():
        for block in made.blocks:
            fill(made, groups, block, made.count(track, block))
        # Known already, block by block; of the whole the solver sees that cells are whole numbers.
        load = sum(made.groups[g].slots * made.groups[g].size for g in groups)
        made.model.add(sum(made.problem.blocks[s].slots * made.count(track, s) for s in made.blocks) >= load)


def under_its_track(made: Variables) -> None:
    """No cell names two tracks, and no talk is in a block where no cell names its track."""
    for block in made.blocks:
        if made.roomless:
            _cells_for_all(made, block)
        for room in () if made.roomless else made.rooms:
            made.model.add_at_most_one(made.cell[track, block, room] for track in made.tracks)
    for number, group in enumerate(made.groups):
        # Of several talks `one_talk_in_a_slot` says it: they fill slots of these cells.
        for block in made.blocks if group.size == 1 else ():
            made.model.add_implication(made.held[number, block], made.used[group.track, block])


def _cells_for_all(made: Variables, block: int) -> None:
    """The tracks that may only be in some rooms need no more cells than these have open, nor all than there are."""
    problem = made.problem
    open_rooms = {room.name for room in problem.rooms if (problem.blocks[block].name, room.name) not in problem.closed}
    allowed = [frozenset(open_rooms - track.barred_rooms) for track in problem.tracks]
    for rooms in dict.fromkeys([frozenset(open_rooms), *allowed]):
        within = [made.number[track, block] for track in made.tracks if allowed[track] <= rooms]
        made.model.add(sum(within) <= len(rooms))


def no_track_without_talks(made: Variables) -> None:
    """No more cells of a block name a track than it has talks there."""
    for track, groups in made.groups_of_track.items():
        for block in made.blocks:
            made.model.add(sum(made.held[g, block] for g in groups) >= made.count(track, block))


def where_pinned(made: Variables) -> None:
    """Each talk that is pinned is in its block, as `Group.blocks` has it; those in the same slot need a cell each."""
    needed: Counter[tuple[int, int, int]] = Counter()
    for group in made.groups:
        if group.first is not None:
            for slot in range(group.first, group.first + group.slots):
                needed.update({(group.track, block, slot): group.size for block in group.blocks})
    for (track, block, _), cells in needed.items():
        made.model.add(made.count(track, block) >= cells)


def never_where_barred(made: Variables) -> None:
    """No talk is in a block that is barred, as `Group.blocks` has it; those that are barred from rooms fit the others.

    No cell names a track of which no talk may stand there.
    """
    for track in made.tracks if not made.roomless else ():
        _named_where_talks_may_stand(made, track)
        groups = made.groups_of_track[track]
        for rooms in dict.fromkeys(made.groups[g].rooms for g in groups):
            if len(rooms) < len(made.rooms):
                _rooms_suffice(made, track, rooms)


def _named_where_talks_may_stand(made: Variables, track: int) -> None:
    allowed = {(made.groups[g].blocks, made.groups[g].rooms) for g in made.groups_of_track[track]}
    open_cells = {(block, room) for blocks, rooms in allowed for block in blocks for room in rooms}
    for block, room in product(made.blocks, made.rooms):
        if (block, room) not in open_cells:
            made.model.add(made.cell[track, block, room] == 0)


def _rooms_suffice(made: Variables, track: int, rooms: frozenset[int]) -> None:
    """The talks of a track that may stand in none but these rooms fit into its cells there."""
    those = [g for g in made.groups_of_track[track] if made.groups[g].rooms <= rooms]
    for block in made.blocks:
        cells = cp_model.LinearExpr.sum([made.cell[track, block, room] for room in sorted(rooms)])
        fit(made, those, block, cells)
        for g in those:
            if made.groups[g].size == 1:
                made.model.add(made.held[g, block] <= cells)


def in_sequence(made: Variables) -> None:
    """Each talk begins when those that it follows have ended, by `moment`; and so it is in no earlier block."""
    pairs = sequences(made.problem)
    last = sum(block.slots for block in made.problem.blocks)
    for name in dict.fromkeys(name for pair in pairs for name in pair):
        number = made.group_of_talk[name]
        group = made.groups[number]
        moment = made.moment[name] = made.model.new_int_var(0, last, f"moment {name}")
        for block in sorted(group.blocks):
            opens, top = made.opens[block], made.problem.blocks[block].slots - group.slots
            low, high = (0, top) if group.first is None else (group.first, group.first)
            within = made.model.add_linear_constraint(moment, opens + low, opens + high)
            within.only_enforce_if(made.held[number, block])
    for earlier, later in pairs:
        length = made.problem.talk[earlier].slots
        made.model.add(made.moment[later] >= made.moment[earlier] + length)
        first, second = made.group_of_talk[earlier], made.group_of_talk[later]
        for block in made.blocks:
            until = range(block + 1)
            made.model.add(sum(made.held[second, b] for b in until) <= sum(made.held[first, b] for b in until))


def within_resources(made: Variables) -> None:
    """The talks that need a resource fit a block as if there were so many rooms as there is of it."""
    for number, resource in enumerate(made.problem.resources):
        groups = [g for g, group in enumerate(made.groups) if number in group.resources]
        for block in made.blocks if groups else ():
            fit(made, groups, block, resource.amount)


def never_in_closed_cells(made: Variables) -> None:
    """No closed cell names a track."""
    for (_, block, room), named in made.cell.items():
        if (made.problem.blocks[block].name, made.problem.rooms[room].name) in made.problem.closed:
            made.model.add(named == 0)


def as_many_cells_as_sessions(made: Variables) -> None:
    """No track is named by more cells than it may have."""
    for number, track in enumerate(made.problem.tracks):
        if track.most_cells is not None:
            made.model.add(sum(made.count(number, block) for block in made.blocks) <= track.most_cells)


def nobody_in_two_places(made: Variables) -> None:
    """Who chairs does so in one cell of a block, and presents in no cell of another track there.

    That nobody presents two talks in one slot is known to `runs`.
    """
    tracks = made.problem.tracks
    for person in sorted(made.problem.alone):
        chaired = [number for number, track in enumerate(tracks) if person in track.chairs]
        presented = [talk for talk in made.problem.talks if person in talk.presenters] if chaired else []
        for block in made.blocks if chaired else ():
            made.model.add(sum(made.count(track, block) for track in chaired) <= 1)
            for talk in presented:
                held = made.held[made.group_of_talk[talk.name], block]
                others = [track for track in chaired if tracks[track].name != talk.track]
                made.model.add(held + sum(made.count(track, block) for track in others) <= 1)


RULES: tuple[Callable[[Variables], None], ...] = (
    every_talk_placed,
    every_talk_whole,
    one_talk_in_a_slot,
    under_its_track,
    no_track_without_talks,
    where_pinned,
    never_where_barred,
    in_sequence,
    within_resources,
    never_in_closed_cells,
    as_many_cells_as_sessions,
    nobody_in_two_places,
)
"""The rules that can be said of cells and blocks, in the checker's order."""
