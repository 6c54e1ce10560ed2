"""A conference without a timetable: what there is too little of, and how much more is enough, as far as is known."""

from time import perf_counter

from tests.planner.building import cake, problem, tea

from kakehashi.cli.lacking import lacking
from kakehashi.planner import Block, Room, TimeLimit
from kakehashi.planner.asking import Questions

CROWD = problem(
    tea("leaves", slots=2),
    tea("cups", slots=2),
    cake("crumbs"),
    blocks=(Block("early", 3), Block("late", 1), Block("night", 1)),
    rooms=(Room("hall"),),
)


def told(seconds: float) -> list[tuple[str, dict[str, object]]]:
    """Codes and values of what is told after so many seconds at most."""
    questions = Questions(TimeLimit(seconds), None, seed=0, workers=1, clock=perf_counter)
    return [(finding.code, dict(finding.values)) for finding in lacking(CROWD, questions)]


TOO_FEW = [
    ("solve.too-few-sessions", {"slots": 1, "expected": 5, "value": 3}),
    ("solve.too-few-long-sessions", {"slots": 2, "expected": 2, "value": 1}),
]


def test_what_is_counted_is_told_with_what_would_be_enough() -> None:
    assert told(seconds=60) == [
        *TOO_FEW,
        ("solve.more-rooms", {"count": 1}),
        ("solve.more-sessions", {"count": 1}),
    ]


def test_without_time_to_try_what_is_counted_is_told_all_the_same() -> None:
    assert told(seconds=0) == TOO_FEW
