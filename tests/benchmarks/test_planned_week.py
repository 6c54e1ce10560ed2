"""The weeks that are measured are as full as is told of them."""

import pytest
from benchmarks.planned_week import tight_week, waiting_week

from kakehashi.planner import Problem
from kakehashi.timetable import pose
from kakehashi.week import Week


def filled(problem: Problem) -> float:
    """The part of all slots that talks fill."""
    there = sum(block.slots for block in problem.blocks) * len(problem.rooms)
    return sum(talk.slots for talk in problem.talks) / there


@pytest.mark.parametrize(("week", "least", "most"), [(waiting_week(300), 0.5, 0.6), (tight_week(300), 0.9, 1.0)])
def test_a_roomy_week_is_half_empty_and_a_tight_one_is_full(week: Week, least: float, most: float) -> None:
    problem = pose(week).problem
    assert least <= filled(problem) <= most
    assert (len(problem.talks), len(problem.rooms), len(problem.tracks), len(problem.parties)) == (300, 10, 4, 12)
    assert len({institution.zone for institution in week.institutions.values()}) == 5


def test_the_same_draw_is_the_same_week_and_another_one_is_not() -> None:
    assert tight_week(60, seed=1) == tight_week(60, seed=1)
    assert tight_week(60, seed=1) != tight_week(60, seed=2)
