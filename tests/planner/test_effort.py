"""Where effort counts, a search is a fixed sequence of pieces of work: more effort never ends with less."""

from itertools import accumulate, islice, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.planner.drawing import WEIGHTS, planned, weekly
from tests.planner.test_in_order import LEVELS, worth

from kakehashi.planner import Objective, Ordered, Parameters, Problem, Solution, TimeLimit
from kakehashi.planner.searching import Effort
from kakehashi.planner.searching.effort import growing
from kakehashi.planner.solving import solve

PATIENT = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
SHORT = Parameters(first_effort=1e-5, exact_alone=0)
"""The solver does not come to an end even of small problems in the first pieces of effort."""


def never_worse(about: Problem, objective: Objective | Ordered, start: Solution | None, seed: int) -> None:
    """Asserts of several efforts that each ends with a timetable at least as good as those below it."""
    order = objective if isinstance(objective, Ordered) else Ordered((objective,))
    found = [
        solve(
            about,
            TimeLimit(120),
            objective=objective,
            effort=SHORT.first_effort * part,
            seed=seed,
            start=start,
            parameters=SHORT,
        ).solution
        for part in (0, 1, 2, 5, 20, 100)
    ]
    known = [solution is not None for solution in found]
    assert known == sorted(known)
    reached = [worth(about, order, solution) for solution in found if solution is not None]
    assert all(more <= less for less, more in pairwise(reached))
    if start is not None:
        assert reached[0] <= worth(about, order, start)


@PATIENT
@given(weekly(), LEVELS, st.booleans(), st.integers(0, 3))
def test_with_more_effort_ordered_aims_are_reached_no_worse(
    drawn: tuple[Problem, Solution], order: Ordered, begun: bool, seed: int
) -> None:
    about, timetable = drawn
    never_worse(about, order, timetable if begun else None, seed)


@PATIENT
@given(st.one_of(weekly(), planned(most_talks=5)), WEIGHTS, st.booleans(), st.integers(0, 3))
def test_with_more_effort_a_sum_of_weights_is_no_larger(
    drawn: tuple[Problem, Solution], objective: Objective, begun: bool, seed: int
) -> None:
    about, timetable = drawn
    never_worse(about, objective, timetable if begun else None, seed)


def test_after_a_piece_that_does_not_begin_none_does() -> None:
    left = Effort(3.0)
    assert [left.begins(piece) for piece in (2.0, 4.0, 1.0)] == [True, False, False]


@given(st.floats(0.01, 1000))
def test_pieces_grow_to_what_they_are_together(most: float) -> None:
    pieces = list(growing(most))
    assert sum(pieces) == pytest.approx(most)
    assert pieces == sorted(pieces)
    assert list(accumulate(islice(growing(), 3)))[-1] == 7 * next(growing())
