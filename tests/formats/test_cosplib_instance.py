"""A workbook of CoSPLib becomes the problem that CoSPLib itself sees in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.formats.workbooks import Sheets, tea, write_sheets

from kakehashi.formats.cosplib import Instance, read_instance
from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Objective, Problem, Room, Talk, Term, Track

LEAVES = Talk("leaves", "tea ", 2, 1, frozenset({"Ada", "Bo"}), frozenset({"Cleo"}), block_costs=FrozenMap({"pm": 7}))
# At half past nine in the morning it is half past three for who speaks from GMT+3.
WATER = Talk("water", "tea ", order=2, hour_costs=FrozenMap({"am": 10}), room_costs=FrozenMap({"attic": 4}))
# A blank place in the order is one that is always missed: cake has two talks, so there is no third.
CRUMBS = Talk("crumbs", "cake", order=3, presenters=frozenset({"Cleo"}))
ICING = Talk(
    "icing",
    "cake",
    presenters=frozenset({"Di"}),
    attendees=frozenset({"Ada", "Bo"}),
    hour_costs=FrozenMap({"pm": 10}),
    block_costs=FrozenMap({"am": 3}),
)
PROBLEM = Problem(
    blocks=(Block("am", 2), Block("pm", 2)),
    rooms=(Room("hall"), Room("attic")),
    tracks=(
        Track("tea ", frozenset({"Eve"}), block_costs=FrozenMap({"pm": 5})),
        Track("cake", block_costs=FrozenMap({"am": 6}), room_costs=FrozenMap({"attic": 2})),
    ),
    talks=(LEAVES, WATER, CRUMBS, ICING),
    # Right of the diagonal, whatever the header says; neither on it nor below it.
    similar={("tea ", "cake"): 9},
    room_costs={("am", "attic"): 1},
)
OBJECTIVE = Objective.weighing(
    {
        Term.TRACK_BLOCKS: 100,
        Term.TRACK_ROOMS: 10,
        Term.BLOCK_ROOMS: 1,
        Term.SIMILAR_TRACKS: 5,
        Term.ROOMS_PER_TRACK: 2,
        Term.PARALLEL_TRACKS: 3,
        Term.CONSECUTIVE_TRACKS: 4,
        Term.TALK_HOURS: 6,
        Term.TALK_ORDER: 7,
        Term.TALK_BLOCKS: 8,
        Term.TALK_ROOMS: 9,
        Term.PRESENTERS_BLOCK: 50,
        Term.CHAIRS: 20,
        Term.ATTENDEES_SLOT: 30,
        Term.SPLIT: 1,
    }
)


@pytest.fixture
def sheets() -> Sheets:
    """The conference about tea, for a test to change."""
    return tea()


def read(sheets: Sheets, folder: Path) -> Instance:
    """What a workbook with these sheets holds."""
    return read_instance(write_sheets(sheets, folder / "tea.xlsx"))


def test_all_that_a_workbook_says_is_in_the_problem(sheets: Sheets, tmp_path: Path) -> None:
    assert read(sheets, tmp_path) == Instance(PROBLEM, OBJECTIVE)


def test_what_spreadsheets_leave_around_the_cells_changes_nothing(sheets: Sheets, tmp_path: Path) -> None:
    for rows in sheets.values():
        for row in rows:
            row += [None, "", None]
        rows += [[None] * 9, [""], []]
    sheets = {"notes": [["anything", "goes"]], **sheets}
    assert read(sheets, tmp_path).problem == PROBLEM


def test_whole_numbers_may_be_stored_as_decimals_or_as_text(sheets: Sheets, tmp_path: Path) -> None:
    sheets["submissions"][1][2:4] = 2.0, "1"
    sheets["sessions"][1][1] = "2"
    assert read(sheets, tmp_path).problem == PROBLEM


def test_columns_of_costs_are_found_by_name_sessions_before_rooms(sheets: Sheets, tmp_path: Path) -> None:
    for row in sheets["submissions"]:
        row[7:] = [row[8], row[7], row[10], row[9]]
    assert read(sheets, tmp_path).problem == PROBLEM


def test_people_are_parted_by_a_comma_and_a_blank_alone(sheets: Sheets, tmp_path: Path) -> None:
    sheets["submissions"][1][5] = "Ada Byron,Bo, Cleo, Di "
    people = frozenset({"Ada Byron,Bo", "Cleo", "Di "})
    assert read(sheets, tmp_path).problem.talk["leaves"] == replace(LEAVES, presenters=people)


@pytest.mark.parametrize(
    ("zone", "cost"),
    [
        # Half past nine to half past ten in GMT+9, where 9 to 18 suits, 7 to 21 less, and nothing else.
        ("GMT+9", 0),
        ("GMT+8", 1),
        ("GMT+7", 1),
        ("GMT+6", 10),
        ("GMT-7", 1),
        ("GMT-5", 1),
        ("GMT-4", 10),
        # The same hour of the day before.
        ("GMT-12", 0),
    ],
)
def test_hours_are_judged_on_the_clock_of_who_speaks(sheets: Sheets, tmp_path: Path, zone: str, cost: int) -> None:
    sheets["submissions"][1][4] = zone
    assert read(sheets, tmp_path).problem.talk["leaves"].hour_costs.get("am", 0) == cost
