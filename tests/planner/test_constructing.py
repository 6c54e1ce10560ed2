"""Counts of cells bound timetables from below, and what is constructed is sound."""

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model
from tests.planner.drawing import WEIGHTS, planned, posed
from tests.planner.exhausting import best as exhausted

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    AnyOf,
    Block,
    FirstFeasible,
    Objective,
    Observer,
    Problem,
    Room,
    Solution,
    Talk,
    Term,
    TimeLimit,
    Track,
    check,
    evaluate,
)
from kakehashi.planner.modelling.counting import counted
from kakehashi.planner.searching import Limits
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.constructing import Construction
from kakehashi.planner.searching.reading import hints_of
from kakehashi.planner.searching.running import Allowance

LIMITS = Limits(TimeLimit(120), None, workers=1, seed=0)
EFFORT = Allowance(effort=2.0, seconds=None)
RENTS = st.lists(st.integers(-9, 0), min_size=3, max_size=3)


def nothing_known(about: Problem, objective: Objective) -> Best:
    """What a search knows when it begins."""
    return Best.of(about, objective, lambda: 0.0, Observer())


@given(planned(), WEIGHTS, st.lists(RENTS, max_size=3))
def test_counts_know_every_timetable_and_overprice_none_whatever_the_rents(
    drawn: tuple[Problem, Solution], objective: Objective, learnt: list[list[int]]
) -> None:
    about, timetable = drawn
    counts = counted(about, objective)
    for rents in learnt:
        counts.learn(rents[: len(about.rooms)])
    for variable, value in hints_of(counts.made, timetable):
        counts.made.model.add(variable == value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(counts.made.model) == cp_model.OPTIMAL
    assert round(solver.objective_value) <= objective.value(evaluate(about, timetable))


@settings(deadline=None)
@given(planned(demanding=False), WEIGHTS)
def test_where_talks_demand_nothing_a_timetable_is_constructed_unless_long_ones_are_in_the_way(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, _ = drawn
    best = nothing_known(about, objective)
    construction = Construction(about, objective, best)
    construction.go(LIMITS, EFFORT)
    assert construction.status != cp_model.INFEASIBLE
    if best.solution is not None:
        assert check(about, best.solution) == ()
    else:
        assert max(talk.slots for talk in about.talks) > 2


@settings(deadline=None)
@given(posed())
def test_what_cannot_be_counted_has_no_timetable(about: Problem) -> None:
    objective = Objective.weighing({Term.TALK_BLOCKS: 2, Term.PARALLEL_TRACKS: 1})
    best = nothing_known(about, objective)
    construction = Construction(about, objective, best)
    construction.go(LIMITS, EFFORT)
    optimum = exhausted(about, objective)
    if construction.status == cp_model.INFEASIBLE:
        assert optimum is None
    if best.value is not None:
        assert optimum is not None
        assert optimum <= best.value


def test_talks_of_three_three_and_two_slots_are_not_counted_into_two_cells_of_four() -> None:
    talks = tuple(Talk(name, "tea", slots) for name, slots in (("long", 3), ("lang", 3), ("two", 2)))
    blocks = (Block("cheap", 4), Block("dear", 4))
    dear = Track("tea", block_costs=FrozenMap({"dear": 5}))
    about = Problem(blocks, (Room("hall"), Room("attic")), (dear,), talks)
    objective = Objective.weighing({Term.TRACK_BLOCKS: 1})
    best = nothing_known(about, objective)
    Construction(about, objective, best).go(LIMITS, EFFORT)
    assert best.value == exhausted(about, objective) == 5


def test_first_counts_take_no_more_time_than_the_construction_may() -> None:
    tracks = tuple(Track(f"track {number}") for number in range(6))
    talks = tuple(Talk(f"talk {number}", f"track {number % 6}", slots=1 + number % 3) for number in range(36))
    about = Problem(tuple(Block(f"block {n}", 4) for n in range(4)), tuple(map(Room, "abcdef")), tracks, talks)
    objective = Objective.weighing({Term.ROOMS_PER_TRACK: 1})
    known = []
    for seconds in (0.0, 60.0):
        best = nothing_known(about, objective)
        limits = Limits(AnyOf((TimeLimit(120), FirstFeasible())), None, workers=1, seed=0)
        Construction(about, objective, best).go(limits, Allowance(None, seconds))
        known.append(best.solution is not None)
    assert known == [False, True]
