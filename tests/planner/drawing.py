"""Hypothesis strategies for small problems with timetables of them: sound ones, and whatever a file might say.

Names, people and costs are few, so that they meet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    Block,
    Objective,
    Party,
    Pin,
    Place,
    Problem,
    Resource,
    Room,
    Slot,
    Solution,
    Talk,
    Term,
    Track,
    check,
)
from kakehashi.planner.objective import OURS
from kakehashi.planner.problem import Costs

PEOPLE = st.frozensets(st.sampled_from(("Ada", "Bo", "Cy")), max_size=2)
COSTS = st.integers(-2, 9)
WEIGHTS = st.dictionaries(st.sampled_from(sorted(set(Term) - OURS)), st.integers(1, 20), max_size=8).map(
    Objective.weighing
)
"""Objectives of some of CoSPLib's terms."""


def costs(names: list[str]) -> SearchStrategy[Costs]:
    """What it costs to be somewhere, for some of these names."""
    return st.dictionaries(st.sampled_from(names), COSTS).map(FrozenMap)


@st.composite
def planned(
    draw: DrawFn, most_rooms: int = 3, most_talks: int = 6, *, demanding: bool = True
) -> tuple[Problem, Solution]:
    """A problem that has a timetable, and a sound one of it. Now and then talks demand something, unless none may."""
    blocks = tuple(Block(f"block {n}", draw(st.integers(1, 4))) for n in range(draw(st.integers(1, 3))))
    rooms = tuple(Room(f"room {n}") for n in range(draw(st.integers(1, most_rooms))))
    at, where = [block.name for block in blocks], [room.name for room in rooms]
    names = [f"track {n}" for n in range(draw(st.integers(1, 3)))]
    tracks = tuple(Track(name, draw(PEOPLE), draw(costs(at)), draw(costs(where))) for name in names)
    # Of the talks that are drawn, those remain that find the place that is drawn for them.
    talks: dict[str, tuple[Talk, Place]] = {}
    for number in range(draw(st.integers(0, most_talks))):
        block, room = draw(st.sampled_from(blocks)), draw(st.sampled_from(where))
        first = draw(st.integers(0, block.slots - 1))
        talk = Talk(
            name=f"talk {number}",
            track=draw(st.sampled_from(names)),
            slots=draw(st.integers(1, block.slots - first)),
            order=draw(st.integers(0, 4)),
            presenters=draw(PEOPLE),
            attendees=draw(PEOPLE),
            hour_costs=draw(costs(at)),
            block_costs=draw(costs(at)),
            room_costs=draw(costs(where)),
        )
        if _fits(talk, Place(block.name, room, first), talks.values()):
            talks[talk.name] = talk, Place(block.name, room, first)
    similar = draw(st.dictionaries(st.tuples(st.sampled_from(names), st.sampled_from(names)), COSTS))
    room_costs = draw(st.dictionaries(st.tuples(st.sampled_from(at), st.sampled_from(where)), COSTS))
    problem = Problem(blocks, rooms, tracks, tuple(talk for talk, _ in talks.values()), similar, room_costs)
    places = {name: place for name, (_, place) in talks.items()}
    if demanding and draw(st.integers(0, 2)) == 2:
        problem = draw(_demanding(problem, places))
    return problem, Solution.of(problem, places)


@st.composite
def _demanding(draw: DrawFn, problem: Problem, places: Mapping[str, Place]) -> Problem:
    """The problem with demands that these places keep."""
    blocks, rooms = [block.name for block in problem.blocks], [room.name for room in problem.rooms]
    talks = []
    for talk in problem.talks:
        at = places[talk.name]
        ended = [other.name for other in problem.talks if _ends_before(blocks, other, places[other.name], at)]
        talks.append(draw(_demanding_talk(talk, at, blocks, rooms, ended)))
    tracks = []
    for track in problem.tracks:
        cells = [places[talk.name] for talk in problem.talks_of[track.name]]
        elsewhere = [name for name in blocks if all(name != cell.block for cell in cells)]
        other_rooms = [name for name in rooms if all(name != cell.room for cell in cells)]
        tracks.append(replace(track, barred_blocks=draw(_some(elsewhere)), barred_rooms=draw(_some(other_rooms))))
    resources = []
    for number in range(draw(st.integers(0, 2))):
        needing = frozenset(name for name in problem.talk if draw(st.booleans()))
        filled = [(places[name], problem.talk[name].slots) for name in needing]
        most = max((sum(_covers(at, n, slot) for at, n in filled) for slot in _starts(filled)), default=1)
        resources.append(Resource(f"resource {number}", draw(st.integers(most, most + 1)), needing))
    return problem.replace(talks=tuple(talks), tracks=tuple(tracks), resources=tuple(resources))


