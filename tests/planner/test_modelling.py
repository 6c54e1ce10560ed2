"""Both models know every sound timetable: that of blocks at no higher price than it has, that of slots at its own."""

from hypothesis import given
from ortools.sat.python import cp_model
from tests.planner.drawing import WEIGHTS, planned, weekly

from kakehashi.planner import Objective, Problem, Solution, evaluate
from kakehashi.planner.searching.reading import View, coarse, exact


def price(view: View, timetable: Solution) -> int | None:
    """The least that the model takes a timetable to cost; `None` if it takes it for none."""
    for variable, value in view.hints(timetable):
        view.model.add(variable == value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return round(solver.objective_value) if solver.solve(view.model) == cp_model.OPTIMAL else None


@given(planned() | weekly(), WEIGHTS)
def test_the_model_of_blocks_knows_every_timetable_and_overprices_none(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, timetable = drawn
    known = price(coarse(about, objective, len(about.rooms)), timetable)
    assert known is not None
    assert known <= objective.value(evaluate(about, timetable))


@given(planned() | weekly(), WEIGHTS)
def test_the_model_of_slots_prices_every_timetable_as_the_checker_does(
    drawn: tuple[Problem, Solution], objective: Objective
) -> None:
    about, timetable = drawn
    assert price(exact(about, objective), timetable) == objective.value(evaluate(about, timetable))
