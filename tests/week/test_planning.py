"""What the document keeps of wishes and of the last plan, and what it refuses."""

from typing import Any

import pytest
from pydantic import ValidationError
from tests.week.building import institution, week

from kakehashi.week import Visibility, Week
from kakehashi.week.planning import Burden, Planning, PlanStatus, Weights, Wishes

PLAN = {"status": "optimal", "objective": 5, "timetable": "0" * 64}
BURDEN = {"total": 0, "mean": 0}


def planned(**keys: Any) -> Week:
    """A week with one institution and the record of a plan with these keys."""
    return week(institutions={"kanazawa": institution()}, planning=PLAN | keys)


def test_a_record_says_no_more_than_it_was_told() -> None:
    expected = {"status": PlanStatus.OPTIMAL, "objective": 5, "timetable": "0" * 64, "visibility": Visibility.STAFF}
    unknown = dict.fromkeys(("bound", "gap", "total", "least_total", "price_of_fairness"))
    nothing = {"notes": (), "levels": (), "burdens": {}, "seed": 0}
    assert dict(Planning.model_validate(PLAN)) == expected | unknown | nothing
    assert dict(Burden.model_validate(BURDEN)) == BURDEN | {"notes": (), "alone": None, "appearances": 0}


def test_a_plan_is_the_best_or_one_that_could_be_found() -> None:
    records = [planned(status=status).planning for status in ("optimal", "feasible")]
    assert [record and record.status for record in records] == [PlanStatus.OPTIMAL, PlanStatus.FEASIBLE]
    with pytest.raises(ValidationError, match=r"planning\.status"):
        planned(status="infeasible")


@pytest.mark.parametrize("key", ["gap", "total", "least_total", "price_of_fairness"])
def test_nothing_in_a_record_is_below_zero(key: str) -> None:
    assert getattr(planned(**{key: 0}).planning, key) == 0
    with pytest.raises(ValidationError, match=f"planning.{key}"):
        planned(**{key: -1})


@pytest.mark.parametrize("key", ["total", "mean", "alone", "appearances"])
def test_no_burden_is_below_zero(key: str) -> None:
    record = planned(burdens={"kanazawa": BURDEN | {key: 0}}).planning
    assert record is not None
    assert getattr(record.burdens["kanazawa"], key) == 0
    with pytest.raises(ValidationError, match=f"burdens.kanazawa.{key}"):
        planned(burdens={"kanazawa": BURDEN | {key: -1}})


def test_a_record_speaks_of_one_timetable() -> None:
    for timetable in ("", "0" * 63, "0" * 65, "g" * 64, "A" * 64):
        with pytest.raises(ValidationError, match=r"planning\.timetable"):
            planned(timetable=timetable)


def test_aims_that_are_not_weighed_count_once_and_all_may_count_for_nothing() -> None:
    assert dict(Weights()) == dict.fromkeys(("fairness", "wishes", "moves", "compactness"), 1) | {"notes": ()}
    for key in ("fairness", "wishes", "moves", "compactness"):
        assert [getattr(Weights.model_validate({key: weight}), key) for weight in (0, 1000)] == [0, 1000]
        for weight in (-1, 1001):
            with pytest.raises(ValidationError, match=key):
                Weights.model_validate({key: weight})


def test_without_wishes_nothing_is_wished() -> None:
    assert {key: value for key, value in dict(Wishes()).items() if value != ()} == {"changeover": 0, "weights": None}


def test_people_who_listen_weigh_as_one_to_a_thousand() -> None:
    for weight in (1, 1000):
        wishes = {"listeners": [{"institution": "kanazawa", "weight": weight}]}
        (listeners,) = week(institutions={"kanazawa": institution()}, wishes=wishes).wishes.listeners
        assert (listeners.weight, listeners.symposium) == (weight, None)
    for weight in (0, 1001):
        with pytest.raises(ValidationError, match="weight"):
            week(wishes={"listeners": [{"institution": "kanazawa", "weight": weight}]})
