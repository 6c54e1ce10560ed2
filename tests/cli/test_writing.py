"""A built site on the disk: all of it, or what was there before."""

import errno
import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kakehashi.cli import run
from kakehashi.cli.replacing import MARKER
from kakehashi.cli.writing import write_site
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
        MARKER: b"format 2\nindex.html\nja\nmedia\n",
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


def test_what_others_put_beside_an_older_build_stays(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site([SiteFile("index.html", b"old"), SiteFile("fr/index.html", b"fr")], {}, target)
    (target / ".git" / "objects").mkdir(parents=True)
    (target / ".git" / "HEAD").write_bytes(b"main")
    (target / "CNAME").write_bytes(b"week.example")
    (target / ".nojekyll").symlink_to("nowhere")
    write_site(FILES, {}, target)
    assert {path.name for path in target.iterdir()} == {"index.html", "ja", ".git", "CNAME", ".nojekyll", MARKER}
    assert content(target)[".git/HEAD"] == b"main"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_somebodys_folder_under_a_name_of_the_new_site_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site([SiteFile("index.html", b"old")], {}, target)
    (target / "ja").mkdir()
    (target / "ja" / "poem.txt").write_bytes(b"by hand")
    with pytest.raises(Refused) as refused:
        write_site(FILES, {}, target)
    (finding,) = refused.value.findings
    assert (finding.code, finding.values["value"]) == ("build.in-the-way", ("ja",))
    assert content(target)["ja/poem.txt"] == b"by hand"
    assert content(target)["index.html"] == b"old"


def test_a_build_that_did_not_yet_tell_its_names_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site([SiteFile("fr/index.html", b"fr")], {}, target)
    (target / MARKER).write_text("format 1\n")
    write_site(FILES, {}, target)
    assert {path.name for path in target.iterdir()} == {"index.html", "ja", MARKER}


@pytest.fixture
def short_disk() -> Iterator[None]:
    """A system that takes no more than four kilobytes of a file, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("short_disk")
def test_a_disk_that_is_full_in_the_middle_leaves_the_older_build(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_site(FILES, {}, target)
    before = content(target)
    with pytest.raises(Refused) as refused:
        write_site([*FILES, SiteFile("ru/index.html", b"x" * 5000)], {}, target)
    (finding,) = refused.value.findings
    assert (finding.code, finding.values["reason"]) == ("build.disk", os.strerror(errno.EFBIG))
    assert content(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_disk_of_its_own_is_refused_before_anything_is_made() -> None:
    def never() -> Iterator[SiteFile]:
        raise AssertionError
        yield

    with pytest.raises(Refused) as refused:
        write_site(never(), {}, Path("/"))
    assert refused.value.findings[0].code == "build.mounted"


def test_a_file_of_the_week_that_cannot_be_read_is_named_and_the_target_is_not_blamed(tmp_path: Path) -> None:
    target, film = tmp_path / "site", tmp_path / "clip.webm"
    write_site(FILES, {}, target)
    film.mkdir()
    with pytest.raises(Refused) as refused:
        write_site(FILES, {"clip.webm": film}, target)
    (finding,) = refused.value.findings
    assert (finding.code, finding.values["value"]) == ("build.unreadable", str(film))
    assert content(target)["index.html"] == b"new"


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
