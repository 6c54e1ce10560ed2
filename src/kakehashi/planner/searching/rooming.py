"""From runs to rooms: which of the cells of its track holds each talk, once it is known when the talk begins."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from ortools.sat.python import cp_model

from kakehashi.planner.checking import check
from kakehashi.planner.modelling import Runs
from kakehashi.planner.modelling.demands import first_of, rooms_of
from kakehashi.planner.modelling.runs import Moment
from kakehashi.planner.objective import Objective, Term
from kakehashi.planner.places import Place
from kakehashi.planner.problem import Problem, Talk
from kakehashi.planner.searching.housing import Housing, Rooms
from kakehashi.planner.solution import Solution

NO_ROOM = -1
"""Where a session is before it is housed."""
_HOMELY = Objective.weighing({Term.TRACK_ROOMS: 2, Term.BLOCK_ROOMS: 2, Term.ROOMS_PER_TRACK: 1})
"""What counts where no aim asks for rooms: their costs, and of equal ones those that the track has elsewhere."""


def moments_of(runs: Runs, value: Callable[[cp_model.IntVar], int]) -> Mapping[str, Moment]:
    """When each talk begins. Of talks that are alike those come first that began then before, else the problem's."""
    blocks = {block.name: number for number, block in enumerate(runs.made.problem.blocks)}
    found: dict[str, Moment] = {}
    for number, own in runs.begins.items():
        left = {at: many for at, begins in own.items() if (many := value(begins))}
        others = []
        for name in runs.made.groups[number].talks:
            former = runs.made.problem.talk[name].former
            at = None if former is None else (blocks[former.block], former.first)
            if at is not None and left.get(at):
                found[name], left[at] = at, left[at] - 1
            else:
                others.append(name)
        found |= zip(others, (at for at, many in left.items() for _ in range(many)), strict=True)
    return found


def counts_of(runs: Runs, value: Callable[[cp_model.IntVar], int]) -> Rooms:
    """The rooms of each track in each block, all by their numbers; `NO_ROOM` for each cell that has none yet."""
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for (track, block, room), named in runs.made.cell.items():
        if value(named):
            found[track, block].append(room)
    for at, number in runs.made.number.items():
        found[at] += [NO_ROOM] * value(number)
    return {at: tuple(rooms) for at, rooms in found.items() if rooms}


def roomed(problem: Problem, moments: Mapping[str, Moment], counted: Rooms) -> Solution | None:
    """The timetable of these moments and cells; `None` if talks do not find the rooms that they may be in."""
    tracks = {track.name: number for number, track in enumerate(problem.tracks)}
    together: defaultdict[tuple[int, int], list[Talk]] = defaultdict(list)
    for talk in problem.talks:
        together[tracks[talk.track], moments[talk.name][0]].append(talk)
    homeless = any(NO_ROOM in rooms for rooms in counted.values())
    cells = _housed(problem, together, counted) if homeless else counted
    if cells is None:
        return None
    places: dict[str, Place] = {}
    for (track, block), talks in together.items():
        found = _rows(problem, talks, moments, cells.get((track, block), ()))
        if found is None:
            return None
        for name, room in found.items():
            places[name] = Place(problem.blocks[block].name, problem.rooms[room].name, moments[name][1])
    return Solution.of(problem, places)


def _housed(problem: Problem, together: Mapping[tuple[int, int], Sequence[Talk]], counted: Rooms) -> Rooms | None:
    """Rooms for as many sessions as are counted, where their tracks have been if they can be."""
    numbers = {room.name: number for number, room in enumerate(problem.rooms)}
    former: defaultdict[int, set[int]] = defaultdict(set)
    for (track, _), talks in together.items():
        former[track].update(numbers[talk.former.room] for talk in talks if talk.former is not None)
    return Housing(problem, _HOMELY, former).housed({at: len(rooms) for at, rooms in counted.items()}, together)


def rehoused(problem: Problem, solution: Solution) -> Solution:
    """The timetable at the same moments, with rooms as if none had been chosen; itself if that leads nowhere."""
    blocks = {block.name: number for number, block in enumerate(problem.blocks)}
    tracks = {track.name: number for number, track in enumerate(problem.tracks)}
    number = Counter((tracks[track], blocks[block]) for (block, _), track in solution.tracks.items())
    places = {name: solution.place(name) for name in problem.talk}
    moments = {name: (blocks[at.block], at.first) for name, at in places.items()}
    found = roomed(problem, moments, {at: (NO_ROOM,) * many for at, many in number.items()})
    return solution if found is None or check(problem, found) else found


def _rows(
    problem: Problem, talks: Sequence[Talk], moments: Mapping[str, Moment], rooms: Sequence[int]
) -> Mapping[str, int] | None:
    """The room of each talk of one track in one block, slot after slot."""
    ends = dict.fromkeys(rooms, 0)
    found: dict[str, int] = {}
    waiting: defaultdict[int, list[Talk]] = defaultdict(list)
    for talk in talks:
        waiting[moments[talk.name][1]].append(talk)
    for slot, those in sorted(waiting.items()):
        wanted = {talk.name: tuple(_open(problem, talk, slot, ends)) for talk in those}
        seats = _matched(wanted)
        if seats is None:
            return None
        for talk in those:
            ends[seats[talk.name]] = slot + talk.slots
        found |= seats
    return found


def _open(problem: Problem, talk: Talk, slot: int, ends: Mapping[int, int]) -> Iterator[int]:
    """The rooms that a talk may begin in now, the one where it was before it and those where a talk just ends first."""
    allowed = rooms_of(problem, talk)
    follows = problem.unbroken and first_of(talk) is None
    former = None if talk.former is None else talk.former.room
    free = [room for room, end in ends.items() if room in allowed and (end == slot if follows else end <= slot)]
    yield from sorted(free, key=lambda room: (problem.rooms[room].name != former, ends[room] != slot))


def _matched(wanted: Mapping[str, tuple[int, ...]]) -> Mapping[str, int] | None:
    """A room for each, none twice, first choices first (augmenting paths, Kuhn); `None` if there is no such way."""
    taken: dict[int, str] = {}

    def seat(name: str, tried: set[int]) -> bool:
        for room in wanted[name]:
            if room not in tried:
                tried.add(room)
                if room not in taken or seat(taken[room], tried):
                    taken[room] = name
                    return True
        return False

    if not all(seat(name, set()) for name in sorted(wanted, key=lambda name: len(wanted[name]))):
        return None
    return {name: room for room, name in taken.items()}
