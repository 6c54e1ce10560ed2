"""A search for a timetable that does not end as it should: nothing of what it has found is lost."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGTERM, default_int_handler, getsignal, raise_signal
from typing import Any

import pytest
from tests.formats.workbooks import tea, write_sheets

from kakehashi.cli import run
from kakehashi.cli.interrupting import Interruption
from kakehashi.planner import Incumbent, Result, Solution, Status, solving

NOW = Incumbent(1.0, None, 0)


@pytest.fixture(autouse=True)
def conference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The conference about tea in the folder one is in, for somebody who reads English."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    write_sheets(tea(), tmp_path / "tea.xlsx")


def solve(capsys: pytest.CaptureFixture[str], out: str) -> tuple[int, list[str], Any]:
    """Status, codes and result of a search."""
    status = run(["timetable", "solve", "tea.xlsx", "--out", out, "--workers", "1", "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == status
    return status, [finding["code"] for finding in answer["findings"]], answer["result"]


@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("number", [SIGINT, SIGTERM])
def test_who_interrupts_a_search_gets_what_it_has_found(
    capsys: pytest.CaptureFixture[str], meanwhile: Callable[[Callable[[], object]], None], number: int
) -> None:
    meanwhile(lambda: raise_signal(number))
    status, codes, result = solve(capsys, "timetable.xlsx")
    assert (status, codes[0]) == (130, "command.interrupted")
    if result["objective"] is None:
        assert (codes[1:], Path("timetable.xlsx").exists()) == (["solve.none-found"], False)
    else:
        assert run(["verify", "timetable", "tea.xlsx", "timetable.xlsx"]) == 0


@pytest.mark.usefixtures("heeding")
def test_the_first_signal_is_a_wish_and_the_second_an_order() -> None:
    before = getsignal(SIGTERM)
    with Interruption() as interruption:
        assert not interruption.reached(NOW)
        raise_signal(SIGTERM)
        assert interruption.reached(NOW)
        with pytest.raises(KeyboardInterrupt):
            raise_signal(SIGINT)
    assert (getsignal(SIGINT), getsignal(SIGTERM)) == (default_int_handler, before)


def test_a_disk_that_fails_in_the_end_does_not_take_the_figures_along(
    capsys: pytest.CaptureFixture[str], meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    Path("drive").mkdir()
    meanwhile(lambda: shutil.rmtree("drive"))
    status, codes, result = solve(capsys, "drive/timetable.xlsx")
    assert (status, codes) == (3, ["cosplib.unwritable"])
    assert result["terms"]["split"] == {"weight": 1, "count": 0}


def test_when_nothing_was_found_in_time_the_older_file_stays(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("timetable.xlsx").write_bytes(b"older")
    nothing = Result(None, Status.UNKNOWN, None, 3, {}, (), 0, 1.5)
    monkeypatch.setattr(solving, "solve", lambda *_, **__: nothing)
    status, codes, result = solve(capsys, "timetable.xlsx")
    assert (status, codes, Path("timetable.xlsx").read_bytes()) == (3, ["solve.none-found"], b"older")
    assert {key: result[key] for key in ("status", "objective", "bound", "gap", "terms", "seconds")} == {
        "status": "unknown",
        "objective": None,
        "bound": 3,
        "gap": None,
        "terms": {},
        "seconds": 1.5,
    }


def test_no_timetable_that_is_not_sound_is_ever_written(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Result(Solution({}, {}), Status.FEASIBLE, 0, 0, {}, (), 0, 1.5)
    monkeypatch.setattr(solving, "solve", lambda *_, **__: wrong)
    with pytest.raises(AssertionError):
        run(["timetable", "solve", "tea.xlsx", "--out", "timetable.xlsx"])
    assert not Path("timetable.xlsx").exists()
