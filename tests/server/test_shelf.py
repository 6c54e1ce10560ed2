"""The releases in a data folder, as they are at this moment."""

import shutil
from pathlib import Path

import pytest
from tests.server.releasing import STYLE, WEEK, pages, publish

from kakehashi.server.shelf import Shelf


def number(shelf: Shelf, week: str = WEEK) -> int | None:
    release = shelf.current(week)
    return release and release.number


def test_a_release_is_seen_as_soon_as_it_is_made(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    seen = [number(shelf)]
    for _ in range(3):
        publish(tmp_path, pages())
        seen += [number(shelf), number(shelf)]
    assert seen == [None, 1, 1, 2, 2, 3, 3]


def test_a_release_stays_open_while_nothing_changes(tmp_path: Path) -> None:
    publish(tmp_path, pages())
    shelf = Shelf(tmp_path)
    assert shelf.current(WEEK) is shelf.current(WEEK)


def test_a_release_whose_folder_is_replaced_is_opened_anew(tmp_path: Path) -> None:
    folder = publish(tmp_path, {**pages(), "changes.atom": b"<feed>Ada</feed>"})
    shelf = Shelf(tmp_path)
    before = shelf.current(WEEK)
    # As a redaction does it: the same number, other bytes.
    aside = folder.with_name("aside")
    shutil.copytree(folder, aside)
    (aside / "changes.atom").chmod(0o644)
    (aside / "changes.atom").write_bytes(b"<feed/>")
    folder.rename(folder.with_name("old"))
    aside.rename(folder)
    after = shelf.current(WEEK)
    assert before is not None
    assert after is not None
    assert (before.content("changes.atom"), after.content("changes.atom")) == (b"<feed>Ada</feed>", b"<feed/>")


@pytest.mark.parametrize("target", ["../tea-week/1", "/", "0", "01", "2", ".state", "1/ja", "-1"])
def test_current_names_a_release_by_its_number_or_nothing(tmp_path: Path, target: str) -> None:
    folder = publish(tmp_path, pages())
    (folder.parent / "current").unlink()
    (folder.parent / "current").symlink_to(target)
    assert number(Shelf(tmp_path)) is None


@pytest.mark.parametrize("slug", ["", ".", "..", "../keys", "TEA-WEEK", "tea-week/1", "tea\0week", "x" * 300, "\udcff"])
def test_what_is_no_slug_is_no_week(tmp_path: Path, slug: str) -> None:
    publish(tmp_path, pages())
    assert number(Shelf(tmp_path), slug) is None


def test_a_release_of_another_week_is_not_served_under_this_name(tmp_path: Path) -> None:
    publish(tmp_path, pages()).parent.rename(tmp_path / "releases" / "coffee-week")
    assert number(Shelf(tmp_path), "coffee-week") is None


def test_a_release_that_cannot_be_read_is_asked_for_again(tmp_path: Path) -> None:
    record = publish(tmp_path, pages()) / "release.json"
    content = record.read_bytes()
    record.chmod(0o644)
    record.write_bytes(b"")
    shelf = Shelf(tmp_path)
    assert number(shelf) is None
    record.write_bytes(content)
    assert number(shelf) == 1


def test_weeks_without_a_release_are_not_listed(tmp_path: Path) -> None:
    assert Shelf(tmp_path).weeks() == []
    publish(tmp_path, pages())
    publish(tmp_path, pages(), "coffee-week")
    (tmp_path / "releases" / "water-week").mkdir()
    (tmp_path / "releases" / "readme.txt").touch()
    assert Shelf(tmp_path).weeks() == ["coffee-week", "tea-week"]


def test_earlier_releases_are_asked_for_a_file_the_latest_first(tmp_path: Path) -> None:
    publish(tmp_path, pages())
    publish(tmp_path, pages())
    publish(tmp_path, {"index.html": b"no style"})
    shelf = Shelf(tmp_path)
    release = shelf.current(WEEK)
    assert release is not None
    assert [earlier.number for earlier in shelf.earlier(release, STYLE)] == [2, 1]
    assert [earlier.number for earlier in shelf.earlier(release, "../1/" + STYLE)] == []


def test_a_data_folder_that_goes_away_has_no_weeks(tmp_path: Path) -> None:
    publish(tmp_path / "data", pages())
    shelf = Shelf(tmp_path / "data")
    release = shelf.current(WEEK)
    assert release is not None
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    assert (number(shelf), shelf.weeks(), list(shelf.earlier(release, STYLE))) == (None, [], [])
