"""Between the variables of the model and timetables, both ways."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import Variables
from kakehashi.planner.searching.arranging import Plan
from kakehashi.planner.solution import Solution


def plan_of(made: Variables, value: Callable[[cp_model.IntVar], int]) -> Plan:
    """What the variables say, by names. Talks of one group go into its blocks in their order."""
    problem = made.problem
    rooms: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (track, block, room), named in made.cell.items():
        if value(named):
            rooms[problem.blocks[block].name, problem.tracks[track].name].append(problem.rooms[room].name)
    talks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for number, group in enumerate(made.groups):
        left = iter(group.talks)
        for block in made.blocks:
            held = value(made.held[number, block])
            talks[problem.blocks[block].name, problem.tracks[group.track].name] += [next(left) for _ in range(held)]
    return Plan({at: tuple(found) for at, found in rooms.items()}, {at: tuple(found) for at, found in talks.items()})


def hints_of(made: Variables, solution: Solution) -> Iterator[tuple[cp_model.IntVar, int]]:
    """What the variables are in a timetable, to begin with."""
    problem = made.problem
    tracks = {track.name: number for number, track in enumerate(problem.tracks)}
    blocks = {block.name: number for number, block in enumerate(problem.blocks)}
    rooms = {room.name: number for number, room in enumerate(problem.rooms)}
    named = {(tracks[track], blocks[block], rooms[room]) for (block, room), track in solution.tracks.items()}
    used = {(track, block) for track, block, _ in named}
    held: defaultdict[tuple[int, int], int] = defaultdict(int)
    for talk in problem.talks:
        held[made.group_of_talk[talk.name], blocks[solution.place(talk.name).block]] += 1
    yield from ((variable, int(at in named)) for at, variable in made.cell.items())
    yield from ((variable, int(at in used)) for at, variable in made.used.items())
    yield from ((variable, held[at]) for at, variable in made.held.items())
