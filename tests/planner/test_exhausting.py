"""The exhaustive search against combinatorics, and against the checker, which knows nothing of it."""

from collections.abc import Iterator
from itertools import product
from math import comb, factorial, perm

import pytest
from tests.planner.building import cake, people, problem, tea
from tests.planner.exhausting import best, timetables

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Objective, Pin, Problem, Resource, Room, Slot, Solution, Term, Track
from kakehashi.planner.checking import check

HALL = (Room("hall"),)
BOTH = (Room("hall"), Room("attic"))
ADA = people("Ada")
EDGES = FrozenMap({"block 0": frozenset({0, 2})})


def one(*blocks: int) -> tuple[Block, ...]:
    """Blocks of so many slots."""
    return tuple(Block(f"block {number}", slots) for number, slots in enumerate(blocks))


@pytest.mark.parametrize(
    ("about", "number"),
    [
        pytest.param(problem(blocks=one(3), rooms=HALL), 1, id="no talks: only the empty timetable"),
        pytest.param(
            problem(*map(tea, "abc"), blocks=one(3), rooms=HALL), factorial(3), id="three talks in three slots"
        ),
        pytest.param(problem(*map(tea, "abc"), blocks=one(5), rooms=HALL), perm(5, 3), id="three talks in five slots"),
        pytest.param(problem(*map(tea, "abc"), blocks=one(2, 3), rooms=HALL), perm(5, 3), id="in two blocks"),
        pytest.param(problem(*map(tea, "abc"), blocks=one(2, 1), rooms=BOTH), perm(6, 3), id="in two rooms"),
        pytest.param(problem(tea("a", slots=2), blocks=one(4, 1, 2), rooms=HALL), 3 + 0 + 1, id="a talk of two slots"),
        pytest.param(
            problem(tea("a", slots=2), tea("b"), tea("c"), blocks=one(5), rooms=HALL),
            # Three things in a row with one slot free among them: the free one anywhere, the talks in any order.
            comb(4, 1) * factorial(3),
            id="a long talk among short ones",
        ),
        pytest.param(problem(tea("a"), cake("b"), blocks=one(3), rooms=HALL), 0, id="two tracks never share a cell"),
        pytest.param(problem(tea("a"), cake("b"), blocks=one(3), rooms=BOTH), 2 * 3 * 3, id="a room for each track"),
        pytest.param(
            problem(tea("a"), tea("b"), cake("c"), blocks=one(2), rooms=BOTH),
            # The cake has one of two rooms and one of its two slots, the tea both slots of the other room.
            2 * 2 * 2,
            id="a track that fills its room",
        ),
        pytest.param(
            problem(tea("a", slots=2), tea("b", slots=2), blocks=one(3, 1), rooms=HALL),
            0,
            id="slots enough, but too parted",
        ),
        pytest.param(
            problem(tea("a", pinned=Pin("block 0", None, 1)), tea("b"), tea("c"), blocks=one(3), rooms=HALL),
            factorial(2),
            id="one of three talks in its slot",
        ),
        pytest.param(
            problem(tea("a", after=people("b")), tea("b"), tea("c"), blocks=one(2, 1), rooms=HALL),
            factorial(3) // 2,
            id="one of three talks after another",
        ),
        pytest.param(
            problem(tea("a", barred_rooms=people("hall")), tea("b", barred_blocks=people("block 1")), blocks=one(1, 1)),
            # Both in the attic, or the tea in two rooms, at once or not.
            1 + 2,
            id="bars",
        ),
        pytest.param(
            problem(tea("a", barred_slots=EDGES), tea("b"), blocks=one(3), rooms=HALL), 2, id="slots that are barred"
        ),
        pytest.param(
            problem(tea("a"), tea("b"), blocks=one(2, 2), rooms=HALL, closed=frozenset({("block 1", "hall")})),
            2,
            id="a closed cell",
        ),
        pytest.param(
            problem(Track("tea", most_cells=1), tea("a"), tea("b"), blocks=one(2, 2)), 4 * 2, id="a single session"
        ),
        pytest.param(
            problem(tea("a", stage=1), tea("b"), blocks=one(3)),
            # In one of two rooms a behind b; or in two rooms, a no earlier than b.
            2 * comb(3, 2) + 2 * (comb(3, 2) + 3),
            id="a closing talk",
        ),
        pytest.param(
            problem(tea("a", presenters=ADA), cake("c", presenters=ADA), blocks=one(3), alone=ADA),
            2 * perm(3, 2),
            id="one speaker of two talks",
        ),
        pytest.param(
            problem(Track("cake", chairs=ADA), tea("a", presenters=ADA), cake("c"), blocks=one(2, 2), alone=ADA),
            # In different blocks only, any room and any slot.
            2 * 4 * 4,
            id="a speaker who chairs elsewhere",
        ),
        pytest.param(
            problem(tea("a", slots=2), tea("b"), tea("c"), blocks=one(5), rooms=HALL, unbroken=True),
            factorial(3),
            id="no gap among three",
        ),
        pytest.param(
            problem(tea("a", pinned=Pin("block 0", "hall", 1)), tea("b"), blocks=one(3), rooms=HALL, unbroken=True),
            2,
            id="no gap but before what is pinned",
        ),
        pytest.param(
            problem(tea("a"), cake("c"), blocks=one(3), resources=(Resource("crew", 1, people("a", "c")),)),
            2 * perm(3, 2),
            id="two rooms and one crew",
        ),
    ],
)
def test_there_are_as_many_timetables_as_combinatorics_says(about: Problem, number: int) -> None:
    """Every timetable is found, and each once."""
    found = list(timetables(about))
    assert len(found) == len(set(found)) == number


