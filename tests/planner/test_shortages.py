"""What is said to be too little is too little, and what is said to be enough is enough, and not too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.planner.building import cake, problem, tea
from tests.planner.exhausting import timetables

from kakehashi.planner import Block, Problem, Room, Talk, Track, WishKind
from kakehashi.planner.shortages import Shortage, enough, shortages
from kakehashi.planner.wishes import Wish, without

HALL = (Room("hall"),)
EARLY, NOON = Block("early", 3), Block("noon", 3)
MORE = (WishKind.ONE_MORE_ROOM, WishKind.ONE_MORE_BLOCK)


def feasible(about: Problem) -> bool:
    """Whether there is a timetable, by trying everything."""
    return next(timetables(about), None) is not None


@st.composite
def crowded(draw: DrawFn) -> Problem:
    """A tiny problem with so many talks and tracks that it may have no timetable."""
    blocks = tuple(Block(f"block {n}", draw(st.integers(1, 3))) for n in range(draw(st.integers(1, 2))))
    longest = max(block.slots for block in blocks)
    tracks = tuple(map(Track, ("tea", "cake", "jam")))
    talks = tuple(
        Talk(f"talk {n}", draw(st.sampled_from(tracks)).name, slots=draw(st.integers(1, longest)))
        for n in range(draw(st.integers(1, 4)))
    )
    rooms = tuple(Room(f"room {n}") for n in range(draw(st.integers(1, 2))))
    closed = frozenset({(blocks[0].name, rooms[0].name)} if draw(st.booleans()) else ())
    # More slots than there are would be told before anything is counted.
    there = sum(block.slots for block in blocks) * len(rooms)
    while sum(talk.slots for talk in talks) > there:
        talks = talks[1:]
    return Problem(blocks, rooms, tracks, talks, closed=closed)


def test_each_track_needs_a_cell_of_its_own() -> None:
    crowd = problem(tea("leaves"), cake("crumbs"), blocks=(EARLY,), rooms=HALL)
    assert list(shortages(crowd)) == [Shortage(slots=1, needed=2, there=1)]


def test_long_talks_do_not_share_a_cell_that_both_do_not_fit_into() -> None:
    crowd = problem(tea("leaves", slots=2), tea("cups", slots=2), blocks=(EARLY, Block("late", 1)), rooms=HALL)
    assert Shortage(slots=2, needed=2, there=1) in shortages(crowd)
    assert list(shortages(crowd.replace(blocks=(EARLY, NOON)))) == []
    assert list(shortages(crowd.replace(blocks=(Block("early", 4),)))) == []


@pytest.mark.parametrize("kind", MORE)
def test_one_more_is_not_always_enough(kind: WishKind) -> None:
    crowd = problem(*(Talk(f"of {n}", f"track {n}") for n in range(4)), blocks=(Block("early", 4),), rooms=HALL)
    assert enough(crowd, kind, feasible) == 3


def test_nothing_is_said_of_what_is_not_found_out() -> None:
    crowd = problem(tea("leaves"), cake("crumbs"), blocks=(EARLY,), rooms=HALL)
    assert [enough(crowd, kind, lambda _: None) for kind in MORE] == [None, None]


@given(crowded())
def test_of_what_is_lacking_there_is_too_little_for_any_timetable(crowd: Problem) -> None:
    if any(shortages(crowd)):
        assert not feasible(crowd)


@given(crowded(), st.sampled_from(MORE))
def test_so_many_more_are_enough_and_one_less_is_not(crowd: Problem, kind: WishKind) -> None:
    number = 0 if feasible(crowd) else enough(crowd, kind, feasible)
    assert number is not None
    assert feasible(without(crowd, [Wish(kind)] * number))
    assert number == 0 or not feasible(without(crowd, [Wish(kind)] * (number - 1)))
