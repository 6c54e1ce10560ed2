"""What is wrong with a workbook is told with its cell, all of it at once."""

import struct
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.formats.workbooks import Sheets, tea, write_sheets

from kakehashi.findings import Finding, Refused, Severity, Source
from kakehashi.formats.cosplib import read_instance
from kakehashi.formats.cosplib.faults import MOST_TOLD

NEW_YEAR = datetime(2027, 1, 1)  # noqa: DTZ001 - cells have no zones


def faults_of(path: Path) -> tuple[Finding, ...]:
    """What reading a workbook finds to be wrong."""
    with pytest.raises(Refused) as refused:
        read_instance(path)
    return refused.value.findings


def faults_in(sheets: Sheets, folder: Path) -> list[tuple[Any, ...]]:
    """The same of one with these sheets: code, place and values, without the names that place and cell repeat."""
    found = faults_of(write_sheets(sheets, folder / "tea.xlsx"))
    hidden = ("cell", "sheet", "nearest")
    return [
        (one.code, "!".join(map(str, one.place)), *(it for key, it in one.values.items() if key not in hidden))
        for one in found
    ]


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        ("parameters!1!1", "Asia/Tokyo", ("cosplib.not-a-zone", "parameters!B2", "Asia/Tokyo")),
        ("parameters!1!1", None, ("cosplib.no-zone", "parameters!B2")),
        ("parameters!3!1", "9 o'clock", ("cosplib.not-a-time", "parameters!B4", "9 o'clock")),
        ("parameters!3!1", "24:00", ("cosplib.not-a-time", "parameters!B4", "24:00")),
        ("parameters!8!1", None, ("cosplib.no-number", "parameters!B9")),
        ("parameters!2!4", "much", ("cosplib.not-whole", "parameters!E3", "much")),
        ("parameters!2!4", True, ("cosplib.not-whole", "parameters!E3", True)),
        ("parameters!2!4", 10**10, ("cosplib.out-of-range", "parameters!E3", 10**10, "-10000000", "10000000")),
        ("submissions!0!1", "track", ("cosplib.wrong-header", "submissions!B1", "track", "Track")),
        ("submissions!0!8", "am", ("cosplib.name-twice", "submissions!I1", "am", "H1")),
        ("submissions!0!9", None, ("cosplib.no-header", "submissions!J1")),
        ("submissions!2!0", None, ("cosplib.no-name", "submissions!A3")),
        ("submissions!2!0", "leaves", ("cosplib.name-twice", "submissions!A3", "leaves", "A2")),
        ("submissions!2!0", "#REF!", ("cosplib.error-value", "submissions!A3", "#REF!")),
        ("submissions!2!0", time(9), ("cosplib.date-for-name", "submissions!A3", "09:00")),
        ("submissions!2!1", "tea", ("cosplib.unknown-name", "submissions!B3", "tea")),
        ("submissions!2!1", None, ("cosplib.no-track", "submissions!B3", "water")),
        ("submissions!2!2", 0, ("cosplib.out-of-range", "submissions!C3", 0, "1", "1000")),
        ("submissions!2!2", 1.5, ("cosplib.not-whole", "submissions!C3", 1.5)),
        ("submissions!2!3", -1, ("cosplib.out-of-range", "submissions!D3", -1, "0", "10000000")),
        ("submissions!1!5", "Ada, , Bo", ("cosplib.no-person", "submissions!F2", "Ada, , Bo")),
        ("submissions!1!7", "never", ("cosplib.not-whole", "submissions!H2", "never")),
        ("sessions!1!1", NEW_YEAR, ("cosplib.not-whole", "sessions!B2", NEW_YEAR)),
        ("sessions!1!3", 0.4, ("cosplib.not-a-time", "sessions!D2", 0.4)),
        ("tracks_rooms|penalty!0!0", "Tracks", ("cosplib.corner", "tracks_rooms|penalty!A1", "Tracks")),
    ],
)
def test_a_wrong_cell_is_told_with_what_stands_there(
    tmp_path: Path, place: str, value: object, fault: tuple[Any, ...]
) -> None:
    sheets = tea()
    sheet, row, column = place.split("!")
    sheets[sheet][int(row)][int(column)] = value
    assert fault in faults_in(sheets, tmp_path)


def test_a_finding_leads_to_row_and_column_and_to_the_nearest_name(tmp_path: Path) -> None:
    sheets = tea()
    sheets["submissions"][1][1] = "tea"
    path = write_sheets(sheets, tmp_path / "tea.xlsx")
    values = {"cell": "B2", "value": "tea", "sheet": "tracks", "nearest": "tea "}
    source = Source(f"{path}!submissions", 2, 2)
    assert faults_of(path) == (Finding("cosplib.unknown-name", ("submissions", "B2"), values, source=source),)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    sheets = tea()
    sheets["parameters"][1][4] = "x"
    sheets["rooms"][2][0] = "cellar"
    sheets["tracks"].append(["biscuits", None])
    del sheets["similar tracks"]
    assert faults_in(sheets, tmp_path) == [
        ("cosplib.no-sheet", "similar tracks", "similar tracks"),
        ("cosplib.not-whole", "parameters!E2", "x"),
        ("cosplib.names-missing", "tracks_sessions|penalty", ("biscuits",), "tracks"),
        ("cosplib.unknown-name", "tracks_rooms|penalty!C1", "attic"),
        ("cosplib.names-missing", "tracks_rooms|penalty", ("cellar",), "rooms"),
        ("cosplib.names-missing", "tracks_rooms|penalty", ("biscuits",), "tracks"),
        ("cosplib.unknown-name", "sessions_rooms|penalty!C1", "attic"),
        ("cosplib.names-missing", "sessions_rooms|penalty", ("cellar",), "rooms"),
        ("cosplib.unknown-name", "submissions!K1", "attic"),
        ("cosplib.names-missing", "submissions", ("cellar",), "rooms"),
        ("cosplib.track-without-talks", "tracks!A4", "biscuits"),
    ]


