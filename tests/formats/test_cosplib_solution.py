"""Timetables as workbooks: read by position, written so that nothing is lost."""

import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.formats.workbooks import tea, write_sheets

from kakehashi.findings import Refused, Source
from kakehashi.formats.cosplib import located, may_write, read_instance, read_solution, write_solution
from kakehashi.planner import Place, Problem, Slot, Solution, check

GRID: list[list[Any]] = [
    [None, "hall", "attic"],
    ["am", "tea ", "cake"],
    ["pm", None, "tea "],
    [],
    ["am", "leaves", "icing"],
    ["am", "leaves", "crumbs"],
    ["pm", None, None],
    ["pm", None, "water"],
]


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    """What is to be planned about tea."""
    return read_instance(write_sheets(tea(), tmp_path / "tea.xlsx")).problem


@pytest.fixture
def solution(problem: Problem) -> Solution:
    """The timetable of the grid."""
    return Solution.of(
        problem,
        {
            "leaves": Place("am", "hall", 0),
            "icing": Place("am", "attic", 0),
            "crumbs": Place("am", "attic", 1),
            "water": Place("pm", "attic", 1),
        },
    )


def faults_of(grid: list[list[Any]], problem: Problem, folder: Path) -> list[tuple[Any, ...]]:
    """What is found to be wrong with a grid: code, row and column, value, nearest name."""
    path = write_sheets({"sol": grid}, folder / "sol.xlsx")
    with pytest.raises(Refused) as refused:
        read_solution(path, problem)
    return [
        (fault.code, fault.source.line, fault.source.column, fault.values.get("value"), fault.values.get("nearest"))
        for fault in refused.value.findings
        if fault.source
    ]


def test_a_timetable_is_read_by_position_from_the_first_sheet(
    problem: Problem, solution: Solution, tmp_path: Path
) -> None:
    path = write_sheets({"anything": GRID, "violations": [["not", "read"]]}, tmp_path / "sol.xlsx")
    assert read_solution(path, problem) == solution
    assert check(problem, solution) == ()


def test_names_of_sessions_and_rooms_are_for_people(problem: Problem, solution: Solution, tmp_path: Path) -> None:
    path = write_sheets(
        {"sol": [["x" if at == 0 else it for at, it in enumerate(row)] for row in GRID]}, tmp_path / "s"
    )
    assert read_solution(path, problem) == solution


def test_what_is_no_sound_timetable_can_be_read_all_the_same(problem: Problem, tmp_path: Path) -> None:
    grid = [list(row) for row in GRID]
    grid[2][2], grid[4][1], grid[7][1] = None, None, "leaves"
    read = read_solution(write_sheets({"sol": grid}, tmp_path / "sol.xlsx"), problem)
    assert read.slots["leaves"] == (Slot("am", "hall", 1), Slot("pm", "hall", 1))
    assert ("pm", "attic") not in read.tracks
    assert check(problem, read) != ()


def test_what_is_wrong_with_a_timetable_is_found_in_its_workbook(problem: Problem, tmp_path: Path) -> None:
    grid = [list(row) for row in GRID]
    # Ice in the morning, though the cell is tea's; a room for tea without a talk; a talk that is nowhere.
    grid[1][2], grid[2][1], grid[5][2] = "tea ", "tea ", None
    path = write_sheets({"sol": grid}, tmp_path / "sol.xlsx")
    read = read_solution(path, problem)
    found = [located(one, path, problem, read) for one in check(problem, read)]
    assert [(one.code, one.source) for one in found] == [
        ("timetable.talk-missing", None),
        ("timetable.other-track", Source(str(path), 5, 3)),
        ("timetable.no-talk", Source(str(path), 2, 3)),
        ("timetable.no-talk", Source(str(path), 3, 2)),
    ]


def test_a_timetable_is_written_as_cosplib_lays_it_out(problem: Problem, solution: Solution, tmp_path: Path) -> None:
    path = tmp_path / "sol.xlsx"
    write_solution(solution, problem, path)
    book = load_workbook(path)
    rows = [list(row) for row in book["sol"].iter_rows(values_only=True)]
    assert book.sheetnames == ["sol"]
    assert rows == [row or [None] * 3 for row in GRID]


def test_the_same_timetable_gives_the_same_bytes(
    problem: Problem, solution: Solution, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    write_solution(solution, problem, first)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 2, 3, 4, 5, 6, 0, 34, 0))
    write_solution(solution, problem, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_name_that_looks_like_a_formula_stays_a_name(problem: Problem, tmp_path: Path) -> None:
    talks = [talk for talk in problem.talks if talk.name != "water"]
    renamed = problem.replace(talks=(*talks, type(talks[0])("=A1+1", "tea "), type(talks[0])("007", "tea ")))
    places = {"=A1+1": Place("am", "hall", 0), "007": Place("am", "hall", 1)}
    found = Solution.of(renamed, places)
    write_solution(found, renamed, tmp_path / "sol.xlsx")
    assert read_solution(tmp_path / "sol.xlsx", renamed) == found


def test_a_disk_that_fails_leaves_the_older_timetable(
    problem: Problem, solution: Solution, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sol.xlsx"
    path.write_bytes(b"older")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused) as refused:
        write_solution(solution, problem, path)
    assert [(one.code, one.values["reason"]) for one in refused.value.findings] == [
        ("cosplib.unwritable", "No space left on device")
    ]
    assert (path.read_bytes(), list(tmp_path.glob(".sol*"))) == (b"older", [])


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("", "cosplib.out-not-a-file"),
        ("nowhere/sol.xlsx", "cosplib.unwritable"),
        ("tea.xlsx/sol.xlsx", "cosplib.unwritable"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_known_before_the_search(
    problem: Problem, tmp_path: Path, place: str, code: str
) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refused) as refused:
        may_write(tmp_path / place)
    assert [one.code for one in refused.value.findings] == [code]
    may_write(tmp_path / "sol.xlsx")
    assert sorted(tmp_path.iterdir()) == before


def test_unknown_names_are_told_with_their_cells(problem: Problem, tmp_path: Path) -> None:
    grid = [list(row) for row in GRID]
    grid[1][1], grid[5][2], grid[7][2] = "tea", "crumb", 5
    assert faults_of(grid, problem, tmp_path) == [
        ("cosplib.not-in-problem", 2, 2, "tea", "tea "),
        ("cosplib.not-in-problem", 6, 3, "crumb", "crumbs"),
        ("cosplib.not-in-problem", 8, 3, "5", None),
    ]


def test_the_timetable_of_another_conference_is_told_by_its_size_alone(problem: Problem, tmp_path: Path) -> None:
    grid = [[*row, "x"] for row in GRID][:-1]
    assert faults_of(grid, problem, tmp_path) == [
        ("cosplib.other-rows", 1, 1, 7, None),
        ("cosplib.other-columns", 1, 1, 4, None),
        ("cosplib.not-blank", 4, 1, None, None),
    ]
    assert faults_of([], problem, tmp_path) == [("cosplib.other-rows", 1, 1, 0, None)]
