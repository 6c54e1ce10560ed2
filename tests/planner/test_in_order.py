"""Aims in order over problems that are reckoned by the slot: what is found is what trying everything finds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.planner.drawing import weekly
from tests.planner.exhausting import timetables

from kakehashi.planner import (
    FirstFeasible,
    Leximin,
    Objective,
    Ordered,
    Problem,
    Result,
    Solution,
    Status,
    Term,
    TimeLimit,
    check,
    evaluate,
    means,
)
from kakehashi.planner.objective import OURS
from kakehashi.planner.solving import solve

PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
WEEKLY = (*sorted(OURS), Term.TRACK_BLOCKS, Term.TRACK_ROOMS, Term.BLOCK_ROOMS, Term.TALK_BLOCKS, Term.ROOMS_PER_TRACK)
WEIGHTS = st.dictionaries(st.sampled_from(WEEKLY), st.integers(1, 9), max_size=4).map(Objective.weighing)
LEVELS = st.lists(st.one_of(st.just(Leximin()), WEIGHTS), min_size=1, max_size=3).map(
    lambda levels: Ordered(tuple(levels))
)


def solved(about: Problem, objective: Objective | Ordered) -> Result:
    return solve(about, TimeLimit(120), objective=objective)


def sound(about: Problem) -> list[Solution]:
    """Every sound timetable, by trying everything."""
    return [found for found in timetables(about) if not check(about, found)]


def worth(about: Problem, order: Ordered, found: Solution) -> tuple[int, ...]:
    """What an order makes of a timetable: the less, as words are in a dictionary, the better."""
    terms = evaluate(about, found)
    whole: list[int] = []
    for level in order.levels:
        if isinstance(level, Objective):
            whole.append(level.value(terms))
        else:
            whole += sorted(means(about, found).values(), reverse=True)
    return tuple(whole)


@PATIENT
@given(weekly(), LEVELS)
def test_the_best_of_an_order_is_what_trying_everything_finds(drawn: tuple[Problem, Solution], order: Ordered) -> None:
    about, _ = drawn
    found = solved(about, order)
    assert found.solution is not None
    assert check(about, found.solution) == ()
    assert worth(about, order, found.solution) == min(worth(about, order, one) for one in sound(about))
    assert found.status is Status.OPTIMAL
    assert tuple(level.value for level in found.levels) == (worth(about, order, found.solution) or (0,))


@PATIENT
@given(weekly(), WEIGHTS)
def test_one_sum_of_weights_is_made_as_small_as_can_be(drawn: tuple[Problem, Solution], objective: Objective) -> None:
    about, _ = drawn
    found = solved(about, objective)
    assert found.value == min(objective.value(evaluate(about, one)) for one in sound(about))
    assert found.status is Status.OPTIMAL


@PATIENT
@given(weekly(), st.data())
def test_a_problem_that_is_asked_too_much_has_no_timetable_or_one_that_keeps_all(
    drawn: tuple[Problem, Solution], data: st.DataObject
) -> None:
    about, _ = drawn
    closed = frozenset(cell for cell in about.cells if data.draw(st.booleans()))
    strict = about.replace(closed=about.closed | closed, alone=frozenset(("Ada", "Bo", "Cy")), unbroken=True)
    found = solve(strict, FirstFeasible(), objective=Objective.weighing({}))
    assert (found.solution is None) == (sound(strict) == [])
    assert found.status is (Status.INFEASIBLE if found.solution is None else Status.OPTIMAL)


@PATIENT
@given(weekly(), LEVELS)
def test_a_search_that_begins_with_a_timetable_never_ends_with_a_worse_one(
    drawn: tuple[Problem, Solution], order: Ordered
) -> None:
    about, timetable = drawn
    found = solve(about, TimeLimit(0), objective=order, start=timetable)
    assert found.solution is not None
    assert worth(about, order, found.solution) <= worth(about, order, timetable)
