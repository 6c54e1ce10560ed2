"""An interruption leaves the last good state, or one that is completed."""

from pathlib import Path

import pytest

from kakehashi.folder import dump, load
from kakehashi.folder.writing import replace_files
from kakehashi.week import Week

BEFORE, AFTER = (
    Week.model_validate(
        {"slug": slug, "title": {"en": slug}, "languages": ["en"], "zone": "UTC", "days": ["2021-09-29"]}
    )
    for slug in ("before", "after")
)


class PowerCut(Exception):
    """The machine stops here."""


def stop(*_: object, **__: object) -> None:
    """Stands in for the step at which the machine stops."""
    raise PowerCut


def test_stopped_before_all_is_written_aside_nothing_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump(BEFORE, tmp_path)
    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(Path, "rename", stop)
        dump(AFTER, tmp_path)
    assert load(tmp_path).week == BEFORE


def test_stopped_after_that_reading_completes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dump(BEFORE, tmp_path)
    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(Path, "replace", stop)
        dump(AFTER, tmp_path)
    assert load(tmp_path).week == AFTER
    assert sorted(path.name for path in tmp_path.iterdir()) == [".schemas", "week.yaml"]


def test_files_of_a_week_that_are_needed_no_more_go_and_others_stay(tmp_path: Path) -> None:
    kept = {"private.yaml": "{}\n", "README.md": "mine\n", "media/a.txt": "mine\n"}
    gone = {"people.yaml": "{}\n", "symposia/old.yaml": "title: Old\n", "abstracts/a.en.md": "Old.\n"}
    replace_files(tmp_path, kept | gone, gone=lambda name: False)
    dump(BEFORE, tmp_path)
    assert [name for name in (*kept, *gone) if (tmp_path / name).exists()] == list(kept)


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    """A stranger's folder that pretends to have been interrupted, beside a file of one's own: `mine.txt`."""
    (tmp_path / "mine.txt").write_text("mine")
    dump(BEFORE, tmp_path / "theirs")
    decided = tmp_path / "theirs" / ".kakehashi-decided"
    (decided / "files" / "near").mkdir(parents=True)
    (decided / "gone").write_text("")
    return decided


def refused(decided: Path) -> bool:
    """Whether the folder is refused, and all that is one's own still stands, alone."""
    codes = [finding.code for finding in load(decided.parent).findings]
    return codes == ["shape.unfinished"] and sorted(path.name for path in decided.parents[1].iterdir()) == [
        "mine.txt",
        "theirs",
    ]


@pytest.mark.parametrize("name", ["../mine.txt", "near/../../mine.txt", "/mine.txt", "..", ".git/config"])
def test_a_strangers_folder_removes_nothing_outside_it(decided: Path, name: str) -> None:
    (decided / "gone").write_text(name if name != "/mine.txt" else str(decided.parents[1] / "mine.txt"))
    assert refused(decided)


def test_a_strangers_folder_takes_nothing_from_outside(decided: Path) -> None:
    (decided / "files" / "near" / "outside").symlink_to(decided.parents[1])
    assert refused(decided)


def test_a_strangers_folder_writes_nothing_outside_it(decided: Path) -> None:
    (decided.parent / "near").symlink_to(decided.parents[1])
    (decided / "files" / "near" / "theirs.txt").write_text("theirs")
    assert refused(decided)


def test_what_was_decided_is_not_read_through_a_link(decided: Path) -> None:
    decided.rename(decided.parent / "elsewhere")
    decided.symlink_to("elsewhere")
    assert refused(decided)


def test_files_are_not_put_aside_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / ".kakehashi-begun").symlink_to(tmp_path / "mine")
    dump(BEFORE, tmp_path / "theirs")
    assert list((tmp_path / "mine").iterdir()) == []
    assert load(tmp_path / "theirs").week == BEFORE
