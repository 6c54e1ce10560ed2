"""Demands that contradict themselves or each other are refused, all of them at once and in words."""

from typing import Any

import pytest
from tests.planner.building import cake, people, problem, tea

from kakehashi.findings import Finding
from kakehashi.planner import Block, InvalidProblem, Pin, Problem, Resource, Talk, Track
from kakehashi.words import words_of

A = ("talks", "a")


def faults(*parts: Talk | Track, **others: Any) -> tuple[Finding, ...]:
    """What is told of a problem that is refused."""
    with pytest.raises(InvalidProblem) as refused:
        problem(*parts, **others)
    return refused.value.findings


@pytest.mark.parametrize(
    ("talk", "finding", "told"),
    [
        (
            tea("a", pinned=Pin("never")),
            Finding("problem.unknown-block", A, {"value": "never"}),
            "There is no block “never”.",
        ),
        (
            tea("a", pinned=Pin("early", "shed")),
            Finding("problem.unknown-room", A, {"value": "shed"}),
            "There is no room “shed”.",
        ),
        (
            tea("a", barred_blocks=people("never")),
            Finding("problem.unknown-block", A, {"value": "never"}),
            "There is no block “never”.",
        ),
        (
            tea("a", barred_rooms=people("shed")),
            Finding("problem.unknown-room", A, {"value": "shed"}),
            "There is no room “shed”.",
        ),
        (
            tea("a", after=people("milk")),
            Finding("problem.unknown-talk", A, {"value": "milk"}),
            "There is no talk “milk” to be planned.",
        ),
        (
            tea("a", slots=2, pinned=Pin("short")),
            Finding("problem.pinned-block-too-short", A, {"block": "short", "value": 2, "expected": 1}),
            "The talk is pinned to the block “short”, which is too short for it: slots needed 2, in the block 1.",
        ),
        *(
            (
                tea("a", slots=2, pinned=Pin("early", None, first)),
                Finding("problem.pinned-outside", A, {"block": "early", "slot": first + 1, "value": 2, "expected": 2}),
                f"The talk is pinned to slot {first + 1} of the block “early” and does not fit in there: slots needed "
                "2, in the block 2.",
            )
            for first in (-1, 1)
        ),
        (
            tea("a", pinned=Pin("early"), barred_blocks=people("early")),
            Finding("problem.pinned-and-barred", A, {"value": "early"}),
            "The talk is pinned to “early”, which is barred for it or for its track.",
        ),
        (
            tea("a", pinned=Pin("early", "hall"), barred_rooms=people("hall")),
            Finding("problem.pinned-and-barred", A, {"value": "hall"}),
            "The talk is pinned to “hall”, which is barred for it or for its track.",
        ),
        *(
            (
                talk,
                Finding("problem.nowhere-left", A),
                "Every block that is long enough for the talk, or every room, is barred for it or for its track.",
            )
            for talk in (
                tea("a", slots=2, barred_blocks=people("early")),
                tea("a", barred_rooms=people("hall", "attic")),
                tea("a", pinned=Pin("early"), barred_rooms=people("hall", "attic")),
            )
        ),
        (
            tea("a", after=people("a")),
            Finding("problem.circle", A, {"talks": ("a",)}),
            "These talks would have to follow each other in a circle: a.",
        ),
    ],
)
def test_a_demand_that_cannot_be_kept(talk: Talk, finding: Finding, told: str) -> None:
    assert faults(talk, blocks=(Block("early", 2), Block("short", 1))) == (finding,)
    assert words_of("en").tell(finding) == told


def test_what_is_barred_for_a_track_is_barred_for_its_talks() -> None:
    bars = Track("tea", barred_blocks=people("early"), barred_rooms=people("hall"))
    assert faults(bars, tea("a", pinned=Pin("early", "hall")), tea("b", barred_rooms=people("attic"))) == (
        Finding("problem.pinned-and-barred", A, {"value": "early"}),
        Finding("problem.pinned-and-barred", A, {"value": "hall"}),
        Finding("problem.nowhere-left", ("talks", "b")),
    )


def test_each_circle_is_told_in_the_order_in_which_its_talks_would_follow_and_whoever_waits_for_it_is_not() -> None:
    ring = [tea("a", after=people("c")), tea("b", after=people("a", "free")), tea("c", after=people("b"))]
    others = [cake("x", after=people("y", "a")), cake("y", after=people("x")), cake("late", after=people("c", "x"))]
    assert faults(cake("free"), *ring, *others, blocks=(Block("early", 9),)) == (
        Finding("problem.circle", A, {"talks": ("a", "b", "c")}),
        Finding("problem.circle", ("talks", "x"), {"talks": ("x", "y")}),
    )


def test_a_resource_that_is_not_there_and_one_that_is_not_named() -> None:
    given = (Resource("crew", 0, people("a", "milk")), Resource("", 1), Resource("crew", 1))
    told = faults(tea("a"), resources=given)
    assert told == (
        Finding("problem.name-twice", ("resources",), {"value": "crew"}),
        Finding("problem.no-name", ("resources",), {"value": ""}),
        Finding("problem.no-amount", ("resources", "crew"), {"value": 0}),
        Finding("problem.unknown-talk", ("resources", "crew"), {"value": "milk"}),
    )
    assert words_of("en").tell(told[2]) == "The amount is 0; at least one is needed."


def test_demands_that_can_be_kept() -> None:
    """Two hundred talks in a row are not a circle."""
    row = [tea(f"{n:03}", after=people(f"{n - 1:03}") if n else people()) for n in range(200)]
    about = problem(*row, blocks=(Block("long", 200),), resources=(Resource("crew", 1, people("000", "199")),))
    assert isinstance(about, Problem)
