"""What is said of releases that are not there, or are damaged."""

from pathlib import Path

import pytest
from tests.releases.making import released

from kakehashi.cli import run
from kakehashi.cli.terminal import Exit
from kakehashi.releases import Store


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one release of a week."""
    released(Store(tmp_path / "releases" / "tea-week"))
    return tmp_path


@pytest.mark.parametrize("week", [".", "..", "tea", "tea-week/..", "tea-week/1"])
def test_only_a_week_of_the_data_folder_has_releases(data: Path, week: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["releases", "list", week, "--data", str(data)]) == Exit.BAD_INPUT
    assert capsys.readouterr().err.startswith(f"error: Nothing has been released of “{week}”")


def test_a_week_of_which_a_release_failed_was_not_released(data: Path) -> None:
    (data / "releases" / "coffee-week").mkdir()
    assert run(["releases", "list", "coffee-week", "--data", str(data)]) == Exit.BAD_INPUT


def test_a_damaged_account_of_redactions_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = data / "releases" / "tea-week" / "1" / "redactions.json"
    place.write_bytes(b"{}")
    assert run(["releases", "list", "tea-week", "--data", str(data)]) == Exit.BAD_INPUT
    assert str(place) in capsys.readouterr().err
