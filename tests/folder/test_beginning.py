"""A first week of one's own is valid, small, and in the languages asked for."""

from datetime import date
from pathlib import Path

import pytest

from kakehashi.findings import Refused, errors
from kakehashi.folder import load, new_folder, reference
from kakehashi.week import check

DAYS = [date(2027, 5, 10), date(2027, 5, 11)]


@pytest.mark.parametrize("languages", [["ja", "en", "ru"], ["de", "en", "es"], ["vi"], ["fr"]])
def test_a_first_week_has_no_error(tmp_path: Path, languages: list[str]) -> None:
    new_folder(tmp_path, title="Tea: 'week'", languages=languages, zone="Asia/Tokyo", days=DAYS)
    loaded = load(tmp_path)
    assert loaded.findings == () and loaded.week is not None
    assert errors(check(loaded.week, today=date(2027, 1, 1))) == ()
    assert loaded.week.slug == "tea-week-2027"


def test_its_texts_stand_in_every_language_asked_for(tmp_path: Path) -> None:
    new_folder(tmp_path, title="週間", languages=["ja", "ru"], zone="Asia/Tokyo", days=DAYS[:1])
    week = load(tmp_path).week
    assert week is not None and dict(week.sessions["opening"].title) == {"ja": "開会式", "ru": "Открытие"}


def test_private_data_is_kept_from_version_control(tmp_path: Path) -> None:
    new_folder(tmp_path, title="A", languages=["en"], zone="UTC", days=DAYS)
    assert "private.yaml" in (tmp_path / ".gitignore").read_text().splitlines()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(Refused) as refused:
        new_folder(tmp_path, title="A", languages=["en"], zone="UTC", days=DAYS)
    assert [finding.code for finding in refused.value.findings] == ["init.not-empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_cannot_be_used_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        new_folder(tmp_path / "new", title=" ", languages=["en", "EN"], zone="Berlin", days=DAYS)
    values = [(finding.values["option"], finding.values["nearest"]) for finding in refused.value.findings]
    assert values == [("--languages", None), ("--zone", "Europe/Berlin"), ("--title", None)]
    assert not (tmp_path / "new").exists()


def test_the_example_of_the_reference_is_a_valid_folder() -> None:
    example = Path("src/kakehashi/folder/example")
    loaded = load(example)
    assert loaded.findings == () and loaded.week is not None and loaded.private is not None
    assert errors(check(loaded.week, private=loaded.private, today=date(2027, 1, 1))) == ()


def test_the_reference_has_every_file_s_chapter() -> None:
    chapters = [line.strip("# `") for line in reference().splitlines() if line.startswith("## `")]
    assert chapters == [
        *("week.yaml", "institutions.yaml", "people.yaml", "programmes.yaml", "symposia/<slug>.yaml"),
        *("agreements.yaml", "association.yaml", "recordings.yaml", "report.yaml", "private.yaml"),
    ]
