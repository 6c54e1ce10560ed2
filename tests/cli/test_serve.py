"""What a reading of the folder gives to the person who previews it."""

import re
from pathlib import Path

import pytest

from kakehashi.cli import run
from kakehashi.cli.serve import announce, read_for_preview, telling_what_is_new


@pytest.fixture
def week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A first week, for somebody who reads English."""
    monkeypatch.setenv("LANGUAGE", "en")
    assert run(["init", str(tmp_path / "week")]) == 0
    return tmp_path / "week" / "week.yaml"


def test_a_week_without_errors_is_a_site_and_its_warnings(week: Path) -> None:
    reading = read_for_preview(week.parent)
    assert (reading.site is not None, reading.errors, reading.summary) == (True, [], "1 warning")
    assert [line.partition(": The week has no public address")[0] for line in reading.warnings] == [
        "week.yaml:4:1: warning"
    ]


def test_a_week_with_errors_is_no_site_and_tells_them_all(week: Path) -> None:
    week.write_text(week.read_text("utf-8") + "titel: x\nmotot: y\n", "utf-8")
    reading = read_for_preview(week.parent)
    assert (reading.site, len(reading.errors)) == (None, 2)


def test_many_warnings_of_a_kind_are_told_with_their_number(week: Path) -> None:
    week.write_text(week.read_text("utf-8").replace("languages: [en]", "languages: [en, ja]"), "utf-8")
    institutions = "".join(f"{slug}: {{name: Tea, zone: UTC}}\n" for slug in "abcdefg")
    (week.parent / "institutions.yaml").write_text("our-university: {name: Tea, zone: UTC}\n" + institutions, "utf-8")
    reading = read_for_preview(week.parent)
    missing = [line for line in reading.warnings if "text.missing" in line or "“ja”" in line]
    number = int(reading.summary.removesuffix(" warnings"))
    assert (len(missing), number > len(reading.warnings)) == (2, True)
    assert missing[1].startswith(f"    … {number - 2} more of this kind (text.missing)")


def test_a_folder_that_has_gone_is_an_error_until_it_is_back(week: Path) -> None:
    week.parent.rename(week.parents[1] / "elsewhere")
    reading = read_for_preview(week.parent)
    assert (reading.site, reading.warnings, len(reading.errors)) == (None, [], 1)
    assert reading.errors[0].startswith(f"error: {week.parent}: there is no such folder.")


def test_a_reading_is_in_the_language_of_the_person(week: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ja")
    reading = read_for_preview(week.parent)
    assert (reading.language, reading.summary, "警告" in reading.warnings[0]) == ("ja", "警告1件", True)


def test_the_terminal_tells_when_a_week_was_read_and_what_is_new(
    week: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read, told = telling_what_is_new(lambda: read_for_preview(week.parent)), []
    capsys.readouterr()
    for text in ("", "# moves what is below\n", "motot: y\n", ""):
        old = week.read_text("utf-8")
        week.write_text(text + old, "utf-8")
        read()
        week.write_text(old, "utf-8")
        told.append([re.sub("^[0-9:]{8}", "clock", line)[:40] for line in capsys.readouterr().out.splitlines()])
    assert told == [
        ["clock  0 errors and 1 warning", "  week.yaml:4:1: warning: The week has n"],
        ["clock  0 errors and 1 warning"],
        ["clock  1 error and 0 warnings", "  week.yaml:1:1: error: “motot” is not a"],
        ["clock  0 errors and 1 warning"],
    ]


def test_every_reading_is_another(week: Path) -> None:
    assert read_for_preview(week.parent).at < read_for_preview(week.parent).at


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/ja/"),
        ("localhost", "http://localhost:80/ja/"),
        ("::1", "http://[::1]:80/ja/"),
    ],
)
def test_an_address_is_told_as_a_browser_takes_it(
    address: str, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    announce(address, 80, ["ja/"])
    assert capsys.readouterr().out.splitlines() == [f"Open {told}", "Stop with Ctrl-C."]


@pytest.mark.parametrize(
    "framers", ["*", "www.example.ac.jp", "https://a.example; script-src *", "https://a.example/x"]
)
def test_who_may_frame_pages_is_told_by_origins(
    tmp_path: Path, framers: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert run(["serve", "--data", str(tmp_path), "--framers", framers]) == 2
    assert "is not the origin of a website. Write it as https://www.example.ac.jp" in capsys.readouterr().err
