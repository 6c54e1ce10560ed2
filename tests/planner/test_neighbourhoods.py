"""A part of a timetable is made anew and the rest stays: never for the worse, and the same way each time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model
from tests.planner.drawing import WEIGHTS, planned

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    Block,
    Objective,
    Observer,
    Parameters,
    Problem,
    Room,
    Solution,
    Talk,
    Term,
    TimeLimit,
    Track,
    check,
)
from kakehashi.planner.modelling import Variables, declared
from kakehashi.planner.result import Result
from kakehashi.planner.searching import Effort, Limits, improving
from kakehashi.planner.searching.best import Best
from kakehashi.planner.searching.improving import Improvement
from kakehashi.planner.searching.neighbourhoods import (
    Kinds,
    Part,
    Standing,
    kept,
    some_blocks,
    some_tracks,
    torn_tracks,
)
from kakehashi.planner.searching.reading import hints_of
from kakehashi.planner.searching.running import Allowance
from kakehashi.planner.solving import solve

ROOMS = (Room("hall"), Room("attic"))


def large() -> Problem:
    """Forty talks of eight tracks, each of which would rather be early, in eight blocks and three rooms."""
    blocks = tuple(Block(f"block {n}", 3) for n in range(8))
    early = FrozenMap({f"block {n}": n for n in range(8)})
    tracks = tuple(Track(f"track {n}", frozenset({f"chair {n % 4}"}), early) for n in range(8))
    talks = tuple(Talk(f"talk {n}", f"track {n % 8}", 1 + n % 3 // 2) for n in range(40))
    return Problem(blocks, (*ROOMS, Room("lawn")), tracks, talks)


COSTLY = Objective.weighing(
    {Term.TRACK_BLOCKS: 3, Term.CHAIRS: 5, Term.CONSECUTIVE_TRACKS: 4, Term.ROOMS_PER_TRACK: 2, Term.PARALLEL_TRACKS: 1}
)


@given(planned(), WEIGHTS, st.frozensets(st.integers(0, 2)), st.frozensets(st.integers(0, 2)))
def test_all_but_the_part_stays_and_as_it_was_is_a_way_to_make_it(
    drawn: tuple[Problem, Solution], objective: Objective, tracks: frozenset[int], blocks: frozenset[int]
) -> None:
    about, timetable = drawn
    made = declared(about, objective, len(about.rooms))
    values = {variable.index: value for variable, value in hints_of(made, timetable)}
    model = kept(made, values, Part(tracks, blocks))
    # As far from what was as the part allows.
    model.minimize(cp_model.LinearExpr.sum([cell if values[cell.index] else 1 - cell for cell in made.cell.values()]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    for (track, block, _), cell in made.cell.items():
        if track not in tracks and block not in blocks:
            assert solver.value(cell) == values[cell.index]


@settings(deadline=None)
@given(planned(), WEIGHTS)
def test_what_is_improved_stays_sound_and_is_never_worse(drawn: tuple[Problem, Solution], objective: Objective) -> None:
    about, timetable = drawn
    best = Best.of(about, objective, lambda: 0.0, Observer())
    best.found(timetable)
    before = best.value
    limits = Limits(TimeLimit(120), Effort(0.5), workers=1, seed=0)
    Improvement(about, objective, best).go(limits, Allowance(effort=0.5, seconds=None))
    assert before is not None
    assert best.value is not None
    assert best.value <= before
    assert best.solution is not None
    assert check(about, best.solution) == ()


PARTS = Parameters(exact_alone=0, exact_last=0, many_cells=0)
"""Every problem is too large for one model, so that parts of its timetable are made anew."""


def searched(effort: float, seed: int = 0) -> Result:
    """The end of a search that is told how much to work."""
    return solve(large(), TimeLimit(120), objective=COSTLY, seed=seed, workers=2, effort=effort, parameters=PARTS)


def test_the_same_effort_gives_the_same_timetable_and_more_of_it_none_that_is_worse() -> None:
    one, other, more = searched(0.5), searched(0.5), searched(2.0)
    assert one.solution is not None
    assert (one.solution, one.value, one.bound) == (other.solution, other.value, other.bound)
    assert one.value is not None
    assert more.value is not None
    assert more.value <= one.value
    assert more.bound >= one.bound


def test_a_kind_that_pays_is_tried_more_often_than_one_that_does_not() -> None:
    kinds = Kinds(((some_tracks, 0.5), (some_blocks, 0.5)), seed=0)
    standing = Standing(range(10), range(10), frozenset())
    tried = []
    for _ in range(100):
        kind, _ = kinds.next(standing)
        tried.append(kind.choose)
        kinds.tried(kind, better=kind.choose is some_blocks, ended=True)
    assert tried.count(some_blocks) > 80


def test_a_part_grows_while_it_is_searched_to_the_end_and_shrinks_when_it_is_not() -> None:
    kinds = Kinds(((some_tracks, 0.5),), seed=0)
    standing = Standing(range(20), range(1), frozenset())
    sizes = []
    for ended in (True, False, False, False):
        kind, part = kinds.next(standing)
        sizes.append(len(part.tracks))
        kinds.tried(kind, better=False, ended=ended)
    assert sizes == [10, 12, 10, 9]


def test_tracks_that_leave_out_a_block_are_made_anew_first() -> None:
    cells = {(0, 0, 0), (0, 2, 0), (1, 0, 1), (1, 1, 1), (2, 1, 2), (3, 0, 3), (3, 3, 3)}
    standing = Standing(range(4), range(4), frozenset(cells))
    kind, part = Kinds(((torn_tracks, 0.5),), seed=0).next(standing)
    assert (kind.choose, part) == (torn_tracks, Part(tracks=frozenset({0, 3})))


@pytest.mark.parametrize(("limit", "models"), [(9.0, 2), (7.0, 1)])
def test_a_model_for_another_thread_is_made_only_if_there_is_time_for_it(
    monkeypatch: pytest.MonkeyPatch, limit: float, models: int
) -> None:
    passed: list[float] = []

    def slowly(problem: Problem, objective: Objective, most: int) -> Variables:
        passed.append(4.0)
        return declared(problem, objective, most)

    monkeypatch.setattr(improving, "declared", slowly)
    best = Best.of(large(), COSTLY, lambda: sum(passed), Observer())
    Improvement(large(), COSTLY, best).go(Limits(TimeLimit(limit), None, 2, 0), Allowance(None, None))
    assert len(passed) == models
