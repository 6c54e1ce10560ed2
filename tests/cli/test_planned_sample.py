"""The copy of the sample week that the demo plans."""

from datetime import date
from pathlib import Path

from kakehashi.cli.planned_sample import GROUPS, unplaced_copy
from kakehashi.cli.sample import sample_week
from kakehashi.findings import errors
from kakehashi.folder import load
from kakehashi.planner import Objective, TimeLimit, solve
from kakehashi.planner.stopping import AnyOf, FirstFeasible
from kakehashi.timetable import pose
from kakehashi.week import check, timetable


def test_its_parallel_groups_wait_for_a_place_and_can_have_one(tmp_path: Path) -> None:
    unplaced_copy(sample_week(), tmp_path / "copy")
    loaded = load(tmp_path / "copy")
    week = loaded.week
    assert week is not None
    assert errors(check(week, today=date(2021, 9, 1))) == ()
    assert (week.slug, week.title["en"]) == (
        "kanazawa-russian-week-2021-planned",
        "Kanazawa Russian Week 2021 (copy, planned by the program)",
    )
    placed = timetable(week).by_session
    assert not {slug for slug in GROUPS if slug in placed}
    posed = pose(week)
    assert set(posed.names.tracks) == set(GROUPS)
    # Fewer rooms are left than there are groups, so that not all can be at once.
    assert len(week.rooms) < len(GROUPS)
    stop = AnyOf((FirstFeasible(), TimeLimit(60)))
    assert solve(posed.problem, stop, objective=Objective.weighing({})).solution is not None


def test_an_older_copy_gives_way(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "old.yaml").write_text("old: true\n")
    unplaced_copy(sample_week(), tmp_path / "copy")
    assert not (tmp_path / "copy" / "old.yaml").exists()
