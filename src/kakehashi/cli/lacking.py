"""Why a conference has no timetable, and what would be enough: as facts."""

from collections.abc import Iterator

from kakehashi.findings import Finding, Severity
from kakehashi.planner import Problem
from kakehashi.planner.asking import Questions
from kakehashi.planner.conflicts import Answers
from kakehashi.planner.shortages import enough, shortages
from kakehashi.planner.wishes import WishKind

_MORE = {WishKind.ONE_MORE_ROOM: "solve.more-rooms", WishKind.ONE_MORE_BLOCK: "solve.more-sessions"}


def lacking(problem: Problem, questions: Questions) -> Iterator[Finding]:
    """What there is too little of, and how many rooms or sessions more are enough, as far as that is found out."""
    for shortage in shortages(problem):
        values = {"slots": shortage.slots, "expected": shortage.needed, "value": shortage.there}
        code = "solve.too-few-sessions" if shortage.slots == 1 else "solve.too-few-long-sessions"
        yield Finding(code, values=values)
    feasible = Answers(questions)
    for kind, code in _MORE.items():
        number = enough(problem, kind, feasible)
        if number is not None:
            yield Finding(code, values={"count": number}, severity=Severity.NOTE)
