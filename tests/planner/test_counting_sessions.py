"""What sessions cost at least, by counting: no timetable costs less, and small ones that need it all cost just that."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.planner.drawing import planned, weekly

from kakehashi.planner import Block, Objective, Problem, Room, Solution, Talk, Term, Track, evaluate
from kakehashi.planner.searching.best import floor_of
from kakehashi.planner.searching.counting_sessions import least_of_sessions

LAW = settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
COUNTED = (Term.CELLS, Term.PARALLEL_TRACKS, Term.ROOMS_PER_TRACK)
WEIGHTS = st.dictionaries(st.sampled_from(COUNTED), st.integers(1, 9)).map(Objective.weighing)


@LAW
@given(st.one_of(planned(), weekly()), WEIGHTS)
def test_no_timetable_has_fewer_sessions_than_are_counted(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, timetable = drawn
    assert least_of_sessions(about, objective) <= objective.value(evaluate(about, timetable))


@LAW
@given(planned(), st.dictionaries(st.sampled_from(sorted(Term)), st.integers(1, 9)).map(Objective.weighing))
def test_no_timetable_is_below_the_floor(drawn: tuple[Problem, Solution], objective: Objective) -> None:
    about, timetable = drawn
    assert floor_of(about, objective) <= objective.value(evaluate(about, timetable))


def day(*lengths: int, slots: int = 5, blocks: int = 2, barred: int = 0) -> Problem:
    """Talks of one track of these lengths; some of the blocks are barred for it."""
    names = [f"block {number}" for number in range(blocks)]
    return Problem(
        tuple(Block(name, slots) for name in names),
        tuple(Room(f"room {number}") for number in range(9)),
        (Track("tea", barred_blocks=frozenset(names[:barred])),),
        tuple(Talk(f"talk {number}", "tea", slots=length) for number, length in enumerate(lengths)),
    )


@pytest.mark.parametrize(
    ("about", "cells"),
    [
        (day(), 0),
        (day(1, 1, 1, 1, 1), 1),
        (day(1, 1, 1, 1, 1, 1), 2),
        # In sum they would fit into two.
        (day(3, 3, 3), 3),
        (day(2, 2, 2), 2),
        (day(3, 3, 2, slots=4), 3),
    ],
)
def test_long_talks_need_more_sessions_than_their_slots_do(about: Problem, cells: int) -> None:
    assert least_of_sessions(about, Objective.weighing({Term.CELLS: 1})) == cells


def test_sessions_beyond_one_in_each_block_run_beside_others_in_further_rooms() -> None:
    full = (5, 5, 5, 5, 5)
    for about, beside, rooms in ((day(*full), 3, 2), (day(*full, barred=1), 4, 4), (day(*full, blocks=5), 0, 0)):
        assert least_of_sessions(about, Objective.weighing({Term.PARALLEL_TRACKS: 1})) == beside
        assert least_of_sessions(about, Objective.weighing({Term.ROOMS_PER_TRACK: 1})) == rooms
