"""The front door of checking: every term, or a refusal."""

import pytest
from tests.planner.building import laid, problem, tea, terms

from kakehashi.planner import Objective, Slot, Solution, Term, evaluate
from kakehashi.planner.checking import ForeignSolution, check

ABOUT = problem(tea("a"), tea("b", order=1))


def test_every_term_is_told() -> None:
    """Terms that are 0 are told too, so that an objective finds whatever it weighs."""
    assert dict(evaluate(ABOUT, laid(ABOUT, hall="b a"))) == dict.fromkeys(Term, 0) | {Term.CELLS: 1}


def test_terms_are_not_weighed() -> None:
    """Weights belong to the objective, which adds up the terms."""
    told = evaluate(ABOUT, laid(ABOUT, hall="a b", attic="- -"))
    assert Objective.weighing({Term.TALK_ORDER: 30, Term.CHAIRS: 5}).value(told) == 30


def test_what_is_missing_costs_nothing() -> None:
    """A timetable without its talks can be priced, though it is none."""
    assert terms(ABOUT) == {}
    assert [violation.code for violation in check(ABOUT, Solution({}, {}))] == ["timetable.talk-missing"] * 2


def test_a_timetable_of_something_else_has_no_price() -> None:
    """Unknown talks, tracks, cells and slots are all told at once."""
    found = Solution({"x": (Slot("early", "hall", 0),), "a": (Slot("early", "hall", 2),)}, {("now", "hall"): "milk"})
    with pytest.raises(ForeignSolution) as refused:
        evaluate(ABOUT, found)
    assert [finding.code for finding in refused.value.findings] == [
        "timetable.unknown-talk",
        "timetable.unknown-block",
        "timetable.unknown-track",
        "timetable.outside-block",
    ]
