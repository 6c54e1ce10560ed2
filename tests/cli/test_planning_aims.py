"""The aims of a plan are told one before the other, each with what it has reached itself."""

from typing import Any

import pytest
from tests.timetable.building import session, talk, week

from kakehashi.cli.planning_aims import Aim, PlanProgress, aims_of, levels_of
from kakehashi.planner import Incumbent, Level, Result, Solution, Status
from kakehashi.timetable import Posed, pose
from kakehashi.words import words_of

NOTHING = Solution({}, {})


def tea(**parts: Any) -> Posed:
    """A week in which a university of Tokyo and one of Kazan speak."""
    people = {
        slug: {"names": {"en": {"whole": slug}}, "positions": {"chair": {"title": {"en": "x"}, "institution": house}}}
        for slug, house in (("ada", "tokyo"), ("boris", "kazan"))
    }
    items = {"leaves": talk(speakers=[{"person": "ada"}]), "samovar": talk(speakers=[{"person": "boris"}], order=2)}
    return pose(week(people=people, sessions={"leaves": session("Leaves")}, items=items, **parts))


def test_fairness_has_an_aim_for_each_institution_and_weights_have_one_for_all() -> None:
    assert aims_of(tea()) == (Aim.WORST_OFF, Aim.NEXT, Aim.WISHES, Aim.COMPACTNESS)
    assert aims_of(tea(wishes={"weights": {"fairness": 3}})) == (Aim.TOGETHER,)


def test_levels_have_their_aims_as_far_as_they_were_begun() -> None:
    levels = (Level(4, 4), Level(3, 2), Level(5, 5))
    begun = Result(NOTHING, Status.FEASIBLE, 4, 4, {}, (), 0, 1.0, levels=levels)
    assert levels_of(tea(), begun) == list(zip((Aim.WORST_OFF, Aim.NEXT, Aim.WISHES), levels, strict=True))
    weighed = tea(wishes={"weights": {"fairness": 3}})
    assert levels_of(weighed, Result(NOTHING, Status.FEASIBLE, 7, 6, {}, (), 0, 1.0)) == [(Aim.TOGETHER, Level(7, 6))]


def test_each_aim_is_told_by_its_own_value_and_that_nobody_else_bears_anything_is_no_news(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = PlanProgress(words_of("en"), tea())
    progress.improved(Incumbent(0.1, 90, 30), NOTHING)
    progress.improved(Incumbent(0.2, 30, 30), NOTHING)
    progress.aimed(1, 4)
    progress.improved(Incumbent(1.0, 45, 30), NOTHING)
    progress.improved(Incumbent(1.5, 30, 30), NOTHING)
    progress.aimed(2, 4)
    progress.bounded(Incumbent(2.0, None, 7))
    progress.ended()
    assert capsys.readouterr().err.splitlines() == [
        "0.1 s, fairness, the worst off: best 90, bound 30, gap 66.7%",
        "0.2 s, fairness, the worst off: best 30, bound 30, gap 0%",
        "1.0 s, fairness, the next: best 15, bound 0, gap 100%",
        "2.0 s, wishes not met: none yet, bound 7",
    ]
