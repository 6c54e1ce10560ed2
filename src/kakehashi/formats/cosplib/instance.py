"""A workbook of nine sheets as a problem of the planner, and the objective that it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kakehashi.findings import Finding
from kakehashi.formats.cosplib.cells import Sheet
from kakehashi.formats.cosplib.faults import Faults
from kakehashi.formats.cosplib.hours import ALWAYS
from kakehashi.formats.cosplib.parameters import read_hours, read_objective
from kakehashi.formats.cosplib.penalties import read_penalties, read_similar
from kakehashi.formats.cosplib.submissions import MOST_SLOTS, SLOTS, Around, read_talks
from kakehashi.formats.cosplib.workbook import Table, read_tables
from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, InvalidProblem, Objective, Problem, Room, Track

_TRACKS_SESSIONS, _TRACKS_ROOMS = "tracks_sessions|penalty", "tracks_rooms|penalty"
_SIMILAR, _SESSIONS_ROOMS = "similar tracks", "sessions_rooms|penalty"
SHEETS = (
    "parameters",
    "submissions",
    "tracks",
    "sessions",
    "rooms",
    _TRACKS_SESSIONS,
    _TRACKS_ROOMS,
    _SIMILAR,
    _SESSIONS_ROOMS,
)
"""The sheets that a workbook must have; others are not looked at."""

_CHAIRS = 1
_SESSION_SLOTS, _START, _END = 1, 3, 4
"""Columns of `tracks` and of `sessions`."""


@dataclass(frozen=True)
class Instance:
    """What is to be planned, and what makes one timetable better than another."""

    problem: Problem
    objective: Objective


def read_instance(path: Path) -> Instance:
    """The instance that a workbook holds. Raises `Refused` with everything that is wrong in it."""
    faults = Faults(path)
    tables = read_tables(path, faults, SHEETS)
    sheets = _sheets(tables, faults)
    objective = read_objective(sheets["parameters"]) if sheets["parameters"].there else Objective.weighing({})
    problem = _problem(sheets, faults)
    faults.refuse()
    if problem is None:
        raise AssertionError("a problem that cannot be made has faults")
    return Instance(problem, objective)


def _sheets(tables: Mapping[str, Table], faults: Faults) -> Mapping[str, Sheet]:
    for name in SHEETS:
        if name not in tables:
            others = [other for other in tables if other not in SHEETS]
            faults.on_sheet("cosplib.no-sheet", name, value=name, nearest=faults.nearest(name, others))
    return {name: Sheet(tables.get(name, Table(name, ())), faults, there=name in tables) for name in SHEETS}


def _problem(sheets: Mapping[str, Sheet], faults: Faults) -> Problem | None:
    tracks, sessions, rooms = sheets["tracks"], sheets["sessions"], sheets["rooms"]
    hours = read_hours(sheets["parameters"]) if sheets["parameters"].there else ALWAYS
    in_blocks = read_penalties(sheets[_TRACKS_SESSIONS], tracks, sessions)
    in_rooms = read_penalties(sheets[_TRACKS_ROOMS], tracks, rooms)
    cells = read_penalties(sheets[_SESSIONS_ROOMS], sessions, rooms)
    blocks = tuple(
        Block(name, sessions.whole(row, _SESSION_SLOTS, least=1, most=MOST_SLOTS) or 1)
        for name, row in sessions.names.items()
    )
    talks = read_talks(sheets["submissions"], Around(tracks, sessions, rooms, hours, _times(sessions)))
    similar = read_similar(sheets[_SIMILAR], tracks)
    led = tuple(
        Track(name, tracks.people(row, _CHAIRS), FrozenMap(in_blocks[name]), FrozenMap(in_rooms[name]))
        for name, row in tracks.names.items()
    )
    # What contradicts itself is told of what could be read; of the rest it would only be guessed.
    if faults.sheets & {"submissions", "tracks", "sessions", "rooms"}:
        return None
    room_costs = {(block, room): cost for block, row in cells.items() for room, cost in row.items()}
    try:
        return Problem(blocks, tuple(map(Room, rooms.names)), led, talks, similar, room_costs)
    except InvalidProblem as invalid:
        for finding in invalid.findings:
            _locate(finding, sheets, faults)
        return None


def _times(sessions: Sheet) -> Mapping[str, tuple[int, int]]:
    """When each session starts and ends, in minutes since midnight; those alone that could be read."""
    times = {name: (sessions.minutes(row, _START), sessions.minutes(row, _END)) for name, row in sessions.names.items()}
    return {name: (start, end) for name, (start, end) in times.items() if start is not None and end is not None}


def _locate(finding: Finding, sheets: Mapping[str, Sheet], faults: Faults) -> None:
    """A contradiction that the planner found, with its row in the workbook."""
    kind, *rest = finding.place or ("sessions",)
    sheet, column = {"talks": ("submissions", SLOTS), "tracks": ("tracks", 0)}.get(
        str(kind), ("sessions", _SESSION_SLOTS)
    )
    row = sheets[sheet].names.get(str(rest[0]), 0) if rest else 0
    faults.add(finding, sheet, row, column)
