"""What the search says of small problems is what trying everything says."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from tests.planner.building import ROOMS, cake, people, problem, tea
from tests.planner.drawing import WEIGHTS, planned, posed
from tests.planner.exhausting import best

from kakehashi.frozen import FrozenMap
from kakehashi.planner import (
    Block,
    FirstFeasible,
    Incumbent,
    NoImprovement,
    Objective,
    Parameters,
    Status,
    Term,
    TimeLimit,
    Track,
    check,
    evaluate,
)
from kakehashi.planner.parameters import USUAL
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Result
from kakehashi.planner.solution import Solution
from kakehashi.planner.solving import solve

SMALL = planned(most_rooms=2, most_talks=4)
PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


COARSE = Parameters(exact_alone=0, exact_last=0)
"""Every problem is too large for the model of slots."""


def solved(about: Problem, objective: Objective, parameters: Parameters = USUAL) -> Result:
    """The end of a search that has time enough for what is small."""
    return solve(about, TimeLimit(120), objective=objective, parameters=parameters)


@PATIENT
@given(SMALL, WEIGHTS)
def test_the_search_finds_and_proves_what_trying_everything_finds(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, _ = drawn
    found = solved(about, objective)
    assert (found.status, found.value, found.bound) == (Status.OPTIMAL, best(about, objective), found.value)
    assert found.solution is not None
    assert check(about, found.solution) == ()
    assert found.terms == evaluate(about, found.solution)


@PATIENT
@given(SMALL, WEIGHTS)
def test_the_model_of_blocks_alone_bounds_the_best_from_below_and_its_timetables_are_sound(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, _ = drawn
    found = solved(about, objective, COARSE)
    optimum = best(about, objective)
    assert optimum is not None
    assert found.bound <= optimum
    if found.solution is None:
        # Talks of several slots may fit in sum and not side by side: then nothing is said.
        assert found.status is Status.UNKNOWN
    else:
        assert check(about, found.solution) == ()
        assert found.value is not None
        assert optimum <= found.value
        assert (found.status is Status.OPTIMAL) == (found.value == found.bound)


@PATIENT
@given(SMALL, WEIGHTS)
def test_after_the_model_of_blocks_the_one_of_slots_proves_the_rest(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, _ = drawn
    found = solved(about, objective, Parameters(exact_alone=0))
    assert (found.status, found.value) == (Status.OPTIMAL, best(about, objective))


COSTLY = Objective.weighing({Term.TALK_BLOCKS: 2, Term.PARALLEL_TRACKS: 1})


@PATIENT
@given(posed())
def test_a_problem_is_infeasible_if_trying_everything_finds_no_timetable(about: Problem) -> None:
    found, optimum = solved(about, COSTLY), best(about, COSTLY)
    assert found.status is (Status.INFEASIBLE if optimum is None else Status.OPTIMAL)
    assert found.value == optimum


@PATIENT
@given(posed())
def test_the_model_of_blocks_alone_never_denies_a_timetable_that_there_is(about: Problem) -> None:
    found = solved(about, COSTLY, COARSE)
    optimum = best(about, COSTLY)
    if optimum is None:
        assert found.status in (Status.INFEASIBLE, Status.UNKNOWN)
    else:
        assert found.status is not Status.INFEASIBLE
        assert found.bound <= optimum


def test_talks_that_fit_in_sum_and_not_in_cells_have_no_timetable() -> None:
    # Three slots in one cell would do for three slots of talks, were they of one track.
    about = problem(tea("green"), tea("black"), cake("crumbs"), blocks=(Block("long", 3),), rooms=ROOMS[:1])
    found = solved(about, Objective.weighing({}))
    assert (found.status, found.solution, found.value) == (Status.INFEASIBLE, None, None)


def test_nobody_speaks_twice_at_once_where_that_can_be_helped() -> None:
    ada = people("Ada")
    about = problem(tea("leaves", presenters=ada), cake("crumbs", presenters=ada), cake("cream"))
    found = solved(about, Objective.weighing({Term.PRESENTERS_SLOT: 5, Term.ROOMS_PER_TRACK: 1}))
    assert (found.value, found.status) == (0, Status.OPTIMAL)


def test_the_same_effort_and_seed_give_the_same_timetable_and_each_improvement_is_one() -> None:
    talks = [tea(f"tea {n}", order=n, block_costs={"early": n}) for n in range(1, 5)] + [cake("crumbs")]
    about = problem(*talks)
    objective = Objective.weighing({Term.TALK_ORDER: 3, Term.TALK_BLOCKS: 2, Term.CONSECUTIVE_TRACKS: 1})
    one, other = (solve(about, TimeLimit(120), objective=objective, seed=7, workers=2, effort=2.0) for _ in range(2))
    assert (one.solution, one.value, one.bound) == (other.solution, other.value, other.bound)
    assert all(
        later.value is None or earlier.value is None or later.value <= earlier.value
        for earlier, later in pairwise(one.trace)
    )
    assert all(earlier.bound <= later.bound for earlier, later in pairwise(one.trace))


def test_a_search_that_is_to_end_with_the_first_timetable_has_one() -> None:
    found = solve(
        problem(tea("leaves")),
        FirstFeasible(),
        objective=Objective.weighing({Term.ROOMS_PER_TRACK: 1}),
    )
    assert found.solution is not None


def test_talks_that_fit_in_sum_and_not_side_by_side_get_room_to_spare() -> None:
    # Early blocks are cheap; two talks of three slots and one of two fill eight of eight, and do not fit in two cells.
    talks = [tea(f"{name}{n}", slots=slots) for n in range(2) for name, slots in (("long", 3), ("lang", 3), ("two", 2))]
    blocks = tuple(Block(f"block {n}", 4) for n in range(5))
    dear = FrozenMap({f"block {n}": n for n in range(5)})
    about = problem(*talks, Track("tea", block_costs=dear), blocks=blocks, rooms=ROOMS)
    found = solved(about, Objective.weighing({Term.TRACK_BLOCKS: 1, Term.CONSECUTIVE_TRACKS: 1}), COARSE)
    assert found.solution is not None
    assert found.bound <= (found.value or 0)


def test_more_threads_than_the_solver_can_have_are_as_many_as_it_takes() -> None:
    objective = Objective.weighing({Term.ROOMS_PER_TRACK: 1})
    found = solve(problem(tea("leaves")), TimeLimit(120), objective=objective, workers=1_000_000)
    assert found.status is Status.OPTIMAL


def test_a_search_that_no_longer_improves_ends() -> None:
    patient = NoImprovement(3.0)
    moments = [(0.0, None, 0), (2.0, 9, 0), (4.5, 9, 0), (4.9, 9, 4), (7.8, 9, 4), (7.9, 9, 4)]
    assert [patient.reached(Incumbent(*moment)) for moment in moments] == [False] * 5 + [True]
