"""A file of numbers for a search: taken, or refused with the line of each fault."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.formats.workbooks import tea, write_sheets

from kakehashi.cli import run
from kakehashi.cli.parameters import parameters_of
from kakehashi.findings import Refused
from kakehashi.planner import Parameters, Result, solving

WRONG = """\
# For our large weeks.
step_share = 0.5
fair_share = 7
[searching]
"""


def faults(file: Path) -> list[tuple[str, int, int]]:
    with pytest.raises(Refused) as refused:
        parameters_of(file)
    return [(one.code, one.source.line, one.source.column) for one in refused.value.findings if one.source]


def test_numbers_are_read_and_without_a_file_they_are_as_usual(tmp_path: Path) -> None:
    file = tmp_path / "numbers.toml"
    file.write_text("fair_share = 0.6\n", "utf-8")
    assert parameters_of(file) == Parameters(fair_share=0.6)
    assert parameters_of(None) == Parameters()


def test_each_fault_has_its_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "numbers.toml"
    file.write_text(WRONG, "utf-8")
    assert faults(file) == [("parameters.no-number", 3, 1), ("parameters.unknown", 4, 2)]
    file.write_text("fair_share = 0.5\nstep_share 0.5\n", "utf-8")
    assert faults(file) == [("parameters.not-toml", 2, 12)]


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("none.toml", "picture.toml"):
        with pytest.raises(Refused) as refused:
            parameters_of(tmp_path / name)
        assert [one.code for one in refused.value.findings] == ["parameters.unreadable"]


@pytest.mark.parametrize("command", [["plan", "."], ["timetable", "solve", "tea.xlsx", "--out", "timetable.xlsx"]])
def test_with_wrong_numbers_nothing_is_searched(
    command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "numbers.toml").write_text(WRONG, "utf-8")
    assert run([*command, "--parameters", "numbers.toml", "--json"]) == 2
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["file"], one["line"], one["code"]) for one in told] == [
        ("numbers.toml", 3, "parameters.no-number"),
        ("numbers.toml", 4, "parameters.unknown"),
    ]


def test_the_numbers_of_the_file_are_those_of_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_sheets(tea(), tmp_path / "tea.xlsx")
    (tmp_path / "numbers.toml").write_text("exact_alone = 0\n", "utf-8")
    search, heard = solving.solve, list[Any]()

    def listening(*arguments: Any, **options: Any) -> Result:
        heard.append(options["parameters"])
        return search(*arguments, **options)

    monkeypatch.setattr(solving, "solve", listening)
    solve = ["timetable", "solve", "tea.xlsx", "--out", "timetable.xlsx", "--workers", "1"]
    assert run([*solve, "--parameters", "numbers.toml"]) == 0
    assert heard == [Parameters(exact_alone=0)]
