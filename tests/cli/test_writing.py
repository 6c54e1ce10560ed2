"""A built site on the disk: all of it, or what was there before."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kakehashi.cli import run
from kakehashi.cli.writing import MARKER, write_site
from kakehashi.findings import Refused
from kakehashi.site import SiteFile

FILES = [SiteFile("index.html", b"new"), SiteFile("ja/index.html", b"ja")]


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_its_files_its_media_and_our_marker(tmp_path: Path) -> None:
    (tmp_path / "clip.webm").write_bytes(b"film")
    assert write_site(FILES, {"clip.webm": tmp_path / "clip.webm"}, tmp_path / "site") == 3
    assert content(tmp_path / "site") == {
        "index.html": b"new",
        "ja/index.html": b"ja",
        "media/clip.webm": b"film",
        MARKER: b"format 1\n",
    }


def test_an_older_build_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site([SiteFile("gone.html", b"old")], {}, target)
    write_site(FILES, {}, target)
    assert set(content(target)) == {"index.html", "ja/index.html", MARKER}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_crash_in_the_middle_leaves_the_older_build_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site(FILES, {}, target)
    before = content(target)

    def crashing() -> Iterator[SiteFile]:
        yield SiteFile("index.html", b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_site(crashing(), {}, target)
    assert content(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_with_someones_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(Refused) as refused:
        write_site(FILES, {}, tmp_path)
    assert [finding.code for finding in refused.value.findings] == ["build.not-ours"]
    assert content(tmp_path) == {"thesis.doc": b"years of work"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert write_site(FILES, {}, tmp_path / "site") == 2


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_target_that_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "site"
    if kind == "file":
        target.write_text("")
    else:
        target.symlink_to(tmp_path)
    with pytest.raises(Refused) as refused:
        write_site(FILES, {}, target)
    assert refused.value.findings[0].code == "build.not-a-folder"


def test_a_disk_that_takes_nothing_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as refused:
        write_site(FILES, {}, tmp_path / "file" / "site")
    assert refused.value.findings[0].code == "build.disk"
    assert refused.value.findings[0].values["reason"] == os.strerror(errno.EEXIST)


def test_a_name_too_long_for_the_disk_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_site(FILES, {}, tmp_path / ("a" * 300))
    assert refused.value.findings[0].values["reason"] == os.strerror(errno.ENAMETOOLONG)


def test_the_folder_one_is_in_may_be_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    assert write_site(FILES, {}, Path()) == 2


@pytest.mark.parametrize("below", ["", "week"])
def test_a_build_never_takes_away_the_week_that_it_is_made_from(tmp_path: Path, below: str) -> None:
    site = tmp_path / "site"
    write_site(FILES, {}, site)
    assert run(["init", str(tmp_path / "week")]) == 0
    shutil.copytree(tmp_path / "week", site / below, dirs_exist_ok=True)
    assert run(["build", str(site / below), "--to", str(site)]) == 2
    assert (site / below / "week.yaml").is_file()