@st.composite
def _demanding_talk(
    draw: DrawFn, talk: Talk, at: Place, blocks: list[str], rooms: list[str], earlier: list[str]
) -> Talk:
    """The talk with demands that this place keeps and that ask for nothing but these talks to be earlier."""
    pins = (None, None, None, Pin(at.block), Pin(at.block, at.room), Pin(at.block, None, at.first), Pin(*at))
    return replace(
        talk,
        pinned=draw(st.sampled_from(pins)),
        barred_blocks=draw(_some(name for name in blocks if name != at.block)),
        barred_rooms=draw(_some(name for name in rooms if name != at.room)),
        after=draw(_some(earlier)),
    )


def _ends_before(blocks: list[str], talk: Talk, at: Place, other: Place) -> bool:
    return (blocks.index(at.block), at.first + talk.slots) <= (blocks.index(other.block), other.first)


def _starts(filled: list[tuple[Place, int]]) -> list[tuple[str, int]]:
    """The slots that talks begin in: nowhere are more of them at once."""
    return [(at.block, at.first) for at, _ in filled]


def _covers(at: Place, slots: int, slot: tuple[str, int]) -> bool:
    return at.block == slot[0] and at.first <= slot[1] < at.first + slots


def _some(names: Iterable[str]) -> SearchStrategy[frozenset[str]]:
    """Mostly none of these names, or else some."""
    known = list(names)
    some = st.frozensets(st.sampled_from(known), max_size=2) if known else st.just(frozenset[str]())
    return st.one_of(st.just(frozenset[str]()), some)


@st.composite
def posed(draw: DrawFn) -> Problem:
    """A tiny problem of talks each of which could stand somewhere if it were alone; many have no timetable."""
    blocks = [Block(f"block {n}", draw(st.integers(1, 3))) for n in range(draw(st.integers(1, 2)))]
    rooms = [Room(f"room {n}") for n in range(draw(st.integers(1, 2)))]
    at, where = [block.name for block in blocks], [room.name for room in rooms]
    tracks = [Track(f"track {n}", barred_rooms=draw(_some(where[n:][:1]) if where[1:] else _some(()))) for n in (0, 1)]
    talks: list[Talk] = []
    left = sum(block.slots for block in blocks) * len(rooms)
    for number in range(draw(st.integers(1, 4))):
        track, block = draw(st.sampled_from(tracks)), draw(st.sampled_from(blocks))
        slots = draw(st.integers(1, min(2, block.slots)))
        room = draw(st.sampled_from([name for name in where if name not in track.barred_rooms]))
        place = Place(block.name, room, draw(st.integers(0, block.slots - slots)))
        if (left := left - slots) >= 0:
            talk = Talk(f"talk {number}", track.name, slots, block_costs=draw(costs(at)))
            talks.append(draw(_demanding_talk(talk, place, at, where, [one.name for one in talks])))
    crew = Resource("crew", 1, frozenset(talk.name for talk in talks if draw(st.booleans())))
    return Problem(tuple(blocks), tuple(rooms), tuple(tracks), tuple(talks), resources=(crew,))


@st.composite
def filled(draw: DrawFn, most_rooms: int = 3) -> tuple[Problem, Solution]:
    """A problem, and what a file might say of it: any talk or none in each slot, any track or none in each cell."""
    problem, _ = draw(planned(most_rooms))
    slots: dict[str, list[Slot]] = {}
    for block, room in problem.cells:
        for number in range(problem.block[block].slots):
            talk = draw(st.sampled_from((None, *problem.talk)))
            if talk is not None:
                slots.setdefault(talk, []).append(Slot(block, room, number))
    named = {cell: draw(st.sampled_from((None, *problem.track))) for cell in problem.cells}
    return problem, Solution(
        {talk: tuple(its) for talk, its in slots.items()}, {cell: track for cell, track in named.items() if track}
    )


