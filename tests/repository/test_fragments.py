"""Changelog fragments are found well formed or not."""

from pathlib import Path

from tools.fragments import misshapen


def test_one_sentence_under_a_proper_name_is_well_formed(tmp_path: Path) -> None:
    (tmp_path / "changelog.d").mkdir()
    (tmp_path / "changelog.d" / "3-first-week.added.md").write_text("A week can be shown.\n")
    (tmp_path / "changelog.d" / "README.md").write_text("Not a fragment")
    assert list(misshapen(tmp_path)) == []


def test_each_fault_of_a_fragment_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "changelog.d"
    folder.mkdir()
    (folder / "3-word.improved.md").write_text("A week can be shown.\n")
    (folder / "4-two-lines.added.md").write_text("A week can be shown.\nAnd kept.\n")
    (folder / "5-no-stop.added.md").write_text("A week can be shown\n")
    (folder / "6-long.added.md").write_text("A very " + "long " * 60 + "sentence.\n")
    assert list(misshapen(tmp_path)) == [
        "changelog.d/3-word.improved.md: not named <issue>-<word>.<added|changed|fixed|removed|security>.md",
        "changelog.d/4-two-lines.added.md: not one sentence on one line",
        "changelog.d/5-no-stop.added.md: not one sentence on one line",
        "changelog.d/6-long.added.md: longer than 240 characters",
    ]
