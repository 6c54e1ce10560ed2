"""Each demand where talks would stand elsewhere without it: kept by the model of blocks and the seats that follow, and
by the model of slots.
"""

from collections.abc import Mapping

import pytest
from tests.planner.building import ROOMS, cake, people, problem, tea

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Objective, Parameters, Pin, Problem, Resource, Result, Status, Term, TimeLimit
from kakehashi.planner.searching.arranging import Arranger, Plan
from kakehashi.planner.solving import solve

ONE, TWO, THREE = ((Block("day", slots),) for slots in (1, 2, 3))
CREW = (Resource("crew", 1, people("a", "c")),)
GATHERED = Objective.weighing({Term.PARALLEL_TRACKS: 2, Term.TALK_BLOCKS: 1})


@pytest.fixture(params=["blocks", "slots"])
def model(request: pytest.FixtureRequest) -> Parameters:
    """With which model alone is searched."""
    most = 10**9 if request.param == "slots" else 0
    return Parameters(exact_alone=most, exact_last=most)


def found_for(about: Problem, model: Parameters) -> Result:
    """The end of a search that has time enough."""
    return solve(about, TimeLimit(120), objective=GATHERED, parameters=model)


HALL = ROOMS[0]
ROW = (cake("c", slots=2, after=people("b")), tea("a", after=people("c")), tea("b"))
KEPT: dict[str, tuple[Problem, Mapping[str, Pin]]] = {
    "a slot with nothing before it": (
        problem(tea("a", pinned=Pin("day", None, 1)), blocks=TWO, rooms=(HALL,)),
        {"a": Pin("day", "hall", 1)},
    ),
    "a slot for two, in two rooms though one is better": (
        problem(*(tea(name, pinned=Pin("day", None, 1)) for name in "ab"), blocks=TWO),
        {"a": Pin("day", None, 1), "b": Pin("day", None, 1)},
    ),
    "a room, and who is with it": (
        problem(tea("a", pinned=Pin("day", "attic")), tea("b"), cake("c"), blocks=TWO),
        {"a": Pin("day", "attic"), "b": Pin("day", "attic"), "c": Pin("day", "hall")},
    ),
    "the first of two rooms is barred": (
        problem(tea("a", barred_rooms=people("hall")), tea("b"), blocks=ONE),
        {"a": Pin("day", "attic"), "b": Pin("day", "hall")},
    ),
    "the second of two rooms is barred": (
        problem(tea("a", barred_rooms=people("attic")), tea("b"), blocks=ONE),
        {"a": Pin("day", "hall"), "b": Pin("day", "attic")},
    ),
    "barred blocks, at a price": (
        problem(tea("a", barred_blocks=people("early", "noon"), block_costs=FrozenMap({"late": 9})), tea("b")),
        {"a": Pin("late")},
    ),
    "one after another in a cell": (
        problem(tea("a", after=people("b")), tea("b"), blocks=TWO, rooms=(HALL,)),
        {"b": Pin("day", "hall", 0), "a": Pin("day", "hall", 1)},
    ),
    "one after another in two rooms": (
        problem(*ROW, blocks=(Block("day", 4),)),
        {"b": Pin("day", None, 0), "c": Pin("day", None, 1), "a": Pin("day", None, 3)},
    ),
    "one crew for two rooms": (
        problem(tea("a", slots=2, pinned=Pin("day", None, 0)), cake("c"), blocks=THREE, resources=CREW),
        {"a": Pin("day", None, 0), "c": Pin("day", None, 2)},
    ),
}


@pytest.mark.parametrize(("about", "expected"), KEPT.values(), ids=KEPT)
def test_a_demand_is_kept(about: Problem, expected: Mapping[str, Pin], model: Parameters) -> None:
    found = found_for(about, model)
    assert found.solution is not None
    for name, at in expected.items():
        block, room, first = found.solution.place(name)
        assert Pin(block, at.room and room, None if at.first is None else first) == at


IMPOSSIBLE = {
    "one room for two tracks": problem(tea("a", pinned=Pin("early", "hall")), cake("c", pinned=Pin("early", "hall"))),
    "one slot of two rooms for three": problem(*(tea(name, pinned=Pin("early", None, 0)) for name in "abc")),
    "no room": problem(*(tea(name, barred_rooms=people("hall")) for name in "abc"), blocks=TWO),
    "no block": problem(
        *(tea(name, barred_blocks=people("late")) for name in "abc"),
        blocks=(Block("early", 2), Block("late", 3)),
        rooms=(HALL,),
    ),
    "too short a day": problem(tea("a", after=people("c")), cake("c", slots=2), blocks=TWO),
    "too few crews": problem(tea("a", slots=2), cake("c"), blocks=TWO, resources=CREW),
}


@pytest.mark.parametrize("about", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_be_kept_is_proven(about: Problem, model: Parameters) -> None:
    """Of these, blocks alone are enough for the proof."""
    assert found_for(about, model).status is Status.INFEASIBLE


NOT_SEATED = {
    "its room is barred": (problem(tea("a", barred_rooms=people("hall")), blocks=TWO), {"tea": "hall"}),
    "both want the same slot": (
        problem(*(tea(name, pinned=Pin("day", None, 0)) for name in "ab"), blocks=TWO),
        {"tea": "hall"},
    ),
    "both want the same room": (
        problem(*(tea(name, pinned=Pin("day", "hall")) for name in "ab"), blocks=ONE),
        {"tea": "hall attic"},
    ),
    "both are barred from a room": (
        problem(*(tea(name, barred_rooms=people("attic")) for name in "ab"), blocks=TWO),
        {"tea": "hall attic"},
    ),
    "one is too long to follow": (
        problem(tea("a", after=people("c")), cake("c", slots=2), blocks=TWO),
        {"tea": "hall", "cake": "attic"},
    ),
    "the crew is needed twice": (
        problem(tea("a", slots=2), cake("c"), blocks=TWO, resources=CREW),
        {"tea": "hall", "cake": "attic"},
    ),
}


@pytest.mark.parametrize(("about", "rooms"), NOT_SEATED.values(), ids=NOT_SEATED)
def test_a_plan_that_demands_forbid_is_no_timetable(about: Problem, rooms: Mapping[str, str]) -> None:
    plan = Plan(
        {("day", track): tuple(names.split()) for track, names in rooms.items()},
        {("day", track): tuple(talk.name for talk in about.talks_of[track]) for track in rooms},
    )
    assert Arranger(about, GATHERED).arranged(plan) is None
