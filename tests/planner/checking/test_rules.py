"""Whatever is no timetable is refused, and each fault is told as the one that it is."""

import pytest
from tests.planner.building import cake, laid, people, problem, tea
from tests.planner.checking.faults_of_a_week import FAULTS_OF_A_WEEK, KEPT_IN_A_WEEK

from kakehashi.planner import Block, Pin, Place, Problem, Slot, Solution, Track
from kakehashi.planner.checking import Violation, check
from kakehashi.words import words_of
from kakehashi.words.facts import codes

ABOUT = problem(tea("a", slots=2), tea("b"), cake("c", slots=2))
SOUND = {"hall": "a a|b -", "attic": "- -|c c"}
LONG = problem(tea("a", slots=2), tea("b"), blocks=(Block("early", 4), Block("late", 4)))
PIANO = problem(tea("a", pinned=Pin("early", "hall", 1)), tea("b"))
HALL, ATTIC = ("early", "hall"), ("early", "attic")


def slots(at: tuple[str, str], *numbers: int) -> tuple[Slot, ...]:
    """Slots of a cell."""
    return tuple(Slot(*at, number) for number in numbers)


def test_a_timetable_that_keeps_all_rules() -> None:
    """Talks placed whole under their tracks are a timetable, whoever would have to be in two places."""
    busy = people("Ada")
    about = problem(Track("tea", chairs=busy), tea("a", presenters=busy, order=7), cake("b", presenters=busy))
    assert check(about, laid(about, hall="a -", attic="b -")) == ()
    assert check(ABOUT, laid(ABOUT, **SOUND)) == ()
    assert check(problem(), Solution({}, {})) == ()


def test_slots_may_be_told_in_any_order() -> None:
    """Which slot of a talk is told first says nothing."""
    assert check(LONG, Solution({"a": slots(HALL, 3, 2), "b": slots(HALL, 1)}, {HALL: "tea"})) == ()


def test_a_timetable_made_of_places_is_sound() -> None:
    """`Solution.of` names the tracks of the talks that it places."""
    at = {"a": Place("early", "hall", 0), "b": Place("late", "hall", 1), "c": Place("late", "attic", 0)}
    assert check(ABOUT, Solution.of(ABOUT, at)) == ()


def barred(**bars: frozenset[str]) -> tuple[Problem, Problem]:
    """A problem in which this is barred for a talk, and one in which it is for the talk's track."""
    return problem(tea("a", **bars)), problem(tea("a"), Track("tea", **bars))


def following(**rows: str) -> tuple[Problem, Solution]:
    """Of a talk that is to follow another: the problem and the timetable of a picture."""
    about = problem(tea("a", after=frozenset({"c"})), cake("c"))
    return about, laid(about, **rows)