def _fits(talk: Talk, place: Place, others: Iterable[tuple[Talk, Place]]) -> bool:
    for other, at in others:
        if at[:2] == place[:2] and (
            other.track != talk.track or (place.first < at.first + other.slots and at.first < place.first + talk.slots)
        ):
            return False
    return True


@st.composite
def weekly(draw: DrawFn) -> tuple[Problem, Solution]:
    """A problem as weeks pose it, reckoned by the slot, and a sound timetable of it."""
    problem, solution = draw(planned(most_rooms=2, most_talks=4, demanding=False))
    places = {name: solution.place(name) for name in problem.talk}
    problem = problem.replace(unbroken=_without_gaps(problem, places))
    stages = sorted(problem.talks, key=lambda talk: _when(problem, places[talk.name]))
    steps = {talk.name: draw(st.integers(0, 1)) for talk in stages}
    talks = tuple(draw(_staged(problem, talk, places, stages, steps)) for talk in problem.talks)
    named = {(at.block, at.room) for at in places.values()}
    closed = frozenset(cell for cell in problem.cells if cell not in named and draw(st.booleans()))
    tracks = tuple(
        replace(track, most_cells=draw(st.sampled_from((None, len(_cells(problem, places, track.name))))))
        for track in problem.tracks
    )
    problem = problem.replace(talks=talks, tracks=tracks, closed=closed, parties=draw(_parties(problem)))
    for person in ("Ada", "Bo", "Cy"):
        with_them = problem.replace(alone=problem.alone | {person})
        if not check(with_them, solution) and draw(st.booleans()):
            problem = with_them
    return problem, solution


@st.composite
def _staged(
    draw: DrawFn,
    problem: Problem,
    talk: Talk,
    places: Mapping[str, Place],
    in_time: list[Talk],
    steps: Mapping[str, int],
) -> Talk:
    """The talk with a stage that grows with time, a place where it was, and slots that it does not fill."""
    at = places[talk.name]
    until = [
        other
        for other in in_time
        if other.track == talk.track and _when(problem, places[other.name]) <= _when(problem, at)
    ]
    block = draw(st.sampled_from(problem.blocks))
    mine = range(at.first, at.first + talk.slots) if block.name == at.block else ()
    barred = draw(st.frozensets(st.sampled_from(range(block.slots)), max_size=2)) - frozenset(mine)
    former = draw(st.sampled_from((None, at, Place(block.name, at.room, 0))))
    stage = sum(steps[other.name] for other in until)
    return replace(
        talk, stage=stage, barred_slots=FrozenMap({block.name: barred}), former=former, moving=draw(st.integers(0, 3))
    )


@st.composite
def _parties(draw: DrawFn, problem: Problem) -> tuple[Party, ...]:
    strain = st.fixed_dictionaries(
        {block.name: st.tuples(*[st.integers(0, 5)] * block.slots) for block in problem.blocks}
    ).map(FrozenMap)
    return tuple(
        Party(
            f"party {number}",
            draw(st.integers(1, 3)),
            {talk.name: draw(strain) for talk in problem.talks if draw(st.booleans())},
            draw(st.integers(0, 4)),
        )
        for number in range(draw(st.integers(0, 3)))
    )


def _cells(problem: Problem, places: Mapping[str, Place], track: str) -> set[tuple[str, str]]:
    return {(places[talk.name].block, places[talk.name].room) for talk in problem.talks_of[track]}


def _when(problem: Problem, at: Place) -> tuple[int, int]:
    return [block.name for block in problem.blocks].index(at.block), at.first


def _without_gaps(problem: Problem, places: Mapping[str, Place]) -> bool:
    ends = {(at.block, at.room, at.first + problem.talk[name].slots) for name, at in places.items()}
    return all(at.first == 0 or tuple(at) in ends for at in places.values())