def test_a_sheet_that_is_missing_is_not_blamed_on_its_names(tmp_path: Path) -> None:
    sheets = tea()
    sheets["track"] = sheets.pop("tracks")
    path = write_sheets(sheets, tmp_path / "tea.xlsx")
    assert [(one.code, one.values["value"], one.values["nearest"]) for one in faults_of(path)] == [
        ("cosplib.no-sheet", "tracks", "track")
    ]


def test_a_contradiction_is_told_at_its_talk(tmp_path: Path) -> None:
    sheets = tea()
    sheets["submissions"][1][2] = 3
    sheets["submissions"][3][2] = 2
    path = write_sheets(sheets, tmp_path / "tea.xlsx")
    too_long = Finding("problem.talk-too-long", ("talks", "leaves"), {"value": 3, "expected": 2})
    assert faults_of(path) == (too_long.at(Source(f"{path}!submissions", 2, 3)),)
    sheets["rooms"].pop()
    sheets["tracks_rooms|penalty"] = [row[:2] for row in sheets["tracks_rooms|penalty"]]
    sheets["sessions_rooms|penalty"] = [row[:2] for row in sheets["sessions_rooms|penalty"]]
    sheets["submissions"] = [row[:10] for row in sheets["submissions"]]
    few = Finding("problem.too-few-slots", (), {"value": 4, "expected": 7})
    path = write_sheets(sheets, tmp_path / "tea.xlsx")
    assert faults_of(path)[-1] == few.at(Source(f"{path}!sessions", 1, 2))


def test_beyond_a_hundred_faults_only_their_number_is_told(tmp_path: Path) -> None:
    sheets = tea()
    sheets["submissions"] += [[f"talk {number}", "coffee", 1, 0, "GMT+9"] for number in range(150)]
    path = write_sheets(sheets, tmp_path / "tea.xlsx")
    found = faults_of(path)
    more = Finding("cosplib.more", values={"value": str(path), "count": 50}, severity=Severity.NOTE)
    assert (len(found), found[-1]) == (MOST_TOLD + 1, more)


def test_a_formula_that_nobody_has_computed_is_no_blank_cell(tmp_path: Path) -> None:
    sheets = tea()
    sheets["submissions"][1][7] = "=1+1"
    assert faults_in(sheets, tmp_path) == [("cosplib.uncomputed", "submissions!H2")]


def code_of(path: Path) -> str:
    """The code of the one fault of a file."""
    (fault,) = faults_of(path)
    assert fault.values["value"] == str(path)
    return fault.code


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file.xlsx"
    assert (code_of(file), code_of(tmp_path)) == ("cosplib.no-file", "cosplib.a-folder")
    for content in (b"", b"a,b\n1,2\n", b"PK\x03\x04 and so on"):
        file.write_bytes(content)
        assert code_of(file) == "cosplib.not-a-workbook"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert code_of(file) == "cosplib.locked"
    with ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert code_of(file) == "cosplib.not-a-workbook"


def test_a_workbook_whose_bytes_were_damaged_is_refused(tmp_path: Path) -> None:
    path = write_sheets(tea(), tmp_path / "tea.xlsx")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert code_of(path) == "cosplib.not-a-workbook"
    path.write_bytes(content.replace(b"xl/workbook.xml", b"xl/workbooc.xml"))
    assert code_of(path) == "cosplib.not-a-workbook"


def test_a_workbook_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"")
    content = path.read_bytes()
    # Its directory says four gigabytes, as that of a bomb does.
    at = content.index(b"PK\x01\x02")
    path.write_bytes(content[: at + 24] + struct.pack("<I", 4_000_000_000) + content[at + 28 :])
    assert code_of(path) == "cosplib.too-large"


def patched(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Replaces bytes within a part of a workbook."""
    with ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)


def test_a_cell_at_the_end_of_the_world_is_not_walked_to(tmp_path: Path) -> None:
    path = write_sheets(tea(), tmp_path / "tea.xlsx")
    patched(path, "xl/worksheets/sheet5.xml", b'r="A3"', b'r="ZZZZZZ3"')
    assert code_of(path) == "cosplib.too-large"
    path = write_sheets(tea(), tmp_path / "tea.xlsx")
    patched(path, "xl/worksheets/sheet5.xml", b'<row r="3"', b'<row r="999999999"')
    assert "cosplib.too-many-cells" in [fault.code for fault in faults_of(path)]