FAULTS: list[tuple[Problem, Solution, Violation, str]] = [
    (
        LONG,
        Solution({"a": slots(HALL, 0, 1), "b": slots(HALL, 2), "x": ()}, {HALL: "tea"}),
        Violation("timetable.unknown-talk", ("talks", "x"), {"value": "x"}),
        "There is no talk “x” to be planned.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 0, 1), "b": slots(("never", "hall"), 0)}, {HALL: "tea"}),
        Violation("timetable.unknown-block", ("talks", "b"), {"value": "never"}),
        "There is no block “never”.",
    ),
    (
        LONG,
        Solution({"a": slots(("early", "shed"), 0, 1), "b": slots(HALL, 2)}, {HALL: "tea"}),
        Violation("timetable.unknown-room", ("talks", "a"), {"value": "shed"}),
        "There is no room “shed”.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 0, 1), "b": slots(HALL, 2)}, {HALL: "tea", ("never", "hall"): "tea"}),
        Violation("timetable.unknown-block", ("cells", "never", "hall"), {"value": "never"}),
        "There is no block “never”.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 0, 1), "b": slots(HALL, 2)}, {HALL: "tea", ("early", "shed"): "tea"}),
        Violation("timetable.unknown-room", ("cells", "early", "shed"), {"value": "shed"}),
        "There is no room “shed”.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 0, 1), "b": slots(ATTIC, 2)}, {HALL: "tea", ATTIC: "milk"}),
        Violation("timetable.unknown-track", ("cells", "early", "attic"), {"value": "milk"}),
        "There is no track “milk”.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 3, 4), "b": slots(HALL, 2)}, {HALL: "tea"}),
        Violation("timetable.outside-block", ("talks", "a"), {"talk": "a", "block": "early", "slot": 5, "expected": 4}),
        "“a” stands in slot 5 of the block “early”, whose slots go from 1 to 4.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 0, -1), "b": slots(HALL, 2)}, {HALL: "tea"}),
        Violation("timetable.outside-block", ("talks", "a"), {"talk": "a", "block": "early", "slot": 0, "expected": 4}),
        "“a” stands in slot 0 of the block “early”, whose slots go from 1 to 4.",
    ),
    (
        LONG,
        laid(LONG, hall="a a - -"),
        Violation("timetable.talk-missing", ("talks", "b"), {"talk": "b", "value": 0, "expected": 1}),
        "“b” is not in the timetable.",
    ),
    (
        LONG,
        Solution({"a": (), "b": slots(HALL, 2)}, {HALL: "tea"}),
        Violation("timetable.talk-missing", ("talks", "a"), {"talk": "a", "value": 0, "expected": 2}),
        "“a” is not in the timetable.",
    ),
    (
        LONG,
        laid(LONG, hall="a - b -"),
        Violation("timetable.wrong-length", ("talks", "a"), {"talk": "a", "value": 1, "expected": 2}),
        "“a” has another number of slots than it needs: 1 instead of 2.",
    ),
    (
        LONG,
        laid(LONG, hall="a a b b"),
        Violation("timetable.wrong-length", ("talks", "b"), {"talk": "b", "value": 2, "expected": 1}),
        "“b” has another number of slots than it needs: 2 instead of 1.",
    ),
    (
        LONG,
        laid(LONG, hall="a b a -"),
        Violation("timetable.talk-split", ("talks", "a"), {"talk": "a"}),
        "“a” is torn apart: its slots do not follow one another in one room.",
    ),
    (
        LONG,
        laid(LONG, hall="a b - -", attic="- a - -"),
        Violation("timetable.talk-split", ("talks", "a"), {"talk": "a"}),
        "“a” is torn apart: its slots do not follow one another in one room.",
    ),
    (
        LONG,
        laid(LONG, hall="a b - -|- a - -"),
        Violation("timetable.talk-split", ("talks", "a"), {"talk": "a"}),
        "“a” is torn apart: its slots do not follow one another in one room.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 1, 1), "b": slots(HALL, 2)}, {HALL: "tea"}),
        Violation("timetable.talk-split", ("talks", "a"), {"talk": "a"}),
        "“a” is torn apart: its slots do not follow one another in one room.",
    ),
    (
        LONG,
        Solution({"a": slots(HALL, 1, 2), "b": slots(HALL, 2)}, {HALL: "tea"}),
        Violation(
            "timetable.slot-taken-twice",
            ("cells", "early", "hall"),
            {"block": "early", "room": "hall", "slot": 3, "talks": ("a", "b")},
        ),
        "Several talks stand in slot 3 of the block “early” in “hall”: a and b.",
    ),
    (
        ABOUT,
        laid(ABOUT, {("late", "hall"): None}, hall="a a|- -|b -", attic="c c"),
        Violation(
            "timetable.no-track", ("talks", "b"), {"talk": "b", "block": "late", "room": "hall", "expected": "tea"}
        ),
        "“b” of the track “tea” stands in “hall” in the block “late”, which is given to no track.",
    ),
    (
        problem(tea("a"), tea("b"), cake("c")),
        laid(problem(tea("a"), tea("b"), cake("c")), hall="a c|b -"),
        Violation(
            "timetable.other-track",
            ("talks", "c"),
            {"talk": "c", "block": "early", "room": "hall", "value": "tea", "expected": "cake"},
        ),
        "“c” of the track “cake” stands in “hall” in the block “early”, which is given to the track “tea”.",
    ),
    (
        ABOUT,
        laid(ABOUT, {("late", "hall"): "tea"}, **SOUND),
        Violation("timetable.no-talk", ("cells", "late", "hall"), {"block": "late", "room": "hall", "value": "tea"}),
        "“hall” in the block “late” is given to the track “tea”, and none of its talks stands there.",
    ),
    (
        PIANO,
        laid(PIANO, hall="- b|- a"),
        Violation("timetable.pinned-to-block", ("talks", "a"), {"talk": "a", "block": "early"}),
        "“a” must stand in the block “early”.",
    ),
    (
        PIANO,
        laid(PIANO, hall="b -", attic="- a"),
        Violation("timetable.pinned-to-room", ("talks", "a"), {"talk": "a", "room": "hall"}),
        "“a” must stand in “hall”.",
    ),
    (
        PIANO,
        laid(PIANO, hall="a b"),
        Violation("timetable.pinned-to-slot", ("talks", "a"), {"talk": "a", "block": "early", "slot": 2}),
        "“a” must begin in slot 2 of the block “early”.",
    ),
    *(
        (
            about,
            laid(about, hall="a -"),
            Violation("timetable.barred-block", ("talks", "a"), {"talk": "a", "block": "early"}),
            "“a” may not stand in the block “early”.",
        )
        for about in barred(barred_blocks=frozenset({"early", "late"}))
    ),
    *(
        (
            about,
            laid(about, hall="a -"),
            Violation("timetable.barred-room", ("talks", "a"), {"talk": "a", "room": "hall"}),
            "“a” may not stand in “hall”.",
        )
        for about in barred(barred_rooms=frozenset({"hall"}))
    ),
    *(
        (
            *found,
            Violation("timetable.too-early", ("talks", "a"), {"talk": "a", "expected": "c"}),
            "“a” begins before “c” has ended, which it is to follow.",
        )
        for found in (
            following(hall="a -", attic="- -|c -"),
            following(hall="a -", attic="- c"),
            following(hall="- a", attic="- c"),
        )
    ),
    *FAULTS_OF_A_WEEK,
]


@pytest.mark.parametrize(
    ("about", "found", "expected", "told"),
    FAULTS,
    ids=[f"{number} {fault[2].code}" for number, fault in enumerate(FAULTS)],
)
def test_a_fault_is_told_and_no_other(about: Problem, found: Solution, expected: Violation, told: str) -> None:
    """Each breach alone gives its own violation, once, and reads as a sentence."""
    assert check(about, found) == (expected,)
    assert words_of("en").tell(expected) == told


@pytest.mark.parametrize(
    ("about", "found"),
    [
        (PIANO, laid(PIANO, hall="b a")),
        following(hall="- a", attic="c -"),
        following(hall="- -|a -", attic="- c"),
        *KEPT_IN_A_WEEK,
    ],
)
def test_a_demand_that_is_kept_is_no_fault(about: Problem, found: Solution) -> None:
    """Where a talk is pinned, right behind what it follows, one after the other with the same interpreters."""
    assert check(about, found) == ()


def test_every_kind_of_fault_is_tried() -> None:
    """No code of a timetable's faults is missing above."""
    assert {fault[2].code for fault in FAULTS} == {code for code in codes() if code.startswith("timetable.")}
