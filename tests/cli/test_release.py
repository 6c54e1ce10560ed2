"""What the key of an installation is, and that another never takes its place unseen."""

import shutil
from pathlib import Path

import pytest

from kakehashi.cli import run
from kakehashi.cli.terminal import Exit

WEEK = "slug: tea-week\ntitle: Tea week\nlanguages: [en]\nzone: UTC\ndays: [2021-09-29]\n"


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """The folder of a week."""
    folder = tmp_path / "week"
    folder.mkdir()
    (folder / "week.yaml").write_text(WEEK)
    return folder


def test_a_key_that_is_lost_is_not_replaced_by_another(
    week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    arguments = ["release", str(week), "--data", str(data), "--no-search", "--again"]
    assert run(arguments) == Exit.DONE
    key = data / "keys" / "release.pem"
    shutil.move(key, tmp_path / "kept.pem")
    capsys.readouterr()
    assert run(arguments) == Exit.BAD_INPUT
    assert str(key) in capsys.readouterr().err
    assert not key.exists()
    assert run([*arguments, "--old-key", str(tmp_path / "kept.pem")]) == Exit.DONE
    key.unlink()
    assert run([*arguments, "--old-key-lost"]) == Exit.DONE
    assert run(["verify", "release", str(data / "releases" / "tea-week")]) == Exit.DONE


def test_who_was_taken_out_under_a_former_key_stays_out_until_that_is_lifted(week: Path, tmp_path: Path) -> None:
    (week / "people.yaml").write_text("ada:\n  names:\n    en: Ada Moss\n")
    (week / "symposia").mkdir()
    (week / "symposia" / "tea.yaml").write_text("title: Tea\nchairs: [ada]\n")
    to = ["--data", str(tmp_path / "data")]
    again = ["release", str(week), *to, "--no-search", "--again"]
    assert run(again) == Exit.DONE
    assert run(["releases", "redact", "tea-week", "ada", "--yes", *to]) == Exit.DONE
    shutil.move(tmp_path / "data" / "keys" / "release.pem", tmp_path / "old.pem")
    assert run([*again, "--old-key", str(tmp_path / "old.pem")]) == Exit.BAD_INPUT
    assert run(["releases", "redact", "tea-week", "Ada Moss", "--lift", *to]) == Exit.DONE
    assert run(again) == Exit.DONE


def test_a_week_that_began_without_a_title_is_released_under_the_name_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "my-week"]) == Exit.DONE
    assert run(["release", "my-week", "--no-search"]) == Exit.DONE
    assert run(["verify", "release", "data/releases/my-week/current"]) == Exit.DONE


def test_a_week_that_is_checked_while_its_files_are_made_is_refused_for_its_own_faults_alone(
    week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    arguments = ["release", str(week), "--data", str(data), "--no-search"]
    assert run(arguments) == Exit.DONE
    # Nobody can be shown who is not there: whatever comes of it, the reason is told and not what follows from it.
    (week / "symposia").mkdir()
    (week / "symposia" / "tea.yaml").write_text("title: Tea\nchairs: [nobody]\n")
    capsys.readouterr()
    assert run(arguments) == Exit.BAD_INPUT
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":2:10: error: ")[0] for line in told if "error" in line] == ["symposia/tea.yaml"]
    assert (data / "releases" / "tea-week" / "current").readlink() == Path("1")
