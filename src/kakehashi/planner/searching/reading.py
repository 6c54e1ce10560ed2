"""Between the variables of the model and timetables, both ways."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from ortools.sat.python import cp_model

from kakehashi.planner.modelling import (
    BEARING,
    Places,
    Runs,
    Variables,
    along,
    declared,
    exact_objective,
    leave_room,
    objective_of,
)
from kakehashi.planner.modelling.terms import Cost
from kakehashi.planner.objective import Objective
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Problem
from kakehashi.planner.searching.arranging import Arranger, Plan
from kakehashi.planner.solution import Solution

Value: TypeAlias = Callable[[cp_model.IntVar], int]
"""What a variable is in a solution."""
Making: TypeAlias = Callable[[Callable[[], float | None]], Solution | None]
"""Makes the timetable of a solution, if there is one. It is told the seconds that are left, `None` for no limit; with 0
it makes the first one that fits, whatever that costs.
"""


@dataclass(frozen=True, slots=True)
class View:
    """A model with its objective, and the way between it and timetables.

    `read` takes what a solution says; what it returns makes the timetable, later and elsewhere, if there is one.
    """

    model: cp_model.CpModel
    read: Callable[[Value], Making]
    hints: Callable[[Solution], Iterator[tuple[cp_model.IntVar, int]]]


def coarse(problem: Problem, objective: Objective, most: int, *, roomy: bool = False) -> View:
    """The model of cells and blocks, with at most so many cells of a track in a block, and room to spare if `roomy`."""
    made = declared(problem, objective, most)
    if roomy:
        leave_room(made)
    made.model.minimize(objective_of(made, objective))
    return view_of(made, Arranger(problem, objective))


def view_of(made: Variables, arranger: Arranger) -> View:
    """The way between a model of cells and blocks and timetables."""

    def read(value: Value) -> Making:
        return partial(arranger.arranged, plan_of(made, value))

    return View(made.model, read, partial(hints_of, made))


def exact(problem: Problem, objective: Objective) -> View:
    """The model down to the slot."""
    places = Places(declared(problem, objective, len(problem.rooms)))
    places.model.minimize(exact_objective(places, objective))
    return _view_of_places(places)


def exact_by_slot(problem: Problem, objective: Objective) -> tuple[View, Cost]:
    """The model down to the slot, with what is reckoned by the slot; and what is to be small in it."""
    places = Places(declared(problem, objective, len(problem.rooms)))
    runs = Runs(places.made)
    along(places, runs)
    bearing = (weight * BEARING[term](runs) for term, weight in objective if term in BEARING)
    return _view_of_places(places), sum(bearing, exact_objective(places, objective))


def _view_of_places(places: Places) -> View:
    problem = places.made.problem

    def read(value: Value) -> Making:
        found = {
            name: Place(problem.blocks[block].name, problem.rooms[room].name, first)
            for name, begins in places.begins.items()
            for (block, room, first), begun in begins.items()
            if value(begun)
        }
        return lambda _: Solution.of(problem, found)

    def hints(solution: Solution) -> Iterator[tuple[cp_model.IntVar, int]]:
        yield from hints_of(places.made, solution)
        for name, begins in places.begins.items():
            at = solution.place(name)
            for (block, room, first), begun in begins.items():
                yield begun, int(at == (problem.blocks[block].name, problem.rooms[room].name, first))

    return View(places.model, read, hints)


def plan_of(made: Variables, value: Value) -> Plan:
    """What the variables say, by names. Talks of one group go into its blocks in their order."""
    problem = made.problem
    rooms: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (track, block, room), named in made.cell.items():
        if value(named):
            rooms[problem.blocks[block].name, problem.tracks[track].name].append(problem.rooms[room].name)
    return Plan({at: tuple(found) for at, found in rooms.items()}, talks_of(made, value))


def talks_of(made: Variables, value: Value) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The talks of each track in each block, by the names of block and track."""
    problem = made.problem
    talks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for number, group in enumerate(made.groups):
        left = iter(group.talks)
        for block in made.blocks:
            held = value(made.held[number, block])
            talks[problem.blocks[block].name, problem.tracks[group.track].name] += [next(left) for _ in range(held)]
    return {at: tuple(found) for at, found in talks.items()}


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
    cells = Counter((track, block) for track, block, _ in named)
    yield from ((variable, cells[at]) for at, variable in made.number.items())
    yield from ((variable, int(at in used)) for at, variable in made.used.items())
    yield from ((variable, held[at]) for at, variable in made.held.items())
    for name, moment in made.moment.items():
        yield moment, made.opens[blocks[solution.place(name).block]] + solution.place(name).first
