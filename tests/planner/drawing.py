"""Hypothesis strategies for small problems with timetables of them: sound ones, and whatever a file might say.

Names, people and costs are few, so that they meet.
"""

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Place, Problem, Room, Slot, Solution, Talk, Track
from kakehashi.planner.problem import Costs

PEOPLE = st.frozensets(st.sampled_from(("Ada", "Bo", "Cy")), max_size=2)
COSTS = st.integers(-2, 9)


def costs(names: list[str]) -> SearchStrategy[Costs]:
    """What it costs to be somewhere, for some of these names."""
    return st.dictionaries(st.sampled_from(names), COSTS).map(FrozenMap)


@st.composite
def planned(draw: DrawFn, most_rooms: int = 3, most_talks: int = 6) -> tuple[Problem, Solution]:
    """A problem that has a timetable, and a sound one of it."""
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
    return problem, Solution.of(problem, {name: place for name, (_, place) in talks.items()})


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