def every_filling(about: Problem) -> Iterator[Solution]:
    """All that a file could say: in each slot any talk or none, in each cell any track or none."""
    slots = [
        Slot(block.name, room.name, n) for block in about.blocks for room in about.rooms for n in range(block.slots)
    ]
    for talks in product((None, *about.talk), repeat=len(slots)):
        held = {talk: tuple(slot for slot, its in zip(slots, talks, strict=True) if its == talk) for talk in about.talk}
        for tracks in product((None, *about.track), repeat=len(about.cells)):
            yield Solution(held, {cell: track for cell, track in zip(about.cells, tracks, strict=True) if track})


@pytest.mark.parametrize(
    "about",
    [
        problem(tea("a", slots=2), cake("c"), blocks=one(3), rooms=BOTH),
        problem(tea("a", slots=2), tea("b"), cake("c"), blocks=one(3, 2), rooms=HALL),
        problem(tea("a"), tea("b"), cake("c"), blocks=one(1, 1), rooms=BOTH),
        problem(tea("a", pinned=Pin("block 0", None, 1)), cake("c", pinned=Pin("block 0", "hall")), blocks=one(2)),
        problem(Track("cake", barred_rooms=people("hall")), tea("a", after=people("c")), cake("c"), blocks=one(1, 1)),
        problem(tea("a", after=people("c")), cake("c"), blocks=one(2)),
        problem(tea("a"), cake("c"), blocks=one(2), resources=(Resource("crew", 1, people("a", "c")),)),
        problem(tea("a", barred_slots=EDGES), cake("c"), blocks=one(3), closed=frozenset({("block 0", "attic")})),
        problem(Track("tea", most_cells=1), tea("a", stage=1), tea("b"), tea("c"), blocks=one(2, 1), rooms=HALL),
        problem(tea("a", stage=1), tea("b", stage=-1), blocks=one(2)),
        problem(Track("cake", chairs=ADA), tea("a", presenters=ADA), cake("c"), blocks=one(1, 1), alone=ADA),
        problem(tea("a", slots=2, presenters=ADA), cake("c", presenters=ADA), blocks=one(3), alone=ADA),
        problem(Track("tea", chairs=ADA), tea("a"), tea("b"), blocks=one(1, 1), alone=ADA),
        problem(
            tea("a", slots=2), tea("b", pinned=Pin("block 0")), cake("c"), blocks=one(3, 2), rooms=HALL, unbroken=True
        ),
        problem(tea("a"), tea("b", pinned=Pin("block 0", None, 1)), blocks=one(3), rooms=BOTH, unbroken=True),
    ],
    ids=[
        *(
            "one block",
            "one room",
            "two blocks and two rooms",
            "pins",
            "a bar and a sequence",
            "a sequence",
            "one crew",
        ),
        *(
            "barred slots and a closed cell",
            "one session with a closing",
            "an opening and a closing",
            "speaker and chair",
        ),
        *("one speaker", "one chair", "no gaps", "no gap but before a pin"),
    ],
)
def test_the_checker_lets_exactly_these_through(about: Problem) -> None:
    """Of everything that a file could say of a tiny problem, the sound timetables are those that are found here."""
    sound = {filling for filling in every_filling(about) if not check(about, filling)}
    assert sound == set(timetables(about))


def test_the_best_of_all() -> None:
    """The least value of any timetable; none where there is no timetable."""
    about = problem(tea("a", order=2), tea("b", order=1), blocks=one(1, 1, 1), rooms=HALL)
    assert best(about, Objective.weighing({Term.TALK_ORDER: 3, Term.CONSECUTIVE_TRACKS: 1})) == 0
    assert best(problem(tea("a"), cake("b"), blocks=one(2), rooms=HALL), Objective.weighing({Term.CHAIRS: 1})) is None
