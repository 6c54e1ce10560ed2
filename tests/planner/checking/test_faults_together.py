"""Several faults at once: each is told, none hides another, and what is missing or unknown does no harm."""

import pytest
from tests.planner.building import cake, laid, people, problem, tea
from tests.planner.checking.faults_of_a_week import CLOSED

from kakehashi.planner import Pin, Resource, Slot, Solution, Track
from kakehashi.planner.checking import check

ABOUT = problem(tea("a", slots=2), tea("b"), cake("c", slots=2))
SOUND = {"hall": "a a|b -", "attic": "- -|c c"}
HALL, ATTIC = ("early", "hall"), ("early", "attic")


def slots(at: tuple[str, str], *numbers: int) -> tuple[Slot, ...]:
    """Slots of a cell."""
    return tuple(Slot(*at, number) for number in numbers)


def test_a_talk_under_a_foreign_track_leaves_that_track_without_talks() -> None:
    """A cell given to the wrong track is told from both sides."""
    found = laid(ABOUT, {("noon", "attic"): "tea"}, **SOUND)
    assert [violation.code for violation in check(ABOUT, found)] == ["timetable.other-track", "timetable.no-talk"]


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (Solution({"a": slots(HALL, 0)}, {}), "timetable.no-track"),
        (laid(CLOSED, {HALL: "tea"}, attic="a -"), "timetable.no-talk"),
    ],
)
def test_a_closed_cell_is_used_by_a_talk_and_by_a_track(found: Solution, fault: str) -> None:
    """Whoever is alone in a closed cell, the talk or the name of its track, uses it."""
    assert [violation.code for violation in check(CLOSED, found)] == [fault, "timetable.closed-cell"]


def test_all_faults_are_told() -> None:
    """Several breaches at once are all told, rule by rule, in the order of the talks."""
    found = Solution({"c": slots(ATTIC, 1, 2), "a": slots(HALL, 0), "x": slots(HALL, 0)}, {HALL: "tea"})
    assert [(violation.code, violation.place) for violation in check(ABOUT, found)] == [
        ("timetable.unknown-talk", ("talks", "x")),
        ("timetable.outside-block", ("talks", "c")),
        ("timetable.wrong-length", ("talks", "a")),
        ("timetable.talk-missing", ("talks", "b")),
        ("timetable.slot-taken-twice", ("cells", "early", "hall")),
        ("timetable.no-track", ("talks", "c")),
    ]


def test_what_is_unknown_hides_nothing_that_is_known() -> None:
    """Of a talk between a room that there is not and one that is given to no track, both are told."""
    about = problem(tea("a", slots=2))
    found = Solution({"a": (*slots(("early", "shed"), 0), *slots(HALL, 1))}, {})
    assert [violation.code for violation in check(about, found)] == [
        "timetable.unknown-room",
        "timetable.talk-split",
        "timetable.no-track",
    ]


@pytest.mark.parametrize("chairs", [people(), people("Ada")])
def test_who_presents_what_is_nowhere_is_in_one_place(chairs: frozenset[str]) -> None:
    """A missing talk takes nobody's time: it is told as missing, and nothing else is."""
    ada = people("Ada")
    about = problem(Track("cake", chairs=chairs), tea("a", presenters=ada), cake("b", presenters=ada), alone=ada)
    assert [(violation.code, violation.place) for violation in check(about, laid(about, hall="b -"))] == [
        ("timetable.talk-missing", ("talks", "a"))
    ]


def test_where_one_talk_has_no_pin_another_is_held_to_its_own() -> None:
    """A talk without a pin, or without a place, before one that stands where it must not."""
    about = problem(tea("a"), tea("b", pinned=Pin("noon")), tea("c", pinned=Pin("early", "hall", 1)))
    assert [(violation.code, violation.place) for violation in check(about, laid(about, hall="c a"))] == [
        ("timetable.talk-missing", ("talks", "b")),
        ("timetable.pinned-to-slot", ("talks", "c")),
    ]


def test_a_missing_talk_needs_no_resource() -> None:
    """Of three talks with one team of interpreters, those count that stand somewhere."""
    about = problem(tea("a"), tea("b"), cake("c"), resources=(Resource("team", 1, frozenset("abc")),))
    assert [violation.code for violation in check(about, laid(about, hall="b -", attic="c -"))] == [
        "timetable.talk-missing",
        "timetable.resource-exceeded",
    ]


def test_a_missing_talk_or_a_pinned_one_excuses_no_gap() -> None:
    """A talk that is nowhere and one that is pinned to its slot stand behind no gap; the one after them does."""
    about = problem(tea("a"), tea("b", pinned=Pin("early", None, 1)), cake("c"), unbroken=True)
    assert [(violation.code, violation.place) for violation in check(about, laid(about, hall="- b", attic="- c"))] == [
        ("timetable.talk-missing", ("talks", "a")),
        ("timetable.gap", ("talks", "c")),
    ]
