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
