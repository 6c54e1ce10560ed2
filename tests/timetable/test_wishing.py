"""What it costs when a wish is not met."""

from typing import Any

import pytest
from tests.timetable.building import posed, session, talk

from kakehashi.planner import Objective, Ordered, Problem, Term

TEA: dict[str, Any] = {"sessions": {"leaves": session("Leaves")}, "items": {"green": talk(), "black": talk(minutes=60)}}


def wishing(**wishes: Any) -> Problem:
    return posed(**TEA, wishes=wishes).problem


def preferring(of: str, weight: int, **where: str) -> Problem:
    return wishing(preferences=[{"of": of, "weight": weight} | where])


def test_a_wish_that_is_met_costs_nothing_and_one_that_is_not_its_weight() -> None:
    assert preferring("leaves", 30, block="morning").track["leaves"].block_costs == {"afternoon": 30}
    assert preferring("leaves", -30, block="morning").track["leaves"].block_costs == {"morning": 30}
    assert preferring("tea", 7, room="attic").track["leaves"].room_costs == {"hall": 7}


def test_a_wish_for_a_room_in_a_block_is_one_for_each() -> None:
    track = preferring("leaves", 5, block="morning", room="hall").track["leaves"]
    assert (track.block_costs, track.room_costs) == ({"afternoon": 5}, {"attic": 5})


@pytest.mark.parametrize("item", ["green", "black"])
def test_a_wish_for_an_item_counts_as_much_however_long_it_is(item: str) -> None:
    found = posed(**TEA, wishes={"preferences": [{"of": item, "weight": 9, "block": "morning"}]})
    one = found.problem.talk[item]
    assert one.block_costs["afternoon"] * one.slots == 9 * found.parts


def test_a_session_leaves_its_room_for_a_reason_only() -> None:
    sessions = {"leaves": session("Leaves", room="attic")}
    assert posed(sessions=sessions, items=TEA["items"]).problem.track["leaves"].room_costs == {"hall": 5}


def test_sessions_that_should_be_apart_cost_most_where_they_run_at_once() -> None:
    sessions = {"leaves": session("Leaves"), "cream": session("Cream", "cake"), "crumbs": session("Crumbs", "cake")}
    items = {"green": talk(), "a": talk("cream"), "b": talk("crumbs")}
    problem = posed(sessions=sessions, items=items, wishes={"apart": [["cake", "leaves"]]}).problem
    assert problem.similar == {("leaves", "cream"): 100, ("leaves", "crumbs"): 100, ("cream", "crumbs"): 100}


def test_a_session_that_should_be_apart_from_a_fixed_one_shuns_its_block() -> None:
    sessions = {"leaves": session("Leaves"), "show": session("Show", "cake", start="2021-09-29T11:00[Asia/Tokyo]")}
    items = {"green": talk(), "dance": talk("show")}
    problem = posed(sessions=sessions, items=items, wishes={"apart": [["show", "leaves"]]}).problem
    assert problem.track["leaves"].block_costs == {"morning": 100}


def test_items_that_must_be_apart_never_run_at_once() -> None:
    (one,) = wishing(apart=[["green", "black"]]).resources
    assert (one.amount, one.talks) == (1, {"green", "black"})


def test_fairness_comes_before_wishes_and_wishes_before_compactness() -> None:
    aims = posed(**TEA).objective
    assert isinstance(aims, Ordered)
    _, wishes, compactness = aims.levels
    assert isinstance(wishes, Objective)
    assert isinstance(compactness, Objective)
    assert (wishes.weights[Term.MOVED], wishes.weights[Term.TALK_BLOCKS]) == (10, 1)
    assert Term.CELLS in compactness.weights


def test_weights_take_the_place_of_the_order() -> None:
    aims = posed(**TEA, wishes={"weights": {"fairness": 7, "moves": 0}}).objective
    assert isinstance(aims, Objective)
    assert (aims.weights[Term.WORST], aims.weights[Term.CELLS], Term.MOVED in aims.weights) == (7, 1, False)


def test_weights_weigh_whole_points_whatever_a_point_is_parted_into() -> None:
    wish = {"of": "black", "weight": 5, "block": "morning"}
    found = posed(**TEA, wishes={"weights": {"fairness": 7, "moves": 3}, "preferences": [wish]})
    assert isinstance(found.objective, Objective)
    assert found.parts == 2
    weights = found.objective.weights
    assert (weights[Term.WORST], weights[Term.MOVED], weights[Term.TALK_BLOCKS]) == (14, 6, 1)
