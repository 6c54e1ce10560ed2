"""Workbooks made for tests: written down as text, or as rows by sheet."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Sheets = dict[str, list[list[Any]]]


def tea() -> Sheets:
    """A conference about tea: two tracks, two sessions of two slots, two rooms, four talks of five slots."""
    weights = [100, 10, 1, 5, 2, 3, 4, 6, 7, 8, 9, 50, 0, 20, -1, 30]
    parameters = [["Sessions", None, None, "Weights", None], *([None] * 5 for _ in range(16))]
    for row, value in {1: "GMT+9", 3: "09:00", 4: "18:00", 6: "07:00", 7: "21:00", 8: 1, 10: 10}.items():
        parameters[row][1] = value
    for row, weight in enumerate(weights, start=1):
        parameters[row][4] = weight
    people = ["Presenters", "Attendees"]
    return {
        "parameters": parameters,
        "submissions": [
            ["Reference", "Track", "Required Timeslots", "Order", "Time Zone", *people, "am", "pm", "hall", "attic"],
            ["leaves", "tea ", 2, 1, "GMT+9", "Ada, Bo", "Cleo", None, 7, None, None],
            ["water", "tea ", 1, 2, "GMT+3", None, None, None, None, None, 4],
            ["crumbs", "cake", 1, None, "GMT+9", "Cleo", None, None, None, None, None],
            ["icing", "cake", 1, 0, "GMT-8", "Di", "Ada, Bo", 3, None, None, None],
        ],
        "tracks": [["Tracks", "Chairs"], ["tea ", "Eve"], ["cake", None]],
        "sessions": [
            ["Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"],
            ["am", 2, None, "09:30", "10:30"],
            ["pm", 2, None, "15:00", "16:00"],
        ],
        "rooms": [["Rooms"], ["hall"], ["attic"]],
        "tracks_sessions|penalty": [[None, "pm", "am"], ["tea ", 5, None], ["cake", None, 6]],
        "tracks_rooms|penalty": [[None, "hall", "attic"], ["cake", None, 2], ["tea ", None, None]],
        "similar tracks": [[None, "cake", "tea "], ["tea ", 99, 9], ["cake", 99, 99]],
        "sessions_rooms|penalty": [[None, "hall", "attic"], ["am", None, 1], ["pm", None, None]],
    }


def write_sheets(sheets: Mapping[str, Sequence[Sequence[Any]]], path: Path) -> Path:
    """A workbook with these rows, in the order of the mapping; returns its path."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def sheets_of(text: str) -> Sheets:
    """The sheets that a text describes: a line `[name]` begins one, other lines are its rows, cells parted by ` | `.

    What reads as a whole number is one.
    """
    sheets: Sheets = {}
    for line in text.splitlines():
        if named := re.fullmatch(r"\[(.+)\]", line):
            rows = sheets[named[1]] = []
        elif sheets:
            rows.append([_cell(cell.strip()) for cell in line.split(" |")])
    return sheets


def _cell(text: str) -> Any:
    if re.fullmatch("-?[0-9]+", text):
        return int(text)
    return text or None
