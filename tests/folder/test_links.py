"""Links within a folder: an abstract may be written once and lie in two places."""

import os
from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.folder import files, load


@pytest.mark.parametrize("target", ["a.en.md", "../media/a.md", "../drafts/a.md"])
def test_a_link_that_stays_in_the_folder_is_read(tmp_path: Path, target: str) -> None:
    texts = {"abstracts/a.en.md": "Shade.", "media/a.md": "Shade.", "drafts/a.md": "Shade."}
    folder = write(tmp_path, texts | {"week.yaml": "items: {a: {kind: talk}}"})
    (folder / "abstracts" / "a.ja.md").symlink_to(target)
    week = load(folder).week
    assert week is not None
    assert dict(week.items["a"].abstract) == {"en": "Shade.", "ja": "Shade."}


def test_a_file_that_becomes_a_link_while_it_is_read_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, {"people.yaml": "ada: {names: Ada}", "private.yaml": "{}"})
    opens = os.open

    def swapped(path: str, flags: int) -> int:
        if str(path).endswith("people.yaml"):
            Path(path).unlink()
            Path(path).symlink_to("private.yaml")
        return opens(path, flags)

    monkeypatch.setattr(files.os, "open", swapped)
    assert [(finding.code, finding.values["file"]) for finding in load(folder).findings] == [
        ("shape.unreadable", "people.yaml")
    ]
