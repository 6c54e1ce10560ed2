"""A timetable as one sheet: above which track each room has in each session, below which talk each slot holds."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path

from kakehashi.findings import Finding, Source
from kakehashi.formats.cosplib.cells import Sheet
from kakehashi.formats.cosplib.faults import Faults
from kakehashi.formats.cosplib.workbook import read_tables
from kakehashi.planner import Problem, Slot, Solution


def read_solution(path: Path, problem: Problem) -> Solution:
    """The timetable that the first sheet of a workbook holds, by position, whether or not it is sound.

    The names of sessions and rooms beside it are for people, and are not read. Raises `Refused` with everything that
    is wrong in the workbook; names that the problem does not know are.
    """
    faults = Faults(path)
    tables = read_tables(path, faults, None)
    sheet = Sheet(next(iter(tables.values())), faults)
    _fits(sheet, problem)
    # Of a sheet that is another problem's, every name would be told as well.
    faults.refuse()
    tracks = {}
    for row, block in enumerate(problem.blocks, start=1):
        for column, room in enumerate(problem.rooms, start=1):
            if (track := _known(sheet, row, column, problem.track)) is not None:
                tracks[block.name, room.name] = track
    slots = _slots(sheet, problem)
    faults.refuse()
    return Solution(slots, tracks)


def located(finding: Finding, path: Path, problem: Problem, solution: Solution) -> Finding:
    """What is wrong with a timetable, with its row and column in the first sheet of the workbook that holds it.

    A talk is found at the first of its slots, a cell where its track stands; what stands nowhere is told as it is.
    """
    kind, *names = map(str, finding.place) if finding.place else ("", "")
    rows = {block.name: row for row, block in enumerate(problem.blocks, start=1)}
    columns = {room.name: column for column, room in enumerate(problem.rooms, start=1)}
    if kind == "cells":
        return finding.at(Source(str(path), rows[names[0]] + 1, columns[names[1]] + 1))
    slots = solution.slots.get(names[0], ())
    if kind != "talks" or not slots:
        return finding
    before = accumulate((block.slots for block in problem.blocks), initial=len(problem.blocks) + 2)
    firsts = dict(zip(rows, before, strict=False))
    row, column = min((firsts[slot.block] + slot.number, columns[slot.room]) for slot in slots)
    return finding.at(Source(str(path), row + 1, column + 1))


def _fits(sheet: Sheet, problem: Problem) -> None:
    """Notes what lies outside the grid of this problem: such a sheet is another problem's."""
    first = len(problem.blocks) + 2
    rows = first + sum(block.slots for block in problem.blocks)
    columns = 1 + len(problem.rooms)
    if sheet.table.height != rows:
        sheet.faults.on_sheet("cosplib.other-rows", sheet.name, value=sheet.table.height, expected=rows)
    if sheet.table.width > columns:
        sheet.faults.on_sheet("cosplib.other-columns", sheet.name, value=sheet.table.width, expected=columns)
    if any(sheet.table.at(first - 1, column) is not None for column in range(sheet.table.width)):
        sheet.fault("cosplib.not-blank", first - 1, 0)


def _slots(sheet: Sheet, problem: Problem) -> dict[str, tuple[Slot, ...]]:
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    rows = [(block.name, number) for block in problem.blocks for number in range(block.slots)]
    for row, (block, number) in enumerate(rows, start=len(problem.blocks) + 2):
        for column, room in enumerate(problem.rooms, start=1):
            if (talk := _known(sheet, row, column, problem.talk)) is not None:
                found[talk].append(Slot(block, room.name, number))
    return {talk: tuple(slots) for talk, slots in found.items()}


def _known(sheet: Sheet, row: int, column: int, known: Mapping[str, object]) -> str | None:
    name = sheet.text(row, column)
    if name is None or name in known:
        return name
    sheet.fault("cosplib.not-in-problem", row, column, value=name, nearest=sheet.faults.nearest(name, known))
    return None
