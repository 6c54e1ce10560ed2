"""What a plan places first stands in a table: its sessions with their items, or where these are many without."""

import pytest
from tests.timetable.building import at, block, posed, session, talk

from kakehashi.cli.planning import Planned
from kakehashi.cli.planning_table import FEW, outcome_lines
from kakehashi.planner import Compared, Result, Status
from kakehashi.words import words_of


def told(talks: int) -> list[str]:
    """The outcome of a plan that puts so many talks of a quarter of an hour into a session without a place."""
    items = {f"talk-{number}": talk(minutes=15, order=number) for number in range(talks)}
    found = posed(blocks={"day": block("2021-09-29T07:00", 32)}, sessions={"leaves": session("Leaves")}, items=items)
    solution = at(found, **{name: ("day", "hall", number) for number, name in enumerate(items)})
    result = Result(solution, Status.OPTIMAL, 0, 0, {}, (), 0, 1.0)
    plan = Planned(found, result, Compared({}, None), interrupted=False, conflict=None)
    return list(outcome_lines(plan, words_of("en")))


@pytest.mark.parametrize(("talks", "rows"), [(FEW - 1, FEW), (FEW, 1)])
def test_items_stand_in_the_table_while_it_has_no_more_lines_than_can_be_read(talks: int, rows: int) -> None:
    head, columns, first, *others, last = told(talks)
    assert (head, columns.split(), first.split()) == (
        "New in the timetable",
        ["Start", "Room", "What"],
        ["Wed", "07:00", "Hall", "Leaves"],
    )
    assert (len(others) + 1, last) == (rows, "")
